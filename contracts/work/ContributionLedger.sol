// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Parameters} from "../base/Parameters.sol";
import {AnswerSheet} from "../libraries/AnswerSheet.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {MedianMath} from "../libraries/MedianMath.sol";
import {SplitMath} from "../libraries/SplitMath.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {ContributionId, MemberId, NOBODY, ProjectId} from "../types/Ids.sol";
import {Kind, Lane, Stage} from "../types/Stages.sol";
import {Attesting} from "./Attesting.sol";
import {Claims} from "./Claims.sol";
import {ClaimWord, Stored} from "./ClaimWord.sol";
import {IChallenges} from "./IChallenges.sol";
import {BatchTerms, IContributionLedger, Part, Report} from "./IContributionLedger.sol";
import {IProjectRegistry} from "./IProjectRegistry.sol";

/// @title ContributionLedger
/// @notice Records, batches and bindings, their attestation, and their second rounds. See IContributionLedger.
/// @dev Every act has the same beats: who speaks, what is upstream, checks, effects, event. There is no external call but reading.
contract ContributionLedger is Claims {
    using AnswerSheet for uint256;
    using ClaimWord for uint256;
    using SplitMath for uint256;

    uint256 private constant UNBOUND_AFTER = 3 * 365 days;
    uint8 private constant BATCH_TIER = 7;
    uint8 private constant BINDING_TIER = 3;

    /// @notice What a binding adds to its claim.
    struct Binding {
        bytes32 identity;
        MemberId member;
    }

    mapping(ContributionId id => bytes32) private _roots; // of batches; the sum is the claim's detail
    mapping(ContributionId id => Binding) private _bindings;
    mapping(MemberId member => ContributionId) private _identified;
    mapping(bytes32 identity => ContributionId) public bindingOf;

    /// @param challenges_ the address that Challenges will have: each names the other
    constructor(
        IMemberRegistry members_,
        IProjectRegistry projects_,
        Parameters parameters_,
        IChallenges challenges_,
        address relay_
    ) Attesting(members_, projects_, parameters_) Claims(challenges_) OffNet(relay_) {}

    modifier onlyChallenges() {
        if (msg.sender != address(challenges)) revert OnlyChallenges(msg.sender);
        _;
    }

    // --- members: the direct lane ---

    /// @inheritdoc IContributionLedger
    function record(Report calldata report) external returns (ContributionId id) {
        MemberId by = members.recorder(_actor());
        _checkReport(report);
        id = idOf(by, report.evidence);
        Stored memory claim = _priced(report, by);
        bool twoSided = report.kind == Kind.Experience || report.kind == Kind.Learning;
        if (twoSided && report.split.length < 2) revert OtherSideMissing(report.kind);
        uint256 split;
        if (report.split.length != 0) {
            split = _packSplit(by, report.split, twoSided);
            claim.lane = Lane.Joint;
        }
        _open(id, claim, split);
        if (twoSided) {
            claim.stage = Stage.Unconfirmed;
            _sheets[id] = uint256(reportDigest(report)); // the sheet's place is free until the first answer
        }
        _count(id, claim);
        _write(id, claim);
        _emitRecorded(id, claim, report);
    }

    /// @inheritdoc IContributionLedger
    function confirm(MemberId by, bytes32 evidence, bytes32 report) external {
        MemberId member = members.recorder(_actor());
        ContributionId id = idOf(by, evidence);
        Stored memory claim = _word(id).unpack();
        _checkWaiting(id, claim);
        if (claim.stage != Stage.Unconfirmed) revert NotUnconfirmed(id, claim.stage);
        (uint32 other, ) = _details[id].otherAt(0);
        if (other != MemberId.unwrap(member)) revert NotTheOtherSide(id, member);
        bytes32 recorded = bytes32(_sheets[id]);
        if (report != recorded) revert RecordedOtherwise(id, recorded, report);
        claim.stage = Stage.Pending;
        _write(id, claim);
        emit Confirmed(id, member);
    }

    /// @inheritdoc IContributionLedger
    function withdraw(MemberId by, bytes32 evidence) external {
        MemberId member = members.memberOf(_actor());
        ContributionId id = idOf(by, evidence);
        Stored memory claim = _word(id).unpack();
        _checkWaiting(id, claim);
        if (!_isOwn(id, claim, member)) revert NotYours(id, member);
        if (claim.answered != 0) revert AnswersGiven(id, claim.answered);
        claim.stage = Stage.Withdrawn;
        _write(id, claim);
        emit Withdrawn(id, member);
    }

    // --- members: answers ---

    /// @inheritdoc IContributionLedger
    function attest(MemberId by, bytes32 evidence, uint32 quantity) external {
        _attest(members.attester(_actor()), by, evidence, quantity);
    }

    /// @inheritdoc IContributionLedger
    function attestMany(MemberId[] calldata by, bytes32[] calldata evidence, uint32[] calldata quantities) external {
        MemberId attester = members.attester(_actor());
        for (uint256 i; i < by.length; ++i) _attest(attester, by[i], evidence[i], quantities[i]);
    }

    // --- second rounds ---

    /// @inheritdoc IContributionLedger
    function reopen(ContributionId id) external onlyChallenges {
        Stored memory claim = _word(id).unpack();
        claim.stage = Stage.Challenged;
        _write(id, claim);
    }

    /// @inheritdoc IContributionLedger
    function settle(ContributionId id, MemberId attester, uint8 tenths) external onlyChallenges {
        Stored memory claim = _word(id).unpack();
        if (tenths != claim.needed) {
            uint64 first = _first(id, claim);
            uint64 before = _tenthsOf(first, claim.needed);
            uint64 next = _tenthsOf(first, tenths);
            claim.needed = tenths;
            _write(id, claim);
            emit Revalued(id, next);
            _revalue(id, claim, before, next);
        }
        ProjectId project = ProjectId.wrap(claim.project);
        uint32 epoch = _epoch();
        (uint256 terms, uint256 place) = _enrolment(project, attester, epoch);
        _stay(project, attester, terms, place, _season(project, epoch));
    }

    // --- stewards: the batch lane ---

    /// @inheritdoc IContributionLedger
    function postBatch(
        ProjectId project,
        bytes32 root,
        uint64 sum,
        uint64 credit,
        bytes32 dataDigest,
        string calldata uri
    ) external returns (ContributionId id) {
        MemberId by = _steward(project);
        uint32 epoch = _epoch();
        (uint64 most, ) = projects.budgetAt(project, epoch);
        most /= 2;
        if (sum == 0 || sum >= 1 << 63 || credit == 0 || credit > most) revert BatchOutOfBounds(sum, credit, most);
        id = idOf(by, root);
        uint8 needed = _openVoted(id, project, by, Lane.Batch, credit, BATCH_TIER, sum);
        _roots[id] = root;
        emit BatchPosted(id, project, by, root, sum, credit, needed, dataDigest, uri);
    }

    /// @inheritdoc IContributionLedger
    function proposeBinding(ProjectId project, bytes32 identity, MemberId member) external returns (ContributionId id) {
        MemberId by = _steward(project);
        members.keyOf(member);
        _checkUnbound(identity, member);
        id = idOf(by, bindingEvidence(project, identity, member));
        _bindings[id] = Binding(identity, member);
        uint8 needed = _openVoted(id, project, by, Lane.Binding, 1, BINDING_TIER, 0);
        emit BindingProposed(id, project, by, identity, member, needed);
    }

    // --- views ---

    /// @inheritdoc IContributionLedger
    function reportDigest(Report calldata report) public pure returns (bytes32) {
        return keccak256(abi.encode(report));
    }

    /// @inheritdoc IContributionLedger
    function bindingEvidence(ProjectId project, bytes32 identity, MemberId member) public pure returns (bytes32) {
        return keccak256(abi.encode(project, identity, member));
    }

    /// @inheritdoc IContributionLedger
    function batchTerms(ContributionId id) public view returns (BatchTerms memory terms) {
        Stored memory claim = _word(id).unpack();
        bool isSealed = claim.stage == Stage.Sealed || claim.stage == Stage.Challenged;
        uint64 credit = claim.lane == Lane.Batch && isSealed ? _inForce(id, claim) : 0;
        if (credit == 0) revert NotABatch(id);
        // forge-lint: disable-next-line(unsafe-typecast): below 2^63, checked when it was posted.
        uint64 sum = uint64(_details[id]);
        terms = BatchTerms(ProjectId.wrap(claim.project), claim.epoch, _roots[id], sum, credit);
    }

    /// @inheritdoc IContributionLedger
    function leafOwner(ContributionId id, bytes32 identity) external view returns (bool known, MemberId owner) {
        uint256 deadline = EpochMath.start(_genesis, batchTerms(id).epoch + 2) + UNBOUND_AFTER;
        owner = _boundTo(identity, deadline);
        if (owner == NOBODY) return (block.timestamp >= deadline, NOBODY);
        // An attester of a batch has nothing of it: his leaf is the reserve's.
        bool attested = _sheets[id].holds(_word(id).unpack().answered, false, MemberId.unwrap(owner));
        return (true, attested ? NOBODY : owner);
    }

    /// @dev The member an identity is bound to, if the binding counts now and came to count before the deadline.
    function _boundTo(bytes32 identity, uint256 deadline) private view returns (MemberId) {
        ContributionId id = bindingOf[identity];
        if (ContributionId.unwrap(id) == 0) return NOBODY;
        Stored memory binding = _word(id).unpack();
        uint256 counts = binding.time + EpochMath.EPOCH;
        bool stands = _inForce(id, binding) > 0 && block.timestamp >= counts && counts <= deadline;
        return stands ? _bindings[id].member : NOBODY;
    }

    // --- private: recording ---

    function _checkReport(Report calldata report) private view {
        if (report.occurredAt > block.timestamp || report.occurredAt + LAPSE < block.timestamp) {
            revert DateOutOfBounds(report.occurredAt, block.timestamp - LAPSE, block.timestamp);
        }
        _checkFree(report.evidence);
    }

    /// @dev A record's claim, with its value at the rate of this epoch.
    function _priced(Report calldata report, MemberId by) private view returns (Stored memory claim) {
        uint32 epoch = _epoch();
        (uint48 rate, uint64 budget) = projects.cardAt(report.project, report.kind, epoch);
        uint256 value = uint256(report.quantity) * rate;
        if (value == 0 || value > budget) revert ValueOutOfBounds(value, budget);
        claim.project = ProjectId.unwrap(report.project);
        claim.by = MemberId.unwrap(by);
        claim.quantity = report.quantity;
        // forge-lint: disable-next-line(unsafe-typecast): at most the budget.
        claim.value = uint64(value);
        // forge-lint: disable-next-line(unsafe-typecast): five thousand years.
        claim.epoch = uint16(epoch);
        claim.lane = Lane.Record;
    }

    function _emitRecorded(ContributionId id, Stored memory claim, Report calldata report) private {
        emit Recorded(
            id,
            report.project,
            MemberId.wrap(claim.by),
            report.kind,
            report.quantity,
            claim.value,
            report.evidence,
            report.occurredAt,
            claim.tier,
            claim.needed,
            report.split,
            report.uri
        );
    }

    /// @dev Fixes how many answers a record needs, by its contributors' running totals, and refuses what nobody could afford.
    function _count(ContributionId id, Stored memory claim) private {
        ProjectId project = ProjectId.wrap(claim.project);
        MemberId[] memory own = _own(id, claim);
        Season memory season = _season(project, claim.epoch);
        uint256 total = _countRecorded(project, _sharing(id, claim, own), claim.value, claim.epoch);
        claim.tier =
            total * 1000 <= season.budget
                ? 2
                : total * 100 <= season.budget
                    ? 3
                    : 5;
        claim.needed = _needed(project, claim.tier, own, season);
        uint256 limit = _limit(season);
        if (season.enrolled >= PAIRS_FROM) limit /= 5;
        uint256 cost = _cost(claim.value, claim.needed);
        if (cost > limit) revert NobodyCouldAttest(cost, limit);
    }

    /// @dev `twoSided`: the second of the split is the other side, and may have no parts.
    function _packSplit(MemberId by, Part[] calldata split, bool twoSided) private view returns (uint256 packed) {
        if (split.length < 2 || split.length > SplitMath.MOST_OTHERS + 1) revert SplitInvalid(split.length);
        if (split[0].member != by || split[0].parts == 0) revert SplitInvalid(0);
        packed = SplitMath.begin(split[0].parts);
        for (uint256 i = 1; i < split.length; ++i) {
            if (split[i].parts == 0 && !(twoSided && i == 1)) revert SplitInvalid(i);
            for (uint256 j; j < i; ++j) if (split[i].member == split[j].member) revert SplitInvalid(i);
            if (!members.isActive(split[i].member)) revert ContributorNotActive(split[i].member);
            packed = packed.add(i - 1, MemberId.unwrap(split[i].member), split[i].parts);
        }
    }

    // --- private: answering ---

    function _attest(MemberId attester, MemberId by, bytes32 evidence, uint32 quantity) private {
        ContributionId id = idOf(by, evidence);
        Stored memory claim = _word(id).unpack();
        _checkPending(id, claim);
        ProjectId project = ProjectId.wrap(claim.project);
        uint32 epoch = _epoch();
        (uint256 terms, uint256 place) = _enrolment(project, attester, epoch);
        MemberId[] memory own = _own(id, claim);
        if (_among(own, attester)) revert OwnClaim(id, attester);
        members.checkUnrelated(_actor(), own);
        if (quantity > claim.quantity) revert QuantityAboveClaimed(quantity, claim.quantity);
        Season memory season = _season(project, epoch);
        _checkOpen(project, season);
        uint256 sheet = _begin(id, claim, own, season);
        bool pairs = _inPairs(claim);
        if (sheet.holds(claim.answered, pairs, MemberId.unwrap(attester))) revert AlreadyAnswered(id, attester);
        if (pairs) {
            _spend(project, attester, _sharing(id, claim, own), _cost(claim.value, claim.needed), season);
        }
        emit Attested(id, attester, quantity, claim.answered + 1, claim.needed, epoch);
        if (claim.answered + 1 == claim.needed) {
            _seal(id, claim, sheet, attester, quantity, evidence);
        } else {
            _sheets[id] =
                pairs
                    ? sheet.addPair(claim.answered, MemberId.unwrap(attester), quantity)
                    : sheet.addVote(claim.answered, MemberId.unwrap(attester), quantity == 1);
            ++claim.answered;
            _write(id, claim);
        }
        _stay(project, attester, terms, place, season);
    }

    /// @dev The sheet to add to. First answers are all of one epoch: when it has turned they begin anew, with that epoch's e.
    function _begin(
        ContributionId id,
        Stored memory claim,
        MemberId[] memory own,
        Season memory season
    ) private view returns (uint256) {
        if (claim.epoch == season.epoch) return claim.answered == 0 ? 0 : _sheets[id];
        // forge-lint: disable-next-line(unsafe-typecast): five thousand years.
        claim.epoch = uint16(season.epoch);
        claim.answered = 0;
        claim.needed = _needed(ProjectId.wrap(claim.project), claim.tier, own, season);
        return 0;
    }

    function _seal(
        ContributionId id,
        Stored memory claim,
        uint256 sheet,
        MemberId attester,
        uint32 quantity,
        bytes32 evidence
    ) private {
        uint32 named;
        if (_inPairs(claim)) {
            _checkFree(evidence);
            uint32[] memory quantities = sheet.quantities(claim.answered);
            quantities[claim.answered] = quantity;
            named = MedianMath.lower(quantities);
            sheet = sheet.sealPairs(claim.answered, MemberId.unwrap(attester), named);
            if (named != 0) takenBy[evidence] = id;
        } else {
            sheet = sheet.addVote(claim.answered, MemberId.unwrap(attester), quantity == 1);
            named = uint256(sheet.top()) * 2 > claim.needed ? 1 : 0;
            sheet = sheet.sealVotes(named == 1);
            if (named == 1 && claim.lane == Lane.Binding) _bind(id);
        }
        ++claim.answered;
        claim.needed = 10;
        claim.stage = Stage.Sealed;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        claim.time = uint40(block.timestamp);
        _sheets[id] = sheet;
        _write(id, claim);
        // forge-lint: disable-next-line(unsafe-typecast): at most `value`.
        uint64 value = uint64((uint256(claim.value) * named) / claim.quantity);
        emit Sealed(id, named, value, claim.epoch);
        _revalue(id, claim, 0, value);
    }

    function _bind(ContributionId id) private {
        Binding memory binding = _bindings[id];
        _checkUnbound(binding.identity, binding.member);
        bindingOf[binding.identity] = id;
        _identified[binding.member] = id;
    }

    /// @dev One to one: neither the identity nor the member has a binding that stands or may yet stand.
    function _checkUnbound(bytes32 identity, MemberId member) private view {
        ContributionId taken = bindingOf[identity];
        if (!_holds(taken)) taken = _identified[member];
        if (_holds(taken)) revert BindingTaken(identity, member, taken);
    }

    // --- private: batches ---

    function _steward(ProjectId project) private view returns (MemberId by) {
        by = members.recorder(_actor());
        if (!projects.isSteward(project, by)) revert NotSteward(project, by);
    }

    /// @dev Opens a claim that is answered by yes or no, and returns how many answers it needs.
    function _openVoted(
        ContributionId id,
        ProjectId project,
        MemberId by,
        Lane lane,
        uint64 value,
        uint8 tier,
        uint256 detail
    ) private returns (uint8) {
        uint32 epoch = _epoch();
        Stored memory claim;
        claim.project = ProjectId.unwrap(project);
        claim.by = MemberId.unwrap(by);
        (claim.quantity, claim.value, claim.lane, claim.tier) = (1, value, lane, tier);
        // forge-lint: disable-next-line(unsafe-typecast): five thousand years.
        claim.epoch = uint16(epoch);
        Season memory season = _season(project, epoch);
        _checkOpen(project, season);
        claim.needed = _needed(project, tier, _own(id, claim), season);
        _open(id, claim, detail);
        _write(id, claim);
        return claim.needed;
    }

    // --- private ---

    function _boundMember(ContributionId id) internal view override returns (MemberId) {
        return _bindings[id].member;
    }

    function _isOwn(ContributionId id, Stored memory claim, MemberId member) private view returns (bool) {
        return _among(_own(id, claim), member);
    }

    function _among(MemberId[] memory list, MemberId member) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == member) return true;
        return false;
    }
}
