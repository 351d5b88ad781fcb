// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Arrivals} from "../../contracts/libraries/Arrivals.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Marked epochs, against a plain walk over every one of them.
contract ArrivalsProof is MiniTest {
    using Arrivals for mapping(uint256 => uint256);

    uint32 private constant SPAN = 900;

    mapping(uint256 word => uint256) private bits;
    mapping(uint32 epoch => bool) private plain;

    function testFuzz_theNextAndTheLastAreFound(uint256 seed, uint32 base) public {
        base = uint32(bound(base, 0, 4 * SPAN)); // three hundred and fifty years
        uint256 count = seed % 7;
        for (uint256 i; i < count; ++i) _mark(base + uint32(uint256(keccak256(abi.encode(seed, i))) % SPAN));
        uint32 from = base + uint32((seed >> 16) % SPAN);
        uint32 until = base + uint32((seed >> 48) % SPAN);
        (bool found, uint32 epoch) = bits.firstIn(from, until);
        (bool wanted, uint32 first) = _walkUp(from, until);
        assertEq(found, wanted, "whether one lies between");
        if (found) assertEq(uint256(epoch), first, "the first of them");
        (found, epoch) = bits.lastBefore(until);
        (wanted, first) = _walkDown(base, until);
        assertEq(found, wanted, "whether one lies before");
        if (found) assertEq(uint256(epoch), first, "the last of them");
    }

    /// The edges of words, and of time.
    function test_theEdges() public {
        (bool found, uint32 epoch) = bits.lastBefore(0);
        assertTrue(!found && epoch == 0, "nothing lies before the first epoch");
        (found, ) = bits.firstIn(5, 5);
        assertTrue(!found, "an empty span holds nothing");
        _mark(0);
        (found, epoch) = bits.firstIn(0, 1);
        assertTrue(found && epoch == 0, "the first epoch is one");
        (found, epoch) = bits.lastBefore(1);
        assertTrue(found && epoch == 0, "and lies before the second");
        _mark(255);
        _mark(256);
        (found, epoch) = bits.firstIn(1, 256);
        assertTrue(found && epoch == 255, "the last of a word");
        (found, epoch) = bits.firstIn(256, 257);
        assertTrue(found && epoch == 256, "the first of the next");
        (found, epoch) = bits.lastBefore(256);
        assertTrue(found && epoch == 255, "a word's last bit");
        (found, epoch) = bits.lastBefore(2000);
        assertTrue(found && epoch == 256, "far behind");
    }

    function _mark(uint32 epoch) private {
        bits.mark(epoch);
        plain[epoch] = true;
    }

    function _walkUp(uint32 from, uint32 until) private view returns (bool, uint32) {
        for (uint32 epoch = from; epoch < until; ++epoch) if (plain[epoch]) return (true, epoch);
        return (false, 0);
    }

    function _walkDown(uint32 base, uint32 until) private view returns (bool, uint32) {
        for (uint32 epoch = until; epoch > base;) if (plain[--epoch]) return (true, epoch);
        return (false, 0);
    }
}
