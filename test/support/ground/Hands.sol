// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Answers} from "./Answers.sol";
import {Charters} from "./Charters.sol";
import {Draws} from "./Draws.sol";
import {Coop} from "./Ground.sol";
import {Lot, Made} from "./Memory.sol";
import {Records} from "./Records.sol";
import {Rounds} from "./Rounds.sol";

/// All that members may do, done only when it is allowed, and remembered beside the contracts in plain sums.
abstract contract Hands is Charters, Records, Answers, Rounds, Draws {
    // --- the acts ---

    modifier act(string memory name, uint256 seed) {
        vm.warp(time);
        _random = seed;
        ++acts;
        uint256 otherwise = _others;
        _;
        _weigh();
        if (_others == otherwise) done[name]++;
    }

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

    /// A vote on a project's budget and rate.
    function amend(uint256 seed) external act("amend", seed) {
        if (!_amend(uint32(_pick(PROJECTS)))) _otherwise();
    }

    /// A project is closed, by vote or by its stewards; seldom, so that there is something to close.
    function closeProject(uint256 seed) external act("closeProject", seed) {
        if (_pick(12) != 0 || !_closeProject(uint32(1 + _pick(PROJECTS - 1)))) _otherwise();
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

    /// Nothing of the kind could be done: a record, an answer, an enrolment, or a day goes by.
    function _otherwise() internal {
        ++_others;
        if (_attestAny(5) || _record(false) || _enrol(uint32(_pick(PROJECTS)), 1 + _pick(count))) return;
        ++idle;
        time += 1 days;
        vm.warp(time);
    }
}
