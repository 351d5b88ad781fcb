// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Signatures
/// @notice Whether a key signed a digest.
/// @dev A key is an address: its own signature is tried first, then the word of the contract that may stand there (ERC-1271), since
/// an account may have both code and a key (EIP-7702). Nothing here asks whether an address has code. A signature is never an id, so
/// that 64 bytes (ERC-2098) may say what 65 do; a high `s` is refused. Attacked in test/proof/Signatures.t.sol.
library Signatures {
    /// @notice Whether `key` signed. `walletGas`: what a wallet contract may use to answer.
    function isBy(address key, bytes32 digest, bytes memory signature, uint256 walletGas) internal view returns (bool) {
        address signer = recover(digest, signature);
        return (signer != address(0) && signer == key) || walletSays(key, digest, signature, walletGas);
    }

    /// @notice The address whose key signed; zero where none did.
    function recover(bytes32 digest, bytes memory signature) internal pure returns (address signer) {
        if (signature.length != 64) {
            (signer, , ) = ECDSA.tryRecover(digest, signature);
        } else {
            bytes32 r;
            bytes32 vs;
            assembly ("memory-safe") {
                r := mload(add(signature, 0x20))
                vs := mload(add(signature, 0x40))
            }
            (signer, , ) = ECDSA.tryRecover(digest, r, vs);
        }
    }

    /// @notice `recover` of a signature that lies in the calldata.
    function recoverCalldata(bytes32 digest, bytes calldata signature) internal pure returns (address signer) {
        if (signature.length != 64) return recover(digest, signature);
        (signer, , ) = ECDSA.tryRecover(digest, bytes32(signature), bytes32(signature[32:]));
    }

    /// @notice Whether the contract at `wallet` says that it signed (ERC-1271).
    /// @dev A reading call: nothing changes in it. Of what comes back 32 bytes are looked at, and no more are copied.
    function walletSays(
        address wallet,
        bytes32 digest,
        bytes memory signature,
        uint256 walletGas
    ) internal view returns (bool yes) {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bytes32 magic = bytes32(IERC1271.isValidSignature.selector);
        assembly ("memory-safe") {
            let answered := staticcall(walletGas, wallet, add(question, 0x20), mload(question), 0x00, 0x20)
            yes := and(answered, and(gt(returndatasize(), 0x1f), eq(mload(0x00), magic)))
        }
    }
}
