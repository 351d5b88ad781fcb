// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// An ERC-20 as they are found: some are paused at times, some block whom they like, some say nothing when they have paid.
contract Coin {
    uint8 public immutable decimals;
    bool private immutable _silent;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    bool public paused;
    mapping(address => bool) public blocked;

    constructor(uint8 places, bool silent) {
        (decimals, _silent) = (places, silent);
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
        totalSupply += amount;
    }

    function pause(bool on) external {
        paused = on;
    }

    function block_(address whom, bool on) external {
        blocked[whom] = on;
    }

    /// Whether a payment between the two goes through.
    function moves(address from, address to) external view returns (bool) {
        return _moves(from, to);
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
        _answer();
    }

    /// No approval is asked for: what proofs are about lies elsewhere.
    function transferFrom(address from, address to, uint256 amount) external {
        _move(from, to, amount);
        _answer();
    }

    function _move(address from, address to, uint256 amount) private {
        require(_moves(from, to) && balanceOf[from] >= amount, "refused by the token");
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }

    function _moves(address from, address to) private view returns (bool) {
        return !paused && !blocked[from] && !blocked[to];
    }

    /// A true, or nothing at all.
    function _answer() private view {
        if (_silent) return;
        assembly {
            mstore(0, 1)
            return(0, 32)
        }
    }
}
