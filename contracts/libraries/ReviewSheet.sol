// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Grade} from "../types/Stages.sol";

/// @title Review sheets
/// @notice Counts marks of 0, 1 or 2 on twelve criteria, and grades by the lower medians.
/// @dev Two words, six criteria each; a criterion has two counters of 21 bits, how many gave 1 and how many gave 2 (who gave 0 is
/// the rest), so that a word uses 252 bits and two million reviews fit. Bit 255 is set from the beginning: a counter's first mark
/// then costs a reviewer no more than any other; the proposer, who asks, pays for the sheet.
/// With n reviews, z zeros and o ones the lower median is the mark of rank ⌊(n - 1) / 2⌋ in ascending order: 0 where the rank is
/// below z, 1 where it is below z + o, else 2. Attacked in test/proof/ReviewSheet.t.sol against a sort.
library ReviewSheet {
    uint256 internal constant CRITERIA = 12;
    uint256 internal constant EMPTY = 1 << 255;
    uint256 private constant HALF = 6;
    uint256 private constant BITS = 21;
    uint256 private constant MASK = (1 << BITS) - 1;
    uint24 private constant LOW_BITS = 0x555555;
    /// @dev Σ 2^(20·k) and Σ 2^(21·k), k from 0 to 11.
    uint256 private constant COPIES = ((1 << 240) - 1) / ((1 << 20) - 1);
    uint256 private constant PLACES = ((1 << 252) - 1) / ((1 << 21) - 1);
    /// @dev Return to users, closed loop, price–value separation: bits 2, 6 and 7.
    uint256 private constant CAPPING = 0xc4;

    /// @notice Whether each of the twelve marks is 0, 1 or 2.
    function areMarks(uint24 marks) internal pure returns (bool) {
        return marks & (marks >> 1) & LOW_BITS == 0;
    }

    /// @notice Adds the marks of one half (0: criteria 0 to 5; 1: criteria 6 to 11) to its word.
    function add(uint256 word, uint24 marks, uint256 half) internal pure returns (uint256) {
        return word + _spread(marks, half);
    }

    /// @notice Takes marks that were added back out.
    function remove(uint256 word, uint24 marks, uint256 half) internal pure returns (uint256) {
        return word - _spread(marks, half);
    }

    /// @notice How many gave 0, 1 and 2 on a criterion.
    function counts(
        uint256 low,
        uint256 high,
        uint256 criterion,
        uint256 reviews
    ) internal pure returns (uint256 zeros, uint256 ones, uint256 twos) {
        uint256 word = criterion < HALF ? low : high;
        uint256 shift = 2 * BITS * (criterion % HALF);
        ones = (word >> shift) & MASK;
        twos = (word >> (shift + BITS)) & MASK;
        zeros = reviews - ones - twos;
    }

    /// @notice The grade of at least one review: the sum of the lower medians, capped at C where one that caps is 0.
    function grade(uint256 low, uint256 high, uint256 reviews) internal pure returns (Grade) {
        uint256 rank = (reviews - 1) / 2;
        uint256 sum;
        bool capped;
        for (uint256 i; i < CRITERIA; ++i) {
            (uint256 zeros, uint256 ones, ) = counts(low, high, i, reviews);
            if (rank < zeros) capped = capped || CAPPING & (1 << i) != 0;
            else sum += rank < zeros + ones ? 1 : 2;
        }
        Grade found = ofSum(sum);
        return capped && found > Grade.C ? Grade.C : found;
    }

    /// @notice 22 A+, 18 A, 14 B, 10 C, below D.
    function ofSum(uint256 sum) internal pure returns (Grade) {
        if (sum >= 22) return Grade.APlus;
        if (sum >= 18) return Grade.A;
        if (sum >= 14) return Grade.B;
        return sum >= 10 ? Grade.C : Grade.D;
    }

    /// @dev One in the counter of each mark that is not 0. A mark's two bits, 01 or 10, are already one for the first or for the
    /// second of its counters; they only have to move apart, bit j of the twelve to bit 21·j. Twelve copies of the twelve bits,
    /// 20 apart, do not touch one another, and copy k holds bit k at 21·k, and there no other.
    function _spread(uint24 marks, uint256 half) private pure returns (uint256) {
        uint256 bits = (marks >> (2 * HALF * half)) & 0xfff;
        return (bits * COPIES) & PLACES;
    }
}
