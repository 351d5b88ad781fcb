// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Kind, Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Claim, Part, Report, Sums} from "../../../contracts/work/IContributionLedger.sol";
import {LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {Coop, Ground} from "./Ground.sol";
import {Leaf, Proof, Tree} from "./Tree.sol";

/// A claim as its maker remembers it, and as it was last seen.
struct Made {
    ContributionId id;
    uint32 by;
    uint32 project;
    uint32 quantity;
    uint64 value; //   claimed
    uint8 tier;
    Lane lane;
    bool alive; //     false once its id was made anew
    bytes32 evidence;
    uint256 madeAt;
    Stage stage;
    uint32 epoch;
    uint256 sealedAt;
    uint64 first; //   the value that its first answers named
    uint64 inForce;
    uint256 answered; // first answers in `epoch`
    uint256 needed;
    uint256 yes; //    of the answers, how many are yes
    uint256 challenger;
    bytes32 identity; // bindings
    uint32 bound; //     bindings
}

/// Credit of a member in a project and epoch, to be drawn once.
struct Lot {
    uint32 project;
    uint32 epoch;
    uint32 member;
    bool drawn;
}

/// All that members may do, done only when it is allowed, and remembered beside the contracts in plain sums.
/// Whatever the contracts do that the charter forbids is kept in `fault`, in words.
abstract contract Hands is Ground {
    uint256 public constant PROJECTS = 4;
    uint256 private constant IDENTITIES = 8;

    Coop private _coop;
    uint256 public immutable count;
    address[] public keys;
    uint64[] public budgets;
    uint48[] public rates;

    Made[] private _made;
    Lot[] private _lots;
    mapping(uint256 claim => uint32[]) private _own;
    mapping(uint256 claim => uint8[]) private _parts;
    mapping(uint256 claim => Tree) private _trees;
    mapping(bytes32 id => uint256 claim) private _indexOf; // plus one
    mapping(uint256 claim => mapping(uint256 member => uint256 epoch)) private _answeredIn; // plus one
    mapping(uint256 claim => mapping(uint256 member => bool)) private _asked; // answered the second round
    mapping(uint256 claim => uint8[]) private _tenths; // answers of the second round, in order
    mapping(uint256 claim => uint256) private _quorum;
    mapping(uint256 claim => uint32[]) private _named; // first answers of this epoch, in order
    uint256[] private _open;
    uint256[] private _sealed;
    uint256[] private _rounds;
    uint256[] private _batches;

    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => uint256))) public credit;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => bool))) private _hasLot;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public direct;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public batches;
    mapping(uint256 project => mapping(uint256 epoch => uint256)) public sealedValue; // of the direct lane, first values
    mapping(uint256 project => mapping(uint256 epoch => uint256)) private _stops;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 member => uint256))) public spent;
    mapping(uint256 project => mapping(uint256 epoch => mapping(uint256 pair => uint256))) public spentByPair;
    mapping(uint256 project => mapping(uint256 member => uint256)) private _balances;
    mapping(bytes32 identity => uint256 claim) private _bindingOf; // plus one
    mapping(uint256 member => uint256 claim) private _boundBy; //     plus one

    /// What went against the charter, or nothing.
    string public fault;
    /// The project and epoch that were touched last.
    uint32 public lastProject;
    uint32 public lastEpoch;
    uint256 public lastPair;
    /// How often each act was done; how many acts there were, and how many that had nothing at all to do.
    mapping(string act => uint256) public done;
    uint256 public acts;
    uint256 public idle;
    uint256 private _others; // times that something else was done, for want of what was asked
    /// The clock of these hands.
    uint256 public time;
    uint256 private _random;
    bool private _large; // whether records and batches are of the largest

    constructor(uint256 members) {
        count = members;
        (budgets, rates) = (new uint64[](PROJECTS), new uint48[](PROJECTS));
        (budgets[0], budgets[1], budgets[2], budgets[3]) = (1_000_003, 999_983, (1 << 48) - 1, 1000);
        (rates[0], rates[1], rates[2], rates[3]) = (1, 7, 1 << 22, 1);
        _coop = _found(members, budgets, rates);
        keys.push(address(0));
        for (uint256 i = 1; i <= members; ++i) keys.push(_keyOf(i));
        time = _now();
    }

    modifier act(string memory name, uint256 seed) {
        vm.warp(time);
        _random = seed;
        ++acts;
        uint256 otherwise = _others;
        _;
        _weigh();
        if (_others == otherwise) done[name]++;
    }

    // --- the acts ---

    /// Many at once take a seat among the attesters of a project.
    function enrol(uint256 seed) external act("enrol", seed) {
        uint32 project = uint32(_pick(PROJECTS));
        uint256 chance = 3 + _pick(8);
        bool any;
        for (uint256 i = 1; i <= count; ++i) if (_pick(10) < chance && _enrol(project, i)) any = true;
        if (!any) _otherwise();
    }

    function record(uint256 seed) external act("record", seed) {
        if (!_record(false)) _otherwise();
    }

    function recordJointly(uint256 seed) external act("recordJointly", seed) {
        if (!_record(true)) _otherwise();
    }

    /// A busy epoch: large records of many and a batch in one project, so that more is earned than the budget gives.
    function fill(uint256 seed) external act("fill", seed) {
        uint32 project = uint32(_pick(PROJECTS));
        for (uint256 i = 1; i <= count; ++i) _enrol(project, i);
        _large = true;
        bool any;
        for (uint256 i; i < 8; ++i) {
            if (!(i == 7 ? _postBatchIn(project) : _recordIn(project, i == 6))) continue;
            any = true;
            for (uint256 j; j < 7 && _attest(_made.length - 1); ++j) {}
        }
        _large = false;
        if (!any) _otherwise();
    }

    function attest(uint256 seed) external act("attest", seed) {
        if (!_attestAny(1)) _otherwise();
    }

    /// One claim is answered until it seals.
    function attestThrough(uint256 seed) external act("attestThrough", seed) {
        if (!_attestAny(7)) _otherwise();
    }

    function challenge(uint256 seed) external act("challenge", seed) {
        if (!_challenge()) _otherwise();
    }

    /// Up to six answers to one second round.
    function answer(uint256 seed) external act("answer", seed) {
        if (!_answerAny(1 + _pick(6))) _otherwise();
    }

    function withdraw(uint256 seed) external act("withdraw", seed) {
        (uint256 size, uint256 start) = (_open.length, _pick(_open.length + 1));
        for (uint256 i; i < size; ++i) {
            uint256 claim = _open[(start + i) % size];
            Made storage made = _made[claim];
            if (made.stage != Stage.Pending || made.answered != 0 || time >= made.madeAt + 90 days) continue;
            vm.prank(keys[_own[claim][_pick(_own[claim].length)]]);
            _coop.work.withdraw(MemberId.wrap(made.by), made.evidence);
            return _look(claim);
        }
        _otherwise();
    }

    function postBatch(uint256 seed) external act("postBatch", seed) {
        if (!_postBatch()) _otherwise();
    }

    function proposeBinding(uint256 seed) external act("proposeBinding", seed) {
        if (!_proposeBinding()) _otherwise();
    }

    function draw(uint256 seed) external act("draw", seed) {
        if (!_draw()) _otherwise();
    }

    function drawLeaf(uint256 seed) external act("drawLeaf", seed) {
        if (!_drawLeaf()) _otherwise();
    }

    function close(uint256 seed) external act("close", seed) {
        _coop.shares.close(ProjectId.wrap(uint32(_pick(PROJECTS))), _pick(4));
    }

    /// What anyone may call, at any time: closing, drawing for others. Never anything else.
    function poke(uint256 seed) external act("poke", seed) {
        uint256 dice = _pick(3);
        if (dice == 0) _coop.shares.close(ProjectId.wrap(uint32(_pick(PROJECTS))), _pick(3));
        else if (!(dice == 1 ? _draw() : _drawLeaf())) ++_others;
    }

    /// A vote on the stop or on the window.
    function vote(uint256 seed) external act("vote", seed) {
        uint8 which = _pick(2) == 0 ? STOP_PERCENT : WINDOW_DAYS;
        (, uint8 least, uint8 most) = _coop.numbers.bounds(which);
        vm.prank(_coop.timelock);
        _coop.numbers.set(which, least + _pick(uint256(most) - least + 1));
    }

    /// From a second to 400 days.
    function wait(uint256 seed) external act("wait", seed) {
        uint256 dice = _pick(16);
        if (dice < 8) time += 1 + _pick(1 days);
        else if (dice < 12) time += 1 days + _pick(9 days);
        else if (dice < 15) time += 20 days + _pick(40 days);
        else time += _pick(400 days);
        vm.warp(time);
    }

    // --- at the end ---

    /// Long after: everything that anyone may call is called.
    function settle() external {
        time += 3 * 366 days + 4 * EPOCH;
        vm.warp(time);
        for (uint32 project; project < PROJECTS; ++project) {
            uint256 left = _coop.work.creditedEpochCount(ProjectId.wrap(project));
            while (left > 0) left = _coop.shares.close(ProjectId.wrap(project), 5) == 5 ? left : 0;
        }
        for (uint256 i; i < _lots.length; ++i) if (!_lots[i].drawn && _creditOf(i) > 0) _drawLot(i);
        for (uint256 i; i < _batches.length; ++i) {
            if (_made[_batches[i]].inForce == 0) continue;
            for (uint256 j; j < _trees[_batches[i]].leafCount(); ++j) if (!_isLeafDrawn(i, j)) _drawLeafOf(i, j);
        }
        for (uint256 i; i < _made.length; ++i) if (_made[i].alive) _look(i);
        _weigh();
    }

    // --- what is remembered ---

    function coop() external view returns (Coop memory) {
        return _coop;
    }

    function madeCount() external view returns (uint256) {
        return _made.length;
    }

    function madeAt(uint256 index) external view returns (Made memory) {
        return _made[index];
    }

    function lotCount() external view returns (uint256) {
        return _lots.length;
    }

    function lotAt(uint256 index) external view returns (Lot memory) {
        return _lots[index];
    }

    /// Lots of a project that hold credit, and leaves of its batches that stand.
    function lotsOf(uint32 project) external view returns (uint256 lots) {
        for (uint256 i; i < _lots.length; ++i) if (_lots[i].project == project && _creditOf(i) > 0) ++lots;
        for (uint256 i; i < _batches.length; ++i) {
            Made storage made = _made[_batches[i]];
            if (made.project == project && made.inForce > 0) lots += _trees[_batches[i]].leafCount();
        }
    }

    /// What counts of a project and epoch, by the plain sums.
    function totalOf(uint256 project, uint256 epoch) public view returns (uint256) {
        uint256 half = budgets[project] / 2;
        uint256 part = batches[project][epoch];
        return direct[project][epoch] + (part < half ? part : half);
    }

    /// Everything that belongs to someone, in one word.
    function picture() external view returns (bytes32 all) {
        for (uint32 project; project < PROJECTS; ++project) {
            for (uint32 i; i <= count; ++i) all = keccak256(abi.encode(all, _sharesOf(project, i)));
            uint256 epochs = _coop.work.creditedEpochCount(ProjectId.wrap(project));
            for (uint256 i; i < epochs; ++i) {
                uint32 epoch = _coop.work.creditedEpoch(ProjectId.wrap(project), i);
                all = keccak256(abi.encode(all, epoch, _coop.work.sumsOf(ProjectId.wrap(project), epoch)));
                for (uint32 j; j <= count; ++j) {
                    uint64 lot = _coop.shares.lotOf(ProjectId.wrap(project), MemberId.wrap(j), epoch);
                    all = keccak256(abi.encode(all, lot));
                }
            }
        }
    }

    // --- private: recording ---

    function _enrol(uint32 project, uint256 member) private returns (bool) {
        (ProjectId p, MemberId m, uint32 epoch) = (ProjectId.wrap(project), MemberId.wrap(uint32(member)), _epoch());
        bool already = _coop.work.isEnrolled(p, m, epoch);
        bool next = _coop.work.isEnrolled(p, m, epoch + 1);
        if (already ? next : next && _coop.work.enrolledNow(p) >= 10) return false;
        uint256 others;
        for (uint32 i; i < PROJECTS; ++i) {
            if (i == project) continue;
            ProjectId other = ProjectId.wrap(i);
            if (_coop.work.isEnrolled(other, m, epoch) || _coop.work.isEnrolled(other, m, epoch + 1)) ++others;
        }
        if (others >= 3) return false;
        vm.prank(keys[member]);
        _coop.work.enrol(p);
        return true;
    }

    function _record(bool joint) private returns (bool) {
        return _recordIn(uint32(_pick(PROJECTS)), joint);
    }

    function _recordIn(uint32 project, bool joint) private returns (bool) {
        uint32[] memory own = _people(joint ? 2 + _pick(6) : 1);
        Report memory report = _report(project, 0, keccak256(abi.encode("evidence", _made.length)));
        report.kind = _pick(2) == 0 ? Kind.Work : Kind.Sharing;
        report.occurredAt = uint40(time - _pick(90 days));
        if (_pick(6) == 0 && _made.length > 0) report.evidence = _made[_pick(_made.length)].evidence; // another saw the same
        if (!_isFree(own[0], report.evidence, false)) return false;
        if (joint) report.split = new Part[](own.length);
        for (uint256 i; i < report.split.length; ++i)
            report.split[i] = Part(MemberId.wrap(own[i]), uint8(1 + _pick(255)));
        uint256 most = budgets[project] / rates[project];
        report.quantity = uint32(_large ? most / (5 + _pick(2)) : 1 + _pick(most >> _pick(12)));
        (uint8 tier, uint256 needed) = (0, 0);
        for (bool fits; !fits;) {
            (tier, needed, fits) = _priced(project, own, uint64(report.quantity) * rates[project]);
            if (needed == 0 || (!fits && report.quantity == 1)) return false;
            if (!fits) report.quantity = (report.quantity + 2) / 3;
        }
        vm.prank(keys[own[0]]);
        ContributionId id = _coop.work.record(report);
        Made memory made;
        (made.id, made.by, made.project, made.quantity) = (id, own[0], project, report.quantity);
        (made.value, made.tier, made.lane) = (
            report.quantity * uint64(rates[project]),
            tier,
            joint ? Lane.Joint : Lane.Record
        );
        made.evidence = report.evidence;
        uint256 claim = _remember(made, own);
        for (uint256 i; i < report.split.length; ++i) _parts[claim].push(report.split[i].parts);
        if (_made[claim].needed != needed) _blame("a record asks for another number of answers");
        return true;
    }

    /// Tier, answers needed (0: nobody to ask) and whether one attester could pay.
    function _priced(uint32 project, uint32[] memory own, uint64 value) private view returns (uint8, uint256, bool) {
        ProjectId p = ProjectId.wrap(project);
        uint256 most;
        for (uint256 i; i < own.length; ++i) {
            uint256 total = _coop.work.recordedNow(p, MemberId.wrap(own[i])) + value;
            if (total > most) most = total;
        }
        uint8 tier =
            most * 1000 <= budgets[project]
                ? 2
                : most * 100 <= budgets[project]
                    ? 3
                    : 5;
        uint256 needed = _needed(project, tier, own);
        uint256 limit = _limit(project);
        if (_coop.work.enrolledNow(p) >= 12) limit /= 5;
        return (tier, needed, needed != 0 && _cost(value, needed) <= limit);
    }

    function _needed(uint32 project, uint256 tier, uint32[] memory own) private view returns (uint256 needed) {
        ProjectId p = ProjectId.wrap(project);
        uint256 free = _coop.work.enrolledNow(p);
        for (uint256 i; i < own.length; ++i) {
            if (_coop.work.isEnrolled(p, MemberId.wrap(own[i]), _epoch())) --free;
        }
        needed = free / 2 > 2 ? free / 2 : 2;
        if (tier < needed) needed = tier;
        if (free < needed) needed = free;
    }

    function _limit(uint32 project) private view returns (uint256) {
        uint256 m = _coop.work.enrolledNow(ProjectId.wrap(project));
        return (uint256(budgets[project]) * 15) / (2 * (m > 10 ? m : 10));
    }

    function _cost(uint256 value, uint256 needed) private pure returns (uint256) {
        return (5 * value + needed - 1) / needed;
    }

    function _postBatch() private returns (bool) {
        return _postBatchIn(uint32(_pick(PROJECTS)));
    }

    function _postBatchIn(uint32 project) private returns (bool) {
        uint32[] memory own = new uint32[](1);
        uint32 by = uint32(1 + _pick(2));
        own[0] = by;
        if (_needed(project, 7, own) == 0) return false;
        Leaf[] memory leaves = new Leaf[](1 + _pick(6));
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = Leaf(_identity(), uint64(1 + _pick(1 << (1 + _pick(58)))), bytes32(_made.length));
        }
        Tree tree = new Tree();
        tree.grow(leaves);
        Made memory made;
        (made.by, made.project, made.quantity, made.tier, made.lane) = (by, project, 1, 7, Lane.Batch);
        made.evidence = tree.root();
        made.value = _large ? budgets[project] / 2 : uint64(1 + _pick(budgets[project] / 2));
        if (!_isFree(by, made.evidence, false)) return false;
        uint64 sum = tree.sum();
        vm.prank(keys[by]);
        made.id = _coop.work.postBatch(ProjectId.wrap(project), made.evidence, sum, made.value, "", "");
        uint256 claim = _remember(made, own);
        _trees[claim] = tree;
        _batches.push(claim);
        return true;
    }

    function _proposeBinding() private returns (bool) {
        (uint32 project, uint32 by, uint32 member) = (
            uint32(_pick(PROJECTS)),
            uint32(1 + _pick(2)),
            uint32(1 + _pick(count))
        );
        uint32[] memory own = new uint32[](by == member ? 1 : 2);
        own[0] = by;
        if (by != member) own[1] = member;
        Made memory made;
        (made.by, made.project, made.quantity, made.tier, made.lane) = (by, project, 1, 3, Lane.Binding);
        (made.value, made.identity, made.bound) = (1, _identity(), member);
        made.evidence = _coop.work.bindingEvidence(ProjectId.wrap(project), made.identity, MemberId.wrap(member));
        if (_needed(project, 3, own) == 0 || !_isFree(by, made.evidence, true)) return false;
        if (_isHeld(_bindingOf[made.identity]) || _isHeld(_boundBy[member])) return false;
        vm.prank(keys[by]);
        made.id = _coop.work.proposeBinding(ProjectId.wrap(project), made.identity, MemberId.wrap(member));
        _remember(made, own);
        return true;
    }

    function _remember(Made memory made, uint32[] memory own) private returns (uint256 claim) {
        bytes32 id = ContributionId.unwrap(made.id);
        uint256 old = _indexOf[id];
        if (old != 0) _made[old - 1].alive = false;
        claim = _made.length;
        (made.alive, made.madeAt, made.stage) = (true, time, Stage.Pending);
        made.epoch = _epoch();
        _made.push(made);
        _own[claim] = own;
        _indexOf[id] = claim + 1;
        _open.push(claim);
        _look(claim);
    }

    // --- private: answering ---

    function _attestAny(uint256 most) private returns (bool any) {
        (uint256 size, uint256 start) = (_open.length, _pick(_open.length + 1));
        for (uint256 i; i < size && i < 8 && !any; ++i) {
            uint256 claim = _open[(start + i) % size];
            for (uint256 j; j < most && _attest(claim); ++j) any = true;
        }
        _forget();
    }

    function _attest(uint256 claim) private returns (bool) {
        Made storage made = _made[claim];
        if (!made.alive || made.stage != Stage.Pending || time >= made.madeAt + 90 days) return false;
        uint32 epoch = _epoch();
        bool anew = made.epoch != epoch;
        uint256 needed = anew ? _needed(made.project, made.tier, _own[claim]) : made.needed;
        if (needed == 0) return false;
        uint256 cost = made.lane <= Lane.Joint ? _cost(made.value, needed) : 0;
        uint256 attester = _findAttester(claim, epoch, cost);
        if (attester == 0) return false;
        uint32 quantity = _pick(4) != 0 ? made.quantity : uint32(_pick(uint256(made.quantity) + 1));
        if ((anew ? 0 : made.answered) + 1 == needed && _cannotSeal(claim, quantity == 1, needed)) return false;
        vm.prank(keys[attester]);
        _coop.work.attest(MemberId.wrap(made.by), made.evidence, quantity);
        if (anew) (made.yes, _named[claim]) = (0, new uint32[](0));
        if (quantity == 1) ++made.yes;
        _named[claim].push(quantity);
        _answeredIn[claim][attester] = uint256(epoch) + 1;
        spent[made.project][epoch][attester] += cost;
        for (uint256 i; i < _own[claim].length; ++i) {
            lastPair = _pair(attester, _own[claim][i]);
            spentByPair[made.project][epoch][lastPair] += cost;
        }
        _look(claim);
        if (made.stage == Stage.Pending && _pick(3) == 0) _tryTheForbidden(claim, attester);
        return true;
    }

    /// What an answer puts an end to: the attester's second one, more than was claimed, and taking the claim back.
    function _tryTheForbidden(uint256 claim, uint256 attester) private {
        Made storage made = _made[claim];
        vm.prank(keys[attester]);
        try _coop.work.attest(MemberId.wrap(made.by), made.evidence, 0) {
            _blame("somebody answered twice");
        } catch {}
        vm.prank(keys[1 + _pick(count)]);
        try _coop.work.attest(MemberId.wrap(made.by), made.evidence, made.quantity + 1) {
            _blame("more was named than was claimed");
        } catch {}
        vm.prank(keys[made.by]);
        try _coop.work.withdraw(MemberId.wrap(made.by), made.evidence) {
            _blame("a claim was withdrawn after an answer");
        } catch {}
    }

    /// The value that the first answers name: of a record the lower median, of others all or nothing by a strict majority.
    function _settledAt(uint256 claim) private view returns (uint256) {
        Made storage made = _made[claim];
        uint32[] storage named = _named[claim];
        if (made.lane > Lane.Joint) return made.yes * 2 > named.length ? made.value : 0;
        for (uint256 i; i < named.length; ++i) {
            (uint256 less, uint256 upTo) = (0, 0);
            for (uint256 j; j < named.length; ++j) {
                if (named[j] < named[i]) ++less;
                if (named[j] <= named[i]) ++upTo;
            }
            uint256 middle = (named.length - 1) / 2;
            if (less <= middle && middle < upTo) return uint256(named[i]) * rates[made.project];
        }
        return 0;
    }

    /// Somebody who may answer the claim and can pay for it; 0 if nobody.
    function _findAttester(uint256 claim, uint32 epoch, uint256 cost) private returns (uint256) {
        Made storage made = _made[claim];
        ProjectId project = ProjectId.wrap(made.project);
        bool inPairs = _coop.work.enrolledNow(project) >= 12;
        uint256 limit = _limit(made.project);
        uint256 start = _pick(count);
        for (uint256 i; i < count; ++i) {
            uint256 who = 1 + ((start + i) % count);
            if (!_coop.work.isEnrolled(project, MemberId.wrap(uint32(who)), epoch) || _isOwn(claim, who)) continue;
            if (_answeredIn[claim][who] == uint256(epoch) + 1) continue;
            if (spent[made.project][epoch][who] + cost > limit) continue;
            bool fits = true;
            for (uint256 j; inPairs && j < _own[claim].length; ++j) {
                if (spentByPair[made.project][epoch][_pair(who, _own[claim][j])] + cost > limit / 5) fits = false;
            }
            if (fits) return who;
        }
        return 0;
    }

    /// Whether the last answer would be refused: the evidence, the identity or the member is taken.
    function _cannotSeal(uint256 claim, bool yes, uint256 needed) private view returns (bool) {
        Made storage made = _made[claim];
        if (made.lane == Lane.Batch) return false;
        if (made.lane == Lane.Binding) {
            bool stands = (made.yes + (yes ? 1 : 0)) * 2 > needed;
            return stands && (_isHeld(_bindingOf[made.identity]) || _isHeld(_boundBy[made.bound]));
        }
        return _isHeld(_indexOf[ContributionId.unwrap(_coop.work.takenBy(made.evidence))]);
    }

    function _challenge() private returns (bool) {
        (uint256 size, uint256 start) = (_sealed.length, _pick(_sealed.length + 1));
        for (uint256 i; i < size && i < 12; ++i) {
            uint256 claim = _sealed[size - 1 - ((start + i) % size)];
            Made storage made = _made[claim];
            if (made.stage != Stage.Sealed || made.inForce == 0) continue;
            uint256 who = 1 + _pick(count);
            if (_isOwn(claim, who) || !_hasSlot(who) || _eligible(claim, who) < 2) continue;
            uint256 closed = made.sealedAt + _coop.numbers.get(WINDOW_DAYS, made.epoch) * 1 days;
            vm.prank(keys[who]);
            if (time >= closed) {
                try _coop.challenges.challenge(MemberId.wrap(made.by), made.evidence) {
                    _blame("a claim was challenged after its window");
                } catch {}
                continue;
            }
            _coop.challenges.challenge(MemberId.wrap(made.by), made.evidence);
            made.challenger = who;
            _quorum[claim] = (_eligible(claim, who) + 1) / 2;
            if (_quorum[claim] < 2) _quorum[claim] = 2;
            if (_quorum[claim] > 5) _quorum[claim] = 5;
            _rounds.push(claim);
            _look(claim);
            return true;
        }
        return false;
    }

    function _hasSlot(uint256 who) private view returns (bool) {
        uint256[3] memory freeAt = _coop.challenges.slotsOf(MemberId.wrap(uint32(who)));
        return time >= freeAt[0] || time >= freeAt[1] || time >= freeAt[2];
    }

    function _eligible(uint256 claim, uint256 challenger) private view returns (uint256 eligible) {
        for (uint256 who = 1; who <= count; ++who) if (who != challenger && _mayAnswer(claim, who)) ++eligible;
    }

    /// Enrolled now, none of the claim's own people, and not among the first attesters.
    function _mayAnswer(uint256 claim, uint256 who) private view returns (bool) {
        Made storage made = _made[claim];
        if (!_coop.work.isEnrolled(ProjectId.wrap(made.project), MemberId.wrap(uint32(who)), _epoch())) return false;
        return !_isOwn(claim, who) && _answeredIn[claim][who] != uint256(made.epoch) + 1;
    }

    function _answerAny(uint256 most) private returns (bool any) {
        (uint256 size, uint256 start) = (_rounds.length, _pick(_rounds.length + 1));
        for (uint256 i; i < size && i < 6 && !any; ++i) {
            uint256 claim = _rounds[size - 1 - ((start + i) % size)];
            if (!_coop.challenges.isOpen(_made[claim].id)) continue;
            for (uint256 j; j < most && _answer(claim); ++j) any = true;
        }
    }

    function _answer(uint256 claim) private returns (bool) {
        Made storage made = _made[claim];
        uint256 start = _pick(count);
        for (uint256 i; i < count; ++i) {
            uint256 who = 1 + ((start + i) % count);
            if (who == made.challenger || _asked[claim][who] || !_mayAnswer(claim, who)) continue;
            uint8 tenths = uint8(_pick(3) == 0 && made.lane <= Lane.Joint ? _pick(11) : 10 * _pick(2));
            vm.prank(keys[who]);
            _coop.challenges.answer(MemberId.wrap(made.by), made.evidence, tenths);
            _asked[claim][who] = true;
            _tenths[claim].push(tenths);
            _look(claim);
            if (made.inForce != _ruled(claim)) _blame("a second round ruled otherwise than by its upper median");
            MemberId[] memory first = _coop.work.attestersOf(made.id);
            _tryToRule(claim, who);
            _tryToRule(claim, made.challenger);
            _tryToRule(claim, made.by);
            _tryToRule(claim, MemberId.unwrap(first[_pick(first.length)]));
            return true;
        }
        return false;
    }

    /// Who answered, who challenged, whose claim it is and who attested it first has no word in the second round.
    function _tryToRule(uint256 claim, uint256 who) private {
        vm.prank(keys[who]);
        try _coop.challenges.answer(MemberId.wrap(_made[claim].by), _made[claim].evidence, 0) {
            _blame("somebody ruled who may not");
        } catch {}
    }

    /// The first value until enough have answered; then as many tenths of it as the upper of the middle answers says.
    function _ruled(uint256 claim) private view returns (uint256) {
        uint8[] storage answers = _tenths[claim];
        uint256 tenths = 10;
        if (answers.length >= _quorum[claim]) {
            uint256 least = answers.length - answers.length / 2; // so many reach no higher than the upper middle one
            uint256 below;
            for (tenths = 0; ; ++tenths) {
                for (uint256 i; i < answers.length; ++i) if (answers[i] == tenths) ++below;
                if (below > answers.length - least) break;
            }
        }
        return (uint256(_made[claim].first) * tenths) / 10;
    }

    // --- private: drawing ---

    function _draw() private returns (bool) {
        (uint256 size, uint256 start) = (_lots.length, _pick(_lots.length + 1));
        for (uint256 i; i < size; ++i) {
            uint256 lot = (start + i) % size;
            if (_lots[lot].drawn || !_isFinal(_lots[lot].epoch) || _creditOf(lot) == 0) continue;
            _drawLot(lot);
            return true;
        }
        return false;
    }

    function _drawLot(uint256 index) private {
        Lot storage lot = _lots[index];
        ProjectId project = ProjectId.wrap(lot.project);
        _closeLongRows(lot.project);
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = lot.epoch;
        uint256 drawn = _coop.shares.draw(project, MemberId.wrap(lot.member), epochs);
        lot.drawn = true;
        try _coop.shares.draw(project, MemberId.wrap(lot.member), epochs) {
            _blame("a lot was drawn twice");
        } catch {}
        uint256 total = totalOf(lot.project, lot.epoch);
        uint256 issued = total < budgets[lot.project] ? total : budgets[lot.project];
        if (drawn != (_creditOf(index) * issued) / total) _blame("a lot gives other shares than credit * I / total");
    }

    function _drawLeaf() private returns (bool) {
        (uint256 size, uint256 start) = (_batches.length, _pick(_batches.length + 1));
        for (uint256 i; i < size; ++i) {
            uint256 batch = (start + i) % size;
            Made storage made = _made[_batches[batch]];
            if (made.inForce == 0 || !_isFinal(made.epoch)) continue;
            Tree tree = _trees[_batches[batch]];
            for (uint256 j; j < tree.leafCount(); ++j) {
                (bool known, ) = _coop.work.leafOwner(made.id, tree.leafAt(j).identity);
                if (!known || _isLeafDrawn(batch, j)) continue;
                _drawLeafOf(batch, j);
                return true;
            }
        }
        return false;
    }

    function _isLeafDrawn(uint256 batch, uint256 leaf) private view returns (bool) {
        return _coop.shares.isLeafDrawn(_made[_batches[batch]].id, leaf, _trees[_batches[batch]].depth());
    }

    function _drawLeafOf(uint256 batch, uint256 index) private {
        Made storage made = _made[_batches[batch]];
        _closeLongRows(made.project);
        Leaf memory leaf = _trees[_batches[batch]].leafAt(index);
        (, , Proof memory proof) = _trees[_batches[batch]].prove(index);
        LeafProof memory told = LeafProof(
            leaf.identity,
            leaf.value,
            leaf.recordsDigest,
            index,
            proof.hashes,
            proof.sums
        );
        (bool known, MemberId told_) = _coop.work.leafOwner(made.id, leaf.identity);
        (bool whose, uint256 owner) = _ownerOf(_batches[batch], leaf.identity);
        if (!known || !whose || MemberId.unwrap(told_) != owner) _blame("a leaf went to another than its owner");
        uint256 shares = _coop.shares.drawLeaf(made.id, told);
        try _coop.shares.drawLeaf(made.id, told) {
            _blame("a leaf was drawn twice");
        } catch {}
        if (owner != 0 && shares > _stopOf(made.project, made.epoch))
            _blame("a leaf gives its owner more than the stop");
    }

    /// Whose a leaf is: the bound member's from 28 days after the sealing on, if that came within three years after the epoch
    /// was final and he did not attest the batch; else the reserve's (0) when the three years are over; else nobody's yet.
    function _ownerOf(uint256 claim, bytes32 identity) private view returns (bool known, uint256 owner) {
        uint256 deadline = _coop.numbers.genesis() + (uint256(_made[claim].epoch) + 2) * EPOCH + 3 * 365 days;
        uint256 index = _bindingOf[identity];
        if (index == 0 || _made[index - 1].inForce == 0) return (time >= deadline, 0);
        uint256 counts = _made[index - 1].sealedAt + EPOCH;
        if (time < counts || counts > deadline) return (time >= deadline, 0);
        owner = _made[index - 1].bound;
        if (_answeredIn[claim][owner] == uint256(_made[claim].epoch) + 1) owner = 0;
        known = true;
    }

    /// More than eight epochs that wait must be closed by hand first.
    function _closeLongRows(uint32 project) private {
        (uint32 closed, ) = _coop.shares.closedUntil(ProjectId.wrap(project));
        if (_coop.work.creditedEpochCount(ProjectId.wrap(project)) > uint256(closed) + 7) {
            _coop.shares.close(ProjectId.wrap(project), 50);
        }
    }

    // --- private: seeing ---

    /// Compares a claim with how it was last seen, and carries what changed into the plain sums.
    function _look(uint256 claim) private {
        Made storage made = _made[claim];
        Claim memory seen = _coop.work.claimOf(made.id);
        (lastProject, lastEpoch) = (made.project, seen.epoch);
        bool forward =
            seen.stage == made.stage ||
                (made.stage == Stage.Pending && (seen.stage == Stage.Withdrawn || seen.stage == Stage.Sealed)) ||
                (made.stage == Stage.Sealed && seen.stage == Stage.Challenged);
        if (!forward) _blame("a claim went backward");
        if (
            MemberId.unwrap(seen.by) != made.by ||
            ProjectId.unwrap(seen.project) != made.project ||
            seen.lane != made.lane
        ) {
            _blame("a claim became another's");
        }
        if (seen.value != made.value || seen.quantity != made.quantity) _blame("a claim claims another value");
        if (seen.inForce > seen.value) _blame("more is in force than was claimed");
        if (seen.answered > seen.needed) _blame("more answers than were needed");
        if (seen.stage == Stage.Pending && seen.epoch == _epoch()) {
            if (seen.needed > _coop.work.enrolledNow(seen.project)) _blame("more answers are needed than attest");
        }
        if (made.stage == Stage.Pending && seen.stage == Stage.Sealed) _seeSeal(claim, seen);
        else if (made.stage >= Stage.Sealed && seen.epoch != made.epoch)
            _blame("a sealed claim moved to another epoch");
        if (seen.inForce != made.inForce) _carry(claim, made.inForce, seen.inForce, seen.epoch);
        (made.stage, made.epoch, made.inForce) = (seen.stage, seen.epoch, seen.inForce);
        (made.answered, made.needed) = (seen.answered, seen.needed);
    }

    function _seeSeal(uint256 claim, Claim memory seen) private {
        Made storage made = _made[claim];
        if (seen.epoch != _epoch()) _blame("a claim counts in another epoch than that of its last answer");
        if (seen.answered != seen.needed || _named[claim].length != seen.needed)
            _blame("a claim sealed on other answers");
        if (seen.inForce != _settledAt(claim)) _blame("a claim sealed at another value than its median");
        (made.sealedAt, made.first) = (time, seen.inForce);
        _sealed.push(claim);
        if (seen.inForce == 0) return;
        if (made.lane == Lane.Binding) {
            if (_isHeld(_bindingOf[made.identity])) _blame("an identity was bound twice");
            if (_isHeld(_boundBy[made.bound])) _blame("a member was bound twice");
            (_bindingOf[made.identity], _boundBy[made.bound]) = (claim + 1, claim + 1);
        } else if (made.lane != Lane.Batch) {
            sealedValue[made.project][seen.epoch] += seen.inForce;
            for (uint256 i; i < _sealed.length - 1; ++i) {
                Made storage other = _made[_sealed[i]];
                bool same = other.evidence == made.evidence && other.lane <= Lane.Joint && other.alive;
                if (same && _isHeld(_sealed[i] + 1)) _blame("evidence was counted twice");
            }
        }
    }

    /// Moves credit in the plain sums: rounded down for each, the last takes the rest; each member up to the stop.
    function _carry(uint256 claim, uint64 from, uint64 to, uint32 epoch) private {
        Made storage made = _made[claim];
        if (made.lane == Lane.Binding) return;
        if (made.lane == Lane.Batch) {
            batches[made.project][epoch] = batches[made.project][epoch] + to - from;
            return;
        }
        uint32[] storage own = _own[claim];
        (uint256 whole, uint256 leftBefore, uint256 leftNow) = (0, from, to);
        for (uint256 i; i < _parts[claim].length; ++i) whole += _parts[claim][i];
        for (uint256 i; i < own.length; ++i) {
            bool last = i + 1 == own.length;
            uint256 before = last ? leftBefore : (uint256(from) * _parts[claim][i]) / whole;
            uint256 next = last ? leftNow : (uint256(to) * _parts[claim][i]) / whole;
            (leftBefore, leftNow) = (leftBefore - before, leftNow - next);
            _credit(made.project, epoch, own[i], before, next);
        }
    }

    function _credit(uint32 project, uint32 epoch, uint32 member, uint256 before, uint256 next) private {
        (uint256 old, uint256 stop) = (credit[project][epoch][member], _stopOf(project, epoch));
        uint256 sum = old + next - before;
        credit[project][epoch][member] = sum;
        direct[project][epoch] = direct[project][epoch] + (sum < stop ? sum : stop) - (old < stop ? old : stop);
        if (_hasLot[project][epoch][member]) return;
        _hasLot[project][epoch][member] = true;
        _lots.push(Lot(project, epoch, member, false));
    }

    /// No balance falls: a project's at a time.
    function _weigh() private {
        uint32 project = uint32(acts % PROJECTS);
        for (uint32 i; i <= count; ++i) {
            uint256 shares = _sharesOf(project, i);
            if (shares < _balances[project][i]) _blame("a balance of shares fell");
            if (shares != _balances[project][i]) _balances[project][i] = shares;
        }
    }

    // --- private: small questions ---

    function _epoch() private view returns (uint32) {
        return uint32((time - _coop.numbers.genesis()) / EPOCH);
    }

    function _isFinal(uint32 epoch) private view returns (bool) {
        return _epoch() >= epoch + 2;
    }

    function _stopOf(uint32 project, uint32 epoch) private view returns (uint256) {
        return (uint256(budgets[project]) * _coop.numbers.get(STOP_PERCENT, epoch)) / 100;
    }

    function _sharesOf(uint32 project, uint32 member) private view returns (uint256) {
        return _coop.shares.sharesOf(ProjectId.wrap(project), MemberId.wrap(member));
    }

    /// What a lot counts for: the member's credit up to the stop.
    function _creditOf(uint256 lot) private view returns (uint256) {
        uint256 sum = credit[_lots[lot].project][_lots[lot].epoch][_lots[lot].member];
        uint256 stop = _stopOf(_lots[lot].project, _lots[lot].epoch);
        return sum < stop ? sum : stop;
    }

    function _isOwn(uint256 claim, uint256 who) private view returns (bool) {
        for (uint256 i; i < _own[claim].length; ++i) if (_own[claim][i] == who) return true;
        return false;
    }

    /// Whether what a claim took is still taken: it counts, or its round may revive it. Index plus one; 0 is no claim.
    function _isHeld(uint256 claimPlusOne) private view returns (bool) {
        if (claimPlusOne == 0) return false;
        Made storage made = _made[claimPlusOne - 1];
        return made.inForce > 0 || _coop.challenges.isOpen(made.id);
    }

    /// Whether this maker may use this evidence: no claim of his stands or waits with it, none of other terms came to nothing
    /// within 180 days, and it is not taken. Bindings with one evidence have one set of terms.
    function _isFree(uint32 by, bytes32 evidence, bool binding) private view returns (bool) {
        uint256 index = _indexOf[ContributionId.unwrap(_coop.work.idOf(MemberId.wrap(by), evidence))];
        if (index != 0) {
            Made storage made = _made[index - 1];
            bool over =
                made.stage == Stage.Withdrawn ||
                    (made.stage == Stage.Pending && time >= made.madeAt + 90 days) ||
                    (made.stage == Stage.Sealed && made.first == 0);
            if (!over) return false;
            uint256 since = made.stage == Stage.Sealed ? made.sealedAt : made.madeAt;
            bool same = binding && made.lane == Lane.Binding;
            if (!same && time < since + 180 days) return false;
        }
        return !_isHeld(_indexOf[ContributionId.unwrap(_coop.work.takenBy(evidence))]);
    }

    function _pair(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? (a << 32) | b : (b << 32) | a;
    }

    function _people(uint256 size) private returns (uint32[] memory people) {
        people = new uint32[](size);
        uint256 start = _pick(count);
        uint256 step = 1 + _pick(count / size);
        for (uint256 i; i < size; ++i) people[i] = uint32(1 + ((start + i * step) % count));
        if (size > 2 && _pick(2) == 0) (people[0], people[size - 1]) = (people[size - 1], people[0]);
    }

    function _identity() private returns (bytes32) {
        return keccak256(abi.encode("person", _pick(IDENTITIES)));
    }

    function _pick(uint256 size) private returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    /// Nothing of the kind could be done: a record, an answer, an enrolment, or a day goes by.
    function _otherwise() private {
        ++_others;
        if (_attestAny(5) || _record(false) || _enrol(uint32(_pick(PROJECTS)), 1 + _pick(count))) return;
        ++idle;
        time += 1 days;
        vm.warp(time);
    }

    /// Drops claims that wait no longer.
    function _forget() private {
        for (uint256 i = _open.length; i > 0; --i) {
            Made storage made = _made[_open[i - 1]];
            if (made.alive && made.stage == Stage.Pending && time < made.madeAt + 90 days) continue;
            _open[i - 1] = _open[_open.length - 1];
            _open.pop();
        }
    }

    function _blame(string memory what) private {
        if (bytes(fault).length == 0) fault = what;
    }
}
