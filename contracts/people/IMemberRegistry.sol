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

/// @notice One who wants to join: the key, and a profile as plain as the applicant likes.
struct Application {
    address applicant;
    bytes32 profileDigest; // keccak256 of the profile's bytes; 0: no profile
    string profileUri; //     where the profile can be read, or the profile itself as a data: URI
    uint40 expires; //        seconds since 1970
    bytes signature; //       the applicant's over `Application`
}

/// @notice A member's word that an applicant should join.
struct Vouch {
    MemberId sponsor;
    uint16 keyEpoch; //  of the sponsor's key in force
    uint40 expires; //   seconds since 1970
    bytes signature; //  the sponsor's over `Vouch`
}

/// @notice What is kept of a member, one slot, found by the key in force.
/// @dev 32 + 16 + 8 + 8 + 8 + 40 + 40 + 40 + 32 + 32 = 256 bits.
struct Seat {
    uint32 id; //          from 1; a key that was replaced keeps its id, and with it the bar on ever being used again
    uint16 keyEpoch; //    how many keys came before this one
    Standing standing;
    bool founder;
    bool replaced; //      another key speaks for the member now
    uint40 joinedAt; //    of the latest joining; seconds since 1970
    uint40 seatedFrom; //  seconds since 1970; 0: never seated yet. Votes, attests and counts from here on …
    uint40 seatedUntil; // … and until here, exclusive; 0: still. Both of the latest seat; earlier ones are kept as checkpoints
    MemberId sponsor; //   of the latest joining; 0 of founders, of the named and of the readmitted
    MemberId cosponsor; // 0 also where one vouch was enough
}

/// @title Members
/// @notice A member is not a wallet: everything belongs to a member id, and the keys beneath it may change. Membership is one
/// soulbound token (ERC-721 with ERC-5192) that no one can transfer; its holder is the key in force.
/// @dev Votes are read through ERC-5805's `IVotes` with the timestamp clock of ERC-6372; one member, one vote, at a snapshot.
/// Whatever is signed off-net is EIP-712 in the domain ("Gongsheng", "1", chain, this contract) and lies about 30 days at most.
interface IMemberRegistry {
    /// @notice A person became a member.
    /// @param founder whether by the founders' consent
    /// @param sponsor who vouched; 0 of founders and of those whom a vote named
    /// @param cosponsor who vouched as well; 0 also where one vouch was enough
    event Joined(MemberId indexed member, address indexed key, bool founder, MemberId sponsor, MemberId cosponsor);
    /// @notice A member who had left, or was expelled, is a member again, and waits for a seat like any who joins.
    /// @param joinCount how many times the member joined before
    /// @param sponsor who vouched; 0 where a vote readmitted
    event Returned(MemberId indexed member, uint32 joinCount, MemberId sponsor, MemberId cosponsor);
    /// @notice A member took a seat, and from now on attests, votes and counts.
    /// @param seated how many are seated now
    event Seated(MemberId indexed member, uint256 seated);
    /// @notice A member left. What was earned, and what may be drawn, stays the member's.
    /// @param seated how many are seated now
    event MemberLeft(MemberId indexed member, uint256 seated);
    /// @notice A member's profile is now the document with this digest, to be read at `uri`.
    event ProfileChanged(MemberId indexed member, bytes32 digest, string uri);
    /// @notice Another key speaks for the member; `former` never does again, for anybody.
    /// @param keyEpoch how many keys came before this one
    /// @param recovered whether by the guardians rather than by the former key
    event KeyChanged(
        MemberId indexed member,
        address indexed key,
        address indexed former,
        uint16 keyEpoch,
        bool recovered
    );
    /// @notice A sponsor took a vouch back. `vouch`: the digest that was signed.
    event VouchRevoked(MemberId indexed sponsor, bytes32 indexed vouch);
    /// @notice A ward was expelled within 180 days: the sponsor does not vouch until then (seconds since 1970).
    event VouchingBarred(MemberId indexed sponsor, uint40 until);
    /// @notice A vote named a person, who may join without vouches until then (seconds since 1970).
    event PersonNamed(address indexed key, uint40 until);

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

