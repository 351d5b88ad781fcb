// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {Charter} from "../../../contracts/work/IProjectRegistry.sol";
import {Bound, Memory} from "./Memory.sol";

/// Votes: on numbers, on charters, on closing. What a charter binds itself to is remembered by epoch.
abstract contract Charters is Memory {
    uint24 private constant ALL_TWOS = 0xaaaaaa;

    /// The budget and the rate move by up to a tenth, from the next epoch on; once an epoch and no further.
    function _amend(uint32 project) internal returns (bool) {
        if (closedFrom[project] != 0) return false;
        Bound memory last = _bound[project][_bound[project].length - 1];
        _tryMoreThanATenth(project, last);
        Charter memory charter = _charter(uint64(_nearly(last.budget)), uint48(_nearly(last.rate)));
        charter.statement = keccak256(abi.encode("amendment", acts));
        StatementId statement = project == 0 ? StatementId.wrap(0) : _reviewed(project, charter);
        bool twice = last.from > _epoch();
        vm.prank(_coop.timelock);
        try this.voted(statement, project, charter) {
            if (twice) _blame("a charter was amended twice in an epoch");
        } catch {
            if (!twice) _blame("an amendment by a tenth was refused");
        }
        if (twice) return false;
        _bound[project].push(Bound(_epoch() + 1, charter.budget, charter.rates[0]));
        return true;
    }

    /// What a vote on a charter executes: two calls that read alike here.
    function voted(StatementId statement, uint32 project, Charter calldata charter) external {
        require(msg.sender == _coop.timelock, "voted by the hands alone");
        vm.prank(_coop.timelock);
        if (project == 0) _coop.projects.amendCooperative(charter);
        else _coop.projects.admit(statement, 1, ProjectId.wrap(project), charter);
    }

    /// By vote, or by both stewards. From the next epoch on nothing new is recorded there.
    function _closeProject(uint32 project) internal returns (bool) {
        if (closedFrom[project] != 0) return false;
        if (_pick(2) == 0) {
            vm.prank(_coop.timelock);
            _coop.projects.close(ProjectId.wrap(project));
        } else {
            for (uint256 i = 1; i <= 2; ++i) {
                if (_coop.projects.closedFrom(ProjectId.wrap(project)) != 0) _blame("one of two stewards closed");
                vm.prank(keys[i]);
                _coop.projects.askToClose(ProjectId.wrap(project), true);
            }
        }
        closedFrom[project] = _epoch() + 1;
        vm.prank(_coop.timelock);
        try _coop.projects.close(ProjectId.wrap(project)) {
            _blame("a project was closed twice");
        } catch {}
        vm.prank(_coop.timelock);
        try _coop.projects.close(ProjectId.wrap(0)) {
            _blame("the cooperative was closed");
        } catch {}
        return true;
    }

    /// A statement that amends the project, reviewed by five; its days go by.
    function _reviewed(uint32 project, Charter memory charter) private returns (StatementId statement) {
        uint256 by = _pick(count);
        vm.prank(keys[1 + by]);
        statement = _coop.projects.draft(ProjectId.wrap(project), StatementId.wrap(0), new MemberId[](0), charter);
        vm.prank(keys[1 + by]);
        _coop.reviews.submit(statement);
        for (uint256 i = 1; i <= 5; ++i) {
            vm.prank(keys[1 + ((by + i) % count)]);
            _coop.reviews.review(statement, ALL_TWOS, 0, "");
        }
        time = _coop.reviews.submissionOf(statement).deadline;
        vm.warp(time);
    }

    function _tryMoreThanATenth(uint32 project, Bound memory last) private {
        uint64 budget = uint64(last.budget + last.budget / 10 + 1);
        if (budget > (1 << 48) - 1) budget = uint64(last.budget - last.budget / 10 - 1);
        Charter memory charter = _charter(budget, last.rate);
        charter.statement = keccak256(abi.encode("too much", acts));
        if (project == 0) {
            vm.prank(_coop.timelock);
            try _coop.projects.amendCooperative(charter) {
                _blame("a budget moved by more than a tenth");
            } catch {}
        } else {
            vm.prank(keys[1]);
            try _coop.projects.draft(ProjectId.wrap(project), StatementId.wrap(0), new MemberId[](0), charter) returns (
                StatementId
            ) {
                _blame("a budget was to move by more than a tenth");
            } catch {}
        }
    }

    /// A number up to a tenth away; at most the largest budget.
    function _nearly(uint256 number) private returns (uint256 next) {
        uint256 most = number / 10;
        next = number - most + _pick(2 * most + 1);
        if (next > (1 << 48) - 1) next = (1 << 48) - 1;
    }
}
