// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {MemberId, NOBODY} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";
import {IMemberRegistry, Seat} from "./IMemberRegistry.sol";
import {SeatWord} from "./SeatWord.sol";
import {SoulboundToken} from "./SoulboundToken.sol";

/// @title Seats
/// @notice Who is a member and who was seated when: what is kept, and every reading of it.
/// @dev A seat is found by the key in force, so that a member's call reads one slot. A vote's weight is read from the span
/// [seatedFrom, seatedUntil) of that slot: the first seating needs no checkpoint of its own; the spans of those who left and came
/// back are checkpointed. The total is checkpointed.
abstract contract Seats is IMemberRegistry, SoulboundToken, IVotes, IERC6372 {
    using Checkpoints for Checkpoints.Trace208;
    using SeatWord for Seat;
    using SeatWord for uint256;

    /// @notice The fewest founders, and the fewest seated with whom anything is recorded or proposed.
    uint256 public constant LEAST = 3;
    /// @notice From so many seated on, sponsor and ward, and wards of one sponsor, keep apart …
    uint256 internal constant FAMILY_FROM = 50;
    /// @notice … for so long after joining.
    uint256 internal constant FAMILY_FOR = 180 days;

    /// @notice What is kept of a member by id, one slot: 160 + 40 + 40 + 16 = 256 bits.
    struct Holder {
        address key; //         in force
        uint40 since; //        seconds since 1970
        uint40 barredUntil; //  from vouching; seconds since 1970
        uint16 vouched; //      the quarter of the latest vouch, times 8, and how many were given in it: enough for 1,884 years
    }

    /// @notice Head counts, one slot: 7 · 32 = 224 bits.
    struct Counts {
        uint32 members; //    whatever their standing
        uint32 seated; //     now; kept beside the trace, so that an act reads one slot
        uint32 expelledIn; // the epoch of `expelled`
        uint32 expelled; //   so many were expelled in it
        uint32 quarter; //    of the next two
        uint32 base; //       so many were seated when it began; the founders, in the first
        uint32 joined; //     so many joined by vouches in it
    }

    mapping(address key => Seat) internal _seats;
    mapping(MemberId member => Holder) internal _holders;
    mapping(MemberId member => Checkpoints.Trace208) private _spans; // 1 and 0, of all seats but the latest
    Checkpoints.Trace208 internal _seatedTrace;
    Counts internal _counts;
    /// @dev The cooperative's first second.
    uint256 internal immutable _genesis;

    constructor(uint256 genesis) {
        _genesis = genesis;
    }

    // --- views ---

    /// @inheritdoc IMemberRegistry
    function memberOf(address key) public view returns (MemberId member) {
        return _named(key, _seats[key].word());
    }

    /// @inheritdoc IMemberRegistry
    function idOf(address key) external view returns (MemberId) {
        return MemberId.wrap(_seats[key].id);
    }

    /// @inheritdoc IMemberRegistry
    function keyOf(MemberId member) public view returns (address key) {
        key = _holders[member].key;
        if (key == address(0)) revert NoSuchMember(member);
    }

    /// @inheritdoc IMemberRegistry
    function keySince(MemberId member) external view returns (uint40) {
        keyOf(member);
        return _holders[member].since;
    }

    /// @inheritdoc IMemberRegistry
    function seatOf(MemberId member) public view returns (Seat memory) {
        return _seats[keyOf(member)].load();
    }

    /// @inheritdoc IMemberRegistry
    function isActive(MemberId member) external view returns (bool) {
        return _seats[keyOf(member)].word().standing() == Standing.Active;
    }

    /// @inheritdoc IMemberRegistry
    function isSeated(MemberId member) external view returns (bool) {
        return _seats[keyOf(member)].word().sits();
    }

    /// @inheritdoc IMemberRegistry
    function memberCount() external view returns (uint256) {
        return _counts.members;
    }

    /// @inheritdoc IMemberRegistry
    function seatedCount() external view returns (uint256) {
        return _counts.seated;
    }

    /// @inheritdoc IMemberRegistry
    function recorder(address key) external view returns (MemberId) {
        _checkSeated();
        return _active(key, _seats[key].word());
    }

    /// @inheritdoc IMemberRegistry
    function attester(address key) external view returns (MemberId member) {
        _checkSeated();
        uint256 seat = _seats[key].word();
        member = _active(key, seat);
        if (!seat.sits()) revert NotSeated(member);
    }

    /// @inheritdoc IMemberRegistry
    function checkUnrelated(address key, MemberId[] calldata others) external view {
        if (_counts.seated < FAMILY_FROM) return;
        uint256 seat = _seats[key].word();
        for (uint256 i; i < others.length; ++i) {
            if (_related(seat, _seats[keyOf(others[i])].word())) revert Related(seat.idOf(), others[i]);
        }
    }

    // --- votes (ERC-5805 reads) and clock (ERC-6372) ---

    /// @inheritdoc IMemberRegistry
    function speakerOf(address key) external view returns (uint256) {
        return _seats[key].word().speaker();
    }

    /// @inheritdoc IERC6372
    function clock() public view returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @inheritdoc IERC6372
    // forge-lint: disable-next-line(mixed-case-function)
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc IVotes
    function getVotes(address account) external view returns (uint256) {
        return _seats[account].word().sits() ? 1 : 0;
    }

    /// @inheritdoc IVotes
    /// @dev 1 if the member whose key in force this is was seated then. Reverts: FutureLookup.
    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _voter(account, timepoint) >> 48;
    }

    /// @inheritdoc IMemberRegistry
    function voterAt(address key, uint256 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        return _voter(key, timepoint);
    }

    /// @inheritdoc IMemberRegistry
    function votersAt(address[] calldata keys, uint256 timepoint) external view returns (uint256[] memory voters) {
        _checkPast(timepoint);
        voters = new uint256[](keys.length);
        for (uint256 i; i < keys.length; ++i) voters[i] = _voter(keys[i], timepoint);
    }

    /// @inheritdoc IVotes
    /// @dev How many were seated then. Reverts: FutureLookup.
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        _checkPast(timepoint);
        (bool exists, uint48 since, uint208 seated) = _seatedTrace.latestCheckpoint();
        if (!exists || since <= timepoint) return seated; // mostly nobody took or left a seat since then
        return _seatedTrace.upperLookupRecent(uint48(timepoint));
    }

    /// @inheritdoc IVotes
    /// @dev Each speaks for himself.
    function delegates(address account) external pure returns (address) {
        return account;
    }

    /// @inheritdoc IVotes
    /// @dev Always reverts: NoDelegation.
    function delegate(address) external pure {
        revert NoDelegation();
    }

    /// @inheritdoc IVotes
    /// @dev Always reverts: NoDelegation.
    function delegateBySig(address, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert NoDelegation();
    }

    // --- the soulbound token ---

    /// @inheritdoc SoulboundToken
    function ownerOf(uint256 tokenId) public view override returns (address) {
        if (tokenId > type(uint32).max) revert NoSuchMember(MemberId.wrap(type(uint32).max));
        return keyOf(MemberId.wrap(uint32(tokenId)));
    }

    /// @inheritdoc SoulboundToken
    function balanceOf(address owner) external view override returns (uint256) {
        return _seats[owner].word().speaker() != 0 ? 1 : 0;
    }

    // --- for those who change seats ---

    /// @dev The member whose key in force it is. `seat`: the key's.
    function _named(address key, uint256 seat) internal pure returns (MemberId member) {
        member = seat.idOf();
        if (member == NOBODY) revert NotAMember(key);
        if (seat.isReplaced()) revert KeyReplaced(key, member);
    }

    function _active(address key, uint256 seat) internal pure returns (MemberId member) {
        member = _named(key, seat);
        if (seat.standing() != Standing.Active) revert NotActive(member, seat.standing());
    }

    /// @dev Makes a new key a member's. It was asked before whether the address is free.
    function _hold(MemberId member, address key) internal {
        Holder storage holder = _holders[member];
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        (holder.key, holder.since) = (key, uint40(block.timestamp));
    }

    function _checkFree(address key) internal view {
        if (key == address(0) || _seats[key].id != 0) revert KeyBarred(key);
    }

    function _sit(MemberId member, Seat storage seat) internal {
        if (seat.seatedUntil != 0) {
            Checkpoints.Trace208 storage spans = _spans[member];
            spans.push(seat.seatedFrom, 1);
            spans.push(seat.seatedUntil, 0);
            seat.seatedUntil = 0;
        }
        _turnQuarter();
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        seat.seatedFrom = uint40(block.timestamp);
        uint32 seated = ++_counts.seated;
        _seatedTrace.push(uint48(block.timestamp), seated);
        emit Seated(member, seated);
    }

    /// @dev Ends a member's seat, if there is one.
    function _rise(MemberId member, Seat storage seat) internal {
        if (!seat.word().sits()) return;
        if (_counts.seated == 1) revert LastSeated(member);
        _turnQuarter();
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        seat.seatedUntil = uint40(block.timestamp);
        _seatedTrace.push(uint48(block.timestamp), --_counts.seated);
    }

    /// @dev Keeps how many were seated when a quarter began, before the first change in it.
    function _turnQuarter() internal returns (uint32 quarter) {
        quarter = EpochMath.quarterAt(_genesis, block.timestamp);
        Counts storage counts = _counts;
        if (quarter != counts.quarter) (counts.quarter, counts.base, counts.joined) = (quarter, counts.seated, 0);
    }

    // --- private ---

    /// @dev What `voterAt` says; the latest seat is one slot, read once.
    function _voter(address key, uint256 timepoint) private view returns (uint256) {
        // Without calls, since a bundle asks this of a hundred.
        uint256 seat = _seats[key].word();
        if (seat & SeatWord.REPLACED != 0) return 0;
        uint256 speaker = seat & SeatWord.ID_AND_EPOCH;
        uint256 from = (seat >> 112) & SeatWord.TIME;
        uint256 until = (seat >> 152) & SeatWord.TIME;
        if (timepoint >= from) return from == 0 || (until != 0 && timepoint >= until) ? speaker : speaker | (1 << 48);
        return speaker | (uint256(_spans[seat.idOf()].upperLookup(uint48(timepoint))) << 48);
    }

    function _related(uint256 a, uint256 b) private view returns (bool) {
        (uint256 aId, uint256 bId) = (uint32(a), uint32(b));
        if (aId == bId) return false;
        bool aNew = block.timestamp < a.joinedAt() + FAMILY_FOR;
        bool bNew = block.timestamp < b.joinedAt() + FAMILY_FOR;
        (uint256 first, uint256 second) = b.sponsors();
        if (aNew && _vouchedFor(a, bId)) return true;
        if (bNew && (first == aId || second == aId)) return true;
        return aNew && bNew && (_vouchedFor(a, first) || _vouchedFor(a, second));
    }

    function _vouchedFor(uint256 ward, uint256 sponsor) private pure returns (bool) {
        (uint256 first, uint256 second) = ward.sponsors();
        return sponsor != 0 && (first == sponsor || second == sponsor);
    }

    function _checkSeated() private view {
        uint256 seated = _counts.seated;
        if (seated < LEAST) revert FewerThanThreeSeated(seated);
    }

    function _checkPast(uint256 timepoint) private view {
        if (timepoint >= clock()) revert FutureLookup(timepoint, clock());
    }
}
