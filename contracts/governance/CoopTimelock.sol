// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title CoopTimelock
/// @notice Holds every power of the cooperative and nothing else does. What the members voted waits here in the open before it
/// takes effect. It administers itself: no deployer, no guardian, no admin at any block.
/// @dev The governor alone proposes, cancels and executes here; anyone may ask it to. Were executing open to all, what OpenZeppelin's
/// timelock holds could be executed years later, past the governor's expiry. Each proposal brings its own delay, never below `FLOOR`.
contract CoopTimelock is TimelockController {
    /// @notice The least delay, in seconds.
    uint256 public constant FLOOR = 2 days;

    /// @notice The delay is a parameter of the cooperative, fixed when a proposal is made.
    error DelayIsAParameter();
    /// @notice Nothing here knows what to do with ether.
    error EtherRefused();
    /// @notice The governor must be given.
    error GovernorMissing();

    /// @param governor the cooperative's governor
    constructor(address governor) TimelockController(FLOOR, _one(governor), _one(governor), address(0)) {
        if (governor == address(0)) revert GovernorMissing();
    }

    /// @dev Ether is refused.
    receive() external payable override {
        revert EtherRefused();
    }

    /// @inheritdoc TimelockController
    /// @dev Always reverts: DelayIsAParameter.
    function updateDelay(uint256) public pure override {
        revert DelayIsAParameter();
    }

    function _one(address governor) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = governor;
    }
}
