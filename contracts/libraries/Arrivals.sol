// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Arrivals
/// @notice In which epochs something arrived: one bit an epoch, 256 epochs (twenty years) a word.
/// @dev Walks over words, not over epochs. Attacked in test/proof/Arrivals.t.sol.
library Arrivals {
    /// @notice Marks an epoch.
    function mark(mapping(uint256 word => uint256) storage bits, uint32 epoch) internal {
        bits[epoch >> 8] |= 1 << (epoch & 0xff);
    }

    /// @notice The first marked epoch from `from` on and before `until`.
    function firstIn(
        mapping(uint256 word => uint256) storage bits,
        uint32 from,
        uint32 until
    ) internal view returns (bool found, uint32 epoch) {
        if (from >= until) return (false, 0);
        uint256 word = from >> 8;
        uint256 ahead = bits[word] & (type(uint256).max << (from & 0xff));
        for (; ahead == 0 && word < (until - 1) >> 8;) ahead = bits[++word];
        if (ahead == 0) return (false, 0);
        // The lowest bit of a word alone is a power of two.
        // forge-lint: disable-next-line(unsafe-typecast): a word's number times 256, and a place in it.
        epoch = uint32((word << 8) | Math.log2(ahead & (~ahead + 1)));
        found = epoch < until;
    }

    /// @notice The last marked epoch before `until`.
    function lastBefore(
        mapping(uint256 word => uint256) storage bits,
        uint32 until
    ) internal view returns (bool found, uint32 epoch) {
        if (until == 0) return (false, 0);
        uint256 word = (until - 1) >> 8;
        uint256 behind = bits[word] & (type(uint256).max >> (0xff - ((until - 1) & 0xff)));
        for (; behind == 0 && word > 0;) behind = bits[--word];
        // forge-lint: disable-next-line(unsafe-typecast): a word's number times 256, and a place in it.
        epoch = uint32((word << 8) | Math.log2(behind));
        found = behind != 0;
    }
}