    /// @notice So many vouches are needed, each by another member.
    error VouchesNeeded(uint256 given, uint256 needed);
    /// @notice As many as may in a quarter joined by vouches already; the next quarter begins at `next`, in seconds since 1970.
    error QuarterFull(uint32 quarter, uint256 most, uint256 next);
    /// @notice A vouch names a key epoch that is not the sponsor's: it was signed with another key.
    error VouchOfAnotherKey(MemberId sponsor, uint16 given, uint16 inForce);
    /// @notice The sponsor took this vouch back.
    error VouchWithdrawn(MemberId sponsor, bytes32 vouch);
    /// @notice Who joined less than 90 days ago does not vouch yet; `from` in seconds since 1970.
    error SponsorTooNew(MemberId sponsor, uint256 from);
    /// @notice A ward of the sponsor was expelled; `until` in seconds since 1970.
    error SponsorBarred(MemberId sponsor, uint256 until);
    /// @notice The sponsor gave all vouches of this quarter.
    error NoVouchLeft(MemberId sponsor, uint256 most);
    /// @notice The member has a seat, or is not active.
    error SeatNotWaiting(MemberId member);
    /// @notice A seat may be taken 28 days after joining; `from` in seconds since 1970.
    error SeatTooEarly(MemberId member, uint256 from);
    /// @notice Only a member who left returns by vouches.
    error NotGone(MemberId member, Standing standing);
    /// @notice Only who was expelled is readmitted.
    error NotExpelled(MemberId member, Standing standing);
    /// @notice A vote names one to fifty persons.
    error NamesOutOfBounds(uint256 given, uint256 most);
    /// @notice Sponsor and ward, or two wards of one sponsor: for 180 days they neither attest nor review each other.
    error Related(MemberId member, MemberId other);
    /// @notice Only the contract of the guardians gives a lost member a new key.
    error OnlyGuardians(address caller);

    // --- joining ---

    /// @notice Makes the applicant a member, by the vouches of two seated members (of one, where one is seated), or by none where a
    /// vote named the applicant. Anyone may send it. Errors: KeyBarred, SignatureExpired, SignatureTooLong, SignatureInvalid,
    /// VouchesNeeded, QuarterFull; of a vouch NoSuchMember, NotSeated, SponsorTooNew, SponsorBarred, NoVouchLeft, VouchOfAnotherKey,
    /// VouchWithdrawn. Emits Joined, ERC-721's Transfer, ERC-5192's Locked, ProfileChanged.
    /// @param vouches in any order, none twice
    function join(Application calldata application, Vouch[] calldata vouches) external returns (MemberId member);
    /// @notice Makes the caller, who had left, a member again, by fresh vouches. Errors: NotAMember, KeyReplaced, NotGone, and those of
    /// `join` about vouches. Emits Returned.
    function rejoin(Vouch[] calldata vouches) external;
    /// @notice Gives a member the seat, 28 days after joining. Anyone may call it. Errors: NoSuchMember, SeatNotWaiting, SeatTooEarly. Emits Seated.
    function takeSeat(MemberId member) external;
    /// @notice Takes back a vouch of the caller's that was not used yet. What names it: see `vouchDigest`.
    /// Errors: NotAMember, KeyReplaced. Emits VouchRevoked.
    function revokeVouch(address applicant, uint32 joinCount, uint40 expires) external;
    /// @notice The caller leaves. Errors: NotAMember, KeyReplaced, NotActive, LastSeated. Emits MemberLeft.
    function resign() external;

    // --- keys ---

    /// @notice Makes another key speak for the caller, at once. Acts that were signed and not sent are void. In every standing.
    /// @param expires until when the new key's consent holds, in seconds since 1970
    /// @param consent the new key's signature over `KeyConsent`
    /// @dev Errors: NotAMember, KeyReplaced, KeyBarred, SignatureExpired, SignatureTooLong, SignatureInvalid. Emits KeyChanged, Transfer.
    function rotate(address newKey, uint40 expires, bytes calldata consent) external;
    /// @notice Gives a member a new key, by the guardians' contract alone, and says whether it did: an address that was used meanwhile
    /// cannot be. Errors: OnlyGuardians, NoSuchMember. Emits KeyChanged, Transfer.
    function recover(MemberId member, address newKey) external returns (bool done);

