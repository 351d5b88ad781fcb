// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Majority, Matter} from "../../../contracts/governance/ICoopGovernor.sol";
import {IMemberRegistry} from "../../../contracts/people/IMemberRegistry.sol";
import {MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {Grade} from "../../../contracts/types/Stages.sol";
import {Charter, IProjectRegistry} from "../../../contracts/work/IProjectRegistry.sol";
import {INumbers} from "../ground/Ground.sol";
import {Minutes, Proposal} from "./Minutes.sol";

/// What an assembly puts to the vote: numbers, charters, stewards, closings, expulsions, statements of every grade.
abstract contract Motions is Minutes {
    uint8 internal constant REVIEW_DAYS = 3;
    uint8 internal constant QUORUM_PERCENT = 11;
    uint8 internal constant DELAY_DAYS = 12;
    uint8 internal constant VOTE_DAYS = 13;
    uint8 internal constant TIMELOCK_DAYS = 14;
    uint8 internal constant OPEN_PROPOSALS = 15;
    /// Marks of every grade that may be voted on: 2 in twelve criteria, in ten, in eight and in six, and always where 0 would cap.
    uint24 internal constant APLUS = 0xaaaaaa;
    uint24 internal constant A = 0x0aaaaa;
    uint24 internal constant B = 0x00aaaa;
    uint24 internal constant C = 0x00a0aa;

    /// Proposes, or finds that the limit of open proposals is reached. Returns the proposal's place plus one.
    function _propose(uint32 by, Proposal memory p) internal returns (uint256) {
        p.by = by;
        p.words = string.concat("motion ", _digits(_proposals.length));
        (address[] memory targets, uint256[] memory values, bytes[] memory acts, ) = _lists(p);
        uint32 epoch = _coop.numbers.currentEpoch();
        bool full = _openOf(by) >= _coop.numbers.get(OPEN_PROPOSALS, epoch);
        vm.prank(_keys[by]);
        try _coop.vote.propose(targets, values, acts, p.words) returns (uint256 id) {
            if (full) _blame("more proposals are open than may be");
            p.id = id;
        } catch {
            if (!full) _blame("a proposal was refused");
            return 0;
        }
        uint256 notice = p.matter == Matter.Expulsion ? 14 : _coop.numbers.get(DELAY_DAYS, epoch);
        p.snapshot = time + notice * 1 days;
        p.planned = p.snapshot + _coop.numbers.get(VOTE_DAYS, epoch) * 1 days;
        p.percent = _coop.numbers.get(QUORUM_PERCENT, epoch);
        p.delay = _coop.numbers.get(TIMELOCK_DAYS, epoch) * 1 days;
        p.last = IGovernor.ProposalState.Pending;
        _proposals.push(p);
        return _proposals.length;
    }

    /// Any motion of a kind: 0 numbers, 1 an expulsion, 2 the cooperative's charter, 3 stewards, 4 closing, 5 an admission.
    function _motion(uint256 kind) internal returns (Proposal memory p) {
        (p.matter, p.majority) = (Matter.Terms, Majority.ThreeFifths);
        p.target = address(_coop.projects);
        if (kind == 0) {
            p.target = address(_coop.numbers);
            p.acts = new bytes[](1 + _pick(10));
            for (uint256 i; i < p.acts.length; ++i) p.acts[i] = _number(uint8(_pick(16)));
            return p;
        }
        p.acts = new bytes[](1);
        if (kind == 1) {
            (p.matter, p.majority, p.target) = (Matter.Expulsion, Majority.TwoThirds, address(_coop.members));
            MemberId member = MemberId.wrap(uint32(1 + _pick(count)));
            p.acts[0] = abi.encodeCall(IMemberRegistry.expel, (member, keccak256("cause")));
        } else if (kind == 2) {
            p.acts[0] = abi.encodeCall(IProjectRegistry.amendCooperative, (_terms(0)));
        } else if (kind == 3) {
            MemberId[] memory stewards = new MemberId[](1);
            stewards[0] = MemberId.wrap(uint32(1 + _pick(count)));
            ProjectId project = ProjectId.wrap(uint32(_pick(3)));
            p.acts[0] = abi.encodeCall(IProjectRegistry.replaceStewards, (project, stewards));
        } else if (kind == 4) {
            p.acts[0] = abi.encodeCall(IProjectRegistry.close, (ProjectId.wrap(uint32(1 + _pick(2)))));
        } else {
            _admission(p);
        }
    }

    /// A statement of any grade from C on, with the majority that its grade asks for. One that amends a project is a matter of terms.
    function _admission(Proposal memory p) internal {
        uint24[4] memory marks = [APLUS, A, B, C];
        uint256 which = _pick(4);
        uint256 by = _seatedOne();
        ProjectId project = ProjectId.wrap(uint32(_pick(3)));
        if (_coop.projects.closedFrom(project) != 0) project = ProjectId.wrap(0);
        Charter memory charter = _terms(ProjectId.unwrap(project));
        // Of the time as well: a seed that comes again makes another statement.
        charter.statement = keccak256(abi.encode("statement", _random, time, _proposals.length));
        vm.prank(_keys[by]);
        StatementId statement = _coop.projects.draft(project, StatementId.wrap(0), new MemberId[](0), charter);
        vm.prank(_keys[by]);
        _coop.reviews.submit(statement);
        uint256 needed = _coop.reviews.submissionOf(statement).needed;
        for (uint256 i = 1; i <= count && needed > 0; ++i) {
            if (i == by || _until[i] != 0) continue;
            vm.prank(_keys[i]);
            _coop.reviews.review(statement, marks[which], 0, "");
            --needed;
        }
        time = _coop.reviews.submissionOf(statement).deadline;
        vm.warp(time);
        Grade grade = _coop.reviews.gradeOf(statement);
        (p.matter, p.majority) = (Matter.Admission, Majority.Half);
        if (grade == Grade.B) p.majority = Majority.ThreeFifths;
        if (grade == Grade.C) p.majority = Majority.TwoThirds;
        if (ProjectId.unwrap(project) != 0) {
            p.matter = Matter.Terms;
            if (p.majority == Majority.Half) p.majority = Majority.ThreeFifths;
        }
        uint16 submission = _coop.reviews.submissionOf(statement).number;
        p.acts[0] = abi.encodeCall(IProjectRegistry.admit, (statement, submission, project, charter));
    }

    /// A number anywhere inside its bounds; often at one of them.
    function _number(uint8 which) internal returns (bytes memory) {
        (, uint8 least, uint8 most) = _coop.numbers.bounds(which);
        uint256 value = least + _pick(uint256(most) - least + 1);
        if (_pick(2) == 0) value = _pick(2) == 0 ? least : most;
        return abi.encodeCall(INumbers.set, (which, value));
    }

    /// The terms in force, the budget a little moved.
    function _terms(uint32 project) internal returns (Charter memory charter) {
        uint32 next = _coop.numbers.currentEpoch() + 1;
        (uint48[4] memory rates, uint64 budget, ) = _coop.projects.termsAt(ProjectId.wrap(project), next);
        charter = _charter(uint64(budget - budget / 20 + _pick(budget / 10)), rates[0]);
    }

    function _seatedOne() internal returns (uint256 member) {
        member = 1 + _pick(count);
        while (_until[member] != 0) member = 1 + (member % count);
    }

    function _digits(uint256 number) private pure returns (string memory) {
        string memory last = string(abi.encodePacked(bytes1(uint8(48 + (number % 10)))));
        return number < 10 ? last : string.concat(_digits(number / 10), last);
    }
}
