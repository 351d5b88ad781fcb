// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Kind, Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Part, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Made} from "./Memory.sol";
import {Sight} from "./Sight.sol";
import {Leaf, Tree} from "./Tree.sol";

/// Enrolment, records, batches and bindings, done only where they are allowed.
abstract contract Records is Sight {
    function _enrol(uint32 project, uint256 member) internal returns (bool) {
        if (_isClosed(project)) return false;
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

    function _record(bool joint) internal returns (bool) {
        return _recordIn(uint32(_pick(PROJECTS)), joint);
    }

    function _recordIn(uint32 project, bool joint) internal returns (bool) {
        if (_isClosed(project)) return _tryWhereClosed(project);
        uint48 rate = rateOf(project, _epoch());
        uint32[] memory own = _people(joint ? 2 + _pick(6) : 1);
        Report memory report = _report(project, 0, keccak256(abi.encode("evidence", _made.length)));
        report.kind = _pick(2) == 0 ? Kind.Work : Kind.Sharing;
        report.occurredAt = uint40(time - _pick(90 days));
        if (_pick(6) == 0 && _made.length > 0) report.evidence = _made[_pick(_made.length)].evidence; // another saw the same
        if (!_isFree(own[0], report.evidence, false)) return false;
        if (joint) report.split = new Part[](own.length);
        for (uint256 i; i < report.split.length; ++i)
            report.split[i] = Part(MemberId.wrap(own[i]), uint8(1 + _pick(255)));
        uint256 most = budgetOf(project, _epoch()) / rate;
        report.quantity = uint32(_large ? most / (5 + _pick(2)) : 1 + _pick(most >> _pick(12)));
        (uint8 tier, uint256 needed) = (0, 0);
        for (bool fits; !fits;) {
            (tier, needed, fits) = _priced(project, own, uint64(report.quantity) * rate);
            if (needed == 0 || (!fits && report.quantity == 1)) return false;
            if (!fits) report.quantity = (report.quantity + 2) / 3;
        }
        vm.prank(keys[own[0]]);
        ContributionId id = _coop.work.record(report);
        Made memory made;
        (made.id, made.by, made.project, made.quantity) = (id, own[0], project, report.quantity);
        (made.value, made.tier, made.lane) = (report.quantity * rate, tier, joint ? Lane.Joint : Lane.Record);
        made.evidence = report.evidence;
        uint256 claim = _remember(made, own);
        for (uint256 i; i < report.split.length; ++i) _parts[claim].push(report.split[i].parts);
        if (_made[claim].needed != needed) _blame("a record asks for another number of answers");
        return true;
    }

    /// Of a closed project nothing is recorded, posted, proposed or joined.
    function _tryWhereClosed(uint32 project) internal returns (bool) {
        ProjectId p = ProjectId.wrap(project);
        bytes32 fresh = keccak256(abi.encode("closed", acts));
        vm.prank(keys[1]);
        try _coop.work.record(_report(project, 1, fresh)) {
            _blame("a closed project recorded");
        } catch {}
        vm.prank(keys[1]);
        try _coop.work.postBatch(p, fresh, 1, 1, "", "") {
            _blame("a closed project took a batch");
        } catch {}
        vm.prank(keys[1]);
        try _coop.work.proposeBinding(p, fresh, MemberId.wrap(2)) {
            _blame("a closed project bound somebody");
        } catch {}
        vm.prank(keys[3]);
        try _coop.work.enrol(p) {
            _blame("a closed project enrolled");
        } catch {}
        return false;
    }

    /// Tier, answers needed (0: nobody to ask) and whether one attester could pay.
    function _priced(uint32 project, uint32[] memory own, uint64 value) internal view returns (uint8, uint256, bool) {
        ProjectId p = ProjectId.wrap(project);
        uint256 budget = budgetOf(project, _epoch());
        uint256 most;
        for (uint256 i; i < own.length; ++i) {
            uint256 total = _coop.work.recordedNow(p, MemberId.wrap(own[i])) + value;
            if (total > most) most = total;
        }
        uint8 tier =
            most * 1000 <= budget
                ? 2
                : most * 100 <= budget
                    ? 3
                    : 5;
        uint256 needed = _needed(project, tier, own);
        uint256 limit = _limit(project);
        if (_coop.work.enrolledNow(p) >= 12) limit /= 5;
        return (tier, needed, needed != 0 && _cost(value, needed) <= limit);
    }

    function _postBatch() internal returns (bool) {
        return _postBatchIn(uint32(_pick(PROJECTS)));
    }

    function _postBatchIn(uint32 project) internal returns (bool) {
        if (_isClosed(project)) return false;
        uint64 half = budgetOf(project, _epoch()) / 2;
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
        made.value = _large ? half : uint64(1 + _pick(half));
        if (!_isFree(by, made.evidence, false)) return false;
        uint64 sum = tree.sum();
        vm.prank(keys[by]);
        made.id = _coop.work.postBatch(ProjectId.wrap(project), made.evidence, sum, made.value, "", "");
        uint256 claim = _remember(made, own);
        _trees[claim] = tree;
        _batches.push(claim);
        return true;
    }

    function _proposeBinding() internal returns (bool) {
        (uint32 project, uint32 by, uint32 member) = (
            uint32(_pick(PROJECTS)),
            uint32(1 + _pick(2)),
            uint32(1 + _pick(count))
        );
        if (_isClosed(project)) return false;
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

    function _remember(Made memory made, uint32[] memory own) internal returns (uint256 claim) {
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
}
