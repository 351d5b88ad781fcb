// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SumTree} from "../../contracts/libraries/SumTree.sol";
import {MiniTest} from "../support/MiniTest.sol";
import {Proof} from "../support/ground/Tree.sol";

/// Trees as an adversary makes them: any node may claim any sum for its children, hide what is beneath, or hold one subtree twice.
contract HostileRootsProof is MiniTest {
    uint256 private constant DEPTH = 5;

    bytes32[][] private _hashes; // by level, leaves first; all that a full tree holds
    uint64[][] private _sums; //   as their parents claim them
    bool[][] private _truthful; // whether the claimed sum is what stands beneath, as it claims itself

    /// Whatever the sums claim: all leaves that can be proved hold the root's sum at most, and those whose path tells the truth
    /// are proved, whatever the others do.
    function testFuzz_allProvedLeavesHoldTheSumAtMost(uint256 seed) public {
        _grow(seed);
        uint64 sum = _sums[DEPTH][0];
        uint256 drawn;
        for (uint256 i; i < 1 << DEPTH; ++i) {
            (bytes32 hash, uint64 value, Proof memory proof, bool honest) = _prove(i, seed);
            bool passes = this.check(_hashes[DEPTH][0], sum, i, hash, value, proof);
            assertEq(passes, honest && value != 0, "proved if, and only if, every sum on its path is true");
            if (passes) drawn += value;
        }
        assertLe(drawn, sum, "all together the sum at most");
    }

    /// No value but its own passes for a leaf, so that a lie below cannot be mended by another lie above.
    function testFuzz_noOtherValueMendsALie(uint256 seed, uint256 which, uint64 other) public {
        _grow(seed);
        uint256 i = which % (1 << DEPTH);
        (bytes32 hash, uint64 value, Proof memory proof, ) = _prove(i, seed);
        // The place of a leaf binds the sum that its parent claims for it, and no second one.
        if (other == _sums[0][i]) other = value;
        bool passes = this.check(_hashes[DEPTH][0], _sums[DEPTH][0], i, hash, other, proof);
        if (other != _sums[0][i]) assertTrue(!passes, "another value");
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

    /// A leaf's own value, its siblings as they are claimed, and whether nothing on its path lies.
    function _prove(
        uint256 index,
        uint256 seed
    ) private view returns (bytes32 hash, uint64 value, Proof memory proof, bool honest) {
        hash = _hashes[0][index];
        value = _value(seed, index);
        honest = true;
        proof = Proof(new bytes32[](DEPTH), new uint64[](DEPTH));
        for (uint256 level; level <= DEPTH; (++level, index >>= 1)) {
            honest = honest && _truthful[level][index];
            if (level == DEPTH) break;
            (proof.hashes[level], proof.sums[level]) = (_hashes[level][index ^ 1], _sums[level][index ^ 1]);
        }
    }

    function _value(uint256 seed, uint256 index) private pure returns (uint64) {
        uint256 random = uint256(keccak256(abi.encode(seed, "value", index)));
        if (random & 7 == 0) return 0;
        return uint64((random >> 8) % (random & 8 == 0 ? 1 << 57 : 100));
    }

    function _grow(uint256 seed) private {
        delete _hashes;
        delete _sums;
        delete _truthful;
        for (uint256 level; level <= DEPTH; ++level) {
            uint256 count = 1 << (DEPTH - level);
            _hashes.push(new bytes32[](count));
            _sums.push(new uint64[](count));
            _truthful.push(new bool[](count));
            for (uint256 i; i < count; ++i) _set(seed, level, i);
        }
    }

    function _set(uint256 seed, uint256 level, uint256 i) private {
        uint256 random = uint256(keccak256(abi.encode(seed, level, i)));
        uint64 sum;
        if (level == 0) {
            _hashes[0][i] = keccak256(abi.encode(seed, "leaf", i));
            sum = _value(seed, i);
        } else {
            (bytes32 left, bytes32 right) = (_hashes[level - 1][2 * i], _hashes[level - 1][2 * i + 1]);
            (uint64 leftSum, uint64 rightSum) = (_sums[level - 1][2 * i], _sums[level - 1][2 * i + 1]);
            _hashes[level][i] = keccak256(abi.encode(left, uint256(leftSum), right, uint256(rightSum)));
            // What two claims make together may be above 64 bits; then nothing can tell the truth about it.
            unchecked {
                sum = leftSum + rightSum;
            }
            _truthful[level][i] = sum >= leftSum;
        }
        if (level == 0) _truthful[0][i] = true;
        // One node in six claims another sum: less, more, or one that wraps.
        if (random % 6 != 0) {
            _sums[level][i] = sum;
            return;
        }
        uint256 how = (random >> 16) % 3;
        uint64 lie =
            how == 0
                ? uint64((random >> 32) % (uint256(sum) + 1))
                : how == 1
                    ? type(uint64).max - sum
                    : uint64(random >> 64);
        _sums[level][i] = lie;
        if (lie != sum) _truthful[level][i] = false;
    }
}
