// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// What a person has of a history.
struct Leaf {
    bytes32 identity;
    uint64 value;
    bytes32 recordsDigest;
}

/// Siblings from the leaf upward.
struct Proof {
    bytes32[] hashes;
    uint64[] sums;
}

/// Grows a Merkle-sum tree, in its own words and not by the contracts' library, and proves what stands in it.
contract Tree {
    Leaf[] private _leaves;
    bytes32[][] private _hashes; // by level, leaves first
    uint64[][] private _sums;

    function grow(Leaf[] memory leaves) external {
        delete _leaves;
        delete _hashes;
        delete _sums;
        bytes32[] memory hashes = new bytes32[](leaves.length);
        uint64[] memory sums = new uint64[](leaves.length);
        for (uint256 i; i < leaves.length; ++i) {
            _leaves.push(leaves[i]);
            bytes32 once = keccak256(abi.encode(leaves[i].identity, leaves[i].value, leaves[i].recordsDigest));
            (hashes[i], sums[i]) = (keccak256(bytes.concat(once)), leaves[i].value);
        }
        _hashes.push(hashes);
        _sums.push(sums);
        while (hashes.length > 1) (hashes, sums) = _join(hashes, sums);
    }

    function leafCount() external view returns (uint256) {
        return _leaves.length;
    }

    function leafAt(uint256 index) external view returns (Leaf memory) {
        return _leaves[index];
    }

    function depth() public view returns (uint256) {
        return _hashes.length - 1;
    }

    function root() external view returns (bytes32) {
        return _hashes[depth()][0];
    }

    function sum() external view returns (uint64) {
        return _sums[depth()][0];
    }

    /// A node, or the empty one (hash 0, sum 0) beyond the last.
    function nodeAt(uint256 level, uint256 index) public view returns (bytes32, uint64) {
        return index < _hashes[level].length ? (_hashes[level][index], _sums[level][index]) : (bytes32(0), 0);
    }

    function prove(uint256 index) external view returns (bytes32 hash, uint64 value, Proof memory proof) {
        return proveNode(0, index);
    }

    /// A proof for a node of any level, as if it were a leaf.
    function proveNode(
        uint256 level,
        uint256 index
    ) public view returns (bytes32 hash, uint64 value, Proof memory proof) {
        (hash, value) = nodeAt(level, index);
        proof = Proof(new bytes32[](depth() - level), new uint64[](depth() - level));
        for (uint256 i; level < depth(); (++i, ++level, index >>= 1)) {
            (proof.hashes[i], proof.sums[i]) = nodeAt(level, index ^ 1);
        }
    }

    function _join(
        bytes32[] memory hashes,
        uint64[] memory sums
    ) private returns (bytes32[] memory h, uint64[] memory s) {
        uint256 count = (hashes.length + 1) / 2;
        (h, s) = (new bytes32[](count), new uint64[](count));
        for (uint256 i; i < count; ++i) {
            bool alone = 2 * i + 1 == hashes.length;
            (bytes32 right, uint64 rightSum) = alone ? (bytes32(0), 0) : (hashes[2 * i + 1], sums[2 * i + 1]);
            h[i] = keccak256(abi.encode(hashes[2 * i], uint256(sums[2 * i]), right, uint256(rightSum)));
            s[i] = sums[2 * i] + rightSum;
        }
        _hashes.push(h);
        _sums.push(s);
    }
}
