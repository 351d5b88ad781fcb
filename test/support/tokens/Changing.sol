// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Plain} from "./Plain.sol";

/// @dev Tokens that are not what they were, or not where they seem. Not compiled with the rest.

/// @notice A proxy, whose owner sets other code behind it.
contract Upgradable {
    mapping(address holder => uint256) internal _balances;
    mapping(address holder => mapping(address spender => uint256)) public allowance;
    uint256 public totalSupply;
    address public code_;

    constructor(address code) {
        code_ = code;
    }

    function upgrade(address code) external {
        code_ = code;
    }

    fallback() external {
        (bool success, bytes memory answer) = code_.delegatecall(msg.data);
        assembly {
            if iszero(success) {
                revert(add(answer, 0x20), mload(answer))
            }
            return(add(answer, 0x20), mload(answer))
        }
    }
}

/// @notice Keeps books that two tokens at two addresses write in.
contract SharedBooks {
    mapping(address holder => uint256) public balanceOf;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function move(address from, address to, uint256 amount) external {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice One of the two addresses of one token.
contract Entrance {
    SharedBooks private immutable _books;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    constructor(SharedBooks books) {
        _books = books;
    }

    function mint(address to, uint256 amount) external {
        _books.mint(to, amount);
    }

    function balanceOf(address holder) external view returns (uint256) {
        return _books.balanceOf(holder);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _books.move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        _books.move(from, to, amount);
        return true;
    }
}

/// @notice Calls somewhere on every movement, before or after it, as tokens with hooks do (ERC-777); each call in turn, and whatever comes of it.
contract Hooked is Plain {
    struct Call {
        address to;
        bytes data;
    }

    Call[] private _calls;
    bool private _before;
    bool private _bubbles;
    bool private _inside;

    /// @dev What a call ended with: whether it was done, and what it returned.
    event Hook(uint256 indexed index, bool success, bytes answer);

    /// @param before whether it calls before it moves; @param bubbles whether it fails where a call does
    function hook(Call[] calldata calls, bool before, bool bubbles) external {
        delete _calls;
        for (uint256 i; i < calls.length; ++i) _calls.push(calls[i]);
        (_before, _bubbles) = (before, bubbles);
    }

    function _move(address from, address to, uint256 amount) internal override {
        if (_before) _runAll();
        super._move(from, to, amount);
        if (!_before) _runAll();
    }

    function _runAll() private {
        if (_inside) return;
        _inside = true;
        for (uint256 i; i < _calls.length; ++i) {
            (bool success, bytes memory answer) = _calls[i].to.call(_calls[i].data);
            if (!success && _bubbles) {
                assembly {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
            emit Hook(i, success, answer);
        }
        _inside = false;
    }
}
