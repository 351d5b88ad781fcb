// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ProjectId} from "../../../contracts/types/Ids.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Who attests where and until when, against a list of epochs for each member and project.
/// - An enrolment counts at once while fewer than ten attest, else from the next epoch; an answer carries it into the next epoch, and
///   one epoch without an answer ends it.
/// - It is refused if, and only if, that epoch is on the list already, or three other projects have one of the member's.
/// - The head count is the number of the listed, and A = 7.5 · B / max(10, count), in every epoch, however many went by in silence.
/// - Whoever is not on the list is not heard.
contract EnrolmentProof is Workshop {
    uint64 private constant B = 1_000_000;
    uint256 private constant MEMBERS = 13; //  14 records, and attests nowhere
    uint32 private constant PROJECTS = 4;

    mapping(uint32 project => mapping(uint256 member => mapping(uint32 epoch => bool))) private listed;
    uint256 private told;

    function setUp() public {
        uint64[] memory budgets = new uint64[](PROJECTS);
        for (uint256 i; i < PROJECTS; ++i) budgets[i] = B;
        _open(MEMBERS + 1, budgets);
    }

    function testFuzz_anEnrolmentIsAListOfEpochs(uint256 seed) public {
        random = seed;
        for (uint256 step; step < 22; ++step) {
            uint32 project = uint32(_pick(_pick(2) == 0 ? 1 : PROJECTS));
            uint256 dice = _pick(12);
            if (dice < 4) for (uint256 i; i < 6; ++i) _tryEnrol(project, 1 + _pick(MEMBERS));
            else if (dice < 5) for (uint256 who = 1; who <= MEMBERS; ++who) _tryEnrol(project, who);
            else if (dice < 9) for (uint256 i; i < 4; ++i) _tryAnswer(project, 1 + _pick(MEMBERS));
            else _wait(_pick(3) == 0 ? _pick(4 * EPOCH) : _pick(EPOCH));
            _compare(project);
        }
    }

    function _tryEnrol(uint32 project, uint256 who) private {
        uint32 epoch = _epoch();
        bool already = listed[project][who][epoch];
        uint32 from = already || _count(project, epoch) >= 10 ? epoch + 1 : epoch;
        uint256 others;
        for (uint32 i; i < PROJECTS; ++i) {
            if (i != project && (listed[i][who][epoch] || listed[i][who][epoch + 1])) ++others;
        }
        bool may = !listed[project][who][from] && others < 3;
        vm.prank(_key(who));
        try coop.work.enrol(ProjectId.wrap(project)) {
            assertTrue(may, "nobody enrols who may not");
            listed[project][who][from] = true;
        } catch {
            assertTrue(!may, "whoever may enrols");
        }
    }

    function _tryAnswer(uint32 project, uint256 who) private {
        uint32 epoch = _epoch();
        bytes32 evidence = keccak256(abi.encode("told", ++told));
        bool made = _tryRecord(MEMBERS + 1, _report(project, 1, evidence));
        assertEq(made, _count(project, epoch) > 0, "a record is made where somebody attests");
        if (!made) return;
        bool may = listed[project][who][epoch];
        assertEq(_attest(who, MEMBERS + 1, evidence, 1), may, "whoever attests is heard, and nobody else");
        if (may) listed[project][who][epoch + 1] = true;
    }

    function _count(uint32 project, uint32 epoch) private view returns (uint256 count) {
        for (uint256 who = 1; who <= MEMBERS; ++who) if (listed[project][who][epoch]) ++count;
    }

    function _compare(uint32 project) private view {
        (ProjectId id, uint32 epoch) = (ProjectId.wrap(project), _epoch());
        uint256 count = _count(project, epoch);
        assertEq(coop.work.enrolledNow(id), count, "the head count is the number of the listed");
        (uint256 limit, ) = coop.work.attesterBudget(id, _id(1));
        assertEq(limit, (uint256(B) * 15) / (2 * (count > 10 ? count : 10)), "A is 7.5 B for M");
        for (uint256 who = 1; who <= MEMBERS; ++who) {
            for (uint32 i; i < 2; ++i) {
                bool attests = coop.work.isEnrolled(id, _id(who), epoch + i);
                assertEq(attests, listed[project][who][epoch + i], "each epoch is as listed");
            }
        }
    }
}
