// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Sums} from "../../../contracts/work/IContributionLedger.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";
import {Hands} from "../../support/ground/Hands.sol";
import {Made, Memory} from "../../support/ground/Memory.sol";

/// The hands, where the test machine finds them by name.
contract Members is Hands {
    constructor(uint256 members) Memory(members) {}
}

/// What must hold after every act of members who do all that they may, in any order, from seconds to years apart.
/// Each is a line in words and a comparison with what the hands remember; at the end everything is drawn.
contract GroundInvariants is Ground {
    Members private hands;
    Coop private coop;

    function setUp() public {
        hands = Members(_deploy("Members", abi.encode(14)));
        coop = hands.coop();
        _target(hands);
    }

    /// Stages go forward only, nothing in force exceeds what was claimed, evidence counts once, bindings are one to one,
    /// a leaf gives no more than the stop, no balance falls: the hands look at each claim they touch, and say what is wrong.
    function invariant_nothingHappensThatTheCharterForbids() public view {
        assertEq(hands.fault(), "", "the hands saw a fault");
    }

    function invariant_creditIsWhatWasSealedAndNothingElse() public view {
        (uint32 project, uint32 epoch) = (hands.lastProject(), hands.lastEpoch());
        Sums memory sums = coop.work.sumsOf(ProjectId.wrap(project), epoch);
        assertEq(sums.budget, hands.budgetOf(project, epoch), "the budget of an epoch is the charter's of that epoch");
        assertEq(
            sums.direct,
            hands.direct(project, epoch),
            "direct credit is the sum over members, each up to the stop"
        );
        assertEq(sums.batches, hands.batches(project, epoch), "batch credit is the sum of the batches in force");
        assertLe(sums.batchPart, sums.budget / 2, "batches count for half the budget at most");
        assertEq(sums.total, hands.totalOf(project, epoch), "the total is both lanes");
        uint256 direct;
        for (uint32 i = 1; i <= hands.count(); ++i) {
            uint256 credit = coop.work.creditOf(ProjectId.wrap(project), epoch, MemberId.wrap(i));
            uint256 sealed_ = hands.credit(project, epoch, i);
            assertEq(
                credit,
                sealed_ < sums.stop ? sealed_ : sums.stop,
                "a member counts for what was sealed, up to the stop"
            );
            direct += credit;
        }
        assertEq(direct, sums.direct, "the members' credits sum to the direct lane");
    }

    function invariant_nobodyAttestsBeyondTheBudget() public view {
        (uint32 project, uint32 epoch) = (hands.lastProject(), coop.numbers.currentEpoch());
        uint256 enrolled;
        uint256 limit;
        for (uint32 i = 1; i <= hands.count(); ++i) {
            if (coop.work.isEnrolled(ProjectId.wrap(project), MemberId.wrap(i), epoch)) ++enrolled;
            uint256 spent;
            (limit, spent) = coop.work.attesterBudget(ProjectId.wrap(project), MemberId.wrap(i));
            assertEq(spent, hands.spent(project, epoch, i), "what an attester spent is 5/n of each claimed value");
            assertLe(spent, limit, "an attester spends A at most");
        }
        assertEq(
            coop.work.enrolledNow(ProjectId.wrap(project)),
            enrolled,
            "the head count is the number of terms that cover the epoch"
        );
        uint256 m = enrolled > 10 ? enrolled : 10;
        assertEq(limit, (uint256(hands.budgetOf(project, epoch)) * 15) / (2 * m), "A is 7.5 B for M");
        if (enrolled >= 12)
            assertLe(hands.spentByPair(project, epoch, hands.lastPair()), limit / 5, "a pair spends A/5 at most");
        uint256 all = (uint256(hands.budgetOf(project, epoch)) * 5 * enrolled) / (2 * m);
        assertLe(hands.sealedValue(project, epoch), all, "all attesters together seal 2.5 B at most");
    }

    function invariant_everyShareStandsForCreditOfAFinalEpoch() public view {
        ProjectId project = ProjectId.wrap(hands.lastProject());
        (uint32 closed, uint64 total) = coop.shares.closedUntil(project);
        (uint256 issued, uint256 drawn) = (0, 0);
        uint256 credited = coop.work.creditedEpochCount(project);
        assertLe(closed, credited, "only epochs with credit are closed");
        for (uint256 i; i < credited; ++i) {
            uint32 epoch = coop.work.creditedEpoch(project, i);
            if (i > 0) assertGe(epoch, uint256(coop.work.creditedEpoch(project, i - 1)) + 1, "credited epochs ascend");
            (uint64 gave, uint64 credit, uint64 sum) = coop.shares.closedEpoch(project, epoch);
            if (i >= closed) assertEq(uint256(gave) + credit + sum, 0, "what is not closed issued nothing");
            if (i >= closed) continue;
            issued += gave;
            assertLe(uint256(epoch) + 2, coop.numbers.currentEpoch(), "only final epochs are closed");
            assertEq(credit, hands.totalOf(hands.lastProject(), epoch), "an epoch is closed at its credit");
            assertLe(gave, hands.budgetOf(hands.lastProject(), epoch), "it issues the budget at most");
            assertLe(gave, credit, "and its credit at most");
            assertEq(sum, issued, "the total runs on");
        }
        assertEq(total, issued, "all shares are what the epochs issued");
        for (uint32 i; i <= hands.count(); ++i) drawn += coop.shares.sharesOf(project, MemberId.wrap(i));
        assertLe(drawn, issued, "never more is drawn than issued");
    }

    /// Liveness and conservation: every lot can be drawn, and what is left is dust, less than one unit a lot.
    function afterInvariant() public {
        hands.settle();
        assertEq(hands.fault(), "", "the hands saw a fault");
        for (uint32 i; i < hands.PROJECTS(); ++i) {
            ProjectId project = ProjectId.wrap(i);
            (uint32 closed, uint64 issued) = coop.shares.closedUntil(project);
            assertEq(closed, coop.work.creditedEpochCount(project), "every epoch with credit can be closed");
            (uint256 drawn, uint256 lots) = (0, hands.lotsOf(i));
            for (uint32 j; j <= hands.count(); ++j) drawn += coop.shares.sharesOf(project, MemberId.wrap(j));
            assertLe(drawn, issued, "never more is drawn than issued");
            assertLe(issued - drawn, lots == 0 ? 0 : lots - 1, "dust is less than the number of lots");
        }
        _checkVotes();
    }

    /// One member, one vote; the total at a snapshot never changes afterwards.
    function _checkVotes() private view {
        (bool ok, bytes memory said) = address(coop.members).staticcall(
            abi.encodeWithSignature("getPastTotalSupply(uint256)", coop.numbers.genesis())
        );
        assertTrue(ok, "the past can be read");
        uint256 weights;
        for (uint256 i = 1; i <= hands.count(); ++i) {
            (, bytes memory weight) = address(coop.members).staticcall(
                abi.encodeWithSignature("getPastVotes(address,uint256)", hands.keys(i), coop.numbers.genesis())
            );
            weights += abi.decode(weight, (uint256));
        }
        assertEq(abi.decode(said, (uint256)), hands.count(), "the founders were seated from the first second");
        assertEq(weights, hands.count(), "weights sum to the total");
    }

    function _target(Hands target) private {
        targetContract(address(target));
        bytes4[] memory selectors = new bytes4[](18);
        selectors[0] = Hands.enrol.selector;
        selectors[1] = Hands.record.selector;
        selectors[2] = Hands.recordJointly.selector;
        selectors[3] = Hands.attest.selector;
        selectors[4] = Hands.attestThrough.selector;
        selectors[5] = Hands.challenge.selector;
        selectors[6] = Hands.answer.selector;
        selectors[7] = Hands.withdraw.selector;
        selectors[8] = Hands.postBatch.selector;
        selectors[9] = Hands.proposeBinding.selector;
        selectors[10] = Hands.draw.selector;
        selectors[11] = Hands.drawLeaf.selector;
        selectors[12] = Hands.close.selector;
        selectors[13] = Hands.vote.selector;
        selectors[14] = Hands.wait.selector;
        selectors[15] = Hands.fill.selector;
        selectors[16] = Hands.amend.selector;
        selectors[17] = Hands.closeProject.selector;
        targetSelector(address(target), selectors);
    }
}

