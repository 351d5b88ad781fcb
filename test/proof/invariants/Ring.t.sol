// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Claim, Part, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// A ring of k among M = max(10, enrolled) seals at most 2.5 · k / M · B in the direct lane in an epoch, whatever it does.
/// Honest attesters answer its records with nothing, and only when that helps the ring to its number of answers.
contract RingProof is Ground {
    uint256 private constant FRONT = 31; // one of the ring who records and attests nothing
    uint64 private constant B = 1_000_000;
    ProjectId private constant PROJECT = ProjectId.wrap(0);

    struct Wave {
        bytes32 evidence;
        uint32 by;
        uint32 quantity;
    }

    Coop private coop;
    address[] private keys;
    Wave[] private waves;
    uint256 private time;
    uint256 private ring; //     members 1 to ring
    uint256 private enrolled; // members 1 to enrolled
    uint256 private random;

    function setUp() public {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (B, 1);
        coop = _found(FRONT, budgets, rates);
        keys.push(address(0));
        for (uint256 i = 1; i <= FRONT; ++i) keys.push(_keyOf(i));
        time = _now();
    }

    function testFuzz_aRingSealsNoMoreThanItsPart(uint256 seed, uint8 plan) public {
        random = seed;
        uint8[6] memory sizes = [10, 5, 11, 12, 17, 30];
        _begin(sizes[_pick(6)]);
        ring = 1 + _pick(_pick(2) == 0 ? 4 : enrolled);
        for (uint256 epoch; epoch < 3; ++epoch) {
            // Plan 0 saves answers up and seals after the turn; plan 1 spends at once; the rest is chance.
            if (plan % 4 == 0) _recordAndHoldBack();
            else if (plan % 4 == 1) _spendAtOnce();
            else for (uint256 i; i < 40; ++i) _tryAnything();
            _turn();
            if (plan % 4 == 0) _finishAll();
        }
        _check();
    }

    /// The bound is sharp: three of ten, with two honest answers of nothing to each record, seal 0.75 B and not a unit more.
    function test_aRingReachesItsPartAndNoMore() public {
        _begin(10);
        ring = 3;
        for (uint256 i; i < 5; ++i) assertTrue(_recordAs(FRONT, 150_000, 1), "five records of 0.15 B");
        for (uint256 i; i < 5; ++i) {
            for (uint256 who = 4; who <= 5; ++who) assertTrue(_attest(i, who, 0), "honest answers");
            for (uint256 who = 1; who <= 3; ++who) assertTrue(_attest(i, who, 150_000), "the ring's answers");
        }
        assertEq(_sealedIn(coop.numbers.currentEpoch()), 750_000, "2.5 * 3 / 10 * B");
        assertTrue(_recordAs(FRONT, 1, 1), "one unit more is recorded");
        for (uint256 who = 1; who <= 3; ++who) assertTrue(!_attest(5, who, 1), "and nobody of the ring can attest it");
        _check();
    }

    /// From twelve attesters on, one pair spends a fifth of a budget and no more, whoever else shares in the record.
    function test_aPairSpendsAFifthAndNoMore() public {
        _begin(12);
        ring = 2;
        for (uint256 i; i < 2; ++i) assertTrue(_recordAs(FRONT, 62_500, 1), "two records of A/10");
        for (uint256 i; i < 2; ++i) assertTrue(_attest(i, 5, 62_500), "both attested by one attester");
        assertTrue(_recordAs(FRONT, 10_001, 1), "a third is recorded");
        assertTrue(!_attest(2, 5, 10_001), "and that attester's fifth is spent");
        assertTrue(_attest(2, 6, 10_001), "another's is not");
        assertTrue(_recordAs(FRONT, 10_001, 3), "a fourth with two others");
        assertTrue(!_attest(3, 5, 10_001), "who make no difference");
        assertTrue(_recordAs(1, 10_001, 1), "and one of another's");
        assertTrue(_attest(4, 5, 10_001), "is another pair's");
        assertTrue(!_recordAs(FRONT, 125_001, 1), "what nobody could attest is refused at once");
    }

    // --- what a ring does ---

    function _recordAndHoldBack() private {
        for (uint256 i; i < 12; ++i) {
            if (!_record(1 + _pick(B / 8), 1 + _pick(2))) continue;
            uint256 wave = waves.length - 1;
            uint256 needed = _claim(wave).needed;
            (uint256 given, uint256 zeros) = (0, 0);
            uint256 start = _pick(enrolled);
            for (uint256 j; j < enrolled && given + 1 < needed; ++j) {
                uint256 who = 1 + ((start + j) % enrolled);
                bool honest = who > ring;
                if (honest && 2 * (zeros + 1) > needed) continue;
                if (!_attest(wave, who, honest ? 0 : waves[wave].quantity)) continue;
                ++given;
                if (honest) ++zeros;
            }
        }
    }

    /// After the turn: the answers that were held back, from whoever can still give one.
    function _finishAll() private {
        for (uint256 i; i < waves.length; ++i) {
            if (_claim(i).stage != Stage.Pending) continue;
            uint256 start = _pick(ring);
            for (uint256 j; j < ring; ++j) if (_attest(i, 1 + ((start + j) % ring), waves[i].quantity)) break;
        }
    }

    function _spendAtOnce() private {
        for (uint256 i; i < 16; ++i) {
            uint256 value = 1 + _pick(B / (1 + _pick(8)));
            while (value > 1 && !_record(value, 1 + _pick(3))) value /= 2;
            if (value <= 1) continue;
            uint256 wave = waves.length - 1;
            uint256 zeros = (_claim(wave).needed - 1) / 2;
            for (uint256 who = ring + 1; who <= enrolled && zeros > 0; ++who) if (_attest(wave, who, 0)) --zeros;
            uint256 start = _pick(ring);
            for (uint256 j; j < ring; ++j) _attest(wave, 1 + ((start + j) % ring), waves[wave].quantity);
        }
    }

    function _tryAnything() private {
        uint256 dice = _pick(10);
        if (dice < 2) {
            _record(1 + _pick(B >> _pick(12)), 1 + _pick(7));
        } else if (dice < 9 && waves.length > 0) {
            uint256 wave = waves.length - 1 - _pick(waves.length < 6 ? waves.length : 6);
            uint256 who = 1 + _pick(enrolled);
            uint32 most = waves[wave].quantity;
            _attest(
                wave,
                who,
                who > ring
                    ? 0
                    : _pick(5) == 0
                        ? uint32(_pick(uint256(most) + 1))
                        : most
            );
        } else {
            time += _pick(2 days);
            vm.warp(time);
        }
    }

    // --- the sum ---

    function _check() private view {
        uint256 m = enrolled > 10 ? enrolled : 10;
        for (uint32 epoch; epoch <= coop.numbers.currentEpoch(); ++epoch) {
            assertLe(_sealedIn(epoch) * 2 * m, 5 * ring * uint256(B), "a ring seals 2.5 k/M B at most");
        }
    }

    /// The first values of all the ring's records that sealed in an epoch.
    function _sealedIn(uint32 epoch) private view returns (uint256 sum) {
        for (uint256 i; i < waves.length; ++i) {
            Claim memory claim = _claim(i);
            if (claim.stage == Stage.Sealed && claim.epoch == epoch) sum += claim.inForce;
        }
    }

    // --- private ---

    /// Ten attest at once; where there are more, all do from the next epoch on.
    function _begin(uint256 size) private {
        enrolled = size;
        for (uint256 i = 1; i <= size; ++i) _enrol(i);
        if (size <= 10) return;
        _turn();
        assertEq(coop.work.enrolledNow(PROJECT), size, "all attest");
    }

    /// To a moment in the next epoch, in which all attest again.
    function _turn() private {
        for (uint256 i = 1; i <= enrolled; ++i) _enrol(i);
        time = coop.numbers.genesis() + (uint256(coop.numbers.currentEpoch()) + 1) * EPOCH + _pick(3 days);
        vm.warp(time);
    }

    function _enrol(uint256 who) private {
        vm.prank(keys[who]);
        try coop.work.enrol(PROJECT) {} catch {}
    }

    /// The ring records: one of them or the front alone, or the front with some of them.
    function _record(uint256 quantity, uint256 size) private returns (bool) {
        return _recordAs(size == 1 && _pick(3) == 0 ? 1 + _pick(ring) : FRONT, quantity, size);
    }

    function _recordAs(uint256 by, uint256 quantity, uint256 size) private returns (bool) {
        Report memory report = _report(0, uint32(quantity), keccak256(abi.encode("wave", waves.length)));
        if (size > ring + 1) size = ring + 1;
        if (by == FRONT && size > 1) {
            report.split = new Part[](size);
            uint256 start = _pick(ring);
            report.split[0] = Part(MemberId.wrap(uint32(FRONT)), 1);
            for (uint256 i = 1; i < size; ++i) {
                report.split[i] = Part(MemberId.wrap(uint32(1 + ((start + i) % ring))), uint8(1 + _pick(9)));
            }
        }
        vm.prank(keys[by]);
        try coop.work.record(report) {
            waves.push(Wave(report.evidence, uint32(by), report.quantity));
            return true;
        } catch {
            return false;
        }
    }

    function _attest(uint256 wave, uint256 who, uint32 quantity) private returns (bool) {
        vm.prank(keys[who]);
        try coop.work.attest(MemberId.wrap(waves[wave].by), waves[wave].evidence, quantity) {
            return true;
        } catch {
            return false;
        }
    }

    function _claim(uint256 wave) private view returns (Claim memory) {
        ContributionId id = coop.work.idOf(MemberId.wrap(waves[wave].by), waves[wave].evidence);
        return coop.work.claimOf(id);
    }

    function _pick(uint256 size) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return random % size;
    }
}
