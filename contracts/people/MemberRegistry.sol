// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Governed} from "../base/Governed.sol";
import {OffNet} from "../base/OffNet.sol";
import {Parameters} from "../base/Parameters.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {MemberId} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";
import {Founder, IMemberRegistry, Seat} from "./IMemberRegistry.sol";
import {Joining} from "./Joining.sol";
import {Seats} from "./Seats.sol";
import {SeatWord} from "./SeatWord.sol";
import {SoulboundToken} from "./SoulboundToken.sol";

/// @title MemberRegistry
/// @notice Who is a member, who is seated, which key speaks. See IMemberRegistry for meaning, errors and events.
/// @dev In three parts: Seats keeps and reads, Joining lets in and out, and here keys change and votes decide.
contract MemberRegistry is Joining {
    using Checkpoints for Checkpoints.Trace208;
    using SeatWord for Seat;

    /// @notice What each founder signs (EIP-712): their own key, all keys in order, and the digest of the founding document.
    bytes32 public constant FOUNDER_CONSENT = keccak256(
        "FounderConsent(address founder,address[] founders,bytes32 founding)"
    );
    /// @notice What a new key signs (EIP-712). `keyEpoch` is the old key's, so that a consent is used once.
    bytes32 public constant KEY_CONSENT = keccak256(
        "KeyConsent(uint32 member,uint16 keyEpoch,address newKey,uint40 expires)"
    );

    /// @notice keccak256 of the founding document that all founders signed.
    bytes32 public immutable founding;
    /// @notice The one contract that gives a lost member a new key.
    address public immutable guardians;

    /// @param founders their keys, profiles and signatures; at least three, each key once
    /// @param founding_ keccak256 of the founding document
    /// @param parameters_ the cooperative's clock and, through it, the one address that this contract obeys
    /// @param guardians_ the address that Guardians will have: each names the other
    /// @param relay_ the address that the Relay will have, likewise
    constructor(
        Founder[] memory founders,
        bytes32 founding_,
        Parameters parameters_,
        address guardians_,
        address relay_
    ) Seats(parameters_.genesis()) Joining(parameters_) OffNet(relay_) Governed(parameters_.timelock()) {
        if (founders.length < LEAST) revert TooFewFounders(founders.length, LEAST);
        founding = founding_;
        guardians = guardians_;
        address[] memory keys = new address[](founders.length);
        for (uint256 i; i < founders.length; ++i) keys[i] = founders[i].key;
        bytes32 list = keccak256(abi.encodePacked(keys)); // an array's elements are padded to 32 bytes, as EIP-712 wants
        for (uint256 i; i < founders.length; ++i) {
            Founder memory founder = founders[i];
            bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(FOUNDER_CONSENT, founder.key, list, founding_)));
            if (!_isSigned(founder.key, digest, founder.consent)) revert ConsentInvalid(i, founder.key);
            _checkFree(founder.key);
            MemberId[2] memory none;
            MemberId member = _add(founder.key, true, none);
            emit ProfileChanged(member, founder.profileDigest, founder.profileUri);
            _sit(member, _seats[founder.key]);
        }
        _counts.quarter = EpochMath.quarterAt(_genesis, block.timestamp);
        _counts.base = _counts.seated;
    }

    // --- members ---

    /// @inheritdoc IMemberRegistry
    function setProfile(bytes32 digest, string calldata uri) external {
        address key = _actor();
        MemberId member = _active(key, _seats[key].word());
        emit ProfileChanged(member, digest, uri);
    }

    /// @inheritdoc IMemberRegistry
    function rotate(address newKey, uint40 expires, bytes calldata consent) external {
        address key = _actor();
        MemberId member = memberOf(key);
        _checkFree(newKey);
        _checkExpiry(expires);
        _checkSigned(
            newKey,
            keccak256(abi.encode(KEY_CONSENT, member, _seats[key].keyEpoch, newKey, expires)),
            consent
        );
        _changeKey(member, key, newKey, false);
    }

    // --- guardians ---

    /// @inheritdoc IMemberRegistry
    function recover(MemberId member, address newKey) external returns (bool done) {
        if (msg.sender != guardians) revert OnlyGuardians(msg.sender);
        address key = keyOf(member);
        done = newKey != address(0) && _seats[newKey].id == 0;
        if (done) _changeKey(member, key, newKey, true);
    }

    // --- by vote ---

    /// @inheritdoc IMemberRegistry
    function expel(MemberId member, bytes32 cause) external onlyByVote {
        Seat storage seat = _seats[keyOf(member)];
        // Who left is expelled as well: else whoever is about to be would leave the day before, and the sponsors answer for nothing.
        if (seat.standing == Standing.Expelled) revert NotActive(member, seat.standing);
        _countExpelled();
        _rise(member, seat);
        seat.standing = Standing.Expelled;
        emit Expelled(member, cause, _counts.seated);
        _barSponsors(seat.load());
    }

    // --- views ---

    /// @inheritdoc SoulboundToken
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return
            interfaceId == type(IVotes).interfaceId ||
            interfaceId == type(IERC6372).interfaceId ||
            interfaceId == type(IERC5267).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    // --- private ---

    /// @dev The seat goes to the new key as it is; the old one's is left as the mark that it never speaks again.
    function _changeKey(MemberId member, address former, address key, bool recovered) private {
        Seat memory seat = _seats[former].load();
        _seats[former].replaced = true;
        // A key speaks once in all time, so that nothing rests on the count being ever new: after 65,535 it begins anew, and no thief
        // can use it up to keep the guardians out.
        unchecked {
            ++seat.keyEpoch;
        }
        _seats[key].save(seat);
        _hold(member, key);
        emit KeyChanged(member, key, former, seat.keyEpoch, recovered);
        emit Transfer(former, key, MemberId.unwrap(member));
    }

    /// @dev So that a majority of the day cannot empty the cooperative at a stroke.
    function _countExpelled() private {
        uint32 epoch = EpochMath.epochAt(_genesis, block.timestamp);
        Counts memory counts = _counts;
        if (epoch != counts.expelledIn) (counts.expelledIn, counts.expelled) = (epoch, 0);
        uint256 most = _seatedTrace.upperLookupRecent(uint48(EpochMath.start(_genesis, epoch))) / 50;
        if (most == 0) most = 1;
        if (counts.expelled >= most) revert TooManyExpelled(epoch, most);
        ++counts.expelled;
        _counts = counts;
    }
}
