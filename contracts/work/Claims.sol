// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Parameter} from "../base/Parameters.sol";
import {AnswerSheet} from "../libraries/AnswerSheet.sol";
import {SplitMath} from "../libraries/SplitMath.sol";
import {Words} from "../libraries/Words.sol";
import {ContributionId, MemberId, ProjectId} from "../types/Ids.sol";
import {Lane, Stage} from "../types/Stages.sol";
import {Attesting} from "./Attesting.sol";
import {ClaimWord, Stored} from "./ClaimWord.sol";
import {IChallenges} from "./IChallenges.sol";
import {Claim, IContributionLedger, Sums} from "./IContributionLedger.sol";

/// @title Claims
/// @notice What is kept of claims, and the one place where credit changes.
/// @dev A claim's id is the hash of its maker and its evidence, so that the digest need not be stored and no counter is written:
/// whoever answers names maker and digest. A sealed claim's value in force is derived from its sheet and its round, never stored.
abstract contract Claims is Attesting {
    using AnswerSheet for uint256;
    using ClaimWord for Stored;
    using ClaimWord for uint256;
    using SplitMath for uint256;
    using Words for mapping(uint256 => uint256);

    /// @dev How long a claim waits for its first answers.
    uint256 internal constant LAPSE = 90 days;

    /// @notice The sums of a project and epoch, one slot: 4 × 64 bits. Micro-units.
    struct Book {
        uint64 direct;
        uint64 batches;
        uint64 stop;
        uint64 budget; // 0: nothing ever counted in this epoch
    }

    /// @inheritdoc IContributionLedger
    /// @dev The only contract that may revalue a sealed claim.
    IChallenges public immutable challenges;

    mapping(ContributionId id => uint256 word) private _claims;
    mapping(ContributionId id => uint256) internal _sheets;
    mapping(ContributionId id => uint256) internal _details; // a joint record's split, a batch's sum
    mapping(bytes32 evidence => ContributionId) public takenBy;
    mapping(ProjectId project => mapping(uint32 epoch => Book)) internal _books;
    mapping(ProjectId project => uint32[]) internal _creditedEpochs;
    mapping(ProjectId project => mapping(MemberId member => mapping(uint256 word => uint256))) private _credits;

    constructor(IChallenges challenges_) {
        challenges = challenges_;
    }

    // --- reading ---

    /// @inheritdoc IContributionLedger
    function idOf(MemberId by, bytes32 evidence) public pure returns (ContributionId) {
        return ContributionId.wrap(keccak256(abi.encode(by, evidence)));
    }

    /// @dev The word of a claim; empty where none was made. It is unpacked where it is used: a function that returns the struct would
    /// fill a second one with zeros.
    function _word(ContributionId id) internal view returns (uint256) {
        return _claims[id];
    }

    function _write(ContributionId id, Stored memory claim) internal {
        _claims[id] = claim.pack();
    }

    function _checkMade(ContributionId id, Stored memory claim) internal pure {
        if (claim.stage == Stage.None) revert NoSuchClaim(id);
    }

    /// @dev Whether the claim waits for its other side or for first answers.
    function _checkWaiting(ContributionId id, Stored memory claim) internal view {
        Stage stage = claim.stage;
        if (stage == Stage.None) revert NoSuchClaim(id);
        if (!_isWaiting(stage)) revert NotPending(id, stage);
        if (block.timestamp >= claim.time + LAPSE) revert Lapsed(id, claim.time + LAPSE);
    }

    /// @dev Whether the claim waits for first answers.
    function _checkPending(ContributionId id, Stored memory claim) internal view {
        _checkWaiting(id, claim);
        if (claim.stage != Stage.Pending) revert NotPending(id, claim.stage);
    }

    function _isWaiting(Stage stage) private pure returns (bool) {
        return stage == Stage.Pending || stage == Stage.Unconfirmed;
    }

    /// @dev Whether a claim's first value came from the sheet as pairs (a pending record's).
    function _inPairs(Stored memory claim) internal pure returns (bool) {
        return claim.stage == Stage.Pending && claim.lane <= Lane.Joint;
    }

    /// @dev The value that the first answers named, of a sealed claim; micro-units.
    function _first(ContributionId id, Stored memory claim) internal view returns (uint64) {
        // value is quantity × rate, so that the division leaves nothing.
        // forge-lint: disable-next-line(unsafe-typecast): at most `value`.
        return uint64((uint256(claim.value) * _sheets[id].top()) / claim.quantity);
    }

    /// @dev The value that counts now, of a sealed claim; micro-units.
    function _inForce(ContributionId id, Stored memory claim) internal view returns (uint64) {
        return _tenthsOf(_first(id, claim), claim.needed);
    }

    /// @dev Tenths of a value, rounded down.
    function _tenthsOf(uint64 value, uint256 tenths) internal pure returns (uint64) {
        // forge-lint: disable-next-line(unsafe-typecast): at most `value`.
        return uint64((uint256(value) * tenths) / 10);
    }

    /// @dev Whether what the claim took (evidence, identity, member) is still taken: it counts, or its second round may revive it.
    function _holds(ContributionId id) internal view returns (bool) {
        if (ContributionId.unwrap(id) == 0) return false;
        Stored memory claim = _word(id).unpack();
        if (claim.stage != Stage.Sealed && claim.stage != Stage.Challenged) return false;
        if (_inForce(id, claim) > 0) return true;
        return claim.stage == Stage.Challenged && challenges.isOpen(id);
    }

    function _checkFree(bytes32 evidence) internal view {
        ContributionId id = takenBy[evidence];
        if (_holds(id)) revert EvidenceTaken(evidence, id);
    }

    /// @dev The claim's own people: who made it, who shares in it, whom it binds. Each once.
    function _own(ContributionId id, Stored memory claim) internal view returns (MemberId[] memory own) {
        MemberId by = MemberId.wrap(claim.by);
        if (claim.lane == Lane.Joint) {
            uint256 split = _details[id];
            uint256 others = split.otherCount();
            own = new MemberId[](others + 1);
            own[0] = by;
            for (uint256 i; i < others; ++i) {
                (uint32 other, ) = split.otherAt(i);
                own[i + 1] = MemberId.wrap(other);
            }
            return own;
        }
        MemberId bound = claim.lane == Lane.Binding ? _boundMember(id) : by;
        own = new MemberId[](bound == by ? 1 : 2);
        own[0] = by;
        if (bound != by) own[1] = bound;
    }

    /// @dev Those of a record's own people who share in it: all, but for one who only confirms it. `own` as `_own` gives it.
    function _sharing(
        ContributionId id,
        Stored memory claim,
        MemberId[] memory own
    ) internal view returns (MemberId[] memory sharing) {
        if (claim.lane != Lane.Joint || !_details[id].onlyConfirmed()) return own;
        sharing = new MemberId[](own.length - 1);
        sharing[0] = own[0];
        for (uint256 i = 1; i < sharing.length; ++i) sharing[i] = own[i + 1];
    }

    /// @dev Of a binding: the member it names.
    function _boundMember(ContributionId id) internal view virtual returns (MemberId);

    // --- making ---

    /// @dev Dates a claim that is to be made, or made anew where the one before came to nothing, and keeps its detail. The caller writes it.
    function _open(ContributionId id, Stored memory claim, uint256 detail) internal {
        Stored memory old = _word(id).unpack();
        if (old.stage != Stage.None) _checkAnew(id, old, claim, detail);
        if (detail != 0) _details[id] = detail;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        claim.time = uint40(block.timestamp);
        claim.stage = Stage.Pending;
    }

    /// @dev Answers name maker, evidence and quantity alone: one that was meant for the claim before must not find other terms here.
    function _checkAnew(ContributionId id, Stored memory old, Stored memory claim, uint256 detail) private view {
        bool free =
            old.stage == Stage.Withdrawn ||
                (_isWaiting(old.stage) && block.timestamp >= old.time + LAPSE) ||
                (old.stage == Stage.Sealed && _first(id, old) == 0);
        if (!free) revert AlreadyRecorded(id);
        bool same =
            old.project == claim.project &&
                old.lane == claim.lane &&
                old.quantity == claim.quantity &&
                old.value == claim.value &&
                (detail == 0 || _details[id] == detail);
        if (!same && block.timestamp < old.time + 2 * LAPSE) revert MadeWithOtherTerms(id, old.time + 2 * LAPSE);
    }

    // --- counting ---

    /// @dev Moves a claim's value from one number to another, in the epoch in which it counts.
    function _revalue(ContributionId id, Stored memory claim, uint64 from, uint64 to) internal {
        if (from == to || claim.lane == Lane.Binding) return;
        ProjectId project = ProjectId.wrap(claim.project);
        Book memory book = _book(project, claim.epoch);
        if (claim.lane == Lane.Batch) {
            book.batches = book.batches - from + to;
            _books[project][claim.epoch].batches = book.batches;
            emit BatchesCredited(project, claim.epoch, book.batches);
            return;
        }
        if (claim.lane == Lane.Record) {
            _credit(project, claim.epoch, MemberId.wrap(claim.by), from, to, book);
        } else {
            MemberId[] memory own = _own(id, claim);
            uint256 split = _details[id];
            (uint64[] memory before, uint64[] memory next) = (split.shareOut(from), split.shareOut(to));
            for (uint256 i; i < own.length; ++i) {
                if (before[i] != next[i]) _credit(project, claim.epoch, own[i], before[i], next[i], book);
            }
        }
        _books[project][claim.epoch].direct = book.direct;
    }

    /// @dev The one place where a member's credit changes; the stop is corrected at every change, in `book`.
    function _credit(
        ProjectId project,
        uint32 epoch,
        MemberId member,
        uint64 from,
        uint64 to,
        Book memory book
    ) private {
        mapping(uint256 => uint256) storage credits = _credits[project][member];
        uint64 old = credits.get(epoch);
        uint64 next = old - from + to;
        credits.set(epoch, next);
        book.direct = book.direct - _upTo(old, book.stop) + _upTo(next, book.stop);
        emit Credited(project, epoch, member, next, book.direct);
    }

    /// @dev The epoch's sums; the first time, budget and stop are read and the epoch joins the list.
    function _book(ProjectId project, uint32 epoch) private returns (Book memory book) {
        book = _books[project][epoch];
        if (book.budget != 0) return book;
        (book.budget, ) = projects.budgetAt(project, epoch);
        book.stop = _stop(book.budget, epoch);
        _books[project][epoch] = book;
        _creditedEpochs[project].push(epoch);
    }

    function _stop(uint64 budget, uint32 epoch) private view returns (uint64) {
        // forge-lint: disable-next-line(unsafe-typecast): at most a quarter of the budget.
        return uint64((uint256(budget) * parameters.get(Parameter.StopPercent, epoch)) / 100);
    }

    function _upTo(uint64 amount, uint64 most) internal pure returns (uint64) {
        return amount < most ? amount : most;
    }

    // --- views ---

    /// @inheritdoc IContributionLedger
    function claimOf(ContributionId id) external view returns (Claim memory claim) {
        Stored memory stored = _word(id).unpack();
        _checkMade(id, stored);
        bool isSealed = stored.stage == Stage.Sealed || stored.stage == Stage.Challenged;
        claim = Claim({
            project: ProjectId.wrap(stored.project),
            by: MemberId.wrap(stored.by),
            lane: stored.lane,
            stage: stored.stage,
            quantity: stored.quantity,
            value: stored.value,
            time: stored.time,
            epoch: stored.epoch,
            tier: stored.tier,
            needed: isSealed ? stored.answered : stored.needed,
            answered: stored.answered,
            named: isSealed ? _sheets[id].top() : 0,
            inForce: isSealed ? _inForce(id, stored) : 0
        });
    }

    /// @inheritdoc IContributionLedger
    function attestersOf(ContributionId id) public view returns (MemberId[] memory attesters) {
        Stored memory claim = _word(id).unpack();
        _checkMade(id, claim);
        uint256 sheet = _sheets[id];
        bool pairs = _inPairs(claim);
        attesters = new MemberId[](claim.answered);
        for (uint256 i; i < claim.answered; ++i) attesters[i] = MemberId.wrap(sheet.memberAt(i, pairs));
    }

    /// @inheritdoc IContributionLedger
    function ownersOf(ContributionId id) external view returns (MemberId[] memory) {
        Stored memory claim = _word(id).unpack();
        _checkMade(id, claim);
        return _own(id, claim);
    }

    /// @inheritdoc IContributionLedger
    function sumsOf(ProjectId project, uint32 epoch) external view returns (Sums memory sums) {
        Book memory book = _books[project][epoch];
        if (book.budget == 0) {
            (book.budget, ) = projects.budgetAt(project, epoch);
            book.stop = _stop(book.budget, epoch);
        }
        uint64 part = _upTo(book.batches, book.budget / 2);
        sums = Sums(book.budget, book.stop, book.direct, book.batches, part, book.direct + part);
    }

    /// @inheritdoc IContributionLedger
    function creditOf(ProjectId project, uint32 epoch, MemberId member) external view returns (uint64) {
        return _upTo(_credits[project][member].get(epoch), _books[project][epoch].stop);
    }

    /// @inheritdoc IContributionLedger
    function creditedEpochCount(ProjectId project) external view returns (uint256) {
        return _creditedEpochs[project].length;
    }

    /// @inheritdoc IContributionLedger
    function creditedEpoch(ProjectId project, uint256 index) external view returns (uint32) {
        return _creditedEpochs[project][index];
    }
}
