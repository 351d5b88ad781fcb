// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Claim, Part, Report, Sums} from "../../../contracts/work/IContributionLedger.sol";
import {Coop, Ground} from "./Ground.sol";

/// One cooperative and the acts of its members by their numbers, for proofs of one property at a time.
abstract contract Workshop is Ground {
    Coop internal coop;
    uint256 internal random;
    mapping(uint256 member => address) private _keys;

    /// Founds it: member 1 to `count`, one project for each budget, a unit of any work worth one micro-unit.
    function _open(uint256 count, uint64[] memory budgets) internal {
        uint48[] memory rates = new uint48[](budgets.length);
        for (uint256 i; i < rates.length; ++i) rates[i] = 1;
        coop = _found(count, budgets, rates);
        for (uint256 i = 1; i <= count; ++i) _keys[i] = _keyOf(i);
    }

    function _open(uint256 count, uint64 budget) internal {
        uint64[] memory budgets = new uint64[](1);
        budgets[0] = budget;
        _open(count, budgets);
    }

    // --- time ---

    function _epoch() internal view returns (uint32) {
        return uint32((_now() - coop.numbers.genesis()) / EPOCH);
    }

    function _start(uint256 epoch) internal view returns (uint256) {
        return coop.numbers.genesis() + epoch * EPOCH;
    }

    function _wait(uint256 time) internal {
        vm.warp(_now() + time);
    }

    function _vote(uint8 number, uint256 value) internal {
        vm.prank(coop.timelock);
        coop.numbers.set(number, value);
    }

    // --- acts ---

    /// Members of these numbers attest, in this epoch if ten or fewer do, and in the next.
    function _enrolAll(uint32 project, uint256 from, uint256 to) internal {
        for (uint256 i = from; i <= to; ++i) {
            while (!coop.work.isEnrolled(ProjectId.wrap(project), _id(i), _epoch() + 1)) _enrol(project, i);
        }
    }

    function _enrol(uint32 project, uint256 who) internal {
        vm.prank(_keys[who]);
        coop.work.enrol(ProjectId.wrap(project));
    }

    function _record(uint256 by, uint32 project, uint256 quantity, bytes32 evidence) internal {
        _record(by, _report(project, uint32(quantity), evidence));
    }

    function _record(uint256 by, Report memory report) internal {
        vm.prank(_keys[by]);
        coop.work.record(report);
    }

    /// The recorder and others in order, in such parts.
    function _jointly(Report memory report, uint256[] memory people, uint256[] memory parts) internal pure {
        report.split = new Part[](people.length);
        for (uint256 i; i < people.length; ++i) report.split[i] = Part(_id(people[i]), uint8(parts[i]));
    }

    function _tryRecord(uint256 by, Report memory report) internal returns (bool) {
        vm.prank(_keys[by]);
        try coop.work.record(report) {
            return true;
        } catch {
            return false;
        }
    }

    function _withdraw(uint256 who, uint256 by, bytes32 evidence) internal returns (bool) {
        vm.prank(_keys[who]);
        try coop.work.withdraw(_id(by), evidence) {
            return true;
        } catch {
            return false;
        }
    }

    function _attest(uint256 who, uint256 by, bytes32 evidence, uint256 quantity) internal returns (bool) {
        vm.prank(_keys[who]);
        try coop.work.attest(_id(by), evidence, uint32(quantity)) {
            return true;
        } catch {
            return false;
        }
    }

    function _challenge(uint256 who, uint256 by, bytes32 evidence) internal returns (bool) {
        vm.prank(_keys[who]);
        try coop.challenges.challenge(_id(by), evidence) {
            return true;
        } catch {
            return false;
        }
    }

    function _answer(uint256 who, uint256 by, bytes32 evidence, uint256 tenths) internal returns (bool) {
        vm.prank(_keys[who]);
        try coop.challenges.answer(_id(by), evidence, uint8(tenths)) {
            return true;
        } catch {
            return false;
        }
    }

    function _draw(uint32 project, uint256 member, uint32 epoch) internal returns (bool) {
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = epoch;
        try coop.shares.draw(ProjectId.wrap(project), _id(member), epochs) {
            return true;
        } catch {
            return false;
        }
    }

    // --- views ---

    function _id(uint256 member) internal pure returns (MemberId) {
        return MemberId.wrap(uint32(member));
    }

    function _idOf(uint256 by, bytes32 evidence) internal view returns (ContributionId) {
        return coop.work.idOf(_id(by), evidence);
    }

    function _claim(uint256 by, bytes32 evidence) internal view returns (Claim memory) {
        return coop.work.claimOf(_idOf(by, evidence));
    }

    function _key(uint256 member) internal view returns (address) {
        return _keys[member];
    }

    function _attests(uint32 project, uint256 who) internal view returns (bool) {
        return coop.work.isEnrolled(ProjectId.wrap(project), _id(who), _epoch());
    }

    function _sums(uint32 project, uint32 epoch) internal view returns (Sums memory) {
        return coop.work.sumsOf(ProjectId.wrap(project), epoch);
    }

    function _credit(uint32 project, uint32 epoch, uint256 member) internal view returns (uint256) {
        return coop.work.creditOf(ProjectId.wrap(project), epoch, _id(member));
    }

    function _spent(uint32 project, uint256 member) internal view returns (uint256 spent) {
        (, spent) = coop.work.attesterBudget(ProjectId.wrap(project), _id(member));
    }

    function _sharesOf(uint32 project, uint256 member) internal view returns (uint256) {
        return coop.shares.sharesOf(ProjectId.wrap(project), _id(member));
    }

    // --- chance ---

    function _pick(uint256 size) internal returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return size == 0 ? 0 : random % size;
    }

    /// A number from 1 to `most`, small ones as often as large ones.
    function _some(uint256 most) internal returns (uint256) {
        uint256 bits = 1;
        for (uint256 left = most; left > 1; left >>= 1) ++bits;
        uint256 cut = most >> _pick(bits);
        return 1 + _pick(cut);
    }
}
