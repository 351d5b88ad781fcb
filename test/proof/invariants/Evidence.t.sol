// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Claim} from "../../../contracts/work/IContributionLedger.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Evidence counts once, whatever the order: four people record the same two things, take them back, let them lapse, have them
/// attested, challenged, voided and revived, at any time and whether they may or not.
/// - Of all records of one evidence at most one counts, at every moment.
/// - A record is let in if, and only if, its maker has none that waits or counts, and nobody holds the evidence: so that what was
///   withdrawn, lapsed, came to nothing or was voided can be recorded again, and nothing is lost for ever.
/// - The answer that seals is refused if, and only if, another holds the evidence.
contract EvidenceProof is Workshop {
    uint256 private constant ATTESTERS = 9; // members 1 to 9; 10 to 13 record
    uint256 private constant QUANTITY = 100;

    mapping(bytes32 id => mapping(uint256 epoch => uint256)) private answered; // a bit for each attester, since it was made
    uint256 private enrolledIn; // plus one

    function setUp() public {
        _open(13, 1_000_000);
    }

    function testFuzz_evidenceCountsOnceWhateverTheOrder(uint256 seed) public {
        random = seed;
        for (uint256 step; step < 40; ++step) {
            if (enrolledIn != _epoch() + 1) {
                enrolledIn = _epoch() + 1;
                for (uint256 i = 1; i <= ATTESTERS; ++i) if (!_attests(0, i)) _enrol(0, i);
            }
            (uint256 by, bytes32 what) = (10 + _pick(4), bytes32(1 + _pick(2)));
            uint256 dice = _pick(16);
            if (dice < 4) _tryRecord(by, what);
            else if (dice < 5) _withdraw(10 + _pick(4), by, what);
            else if (dice < 10) for (uint256 i; i < 5; ++i) _tryAttest(by, what);
            else if (dice < 12) _challenge(10 + _pick(4), by, what);
            else if (dice < 14)
                for (uint256 i; i < 6; ++i) _answer(1 + _pick(ATTESTERS), by, what, _pick(3) == 0 ? 10 : 0);
            else _wait(_pick(3) == 0 ? _pick(100 days) : _pick(12 days));
            for (uint256 i = 1; i <= 2; ++i)
                assertLe(_counting(bytes32(i)), 1, "one record of an evidence counts at most");
        }
        // Long after, nothing waits: what does not count is free again.
        _wait(200 days);
        for (uint256 i = 1; i <= ATTESTERS; ++i) _enrol(0, i);
        for (uint256 i = 1; i <= 2; ++i) {
            if (_counting(bytes32(i)) == 1) continue;
            uint256 taken;
            for (uint256 who = 10; who <= 13; ++who) if (_stage(who, bytes32(i)) == Stage.Challenged) ++taken;
            for (uint256 who = 10; who <= 13; ++who) _tryRecord(who, bytes32(i));
            if (taken < 4) assertGe(_waiting(bytes32(i)), 1, "what came to nothing can be recorded again");
        }
    }

    function _tryRecord(uint256 by, bytes32 what) private {
        bool may = _isFree(by, what) && _holder(what) == 0;
        assertEq(
            _tryRecord(by, _report(0, uint32(QUANTITY), what)),
            may,
            "a record is let in if, and only if, it may be"
        );
        if (may) for (uint256 i; i <= 60; ++i) delete answered[ContributionId.unwrap(_idOf(by, what))][i];
    }

    function _tryAttest(uint256 by, bytes32 what) private {
        if (_stage(by, what) != Stage.Pending) return;
        Claim memory claim = _claim(by, what);
        (uint256 who, uint32 epoch) = (1 + _pick(ATTESTERS), _epoch());
        uint256 bits = answered[ContributionId.unwrap(_idOf(by, what))][epoch];
        // Of so small a record nine attesters leave as many answers as its tier says, two at least.
        bool last = claim.epoch == epoch && claim.answered + 1 == claim.needed;
        bool may = _now() < claim.time + 90 days && bits & (1 << who) == 0 && !(last && _holder(what) != 0);
        bool done = _attest(who, by, what, _pick(4) == 0 ? 0 : QUANTITY);
        assertEq(done, may, "an answer is let in if, and only if, it may be");
        if (done) answered[ContributionId.unwrap(_idOf(by, what))][epoch] = bits | (1 << who);
    }

    // --- what the rules say ---

    function _stage(uint256 by, bytes32 what) private view returns (Stage) {
        try coop.work.claimOf(_idOf(by, what)) returns (Claim memory claim) {
            return claim.stage;
        } catch {
            return Stage.None;
        }
    }

    /// Whether the maker has no record of it that waits, counts or was challenged.
    function _isFree(uint256 by, bytes32 what) private view returns (bool) {
        Stage stage = _stage(by, what);
        if (stage == Stage.None || stage == Stage.Withdrawn) return true;
        Claim memory claim = _claim(by, what);
        if (stage == Stage.Pending) return _now() >= claim.time + 90 days;
        return stage == Stage.Sealed && claim.named == 0;
    }

    /// Who has a record of it that counts, or may yet be revived by its round.
    function _holder(bytes32 what) private view returns (uint256) {
        for (uint256 who = 10; who <= 13; ++who) {
            Stage stage = _stage(who, what);
            if (stage != Stage.Sealed && stage != Stage.Challenged) continue;
            if (_claim(who, what).inForce > 0 || coop.challenges.isOpen(_idOf(who, what))) return who;
        }
        return 0;
    }

    function _counting(bytes32 what) private view returns (uint256 count) {
        for (uint256 who = 10; who <= 13; ++who) {
            Stage stage = _stage(who, what);
            if (stage != Stage.None && _claim(who, what).inForce > 0) ++count;
        }
    }

    function _waiting(bytes32 what) private view returns (uint256 count) {
        for (uint256 who = 10; who <= 13; ++who) if (_stage(who, what) == Stage.Pending) ++count;
    }
}
