// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Terms
/// @notice In which projects a member attests, and from when until when: three at most, packed in one word.
/// @dev Entry i at bit 80·i: project 32 | from 24 | until 24. Epochs; `until` is exclusive, and 0 marks an entry never used.
/// Attacked in test/proof/Terms.t.sol.
library Terms {
    uint256 internal constant MOST = 3;
    uint256 private constant WIDTH = 80;
    uint256 private constant MASK = (1 << WIDTH) - 1;
    uint256 private constant UNTIL = 0xffffff << 56;

    /// @notice Entry `index`: which project, and the epochs.
    function entry(uint256 word, uint256 index) internal pure returns (uint32 project, uint32 from, uint32 until) {
        uint256 packed = word >> (index * WIDTH);
        // forge-lint: disable-next-line(unsafe-typecast): cuts the fields out.
        return (uint32(packed), uint24(packed >> 32), uint24(packed >> 56));
    }

    /// @notice The word with entry `index` replaced.
    function put(
        uint256 word,
        uint256 index,
        uint32 project,
        uint32 from,
        uint32 until
    ) internal pure returns (uint256) {
        uint256 packed = uint256(project) | (uint256(from) << 32) | (uint256(until) << 56);
        return (word & ~(MASK << (index * WIDTH))) | (packed << (index * WIDTH));
    }

    /// @notice Where the project's entry is; MOST if it has none.
    function find(uint256 word, uint32 project) internal pure returns (uint256 index) {
        for (; index < MOST; ++index) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts the project out.
            if (uint32(word) == project && word & UNTIL != 0) return index;
            word >>= WIDTH;
        }
    }

    /// @notice An entry that is over before `epoch`, or was never used; MOST if there is none.
    function findFree(uint256 word, uint32 epoch) internal pure returns (uint256 index) {
        for (; index < MOST; ++index) {
            (, , uint32 until) = entry(word, index);
            if (until <= epoch) return index;
        }
    }

    /// @notice Where the project's entry is if it holds `epoch`; else MOST.
    function findCovering(uint256 word, uint32 project, uint32 epoch) internal pure returns (uint256 index) {
        index = find(word, project);
        if (index == MOST) return MOST;
        (, uint32 from, uint32 until) = entry(word, index);
        return from <= epoch && epoch < until ? index : MOST;
    }

    /// @notice Whether the word holds `epoch` for the project.
    function covers(uint256 word, uint32 project, uint32 epoch) internal pure returns (bool) {
        return findCovering(word, project, epoch) != MOST;
    }
}
