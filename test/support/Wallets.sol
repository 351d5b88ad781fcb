// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Contract wallets for specs (ERC-1271). Not compiled with the rest.

/// @notice Has signed what its owner's key signed: the digest as it is, as careless wallets do.
contract OwnedWallet {
    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0;
        (bytes32 r, bytes32 s) = abi.decode(signature[:64], (bytes32, bytes32));
        return ecrecover(digest, uint8(signature[64]), r, s) == owner ? this.isValidSignature.selector : bytes4(0);
    }
}

/// @notice Calls somewhere while it is asked, and whatever came of it says that it signed.
contract CallingWallet {
    address private immutable _target;
    bytes private _data;

    constructor(address target, bytes memory data) {
        _target = target;
        _data = data;
    }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        (bool success, ) = _target.call{gas: 120_000}(_data);
        success;
        return this.isValidSignature.selector;
    }
}
