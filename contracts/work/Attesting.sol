// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Parameters} from "../base/Parameters.sol";
import {OffNet} from "../base/OffNet.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {Terms} from "../libraries/Terms.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {MemberId, ProjectId} from "../types/Ids.sol";
import {IContributionLedger} from "./IContributionLedger.sol";
import {IProjectRegistry} from "./IProjectRegistry.sol";

/// @title Attesting
/// @notice Who attests where, and how much each may attest.
/// @dev The ring bound. With M = max(10, enrolled) and A = 7.5·B / M, an answer among n consumes 5/n of the claimed value v.
/// The lower median is a ring's own only if the ring gives 1 of 1, 2 of 2, 2 of 3, 3 of 4 or 3 of 5 answers, all of one epoch:
/// that costs it 5v, 5v, 3⅓v, 3¾v or 3v, at least 3v. A ring of k has k·A an epoch and so seals at most k·A / 3 = 2.5·k/M·B of
/// value, whatever it does. Attacked in test/proof/invariants and by the ring campaign.
abstract contract Attesting is IContributionLedger, OffNet {
    using Terms for uint256;

    /// @dev Below this many enrolled, an enrolment counts at once; budgets are as if so many were enrolled.
    uint256 internal constant FEW = 10;
    /// @dev From this many enrolled on, a pair spends a fifth of a budget at most.
    uint256 internal constant PAIRS_FROM = 12;

    /// @notice A project's head count, one slot: 32 + 32 + 32 + 64 + 8 = 168 bits.
    struct Season {
        uint32 epoch; //    in which the rest holds
        uint32 enrolled; // attest in this epoch
        uint32 next; //     will attest in the next one, as far as known
        uint64 budget; //   B of this epoch, micro-units; 0: no season was ever kept
        bool open; //       whether anything may be recorded or attested in this epoch
    }

    /// @notice What a member recorded and spent in a project, one slot: 32 + 96 + 32 + 64 = 224 bits. Micro-units.
    struct Tally {
        uint32 recordedIn; // the epoch of `recorded`
        uint96 recorded; //   claimed value of all records with this contributor, withdrawn ones included; whoever names him adds to it
        uint32 spentIn; //    the epoch of `spent`
        uint64 spent; //      of the attester's budget
    }

    /// @notice What two members spent on each other in a project, one slot.
    struct Pair {
        uint32 epoch;
        uint64 spent; // micro-units, both directions together
    }

    /// @notice The members.
    IMemberRegistry public immutable members;
    /// @notice The projects.
    IProjectRegistry public immutable projects;
    /// @notice The numbers and the clock.
    Parameters public immutable parameters;
    /// @dev The cooperative's first second, kept here so that an act need not ask for the epoch.
    uint256 internal immutable _genesis;

    mapping(ProjectId project => Season) private _seasons;
    mapping(MemberId member => uint256) private _terms;
    mapping(ProjectId project => mapping(MemberId member => Tally)) private _tallies;
    mapping(ProjectId project => mapping(uint256 pair => Pair)) private _pairs;

    constructor(IMemberRegistry members_, IProjectRegistry projects_, Parameters parameters_) {
        members = members_;
        projects = projects_;
        parameters = parameters_;
        _genesis = parameters_.genesis();
    }

    /// @inheritdoc IContributionLedger
    function enrol(ProjectId project) external {
        MemberId member = members.attester(_actor());
        uint32 epoch = _epoch();
        Season memory season = _season(project, epoch);
        (uint256 terms, uint32 code) = (_terms[member], ProjectId.unwrap(project));
        bool already = terms.covers(code, epoch);
        if (!season.open && projects.closedFrom(project) != 0) _checkOpen(project, season);
        uint32 from = already || season.enrolled >= FEW || !season.open ? epoch + 1 : epoch;
        if (terms.covers(code, from)) revert AlreadyEnrolled(project, member, from);
        uint256 index = terms.find(code);
        if (index == Terms.MOST) index = terms.findFree(epoch);
        if (index == Terms.MOST) revert ThreeProjects(member);
        uint32 since = from;
        if (already) (, since, ) = terms.entry(index);
        _terms[member] = terms.put(index, code, since, from + 1);
        if (from == epoch) ++season.enrolled;
        else ++season.next;
        _seasons[project] = season;
        emit Enrolled(project, member, since, from);
    }

    // --- views ---

    /// @inheritdoc IContributionLedger
    function isEnrolled(ProjectId project, MemberId member, uint32 epoch) public view returns (bool) {
        return _terms[member].covers(ProjectId.unwrap(project), epoch);
    }

    /// @inheritdoc IContributionLedger
    function enrolledNow(ProjectId project) external view returns (uint256) {
        return _season(project, _epoch()).enrolled;
    }

    /// @inheritdoc IContributionLedger
    function attesterBudget(ProjectId project, MemberId member) external view returns (uint256 limit, uint256 spent) {
        uint32 epoch = _epoch();
        Tally memory tally = _tallies[project][member];
        return (_limit(_season(project, epoch)), tally.spentIn == epoch ? tally.spent : 0);
    }

    /// @inheritdoc IContributionLedger
    function recordedNow(ProjectId project, MemberId member) external view returns (uint256) {
        Tally memory tally = _tallies[project][member];
        return tally.recordedIn == _epoch() ? tally.recorded : 0;
    }

    // --- for the lanes ---

    function _epoch() internal view returns (uint32) {
        return EpochMath.epochAt(_genesis, block.timestamp);
    }

    /// @dev The season as it is in `epoch`, which is this one; stored or not.
    function _season(ProjectId project, uint32 epoch) internal view returns (Season memory season) {
        season = _seasons[project];
        if (season.epoch == epoch && season.budget != 0) return season;
        season.enrolled = season.epoch + 1 == epoch && season.budget != 0 ? season.next : 0;
        season.next = 0;
        season.epoch = epoch;
        (season.budget, season.open) = projects.budgetAt(project, epoch);
    }

    /// @dev What is unsealed when a project closes is void. Closing binds from an epoch on, so that a season knows. One that is
    /// neither open nor closed was admitted in this epoch, and is live from the next.
    function _checkOpen(ProjectId project, Season memory season) internal view {
        if (season.open) return;
        uint32 closed = projects.closedFrom(project);
        if (closed == 0) revert IProjectRegistry.ProjectNotLive(project, season.epoch + 1);
        revert IProjectRegistry.ProjectIsClosed(project, closed);
    }

    /// @dev The member's terms, and where among them the project's is. Reverts where it does not cover the epoch.
    function _enrolment(
        ProjectId project,
        MemberId member,
        uint32 epoch
    ) internal view returns (uint256 terms, uint256 place) {
        terms = _terms[member];
        place = terms.findCovering(ProjectId.unwrap(project), epoch);
        if (place == Terms.MOST) revert NotEnrolled(project, member, epoch);
    }

    /// @dev An answer carries the enrolment over by one epoch. `terms`, `place`: as `_enrolment` gave them.
    function _stay(ProjectId project, MemberId member, uint256 terms, uint256 place, Season memory season) internal {
        (, uint32 from, uint32 until) = terms.entry(place);
        if (until > season.epoch + 1) return;
        _terms[member] = terms.put(place, ProjectId.unwrap(project), from, season.epoch + 2);
        ++season.next;
        _seasons[project] = season;
        emit Enrolled(project, member, from, season.epoch + 1);
    }

    /// @dev Answers needed of a claim: min(tier, max(2, half of e)), never more than e; e = enrolled less the claim's own people.
    function _needed(
        ProjectId project,
        uint256 tier,
        MemberId[] memory own,
        Season memory season
    ) internal view returns (uint8) {
        uint256 free = season.enrolled;
        for (uint256 i; i < own.length; ++i) if (isEnrolled(project, own[i], season.epoch)) --free;
        if (free == 0) revert NobodyToAttest(project);
        uint256 half = free / 2 < 2 ? 2 : free / 2;
        uint256 needed = tier < half ? tier : half;
        // forge-lint: disable-next-line(unsafe-typecast): at most the tier, 7.
        return uint8(needed < free ? needed : free);
    }

    /// @dev A, in micro-units.
    function _limit(Season memory season) internal pure returns (uint256) {
        return (uint256(season.budget) * 15) / (2 * (season.enrolled > FEW ? season.enrolled : FEW));
    }

    /// @dev What one of `needed` answers consumes, rounded up, in micro-units.
    function _cost(uint64 value, uint256 needed) internal pure returns (uint256) {
        return (5 * uint256(value) + needed - 1) / needed;
    }

    /// @dev Counts a record for each contributor and returns the largest running total.
    function _countRecorded(
        ProjectId project,
        MemberId[] memory own,
        uint64 value,
        uint32 epoch
    ) internal returns (uint256 most) {
        for (uint256 i; i < own.length; ++i) {
            Tally memory tally = _tallies[project][own[i]];
            tally.recorded = (tally.recordedIn == epoch ? tally.recorded : 0) + value;
            tally.recordedIn = epoch;
            _tallies[project][own[i]] = tally;
            if (tally.recorded > most) most = tally.recorded;
        }
    }

    function _spend(
        ProjectId project,
        MemberId member,
        MemberId[] memory own,
        uint256 cost,
        Season memory season
    ) internal {
        uint256 limit = _limit(season);
        Tally memory tally = _tallies[project][member];
        uint256 wanted = (tally.spentIn == season.epoch ? tally.spent : 0) + cost;
        if (wanted > limit) revert BudgetSpent(member, wanted, limit);
        // forge-lint: disable-next-line(unsafe-typecast): at most the limit, below 2^57.
        (tally.spent, tally.spentIn) = (uint64(wanted), season.epoch);
        _tallies[project][member] = tally;
        if (season.enrolled < PAIRS_FROM) return;
        for (uint256 i; i < own.length; ++i) _spendPair(project, member, own[i], cost, limit / 5, season.epoch);
    }

    function _spendPair(ProjectId project, MemberId a, MemberId b, uint256 cost, uint256 limit, uint32 epoch) private {
        (uint256 x, uint256 y) = (MemberId.unwrap(a), MemberId.unwrap(b));
        Pair storage pair = _pairs[project][x < y ? (x << 32) | y : (y << 32) | x];
        uint256 wanted = (pair.epoch == epoch ? pair.spent : 0) + cost;
        if (wanted > limit) revert PairLimit(a, b, wanted, limit);
        // forge-lint: disable-next-line(unsafe-typecast): at most the limit, below 2^57.
        (pair.spent, pair.epoch) = (uint64(wanted), epoch);
    }
}
