// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Answer sheets
/// @notice Who answered a claim and what, in one word.
/// @dev Three layouts, by lane and stage; the last answer of a record is never stored with its quantity, since it seals.
/// - record, pending: answer i (0 to 3) at bit 64·i: member 32 | quantity 32;
/// - batch or binding, pending: member i (0 to 6) at bit 32·i, and the number of yes at bit 224;
/// - sealed: member i (0 to 6) at bit 32·i, and the quantity that the median named at bit 224.
/// Attacked in test/proof/AnswerSheet.t.sol.
library AnswerSheet {
    uint256 private constant TOP = 224;

    /// @notice Member number `index` who answered. @param pairs whether the sheet is a pending record's
    function memberAt(uint256 sheet, uint256 index, bool pairs) internal pure returns (uint32) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
        return uint32(sheet >> (index * (pairs ? 64 : 32)));
    }

    /// @notice Whether `member` is among the first `count` who answered.
    function holds(uint256 sheet, uint256 count, bool pairs, uint32 member) internal pure returns (bool) {
        for (uint256 i; i < count; ++i) if (memberAt(sheet, i, pairs) == member) return true;
        return false;
    }

    /// @notice A pending record's sheet with answer number `index`.
    function addPair(uint256 sheet, uint256 index, uint32 member, uint32 quantity) internal pure returns (uint256) {
        return sheet | ((uint256(member) | (uint256(quantity) << 32)) << (64 * index));
    }

    /// @notice A yes-or-no sheet with answer number `index`.
    function addVote(uint256 sheet, uint256 index, uint32 member, bool yes) internal pure returns (uint256) {
        return (sheet | (uint256(member) << (32 * index))) + (yes ? 1 << TOP : 0);
    }

    /// @notice The quantities of a pending record's first `count` answers, and room for one more at the end.
    function quantities(uint256 sheet, uint256 count) internal pure returns (uint32[] memory list) {
        list = new uint32[](count + 1);
        // forge-lint: disable-next-line(unsafe-typecast): cuts one quantity out.
        for (uint256 i; i < count; ++i) list[i] = uint32(sheet >> (64 * i + 32));
    }

    /// @notice The sealed sheet of a record whose last answer is `member`'s.
    function sealPairs(uint256 sheet, uint256 count, uint32 member, uint32 named) internal pure returns (uint256 done) {
        for (uint256 i; i < count; ++i) done |= uint256(memberAt(sheet, i, true)) << (32 * i);
        done |= (uint256(member) << (32 * count)) | (uint256(named) << TOP);
    }

    /// @notice The sealed sheet of a yes-or-no claim.
    function sealVotes(uint256 sheet, bool stands) internal pure returns (uint256) {
        return (sheet & ((1 << TOP) - 1)) | (stands ? 1 << TOP : 0);
    }

    /// @notice What lies on top: the number of yes while pending, the named quantity once sealed.
    function top(uint256 sheet) internal pure returns (uint32) {
        // forge-lint: disable-next-line(unsafe-typecast): 32 bits are left.
        return uint32(sheet >> TOP);
    }
}
