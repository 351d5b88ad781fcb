// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Off-net
/// @notice Every act of a member may be signed with no network and carried by anyone. The one Relay checks the signature and
/// appends the signer's key to the call (ERC-2771); this contract believes that Relay and nobody else.
/// @dev The Relay's address is fixed in the constructor; zero means that none is deployed, and no caller is address zero.
/// No contract that inherits this may have multicall or delegatecall: a call inside a call could append a key of its choice
/// (the fault of December 2023 in contracts that joined ERC-2771 with multicall).
abstract contract OffNet {
    /// @notice The one forwarder that is believed.
    address public immutable relay;

    constructor(address relay_) {
        relay = relay_;
    }

    /// @notice ERC-2771: whether `forwarder` is believed.
    function isTrustedForwarder(address forwarder) public view returns (bool) {
        return forwarder == relay && forwarder != address(0);
    }

    /// @notice The key whose act this is: the caller, or the signer that the Relay names.
    function _actor() internal view returns (address) {
        if (!isTrustedForwarder(msg.sender) || msg.data.length < 20) return msg.sender;
        return address(bytes20(msg.data[msg.data.length - 20:]));
    }
}
