// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {Closing, Grade, Kind} from "../../../contracts/types/Stages.sol";
import {Charter, Footing, IProjectRegistry} from "../../../contracts/work/IProjectRegistry.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// Charters by epoch, against a list that forgets nothing.
contract ChartersProof is Ground {
    /// What was voted, and from when.
    struct Entry {
        uint256 from;
        Charter charter;
    }

    uint256 private constant MOST_BUDGET = (1 << 48) - 1;
    uint256 private constant MOST_RATE = (1 << 40) - 1;

    Coop private coop;
    Entry[] private list;
    uint256 private time;
    uint256 private random;

    function setUp() public {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](2), new uint48[](2));
        (budgets[0], budgets[1]) = (1_000_003, 999);
        (rates[0], rates[1]) = (1000, 7);
        coop = _found(12, budgets, rates);
        time = _now();
    }

    /// Amendments of the cooperative's charter at any moments: each epoch keeps the terms it had, for ever; none moves more than a
    /// tenth, nor twice in one epoch, nor in the epoch of its vote.
    function testFuzz_eachEpochKeepsItsTerms(uint256 seed) public {
        random = seed;
        list.push(Entry(0, _charter(1_000_003, 1000)));
        for (uint256 step; step < 20; ++step) {
            if (_pick(3) != 0) time += _pick(_pick(4) == 0 ? 200 days : 30 days);
            vm.warp(time);
            uint256 epoch = coop.numbers.currentEpoch();
            Charter memory last = list[list.length - 1].charter;
            Charter memory next = _near(last);
            bool refused = list[list.length - 1].from > epoch || !_fits(last, next);
            vm.prank(coop.timelock);
            try coop.projects.amendCooperative(next) {
                assertTrue(!refused, "an amendment too many, or too far");
                list.push(Entry(epoch + 1, next));
            } catch {
                assertTrue(refused, "an amendment that may be");
            }
            _compare(uint32(epoch));
        }
        assertGe(list.length, 2, "there were amendments");
    }

    /// The rule of the tenth at its edges, for budgets and rates of every size.
    function testFuzz_aTenthAndNoMore(uint64 budget, uint48 rate, uint64 other, uint48 otherRate, uint8 edge) public {
        budget = uint64(bound(budget, 1, MOST_BUDGET));
        rate = uint48(bound(rate, 0, MOST_RATE));
        if (edge % 5 == 1) other = budget + budget / 10 + (edge % 2);
        if (edge % 5 == 2) other = budget - budget / 10 - (edge % 2 == 0 ? 0 : 1);
        if (edge % 7 < 5)
            otherRate =
                edge % 3 == 0
                    ? rate
                    : edge % 3 == 1
                        ? rate + rate / 10
                        : rate - rate / 10;
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (budget, rate);
        Coop memory fresh = _found(3, budgets, rates);
        bool fits = other > 0 && other <= MOST_BUDGET && otherRate <= MOST_RATE;
        if (fits) fits = _isNear(budget, other) && _isNear(rate, otherRate);
        vm.prank(fresh.timelock);
        try fresh.projects.amendCooperative(_charter(other, otherRate)) {
            assertTrue(fits, "further than a tenth");
        } catch {
            assertTrue(!fits, "a tenth may be");
        }
    }

    /// A closing binds from the next epoch, keeps the terms of all epochs before, and is for ever.
    function testFuzz_aClosingBindsFromTheNextEpochAndForEver(uint32 epochs, uint32 into, bool byVote) public {
        uint256 closesIn = epochs % 500;
        vm.warp(coop.numbers.genesis() + closesIn * EPOCH + (into % EPOCH));
        ProjectId project = ProjectId.wrap(1);
        if (byVote) {
            vm.prank(coop.timelock);
            coop.projects.close(project);
        } else {
            vm.prank(_keyOf(1));
            coop.projects.askToClose(project, true);
            assertEq(coop.projects.closedFrom(project), 0, "one of two is not most");
            vm.prank(_keyOf(2));
            coop.projects.askToClose(project, true);
        }
        Footing memory footing = coop.projects.footingOf(project);
        assertEq(uint256(footing.closing), uint256(byVote ? Closing.ByVote : Closing.ByStewards), "who closed it");
        for (uint32 epoch; epoch < 510; epoch += 1 + epoch / 20) {
            (uint64 budget, bool open) = coop.projects.budgetAt(project, epoch);
            assertEq(open, epoch <= closesIn, "open until then");
            assertEq(budget, 999, "with the budget it had");
            try coop.projects.cardAt(project, Kind.Work, epoch) returns (uint48 rate, uint64 told) {
                assertTrue(epoch <= closesIn && rate == 7 && told == 999, "with the card it had");
            } catch {
                assertTrue(epoch > closesIn, "nothing is recorded from then on");
            }
        }
        vm.prank(coop.timelock);
        vm.expectPartialRevert(IProjectRegistry.ProjectIsClosed.selector);
        coop.projects.close(project);
        vm.prank(_keyOf(3));
        vm.expectPartialRevert(IProjectRegistry.ProjectIsClosed.selector);
        coop.projects.draft(project, StatementId.wrap(0), new MemberId[](0), _charter(999, 7));
        vm.prank(_keyOf(1));
        vm.expectPartialRevert(IProjectRegistry.ProjectIsClosed.selector);
        coop.projects.askToClose(project, false);
    }

    /// An admitted statement is live from the epoch after, with the probation and the commons' part of its grade, and admitted once.
    function testFuzz_anAdmissionBindsByItsGrade(uint256 seed) public {
        random = seed;
        uint24[5] memory marks = [uint24(0xaaaaaa), 0x0aaaaa, 0x00aaaa, 0x00a0aa, 0];
        uint256 which = _pick(5);
        Grade[5] memory grades = [Grade.APlus, Grade.A, Grade.B, Grade.C, Grade.D];
        uint256[5] memory probation = [uint256(3), 3, 4, 6, 0];
        uint256[5] memory commons = [uint256(20), 20, 25, 30, 0];
        Charter memory charter = _charter(uint64(1 + _pick(MOST_BUDGET)), uint48(_pick(MOST_RATE + 1)));
        StatementId statement = _review(charter, marks[which]);
        time = coop.reviews.submissionOf(statement).deadline + _pick(90 days + 2 days);
        vm.warp(time);
        bool fresh = time < coop.reviews.submissionOf(statement).deadline + 90 days;
        uint32 epoch = coop.numbers.currentEpoch();
        bool may = fresh && grades[which] != Grade.D;
        bool admitted = _admit(statement, charter);
        assertEq(admitted, may, "what is reviewed, and better than D, for ninety days");
        assertTrue(!_admit(statement, charter), "and once");
        if (!may) return;
        ProjectId project = ProjectId.wrap(2);
        Footing memory footing = coop.projects.footingOf(project);
        assertEq(uint256(footing.grade), uint256(grades[which]), "its grade");
        assertEq(footing.firstEpoch, epoch + 1, "from the next epoch on");
        assertEq(footing.probationUntil, epoch + 1 + probation[which], "on probation so long");
        assertEq(footing.commonsPercent, commons[which], "with so much for the commons");
        (uint64 budget, bool open) = coop.projects.budgetAt(project, epoch);
        assertTrue(!open, "not yet");
        (budget, open) = coop.projects.budgetAt(project, epoch + 1);
        assertTrue(open && budget == charter.budget, "then with its budget");
    }

    // --- private ---

    function _review(Charter memory charter, uint24 marks) private returns (StatementId statement) {
        vm.prank(_keyOf(3));
        statement = coop.projects.draft(ProjectId.wrap(0), StatementId.wrap(0), new MemberId[](0), charter);
        vm.prank(_keyOf(3));
        coop.reviews.submit(statement);
        for (uint256 i = 4; i < 9; ++i) {
            vm.prank(_keyOf(i));
            coop.reviews.review(statement, marks, 0, "");
        }
    }

    function _admit(StatementId statement, Charter memory charter) private returns (bool) {
        vm.prank(coop.timelock);
        try coop.projects.admit(statement, 1, ProjectId.wrap(0), charter) {
            return true;
        } catch {
            return false;
        }
    }

    /// The terms of every epoch until now and of the next two, as the list has them.
    function _compare(uint32 now_) private view {
        for (uint32 epoch; epoch <= now_ + 2; epoch += 1 + epoch / 8) {
            uint256 i = list.length - 1;
            while (list[i].from > epoch) --i;
            Charter memory wanted = list[i].charter;
            (uint48[4] memory rates, uint64 budget, uint8 surplus) = coop.projects.termsAt(ProjectId.wrap(0), epoch);
            assertEq(keccak256(abi.encode(rates)), keccak256(abi.encode(wanted.rates)), "the rates of that epoch");
            assertEq(budget, wanted.budget, "the budget of that epoch");
            assertEq(surplus, wanted.minSurplus, "the surplus of that epoch");
            (uint64 told, bool open) = coop.projects.budgetAt(ProjectId.wrap(0), epoch);
            assertTrue(open && told == wanted.budget, "and open");
            try coop.projects.cardAt(ProjectId.wrap(0), Kind.Sharing, epoch) returns (uint48 rate, uint64 most) {
                assertTrue(rate == wanted.rates[2] && most == wanted.budget, "the card of that epoch");
            } catch {
                assertEq(wanted.rates[2], 0, "no rate, no record");
            }
        }
    }

    /// Each number moved by up to a tenth, now and then a little further.
    function _near(Charter memory last) private returns (Charter memory next) {
        next = _charter(uint64(_move(last.budget)), uint48(_move(last.rates[0])));
        next.rates[2] = uint48(_move(last.rates[2]));
        next.minSurplus = uint8(5 + _pick(46));
    }

    function _move(uint256 number) private returns (uint256) {
        uint256 most = number / 10 + (_pick(24) == 0 ? 1 : 0);
        return _pick(2) == 0 ? number + _pick(most + 1) : number - _pick(most + 1);
    }

    function _fits(Charter memory last, Charter memory next) private pure returns (bool) {
        for (uint256 i; i < 4; ++i) if (!_isNear(last.rates[i], next.rates[i])) return false;
        return next.budget > 0 && _isNear(last.budget, next.budget);
    }

    /// Ten of the change are one of the number at most.
    function _isNear(uint256 from, uint256 to) private pure returns (bool) {
        return 10 * to <= 11 * from && 10 * to >= 9 * from;
    }

    function _pick(uint256 size) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return size == 0 ? 0 : random % size;
    }
}
