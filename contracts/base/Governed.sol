// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Governed
/// @notice What only a vote may change. The timelock's address is given once, in the constructor, and never changes; a vote that
/// passed is the only thing that makes the timelock call. Nothing signed off-net passes here: the caller itself must be the timelock.
abstract contract Governed {
    /// @notice The one address that this contract obeys.
    address public immutable timelock;

    /// @notice Only an executed vote may do this.
    error OnlyByVote(address caller);
    /// @notice The timelock must be given.
    error TimelockMissing();

    constructor(address timelock_) {
        if (timelock_ == address(0)) revert TimelockMissing();
        timelock = timelock_;
    }

    modifier onlyByVote() {
        if (msg.sender != timelock) revert OnlyByVote(msg.sender);
        _;
    }
}
