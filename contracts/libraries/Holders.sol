// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holder, MemberId, NOBODY} from "../types/Ids.sol";

/// @title Holders of purses
/// @notice A purse belongs to a member, under whatever key, or to an address that is no member's. Both are one word: a member's number
/// as an address. No key has an address below 2^32: the chance is one in 2^128.
library Holders {
    /// @notice The purse of a member.
    function ofMember(MemberId id) internal pure returns (Holder) {
        return Holder.wrap(address(uint160(MemberId.unwrap(id))));
    }

    /// @notice The member whose purse it is; NOBODY for that of an address.
    function member(Holder holder) internal pure returns (MemberId) {
        uint160 word = uint160(Holder.unwrap(holder));
        // forge-lint: disable-next-line(unsafe-typecast): compared before.
        return word > type(uint32).max ? NOBODY : MemberId.wrap(uint32(word));
    }
}
