// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Merkle-sum tree
/// @notice Every node binds the sum beneath it, so that a root and its sum say exactly how much can be drawn.
/// @dev Leaf: keccak256(keccak256(abi.encode(identity, value, recordsDigest))). Node: keccak256(abi.encode(left, leftSum, right, rightSum)).
/// A leaf's preimage is 32 bytes and a node's 128, so that neither passes for the other. An odd node is joined with the empty
/// node (hash 0, sum 0). Theorems, attacked in test/proof/SumTree.t.sol and by the client's twin in test/spec/parity:
/// - two proofs under one root for different places stand for values whose sum is at most the root's (all sums are unsigned);
/// - the place (depth and index together) is bound: one proof passes for one place only.
/// Source: the summation trees of "proof of liabilities" (Maxwell and Todd, 2013), with the sums of both children inside the hash.
library SumTree {
    /// @notice The hash of a leaf.
    function leafHash(bytes32 identity, uint64 value, bytes32 recordsDigest) internal pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(abi.encode(identity, value, recordsDigest))));
    }

    /// @notice Whether a leaf of `value` stands at `index` under `root` and `sum`.
    /// @param hashes the siblings' hashes, from the leaf upward; as many as the tree is deep
    /// @param sums the siblings' sums, likewise
    function verify(
        bytes32 root,
        uint64 sum,
        uint256 index,
        bytes32 leaf,
        uint64 value,
        bytes32[] calldata hashes,
        uint64[] calldata sums
    ) internal pure returns (bool) {
        uint256 depth = hashes.length;
        if (depth != sums.length || depth > 63 || index >> depth != 0 || value == 0) return false;
        bytes32 node = leaf;
        uint256 total = value;
        for (uint256 level; level < depth; ++level) {
            (bytes32 sibling, uint256 siblingSum) = (hashes[level], sums[level]);
            node =
                (index >> level) & 1 == 0
                    ? keccak256(abi.encode(node, total, sibling, siblingSum))
                    : keccak256(abi.encode(sibling, siblingSum, node, total));
            total += siblingSum;
        }
        return node == root && total == sum;
    }

    /// @notice A number for the place of a leaf, different for every depth and index: the node's number when the root is 1.
    function place(uint256 index, uint256 depth) internal pure returns (uint256) {
        return (1 << depth) | index;
    }
}
