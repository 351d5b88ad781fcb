// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";

/// @notice A founder as the constructor takes one: the key, and a profile as plain as the founder likes.
struct Founder {
    address key;
    bytes32 profileDigest; // keccak256 of the profile's bytes
    string profileUri; //     where the profile can be read, or the profile itself as a data: URI
    bytes consent; //         the founder's signature over `FounderConsent`
}

/// @notice What is kept of a member, one slot, found by the key in force.
/// @dev 32 + 16 + 8 + 8 + 8 + 40 + 40 + 40 + 40 = 232 bits.
struct Seat {
    uint32 id; //          from 1; a key that was replaced keeps its id, and with it the bar on ever being used again
    uint16 keyEpoch; //    how many keys came before this one
    Standing standing;
    bool founder;
    bool replaced; //      another key speaks for the member now
    uint40 joinedAt; //    seconds since 1970
    uint40 keySince; //    seconds since 1970
    uint40 seatedFrom; //  seconds since 1970; 0: not seated yet. Votes, attests and counts from here on …
    uint40 seatedUntil; // … and until here, exclusive; 0: still
}

/// @title Members
/// @notice A member is not a wallet: everything belongs to a member id, and the keys beneath it may change. Membership is one
/// soulbound token (ERC-721 with ERC-5192) that no one can transfer; its holder is the key in force.
/// @dev Votes are read through ERC-5805's `IVotes` with the timestamp clock of ERC-6372; one member, one vote, at a snapshot.
interface IMemberRegistry {
    /// @notice A person became a member.
    /// @param founder whether by the founders' consent rather than by vouches
    event Joined(MemberId indexed member, address indexed key, bool founder);
    /// @notice A member took a seat, and from now on attests, votes and counts.
    /// @param seated how many are seated now
    event Seated(MemberId indexed member, uint256 seated);
    /// @notice A member's profile is now the document with this digest, to be read at `uri`.
    event ProfileChanged(MemberId indexed member, bytes32 digest, string uri);

    /// @notice A vote expelled a member. What was earned, and what may be drawn, stays the member's.
    /// @param cause digest of the written cause
    /// @param seated how many are seated now
    event Expelled(MemberId indexed member, bytes32 cause, uint256 seated);

    /// @notice A cooperative needs three founders at least.
    error TooFewFounders(uint256 given, uint256 needed);
    /// @notice Founder number `index` did not sign this founding, or signed another.
    error ConsentInvalid(uint256 index, address founder);
    /// @notice An address that is or was a member's key can never be a key again.
    error KeyBarred(address key);
    /// @notice No member has this key.
    error NotAMember(address key);
    /// @notice This key was replaced by another.
    error KeyReplaced(address key, MemberId member);
    /// @notice The member left or was expelled.
    error NotActive(MemberId member, Standing standing);
    /// @notice The member has no seat yet, or no more.
    error NotSeated(MemberId member);
    /// @notice No member has this number.
    error NoSuchMember(MemberId member);
    /// @notice Below three seated nothing is recorded or proposed.
    error FewerThanThreeSeated(uint256 seated);
    /// @notice Membership cannot be transferred, approved or lent.
    error Soulbound();
    /// @notice The vote is the member's own and is not delegated.
    error NoDelegation();
    /// @notice The last seated member stays.
    error LastSeated(MemberId member);
    /// @notice At most a fiftieth of those seated when the epoch began, and at least one, are expelled in an epoch.
    error TooManyExpelled(uint32 epoch, uint256 most);
    /// @notice The future cannot be read. Times in seconds since 1970.
    error FutureLookup(uint256 timepoint, uint256 clock);

    /// @notice The member whose key in force this is. Reverts: NotAMember, KeyReplaced.
    function memberOf(address key) external view returns (MemberId);
    /// @notice The id of the member whose key this is or was; 0 for an address never used.
    function idOf(address key) external view returns (MemberId);
    /// @notice The key in force. Reverts: NoSuchMember.
    function keyOf(MemberId member) external view returns (address);
    /// @notice What is kept of a member. Reverts: NoSuchMember.
    function seatOf(MemberId member) external view returns (Seat memory);
    /// @notice Whether the member is active (not left, not expelled).
    function isActive(MemberId member) external view returns (bool);
    /// @notice Whether the member is seated now.
    function isSeated(MemberId member) external view returns (bool);
    /// @notice How many are members, whatever their standing.
    function memberCount() external view returns (uint256);
    /// @notice How many are seated now.
    function seatedCount() external view returns (uint256);

    /// @notice The member who may record with this key. Reverts: NotAMember, KeyReplaced, NotActive, FewerThanThreeSeated.
    function recorder(address key) external view returns (MemberId);
    /// @notice The member who may attest with this key. Reverts: NotAMember, KeyReplaced, NotActive, NotSeated, FewerThanThreeSeated.
    function attester(address key) external view returns (MemberId);

    /// @notice `votersAt` of one key.
    function voterAt(address key, uint256 timepoint) external view returns (uint256);
    /// @notice For each key: the member, the number of keys before this one and whether the member was seated then, as
    /// id | keyEpoch << 32 | seated << 48; 0 where nobody has this key in force. Never reverts for a key; Reverts: FutureLookup.
    function votersAt(address[] calldata keys, uint256 timepoint) external view returns (uint256[] memory);

    /// @notice Expels a member, by vote. What was earned is never touched. Errors: OnlyByVote, NoSuchMember, NotActive, LastSeated, TooManyExpelled. Emits Expelled.
    function expel(MemberId member, bytes32 cause) external;

    /// @notice Changes the profile of the caller, in any standing but expelled or left. Reverts: NotAMember, KeyReplaced, NotActive.
    function setProfile(bytes32 digest, string calldata uri) external;
}
