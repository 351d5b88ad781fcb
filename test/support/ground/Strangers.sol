// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Kind, Lane, Stage} from "../../../contracts/types/Stages.sol";
import {IShareLedger, LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {IChallenges} from "../../../contracts/work/IChallenges.sol";
import {Claim, IContributionLedger, Part, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Coop, Ground} from "./Ground.sol";

/// Anybody calls anything with any arguments: now nearly right, now absurd. Most of it is refused, which is as it should be.
/// What was let in is looked at by rules that need no memory of how it came about.
abstract contract Strangers is Ground {
    uint256 public constant PROJECTS = 6; // four, and two that do not exist
    uint256 private constant REAL = 4;

    Coop private _coop;
    uint256 public immutable count;
    address[] private _callers; // members, then strangers
    bytes32[] private _evidence;
    bytes32[] private _identities;
    mapping(bytes32 id => Claim) private _last;
    bytes32[] private _ids;
    mapping(bytes32 id => bool) private _known;
    mapping(bytes32 id => bytes32) private _evidenceOf;
    mapping(uint256 project => mapping(uint256 member => uint256)) private _balances;

    /// What went against the charter, or nothing.
    string public fault;
    mapping(bytes4 selector => uint256) public letIn;
    uint256 public refused;
    uint256 public accepted;
    uint256 public time;
    uint32 public lastProject;
    uint256 private _random;

    constructor(uint256 members) {
        count = members;
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](REAL), new uint48[](REAL));
        (budgets[0], budgets[1], budgets[2], budgets[3]) = (1_000_000, (1 << 48) - 1, 97, 1 << 33);
        (rates[0], rates[1], rates[2], rates[3]) = (3, (1 << 40) - 1, 1, 2);
        _coop = _found(members, budgets, rates);
        for (uint256 i = 1; i <= members; ++i) _callers.push(_keyOf(i));
        _callers.push(address(this));
        _callers.push(address(_coop.work));
        _callers.push(address(0xBAD));
        for (uint256 i; i < 20; ++i) _evidence.push(keccak256(abi.encode("evidence", i)));
        for (uint256 i; i < 6; ++i) _identities.push(keccak256(abi.encode("person", i)));
        _evidence.push(bytes32(0));
        time = _now();
    }

    /// One call of anybody.
    function anything(uint256 seed) external {
        vm.warp(time);
        _random = seed;
        (address target, bytes memory data) = _some();
        address caller = _callers[_pick(_callers.length)];
        vm.prank(caller);
        (bool done, bytes memory said) = target.call(data);
        if (!done) {
            ++refused;
            if (said.length >= 4 && bytes4(said) == 0x4e487b71) _blame("a refusal without a name");
            return;
        }
        ++accepted;
        ++letIn[bytes4(data)];
        _lookAtAll(caller, bytes4(data));
    }

    /// Everybody attests; otherwise nothing could ever be recorded.
    function enrolMany(uint256 seed) external {
        vm.warp(time);
        _random = seed;
        ProjectId project = ProjectId.wrap(uint32(_pick(REAL)));
        for (uint256 i; i < count; ++i) {
            vm.prank(_callers[i]);
            try _coop.work.enrol(project) {} catch {}
        }
    }

    /// A claim is answered by all who can, with what they like.
    function answerMany(uint256 seed) external {
        vm.warp(time);
        _random = seed;
        if (_ids.length == 0) return;
        bytes32 id = _ids[_pick(_ids.length)];
        uint256 most = 1 + _pick(count);
        for (uint256 i; i < most; ++i) {
            Claim memory claim = _coop.work.claimOf(ContributionId.wrap(id));
            bytes32 evidence = _evidenceOf[id];
            uint256 much = _pick(6) == 0 ? uint256(claim.quantity) + 1 : claim.quantity;
            if (_pick(3) == 0) much = _pick(much);
            vm.prank(_callers[i]);
            if (claim.stage == Stage.Challenged) {
                try _coop.challenges.answer(claim.by, evidence, uint8(_pick(12))) {} catch {}
            } else {
                try _coop.work.attest(claim.by, evidence, uint32(much)) {
                    if (much > claim.quantity) _blame("more was named than was claimed");
                } catch {}
            }
            _lookAt(id, 0);
        }
    }

    function wait(uint256 seed) external {
        _random = seed;
        time +=
            _pick(4) == 0
                ? _pick(400 days)
                : _pick(3) == 0
                    ? _pick(30 days)
                    : _pick(1 days);
        vm.warp(time);
    }

    function coop() external view returns (Coop memory) {
        return _coop;
    }

    function keyAt(uint256 member) external view returns (address) {
        return _callers[member - 1];
    }

    // --- private: calls ---

    function _some() private returns (address target, bytes memory data) {
        uint256 dice = _pick(22);
        (MemberId by, bytes32 evidence) = _claimOrNone();
        (address w, address s, address c) = (address(_coop.work), address(_coop.shares), address(_coop.challenges));
        if (dice < 5) return (w, abi.encodeCall(IContributionLedger.record, (_reportOfAny())));
        if (dice < 8) return (w, abi.encodeCall(IContributionLedger.attest, (by, evidence, uint32(_size(32)))));
        if (dice == 8) return (w, abi.encodeCall(IContributionLedger.withdraw, (by, evidence)));
        if (dice == 9) return (w, abi.encodeCall(IContributionLedger.enrol, (_project())));
        if (dice == 10)
            return (
                w,
                abi.encodeCall(
                    IContributionLedger.postBatch,
                    (_project(), _evident(), uint64(_size(64)), uint64(_size(64)), 0, "")
                )
            );
        if (dice == 11)
            return (
                w,
                abi.encodeCall(IContributionLedger.proposeBinding, (_project(), _identities[_pick(6)], _member()))
            );
        if (dice == 12) return (w, abi.encodeCall(IContributionLedger.reopen, (_anyId())));
        if (dice == 13) return (w, abi.encodeCall(IContributionLedger.settle, (_anyId(), _member(), uint8(_pick(12)))));
        if (dice < 16) return (c, abi.encodeCall(IChallenges.challenge, (by, evidence)));
        if (dice == 16) return (c, abi.encodeCall(IChallenges.answer, (by, evidence, uint8(_pick(12)))));
        if (dice == 17) return (s, abi.encodeCall(IShareLedger.close, (_project(), _pick(3))));
        if (dice == 18) return (s, abi.encodeCall(IShareLedger.drawLeaf, (_anyId(), _proof())));
        if (dice == 19)
            return (address(_coop.numbers), abi.encodeCall(_coop.numbers.set, (uint8(_pick(16)), _size(8))));
        uint32[] memory epochs = new uint32[](_pick(3));
        for (uint256 i; i < epochs.length; ++i) epochs[i] = uint32(_pick(8));
        return (s, abi.encodeCall(IShareLedger.draw, (_project(), _member(), epochs)));
    }

    function _reportOfAny() private returns (Report memory report) {
        report = _report(ProjectId.unwrap(_project()), uint32(_size(32)), _evident());
        report.kind = Kind(_pick(8) == 0 ? _pick(4) : 2 * _pick(2));
        if (_pick(8) == 0) report.occurredAt = uint40(_size(40));
        if (_pick(2) == 0) report.split = new Part[](_pick(9));
        for (uint256 i; i < report.split.length; ++i) report.split[i] = Part(_member(), uint8(_pick(4) * 85));
    }

    function _proof() private returns (LeafProof memory leaf) {
        leaf.identity = _identities[_pick(6)];
        leaf.value = uint64(_size(64));
        leaf.index = _size(8);
        (leaf.hashes, leaf.sums) = (new bytes32[](_pick(4)), new uint64[](_pick(4)));
    }

    // --- private: what must hold whatever was let in ---

    function _lookAtAll(address caller, bytes4 selector) private {
        if (selector == IContributionLedger.reopen.selector || selector == IContributionLedger.settle.selector) {
            _blame("a stranger revalued a claim");
        }
        if (selector == _coop.numbers.set.selector) _blame("a stranger changed a number");
        bool anyones =
            selector == IShareLedger.close.selector ||
                selector == IShareLedger.draw.selector ||
                selector == IShareLedger.drawLeaf.selector ||
                selector == IContributionLedger.attestMany.selector;
        bool member = MemberId.unwrap(_coop.members.idOf(caller)) != 0;
        if (!anyones && !member) _blame("a stranger was let in");
        for (uint256 i; i < _evidence.length; ++i) {
            bytes32 id = ContributionId.unwrap(_coop.work.idOf(_coop.members.idOf(caller), _evidence[i]));
            if (_known[id]) continue;
            try _coop.work.claimOf(ContributionId.wrap(id)) {
                (_known[id], _evidenceOf[id]) = (true, _evidence[i]);
                _ids.push(id);
            } catch {}
        }
        for (uint256 i; i < _ids.length; ++i) {
            _lookAt(_ids[i], selector);
            for (uint256 j; j < i; ++j) {
                if (_evidenceOf[_ids[i]] == _evidenceOf[_ids[j]] && _counts(_ids[i]) && _counts(_ids[j])) {
                    _blame("evidence was counted twice");
                }
            }
        }
        for (uint32 i; i < REAL; ++i) {
            for (uint32 j; j <= count; ++j) {
                uint256 shares = _coop.shares.sharesOf(ProjectId.wrap(i), MemberId.wrap(j));
                if (shares < _balances[i][j]) _blame("a balance of shares fell");
                _balances[i][j] = shares;
            }
        }
    }

    function _lookAt(bytes32 id, bytes4 selector) private {
        Claim memory seen = _coop.work.claimOf(ContributionId.wrap(id));
        Claim memory last = _last[id];
        lastProject = ProjectId.unwrap(seen.project);
        bool anew = last.stage == Stage.None || (seen.stage == Stage.Pending && last.inForce == 0);
        bool forward =
            anew ||
                seen.stage == last.stage ||
                (last.stage == Stage.Pending && seen.stage != Stage.Challenged) ||
                (last.stage == Stage.Sealed && seen.stage == Stage.Challenged);
        if (!forward) _blame("a claim went backward");
        if (seen.inForce > seen.value) _blame("more is in force than was claimed");
        if (seen.answered > seen.needed) _blame("more answers than were needed");
        if (seen.stage == Stage.Withdrawn && seen.answered != 0) _blame("a claim was withdrawn after an answer");
        bool lapsed = last.stage == Stage.Pending && time >= last.time + 90 days;
        if (lapsed && (seen.stage != Stage.Pending || (seen.answered != last.answered && seen.answered != 0))) {
            if (seen.time == last.time || seen.stage != Stage.Pending) _blame("a claim that lapsed went on");
        }
        MemberId[] memory own = _coop.work.ownersOf(ContributionId.wrap(id));
        MemberId[] memory by = _coop.work.attestersOf(ContributionId.wrap(id));
        for (uint256 i; i < by.length; ++i) {
            for (uint256 j; j < own.length; ++j) if (own[j] == by[i]) _blame("somebody attested his own claim");
            for (uint256 j; j < i; ++j) if (by[j] == by[i]) _blame("somebody answered twice");
        }
        bool drew =
            selector == IShareLedger.draw.selector ||
                selector == IShareLedger.drawLeaf.selector ||
                selector == IShareLedger.close.selector;
        if (drew && keccak256(abi.encode(seen)) != keccak256(abi.encode(last))) _blame("drawing changed a claim");
        _last[id] = seen;
    }

    function _counts(bytes32 id) private view returns (bool) {
        return _last[id].inForce > 0 && _last[id].lane <= Lane.Joint;
    }

    // --- private: arguments ---

    function _member() private returns (MemberId) {
        return MemberId.wrap(uint32(_pick(20) == 0 ? _size(32) : _pick(count + 2)));
    }

    function _project() private returns (ProjectId) {
        return ProjectId.wrap(uint32(_pick(12) == 0 ? REAL + _pick(2) : _pick(REAL)));
    }

    function _evident() private returns (bytes32) {
        return _evidence[_pick(_evidence.length)];
    }

    /// A claim that was made, or more seldom any maker and any evidence.
    function _claimOrNone() private returns (MemberId by, bytes32 evidence) {
        if (_ids.length == 0 || _pick(4) == 0) return (_member(), _evident());
        bytes32 id = _ids[_pick(_ids.length)];
        return (_last[id].by, _evidenceOf[id]);
    }

    function _anyId() private returns (ContributionId) {
        return _coop.work.idOf(_member(), _evident());
    }

    /// A number of so many bits at most, of any size; often at an edge.
    function _size(uint256 bits) private returns (uint256) {
        uint256 most = (1 << bits) - 1;
        uint256 dice = _pick(12);
        if (dice == 0) return most;
        return dice == 1 ? 0 : _pick((most >> _pick(bits)) + 1);
    }

    function _pick(uint256 size) private returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    function _blame(string memory what) private {
        if (bytes(fault).length == 0) fault = what;
    }
}
