// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SplitMath} from "../../contracts/libraries/SplitMath.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Contributors share a record and nothing is lost.
contract SplitMathProof is MiniTest {
    using SplitMath for uint256;

    function testFuzz_theSharesSumToTheValueExactly(uint256 seed, uint64 value) public pure {
        (uint256 split, uint256 others, , uint8[7] memory parts) = _split(seed);
        uint64[] memory shares = split.shareOut(value);
        assertEq(shares.length, others + 1, "one share each");
        (uint256 whole, uint256 sum) = (0, 0);
        for (uint256 i; i <= others; ++i) whole += parts[i];
        for (uint256 i; i <= others; ++i) {
            sum += shares[i];
            uint256 fair = (uint256(value) * parts[i]) / whole;
            if (i < others) assertEq(shares[i], fair, "in proportion, rounded down");
            else assertLe(shares[i] - fair, others, "the last takes the rest, less than one unit for each other");
        }
        assertEq(sum, value, "all of the value");
    }

    function testFuzz_theWordKeepsWhoAndHowManyParts(uint256 seed) public pure {
        (uint256 split, uint256 others, uint32[7] memory who, uint8[7] memory parts) = _split(seed);
        assertEq(split.otherCount(), others, "how many others");
        assertEq(uint8(split), parts[0], "the recorder's parts");
        for (uint256 i; i < others; ++i) {
            (uint32 member, uint8 share) = split.otherAt(i);
            assertEq(member, who[i + 1], "who");
            assertEq(share, parts[i + 1], "how many parts");
        }
    }

    function _split(
        uint256 seed
    ) private pure returns (uint256 split, uint256 others, uint32[7] memory who, uint8[7] memory parts) {
        others = seed % 7;
        for (uint256 i; i <= others; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            who[i] = 1 + (uint32(random) % type(uint32).max);
            parts[i] = 1 + (uint8(random >> 32) % 255);
            split = i == 0 ? SplitMath.begin(parts[0]) : split.add(i - 1, who[i], parts[i]);
        }
    }
}
