// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId} from "../types/Ids.sol";

/// @notice An act that a member signed off-net (EIP-712).
struct Act {
    MemberId member;
    uint16 keyEpoch; //   of the key that signed
    address to; //        a contract of the cooperative
    bytes data; //        the call, as the member would send it
    uint256 nonce; //     192 bits of key, 64 bits of number: acts of different keys do not wait for each other
    uint40 notBefore; //  seconds since 1970
    uint40 notAfter; //   seconds since 1970, inclusive; at most 30 days after `notBefore`
}

/// @notice A signed act as it is carried.
struct Parcel {
    Act act;
    uint32 gas; //        what the carrier gives the call; too little, and the act fails and may be carried again
    bytes signature; //   the member's over `Act`
}

/// @title Relay
/// @notice The off-net door: anyone may carry what a member signed, and nobody can change it. The nonce is used if, and only if, the
/// act was done: one that fails changes nothing and may be carried again until `notAfter`.
/// @dev ERC-2771: the key is appended to the call. Acts to this contract itself work too, so that a nonce can be revoked off-net.
interface IRelay {
    /// @notice An act was done.
    event Carried(MemberId indexed member, uint256 nonce);
    /// @notice An act of a bundle was not done, and changed nothing. `reason`: the error, as the target or this contract gave it.
    event NotCarried(MemberId indexed member, uint256 nonce, bytes reason);
    /// @notice The member took back this act, and all before it with the same nonce key that were not carried.
    event Revoked(MemberId indexed member, uint256 nonce);

    /// @notice The act was done already, or was revoked. The next number of its nonce key is `next`.
    error NonceUsed(MemberId member, uint256 nonce, uint256 next);
    /// @notice An act before this one, with the same nonce key, must come first: number `next`.
    error NonceAhead(MemberId member, uint256 nonce, uint256 next);
    /// @notice It is too early. Seconds since 1970.
    error ActTooEarly(uint256 notBefore, uint256 time);
    /// @notice It is too late. Seconds since 1970.
    error ActExpired(uint256 notAfter, uint256 time);
    /// @notice An act may wait 30 days at most, and must not end before it begins.
    error ActWindowInvalid(uint256 notBefore, uint256 notAfter);
    /// @notice The member did not sign this act with the key in force: it was altered, or signed for another chain or contract, or with a
    /// key that was replaced (`keyEpoch`: of the key in force; 0 and no such member look alike).
    error ActNotSigned(MemberId member, uint16 keyEpoch);
    /// @notice The target does not take acts from this Relay.
    error TargetUnknown(address to);
    /// @notice The call failed without a reason: most often it was given too little gas.
    error ActFailed();
    /// @notice The transaction has too little gas left to give the act what its carrier states. Nothing of the bundle was done.
    error GasMissing(uint256 left, uint256 needed);
    /// @notice The members' registry names another Relay.
    error RelayedElsewhere(address named);

    /// @notice Carries one act. Reverts with the target's own error where the act fails, and with the errors above. Emits Carried.
    function carry(Parcel calldata parcel) external;
    /// @notice Carries many, each tried on its own. Emits Carried or NotCarried for each. Errors: GasMissing.
    /// @return reasons for each, in order: empty where it was done, else the error
    function carryMany(Parcel[] calldata parcels) external returns (bytes[] memory reasons);
    /// @notice Takes back an act of the caller's that was not carried yet, with all before it of the same nonce key. Errors: NonceUsed,
    /// NotAMember, KeyReplaced. Emits Revoked.
    function revoke(uint256 nonce) external;

    /// @notice The number that the next act with this nonce key (192 bits) must have.
    function nextNumber(MemberId member, uint192 key) external view returns (uint256);
    /// @notice What a member signs.
    function actDigest(Act calldata act) external view returns (bytes32);
}
