// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Shares of an epoch
/// @notice Turns credit into shares, rounded down once, so that what rounding leaves is the project's.
/// @dev With issue I ≤ Σ (all credit that counts), fuzzed in test/proof/ShareMath.t.sol:
/// - never more than issued: Σ of shares over all credits of an epoch ≤ I;
/// - bounded dust: I − Σ of shares < number of lots, since each lot is rounded once;
/// - a share never stands for more than one unit: shares ≤ credit.
/// Bounds: budgets are at most 2^56 (ProjectRegistry) and a root's sum is below 2^63, so that every product fits 256 bits.
library ShareMath {
    /// @notice What a leaf's shares are computed from; all in micro-units.
    struct Leaf {
        uint64 value; //     of the leaf
        uint64 sum; //       of the root
        uint64 credit; //    of the batch, in force
        uint64 batches; //   credit of all batches of the epoch
        uint64 batchPart; // what they count for together
        uint64 stop; //      what one leaf may count for
        uint64 issued; //    I
        uint64 total; //     Σ
    }

    /// @notice Shares of a member's credit: credit · I / Σ, rounded down.
    function ofCredit(uint64 credit, uint64 issued, uint64 total) internal pure returns (uint64) {
        // forge-lint: disable-next-line(unsafe-typecast): at most `credit`.
        return uint64((uint256(credit) * issued) / total);
    }

    /// @notice Shares of a leaf, and what the stop withheld: together value · credit · part · I / (sum · batches · Σ), rounded down once.
    function ofLeaf(Leaf memory leaf) internal pure returns (uint64 shares, uint64 withheld) {
        uint256 over = uint256(leaf.sum) * leaf.batches; // the leaf counts for top / over
        uint256 top = uint256(leaf.value) * leaf.credit * leaf.batchPart;
        uint256 most = over * leaf.stop; // below 2^63 · 2^64 · 2^64
        uint256 kept = top < most ? top : most;
        uint256 below = over * leaf.total;
        // forge-lint: disable-next-line(unsafe-typecast): at most `issued`.
        shares = uint64((kept * leaf.issued) / below);
        // The rest of the whole leaf, not a part rounded by itself: a leaf is one lot and loses less than one unit.
        // forge-lint: disable-next-line(unsafe-typecast): at most `issued`.
        withheld = uint64((top * leaf.issued) / below) - shares;
    }
}
