// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Surplus
/// @notice Parts a surplus, and divides what is for shares among any number of holders in constant time.
/// @dev Source: the scalable reward distribution accumulator (Batog, Boca and Johnson, 2018). Theorems, attacked in test/proof/SurplusMath.t.sol:
/// - exact split: rebate + dividend + commons + capital + reserve = surplus; the reserve takes what rounding leaves;
/// - of its own surplus a buyer who holds every share there is gets at most 60 % back, since the reserve is 40 % at least;
/// - never overpays: Σ owed(sᵢ) ≤ Σ divided for Σ sᵢ ≤ the shares it was divided over, since both divisions round down;
/// - bounded dust: what is not owed is less than one unit for each holder, and one for the remainder carried;
/// - the moment does not matter: what is owed in all is the same however often it is drawn.
/// The accumulator and each debt are kept modulo 2^192: what is owed is below 2^112 · 2^64, so that their difference is exact.
library SurplusMath {
    /// @notice Every amount of tokens is below this: what a token may be held for, all purses together.
    uint256 internal constant MOST = type(uint112).max;
    uint256 private constant RING = (1 << 192) - 1;

    /// @notice The numbers by which a surplus is parted.
    struct Terms {
        uint256 reservePercent; //   of the surplus, 40 at least
        uint256 commonsPercent; //   of the surplus
        uint256 rebatePercent; //    of the members' part
        uint256 commonsTwelfths; //  of the commons' part
    }

    /// @notice The parts of a surplus, in the token's smallest unit.
    struct Parts {
        uint256 rebate; //   to the buyer's purse
        uint256 dividend; // over the project's shares
        uint256 commons; //  over the cooperative's own shares
        uint256 capital; //  guarantee capital
        uint256 reserve; //  the project's reserve
    }

    /// @notice Parts a surplus. Each part is rounded down once, and the reserve has the rest.
    function split(uint256 surplus, Terms memory terms) internal pure returns (Parts memory parts) {
        uint256 ofMembers = (surplus * (100 - terms.reservePercent - terms.commonsPercent)) / 100;
        uint256 ofCommons = (surplus * terms.commonsPercent) / 100;
        parts.rebate = (ofMembers * terms.rebatePercent) / 100;
        parts.dividend = ofMembers - parts.rebate;
        parts.commons = (ofCommons * terms.commonsTwelfths) / 12;
        parts.capital = ofCommons - parts.commons;
        parts.reserve = surplus - ofMembers - ofCommons;
    }

    /// @notice Divides an amount over shares. @param carried what earlier divisions left, below the shares they were divided over
    /// @return step what a share gets more, Q64; @return left what is carried on
    function divide(uint256 amount, uint64 carried, uint64 shares) internal pure returns (uint256 step, uint64 left) {
        uint256 top = (amount << 64) + carried;
        // forge-lint: disable-next-line(unsafe-typecast): below `shares`.
        return (top / shares, uint64(top % shares));
    }

    /// @notice The accumulator after a step, modulo 2^192.
    function advance(uint192 accumulator, uint256 step) internal pure returns (uint192) {
        unchecked {
            // forge-lint: disable-next-line(unsafe-typecast): modulo 2^192 is meant.
            return uint192(uint256(accumulator) + step);
        }
    }

    /// @notice The debt after `shares` more that take no part in what was divided until the accumulator stood at `before`.
    function addDebt(uint192 debt, uint64 shares, uint192 before) internal pure returns (uint192) {
        unchecked {
            // forge-lint: disable-next-line(unsafe-typecast): modulo 2^192 is meant.
            return uint192(debt + uint256(shares) * before);
        }
    }

    /// @notice What is owed now, rounded down, and the debt once it is paid.
    function owed(
        uint64 shares,
        uint192 accumulator,
        uint192 debt
    ) internal pure returns (uint256 amount, uint192 paid) {
        unchecked {
            uint256 exact = (uint256(shares) * accumulator - debt) & RING;
            amount = exact >> 64;
            // forge-lint: disable-next-line(unsafe-typecast): modulo 2^192 is meant.
            paid = uint192(debt + (amount << 64));
        }
    }

    /// @notice What a cost line gets of what the buyer does not get back: all of it, or in proportion, rounded down.
    function line(uint256 amount, uint256 kept, uint256 costs) internal pure returns (uint256) {
        return kept >= costs ? amount : (amount * kept) / costs;
    }
}
