// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Made} from "./Memory.sol";
import {Sight} from "./Sight.sol";

/// First answers, by whoever may give one and can pay for it.
abstract contract Answers is Sight {
    function _attestAny(uint256 most) internal returns (bool any) {
        (uint256 size, uint256 start) = (_open.length, _pick(_open.length + 1));
        for (uint256 i; i < size && i < 8 && !any; ++i) {
            uint256 claim = _open[(start + i) % size];
            for (uint256 j; j < most && _attest(claim); ++j) any = true;
        }
        _forget();
    }

    function _attest(uint256 claim) internal returns (bool) {
        Made storage made = _made[claim];
        if (!made.alive || made.stage != Stage.Pending || time >= made.madeAt + 90 days) return false;
        if (_isClosed(made.project)) return _tryWhereClosed(claim);
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

    /// What was not sealed when its project closed is void.
    function _tryWhereClosed(uint256 claim) internal returns (bool) {
        for (uint256 who = 1; who <= count; ++who) {
            vm.prank(keys[who]);
            try _coop.work.attest(MemberId.wrap(_made[claim].by), _made[claim].evidence, 1) {
                _blame("a claim of a closed project was answered");
            } catch {}
        }
        return false;
    }

    /// What an answer puts an end to: the attester's second one, more than was claimed, and taking the claim back.
    function _tryTheForbidden(uint256 claim, uint256 attester) internal {
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

    /// Somebody who may answer the claim and can pay for it; 0 if nobody.
    function _findAttester(uint256 claim, uint32 epoch, uint256 cost) internal returns (uint256) {
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
    function _cannotSeal(uint256 claim, bool yes, uint256 needed) internal view returns (bool) {
        Made storage made = _made[claim];
        if (made.lane == Lane.Batch) return false;
        if (made.lane == Lane.Binding) {
            bool stands = (made.yes + (yes ? 1 : 0)) * 2 > needed;
            return stands && (_isHeld(_bindingOf[made.identity]) || _isHeld(_boundBy[made.bound]));
        }
        return _isHeld(_indexOf[ContributionId.unwrap(_coop.work.takenBy(made.evidence))]);
    }

    /// Drops claims that wait no longer.
    function _forget() internal {
        for (uint256 i = _open.length; i > 0; --i) {
            Made storage made = _made[_open[i - 1]];
            if (made.alive && made.stage == Stage.Pending && time < made.madeAt + 90 days) continue;
            _open[i - 1] = _open[_open.length - 1];
            _open.pop();
        }
    }
}
