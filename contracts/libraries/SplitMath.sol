// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Splits
/// @notice How contributors share one record: in parts, rounded down, the last takes the rest.
/// @dev One word: the recorder's parts in the lowest 8 bits, then contributor i (0 to 5) at bit 8 + 40·i: member 32 | parts 8.
/// Theorem, attacked in test/proof/SplitMath.t.sol: the shares sum to the value exactly.
library SplitMath {
    uint256 internal constant MOST_OTHERS = 6;

    /// @notice Other contributor number `index`, and his parts; 0 where there is none.
    function otherAt(uint256 split, uint256 index) internal pure returns (uint32 member, uint8 parts) {
        uint256 entry = split >> (8 + 40 * index);
        // forge-lint: disable-next-line(unsafe-typecast): cuts the fields out.
        return (uint32(entry), uint8(entry >> 32));
    }

    /// @notice How many contributors there are beside the recorder.
    function otherCount(uint256 split) internal pure returns (uint256 count) {
        for (; count < MOST_OTHERS; ++count) {
            (uint32 member, ) = otherAt(split, count);
            if (member == 0) return count;
        }
    }

    /// @notice Whether the first beside the recorder has no part: he only confirms the record.
    function onlyConfirmed(uint256 split) internal pure returns (bool) {
        (, uint8 parts) = otherAt(split, 0);
        return parts == 0;
    }

    /// @notice The word of a recorder's own parts.
    function begin(uint8 ownParts) internal pure returns (uint256) {
        return ownParts;
    }

    /// @notice The word with other contributor number `index`.
    function add(uint256 split, uint256 index, uint32 member, uint8 parts) internal pure returns (uint256) {
        return split | ((uint256(member) | (uint256(parts) << 32)) << (8 + 40 * index));
    }

    /// @notice What each contributor has of `value`: the recorder first, then the others in order.
    function shareOut(uint256 split, uint64 value) internal pure returns (uint64[] memory shares) {
        uint256 others = otherCount(split);
        shares = new uint64[](others + 1);
        // forge-lint: disable-next-line(unsafe-typecast): the lowest 8 bits are the recorder's parts.
        uint256 whole = uint8(split);
        for (uint256 i; i < others; ++i) {
            (, uint8 parts) = otherAt(split, i);
            whole += parts;
        }
        uint64 left = value;
        for (uint256 i; i < others; ++i) {
            uint8 parts;
            // forge-lint: disable-next-line(unsafe-typecast): the lowest 8 bits are the recorder's parts.
            if (i == 0) parts = uint8(split);
            else (, parts) = otherAt(split, i - 1);
            // forge-lint: disable-next-line(unsafe-typecast): at most `value`.
            shares[i] = uint64((uint256(value) * parts) / whole);
            left -= shares[i];
        }
        shares[others] = left;
    }
}
