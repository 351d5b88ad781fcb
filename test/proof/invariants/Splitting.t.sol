// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Claim, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Splitting never pays. The same work of value v by one person, told once as one record and once as two to eight records of
/// any contributors, in one epoch, to attesters of one mind:
/// - credit: all the records together are worth no more than the one, and its person has no more credit than by the one;
/// - answers: where the contributors are not attesters themselves, the records need together at least as many answers as the one,
///   if the person is among the contributors of each, or had recorded nothing before in the epoch (who lets friends have the work,
///   and the credit for it, lets it go by their running totals);
/// - budget: whoever contributes, the answers consume together at least 5 · v of the attesters' budgets (n answers of 5/n each,
///   rounded up), so that a record shared with attesters, who may not answer it, asks fewer and each of them for more;
/// - shares: its person draws no more, and all together draw no more than by the one where nobody is above the stop.
/// What a friend has is the friend's: several people who share a work have each their own stop, and together more than one stop.
contract SplittingProof is Workshop {
    uint64 private constant B = 1_000_000;
    uint256 private constant MEMBERS = 24;
    uint256 private constant PERSON = 24; // 1 to 13 may attest, 14 to 17 are friends who do not, 18 to 23 others who work

    struct Told {
        uint256 answers;
        uint256 spent;
        uint256 worth; //  all values in force
        uint256 own; //    the person's credit
        uint256 all; //    credit of the person and of all who might share
        uint256 ownShares;
        uint256 allShares;
        bool fair; //      nobody who attests contributes, and the running totals are the person's
        bool stopped; //   somebody has as much as the stop
    }

    uint256 private attesting;
    uint256 private told;
    uint256 private answers;
    uint256 private tenths;
    bool private earlier; // the person recorded before in the epoch

    function setUp() public {
        _open(MEMBERS, B);
    }

    function testFuzz_splittingNeverPays(uint256 seed) public {
        _begin(seed);
        uint256 work = _some(B / 10);
        if (work < 2) work = 2;
        uint256 snapshot = vm.snapshotState();
        Told memory one = _tell(work, false);
        vm.revertToState(snapshot);
        Told memory many = _tell(work, true);
        assertLe(many.worth, one.worth, "all the records together are worth no more");
        assertLe(many.own, one.own, "and their person has no more credit");
        assertLe(many.ownShares, one.ownShares, "and no more shares");
        assertGe(one.spent, 5 * work, "the one costs five times its value");
        assertGe(many.spent, 5 * work, "and so do all together");
        if (many.fair) assertGe(many.answers, one.answers, "at least as many answers");
        if (one.stopped || many.stopped) return;
        assertLe(many.all, one.all, "nobody has what another has not");
        assertLe(many.allShares, one.allShares, "and all together draw no more");
    }

    /// The bound on answers is sharp, and of one's own records the last counts all that came before.
    function test_twoFriendsNeedAsManyAnswersAsOneAndOneAloneMore() public {
        random = 1;
        attesting = 10;
        _enrolAll(0, 1, 10);
        _record(PERSON, 0, 10_500, "one");
        assertEq(_claim(PERSON, "one").needed, 5, "1.05 % of the budget at once needs five");
        vm.warp(_start(1));
        _enrolAll(0, 1, 10);
        _record(14, 0, 9500, "half");
        _record(15, 0, 1000, "other half");
        assertEq(_claim(14, "half").needed + _claim(15, "other half").needed, 5, "by two friends three and two");
        _record(PERSON, 0, 9500, "first");
        _record(PERSON, 0, 1000, "second");
        assertEq(_claim(PERSON, "first").needed + _claim(PERSON, "second").needed, 8, "by one alone three and five");
    }

    /// Contributors who attest leave fewer who may answer; each of those pays so much more.
    function test_aRecordSharedWithAttestersAsksFewerForMore() public {
        random = 1;
        attesting = 10;
        _enrolAll(0, 1, 10);
        Report memory report = _report(0, 100_000, "shared");
        (uint256[] memory people, uint256[] memory parts) = (new uint256[](7), new uint256[](7));
        for (uint256 i; i < 7; ++i) (people[i], parts[i]) = (i == 0 ? PERSON : i, 1);
        _jointly(report, people, parts);
        _record(PERSON, report);
        assertEq(_claim(PERSON, "shared").needed, 2, "four are left, and half of them must answer");
        for (uint256 who = 7; who <= 8; ++who) {
            assertTrue(_attest(who, PERSON, "shared", 100_000), "an answer");
            assertEq(_spent(0, who), 250_000, "each pays two and a half times the value");
        }
    }

    // --- the ground ---

    /// In epoch 1 some attest, the person may have some credit already, and at times more is earned than the budget gives.
    function _begin(uint256 seed) private {
        random = seed;
        attesting = 3 + _pick(11);
        tenths = _pick(3) == 0 ? _pick(11) : 10;
        _vote(STOP_PERCENT, 5 + _pick(21));
        _enrolAll(0, 1, attesting);
        vm.warp(_start(1) + _pick(20 days));
        if (attesting >= 10 && _pick(2) == 0) _crowd();
        earlier = _pick(3) != 0;
        if (!earlier) return;
        _record(PERSON, 0, 1 + _pick(B / 16), "earlier");
        _seal(PERSON, "earlier", 10);
    }

    function _crowd() private {
        vm.prank(_key(1));
        coop.work.postBatch(ProjectId.wrap(0), "root", 1, B / 2, 0, "");
        for (uint256 who = 2; _claim(1, "root").stage == Stage.Pending; ++who) _attest(who, 1, "root", 1);
        for (uint256 i = 18; i < 24; ++i) {
            bytes32 evidence = keccak256(abi.encode("other", i));
            _record(i, 0, B / 10, evidence);
            _seal(i, evidence, 10);
        }
    }

    // --- the two ways to tell it ---

    function _tell(uint256 work, bool split) private returns (Told memory result) {
        uint256 spent = _allSpent();
        (answers, result.fair) = (0, true);
        if (split) {
            uint256 pieces = 2 + _pick(work < 8 ? work - 1 : 7);
            bool equal = _pick(2) == 0;
            for (uint256 i = pieces; i > 0; --i) {
                uint256 piece =
                    i == 1
                        ? work
                        : equal
                            ? work / i
                            : 1 + _pick(work - i + 1);
                work -= piece;
                uint256 way = _pick(4);
                result.worth += _tellPiece(piece, way);
                if (way == 3 || (way == 1 && earlier)) result.fair = false;
            }
        } else {
            result.worth = _tellPiece(work, 0);
        }
        (result.answers, result.spent) = (answers, _allSpent() - spent);
        result.own = _credit(0, 1, PERSON);
        uint64 stop = _sums(0, 1).stop;
        for (uint256 i = 1; i <= MEMBERS; ++i) {
            if (i >= 18 && i < 24) continue;
            uint256 credit = _credit(0, 1, i);
            result.all += credit;
            if (credit == stop) result.stopped = true;
        }
        _drawAll();
        result.ownShares = _sharesOf(0, PERSON);
        for (uint256 i = 1; i <= MEMBERS; ++i) if (i < 18 || i == 24) result.allShares += _sharesOf(0, i);
    }

    /// By the person alone, by a friend, by the person with friends, or with friends who attest.
    function _tellPiece(uint256 value, uint256 way) private returns (uint256 worth) {
        uint256 by = way == 1 ? 14 + _pick(4) : PERSON;
        bytes32 evidence = keccak256(abi.encode("piece", ++told));
        Report memory report = _report(0, uint32(value), evidence);
        if (way > 1) {
            uint256 size =
                2 +
                    _pick(
                        way == 2
                            ? 4
                            : attesting == 3
                                ? 1
                                : 2
                    );
            (uint256[] memory people, uint256[] memory parts) = (new uint256[](size), new uint256[](size));
            (people[0], parts[0]) = (PERSON, 1 + _pick(9));
            for (uint256 i = 1; i < size; ++i) (people[i], parts[i]) = ((way == 2 ? 13 : 0) + i, 1 + _pick(9));
            _jointly(report, people, parts);
        }
        _record(by, report);
        _seal(by, evidence, tenths);
        return _claim(by, evidence).inForce;
    }

    /// Whoever may answer does, until it seals; all name the same part of what was claimed.
    function _seal(uint256 by, bytes32 evidence, uint256 part) private {
        Claim memory claim = _claim(by, evidence);
        uint256 named = (uint256(claim.quantity) * part) / 10;
        uint256 start = _pick(attesting);
        for (uint256 i; i < attesting && _claim(by, evidence).stage == Stage.Pending; ++i) {
            if (_attest(1 + ((start + i) % attesting), by, evidence, named)) ++answers;
        }
        assertTrue(_claim(by, evidence).stage == Stage.Sealed, "it seals");
    }

    function _allSpent() private view returns (uint256 spent) {
        for (uint256 i = 1; i <= attesting; ++i) spent += _spent(0, i);
    }

    function _drawAll() private {
        vm.warp(_start(3));
        for (uint256 i = 1; i <= MEMBERS; ++i) _draw(0, i, 1);
    }
}
