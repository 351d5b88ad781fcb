// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {MiniTest} from "../support/MiniTest.sol";
import {Leaf, Proof, Tree} from "../support/ground/Tree.sol";

/// Trees made at random, and every way to pass for a member that we could think of.
contract SumTreeProof is MiniTest {
    Tree private tree = new Tree();

    function testFuzz_everyLeafIsProvedAtItsPlace(uint256 seed) public {
        uint256 count = _grow(seed, 33);
        uint256 sum;
        for (uint256 i; i < count; ++i) {
            (bytes32 hash, uint64 value, Proof memory proof) = tree.prove(i);
            assertTrue(_passes(hash, value, i, proof), "every leaf passes");
            sum += value;
        }
        assertEq(tree.sum(), sum, "the root's sum is the sum of the leaves");
    }

    /// Another value, sum, place, depth, sibling: nothing that differs from the proof passes.
    function testFuzz_anAlteredProofFails(uint256 seed, uint256 which, uint256 noise) public {
        uint256 count = _grow(seed, 20);
        uint256 index = which % count;
        (bytes32 hash, uint64 value, Proof memory proof) = tree.prove(index);
        uint256 depth = proof.hashes.length;
        uint64 other = uint64(bound(noise, 1, type(uint64).max));
        if (other == value) ++other;
        assertTrue(!_passes(hash, other, index, proof), "another value");
        assertTrue(!_passes(keccak256(abi.encode(hash, noise)), value, index, proof), "another leaf");
        assertTrue(!_passes(hash, 0, index, proof), "no value");
        uint256 place = noise % (1 << depth);
        if (place != index) assertTrue(!_passes(hash, value, place, proof), "another place");
        assertTrue(!_passes(hash, value, index | (1 << depth), proof), "a place beyond the depth");
        assertTrue(!this.check(tree.root(), tree.sum() + 1, index, hash, value, proof), "another sum");
        assertTrue(!this.check(bytes32(noise), tree.sum(), index, hash, value, proof), "another root");
        assertTrue(!_passes(hash, value, index, _longer(proof)), "a longer proof");
        if (depth == 0) return;
        uint256 level = noise % depth;
        proof.sums[level] += 1;
        assertTrue(!_passes(hash, value, index, proof), "another sibling sum");
        if (value > 1) assertTrue(!_passes(hash, value - 1, index, proof), "value moved to the sibling");
        proof.sums[level] -= 1;
        proof.hashes[level] = keccak256(abi.encode(noise, proof.hashes[level]));
        assertTrue(!_passes(hash, value, index, proof), "another sibling");
    }

    /// A node's preimage is 128 bytes and a leaf's 32: no node passes for a leaf, at no depth.
    function testFuzz_noInnerNodePassesForALeaf(uint256 seed) public {
        uint256 count = _grow(seed, 12);
        for (uint256 level = 1; level < tree.depth() + 1; ++level) {
            for (uint256 i; i << level < count; ++i) {
                (bytes32 node, uint64 sum, Proof memory proof) = tree.proveNode(level, i);
                // As a hash it does stand there: only a leaf's hash of 32 bytes twice over could be the same, and none is known.
                assertTrue(_passes(node, sum, i, proof), "the node stands where it is");
                (bytes32 left, uint64 leftSum) = tree.nodeAt(level - 1, 2 * i);
                (bytes32 right, uint64 rightSum) = tree.nodeAt(level - 1, 2 * i + 1);
                bytes32 asLeaf = SumTree.leafHash(left, sum, right);
                assertTrue(!_passes(asLeaf, sum, i, proof), "its children do not make a leaf");
                asLeaf = keccak256(abi.encode(keccak256(abi.encode(left, leftSum, right, rightSum))));
                assertTrue(!_passes(asLeaf, sum, i, proof), "nor do they with their sums");
            }
        }
    }

    /// Whatever tree a steward makes: proofs that pass at different places never stand for more than the root's sum.
    function testFuzz_twoPlacesNeverHoldMoreThanTheSum(uint256 seed, uint256 a, uint256 b) public {
        uint256 count = _grow(seed, 16);
        (uint256 i, uint256 j) = (a % count, b % count);
        (, uint64 first, ) = tree.prove(i);
        (, uint64 second, ) = tree.prove(j);
        if (i != j) assertLe(uint256(first) + second, tree.sum(), "two leaves hold the sum at most");
        // A leaf and the node above it are different places too; a leaf's preimage of that node would be a collision.
        assertTrue(
            SumTree.place(i, tree.depth()) != SumTree.place(i >> 1, tree.depth() + 1),
            "other depth, other place"
        );
    }

    function testFuzz_aPlaceIsADepthAndAnIndex(uint256 a, uint8 deep, uint256 b, uint8 deeper) public pure {
        (uint256 depth, uint256 other) = (deep % 64, deeper % 64);
        (uint256 i, uint256 j) = (a % (1 << depth), b % (1 << other));
        bool same = depth == other && i == j;
        assertEq(SumTree.place(i, depth) == SumTree.place(j, other), same, "one number for one place");
    }

    /// Sums that wrap around cannot hide value: a sibling whose sum completes 2^64 is refused.
    function testFuzz_sumsDoNotWrap(uint64 value, uint64 sum) public view {
        vm.assume(value > sum && sum > 0);
        Proof memory proof = Proof(new bytes32[](1), new uint64[](1));
        proof.hashes[0] = keccak256("sibling");
        unchecked {
            proof.sums[0] = sum - value;
        }
        bytes32 leaf = keccak256("leaf");
        bytes32 root = keccak256(abi.encode(leaf, uint256(value), proof.hashes[0], uint256(proof.sums[0])));
        assertTrue(!this.check(root, sum, 0, leaf, value, proof), "a root whose sum wrapped proves nothing");
    }

    function test_unevenDeepAndEmptyProofsAreRefused() public view {
        Proof memory proof = Proof(new bytes32[](2), new uint64[](1));
        assertTrue(!this.check(bytes32(0), 1, 0, bytes32(0), 1, proof), "as many sums as hashes");
        proof = Proof(new bytes32[](64), new uint64[](64));
        bytes32 node = keccak256("leaf");
        for (uint256 i; i < 64; ++i) node = keccak256(abi.encode(node, uint256(1), bytes32(0), uint256(0)));
        assertTrue(!this.check(node, 1, 0, keccak256("leaf"), 1, proof), "63 levels at most");
        proof = Proof(new bytes32[](0), new uint64[](0));
        assertTrue(!this.check(keccak256("leaf"), 0, 0, keccak256("leaf"), 0, proof), "nothing is worth nothing");
    }

    function check(
        bytes32 root,
        uint64 sum,
        uint256 index,
        bytes32 leaf,
        uint64 value,
        Proof calldata proof
    ) external pure returns (bool) {
        return SumTree.verify(root, sum, index, leaf, value, proof.hashes, proof.sums);
    }

    function _passes(bytes32 leaf, uint64 value, uint256 index, Proof memory proof) private view returns (bool) {
        return this.check(tree.root(), tree.sum(), index, leaf, value, proof);
    }

    function _longer(Proof memory proof) private pure returns (Proof memory more) {
        uint256 depth = proof.hashes.length;
        more = Proof(new bytes32[](depth + 1), new uint64[](depth + 1));
        for (uint256 i; i < depth; ++i) (more.hashes[i], more.sums[i]) = (proof.hashes[i], proof.sums[i]);
    }

    function _grow(uint256 seed, uint256 most) private returns (uint256 count) {
        count = 1 + (seed % most);
        Leaf[] memory leaves = new Leaf[](count);
        for (uint256 i; i < count; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            leaves[i] = Leaf(
                bytes32(random),
                uint64(1 + (random % (1 << (1 + ((random >> 64) % 58))))),
                keccak256(abi.encode(random))
            );
        }
        tree.grow(leaves);
    }
}
