// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title PracticeToken
/// @notice 练习币: a settlement token to practise with, worth nothing. Anyone may make as much of it as wanted. It is deployed on
/// practice networks alone, and no deployment of a real cooperative knows it.
contract PracticeToken is ERC20, ERC20Permit {
    /// @dev The most that is made at once, in the smallest unit: a million.
    uint256 private constant MOST = 1e12;

    /// @notice More than a million at once. In the smallest unit.
    error TooMuchAtOnce(uint256 amount, uint256 most);

    constructor() ERC20("Practice token, worth nothing", "PRACTICE") ERC20Permit("Practice token, worth nothing") {}

    /// @notice Makes practice money for anyone. `amount` in the smallest unit, a million whole ones (10^12) at most. Errors: TooMuchAtOnce.
    function mint(address to, uint256 amount) external {
        if (amount > MOST) revert TooMuchAtOnce(amount, MOST);
        _mint(to, amount);
    }

    /// @notice Six places, as the large tokens that follow a currency have.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
