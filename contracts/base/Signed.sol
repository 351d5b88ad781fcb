// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Signatures} from "../libraries/Signatures.sol";

/// @title Signed
/// @notice What was signed off-net (EIP-712): whether a key signed it, and until when it holds.
abstract contract Signed is EIP712 {
    /// @notice The longest that anything signed may lie about. Older words were meant for another day.
    uint256 internal constant LONGEST = 30 days;

    /// @notice The signature is not this key's, or is one over something else.
    error SignatureInvalid(address key);
    /// @notice It was signed to hold until then, in seconds since 1970.
    error SignatureExpired(uint256 expires, uint256 time);
    /// @notice It holds longer than anything signed may: until `expires`, where `most` is the last second allowed now.
    error SignatureTooLong(uint256 expires, uint256 most);

    constructor() EIP712("Gongsheng", "1") {}

    function _checkExpiry(uint256 expires) internal view {
        if (block.timestamp > expires) revert SignatureExpired(expires, block.timestamp);
        if (expires > block.timestamp + LONGEST) revert SignatureTooLong(expires, block.timestamp + LONGEST);
    }

    function _checkSigned(address key, bytes32 structHash, bytes memory signature) internal view {
        if (!_isSigned(key, _hashTypedDataV4(structHash), signature)) revert SignatureInvalid(key);
    }

    function _isSigned(address key, bytes32 digest, bytes memory signature) internal view returns (bool) {
        return Signatures.isBy(key, digest, signature, gasleft());
    }
}
