// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Governed} from "../base/Governed.sol";
import {OffNet} from "../base/OffNet.sol";
import {Parameters} from "../base/Parameters.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {MemberId} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";
import {Founder, IMemberRegistry, Seat} from "./IMemberRegistry.sol";
import {SoulboundToken} from "./SoulboundToken.sol";

/// @title MemberRegistry
/// @notice Who is a member, who is seated, which key speaks. See IMemberRegistry for meaning, errors and events.
/// @dev A seat is found by the key in force, so that a member's call reads one slot. A vote's weight is read from the span
/// [seatedFrom, seatedUntil) of that slot: the first seating needs no checkpoint of its own. The total is checkpointed.
contract MemberRegistry is IMemberRegistry, SoulboundToken, EIP712, OffNet, Governed, IVotes, IERC6372 {
    using Checkpoints for Checkpoints.Trace208;

    /// @notice The fewest founders, and the fewest seated with whom anything is recorded or proposed.
    uint256 public constant LEAST = 3;
    /// @notice What each founder signs (EIP-712): their own key, all keys in order, and the digest of the founding document.
    bytes32 public constant FOUNDER_CONSENT = keccak256(
        "FounderConsent(address founder,address[] founders,bytes32 founding)"
    );

    /// @notice keccak256 of the founding document that all founders signed.
    bytes32 public immutable founding;
    /// @dev The cooperative's first second.
    uint256 private immutable _genesis;

    mapping(address key => Seat) private _seats;
    mapping(MemberId member => address) private _keys;
    Checkpoints.Trace208 private _seatedTrace;
    uint32 private _members; // how many are members, whatever their standing
    uint32 private _seated; //  how many are seated now; kept beside the trace, so that an act reads one slot
    uint32 private _expelledIn; // the epoch of `_expelled`
    uint32 private _expelled; //   so many were expelled in it

    /// @param founders their keys, profiles and signatures; at least three, each key once
    /// @param founding_ keccak256 of the founding document
    /// @param parameters the cooperative's clock and, through it, the one address that this contract obeys
    /// @param relay_ the Relay, or zero while there is none
    constructor(
        Founder[] memory founders,
        bytes32 founding_,
        Parameters parameters,
        address relay_
    ) EIP712("Gongsheng", "1") OffNet(relay_) Governed(parameters.timelock()) {
        _genesis = parameters.genesis();
        if (founders.length < LEAST) revert TooFewFounders(founders.length, LEAST);
        founding = founding_;
        address[] memory keys = new address[](founders.length);
        for (uint256 i; i < founders.length; ++i) keys[i] = founders[i].key;
        bytes32 list = keccak256(abi.encodePacked(keys)); // an array's elements are padded to 32 bytes, as EIP-712 wants
        for (uint256 i; i < founders.length; ++i) {
            Founder memory founder = founders[i];
            bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(FOUNDER_CONSENT, founder.key, list, founding_)));
            if (!_signed(founder.key, digest, founder.consent)) revert ConsentInvalid(i, founder.key);
            MemberId member = _add(founder.key, true);
            emit ProfileChanged(member, founder.profileDigest, founder.profileUri);
            _sit(member);
        }
    }

    // --- members ---

    /// @inheritdoc IMemberRegistry
    function setProfile(bytes32 digest, string calldata uri) external {
        MemberId member = _active(_actor());
        emit ProfileChanged(member, digest, uri);
    }

    // --- by vote ---

    /// @inheritdoc IMemberRegistry
    function expel(MemberId member, bytes32 cause) external onlyByVote {
        Seat storage seat = _seats[keyOf(member)];
        if (seat.standing != Standing.Active) revert NotActive(member, seat.standing);
        _countExpelled();
        seat.standing = Standing.Expelled;
        if (_sits(seat)) {
            if (_seated == 1) revert LastSeated(member);
            seat.seatedUntil = uint40(block.timestamp);
            _seatedTrace.push(uint48(block.timestamp), --_seated);
        }
        emit Expelled(member, cause, _seated);
    }

    // --- views ---

    /// @inheritdoc IMemberRegistry
    function memberOf(address key) public view returns (MemberId member) {
        member = MemberId.wrap(_seats[key].id);
        if (MemberId.unwrap(member) == 0) revert NotAMember(key);
        if (_seats[key].replaced) revert KeyReplaced(key, member);
    }

    /// @inheritdoc IMemberRegistry
    function idOf(address key) external view returns (MemberId) {
        return MemberId.wrap(_seats[key].id);
    }

    /// @inheritdoc IMemberRegistry
    function keyOf(MemberId member) public view returns (address key) {
        key = _keys[member];
        if (key == address(0)) revert NoSuchMember(member);
    }

    /// @inheritdoc IMemberRegistry
    function seatOf(MemberId member) public view returns (Seat memory) {
        return _seats[keyOf(member)];
    }

    /// @inheritdoc IMemberRegistry
    function isActive(MemberId member) external view returns (bool) {
        return seatOf(member).standing == Standing.Active;
    }

    /// @inheritdoc IMemberRegistry
    function isSeated(MemberId member) external view returns (bool) {
        return _sits(seatOf(member));
    }

    /// @inheritdoc IMemberRegistry
    function memberCount() external view returns (uint256) {
        return _members;
    }

    /// @inheritdoc IMemberRegistry
    function seatedCount() external view returns (uint256) {
        return _seated;
    }

    /// @inheritdoc IMemberRegistry
    function recorder(address key) external view returns (MemberId) {
        _checkSeated();
        return _active(key);
    }

    /// @inheritdoc IMemberRegistry
    function attester(address key) external view returns (MemberId member) {
        _checkSeated();
        member = _active(key);
        if (!_sits(_seats[key])) revert NotSeated(member);
    }

    // --- votes (ERC-5805 reads) and clock (ERC-6372) ---

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
        return _sits(_seats[account]) ? 1 : 0;
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
        return _seats[owner].id != 0 && !_seats[owner].replaced ? 1 : 0;
    }

    /// @inheritdoc SoulboundToken
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return
            interfaceId == type(IVotes).interfaceId ||
            interfaceId == type(IERC6372).interfaceId ||
            interfaceId == type(IERC5267).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    // --- private ---

    function _add(address key, bool founder) private returns (MemberId member) {
        if (key == address(0) || _seats[key].id != 0) revert KeyBarred(key);
        uint32 id = ++_members;
        member = MemberId.wrap(id);
        _keys[member] = key;
        Seat storage seat = _seats[key];
        seat.id = id;
        seat.standing = Standing.Active;
        seat.founder = founder;
        seat.joinedAt = uint40(block.timestamp);
        seat.keySince = uint40(block.timestamp);
        emit Joined(member, key, founder);
        _emitMinted(key, id);
    }

    function _sit(MemberId member) private {
        _seats[_keys[member]].seatedFrom = uint40(block.timestamp);
        uint32 seated = ++_seated;
        _seatedTrace.push(uint48(block.timestamp), seated);
        emit Seated(member, seated);
    }

    function _active(address key) private view returns (MemberId member) {
        member = memberOf(key);
        Standing standing = _seats[key].standing;
        if (standing != Standing.Active) revert NotActive(member, standing);
    }

    function _sits(Seat memory seat) private pure returns (bool) {
        return seat.seatedFrom != 0 && seat.seatedUntil == 0 && !seat.replaced;
    }

    /// @dev What `voterAt` says; the seat is one slot, read once.
    function _voter(address key, uint256 timepoint) private view returns (uint256) {
        Seat storage seat = _seats[key];
        if (seat.id == 0 || seat.replaced) return 0;
        uint256 speaker = seat.id | (uint256(seat.keyEpoch) << 32);
        if (seat.seatedFrom == 0 || timepoint < seat.seatedFrom) return speaker;
        return seat.seatedUntil == 0 || timepoint < seat.seatedUntil ? speaker | (1 << 48) : speaker;
    }

    /// @dev So that a majority of the day cannot empty the cooperative at a stroke.
    function _countExpelled() private {
        uint32 epoch = EpochMath.epochAt(_genesis, block.timestamp);
        if (epoch != _expelledIn) (_expelledIn, _expelled) = (epoch, 0);
        uint256 most = _seatedTrace.upperLookupRecent(uint48(EpochMath.start(_genesis, epoch))) / 50;
        if (most == 0) most = 1;
        if (_expelled >= most) revert TooManyExpelled(epoch, most);
        ++_expelled;
    }

    function _checkSeated() private view {
        uint256 seated = _seated;
        if (seated < LEAST) revert FewerThanThreeSeated(seated);
    }

    /// @dev The key's own signature first, then the contract's that may stand there: an account may have code and a key.
    function _signed(address key, bytes32 digest, bytes memory signature) private view returns (bool) {
        (address signer, ECDSA.RecoverError failure, ) = ECDSA.tryRecover(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && signer == key) return true;
        return SignatureChecker.isValidERC1271SignatureNow(key, digest, signature);
    }

    function _checkPast(uint256 timepoint) private view {
        if (timepoint >= clock()) revert FutureLookup(timepoint, clock());
    }
}
