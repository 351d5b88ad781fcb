// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

interface IPool {
    function deposit(address token, uint256 amount) external;
    function divide(uint32 project, address token, uint256 most) external returns (uint256);
}

/// Tokens of which everyone has as much as is asked for, the pool alone has what came in.
abstract contract Bottomless {
    mapping(address => uint256) public balanceOf;

    /// Tokens that come in by no door.
    function stray(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function _move(address from, address to, uint256 amount) internal {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }

    function _moveFrom(address from, address to, uint256 amount) internal {
        if (balanceOf[from] < amount) balanceOf[from] = amount;
        _move(from, to, amount);
    }
}

contract PlainToken is Bottomless {
    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        _moveFrom(from, to, amount);
        return true;
    }
}

/// Answers nothing, as some old tokens do.
contract SilentToken is Bottomless {
    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        _moveFrom(from, to, amount);
    }
}

/// Does as it likes: 0 moves, 1 keeps a unit as a fee, 2 refuses, 3 says that it did not.
contract MoodyToken is Bottomless {
    uint256 public mood;

    error InAMood();

    function setMood(uint256 mood_) external {
        mood = mood_;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, _moving(amount));
        return mood != 3;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        _moveFrom(from, to, _moving(amount));
        return mood != 3;
    }

    function _moving(uint256 amount) private view returns (uint256) {
        if (mood == 2) revert InAMood();
        return mood == 1 ? amount - 1 : amount;
    }
}

/// Comes back in while it is moved: by the door that is shut then, and by one that anyone may use at any time.
contract EchoToken is Bottomless {
    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        _echo();
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        _moveFrom(from, to, amount);
        _echo();
        return true;
    }

    function _echo() private {
        try IPool(msg.sender).deposit(address(this), 1) {} catch {}
        for (uint32 project; project < 8; ++project) IPool(msg.sender).divide(project, address(this), 8);
    }
}

/// Stands where the reviews stood: every statement is reviewed, and its grade is written in its name: C, B or A.
contract GradedByName {
    struct Submission {
        uint16 number;
        uint40 submittedAt;
        uint40 deadline;
        uint40 filledAt;
        uint8 needed;
        uint8 best;
        bool article;
        uint32 reviews;
    }

    function submissionOf(bytes32) external pure returns (Submission memory submission) {
        submission.number = 1;
    }

    function stageOf(bytes32) external pure returns (uint8) {
        return 3;
    }

    function gradeOf(bytes32 statement) external pure returns (uint8) {
        return uint8(2 + (uint256(statement) % 3));
    }
}
