// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {MemberId, NOBODY} from "../types/Ids.sol";
import {IProjectRegistry} from "./IProjectRegistry.sol";

/// @title Authors
/// @notice Who wrote a statement or an article: up to eight members in one word, 32 bits each, the proposer lowest, 0 where fewer or
/// where one said that it is not his.
library Authors {
    uint256 internal constant MOST_OTHERS = 7;

    /// @notice Proposer and co-founders in one word. Each is a member, and named once.
    /// @dev Errors: CofoundersOutOfBounds, CofounderTwice, NoSuchMember.
    function pack(
        IMemberRegistry members,
        MemberId first,
        MemberId[] calldata others
    ) internal view returns (uint256 authors) {
        if (others.length > MOST_OTHERS) revert IProjectRegistry.CofoundersOutOfBounds(others.length, MOST_OTHERS);
        authors = MemberId.unwrap(first);
        for (uint256 i; i < others.length; ++i) {
            if (has(authors, others[i])) revert IProjectRegistry.CofounderTwice(others[i]);
            members.keyOf(others[i]);
            authors |= uint256(MemberId.unwrap(others[i])) << (32 * (i + 1));
        }
    }

    /// @notice The first of them.
    function proposer(uint256 authors) internal pure returns (MemberId) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
        return MemberId.wrap(uint32(authors));
    }

    /// @notice Whether the member is one of them.
    function has(uint256 authors, MemberId member) internal pure returns (bool) {
        if (member == NOBODY) return false;
        for (; authors != 0; authors >>= 32) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            if (uint32(authors) == MemberId.unwrap(member)) return true;
        }
        return false;
    }

    /// @notice The others, without one who is among them.
    function without(uint256 authors, MemberId member) internal pure returns (uint256) {
        for (uint256 shift; shift < 256; shift += 32) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            if (uint32(authors >> shift) == MemberId.unwrap(member))
                return authors & ~(uint256(type(uint32).max) << shift);
        }
        return authors;
    }

    /// @notice All of them, as a list.
    function list(uint256 authors) internal pure returns (MemberId[] memory all) {
        all = new MemberId[](MOST_OTHERS + 1);
        uint256 count;
        for (; authors != 0; authors >>= 32) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            MemberId member = MemberId.wrap(uint32(authors));
            if (member != NOBODY) all[count++] = member;
        }
        assembly ("memory-safe") {
            mstore(all, count)
        }
    }

    /// @notice How many of them are seated now.
    function seated(uint256 authors, IMemberRegistry members) internal view returns (uint256 count) {
        for (; authors != 0; authors >>= 32) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            uint32 id = uint32(authors);
            if (id != 0 && members.isSeated(MemberId.wrap(id))) ++count;
        }
    }
}
