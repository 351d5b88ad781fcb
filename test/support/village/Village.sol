// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Approval, GuardianConsent, Recovery} from "../../../contracts/people/IGuardians.sol";
import {Seat, Vouch} from "../../../contracts/people/IMemberRegistry.sol";
import {Act, Parcel} from "../../../contracts/people/IRelay.sol";
import {MemberId} from "../../../contracts/types/Ids.sol";
import {Standing} from "../../../contracts/types/Stages.sol";
import {Register} from "./Register.sol";

/// Counts what reaches it, by the key that the Relay names.
contract Well {
    address private immutable _relay;
    mapping(address key => uint256) public drawn;
    bool public dry;

    constructor(address relay) {
        _relay = relay;
    }

    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return forwarder == _relay;
    }

    function draw() external {
        require(!dry && msg.sender == _relay, "dry");
        ++drawn[address(bytes20(msg.data[msg.data.length - 20:]))];
    }

    function turn() external {
        dry = !dry;
    }
}

/// People who join, sit, leave, come back, change keys and recover them, whether or not they may; and acts that are carried.
abstract contract Village is Register {
    Well private _well;
    mapping(uint32 member => uint256) private _done; // acts that were carried
    mapping(uint32 member => uint256) private _skipped; // numbers that were revoked unused
    mapping(string act => uint256) public done;

    /// `founders` found it; they are members 1 and on, with keys of the same numbers.
    constructor(uint256 founders) {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (1_000_000, 1);
        _coop = _found(founders, budgets, rates);
        _well = new Well(address(_coop.relay));
        _time = _now() + 1;
        _begin(founders);
    }

    /// One act of somebody, chosen at random; what it may change is compared with what it did.
    function live(uint256 seed) external {
        _random = seed;
        _time += _pick(3) == 0 ? 1 + _pick(30 days) : 1 + _pick(12 hours);
        vm.warp(_time);
        _look();
        uint256 dice = _pick(15);
        if (dice < 3) _join();
        else if (dice == 3) _sitDown();
        else if (dice == 4) _go();
        else if (dice == 5) _comeBack();
        else if (dice == 6) _byVote();
        else if (dice == 7) _rotate();
        else if (dice == 8) _guard();
        else if (dice < 11) _openRecovery();
        else if (dice == 11) _endRecovery();
        else _carry();
        _compare();
    }

    // --- joining ---

    function _join() private {
        uint256 key = _freshOrOld();
        uint40 expires = uint40(_time + 1 days);
        uint256 given = _pick(8) == 0 ? _pick(3) : 2;
        bool was = _coop.members.namedUntil(_keyOf(key)) >= _time;
        (bool ok, ) = address(_coop.members).call(
            abi.encodeCall(_coop.members.join, (_application(key, expires), _vouches(key, 0, given)))
        );
        if (!ok) return;
        _own("join");
        _admitted(key, given > 0 || !was);
        if (given == 0 && !was) _blame("joined with no vouch and no name");
    }

    function _vouches(uint256 key, uint32 joinCount, uint256 given) private returns (Vouch[] memory vouches) {
        vouches = new Vouch[](given);
        uint32 first;
        for (uint256 i; i < given; ++i) {
            uint32 sponsor = _pick(4) == 0 ? _someone() : _oneWho(Standing.Active, true);
            if (sponsor == first && _pick(6) != 0) sponsor = (sponsor % uint32(_members)) + 1;
            first = sponsor;
            uint256 signs = _pick(20) == 0 ? 1 + _pick(_keys) : _holds[sponsor];
            uint16 epoch = _coop.members.seatOf(MemberId.wrap(sponsor)).keyEpoch;
            vouches[i] = _vouch(key, joinCount, sponsor, signs, epoch, uint40(_time + 1 + _pick(29 days)));
        }
    }

    function _sitDown() private {
        uint32 member = _pick(4) == 0 ? _someone() : _oneWho(Standing.Active, false);
        Seat memory seat = _coop.members.seatOf(MemberId.wrap(member));
        try _coop.members.takeSeat(MemberId.wrap(member)) {
            _own("sit");
            _sits[member] = true;
            if (_time < seat.joinedAt + 28 days) _blame("a seat before its day");
            if (seat.standing != Standing.Active) _blame("a seat of one who is not active");
        } catch {}
    }

    function _go() private {
        uint32 member = _someone();
        vm.prank(_keyOf(_holds[member]));
        try _coop.members.resign() {
            _own("go");
            (_stands[member], _sits[member]) = (Standing.Left, false);
        } catch {}
    }

    function _comeBack() private {
        uint32 member = _pick(4) == 0 ? _someone() : _oneWho(Standing.Left, false);
        uint256 key = _holds[member];
        uint32 count = _coop.members.joinCount(_keyOf(key));
        Vouch[] memory vouches = _vouches(key, count, 2);
        vm.prank(_keyOf(key));
        try _coop.members.rejoin(vouches) {
            _own("comeBack");
            if (_stands[member] != Standing.Left) _blame("came back without having left");
            _stands[member] = Standing.Active;
            ++_vouched;
        } catch {}
    }

    function _byVote() private {
        uint256 dice = _pick(3);
        uint32 member = dice == 1 ? _oneWho(Standing.Expelled, false) : _someone();
        vm.startPrank(_coop.timelock);
        if (dice == 0) {
            try _coop.members.expel(MemberId.wrap(member), 0) {
                _own("expel");
                (_stands[member], _sits[member]) = (Standing.Expelled, false);
            } catch {}
        } else if (dice == 1) {
            try _coop.members.readmit(MemberId.wrap(member)) {
                _own("readmit");
                if (_stands[member] != Standing.Expelled) _blame("readmitted without having been expelled");
                _stands[member] = Standing.Active;
            } catch {}
        } else {
            address[] memory names = new address[](1);
            names[0] = _keyOf(_keys + 1);
            _coop.members.namePersons(names);
        }
        vm.stopPrank();
    }

    // --- keys ---

    function _rotate() private {
        uint32 member = _someone();
        uint256 key = _freshOrOld();
        uint16 epoch = _coop.members.seatOf(MemberId.wrap(member)).keyEpoch;
        uint40 expires = uint40(_time + 1 days);
        bytes memory consent = _keyConsent(member, epoch, key, expires);
        bool thief = _pick(6) == 0;
        vm.prank(_keyOf(thief ? 1 + _pick(_keys) : _holds[member]));
        try _coop.members.rotate(_keyOf(key), expires, consent) {
            _own("rotate");
            _changed(member, key);
        } catch {}
    }

    function _guard() private {
        uint32 member = _someone();
        uint256 count = 3 + _pick(3);
        GuardianConsent[] memory consents = new GuardianConsent[](count);
        uint256 first = 1 + _pick(_keys + 4);
        for (uint256 i; i < count; ++i) consents[i] = _guardianConsent(member, first + i, uint40(_time + 1 days));
        bool open = _coop.guardians.recoveryOf(MemberId.wrap(member)).due != 0;
        vm.prank(_keyOf(_holds[member]));
        try _coop.guardians.setGuardians(consents) {
            _own("guard");
            if (open) _blame("guardians were changed while a recovery was open");
            if (_time < _since[member] + 30 days) _blame("a young key changed guardians");
        } catch {}
    }

    function _openRecovery() private {
        uint32 member = _watched();
        address[] memory list = _coop.guardians.guardiansOf(MemberId.wrap(member));
        uint256 signing = _pick(list.length + 1);
        if (_pick(3) != 0) signing = _coop.guardians.neededFor(MemberId.wrap(member));
        uint256[] memory keys = new uint256[](signing);
        for (uint256 i; i < signing; ++i) keys[i] = _speaksFor(list[i]);
        uint256 newKey = _pick(5) == 0 ? 1 + _pick(_keys) : _keys + 1;
        Recovery memory before = _coop.guardians.recoveryOf(MemberId.wrap(member));
        uint40 expires = uint40(_time + 1 days);
        bytes memory said = _approval(member, before.opening + 1, newKey, expires);
        Approval[] memory approvals = _approvals(keys, said);
        said = _recoveryConsent(member, before.opening + 1, newKey, expires);
        try _coop.guardians.openRecovery(MemberId.wrap(member), _keyOf(newKey), expires, said, approvals) {
            _own("open");
            _opened(member, newKey, signing, list.length, before);
        } catch {}
    }

    function _endRecovery() private {
        uint32 member = _watched();
        uint256 dice = _pick(4);
        Recovery memory open = _coop.guardians.recoveryOf(MemberId.wrap(member));
        if (dice < 2) {
            try _coop.guardians.finishRecovery(MemberId.wrap(member)) {
                _own("finish");
                _finished(member, open);
            } catch {}
            return;
        }
        if (dice == 2) {
            vm.prank(_keyOf(_pick(5) == 0 ? 1 + _pick(_keys) : _holds[member]));
            try _coop.guardians.veto() {
                _own("veto");
            } catch {}
            return;
        }
        address[] memory list = _coop.guardians.guardiansOf(MemberId.wrap(member));
        uint256[] memory keys = new uint256[](list.length == 0 ? 0 : list.length / 2 + 1);
        for (uint256 i; i < keys.length; ++i) keys[i] = _speaksFor(list[i]);
        uint40 expires = uint40(_time + 1 days);
        Approval[] memory approvals = _approvals(keys, _cancel(member, open.opening, expires));
        try _coop.guardians.cancelRecovery(MemberId.wrap(member), expires, approvals) {
            _own("cancel");
        } catch {}
    }

    // --- carrying ---

    function _carry() private {
        if (_pick(6) == 0) _well.turn();
        Parcel[] memory parcels = new Parcel[](1 + _pick(4));
        for (uint256 i; i < parcels.length; ++i) parcels[i] = _parcel();
        if (_pick(5) == 0) return _revoke();
        uint256[] memory before = new uint256[](parcels.length);
        for (uint256 i; i < parcels.length; ++i) before[i] = _count(MemberId.unwrap(parcels[i].act.member));
        try _coop.relay.carryMany(parcels) returns (bytes[] memory reasons) {
            for (uint256 i; i < parcels.length; ++i) {
                if (reasons[i].length != 0) continue;
                _own("carry");
                ++_done[MemberId.unwrap(parcels[i].act.member)];
            }
        } catch {
            for (uint256 i; i < parcels.length; ++i) {
                if (_count(MemberId.unwrap(parcels[i].act.member)) != before[i])
                    _blame("a bundle that failed did something");
            }
        }
    }

    function _parcel() private returns (Parcel memory parcel) {
        uint32 member = _someone();
        uint256 next = _coop.relay.nextNumber(MemberId.wrap(member), 0);
        uint256 number = _pick(4) == 0 ? _pick(next + 2) : next;
        uint16 epoch = _coop.members.seatOf(MemberId.wrap(member)).keyEpoch;
        if (epoch > 0 && _pick(6) == 0) --epoch;
        uint40 from = uint40(_time - _pick(2 days));
        bytes memory data = abi.encodeCall(Well.draw, ());
        parcel.act = Act(
            MemberId.wrap(member),
            epoch,
            address(_well),
            data,
            number,
            from,
            from + uint40(_pick(31 days))
        );
        parcel.gas = uint32(_pick(5) == 0 ? _pick(60_000) : 100_000);
        parcel.signature = _signAct(parcel.act, _pick(8) == 0 ? 1 + _pick(_keys) : _holds[member]);
    }

    function _revoke() private {
        uint32 member = _someone();
        uint256 next = _coop.relay.nextNumber(MemberId.wrap(member), 0);
        uint256 nonce = next + _pick(3);
        vm.prank(_keyOf(_holds[member]));
        _coop.relay.revoke(nonce);
        _own("revoke");
        _skipped[member] += nonce + 1 - next;
    }

    function _count(uint32 member) private view returns (uint256 count) {
        uint256[] storage keys = _had[member];
        for (uint256 i; i < keys.length; ++i) count += _well.drawn(_keyOf(keys[i]));
    }

    function _own(string memory act) private {
        ++done[act];
    }

    /// What was used up is what was done, and what was revoked.
    function _compareNonces(uint32 member) internal view override returns (bool) {
        uint256 next = _coop.relay.nextNumber(MemberId.wrap(member), 0);
        return _count(member) == _done[member] && next == _done[member] + _skipped[member];
    }
}
