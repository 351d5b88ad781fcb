// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ICommonsPool} from "../../../contracts/commons/ICommonsPool.sol";
import {SignedBallot, WalletBallot} from "../../../contracts/governance/ICoopGovernor.sol";
import {IMemberRegistry} from "../../../contracts/people/IMemberRegistry.sol";
import {IPurses} from "../../../contracts/price/IPurses.sol";
import {MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {IProjectRegistry} from "../../../contracts/work/IProjectRegistry.sol";
import {INumbers} from "../ground/Ground.sol";
import {Proposal} from "./Minutes.sol";
import {Motions} from "./Motions.sol";

/// A contract that says of every signature what it likes, or never ends.
contract Wallet {
    fallback() external {
        uint256 mood = uint256(keccak256(msg.data)) % 3;
        if (mood == 0) while (true) {}
        if (mood == 1) revert("nothing is signed");
        assembly ("memory-safe") {
            mstore(0, not(0))
            return(0, 0x20)
        }
    }
}

/// Those who would get round the vote: by calls that are another's, by proposals that are no vote's, by ballots that are nobody's.
abstract contract Intruders is Motions {
    address private immutable _wallet = address(new Wallet());
    uint256 private constant STRANGER = 0xBAD;

    /// A ballot that must not be counted, of whatever kind.
    function _junk(uint256 index, uint256 member) internal returns (SignedBallot memory) {
        uint256 id = _proposals[index].id;
        uint256 dice = _pick(7);
        uint8 support = uint8(dice == 1 ? 3 + _pick(253) : _pick(3));
        (bytes32 r, bytes32 vs) = _signBallot(_coop.vote, dice == 5 ? id ^ 1 : id, member, support);
        if (dice == 0) return _ballot(1 + (member % count), 0, support, r, vs);
        if (dice == 2) return _ballot(member, 1, support, r, vs);
        if (dice == 3) return _ballot(member, 0, (support + 1) % 3, r, vs);
        if (dice == 4) return _ballot(member, 0, support, bytes32(_pick(1 << 255)), bytes32(_pick(1 << 255)));
        if (dice == 6) return _ballot(0, 0, support, 0, vs);
        return _ballot(member, 0, support, r, vs);
    }

    function _walletJunk() internal returns (WalletBallot memory ballot) {
        ballot.member = MemberId.wrap(uint32(_pick(count + 2)));
        ballot.support = uint8(_pick(3));
        ballot.wallet = _pick(2) == 0 ? _wallet : _keys[1 + _pick(count)];
        ballot.signature = abi.encode(_pick(1 << 255));
    }

    /// One try, of somebody who is not the one that it takes.
    function _intrude() internal {
        address who = _pick(2) == 0 ? _keys[1 + _pick(count)] : vm.addr(STRANGER);
        uint256 dice = _pick(4);
        if (dice == 0) _callWhatIsAVotes(who);
        else if (dice == 1) _useTheTimelock(who);
        else if (dice == 2) _proposeWhatIsNoVotes();
        else _voteWithoutASeat();
    }

    function _callWhatIsAVotes(address who) private {
        uint256 dice = _pick(9);
        (address target, bytes memory data) = (address(_coop.projects), bytes(""));
        if (dice == 0) (target, data) = (address(_coop.numbers), _number(uint8(_pick(16))));
        else if (dice == 1) {
            MemberId member = MemberId.wrap(uint32(1 + _pick(count)));
            (target, data) = (address(_coop.members), abi.encodeCall(IMemberRegistry.expel, (member, 0)));
        } else if (dice == 2) data = abi.encodeCall(IProjectRegistry.amendCooperative, (_terms(0)));
        else if (dice == 3) data = abi.encodeCall(IProjectRegistry.close, (ProjectId.wrap(1)));
        else if (dice == 4)
            data = abi.encodeCall(IProjectRegistry.replaceStewards, (ProjectId.wrap(1), new MemberId[](1)));
        else if (dice == 5) {
            data = abi.encodeCall(IProjectRegistry.admit, (StatementId.wrap(0), 1, ProjectId.wrap(0), _terms(0)));
        } else if (dice == 6) {
            (target, data) = (address(_coop.pool), abi.encodeCall(IPurses.list, (_wallet, true)));
        } else if (dice == 7) {
            target = address(_coop.commons);
            data = abi.encodeCall(ICommonsPool.adopt, (_wallet, _wallet.codehash, true));
        } else {
            target = address(_coop.vote);
            data = abi.encodeWithSignature("relay(address,uint256,bytes)", _coop.numbers, 0, _number(0));
        }
        vm.prank(who);
        (bool done_, ) = target.call(data);
        if (done_) _blame("a call was let in that is a vote's");
    }

    function _useTheTimelock(address who) private {
        bytes[] memory acts = new bytes[](1);
        acts[0] = _number(uint8(_pick(16)));
        (address[] memory targets, uint256[] memory values) = (new address[](1), new uint256[](1));
        targets[0] = address(_coop.numbers);
        bytes32 salt = bytes32(uint256(7));
        TimelockController timelock = TimelockController(payable(_coop.timelock));
        if (_proposals.length > 0 && _pick(2) == 0) {
            // What waits there for the governor is executed, or cancelled, by nobody else.
            Proposal memory p = _proposals[_pick(_proposals.length)];
            (targets, values, acts, ) = _lists(p);
            salt = bytes32(p.id);
        }
        uint256 dice = _pick(5);
        bytes memory data = abi.encodeCall(TimelockController.executeBatch, (targets, values, acts, 0, salt));
        if (dice == 0)
            data = abi.encodeCall(TimelockController.scheduleBatch, (targets, values, acts, 0, salt, 30 days));
        else if (dice == 1) {
            data = abi.encodeCall(
                TimelockController.cancel,
                (timelock.hashOperationBatch(targets, values, acts, 0, salt))
            );
        } else if (dice == 2) data = abi.encodeCall(IAccessControl.grantRole, (timelock.PROPOSER_ROLE(), who));
        else if (dice == 3) data = abi.encodeCall(TimelockController.updateDelay, (0));
        vm.prank(who);
        (bool done_, ) = _coop.timelock.call(data);
        if (done_) _blame("the timelock obeyed another than the governor");
    }

    /// What no vote may do, too much at once, or two things in one.
    function _proposeWhatIsNoVotes() private {
        if (seatedAt(time) < 3) return;
        uint256 size = 1;
        uint256 dice = _pick(9);
        if (dice == 6) size = 11;
        if (dice == 7 || dice == 8) size = 2;
        (address[] memory targets, uint256[] memory values, bytes[] memory acts) = (
            new address[](size),
            new uint256[](size),
            new bytes[](size)
        );
        for (uint256 i; i < size; ++i) (targets[i], acts[i]) = (address(_coop.numbers), _number(uint8(_pick(16))));
        bytes memory expulsion = abi.encodeCall(IMemberRegistry.expel, (MemberId.wrap(uint32(1 + _pick(count))), 0));
        if (dice == 0) (targets[0], acts[0]) = (_coop.timelock, abi.encodeCall(TimelockController.updateDelay, (0)));
        else if (dice == 1) {
            bytes32 admin = bytes32(0);
            (targets[0], acts[0]) = (_coop.timelock, abi.encodeCall(IAccessControl.grantRole, (admin, _keys[1])));
        } else if (dice == 2) targets[0] = _noVotes()[_pick(6)];
        else if (dice == 3) acts[0] = abi.encodePacked(bytes4(uint32(_pick(1 << 32))), acts[0]);
        else if (dice == 4) values[0] = 1;
        else if (dice == 5) acts[0] = "";
        else if (dice == 7) (targets[1], acts[1]) = (address(_coop.members), expulsion);
        else if (dice == 8) {
            (targets[0], acts[0]) = (address(_coop.members), expulsion);
            (targets[1], acts[1]) = (address(_coop.members), expulsion);
        }
        vm.prank(_keys[_seatedOne()]);
        try _coop.vote.propose(targets, values, acts, "an intruder's") {
            _blame("something was proposed that no vote may do");
        } catch {}
    }

    /// Contracts with no function of this selector that a vote may call; two of them have others.
    function _noVotes() private view returns (address[6] memory) {
        return
            [
                address(_coop.vote),
                address(_coop.work),
                address(_coop.shares),
                address(_coop.pool),
                address(_coop.market),
                address(_coop.commons)
            ];
    }

    /// Strangers, and those whose seat ended before the snapshot, have no vote; no one has two.
    function _voteWithoutASeat() private {
        if (_proposals.length == 0) return;
        uint256 index = _pick(_proposals.length);
        uint256 who = 1 + _pick(count);
        bool may = _cast[index][who] == 0 && _satAt(who, _proposals[index].snapshot);
        if (may) {
            vm.prank(vm.addr(STRANGER));
        } else {
            vm.prank(_keys[who]);
        }
        try _coop.vote.castVote(_proposals[index].id, 1) {
            _blame("somebody voted without a seat, or twice");
        } catch {}
    }
}