    // --- by vote ---

    /// @notice Expels a member, or one who left, by vote. What was earned is never touched. A sponsor of the last 180 days does not vouch for 180 days.
    /// Errors: OnlyByVote, NoSuchMember, NotActive, LastSeated, TooManyExpelled. Emits Expelled, VouchingBarred.
    function expel(MemberId member, bytes32 cause) external;
    /// @notice Takes an expelled member in again, by vote. Errors: OnlyByVote, NoSuchMember, NotExpelled. Emits Returned.
    function readmit(MemberId member) external;
    /// @notice Names up to fifty persons, by vote, who may join without vouches within 90 days, whatever the quarter.
    /// Errors: OnlyByVote, NamesOutOfBounds. Emits PersonNamed for each.
    function namePersons(address[] calldata keys) external;

    /// @notice Changes the profile of the caller, in any standing but expelled or left. Reverts: NotAMember, KeyReplaced, NotActive.
    function setProfile(bytes32 digest, string calldata uri) external;

    // --- views ---

    /// @notice The one contract that gives a lost member a new key.
    function guardians() external view returns (address);
    /// @notice The member whose key in force this is. Reverts: NotAMember, KeyReplaced.
    function memberOf(address key) external view returns (MemberId);
    /// @notice The id of the member whose key this is or was; 0 for an address never used.
    function idOf(address key) external view returns (MemberId);
    /// @notice The key in force. Reverts: NoSuchMember.
    function keyOf(MemberId member) external view returns (address);
    /// @notice Since when the key in force speaks, in seconds since 1970. Reverts: NoSuchMember.
    function keySince(MemberId member) external view returns (uint40);
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
    /// @notice How many times an address joined as a member's key, or the member whose key it is: what a vouch for it names. 0: never.
    function joinCount(address applicant) external view returns (uint32);
    /// @notice What a sponsor signs (EIP-712).
    function vouchDigest(
        address applicant,
        uint32 joinCount_,
        MemberId sponsor,
        uint16 keyEpoch,
        uint40 expires
    ) external view returns (bytes32);
    /// @notice What a sponsor may still do. `used` of this quarter's vouches; no vouching before `from` and before `barredUntil`
    /// (seconds since 1970). Reverts: NoSuchMember.
    function sponsorOf(
        MemberId member
    ) external view returns (uint256 used, uint256 most, uint256 from, uint40 barredUntil);
    /// @notice The quarter of this moment: how many joined by vouches in it, and how many may.
    function quarterNow() external view returns (uint32 quarter, uint256 joined, uint256 most);
    /// @notice Until when an address may join because a vote named it, in seconds since 1970; 0: none did.
    function namedUntil(address key) external view returns (uint40);

    /// @notice Refuses where the member with this key in force is sponsor or ward of one of `others`, or a ward of the same sponsor, by
    /// vouches younger than 180 days, from 50 seated on. Nobody is related to himself. Reverts: Related, NoSuchMember.
    function checkUnrelated(address key, MemberId[] calldata others) external view;

    /// @notice The member who may record with this key. Reverts: NotAMember, KeyReplaced, NotActive, FewerThanThreeSeated.
    function recorder(address key) external view returns (MemberId);
    /// @notice The member who may attest with this key. Reverts: NotAMember, KeyReplaced, NotActive, NotSeated, FewerThanThreeSeated.
    function attester(address key) external view returns (MemberId);

    /// @notice Whose key in force this is, as id | keyEpoch << 32; 0 where it is nobody's. Never reverts.
    function speakerOf(address key) external view returns (uint256);
    /// @notice `votersAt` of one key.
    function voterAt(address key, uint256 timepoint) external view returns (uint256);
    /// @notice For each key: the member, the number of keys before this one and whether the member was seated then, as
    /// id | keyEpoch << 32 | seated << 48; 0 where nobody has this key in force. Never reverts for a key; Reverts: FutureLookup.
    function votersAt(address[] calldata keys, uint256 timepoint) external view returns (uint256[] memory);
}
