// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../base/Governed.sol";
import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {Signed} from "../base/Signed.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {MemberId, NOBODY} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";
import {Application, IMemberRegistry, Seat, Vouch} from "./IMemberRegistry.sol";
import {Seats} from "./Seats.sol";
import {SeatWord} from "./SeatWord.sol";

/// @title Joining
/// @notice How one becomes a member, takes a seat, leaves, and comes back.
/// @dev Growth is bounded three times: a newcomer waits 28 days for a seat and 90 before vouching, a sponsor has few vouches a quarter,
/// and a tenth of the seated at most join in one (docs/results/colluders.md shows what that leaves to colluders).
abstract contract Joining is Seats, Signed, OffNet, Governed {
    using SeatWord for Seat;
    using SeatWord for uint256;

    /// @notice What an applicant signs (EIP-712).
    bytes32 public constant APPLICATION = keccak256(
        "Application(address applicant,bytes32 profileDigest,string profileUri,uint40 expires)"
    );
    /// @notice What a sponsor signs (EIP-712). `joinCount` makes that a vouch which was used is never used again.
    bytes32 public constant VOUCH = keccak256(
        "Vouch(address applicant,uint32 joinCount,uint32 sponsor,uint16 keyEpoch,uint40 expires)"
    );
    /// @notice From joining to the seat.
    uint256 internal constant SEAT_AFTER = 28 days;
    /// @notice From joining to the first vouch; founders at once.
    uint256 internal constant VOUCH_AFTER = 90 days;
    /// @notice The expulsion of a ward who joined less than this ago bars the sponsor for as long.
    uint256 internal constant LIABLE_FOR = 180 days;
    /// @notice How long who was named by a vote may join.
    uint256 internal constant NAMED_FOR = 90 days;
    /// @notice How many persons one vote names at most.
    uint256 internal constant MOST_NAMED = 50;
    uint256 private constant VOUCHES = 2;
    uint256 private constant LEAST_CAP = 2;

    /// @notice The numbers and the clock.
    Parameters public immutable parameters;

    mapping(MemberId member => uint32) private _returns; // how often the member came back
    mapping(bytes32 vouch => bool) private _revoked;
    mapping(address key => uint40) public namedUntil;

    constructor(Parameters parameters_) {
        parameters = parameters_;
    }

    // --- anyone ---

    /// @inheritdoc IMemberRegistry
    function join(Application calldata application, Vouch[] calldata vouches) external returns (MemberId member) {
        address key = application.applicant;
        _checkFree(key);
        _checkExpiry(application.expires);
        _checkSigned(key, _applicationHash(application), application.signature);
        MemberId[2] memory sponsors;
        if (vouches.length != 0 || namedUntil[key] < block.timestamp) sponsors = _admit(key, 0, vouches);
        member = _add(key, false, sponsors);
        if (application.profileDigest != 0) {
            emit ProfileChanged(member, application.profileDigest, application.profileUri);
        }
    }

    /// @inheritdoc IMemberRegistry
    function takeSeat(MemberId member) external {
        Seat storage seat = _seats[keyOf(member)];
        if (seat.standing != Standing.Active || seat.word().sits()) revert SeatNotWaiting(member);
        uint256 from = seat.joinedAt + SEAT_AFTER;
        if (block.timestamp < from) revert SeatTooEarly(member, from);
        _sit(member, seat);
    }

    // --- members ---

    /// @inheritdoc IMemberRegistry
    function rejoin(Vouch[] calldata vouches) external {
        address key = _actor();
        MemberId member = memberOf(key);
        Seat storage seat = _seats[key];
        if (seat.standing != Standing.Left) revert NotGone(member, seat.standing);
        _return(member, seat, _admit(key, joinCount(key), vouches));
    }

    /// @inheritdoc IMemberRegistry
    function revokeVouch(address applicant, uint32 joinCount_, uint40 expires) external {
        address key = _actor();
        MemberId sponsor = memberOf(key);
        bytes32 digest = vouchDigest(applicant, joinCount_, sponsor, _seats[key].keyEpoch, expires);
        _revoked[digest] = true;
        emit VouchRevoked(sponsor, digest);
    }

    /// @inheritdoc IMemberRegistry
    function resign() external {
        address key = _actor();
        Seat storage seat = _seats[key];
        MemberId member = _active(key, seat.word());
        _rise(member, seat);
        seat.standing = Standing.Left;
        emit MemberLeft(member, _counts.seated);
    }

    // --- by vote ---

    /// @inheritdoc IMemberRegistry
    function readmit(MemberId member) external onlyByVote {
        Seat storage seat = _seats[keyOf(member)];
        if (seat.standing != Standing.Expelled) revert NotExpelled(member, seat.standing);
        MemberId[2] memory none;
        _return(member, seat, none);
    }

    /// @inheritdoc IMemberRegistry
    function namePersons(address[] calldata keys) external onlyByVote {
        if (keys.length == 0 || keys.length > MOST_NAMED) revert NamesOutOfBounds(keys.length, MOST_NAMED);
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        uint40 until = uint40(block.timestamp + NAMED_FOR);
        for (uint256 i; i < keys.length; ++i) {
            namedUntil[keys[i]] = until;
            emit PersonNamed(keys[i], until);
        }
    }

    // --- views ---

    /// @inheritdoc IMemberRegistry
    function joinCount(address applicant) public view returns (uint32) {
        uint32 id = _seats[applicant].id;
        return id == 0 ? 0 : 1 + _returns[MemberId.wrap(id)];
    }

    /// @inheritdoc IMemberRegistry
    function vouchDigest(
        address applicant,
        uint32 joinCount_,
        MemberId sponsor,
        uint16 keyEpoch,
        uint40 expires
    ) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(VOUCH, applicant, joinCount_, sponsor, keyEpoch, expires)));
    }

    /// @inheritdoc IMemberRegistry
    function sponsorOf(
        MemberId member
    ) external view returns (uint256 used, uint256 most, uint256 from, uint40 barredUntil) {
        Seat memory seat = seatOf(member);
        Holder memory holder = _holders[member];
        used = _usedIn(holder.vouched, EpochMath.quarterAt(_genesis, block.timestamp));
        most = _mostVouches();
        from = _mayVouchFrom(seat);
        barredUntil = holder.barredUntil;
    }

    /// @inheritdoc IMemberRegistry
    function quarterNow() external view returns (uint32 quarter, uint256 joined, uint256 most) {
        Counts memory counts = _counts;
        quarter = EpochMath.quarterAt(_genesis, block.timestamp);
        if (quarter != counts.quarter) (counts.base, counts.joined) = (counts.seated, 0);
        return (quarter, counts.joined, _mostJoining(quarter, counts.base));
    }

    // --- for the registry ---

    function _add(address key, bool founder, MemberId[2] memory sponsors) internal returns (MemberId member) {
        uint32 id = ++_counts.members;
        member = MemberId.wrap(id);
        _hold(member, key);
        Seat memory seat;
        seat.id = id;
        seat.standing = Standing.Active;
        seat.founder = founder;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        seat.joinedAt = uint40(block.timestamp);
        (seat.sponsor, seat.cosponsor) = (sponsors[0], sponsors[1]);
        _seats[key].save(seat);
        emit Joined(member, key, founder, sponsors[0], sponsors[1]);
        _emitMinted(key, id);
    }

    /// @dev Who vouched for a member lately does not vouch for a while.
    function _barSponsors(Seat memory seat) internal {
        if (block.timestamp >= seat.joinedAt + LIABLE_FOR) return;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        uint40 until = uint40(block.timestamp + LIABLE_FOR);
        _bar(seat.sponsor, until);
        _bar(seat.cosponsor, until);
    }

    // --- private ---

    function _bar(MemberId sponsor, uint40 until) private {
        if (sponsor == NOBODY) return;
        _holders[sponsor].barredUntil = until;
        emit VouchingBarred(sponsor, until);
    }

    function _return(MemberId member, Seat storage seat, MemberId[2] memory sponsors) private {
        uint32 before = ++_returns[member];
        seat.standing = Standing.Active;
        seat.founder = false;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        seat.joinedAt = uint40(block.timestamp);
        (seat.sponsor, seat.cosponsor) = (sponsors[0], sponsors[1]);
        emit Returned(member, before, sponsors[0], sponsors[1]);
    }

    /// @dev Counts one who joins by vouches, and each vouch; both last for this quarter.
    function _admit(
        address applicant,
        uint32 joinCount_,
        Vouch[] calldata vouches
    ) private returns (MemberId[2] memory sponsors) {
        uint32 quarter = _turnQuarter();
        Counts storage counts = _counts;
        uint256 needed = counts.seated;
        if (needed > VOUCHES) needed = VOUCHES;
        if (vouches.length != needed) revert VouchesNeeded(vouches.length, needed);
        uint256 most = _mostJoining(quarter, counts.base);
        if (counts.joined >= most) {
            revert QuarterFull(quarter, most, EpochMath.start(_genesis, (quarter + 1) * EpochMath.A_QUARTER));
        }
        ++counts.joined;
        uint256 mostVouches = _mostVouches();
        for (uint256 i; i < needed; ++i) {
            sponsors[i] = vouches[i].sponsor;
            if (i == 1 && sponsors[0] == sponsors[1]) revert VouchesNeeded(1, needed);
            _spend(applicant, joinCount_, vouches[i], quarter, mostVouches);
        }
    }

    function _spend(address applicant, uint32 joinCount_, Vouch calldata vouch, uint32 quarter, uint256 most) private {
        MemberId sponsor = vouch.sponsor;
        address key = keyOf(sponsor);
        Seat memory seat = _seats[key].load();
        Holder storage holder = _holders[sponsor];
        if (seat.seatedFrom == 0 || seat.seatedUntil != 0) revert NotSeated(sponsor);
        uint256 from = _mayVouchFrom(seat);
        if (block.timestamp < from) revert SponsorTooNew(sponsor, from);
        if (block.timestamp < holder.barredUntil) revert SponsorBarred(sponsor, holder.barredUntil);
        if (vouch.keyEpoch != seat.keyEpoch) revert VouchOfAnotherKey(sponsor, vouch.keyEpoch, seat.keyEpoch);
        _checkExpiry(vouch.expires);
        bytes32 digest = vouchDigest(applicant, joinCount_, sponsor, vouch.keyEpoch, vouch.expires);
        if (_revoked[digest]) revert VouchWithdrawn(sponsor, digest);
        if (!_isSigned(key, digest, vouch.signature)) revert SignatureInvalid(key);
        uint256 used = _usedIn(holder.vouched, quarter);
        if (used >= most) revert NoVouchLeft(sponsor, most);
        // forge-lint: disable-next-line(unsafe-typecast): the quarter is below 8,192, or it reverts before.
        holder.vouched = uint16(_stamp(quarter) + used + 1);
    }

    /// @dev A quarter's place in `vouched`; the checked cast ends vouching after 1,884 years.
    function _stamp(uint32 quarter) private pure returns (uint16) {
        return uint16(quarter) * 8;
    }

    function _usedIn(uint16 vouched, uint32 quarter) private pure returns (uint256) {
        return vouched / 8 == quarter ? vouched % 8 : 0;
    }

    function _mayVouchFrom(Seat memory seat) private pure returns (uint256) {
        return seat.founder ? seat.joinedAt : seat.joinedAt + VOUCH_AFTER;
    }

    function _mostVouches() private view returns (uint256) {
        return parameters.get(Parameter.VouchesPerQuarter, EpochMath.epochAt(_genesis, block.timestamp));
    }

    function _mostJoining(uint32 quarter, uint256 base) private view returns (uint256 most) {
        most = (base * parameters.get(Parameter.JoinPercent, quarter * EpochMath.A_QUARTER)) / 100;
        if (most < LEAST_CAP) most = LEAST_CAP;
    }

    function _applicationHash(Application calldata application) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    APPLICATION,
                    application.applicant,
                    application.profileDigest,
                    keccak256(bytes(application.profileUri)),
                    application.expires
                )
            );
    }
}
