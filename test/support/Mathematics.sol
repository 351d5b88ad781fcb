// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EpochMath} from "../../contracts/libraries/EpochMath.sol";
import {MedianMath} from "../../contracts/libraries/MedianMath.sol";
import {ReviewSheet} from "../../contracts/libraries/ReviewSheet.sol";
import {ShareMath} from "../../contracts/libraries/ShareMath.sol";
import {SplitMath} from "../../contracts/libraries/SplitMath.sol";
import {SumTree} from "../../contracts/libraries/SumTree.sol";

/// @notice Opens the libraries to the parity specs, many cases a call. Never deployed but by tests.
contract Mathematics {
    function epochs(
        uint256 genesis,
        uint256[] calldata times
    ) external pure returns (uint32[] memory epoch, uint256[] memory start, bool[] memory isFinal) {
        (epoch, start, isFinal) = (new uint32[](times.length), new uint256[](times.length), new bool[](times.length));
        for (uint256 i; i < times.length; ++i) {
            epoch[i] = EpochMath.epochAt(genesis, times[i]);
            start[i] = EpochMath.start(genesis, epoch[i]);
            isFinal[i] = EpochMath.isFinal(genesis, epoch[i] - (epoch[i] < 2 ? epoch[i] : 2), times[i]);
        }
    }

    function lowerMedians(uint32[][] memory lists) external pure returns (uint32[] memory medians) {
        medians = new uint32[](lists.length);
        for (uint256 i; i < lists.length; ++i) medians[i] = MedianMath.lower(lists[i]);
    }

    function upperMedians(uint8[][] calldata lists) external pure returns (uint256[] memory medians) {
        medians = new uint256[](lists.length);
        for (uint256 i; i < lists.length; ++i) {
            uint256 counters;
            for (uint256 j; j < lists[i].length; ++j) counters = MedianMath.addTenths(counters, lists[i][j]);
            medians[i] = MedianMath.upperOfTenths(counters, lists[i].length);
        }
    }

    /// @dev Each list is one sheet: the marks of its reviewers, of which some are given anew before the grade is asked for.
    function gradesOf(
        uint24[][] calldata lists,
        uint24[] calldata firsts
    ) external pure returns (uint8[] memory grades) {
        grades = new uint8[](lists.length);
        for (uint256 i; i < lists.length; ++i) {
            (uint256 low, uint256 high) = (ReviewSheet.EMPTY, ReviewSheet.EMPTY);
            (low, high) = (ReviewSheet.add(low, firsts[i], 0), ReviewSheet.add(high, firsts[i], 1));
            for (uint256 j; j < lists[i].length; ++j) {
                low = ReviewSheet.add(low, lists[i][j], 0);
                high = ReviewSheet.add(high, lists[i][j], 1);
            }
            (low, high) = (ReviewSheet.remove(low, firsts[i], 0), ReviewSheet.remove(high, firsts[i], 1));
            grades[i] = uint8(ReviewSheet.grade(low, high, lists[i].length));
        }
    }

    function areMarks(uint24[] calldata marks) external pure returns (bool[] memory valid) {
        valid = new bool[](marks.length);
        for (uint256 i; i < marks.length; ++i) valid[i] = ReviewSheet.areMarks(marks[i]);
    }

    function splits(
        uint8[][] calldata parts,
        uint64[] calldata values
    ) external pure returns (uint64[][] memory shares) {
        shares = new uint64[][](parts.length);
        for (uint256 i; i < parts.length; ++i) {
            uint256 word = SplitMath.begin(parts[i][0]);
            for (uint256 j = 1; j < parts[i].length; ++j) word = SplitMath.add(word, j - 1, uint32(j), parts[i][j]);
            shares[i] = SplitMath.shareOut(word, values[i]);
        }
    }

    function credits(uint64[3][] calldata cases) external pure returns (uint64[] memory shares) {
        shares = new uint64[](cases.length);
        for (uint256 i; i < cases.length; ++i) shares[i] = ShareMath.ofCredit(cases[i][0], cases[i][1], cases[i][2]);
    }

    function leaves(ShareMath.Leaf[] calldata cases) external pure returns (uint64[2][] memory shares) {
        shares = new uint64[2][](cases.length);
        for (uint256 i; i < cases.length; ++i) (shares[i][0], shares[i][1]) = ShareMath.ofLeaf(cases[i]);
    }

    function leafHash(bytes32 identity, uint64 value, bytes32 recordsDigest) external pure returns (bytes32) {
        return SumTree.leafHash(identity, value, recordsDigest);
    }

    function verify(
        bytes32 root,
        uint64 sum,
        uint256 index,
        bytes32 leaf,
        uint64 value,
        bytes32[] calldata hashes,
        uint64[] calldata sums
    ) external pure returns (bool) {
        return SumTree.verify(root, sum, index, leaf, value, hashes, sums);
    }
}
