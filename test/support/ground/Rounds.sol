// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Lane, Stage} from "../../../contracts/types/Stages.sol";
import {Made} from "./Memory.sol";
import {Sight} from "./Sight.sol";

/// Challenges and second rounds.
abstract contract Rounds is Sight {
    function _challenge() internal returns (bool) {
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

    function _hasSlot(uint256 who) internal view returns (bool) {
        uint256[3] memory freeAt = _coop.challenges.slotsOf(MemberId.wrap(uint32(who)));
        return time >= freeAt[0] || time >= freeAt[1] || time >= freeAt[2];
    }

    function _eligible(uint256 claim, uint256 challenger) internal view returns (uint256 eligible) {
        for (uint256 who = 1; who <= count; ++who) if (who != challenger && _mayAnswer(claim, who)) ++eligible;
    }

    /// Enrolled now, none of the claim's own people, and not among the first attesters.
    function _mayAnswer(uint256 claim, uint256 who) internal view returns (bool) {
        Made storage made = _made[claim];
        if (!_coop.work.isEnrolled(ProjectId.wrap(made.project), MemberId.wrap(uint32(who)), _epoch())) return false;
        return !_isOwn(claim, who) && _answeredIn[claim][who] != uint256(made.epoch) + 1;
    }

    function _answerAny(uint256 most) internal returns (bool any) {
        (uint256 size, uint256 start) = (_rounds.length, _pick(_rounds.length + 1));
        for (uint256 i; i < size && i < 6 && !any; ++i) {
            uint256 claim = _rounds[size - 1 - ((start + i) % size)];
            if (!_coop.challenges.isOpen(_made[claim].id)) continue;
            for (uint256 j; j < most && _answer(claim); ++j) any = true;
        }
    }

    function _answer(uint256 claim) internal returns (bool) {
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
    function _tryToRule(uint256 claim, uint256 who) internal {
        vm.prank(keys[who]);
        try _coop.challenges.answer(MemberId.wrap(_made[claim].by), _made[claim].evidence, 0) {
            _blame("somebody ruled who may not");
        } catch {}
    }

    /// The first value until enough have answered; then as many tenths of it as the upper of the middle answers says.
    function _ruled(uint256 claim) internal view returns (uint256) {
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
}
