// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Contracts that take acts from whatever forwarder, for specs of the Relay. Not compiled with the rest.

interface ITrusts {
    function isTrustedForwarder(address forwarder) external view returns (bool);
}

abstract contract Trusting is ITrusts {
    function isTrustedForwarder(address) external pure returns (bool) {
        return true;
    }

    function _appended() internal pure returns (address) {
        return address(bytes20(msg.data[msg.data.length - 20:]));
    }
}

/// @notice Writes down whose act it was and what it was given.
contract Notebook is Trusting {
    uint256 public count;

    event Noted(address actor, uint256 value, uint256 gasLeft, uint256 dataLength);

    function note(uint256 value) external {
        uint256 left = gasleft();
        count += 1;
        emit Noted(_appended(), value, left, msg.data.length);
    }

    /// @notice Succeeds only with so much gas left at its beginning.
    function noteWith(uint256 needed) external {
        require(gasleft() >= needed, "too little");
        count += 1;
        emit Noted(_appended(), needed, gasleft(), msg.data.length);
    }

    function noteBytes(bytes calldata bytes_) external {
        count += 1;
        emit Noted(_appended(), bytes_.length, gasleft(), msg.data.length);
    }

    function fail(string calldata why) external pure {
        revert(why);
    }
}

/// @notice Answers with as many bytes as it is told, well or ill.
contract Bomb is Trusting {
    function returns_(uint256 size) external pure {
        assembly {
            return(0, size)
        }
    }

    function reverts(uint256 size) external pure {
        assembly {
            mstore(0, not(0))
            revert(0, size)
        }
    }

    function burns() external pure {
        assembly {
            invalid()
        }
    }

    function loops() external pure {
        while (true) {}
    }
}

/// @notice Calls somewhere else while it is called, and then ends well or ill.
contract Reentrant is Trusting {
    bool public inside;

    event Called(bool success, bytes returned, address actor);

    function again(address to, bytes calldata data, bool ends) external {
        (bool success, bytes memory returned) = to.call(data);
        emit Called(success, returned, _appended());
        require(ends, "ended ill");
    }
}

/// @notice Believes the Relay and lets anyone bundle calls to itself by delegatecall: the fault of December 2023.
contract Multicaller {
    address private immutable _forwarder;
    mapping(address who => uint256) public notes;

    constructor(address forwarder) {
        _forwarder = forwarder;
    }

    function isTrustedForwarder(address forwarder) public view returns (bool) {
        return forwarder == _forwarder;
    }

    function note() external {
        notes[_sender()] += 1;
    }

    function multicall(bytes[] calldata calls) external {
        for (uint256 i; i < calls.length; ++i) {
            (bool success, ) = address(this).delegatecall(calls[i]);
            require(success, "call failed");
        }
    }

    function _sender() private view returns (address) {
        return isTrustedForwarder(msg.sender) ? address(bytes20(msg.data[msg.data.length - 20:])) : msg.sender;
    }
}

/// @notice A wallet (ERC-1271) that tells how much gas it was given by agreeing only above a bound.
contract ThriftyWallet {
    uint256 private immutable _bound;

    constructor(uint256 bound) {
        _bound = bound;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        return gasleft() >= _bound ? this.isValidSignature.selector : bytes4(0);
    }
}
