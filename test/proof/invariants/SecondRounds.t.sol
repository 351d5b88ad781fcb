// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Claim, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Challenges and second rounds against a model that keeps lists, tried by everybody at any time, whether allowed or not.
/// - What is refused is what the rules refuse, and nothing else.
/// - Whatever state is reached, time alone ends it: 21 days later no round is open, and no call of anybody changes a value any more.
/// - A second round makes no value: what is in force is at most what the first answers named, at every step.
/// - The direct sum is Σ min(credit, stop) after every revaluation, up and down, in every epoch with its own stop.
/// - A slot comes back to the second: after the round if it cut a tenth or more, else 90 days after the challenge.
contract SecondRoundsProof is Workshop {
    uint64 private constant B = 1_000_000;
    uint256 private constant MEMBERS = 13;
    uint256 private constant ATTESTERS = 9; // members 1 to 9 at most

    struct Sealed {
        uint256 by;
        bytes32 evidence;
        uint256 other; //    a second contributor, who has half; or 0
        bool votes; //       a batch: all or nothing
        uint32 epoch;
        uint256 sealedAt;
        uint256 first;
        uint256 attested; // a bit for each first attester
        uint256 challenger;
        uint256 openedAt;
        uint256 quorum;
        uint256 answered; // a bit for each who answered
    }

    Sealed[] private claims;
    mapping(uint256 claim => uint8[]) private answers;
    mapping(uint256 member => uint256[]) private challenged;
    uint256 private enrolledIn; // plus one

    function setUp() public {
        _open(MEMBERS, B);
    }

    function testFuzz_aSecondRoundIsWhatTheListsSay(uint256 seed) public {
        random = seed;
        for (uint256 step; step < 28; ++step) {
            _everybodyAttests();
            uint256 dice = _pick(12);
            if (claims.length < 2 || (dice < 2 && claims.length < 9)) _sealOne();
            else if (dice < 6) _tryChallenge();
            else if (dice < 11) for (uint256 i; i < 3; ++i) _tryAnswer(_pick(claims.length));
            else _passTime();
            _compare();
        }
        _wait(21 days);
        _everybodyAttests();
        for (uint256 i; i < claims.length; ++i) _isOver(i);
        _compare();
    }

    // --- the acts ---

    function _passTime() private {
        uint256 dice = _pick(8);
        // Now and then to the very second at which something ends.
        if (dice < 2 && claims.length > 0) {
            Sealed storage claim = claims[_pick(claims.length)];
            uint256 at =
                _pick(3) == 0 ? claim.sealedAt + 7 days : claim.openedAt + (_pick(2) == 0 ? uint256(21 days) : 90 days);
            at -= _pick(2);
            if (at > _now()) vm.warp(at);
        } else if (dice < 6) {
            _wait(_pick(2 days));
        } else {
            _wait(_pick(30 days));
        }
    }

    function _everybodyAttests() private {
        if (enrolledIn == _epoch() + 1) return;
        enrolledIn = _epoch() + 1;
        _vote(STOP_PERCENT, 5 + _pick(4));
        uint256 most = ATTESTERS - _pick(5);
        for (uint256 i = 1; i <= most; ++i) if (!_attests(0, i)) _enrol(0, i);
    }

    function _sealOne() private {
        Sealed memory claim;
        claim.by = 1 + _pick(MEMBERS);
        claim.votes = _pick(4) == 0;
        if (claim.votes) claim.by = 1;
        else if (_pick(3) == 0) claim.other = 1 + (claim.by % MEMBERS);
        claim.evidence = keccak256(abi.encode("sealed", claims.length));
        uint256 quantity = claim.votes ? 1 : 1 + _pick(B / 12);
        if (claim.votes) {
            vm.prank(_key(1));
            coop.work.postBatch(ProjectId.wrap(0), claim.evidence, 1, uint64(1 + _pick(B / 2)), 0, "");
        } else {
            Report memory report = _report(0, uint32(quantity), claim.evidence);
            (uint256[] memory people, uint256[] memory parts) = (new uint256[](2), new uint256[](2));
            (people[0], people[1], parts[0], parts[1]) = (claim.by, claim.other, 1, 1);
            if (claim.other != 0) _jointly(report, people, parts);
            _record(claim.by, report);
        }
        uint256 named =
            _pick(8) == 0
                ? 0
                : _pick(3) == 0 && !claim.votes
                    ? _pick(quantity + 1)
                    : quantity;
        uint256 start = _pick(ATTESTERS);
        for (uint256 i; i < ATTESTERS && _claim(claim.by, claim.evidence).stage == Stage.Pending; ++i) {
            uint256 who = 1 + ((start + i) % ATTESTERS);
            if (_attest(who, claim.by, claim.evidence, named)) claim.attested |= 1 << who;
        }
        Claim memory seen = _claim(claim.by, claim.evidence);
        if (seen.stage != Stage.Sealed) return; // budgets are spent
        (claim.first, claim.sealedAt, claim.epoch) = (seen.inForce, _now(), _epoch());
        claims.push(claim);
    }

    function _tryChallenge() private {
        uint256 index = _pick(3) == 0 ? _pick(claims.length) : claims.length - 1;
        Sealed storage claim = claims[index];
        uint256 who = 1 + _pick(_pick(2) == 0 ? 3 : MEMBERS);
        uint256 eligible;
        for (uint256 i = 1; i <= MEMBERS; ++i) if (i != who && _isNew(claim, i)) ++eligible;
        bool may = claim.openedAt == 0 && claim.first > 0 && _now() < claim.sealedAt + 7 days;
        may = may && who != claim.by && _held(who) < 3 && eligible >= 2;
        assertEq(_challenge(who, claim.by, claim.evidence), may, "a challenge is let in if, and only if, it may be");
        if (!may) return;
        (claim.challenger, claim.openedAt, claim.quorum) = (who, _now(), (eligible + 1) / 2);
        if (claim.quorum < 2) claim.quorum = 2;
        (, , uint8 quorum, , ) = coop.challenges.roundOf(_idOf(claim.by, claim.evidence));
        assertEq(quorum, claim.quorum, "half of those who may answer, rounded up, and two at least");
        challenged[who].push(index);
    }

    function _tryAnswer(uint256 index) private {
        Sealed storage claim = claims[index];
        uint256 who = 1 + _pick(MEMBERS);
        uint256 tenths = _pick(12);
        if (claim.votes && _pick(3) != 0) tenths = 10 * _pick(2);
        bool may = claim.openedAt != 0 && _now() < claim.openedAt + 21 days && who != claim.challenger;
        may = may && _isNew(claim, who) && claim.answered & (1 << who) == 0;
        may = may && tenths <= 10 && (!claim.votes || tenths % 10 == 0);
        assertEq(_answer(who, claim.by, claim.evidence, tenths), may, "an answer is let in if, and only if, it may be");
        if (!may) return;
        claim.answered |= 1 << who;
        answers[index].push(uint8(tenths));
    }

    /// No round is open, and nobody changes a value any more.
    function _isOver(uint256 index) private {
        Sealed storage claim = claims[index];
        assertTrue(!coop.challenges.isOpen(_idOf(claim.by, claim.evidence)), "no round stays open");
        for (uint256 i; i < 3; ++i) {
            uint256 who = 1 + _pick(MEMBERS);
            assertTrue(!_answer(who, claim.by, claim.evidence, 10 * _pick(2)), "no answer comes any more");
            assertTrue(!_attest(who, claim.by, claim.evidence, 0), "nor a first one");
            assertTrue(!_withdraw(who, claim.by, claim.evidence), "nor is it taken back");
            if (_now() >= claim.sealedAt + 7 days) {
                assertTrue(!_challenge(who, claim.by, claim.evidence), "nor challenged");
            }
        }
    }

    // --- what the lists say ---

    function _isOwn(Sealed storage claim, uint256 who) private view returns (bool) {
        return who == claim.by || who == claim.other;
    }

    function _isNew(Sealed storage claim, uint256 who) private view returns (bool) {
        return _attests(0, who) && !_isOwn(claim, who) && claim.attested & (1 << who) == 0;
    }

    /// Tenths in force: all until enough have answered, then the upper middle one of the sorted list.
    function _ruled(uint256 index) private view returns (uint256 tenths) {
        uint8[] memory list = answers[index];
        if (list.length == 0 || list.length < claims[index].quorum) return 10;
        for (uint256 i; i < list.length; ++i) {
            for (uint256 j = i + 1; j < list.length; ++j)
                if (list[j] < list[i]) (list[i], list[j]) = (list[j], list[i]);
        }
        return list[list.length / 2];
    }

    function _inForce(uint256 index) private view returns (uint256) {
        return (claims[index].first * _ruled(index)) / 10;
    }

    function _freeAt(uint256 index) private view returns (uint256) {
        uint256 over = claims[index].openedAt + 21 days;
        return _now() >= over && _ruled(index) < 10 ? over : claims[index].openedAt + 90 days;
    }

    function _held(uint256 who) private view returns (uint256 held) {
        for (uint256 i; i < challenged[who].length; ++i) if (_freeAt(challenged[who][i]) > _now()) ++held;
    }

    // --- what is compared ---

    function _compare() private view {
        uint256 from = claims.length > 3 ? claims.length - 3 : 0;
        for (uint256 i = from; i < claims.length; ++i) _compareClaim(i);
        if (claims.length > 0) _compareSums(claims[random % claims.length].epoch);
        uint256 who = 1 + (random % 3);
        uint256[3] memory freeAt = coop.challenges.slotsOf(_id(who));
        uint256 held;
        for (uint256 i; i < 3; ++i) if (freeAt[i] > _now()) ++held;
        assertEq(held, _held(who), "slots are held as long as the lists say");
    }

    function _compareClaim(uint256 index) private view {
        Claim memory seen = _claim(claims[index].by, claims[index].evidence);
        assertEq(seen.inForce, _inForce(index), "in force is what the answers say");
        assertLe(seen.inForce, claims[index].first, "and never more than the first value");
    }

    function _compareSums(uint32 epoch) private view {
        uint256[] memory credit = new uint256[](MEMBERS + 1);
        uint256 batches;
        for (uint256 i; i < claims.length; ++i) {
            if (claims[i].epoch != epoch) continue;
            uint256 value = _inForce(i);
            if (claims[i].votes) batches += value;
            if (claims[i].votes) continue;
            uint256 half = claims[i].other == 0 ? value : value / 2;
            credit[claims[i].by] += half;
            if (claims[i].other != 0) credit[claims[i].other] += value - half;
        }
        (uint256 direct, uint256 stop) = (0, (uint256(B) * coop.numbers.get(STOP_PERCENT, epoch)) / 100);
        for (uint256 i = 1; i <= MEMBERS; ++i) {
            uint256 counts = credit[i] < stop ? credit[i] : stop;
            if (counts > 0) assertEq(_credit(0, epoch, i), counts, "each counts up to the stop");
            direct += counts;
        }
        assertEq(_sums(0, epoch).direct, direct, "the direct sum is that of all, each up to the stop");
        assertEq(_sums(0, epoch).batches, batches, "and that of batches, of those in force");
    }
}
