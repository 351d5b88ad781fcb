// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Signatures} from "../../contracts/libraries/Signatures.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// A wallet contract that says what it is told to say, in so many bytes.
contract SayingWallet {
    bytes private _answer;
    bool private immutable _reverts;

    constructor(bytes memory answer, bool reverts) {
        (_answer, _reverts) = (answer, reverts);
    }

    fallback(bytes calldata) external returns (bytes memory) {
        require(!_reverts, "no");
        return _answer;
    }
}

/// Who signed, whatever bytes are given.
contract SignaturesProof is MiniTest {
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    bytes4 private constant MAGIC = 0x1626ba7e;

    /// 65 and 64 bytes say the same, and name the key that signed; the twin with a high s says nothing.
    function testFuzz_aKeysSignatureNamesIt(uint256 seed, bytes32 digest) public view {
        uint256 secret = 1 + (seed % (ORDER - 1));
        address key = vm.addr(secret);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(secret, digest);
        bytes memory long = abi.encodePacked(r, s, v);
        bytes memory short = abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
        assertEq(Signatures.recover(digest, long), key, "65 bytes");
        assertEq(Signatures.recover(digest, short), key, "64 bytes");
        assertEq(this.recoverCalldata(digest, long), key, "65 bytes of calldata");
        assertEq(this.recoverCalldata(digest, short), key, "64 bytes of calldata");
        bytes memory twin = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        assertEq(Signatures.recover(digest, twin), address(0), "the twin");
        assertTrue(Signatures.isBy(key, digest, long, gasleft()), "by the key");
    }

    /// Any bytes: nothing reverts, both readings agree, and nobody's address is taken for a signer.
    function testFuzz_anyBytesAreRead(bytes calldata signature, bytes32 digest) public view {
        address signer = Signatures.recover(digest, signature);
        assertEq(this.recoverCalldata(digest, signature), signer, "the same from calldata");
        assertTrue(!Signatures.isBy(address(0), digest, signature, gasleft()), "nobody signs nothing");
        if (signature.length != 64 && signature.length != 65) assertEq(signer, address(0), "of another length");
    }

    /// A byte that is changed changes the signer.
    function testFuzz_aChangedByteIsAnother(uint256 seed, bytes32 digest, uint8 place, uint8 change) public pure {
        uint256 secret = 1 + (seed % (ORDER - 1));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(secret, digest);
        bytes memory long = abi.encodePacked(r, s, v);
        uint256 changed = place % 65;
        long[changed] = bytes1(uint8(long[changed]) ^ (change == 0 ? 1 : change));
        assertTrue(Signatures.recover(digest, long) != vm.addr(secret), "changed");
    }

    /// A wallet's word counts if it is the whole magic word, and in no other case.
    function testFuzz_aWalletSaysItInOneWord(bytes calldata answer, bool reverts, bytes32 digest) public {
        address wallet = address(new SayingWallet(answer, reverts));
        bool expected = !reverts && answer.length >= 32 && bytes32(answer) == bytes32(MAGIC);
        assertTrue(Signatures.walletSays(wallet, digest, "", 100_000) == expected, "as it says");
    }

    function test_aWalletsYesIsTaken() public {
        bytes memory yes = abi.encode(MAGIC);
        address wallet = address(new SayingWallet(yes, false));
        assertTrue(Signatures.isBy(wallet, keccak256("x"), "anything", 100_000), "yes");
        assertTrue(!Signatures.isBy(wallet, keccak256("x"), "anything", 100), "too little gas is no");
        assertTrue(
            !Signatures.isBy(address(new SayingWallet(bytes.concat(yes, yes), true)), 0, "", 100_000),
            "reverts"
        );
        assertTrue(Signatures.isBy(address(new SayingWallet(bytes.concat(yes, yes), false)), 0, "", 100_000), "more");
        assertTrue(!Signatures.isBy(address(0xB0B), 0, "", 100_000), "no code says nothing");
    }

    function recoverCalldata(bytes32 digest, bytes calldata signature) external pure returns (address) {
        return Signatures.recoverCalldata(digest, signature);
    }
}
