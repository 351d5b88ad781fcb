// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title CoopTimelock
/// @notice Holds every power of the cooperative and nothing else does. What the members voted waits here in the open before it
/// takes effect. It administers itself: no deployer, no guardian, no admin at any block.
/// @dev The governor proposes and cancels; anyone executes what is due. While no governor exists (address zero) there is no
/// proposer at all, and so nothing can be changed by anyone. The delay can never be set below `FLOOR`.
contract CoopTimelock is TimelockController {
    /// @notice The least delay, in seconds, that any vote can set.
    uint256 public constant FLOOR = 2 days;

    /// @notice A delay below the floor, in seconds.
    error DelayBelowFloor(uint256 delay, uint256 floor);

    constructor(uint256 delay, address governor) TimelockController(delay, _one(governor), _anyone(), address(0)) {
        if (delay < FLOOR) revert DelayBelowFloor(delay, FLOOR);
    }

    function _one(address governor) private pure returns (address[] memory list) {
        list = new address[](governor == address(0) ? 0 : 1);
        if (governor != address(0)) list[0] = governor;
    }

    /// @dev OpenZeppelin reads an executor of address zero as: anyone.
    function _anyone() private pure returns (address[] memory) {
        return new address[](1);
    }

    /// @inheritdoc TimelockController
    /// @dev Never below `FLOOR`, whatever was set.
    function getMinDelay() public view override returns (uint256) {
        uint256 set = super.getMinDelay();
        return set < FLOOR ? FLOOR : set;
    }
}
