// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Words} from "../../contracts/libraries/Words.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Four amounts share a slot and never touch each other.
contract WordsProof is MiniTest {
    using Words for mapping(uint256 => uint256);

    mapping(uint256 word => uint256) private series;
    mapping(uint256 index => uint64) private plain;

    function testFuzz_whatIsWrittenIsReadAndNothingElseMoves(uint256 seed, uint32 base) public {
        for (uint256 i; i < 24; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint256 index = uint256(base) + (random % 9);
            uint64 amount = random & (1 << 70) == 0 ? uint64(random >> 80) : type(uint64).max;
            series.set(index, amount);
            plain[index] = amount;
        }
        for (uint256 i; i < 12; ++i) {
            uint256 index = uint256(base) + i;
            assertEq(series.get(index), plain[index], "as in a series of one amount a slot");
        }
        if (base > 3) assertEq(series.get(uint256(base) - 4), 0, "the slot before is untouched");
    }
}
