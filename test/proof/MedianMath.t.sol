// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MedianMath} from "../../contracts/libraries/MedianMath.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// The medians against a count of the elements below and above, and against the expanded list of tenths.
contract MedianMathProof is MiniTest {
    function testFuzz_lowerIsTheMiddleOfASort(uint32[7] memory given, uint8 length) public pure {
        uint32[] memory list = _some(given, length);
        uint32 median = MedianMath.lower(_copy(list));
        assertEq(median, _sorted(list)[(list.length - 1) / 2], "the lower of the middles");
    }

    function testFuzz_atMostHalfLieBelowTheLowerMedian(uint8[7] memory given, uint8 length) public pure {
        uint32[] memory list = new uint32[](1 + (length % 7));
        for (uint256 i; i < list.length; ++i) list[i] = given[i] % 4; // many equal answers
        uint32 median = MedianMath.lower(_copy(list));
        (uint256 below, uint256 equal) = (0, 0);
        for (uint256 i; i < list.length; ++i) {
            if (list[i] < median) ++below;
            if (list[i] == median) ++equal;
        }
        assertGe(equal, 1, "the median is one of the answers");
        assertLe(2 * below, list.length - 1, "at most half of the others lie below");
        assertGe(2 * (below + equal), list.length, "and at least half reach up to it");
    }

    function testFuzz_oneAnswerMovesTheLowerMedianToANeighbour(
        uint32[7] memory given,
        uint8 length,
        uint8 which,
        uint32 other
    ) public pure {
        uint32[] memory list = _some(given, length);
        uint32[] memory sorted = _sorted(list);
        uint256 middle = (list.length - 1) / 2;
        list[which % list.length] = other;
        uint32 moved = MedianMath.lower(list);
        if (middle > 0) assertGe(moved, sorted[middle - 1], "not below the next lower answer");
        else assertLe(moved, sorted[0] > other ? sorted[0] : type(uint32).max, "with one below it, it may fall");
        if (middle + 1 < sorted.length) assertLe(moved, sorted[middle + 1], "not above the next higher answer");
    }

    function testFuzz_upperOfTenthsIsTheMiddleOfAllAnswers(uint256 seed, uint8 length) public pure {
        uint256 count = 1 + (uint256(length) % 64);
        uint256 counters;
        uint256[11] memory held;
        for (uint256 i; i < count; ++i) {
            uint256 tenths = uint256(keccak256(abi.encode(seed, i))) % 11;
            if (seed % 3 == 0) tenths = tenths % 2 == 0 ? 0 : 10; // batches and bindings
            counters = MedianMath.addTenths(counters, tenths);
            ++held[tenths];
        }
        (uint256 rank, uint256 middle) = (count / 2, 0);
        while (rank >= held[middle]) rank -= held[middle++];
        assertEq(MedianMath.upperOfTenths(counters, count), middle, "the upper of the middles");
    }

    function testFuzz_aCounterHoldsAsManyAsARoundAdmits(uint8 tenths, uint8 neighbour) public pure {
        uint256 here = tenths % 11;
        uint256 full = MedianMath.COUNTER_MASK << (here * MedianMath.COUNTER);
        assertEq(MedianMath.upperOfTenths(full, MedianMath.COUNTER_MASK), here, "a full counter is read whole");
        uint256 other = neighbour % 11;
        if (other == here) return;
        uint256 both = MedianMath.addTenths(full, other);
        assertEq(MedianMath.upperOfTenths(both, MedianMath.COUNTER_MASK + 1), here, "its neighbours are their own");
        assertLe(both, type(uint160).max, "all counters fit the word");
    }

    function _some(uint32[7] memory given, uint8 length) private pure returns (uint32[] memory list) {
        list = new uint32[](1 + (length % 7));
        for (uint256 i; i < list.length; ++i) list[i] = given[i];
    }

    function _copy(uint32[] memory list) private pure returns (uint32[] memory twin) {
        twin = new uint32[](list.length);
        for (uint256 i; i < list.length; ++i) twin[i] = list[i];
    }

    /// Another way to sort than the library's: the smallest left is taken out each time.
    function _sorted(uint32[] memory list) private pure returns (uint32[] memory sorted) {
        uint32[] memory left = _copy(list);
        bool[] memory taken = new bool[](left.length);
        sorted = new uint32[](left.length);
        for (uint256 i; i < sorted.length; ++i) {
            uint256 least = type(uint256).max;
            for (uint256 j; j < left.length; ++j) {
                if (!taken[j] && (least == type(uint256).max || left[j] < left[least])) least = j;
            }
            taken[least] = true;
            sorted[i] = left[least];
        }
    }
}
