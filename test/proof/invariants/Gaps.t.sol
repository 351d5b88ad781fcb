// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Stage} from "../../../contracts/types/Stages.sol";
import {Report, Sums} from "../../../contracts/work/IContributionLedger.sol";
import {Busy} from "../../support/ground/Busy.sol";

/// Epochs in which nothing happens, from none to ten thousand, and the last and the first second of those in which something does.
/// - One history, closed at every step, never, or now and then, drawn lot by lot or many at once, gives the same shares.
/// - Whoever floods an epoch has no more of it at its last second than at its first.
/// - Every limit is to the second, in every epoch and with every window that may be voted.
contract GapsProof is Busy {
    enum Way {
        Never, //   closed by the drawing alone, or in one call where more than eight wait
        Always, //  closed and drawn as soon as it may be
        Sometimes // by chance
    }

    uint32[] private credited;

    function setUp() public {
        _open(12, B);
    }

    function testFuzz_skippingEqualsStepping(uint256 seed, bool always) public {
        uint256 snapshot = vm.snapshotState();
        bytes32 skipped = _history(seed, Way.Never);
        vm.revertToState(snapshot);
        assertEq(skipped, _history(seed, always ? Way.Always : Way.Sometimes), "as if each step, or some, were taken");
    }

    /// Ten thousand idle epochs, each closed when it ends, and the same at one stride.
    function test_tenThousandIdleEpochsOneByOne() public {
        uint256 snapshot = vm.snapshotState();
        for (uint256 walk; walk < 2; ++walk) {
            _busy(1);
            for (uint256 epoch = 1; walk == 0 && epoch <= 10_000; ++epoch) {
                vm.warp(_start(epoch));
                coop.shares.close(PROJECT, 9);
            }
            vm.warp(_start(10_000));
            _busy(2);
            vm.warp(_start(10_002));
            for (uint256 i = 1; i <= WORKERS; ++i) for (uint256 j; j < 2; ++j) _draw(0, i, j == 0 ? 0 : 10_000);
            (uint32 count, uint64 total) = coop.shares.closedUntil(PROJECT);
            assertEq(count, 2, "two epochs had credit");
            assertEq(total, uint256(_sums(0, 0).total) + _sums(0, 10_000).total, "and issued it");
            uint256 all;
            for (uint256 i = 1; i <= WORKERS; ++i) all += _sharesOf(0, i);
            assertEq(all, total, "all of it is drawn");
            if (walk == 0) vm.revertToState(snapshot);
        }
    }

    /// The same flood of records and answers, in the first second of an epoch and in its last.
    function testFuzz_theLastSecondGivesNoMoreThanTheFirst(uint256 seed) public {
        random = seed;
        uint32 epoch = uint32(1 + _pick(_pick(2) == 0 ? 3 : 10_000));
        vm.warp(_start(epoch));
        _enrolAll(0, 4, 7);
        uint256 snapshot = vm.snapshotState();
        uint256 begun = random;
        bytes32 first = _flood(epoch);
        assertGe(_sums(0, epoch).total, 1, "something was earned");
        vm.revertToState(snapshot);
        vm.warp(_start(epoch + 1) - 1);
        random = begun;
        assertEq(_flood(epoch), first, "no more, and no less");
        vm.warp(_start(epoch + 1));
        assertEq(_sums(0, epoch + 1).total, 0, "and nothing of it is in the next");
        assertEq(_spent(0, 4), 0, "where budgets are whole again");
    }

    function testFuzz_everyLimitIsToTheSecond(uint256 seed) public {
        random = seed;
        (, uint8 least, uint8 most) = coop.numbers.bounds(WINDOW_DAYS);
        uint256 window = least + _pick(most - least + 1);
        _vote(WINDOW_DAYS, window);
        uint32 epoch = uint32(1 + _pick(_pick(2) == 0 ? 3 : 10_000));
        vm.warp(_start(epoch) + _pick(EPOCH - 1));
        _enrolAll(0, 4, 9);
        _tryDates();
        uint256 lapses = _now() + 90 days;
        _seals("one", epoch);
        _seals("two", epoch);
        uint256 sealed_ = _now();
        vm.warp(sealed_ + window * 1 days);
        assertTrue(!_challenge(12, 1, "one"), "not when the window is over");
        vm.warp(sealed_ + window * 1 days - 1);
        assertTrue(_challenge(12, 1, "one"), "in its last second");
        uint256 over = _now() + 21 days;
        vm.warp(over);
        _enrolAll(0, 4, 9);
        assertTrue(!_answer(9, 1, "one", 0), "a round is over after 21 days");
        vm.warp(over - 1);
        _enrolAll(0, 4, 9);
        assertTrue(_answer(9, 1, "one", 0), "and not a second before");
        vm.warp(_start(epoch + 2) - 1);
        assertTrue(!_draw(0, 1, epoch), "nothing is drawn before the next epoch has ended");
        vm.warp(_start(epoch + 2));
        assertTrue(_draw(0, 1, epoch), "and all when it has");
        vm.warp(lapses);
        _enrolAll(0, 4, 9);
        assertTrue(!_attest(4, 1, "dated now", 1), "what waited for 90 days waits no longer");
        vm.warp(lapses - 1);
        _enrolAll(0, 4, 9);
        assertTrue(_attest(4, 1, "dated now", 1), "and not a second before");
    }

    // --- one history ---

    /// Up to eleven epochs with credit, as far apart as chance will.
    function _history(uint256 seed, Way way) private returns (bytes32) {
        random = seed;
        delete credited;
        uint256 chance = uint256(keccak256(abi.encode(seed, way)));
        uint256 count = 2 + (_pick(4) == 0 ? 8 : _pick(4));
        for (uint256 i; i < count; ++i) {
            uint256 gap =
                _pick(3) == 0
                    ? 0
                    : _pick(3) == 0
                        ? _pick(10_001 / count)
                        : _pick(4);
            for (uint256 step; way != Way.Never && step < gap && step < 8; ++step) {
                vm.warp(_start(_epoch() + 1));
                chance = uint256(keccak256(abi.encode(chance)));
                if (way == Way.Always || chance % 3 == 0) _drawDue(chance % 4);
            }
            uint256 walked =
                way == Way.Never
                    ? 0
                    : gap < 8
                        ? gap
                        : 8;
            vm.warp(_start(_epoch() + 1 + gap - walked));
            if (way == Way.Always) _drawDue(9);
            _vote(STOP_PERCENT, 5 + _pick(21));
            credited.push(_epoch());
            _busy(_pick(3));
        }
        vm.warp(_start(_epoch() + 2 + _pick(3)));
        if (count > 7) while (coop.shares.close(PROJECT, 1 + (chance % 5)) > 0) {}
        if (way == Way.Never) _drawTogether();
        else _drawDue(9);
        return _picture();
    }

    /// Closes some, and draws every lot that is due and was not drawn.
    function _drawDue(uint256 most) private {
        coop.shares.close(PROJECT, most);
        for (uint256 i; i < credited.length; ++i) {
            if (credited[i] + 2 > _epoch()) continue;
            for (uint256 who = 1; who <= WORKERS; ++who) {
                if (!coop.shares.isDrawn(PROJECT, _id(who), credited[i])) _draw(0, who, credited[i]);
            }
        }
    }

    /// All lots of a member in one call, the last first.
    function _drawTogether() private {
        for (uint256 who = 1; who <= WORKERS; ++who) {
            uint32[] memory epochs = new uint32[](credited.length);
            for (uint256 i; i < epochs.length; ++i) epochs[i] = credited[epochs.length - 1 - i];
            coop.shares.draw(PROJECT, _id(who), epochs);
        }
    }

    function _picture() private view returns (bytes32 all) {
        for (uint256 i; i < credited.length; ++i) {
            (uint64 issued, uint64 credit, uint64 total) = coop.shares.closedEpoch(PROJECT, credited[i]);
            all = keccak256(abi.encode(all, credited[i], issued, credit, total));
            for (uint256 who = 1; who <= WORKERS; ++who) {
                all = keccak256(abi.encode(all, coop.shares.lotOf(PROJECT, _id(who), credited[i])));
                require(coop.shares.isDrawn(PROJECT, _id(who), credited[i]), "every lot is drawn");
            }
        }
        for (uint256 who = 1; who <= WORKERS; ++who) all = keccak256(abi.encode(all, _sharesOf(0, who)));
    }

    // --- what is tried ---

    /// As much as can be recorded and attested.
    function _flood(uint32 epoch) private returns (bytes32) {
        for (uint256 i; i < 16; ++i) {
            uint256 by = 1 + _pick(WORKERS);
            bytes32 evidence = keccak256(abi.encode("flood", i));
            uint256 quantity = _some(B / 2);
            if (!_tryRecord(by, _report(0, uint32(quantity), evidence))) continue;
            uint256 start = _pick(4);
            uint256 answers = _pick(3) == 0 ? 1 : 4; // some are left one answer short
            for (uint256 j; j < answers; ++j) _attest(4 + ((start + j) % 4), by, evidence, quantity);
        }
        Sums memory sums = _sums(0, epoch);
        bytes32 all = keccak256(abi.encode(sums));
        for (uint256 i = 1; i <= WORKERS; ++i) all = keccak256(abi.encode(all, _credit(0, epoch, i)));
        for (uint256 i = 4; i <= 7; ++i) all = keccak256(abi.encode(all, _spent(0, i)));
        return all;
    }

    function _tryDates() private {
        Report memory report = _report(0, 1, "dated");
        report.occurredAt = uint40(_now() + 1);
        assertTrue(!_tryRecord(1, report), "not what will be");
        report.occurredAt = uint40(_now() - 90 days - 1);
        assertTrue(!_tryRecord(1, report), "not what is more than 90 days ago");
        report.occurredAt = uint40(_now() - 90 days);
        assertTrue(_tryRecord(1, report), "what is 90 days ago to the second");
        report = _report(0, 1, "dated now");
        assertTrue(_tryRecord(1, report), "and what is now");
    }

    function _seals(bytes32 evidence, uint32 epoch) private {
        _record(1, 0, 900, evidence);
        for (uint256 who = 4; _claim(1, evidence).stage == Stage.Pending; ++who) _attest(who, 1, evidence, 900);
        assertEq(_claim(1, evidence).epoch, epoch, "sealed in the epoch of that second");
    }
}
