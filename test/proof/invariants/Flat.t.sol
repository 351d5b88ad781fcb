// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";
import {Leaf, Proof, Tree} from "../../support/ground/Tree.sol";

/// The same acts cost the same among 60 members and 60 records as among 500 members and 500 records. (From 12 attesters on a
/// pair's spending is kept, and from 50 seated on it is asked who vouched for whom: fewer would compare two different acts.)
contract FlatGasProof is Ground {
    ProjectId private constant PROJECT = ProjectId.wrap(0);
    uint256 private constant SUBJECT = 5; // whose record is measured

    Coop private few;
    Coop private many;
    Tree private tree;
    uint256 private time;
    address[] private keys;

    function setUp() public {
        uint256 genesis = _now();
        keys.push(address(0));
        for (uint256 i = 1; i <= 500; ++i) keys.push(_keyOf(i));
        tree = new Tree();
        Leaf[] memory leaves = new Leaf[](16);
        for (uint256 i; i < 16; ++i) leaves[i] = Leaf(keccak256(abi.encode("person", i)), 1000, 0);
        tree.grow(leaves);
        (few, many) = (_populate(60), _populate(500));
        time = genesis + EPOCH + 1 hours;
        vm.warp(time);
        _work(few, 60);
        _work(many, 500);
    }

    /// Recording, the first answer, the answer that seals, a challenge and an answer to it.
    function test_recordingAndAttestingCostTheSame() public {
        bytes32 evidence = keccak256("measured");
        for (uint256 step; step < 5; ++step) {
            _same(_measure(few, step, evidence), _measure(many, step, evidence), step);
        }
    }

    /// Drawing a lot, a leaf, and closing the epoch on the way.
    function test_drawingCostsTheSame() public {
        time += 40 * 30 days;
        vm.warp(time);
        _same(_measure(few, 5, 0), _measure(many, 5, 0), 5);
        _same(_measure(few, 6, 0), _measure(many, 6, 0), 6);
    }

    function _same(uint256 a, uint256 b, uint256 step) private pure {
        string[7] memory acts = ["record", "attest", "seal", "challenge", "answer", "draw", "drawLeaf"];
        assertGe(a, 20_000, acts[step]); // something was done
        assertLe((a > b ? a - b : b - a) * 100, a, string.concat(acts[step], ": within one part in a hundred"));
    }

    /// Gas of one act by the same members, each met for the first time in this transaction.
    function _measure(Coop memory coop, uint256 step, bytes32 evidence) private returns (uint256 gas) {
        uint32[] memory epochs = new uint32[](1);
        (MemberId subject, uint32[2] memory by) = (MemberId.wrap(uint32(SUBJECT)), [uint32(6), 7]);
        epochs[0] = 1;
        (, , Proof memory proof) = tree.prove(3);
        Leaf memory leaf = tree.leafAt(3);
        LeafProof memory told = LeafProof(leaf.identity, leaf.value, leaf.recordsDigest, 3, proof.hashes, proof.sums);
        ContributionId batch = coop.work.idOf(MemberId.wrap(1), tree.root());
        if (step < 5)
            vm.prank(
                keys[
                    step == 0
                        ? SUBJECT
                        : step == 1
                            ? by[0]
                            : step == 2
                                ? by[1]
                                : 5 + step
                ]
            );
        if (step == 0) {
            gas = gasleft();
            coop.work.record(_report(0, 900, evidence));
        } else if (step < 3) {
            gas = gasleft();
            coop.work.attest(subject, evidence, 900);
        } else if (step == 3) {
            gas = gasleft();
            coop.challenges.challenge(subject, evidence);
        } else if (step == 4) {
            gas = gasleft();
            coop.challenges.answer(subject, evidence, 10);
        } else if (step == 5) {
            gas = gasleft();
            coop.shares.draw(PROJECT, MemberId.wrap(9), epochs);
        } else {
            gas = gasleft();
            coop.shares.drawLeaf(batch, told);
        }
        gas -= gasleft();
    }

    /// Everybody attests from epoch 1 on.
    function _populate(uint256 count) private returns (Coop memory coop) {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (1 << 40, 1);
        coop = _found(count, budgets, rates);
        for (uint256 round; round < 2; ++round) {
            for (uint256 i = 1; i <= count; ++i) {
                if (coop.work.isEnrolled(PROJECT, MemberId.wrap(uint32(i)), 1)) continue;
                vm.prank(keys[i]);
                coop.work.enrol(PROJECT);
            }
        }
    }

    /// As many records as members, three of them sealed, and one batch.
    function _work(Coop memory coop, uint256 count) private {
        require(coop.work.enrolledNow(PROJECT) == count, "all attest");
        for (uint256 i = 1; i <= count; ++i) {
            if (i == SUBJECT) continue;
            bytes32 evidence = keccak256(abi.encode("record of", i));
            vm.prank(keys[i]);
            coop.work.record(_report(0, 1000, evidence));
            if (i < 9 || i > 11) continue;
            for (uint256 who = 3; who <= 4; ++who) {
                vm.prank(keys[who]);
                coop.work.attest(MemberId.wrap(uint32(i)), evidence, 1000);
            }
        }
        (bytes32 root, uint64 sum) = (tree.root(), tree.sum());
        vm.prank(keys[1]);
        coop.work.postBatch(PROJECT, root, sum, 5000, 0, "");
        for (
            uint256 who = 2;
            who <= 8 && coop.work.claimOf(coop.work.idOf(MemberId.wrap(1), root)).inForce == 0;
            ++who
        ) {
            if (who == SUBJECT || who == 6 || who == 7) continue;
            vm.prank(keys[who]);
            coop.work.attest(MemberId.wrap(1), root, 1);
        }
        for (
            uint256 who = 9;
            who <= 12 && coop.work.claimOf(coop.work.idOf(MemberId.wrap(1), root)).inForce == 0;
            ++who
        ) {
            vm.prank(keys[who]);
            coop.work.attest(MemberId.wrap(1), root, 1);
        }
    }
}
