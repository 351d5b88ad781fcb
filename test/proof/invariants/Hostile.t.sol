// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Sums} from "../../../contracts/work/IContributionLedger.sol";
import {MiniTest} from "../../support/MiniTest.sol";
import {Coop} from "../../support/ground/Ground.sol";
import {Strangers} from "../../support/ground/Strangers.sol";

/// The strangers, where the test machine finds them by name.
contract Anybody is Strangers {
    constructor(uint256 members) Strangers(members) {}
}

/// What must hold whatever anybody calls with whatever arguments.
contract HostileInvariants is MiniTest {
    Anybody private anybody;
    Coop private coop;

    function setUp() public {
        anybody = new Anybody(13);
        coop = anybody.coop();
        targetContract(address(anybody));
        bytes4[] memory selectors = new bytes4[](4);
        selectors[0] = Strangers.anything.selector;
        selectors[1] = Strangers.enrolMany.selector;
        selectors[2] = Strangers.answerMany.selector;
        selectors[3] = Strangers.wait.selector;
        targetSelector(address(anybody), selectors);
    }

    function invariant_whatIsLetInKeepsTheCharter() public view {
        assertEq(anybody.fault(), "", "a rule was broken");
        ProjectId project = ProjectId.wrap(anybody.lastProject());
        _checkHeads(project);
        _checkCredit(project);
        _checkShares(project);
    }

    /// Most is refused, and still every door was opened by somebody: what is proved is not empty.
    function test_someOfItIsLetIn() public {
        for (uint256 i; i < 1500; ++i) {
            uint256 random = uint256(keccak256(abi.encode(i)));
            uint256 dice = random % 20;
            if (dice == 0) anybody.wait(random);
            else if (dice < 3) anybody.enrolMany(random);
            else if (dice < 6) anybody.answerMany(random);
            else anybody.anything(random);
        }
        assertEq(anybody.fault(), "", "a rule was broken");
        assertGe(anybody.accepted(), 100, "much is let in");
        assertGe(anybody.refused(), 500, "and more is refused");
        assertGe(anybody.letIn(coop.work.record.selector), 10, "records");
        assertGe(anybody.letIn(coop.challenges.challenge.selector), 1, "challenges");
    }

    function _checkHeads(ProjectId project) private view {
        uint32 epoch = coop.numbers.currentEpoch();
        uint256 enrolled;
        for (uint32 i = 1; i <= anybody.count(); ++i) {
            if (coop.work.isEnrolled(project, MemberId.wrap(i), epoch)) ++enrolled;
            (uint256 limit, uint256 spent) = coop.work.attesterBudget(project, MemberId.wrap(i));
            assertLe(spent, limit, "an attester spends A at most");
            uint256 projects;
            for (uint32 j; j < anybody.PROJECTS(); ++j) {
                if (coop.work.isEnrolled(ProjectId.wrap(j), MemberId.wrap(i), epoch)) ++projects;
            }
            assertLe(projects, 3, "a member attests in three projects at most");
        }
        assertEq(
            coop.work.enrolledNow(project),
            enrolled,
            "the head count is the number of terms that cover the epoch"
        );
    }

    function _checkCredit(ProjectId project) private view {
        uint256 count = coop.work.creditedEpochCount(project);
        if (count == 0) return;
        uint32 epoch = coop.work.creditedEpoch(project, count - 1);
        if (count > 1) assertGe(epoch, coop.work.creditedEpoch(project, count - 2) + 1, "credited epochs ascend");
        Sums memory sums = coop.work.sumsOf(project, epoch);
        uint256 direct;
        for (uint32 i = 1; i <= anybody.count(); ++i) {
            uint256 credit = coop.work.creditOf(project, epoch, MemberId.wrap(i));
            assertLe(credit, sums.stop, "a member counts for the stop at most");
            direct += credit;
        }
        assertEq(direct, sums.direct, "the members' credits sum to the direct lane");
        assertLe(sums.batchPart, sums.budget / 2, "batches count for half the budget at most");
        assertEq(sums.total, sums.direct + sums.batchPart, "the total is both lanes");
    }

    function _checkShares(ProjectId project) private view {
        (uint32 closed, uint64 issued) = coop.shares.closedUntil(project);
        for (uint256 i; i < closed; ++i) {
            uint32 epoch = coop.work.creditedEpoch(project, i);
            (, uint64 credit, ) = coop.shares.closedEpoch(project, epoch);
            assertEq(credit, coop.work.sumsOf(project, epoch).total, "what was divided changes no more");
            assertLe(uint256(epoch) + 2, coop.numbers.currentEpoch(), "only final epochs are closed");
        }
        uint256 drawn;
        for (uint32 i; i <= anybody.count(); ++i) drawn += coop.shares.sharesOf(project, MemberId.wrap(i));
        assertLe(drawn, issued, "never more is drawn than issued");
    }
}
