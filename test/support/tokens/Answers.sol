// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Plain} from "./Plain.sol";

/// @dev Tokens that answer otherwise than the standard says, or not at all. Not compiled with the rest.

/// @notice Returns nothing, as the largest token of all does.
contract NoAnswer {
    mapping(address holder => uint256) public balanceOf;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    /// @dev An allowance is changed only from or to zero.
    function approve(address spender, uint256 amount) external {
        require(amount == 0 || allowance[msg.sender][spender] == 0, "race");
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice Says false rather than failing.
contract SaysFalse is Plain {
    function transfer(address, uint256) external pure override returns (bool) {
        return false;
    }

    function transferFrom(address, address, uint256) external pure override returns (bool) {
        return false;
    }
}

/// @notice Moves, and says false. Once `kind` it says true.
contract SaysFalseAndMoves is Plain {
    bool public kind;

    function turn() external {
        kind = true;
    }

    function transfer(address to, uint256 amount) external override returns (bool) {
        _move(msg.sender, to, amount);
        return kind;
    }
}

/// @notice Can be paused by anyone, for as long as they like.
contract Pausable is Plain {
    bool public paused;

    error Paused();

    function pause(bool paused_) external {
        paused = paused_;
    }

    function _move(address from, address to, uint256 amount) internal override {
        if (paused) revert Paused();
        super._move(from, to, amount);
    }
}

/// @notice Blocks whom it likes, as sender and as payee.
contract Blocklist is Plain {
    mapping(address holder => bool) public blocked;

    error Blocked(address holder);

    function block_(address holder, bool blocked_) external {
        blocked[holder] = blocked_;
    }

    function _move(address from, address to, uint256 amount) internal override {
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
        super._move(from, to, amount);
    }
}

/// @notice Refuses to move nothing, and refuses to approve nothing.
contract RefusesZero is Plain {
    error Nothing();

    function approve(address spender, uint256 amount) external override returns (bool) {
        if (amount == 0) revert Nothing();
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function _move(address from, address to, uint256 amount) internal override {
        if (amount == 0) revert Nothing();
        super._move(from, to, amount);
    }
}

/// @notice Returns more than it was asked for: true, and then `size` bytes.
contract ReturnsMuch is Plain {
    uint256 private immutable _size;

    constructor(uint256 size) {
        _size = size;
    }

    function transfer(address to, uint256 amount) external override returns (bool) {
        _move(msg.sender, to, amount);
        _answer();
    }

    function transferFrom(address from, address to, uint256 amount) external override returns (bool) {
        _spend(from, amount);
        _move(from, to, amount);
        _answer();
    }

    function _answer() private view {
        uint256 size = _size;
        assembly {
            mstore(0, 1)
            return(0, add(0x20, size))
        }
    }
}

/// @notice Returns true as some number that is not one.
contract ReturnsTwo is Plain {
    function transferFrom(address from, address to, uint256 amount) external override returns (bool) {
        _spend(from, amount);
        _move(from, to, amount);
        assembly {
            mstore(0, 2)
            return(0, 0x20)
        }
    }
}

/// @notice Burns all gas that it is given, from the day on which it is told to.
contract GasBomb is Plain {
    bool public lit;

    function light(bool lit_) external {
        lit = lit_;
    }

    function _move(address from, address to, uint256 amount) internal override {
        if (lit) {
            assembly {
                invalid()
            }
        }
        super._move(from, to, amount);
    }
}

/// @notice Fails with a reason of a hundred thousand bytes.
contract LongReason is Plain {
    function transferFrom(address, address, uint256) external pure override returns (bool) {
        assembly {
            revert(0, 100000)
        }
    }
}

/// @notice Has so many decimal places.
contract Places is Plain {
    uint8 public immutable decimals;

    constructor(uint8 places) {
        decimals = places;
    }
}
