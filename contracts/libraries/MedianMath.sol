// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Medians
/// @notice The middle answer, so that no single attester can pull a value up or down.
/// @dev Theorems, attacked in test/proof/MedianMath.t.sol against a sort of the expanded list:
/// - `lower` returns an element of its list with at most half of the others below it; of an even number, the lower of the two middles;
/// - `upperOfTenths` returns the value 0..10 whose position is ⌊count / 2⌋ in sorted order; of an even number, the upper of the two middles;
/// - moving one answer moves the median at most to the next answer.
library MedianMath {
    /// @dev Counter width in `upperOfTenths`: 11 counters of 14 bits, 154 bits in all. More than 16,383 equal answers saturate nothing:
    /// `Challenges` admits at most that many answers to a round.
    uint256 internal constant COUNTER = 14;
    uint256 internal constant COUNTER_MASK = (1 << COUNTER) - 1;

    /// @notice The lower median of a short list (five at most, in practice). Sorts the list in place.
    function lower(uint32[] memory answers) internal pure returns (uint32) {
        uint256 count = answers.length;
        for (uint256 i = 1; i < count; ++i) {
            uint32 answer = answers[i];
            uint256 j = i;
            for (; j > 0 && answers[j - 1] > answer; --j) answers[j] = answers[j - 1];
            answers[j] = answer;
        }
        return answers[(count - 1) / 2];
    }

    /// @notice The upper median of `count` answers of 0 to 10 tenths, from their packed counters.
    /// @param counters eleven counters of 14 bits; counter t, at bit 14·t, says how many answered t tenths.
    function upperOfTenths(uint256 counters, uint256 count) internal pure returns (uint256 tenths) {
        uint256 rank = count / 2;
        for (; tenths < 10; ++tenths) {
            uint256 here = (counters >> (tenths * COUNTER)) & COUNTER_MASK;
            if (rank < here) return tenths;
            rank -= here;
        }
    }

    /// @notice The counters with one more answer of `tenths`.
    function addTenths(uint256 counters, uint256 tenths) internal pure returns (uint256) {
        return counters + (1 << (tenths * COUNTER));
    }
}
