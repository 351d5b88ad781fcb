// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Claim} from "../../../contracts/work/IContributionLedger.sol";
import {Made, Lot, Memory} from "./Memory.sol";

/// Compares what is seen of a claim with how it was, and carries what changed into the plain sums.
abstract contract Sight is Memory {
    /// Compares a claim with how it was last seen, and carries what changed into the plain sums.
    function _look(uint256 claim) internal {
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

    function _seeSeal(uint256 claim, Claim memory seen) internal {
        Made storage made = _made[claim];
        if (seen.epoch != _epoch()) _blame("a claim counts in another epoch than that of its last answer");
        if (seen.answered != seen.needed || _named[claim].length != seen.needed)
            _blame("a claim sealed on other answers");
        if (seen.inForce != _settledAt(claim)) _blame("a claim sealed at another value than its median");
        if (_isClosed(made.project)) _blame("a claim sealed in a closed project");
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
    function _carry(uint256 claim, uint64 from, uint64 to, uint32 epoch) internal {
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

    function _credit(uint32 project, uint32 epoch, uint32 member, uint256 before, uint256 next) internal {
        (uint256 old, uint256 stop) = (credit[project][epoch][member], _stopOf(project, epoch));
        uint256 sum = old + next - before;
        credit[project][epoch][member] = sum;
        direct[project][epoch] = direct[project][epoch] + (sum < stop ? sum : stop) - (old < stop ? old : stop);
        if (_hasLot[project][epoch][member]) return;
        _hasLot[project][epoch][member] = true;
        _lots.push(Lot(project, epoch, member, false));
    }

    /// No balance falls: a project's at a time.
    function _weigh() internal {
        uint32 project = uint32(acts % PROJECTS);
        for (uint32 i; i <= count; ++i) {
            uint256 shares = _sharesOf(project, i);
            if (shares < _balances[project][i]) _blame("a balance of shares fell");
            if (shares != _balances[project][i]) _balances[project][i] = shares;
        }
    }

    /// The value that the first answers name: of a record the lower median, of others all or nothing by a strict majority.
    function _settledAt(uint256 claim) internal view returns (uint256) {
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
            if (less <= middle && middle < upTo) return (uint256(named[i]) * made.value) / made.quantity;
        }
        return 0;
    }
}
