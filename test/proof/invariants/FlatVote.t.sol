// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {BallotBundle, SignedBallot, WalletBallot} from "../../../contracts/governance/ICoopGovernor.sol";
import {MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {Charter, IProjectRegistry} from "../../../contracts/work/IProjectRegistry.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// Reviewing, proposing, voting and admitting cost the same among sixty and among ten thousand, all of whom reviewed and voted.
contract FlatVoteProof is Ground {
    uint256 private constant FEW = 60; // from 50 on a review asks who vouched for whom
    uint256 private constant MANY = 10_000;
    uint256 private constant LATE = 4; // members 1 to 3 write and propose, 4 to 7 come when all others were there

    Coop private few;
    Coop private many;
    address[] private keys;
    uint256 private time;
    StatementId[2] private statements; // of the few and the many
    uint256[2] private proposals;

    function setUp() public {
        keys.push(address(0));
        for (uint256 i = 1; i <= MANY; ++i) keys.push(_keyOf(i));
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (1_000_000, 1);
        (few, many) = (_found(FEW, budgets, rates), _found(MANY, budgets, rates));
        time = _now() + 1;
        vm.warp(time);
        (statements[0], statements[1]) = (_review(few, FEW), _review(many, MANY));
    }

    function test_reviewingProposingVotingAndAdmittingCostTheSame() public {
        _same("review", _lateReview(few, statements[0]), _lateReview(many, statements[1]));
        time = many.reviews.submissionOf(statements[1]).deadline;
        vm.warp(time);
        _same("propose", _propose(0), _propose(1));
        time = many.vote.proposalSnapshot(proposals[1]) + 1;
        vm.warp(time);
        _voteAll(few, proposals[0], FEW);
        _voteAll(many, proposals[1], MANY);
        _same("vote", _lateVote(few, proposals[0]), _lateVote(many, proposals[1]));
        _same("bundle", _lateBundle(few, proposals[0]), _lateBundle(many, proposals[1]));
        time = many.vote.proposalDeadline(proposals[1]) + 1;
        vm.warp(time);
        _same("queue", _finish(0, false), _finish(1, false));
        time = many.vote.proposalEta(proposals[1]);
        vm.warp(time);
        _same("admit", _finish(0, true), _finish(1, true));
        assertTrue(many.projects.isAdmitted(statements[1]), "it was admitted");
        (, uint256 yes, ) = many.vote.proposalVotes(proposals[1]);
        assertEq(yes, MANY - 3, "all but two against and one who abstained");
    }

    function _same(string memory act, uint256 a, uint256 b) private pure {
        assertGe(a, 10_000, act); // something was done
        assertLe((a > b ? a - b : b - a) * 100, a, string.concat(act, ": within one part in a hundred"));
    }

    /// A statement that all but four have reviewed.
    function _review(Coop memory coop, uint256 count) private returns (StatementId statement) {
        vm.prank(keys[1]);
        statement = coop.projects.draft(ProjectId.wrap(0), StatementId.wrap(0), new MemberId[](0), _terms());
        vm.prank(keys[1]);
        coop.reviews.submit(statement);
        for (uint256 i = LATE + 4; i <= count; ++i) {
            vm.prank(keys[i]);
            coop.reviews.review(statement, 0xaaaaaa, 0, "");
        }
        for (uint256 i = 2; i < LATE; ++i) {
            vm.prank(keys[i]);
            coop.reviews.review(statement, 0xaaaaaa, 0, "");
        }
    }

    function _lateReview(Coop memory coop, StatementId statement) private returns (uint256 gas) {
        vm.prank(keys[LATE]);
        gas = gasleft();
        coop.reviews.review(statement, 0x99aaaa, 0, "");
        gas -= gasleft();
    }

    function _propose(uint256 which) private returns (uint256 gas) {
        Coop memory coop = which == 0 ? few : many;
        (address[] memory targets, uint256[] memory values, bytes[] memory acts) = _act(which);
        vm.prank(keys[2]);
        gas = gasleft();
        proposals[which] = coop.vote.propose(targets, values, acts, "to admit it");
        gas -= gasleft();
    }

    function _voteAll(Coop memory coop, uint256 proposal, uint256 count) private {
        for (uint256 i = 1; i <= count; ++i) {
            if (i >= LATE && i < LATE + 4) continue;
            vm.prank(keys[i]);
            coop.vote.castVote(proposal, 1);
        }
    }

    function _lateVote(Coop memory coop, uint256 proposal) private returns (uint256 gas) {
        vm.prank(keys[LATE]);
        gas = gasleft();
        coop.vote.castVote(proposal, 0);
        gas -= gasleft();
    }

    /// Three ballots and one that was cast before.
    function _lateBundle(Coop memory coop, uint256 proposal) private returns (uint256 gas) {
        BallotBundle[] memory bundles = new BallotBundle[](1);
        bundles[0] = BallotBundle(proposal, new SignedBallot[](4), new WalletBallot[](0));
        for (uint256 i; i < 4; ++i) {
            uint8 support =
                i == 0
                    ? 1
                    : i == 1
                        ? 0
                        : i == 2
                            ? 2
                            : 1;
            (bytes32 r, bytes32 vs) = _signBallot(coop.vote, proposal, LATE + i, support);
            bundles[0].ballots[i] = _ballot(LATE + i, 0, support, r, vs);
        }
        gas = gasleft();
        coop.vote.castBallots(bundles);
        gas -= gasleft();
    }

    function _finish(uint256 which, bool execute) private returns (uint256 gas) {
        Coop memory coop = which == 0 ? few : many;
        (address[] memory targets, uint256[] memory values, bytes[] memory acts) = _act(which);
        bytes32 words = keccak256("to admit it");
        gas = gasleft();
        if (execute) coop.vote.execute(targets, values, acts, words);
        else coop.vote.queue(targets, values, acts, words);
        gas -= gasleft();
    }

    function _act(
        uint256 which
    ) private view returns (address[] memory targets, uint256[] memory values, bytes[] memory acts) {
        (targets, values, acts) = (new address[](1), new uint256[](1), new bytes[](1));
        targets[0] = address(which == 0 ? few.projects : many.projects);
        acts[0] = abi.encodeCall(IProjectRegistry.admit, (statements[which], 1, ProjectId.wrap(0), _terms()));
    }

    function _terms() private pure returns (Charter memory charter) {
        charter = _charter(1_000_000, 5);
        charter.statement = keccak256("a new one");
    }
}
