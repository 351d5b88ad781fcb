// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Holders} from "../libraries/Holders.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {Holder, MemberId, NOBODY} from "../types/Ids.sol";

/// @title Actors
/// @notice Who acts where price is paid: a member, by the key in force, or an address that was never a member's key.
/// @dev An address that becomes a key is the member's from then on: what it bought and holds follows the member.
abstract contract Actors is OffNet {
    using Holders for Holder;

    /// @notice The members.
    IMemberRegistry public immutable members;

    /// @notice The holder did not sign this, or not with the key in force.
    error HolderDidNotSign(Holder holder, uint16 keyEpoch);

    constructor(IMemberRegistry members_) {
        members = members_;
    }

    /// @dev Whose act this is. Reverts (KeyReplaced) for a key that is in force no more.
    function _holder() internal view returns (Holder) {
        address actor = _actor();
        uint256 speaker = members.speakerOf(actor);
        if (speaker == 0) {
            if (members.idOf(actor) != NOBODY) members.memberOf(actor); // reverts with the reason
            return Holder.wrap(actor);
        }
        // forge-lint: disable-next-line(unsafe-typecast): the member is the lowest 32 bits.
        return Holders.ofMember(MemberId.wrap(uint32(speaker)));
    }

    /// @dev The member, where the address is or was a member's key; else the holder itself.
    function _canonical(Holder holder) internal view returns (Holder) {
        if (holder.member() != NOBODY) return holder;
        MemberId id = members.idOf(Holder.unwrap(holder));
        return id == NOBODY ? holder : Holders.ofMember(id);
    }

    /// @dev Whether the holder signed the digest: a member with the key of `keyEpoch`, if it is in force.
    function _checkHolderSigned(
        Holder holder,
        uint16 keyEpoch,
        bytes32 digest,
        bytes calldata signature
    ) internal view {
        address signer = Signatures.recoverCalldata(digest, signature);
        MemberId id = holder.member();
        if (id == NOBODY) {
            address wallet = Holder.unwrap(holder);
            bool signed = signer == wallet || Signatures.walletSays(wallet, digest, signature, gasleft());
            if (signed && wallet != address(0) && members.idOf(wallet) == NOBODY) return;
            revert HolderDidNotSign(holder, keyEpoch);
        }
        uint256 named = MemberId.unwrap(id) | (uint256(keyEpoch) << 32);
        if (signer != address(0) && members.speakerOf(signer) == named) return;
        address key = members.keyOf(id);
        bool spoken = members.speakerOf(key) == named && Signatures.walletSays(key, digest, signature, gasleft());
        if (!spoken) revert HolderDidNotSign(holder, keyEpoch);
    }
}
