// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Recovery} from "../../../contracts/people/IGuardians.sol";
import {Seat} from "../../../contracts/people/IMemberRegistry.sol";
import {MemberId} from "../../../contracts/types/Ids.sol";
import {Standing} from "../../../contracts/types/Stages.sol";
import {Ink} from "./Ink.sol";

/// What a village remembers of its people, beside the contracts, and how it compares.
abstract contract Register is Ink {
    /// The weight that a member had at a moment, which nothing may change afterwards.
    struct Sight {
        uint256 time;
        uint32 member;
        bool sat;
        uint256 total;
    }

    uint256 private constant MOST_SIGHTS = 24;

    string public fault;
    uint256 internal _time;
    uint256 internal _random;
    uint256 internal _members;
    uint256 internal _keys; // ever made
    uint256 internal _vouched; // joined by vouches, in this quarter
    mapping(uint32 member => uint256 key) internal _holds;
    mapping(uint32 member => uint256[] keys) internal _had;
    mapping(uint32 member => uint256) internal _since; // the key in force
    mapping(uint32 member => Standing) internal _stands;
    mapping(uint32 member => bool) internal _sits;
    mapping(uint32 member => uint256) private _openedAt;
    mapping(uint32 member => uint256) private _newKey;
    mapping(uint256 key => uint32 member) private _belongs;
    mapping(address key => uint256 number) private _numberOf;
    Sight[] private _sights;
    uint32 private _quarter;
    uint32[] private _guarded; // who has guardians, or may soon

    function _begin(uint256 founders) internal {
        for (uint256 i = 1; i <= founders + 8; ++i) _numberOf[_keyOf(i)] = i;
        for (uint32 i = 1; i <= founders; ++i) {
            _taken(i, i);
            (_stands[i], _sits[i], _since[i]) = (Standing.Active, true, _time - 1);
        }
        (_members, _keys) = (founders, founders);
    }

    // --- for the acts ---

    function _admitted(uint256 key, bool byVouches) internal {
        uint32 member = uint32(++_members);
        _taken(member, key);
        (_stands[member], _since[member]) = (Standing.Active, _time);
        if (byVouches) ++_vouched;
    }

    function _changed(uint32 member, uint256 key) internal {
        _taken(member, key);
        _since[member] = _time;
    }

    function _taken(uint32 member, uint256 key) private {
        if (_belongs[key] != 0) _blame("a key that was somebody's is used again");
        (_belongs[key], _holds[member]) = (member, key);
        _had[member].push(key);
        if (key > _keys) _keys = key;
        for (uint256 i = _keys; i < _keys + 8; ++i) _numberOf[_keyOf(i)] = i;
    }

    function _opened(
        uint32 member,
        uint256 newKey,
        uint256 signed,
        uint256 guardians,
        Recovery memory before
    ) internal {
        (_openedAt[member], _newKey[member]) = (_time, newKey);
        if (before.due != 0) _blame("two recoveries at once");
        if (signed < guardians / 2 + 1) _blame("opened by fewer than most guardians");
        bool fresh = before.earlierVeto != 0 && _time < before.earlierVeto + 180 days;
        if (fresh && signed < guardians) _blame("after two vetoes all guardians must sign");
        if (_coop.guardians.recoveryOf(MemberId.wrap(member)).stands != fresh) _blame("stands, or does not, wrongly");
        (, uint40 from) = _coop.guardians.nextGuardiansOf(MemberId.wrap(member));
        if (from != 0) _blame("a change of guardians outlived the opening");
    }

    function _finished(uint32 member, Recovery memory open) internal {
        if (open.due == 0 || _time < open.due) _blame("finished before it was due");
        if (open.due < _openedAt[member] + 7 days) _blame("the owner had less than a week");
        uint256 key = _newKey[member];
        if (_belongs[key] == 0) _changed(member, key);
    }

    function _blame(string memory what) internal {
        if (bytes(fault).length == 0) fault = what;
    }

    // --- choosing ---

    function _pick(uint256 size) internal returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    function _someone() internal returns (uint32) {
        return uint32(1 + _pick(_members));
    }

    /// Somebody who has guardians, mostly.
    function _watched() internal returns (uint32 member) {
        member = _someone();
        for (uint256 i; i < 12; ++i) {
            if (_coop.guardians.guardiansOf(MemberId.wrap(member)).length != 0) return member;
            member = (member % uint32(_members)) + 1;
        }
    }

    /// Somebody who stands so and sits, or does not, mostly.
    function _oneWho(Standing stands, bool sits) internal returns (uint32 member) {
        member = _someone();
        for (uint256 i; i < _members && (_stands[member] != stands || _sits[member] != sits); ++i) {
            member = (member % uint32(_members)) + 1;
        }
    }

    function _freshOrOld() internal returns (uint256) {
        return _pick(8) == 0 ? 1 + _pick(_keys) : _keys + 1;
    }

    /// The key that signs for a guardian: the member's in force, where the address is or was a member's.
    function _speaksFor(address guardian) internal view returns (uint256) {
        uint256 number = _numberOf[guardian];
        uint32 member = _belongs[number];
        return member == 0 ? number : _holds[member];
    }

    // --- comparing ---

    /// Remembers who sat a moment ago.
    function _look() internal {
        if (_sights.length == MOST_SIGHTS || _pick(4) != 0) return;
        uint32 member = _someone();
        uint256 total;
        for (uint32 i = 1; i <= _members; ++i) if (_sits[i]) ++total;
        _sights.push(Sight(_time - 1, member, _sits[member], total));
    }

    function _compare() internal {
        uint256 seated;
        for (uint32 i = 1; i <= _members; ++i) {
            if (!_isAsRemembered(i)) _blame("a member is not as remembered");
            if (!_compareNonces(i)) _blame("what was carried and what was used up differ");
            if (_sits[i]) ++seated;
        }
        if (_coop.members.memberCount() != _members) _blame("the number of members");
        if (_coop.members.seatedCount() != seated || seated == 0) _blame("the number of the seated");
        vm.warp(_time + 1);
        for (uint256 i; i < _sights.length; ++i) if (!_isAsSeen(_sights[i])) _blame("a weight of the past has changed");
        vm.warp(_time);
        (uint32 quarter, uint256 joined, uint256 most) = _coop.members.quarterNow();
        if (quarter != _quarter) (_quarter, _vouched) = (quarter, joined);
        if (joined != _vouched || joined > most) _blame("more joined in a quarter than may");
    }

    function _isAsRemembered(uint32 member) private view returns (bool) {
        MemberId id = MemberId.wrap(member);
        Seat memory seat = _coop.members.seatOf(id);
        uint256[] storage keys = _had[member];
        for (uint256 i; i < keys.length; ++i) {
            address key = _keyOf(keys[i]);
            bool last = i + 1 == keys.length;
            uint256 speaker = last ? member | (i << 32) : 0;
            if (_coop.members.speakerOf(key) != speaker || _coop.members.idOf(key) != id) return false;
        }
        bool key_ = _coop.members.keyOf(id) == _keyOf(_holds[member]) && _coop.members.keySince(id) == _since[member];
        return key_ && seat.standing == _stands[member] && _coop.members.isSeated(id) == _sits[member];
    }

    function _isAsSeen(Sight memory sight) private view returns (bool) {
        IVotes votes = IVotes(address(_coop.members));
        uint256 weight = votes.getPastVotes(_keyOf(_holds[sight.member]), sight.time);
        return (weight == 1) == sight.sat && votes.getPastTotalSupply(sight.time) == sight.total;
    }

    function _compareNonces(uint32 member) internal view virtual returns (bool);
}
