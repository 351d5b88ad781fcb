// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {BallotBundle, Matter, SignedBallot, WalletBallot} from "../../../contracts/governance/ICoopGovernor.sol";
import {MemberId} from "../../../contracts/types/Ids.sol";
import {Intruders} from "./Intruders.sol";
import {Proposal} from "./Minutes.sol";

/// An assembly that proposes, votes one by one and in bundles, queues, executes and waits, in any order; and intruders among it.
/// Nothing but an execution changes what a vote can change, and each execution is looked at.
abstract contract Assembly is Intruders {
    mapping(uint256 epoch => uint256) private _expelledIn;

    modifier act(string memory name, uint256 seed) {
        vm.warp(time);
        _random = seed;
        bytes32 before = picture();
        _;
        if (picture() != before) _blame("something changed without an execution");
        ++done[name];
    }

    // --- the acts ---

    function propose(uint256 seed) external act("propose", seed) {
        _proposeAny();
    }

    /// Some vote, each with an own transaction.
    function vote(uint256 seed) external act("vote", seed) {
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Active);
        if (!found) return;
        (uint256 lean, uint256 chance) = (_pick(4), 1 + _pick(10));
        for (uint256 i = 1; i <= count; ++i) {
            if (_pick(10) >= chance) continue;
            _voteOne(index, i, _opinion(lean));
        }
        _look(index);
    }

    /// Some vote in a bundle that a stranger carries, with ballots among them that cannot be counted.
    function bundle(uint256 seed) external act("bundle", seed) {
        if (_proposals.length == 0) return;
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Active);
        if (!found || _pick(8) == 0) index = _pick(_proposals.length);
        bool open = stateOf(index) == IGovernor.ProposalState.Active;
        BallotBundle[] memory bundles = new BallotBundle[](1);
        bundles[0] = BallotBundle(
            _proposals[index].id,
            new SignedBallot[](1 + _pick(2 * count)),
            new WalletBallot[](_pick(3))
        );
        uint256 lean = _pick(4);
        for (uint256 i; i < bundles[0].ballots.length; ++i) {
            uint256 member = 1 + _pick(count);
            uint8 support = _opinion(lean);
            if (_pick(3) == 0) {
                bundles[0].ballots[i] = _junk(index, member);
                continue;
            }
            bundles[0].ballots[i] = _sign(_proposals[index].id, member, support);
            bool counts = open && _cast[index][member] == 0 && _satAt(member, _proposals[index].snapshot);
            if (counts) _count(index, member, support);
        }
        for (uint256 i; i < bundles[0].wallets.length; ++i) bundles[0].wallets[i] = _walletJunk();
        _coop.vote.castBallots(bundles);
        _look(index);
    }

    /// The proposer takes a proposal back while its vote has not opened; later, and by others, it cannot be done.
    function cancel(uint256 seed) external act("cancel", seed) {
        if (_proposals.length == 0) return;
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Pending);
        if (!found || _pick(3) == 0) index = _pick(_proposals.length);
        Proposal memory p = _proposals[index];
        (address[] memory targets, uint256[] memory values, bytes[] memory acts, bytes32 words) = _lists(p);
        uint256 who = _pick(3) == 0 ? 1 + _pick(count) : p.by;
        bool may = who == p.by && stateOf(index) == IGovernor.ProposalState.Pending;
        vm.prank(_keys[who]);
        try _coop.vote.cancel(targets, values, acts, words) {
            if (!may) _blame("somebody cancelled who may not, or too late");
            _proposals[index].cancelled = true;
        } catch {
            if (may) _blame("a proposer could not cancel");
        }
        _look(index);
    }

    function queue(uint256 seed) external act("queue", seed) {
        if (_proposals.length == 0) return;
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Succeeded);
        if (!found || _pick(3) == 0) index = _pick(_proposals.length);
        _queue(index);
        _look(index);
    }

    function intrude(uint256 seed) external act("intrude", seed) {
        _intrude();
        for (uint256 i; i < _proposals.length; ++i) _look(i);
    }

    /// From a second to twenty days, now and then to an edge of a proposal's time.
    function wait(uint256 seed) external act("wait", seed) {
        uint256 dice = _pick(8);
        if (dice < 3) time += 1 + _pick(1 days);
        else if (dice < 5) time += 1 days + _pick(5 days);
        else if (dice == 5) time += _pick(20 days);
        else _toAnEdge();
        vm.warp(time);
        for (uint256 i; i < _proposals.length; ++i) _look(i);
    }

    /// Anyone executes what is due; what is not due is refused.
    function execute(uint256 seed) external {
        vm.warp(time);
        _random = seed;
        if (_proposals.length == 0) return;
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Queued);
        if (!found || _pick(4) == 0) index = _pick(_proposals.length);
        _execute(index);
        ++done["execute"];
    }

    /// A proposal goes its whole way: all vote, mostly for it, and it is executed as soon as it may be.
    function carryThrough(uint256 seed) external {
        vm.warp(time);
        _random = seed;
        (bool found, uint256 index) = _find(IGovernor.ProposalState.Pending);
        if (!found) {
            uint256 made = _proposeAny();
            if (made == 0) return;
            index = made - 1;
        }
        time =
            _proposals[index].snapshot +
            1 +
            (_pick(2) == 0 ? 0 : _pick(_proposals[index].planned - _proposals[index].snapshot));
        vm.warp(time);
        uint256 lean = 3 * _pick(2);
        for (uint256 i = 1; i <= count; ++i) _voteOne(index, i, _opinion(lean));
        _look(index);
        time = _endOf(index) + 1;
        vm.warp(time);
        _queue(index);
        _look(index);
        if (_proposals[index].queuedAt == 0) return;
        _execute(index); // too early
        time += _proposals[index].delay;
        vm.warp(time);
        if (_execute(index)) ++done["carryThrough"];
    }

    // --- at the end ---

    /// Where three are seated and all want it, a change passes: whatever happened before.
    function settle() external returns (bool changed) {
        time += 90 days;
        vm.warp(time);
        for (uint256 i; i < _proposals.length; ++i) _look(i);
        if (seatedAt(time) < 3) return true;
        Proposal memory p = _motion(0);
        uint256 made = _propose(uint32(_seatedOne()), p);
        if (made == 0) return false;
        uint256 index = made - 1;
        time = _proposals[index].snapshot + 1;
        vm.warp(time);
        for (uint256 i = 1; i <= count; ++i) _voteOne(index, i, 1);
        time = _endOf(index) + 1;
        vm.warp(time);
        _queue(index);
        time += _proposals[index].delay;
        vm.warp(time);
        changed = _execute(index);
    }

    // --- private ---

    function _proposeAny() private returns (uint256) {
        if (seatedAt(time) < 3) return 0;
        uint256[8] memory kinds = [uint256(0), 0, 0, 1, 2, 3, 4, 5];
        uint256 kind = kinds[_pick(8)];
        Proposal memory p = _motion(kind);
        return _propose(uint32(_seatedOne()), p);
    }

    function _voteOne(uint256 index, uint256 member, uint8 support) private {
        bool open = stateOf(index) == IGovernor.ProposalState.Active;
        bool may = open && _cast[index][member] == 0 && _satAt(member, _proposals[index].snapshot);
        vm.prank(_keys[member]);
        try _coop.vote.castVote(_proposals[index].id, support) {
            if (!may) _blame("a ballot was counted that may not be");
            _count(index, member, support);
        } catch {
            if (may) _blame("a ballot was refused");
        }
    }

    function _queue(uint256 index) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory acts, bytes32 words) = _lists(
            _proposals[index]
        );
        bool may = stateOf(index) == IGovernor.ProposalState.Succeeded;
        try _coop.vote.queue(targets, values, acts, words) {
            if (!may) _blame("something was queued that did not pass");
            _proposals[index].queuedAt = time;
        } catch {
            if (may) _blame("what passed could not be queued");
        }
    }

    /// Executes if it is due. What it did is looked at: enough took part, long enough it waited, numbers are what was voted.
    function _execute(uint256 index) private returns (bool) {
        Proposal memory p = _proposals[index];
        (address[] memory targets, uint256[] memory values, bytes[] memory acts, bytes32 words) = _lists(p);
        bool due = stateOf(index) == IGovernor.ProposalState.Queued && time >= p.queuedAt + p.delay;
        uint256 seated = seatedAt(p.snapshot);
        bytes32 before = picture();
        try _coop.vote.execute(targets, values, acts, words) {
            if (!due) _blame("something was executed that was not due");
            if (p.delay < 2 days) _blame("something waited less than two days");
            if (p.matter != Matter.Admission && (p.inFavour + p.abstaining) * 3 < seated) {
                _blame("fewer than a third changed terms or members");
            }
            if (p.inFavour * 2 <= p.inFavour + p.against) _blame("something was executed without a majority");
            _proposals[index].executed = true;
            if (p.matter == Matter.Expulsion) _seeExpulsion(acts[0]);
            if (p.target == address(_coop.numbers)) _seeNumbers(acts);
        } catch {
            if (picture() != before) _blame("a refused execution changed something");
            if (due && p.target == address(_coop.numbers)) _blame("numbers that were voted could not be set");
            _look(index);
            return false;
        }
        _look(index);
        return true;
    }

    function _seeExpulsion(bytes memory data) private {
        uint256 member;
        assembly ("memory-safe") {
            member := mload(add(data, 0x24))
        }
        if (_until[member] != 0) _blame("somebody was expelled twice");
        if (_coop.members.isSeated(MemberId.wrap(uint32(member)))) _blame("an expelled member has a seat");
        uint32 epoch = _coop.numbers.currentEpoch();
        uint256 most = seatedAt(_coop.numbers.genesis() + epoch * EPOCH) / 50;
        _until[member] = time;
        if (++_expelledIn[epoch] > (most == 0 ? 1 : most)) _blame("too many were expelled in an epoch");
        if (_coop.members.seatedCount() != seatedAt(time)) _blame("a seat went with another's");
    }

    function _seeNumbers(bytes[] memory acts) private {
        uint256[16] memory voted;
        for (uint256 i; i < acts.length; ++i) {
            (uint256 which, uint256 value) = (0, 0);
            bytes memory data = acts[i];
            assembly ("memory-safe") {
                which := mload(add(data, 0x24))
                value := mload(add(data, 0x44))
            }
            voted[which] = value + 1;
        }
        uint32 next = _coop.numbers.currentEpoch() + 1;
        for (uint8 i; i < 16; ++i) {
            if (voted[i] != 0 && _coop.numbers.get(i, next) + 1 != voted[i]) _blame("a number is not what was voted");
        }
    }

    /// By the mood of the day: mostly for, mostly against, mixed, or for and abstaining.
    function _opinion(uint256 lean) private returns (uint8) {
        if (lean == 0) return _pick(8) == 0 ? uint8(_pick(3)) : 1;
        if (lean == 1) return _pick(4) == 0 ? uint8(_pick(3)) : 0;
        return lean == 2 ? uint8(_pick(3)) : uint8(1 + _pick(2));
    }

    /// Somewhere among the proposals, one that stands so.
    function _find(IGovernor.ProposalState wanted) private returns (bool, uint256) {
        (uint256 size, uint256 start) = (_proposals.length, _pick(_proposals.length + 1));
        for (uint256 i; i < size; ++i) if (stateOf((start + i) % size) == wanted) return (true, (start + i) % size);
        return (false, 0);
    }

    /// To the last second of a stage, to the first of the next, or a second later.
    function _toAnEdge() private {
        if (_proposals.length == 0) return;
        uint256 index = _pick(_proposals.length);
        Proposal storage p = _proposals[index];
        uint256[4] memory edges = [p.snapshot, _endOf(index), _endOf(index) + p.delay + 14 days, p.queuedAt + p.delay];
        uint256 edge = edges[_pick(4)] + _pick(3) - 1;
        if (edge > time && edge < time + 60 days) time = edge;
    }
}
