// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Assembly} from "../../support/assembly/Assembly.sol";
import {Matter} from "../../../contracts/governance/ICoopGovernor.sol";
import {Minutes, Proposal} from "../../support/assembly/Minutes.sol";
import {Ground} from "../../support/ground/Ground.sol";

/// The assembly, where the test machine finds it by name.
contract Commons is Assembly {
    constructor(uint256 members) Minutes(members) {}
}

/// What must hold after every act of an assembly and of those who would get round it. The acts compare every proposal with what
/// they remember: ballots with receipts and seats, quorum and majority with the numbers of the first second, every stage with the clock.
contract AssemblyInvariants is Ground {
    Commons private few; //  where more than half must take part
    Commons private many; // where a percentage must

    function setUp() public {
        (few, many) = (Commons(_deploy("Commons", abi.encode(6))), Commons(_deploy("Commons", abi.encode(17))));
        _target(few);
        _target(many);
    }

    function invariant_theVoteDecidesAndNothingElse() public view {
        assertEq(few.fault(), "", "the few saw a fault");
        assertEq(many.fault(), "", "the many saw a fault");
    }

    /// Liveness: from wherever this ended, what all want passes.
    function afterInvariant() public {
        assertTrue(few.settle(), "the few can still change a number");
        assertTrue(many.settle(), "the many can still change a number");
        assertEq(few.fault(), "", "the few saw a fault at the end");
        assertEq(many.fault(), "", "the many saw a fault at the end");
    }

    /// All kinds of acts are done, and proposals end in every way: what is proved is not empty.
    function test_theAssemblyIsBusy() public {
        uint256[8] memory ended;
        uint256[4] memory executed;
        uint256 extended;
        for (uint256 i; i < 700; ++i) _play(many, uint256(keccak256(abi.encode("assembly", i))));
        assertEq(many.fault(), "", "no fault");
        assertTrue(many.settle(), "and still a change passes");
        for (uint256 i; i < many.proposalCount(); ++i) {
            Proposal memory p = many.proposalAt(i);
            ++ended[uint256(many.stateOf(i))];
            if (p.executed) ++executed[uint256(p.matter)];
            if (p.extended != 0) ++extended;
        }
        assertGe(ended[uint256(IGovernor.ProposalState.Canceled)], 2, "some are cancelled");
        assertGe(ended[uint256(IGovernor.ProposalState.Defeated)], 2, "some fail");
        assertGe(ended[uint256(IGovernor.ProposalState.Expired)], 2, "some are never executed");
        assertGe(executed[uint256(Matter.Terms)], 5, "terms are changed");
        assertGe(executed[uint256(Matter.Admission)], 2, "statements are admitted");
        assertGe(executed[uint256(Matter.Expulsion)], 1, "members are expelled");
        assertGe(extended, 2, "quorums come late");
    }

    function _play(Commons those, uint256 random) private {
        uint256 dice = (random >> 64) % 20;
        if (dice < 4) those.propose(random);
        else if (dice < 6) those.vote(random);
        else if (dice < 8) those.bundle(random);
        else if (dice < 9) those.cancel(random);
        else if (dice < 10) those.queue(random);
        else if (dice < 12) those.execute(random);
        else if (dice < 13) those.intrude(random);
        else if (dice < 15) those.carryThrough(random);
        else those.wait(random);
    }

    function _target(Commons target) private {
        targetContract(address(target));
        bytes4[] memory selectors = new bytes4[](9);
        selectors[0] = Assembly.propose.selector;
        selectors[1] = Assembly.vote.selector;
        selectors[2] = Assembly.bundle.selector;
        selectors[3] = Assembly.cancel.selector;
        selectors[4] = Assembly.queue.selector;
        selectors[5] = Assembly.execute.selector;
        selectors[6] = Assembly.intrude.selector;
        selectors[7] = Assembly.carryThrough.selector;
        selectors[8] = Assembly.wait.selector;
        targetSelector(address(target), selectors);
    }
}
