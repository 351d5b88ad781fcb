// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Decision, Majority, Matter, SignedBallot} from "../../../contracts/governance/ICoopGovernor.sol";
import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Coop, Ground} from "../ground/Ground.sol";

/// A proposal as the assembly remembers it.
struct Proposal {
    uint256 id;
    address target;
    bytes[] acts;
    string words;
    uint32 by;
    Matter matter;
    Majority majority;
    uint256 snapshot;
    uint256 planned; //  end of the vote, as it was to be
    uint256 extended; // 0: as planned
    uint256 percent;
    uint256 delay; //    in the timelock, seconds
    uint256 against;
    uint256 inFavour;
    uint256 abstaining;
    uint256 queuedAt; // 0: not queued
    bool cancelled;
    bool executed;
    IGovernor.ProposalState last;
}

/// What an assembly remembers of its members and proposals in plain numbers, and how it compares them with the contracts'.
/// What is otherwise than it must be is kept in `fault`, in words.
abstract contract Minutes is Ground {
    Coop internal _coop;
    uint256 public immutable count; // members, seated or not
    address[] internal _keys;
    uint256[] internal _until; // seated until then, by member; 0: still

    Proposal[] internal _proposals;
    mapping(uint256 proposal => mapping(uint256 member => uint8)) internal _cast; // support plus one

    string public fault;
    mapping(string act => uint256) public done;
    uint256 public time;
    uint256 internal _random;

    constructor(uint256 members) {
        count = members;
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](3), new uint48[](3));
        for (uint256 i; i < 3; ++i) (budgets[i], rates[i]) = (1_000_000, 1000);
        _coop = _found(members, budgets, rates);
        _keys.push(address(0));
        _until.push(1);
        for (uint256 i = 1; i <= members; ++i) {
            _keys.push(_keyOf(i));
            _until.push(0);
        }
        time = _now() + 1;
        vm.warp(time);
    }

    function coop() external view returns (Coop memory) {
        return _coop;
    }

    function proposalCount() external view returns (uint256) {
        return _proposals.length;
    }

    function proposalAt(uint256 index) external view returns (Proposal memory) {
        return _proposals[index];
    }

    /// How many were seated at a moment.
    function seatedAt(uint256 moment) public view returns (uint256 seated) {
        for (uint256 i = 1; i <= count; ++i) if (_satAt(i, moment)) ++seated;
    }

    /// How many must take part, in this assembly's own words: before ten more than half, then a percentage and five; and a third.
    function quorumOf(uint256 index) public view returns (uint256 quorum) {
        Proposal storage p = _proposals[index];
        uint256 seated = seatedAt(p.snapshot);
        if (seated < 10) {
            while (quorum * 2 <= seated) ++quorum;
        } else {
            while (quorum * 100 < seated * p.percent) ++quorum;
            if (quorum < 5) quorum = 5;
        }
        if (p.matter != Matter.Admission) while (quorum * 3 < seated) ++quorum;
    }

    /// Where a proposal must stand now, by its ballots and the clock alone.
    function stateOf(uint256 index) public view returns (IGovernor.ProposalState) {
        Proposal storage p = _proposals[index];
        uint256 end = _endOf(index);
        if (p.executed) return IGovernor.ProposalState.Executed;
        if (p.cancelled) return IGovernor.ProposalState.Canceled;
        if (time <= p.snapshot) return IGovernor.ProposalState.Pending;
        if (time <= end) return IGovernor.ProposalState.Active;
        if (!_passes(index)) return IGovernor.ProposalState.Defeated;
        if (time > end + p.delay + 14 days) return IGovernor.ProposalState.Expired;
        return p.queuedAt == 0 ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Queued;
    }

    /// All that a vote can change: numbers, terms, stewards, closings, standings.
    function picture() public view returns (bytes32 all) {
        uint32 next = _coop.numbers.currentEpoch() + 1;
        for (uint8 i; i < 16; ++i) all = keccak256(abi.encode(all, _coop.numbers.get(i, next)));
        uint256 projects = _coop.projects.projectCount();
        for (uint32 i; i < projects; ++i) {
            ProjectId project = ProjectId.wrap(i);
            (uint48[4] memory rates, uint64 budget, uint8 surplus) = _coop.projects.termsAt(project, next);
            uint32 closed = _coop.projects.closedFrom(project);
            all = keccak256(abi.encode(all, rates, budget, surplus, closed, _coop.projects.stewardsOf(project)));
        }
        for (uint32 i = 1; i <= count; ++i) {
            all = keccak256(abi.encode(all, _coop.members.seatOf(MemberId.wrap(i)).standing));
        }
        all = keccak256(abi.encode(all, projects, _coop.members.seatedCount()));
    }

    // --- comparing ---

    function _look(uint256 index) internal {
        Proposal storage p = _proposals[index];
        IGovernor.ProposalState state = _coop.vote.state(p.id);
        if (state != stateOf(index)) _blame("a proposal stands where it should not");
        bool over =
            p.last == IGovernor.ProposalState.Canceled ||
                p.last == IGovernor.ProposalState.Defeated ||
                p.last == IGovernor.ProposalState.Expired ||
                p.last == IGovernor.ProposalState.Executed;
        if (over && state != p.last) _blame("what was over went on");
        p.last = state;
        Decision memory decision = _coop.vote.decisionOf(p.id);
        bool fixed_ =
            decision.matter == p.matter &&
                decision.majority == p.majority &&
                decision.quorumPercent == p.percent &&
                uint256(decision.timelockDays) * 1 days == p.delay;
        if (!fixed_) _blame("what a proposal needs has moved");
        if (decision.extendedTo != p.extended) _blame("a vote was prolonged otherwise than by a late quorum");
        (uint256 against, uint256 inFavour, uint256 abstaining) = _coop.vote.proposalVotes(p.id);
        if (against != p.against || inFavour != p.inFavour || abstaining != p.abstaining) {
            _blame("a tally is not what was cast");
        }
        if (time > p.snapshot && _coop.vote.quorumOf(p.id) != quorumOf(index)) _blame("a quorum has moved");
        _lookAtReceipts(index);
    }

    function _lookAtReceipts(uint256 index) private {
        Proposal storage p = _proposals[index];
        uint256[3] memory told;
        for (uint32 i = 1; i <= count; ++i) {
            (bool voted, uint8 support) = _coop.vote.ballotOf(p.id, MemberId.wrap(i));
            uint8 mine = _cast[index][i];
            if (voted != (mine != 0) || (voted && support + 1 != mine)) _blame("a receipt is not what was cast");
            if (voted) ++told[support];
            if (voted && !_satAt(i, p.snapshot)) _blame("somebody voted who had no seat");
        }
        bool sums = told[0] == p.against && told[1] == p.inFavour && told[2] == p.abstaining;
        if (!sums) _blame("a tally is not the sum of its receipts");
        if (told[0] + told[1] + told[2] > seatedAt(p.snapshot)) _blame("more ballots than seats");
    }

    /// What one ballot does to the plain numbers; the one that makes the quorum may prolong the vote.
    function _count(uint256 index, uint256 member, uint8 support) internal {
        Proposal storage p = _proposals[index];
        _cast[index][member] = support + 1;
        if (support == 0) {
            ++p.against;
            return;
        }
        uint256 quorum = quorumOf(index);
        bool before = p.inFavour + p.abstaining >= quorum;
        if (support == 1) ++p.inFavour;
        else ++p.abstaining;
        bool now_ = p.inFavour + p.abstaining >= quorum;
        if (!before && now_ && time + 2 days > p.planned) p.extended = time + 2 days;
    }

    // --- small questions ---

    function _endOf(uint256 index) internal view returns (uint256) {
        return _proposals[index].extended == 0 ? _proposals[index].planned : _proposals[index].extended;
    }

    function _passes(uint256 index) internal view returns (bool) {
        Proposal storage p = _proposals[index];
        (uint256 yes, uint256 no) = (p.inFavour, p.against);
        if (yes + p.abstaining < quorumOf(index) || yes == 0) return false;
        if (p.majority == Majority.Half) return yes > no;
        if (p.majority == Majority.ThreeFifths) return yes * 2 >= no * 3;
        return yes >= no * 2;
    }

    function _satAt(uint256 member, uint256 moment) internal view returns (bool) {
        return _until[member] == 0 || moment < _until[member];
    }

    /// Votes of the member that are still to end, or were to.
    function _openOf(uint256 member) internal view returns (uint256 open) {
        for (uint256 i; i < _proposals.length; ++i) {
            Proposal storage p = _proposals[i];
            if (p.by == member && !p.cancelled && p.planned >= time) ++open;
        }
    }

    function _sign(uint256 id, uint256 member, uint8 support) internal view returns (SignedBallot memory ballot) {
        (bytes32 r, bytes32 vs) = _signBallot(_coop.vote, id, member, support);
        return _ballot(member, 0, support, r, vs);
    }

    function _lists(
        Proposal memory p
    ) internal pure returns (address[] memory targets, uint256[] memory values, bytes[] memory acts, bytes32 words) {
        (targets, values, acts) = (new address[](p.acts.length), new uint256[](p.acts.length), p.acts);
        for (uint256 i; i < targets.length; ++i) targets[i] = p.target;
        words = keccak256(bytes(p.words));
    }

    function _pick(uint256 size) internal returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    function _blame(string memory what) internal {
        if (bytes(fault).length == 0) fault = what;
    }
}
