// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Plain} from "./Plain.sol";

/// @dev Tokens that move another amount than they were asked to. Not compiled with the rest.

/// @notice Takes a hundredth of what moves to or from one address, or says that it moved what it did not.
contract FeeOnTransfer is Plain {
    bool private immutable _in;
    bool private immutable _out;
    address public watched;

    constructor(bool in_, bool out) {
        (_in, _out) = (in_, out);
    }

    function watch(address vault) external {
        watched = vault;
    }

    /// @dev On the way out the vault pays the fee on top of what arrives.
    function _move(address from, address to, uint256 amount) internal override {
        uint256 fee = amount / 100;
        if (_in && to == watched) {
            super._move(from, address(0xfee), fee);
            amount -= fee;
        } else if (_out && from == watched) {
            super._move(from, address(0xfee), fee);
        }
        super._move(from, to, amount);
    }
}

/// @notice Moves nothing and says that it did.
contract MovesNothing is Plain {
    function transferFrom(address, address, uint256) external pure override returns (bool) {
        return true;
    }
}

/// @notice Moves everything that the sender has, whatever it was asked to: as some tokens do with the largest number.
contract MovesAll is Plain {
    function _move(address from, address to, uint256) internal override {
        super._move(from, to, _balances[from]);
    }
}

/// @notice Pays out and leaves the sender's balance as it was.
contract PaysTwice is Plain {
    function transfer(address to, uint256 amount) external override returns (bool) {
        _balances[to] += amount;
        return true;
    }
}

/// @notice Says of every balance what it was last told to.
contract LiesInBalance is Plain {
    uint256 public lie;

    function tell(uint256 lie_) external {
        lie = lie_;
    }

    function balanceOf(address holder) public view override returns (uint256) {
        return lie == 0 ? super.balanceOf(holder) : lie;
    }
}

/// @notice Every balance is multiplied by a number that anyone changes: shares, as of a fund that gains and loses.
contract Rebasing is Plain {
    uint256 public percent = 100;

    function rebase(uint256 percent_) external {
        percent = percent_;
    }

    function balanceOf(address holder) public view override returns (uint256) {
        return (super.balanceOf(holder) * percent) / 100;
    }

    function _move(address from, address to, uint256 amount) internal override {
        super._move(from, to, (amount * 100) / percent);
    }
}
