// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Epochs
/// @notice One clock for all: 28 days an epoch, counted from the cooperative's first second.
/// @dev Epoch e begins at genesis + e · 28 days and is final, for ever, when e + 1 ends: the challenge window (7 days at most)
/// and the second round (21 days) of its last second end no later than e + 1 does. Attacked in test/proof/EpochMath.t.sol.
library EpochMath {
    uint256 internal constant EPOCH = 28 days;
    uint32 internal constant A_QUARTER = 3;

    /// @notice The epoch of a moment. Reverts (underflow) before genesis.
    function epochAt(uint256 genesis, uint256 time) internal pure returns (uint32) {
        // forge-lint: disable-next-line(unsafe-typecast): 2^32 epochs are 329 million years.
        return uint32((time - genesis) / EPOCH);
    }

    /// @notice The quarter of a moment: three epochs each, from 0.
    function quarterAt(uint256 genesis, uint256 time) internal pure returns (uint32) {
        return epochAt(genesis, time) / A_QUARTER;
    }

    /// @notice The first second of an epoch.
    function start(uint256 genesis, uint256 epoch) internal pure returns (uint256) {
        return genesis + epoch * EPOCH;
    }

    /// @notice Whether nothing can change an epoch any more.
    function isFinal(uint256 genesis, uint256 epoch, uint256 time) internal pure returns (bool) {
        return time >= start(genesis, epoch + 2);
    }
}