/// Timing is nobody's weapon: one history played twice, once with calls of anyone thrown in, gives the same to everybody.
contract TimingProof is Ground {
    Members private plain;
    Members private poked;

    function setUp() public {
        (plain, poked) = (Members(_deploy("Members", abi.encode(12))), Members(_deploy("Members", abi.encode(12))));
    }

    function testFuzz_callsOfAnyoneChangeNobodysBalance(uint256 seed) public {
        for (uint256 step; step < 48; ++step) {
            uint256 random = uint256(keccak256(abi.encode(seed, step)));
            _play(plain, random);
            _play(poked, random);
            for (uint256 i = (random >> 128) % 4; i > 1; --i) poked.poke(uint256(keccak256(abi.encode(random, i))));
        }
        assertEq(plain.time(), poked.time(), "both histories take the same time");
        plain.settle();
        poked.settle();
        assertEq(plain.fault(), "", "no fault without the calls");
        assertEq(poked.fault(), "", "nor with them");
        assertEq(plain.picture(), poked.picture(), "every share, lot and sum is the same");
    }

    /// The hands do all kinds of acts, and seldom find nothing to do: what they prove is not empty.
    function test_theHandsAreBusy() public {
        for (uint256 i; i < 900; ++i) {
            uint256 random = uint256(keccak256(abi.encode("busy", i)));
            _play(poked, random);
            poked.poke(random);
        }
        string[14] memory kinds = [
            "enrol",
            "record",
            "recordJointly",
            "attest",
            "attestThrough",
            "challenge",
            "answer",
            "withdraw",
            "postBatch",
            "proposeBinding",
            "vote",
            "fill",
            "wait",
            "poke"
        ];
        for (uint256 i; i < kinds.length; ++i) assertGe(poked.done(kinds[i]), 5, kinds[i]);
        assertGe(poked.done("amend"), 5, "amendments");
        assertGe(poked.done("closeProject"), 1, "closings");
        assertLe(poked.idle() * 12, poked.acts(), "eleven acts in twelve are done");
        Coop memory coop = poked.coop();
        (uint256 voided, uint256 joint, uint256 leaves) = (0, 0, 0);
        for (uint256 i; i < poked.madeCount(); ++i) {
            Made memory made = poked.madeAt(i);
            if (made.stage == Stage.Challenged && made.inForce < made.first) ++voided;
            if (made.lane == Lane.Joint && made.inForce > 0) ++joint;
            if (made.lane == Lane.Batch && made.inForce > 0) ++leaves;
        }
        assertGe(voided, 2, "second rounds cut values");
        assertGe(joint, 10, "joint records seal");
        assertGe(leaves, 10, "batches seal");
        assertGe(poked.lotCount(), 50, "many lots");
        poked.settle();
        assertEq(poked.fault(), "", "no fault");
        uint256 full;
        for (uint32 project; project < poked.PROJECTS(); ++project) {
            uint256 count = coop.work.creditedEpochCount(ProjectId.wrap(project));
            for (uint256 i; i < count; ++i) {
                uint32 epoch = coop.work.creditedEpoch(ProjectId.wrap(project), i);
                (uint64 issued, uint64 credit, ) = coop.shares.closedEpoch(ProjectId.wrap(project), epoch);
                if (issued < credit) ++full;
            }
        }
        assertGe(full, 2, "epochs that earned more than the budget");
    }

    function _play(Members hands, uint256 random) private {
        uint256 dice = (random >> 64) % 22;
        if (dice < 2) hands.enrol(random);
        else if (dice < 4) hands.record(random);
        else if (dice < 5) hands.recordJointly(random);
        else if (dice < 6) hands.attest(random);
        else if (dice < 8) hands.attestThrough(random);
        else if (dice < 9) hands.challenge(random);
        else if (dice < 10) hands.answer(random);
        else if (dice < 11) hands.withdraw(random);
        else if (dice < 12) hands.postBatch(random);
        else if (dice < 13) hands.proposeBinding(random);
        else if (dice < 14) hands.vote(random);
        else if (dice < 15) hands.fill(random);
        else if (dice < 16) hands.challenge(random);
        else if (dice < 18) hands.answer(random);
        else if (dice < 20) hands.wait(random);
        else if (dice < 21) hands.amend(random);
        else hands.closeProject(random);
    }
}
