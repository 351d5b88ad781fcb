// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {MedianMath} from "../libraries/MedianMath.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {ContributionId, MemberId} from "../types/Ids.sol";
import {Lane, Stage} from "../types/Stages.sol";
import {IChallenges} from "./IChallenges.sol";
import {Claim, IContributionLedger} from "./IContributionLedger.sol";

/// @title Challenges
/// @notice Second rounds. See IChallenges.
/// @dev Beside the ledger and not in it, so that neither outgrows what a chain deploys; each names the other in its constructor.
/// What it may do to the ledger is one thing: say how many tenths of a sealed first value are in force, never more than all of it.
contract Challenges is IChallenges, OffNet {
    /// @notice How long a second round lasts.
    uint256 public constant SECOND_ROUND = 21 days;
    /// @notice How long a challenge that cut nothing keeps its slot.
    uint256 public constant SLOT_KEPT = 90 days;
    uint256 private constant MOST_ANSWERS = MedianMath.COUNTER_MASK;

    /// @notice A second round, one slot: 32 + 40 + 8 + 16 + 160 = 256 bits.
    struct Round {
        uint32 challenger;
        uint40 openedAt; //   seconds since 1970
        uint8 quorum;
        uint16 answers;
        uint160 counters; //  eleven of 14 bits: see MedianMath
    }

    /// @notice The members.
    IMemberRegistry public immutable members;
    /// @notice The claims.
    IContributionLedger public immutable contributions;
    /// @notice The numbers and the clock.
    Parameters public immutable parameters;

    mapping(ContributionId id => Round) private _rounds;
    mapping(ContributionId id => mapping(uint256 word => uint256)) private _answered;
    mapping(MemberId challenger => ContributionId[3]) private _slots;

    constructor(
        IMemberRegistry members_,
        IContributionLedger contributions_,
        Parameters parameters_,
        address relay_
    ) OffNet(relay_) {
        members = members_;
        contributions = contributions_;
        parameters = parameters_;
        address named = address(contributions_.challenges());
        if (named != address(this)) revert NamedOtherwise(named);
    }

    // --- members ---

    /// @inheritdoc IChallenges
    function challenge(MemberId by, bytes32 evidence) external {
        MemberId member = members.attester(_actor());
        ContributionId id = contributions.idOf(by, evidence);
        Claim memory claim = contributions.claimOf(id);
        if (claim.stage != Stage.Sealed || claim.inForce == 0) revert NotChallengeable(id, claim.stage);
        uint256 closed = claim.time + parameters.get(Parameter.WindowDays, claim.epoch) * 1 days;
        if (block.timestamp >= closed) revert WindowOver(id, closed);
        if (claim.by == member) revert OwnClaimChallenged(id, member);
        uint256 slot = _freeSlot(member);
        uint256 eligible = _eligible(id, claim, member);
        if (eligible < 2) revert NobodyToAsk(id, eligible);
        uint256 half = (eligible + 1) / 2;
        // forge-lint: disable-next-line(unsafe-typecast): 2 to 5.
        uint8 quorum = uint8(
            half < 2
                ? 2
                : half > 5
                    ? 5
                    : half
        );
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        _rounds[id] = Round(MemberId.unwrap(member), uint40(block.timestamp), quorum, 0, 0);
        _slots[member][slot] = id;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        emit Challenged(id, member, quorum, uint40(block.timestamp + SECOND_ROUND));
        contributions.reopen(id);
    }

    /// @inheritdoc IChallenges
    function answer(MemberId by, bytes32 evidence, uint8 tenths) external {
        MemberId member = members.attester(_actor());
        ContributionId id = contributions.idOf(by, evidence);
        Round memory round = _rounds[id];
        if (round.openedAt == 0) revert NotChallenged(id);
        if (!isOpen(id)) revert RoundOver(id, round.openedAt + SECOND_ROUND);
        _checkMayAnswer(id, round, member, tenths);
        _mark(id, member);
        // forge-lint: disable-next-line(unsafe-typecast): eleven counters of 14 bits.
        round.counters = uint160(MedianMath.addTenths(round.counters, tenths));
        ++round.answers;
        _rounds[id] = round;
        uint8 inForce = round.answers < round.quorum ? 10 : _median(round);
        emit Answered(id, member, tenths, round.answers, inForce);
        contributions.settle(id, member, inForce);
    }

    // --- views ---

    /// @inheritdoc IChallenges
    function isOpen(ContributionId id) public view returns (bool) {
        uint256 openedAt = _rounds[id].openedAt;
        return openedAt != 0 && block.timestamp < openedAt + SECOND_ROUND;
    }

    /// @inheritdoc IChallenges
    function roundOf(
        ContributionId id
    ) external view returns (MemberId challenger, uint40 closesAt, uint8 quorum, uint16 answers, uint8 tenths) {
        Round memory round = _rounds[id];
        if (round.openedAt == 0) revert NotChallenged(id);
        challenger = MemberId.wrap(round.challenger);
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        closesAt = uint40(round.openedAt + SECOND_ROUND);
        (quorum, answers, tenths) = (round.quorum, round.answers, _median(round));
    }

    /// @inheritdoc IChallenges
    function hasAnswered(ContributionId id, MemberId member) public view returns (bool) {
        uint256 number = MemberId.unwrap(member);
        return _answered[id][number >> 8] & (1 << (number & 0xff)) != 0;
    }

    /// @inheritdoc IChallenges
    function slotsOf(MemberId member) external view returns (uint256[3] memory freeAt) {
        for (uint256 i; i < 3; ++i) freeAt[i] = _freeAt(_slots[member][i]);
    }

    // --- private ---

    function _checkMayAnswer(ContributionId id, Round memory round, MemberId member, uint8 tenths) private view {
        Claim memory claim = contributions.claimOf(id);
        uint32 epoch = parameters.currentEpoch();
        if (!contributions.isEnrolled(claim.project, member, epoch)) {
            revert AnswererNotEnrolled(claim.project, member, epoch);
        }
        bool own = _among(contributions.ownersOf(id), member) || _among(contributions.attestersOf(id), member);
        if (own || MemberId.unwrap(member) == round.challenger) revert NotNewToClaim(id, member);
        members.checkUnrelated(_actor(), contributions.ownersOf(id));
        if (hasAnswered(id, member)) revert RoundAnswered(id, member);
        if (tenths > 10 || (claim.lane > Lane.Joint && tenths % 10 != 0)) revert TenthsInvalid(tenths);
        if (round.answers == MOST_ANSWERS) revert RoundFull(id);
    }

    function _mark(ContributionId id, MemberId member) private {
        uint256 number = MemberId.unwrap(member);
        _answered[id][number >> 8] |= 1 << (number & 0xff);
    }

    function _median(Round memory round) private pure returns (uint8) {
        // forge-lint: disable-next-line(unsafe-typecast): at most 10.
        return round.answers == 0 ? 10 : uint8(MedianMath.upperOfTenths(round.counters, round.answers));
    }

    function _freeSlot(MemberId member) private view returns (uint256 slot) {
        for (; slot < 3; ++slot) if (block.timestamp >= _freeAt(_slots[member][slot])) return slot;
        revert NoChallengeSlot(member);
    }

    /// @dev A slot comes back after the round if the value was cut by a tenth or more, else 90 days after the challenge.
    function _freeAt(ContributionId id) private view returns (uint256) {
        if (ContributionId.unwrap(id) == 0) return 0;
        Round memory round = _rounds[id];
        bool counts = round.answers >= round.quorum;
        uint256 over = round.openedAt + SECOND_ROUND;
        return block.timestamp >= over && counts && _median(round) < 10 ? over : round.openedAt + SLOT_KEPT;
    }

    /// @dev How many who attest in the project now could answer: all but the challenger, the claim's own people and the first attesters.
    function _eligible(ContributionId id, Claim memory claim, MemberId challenger) private view returns (uint256 free) {
        uint32 epoch = parameters.currentEpoch();
        free = contributions.enrolledNow(claim.project);
        MemberId[] memory own = contributions.ownersOf(id);
        MemberId[] memory first = contributions.attestersOf(id);
        free -= _enrolledAmong(claim, own, epoch) + _enrolledAmong(claim, first, epoch);
        if (_among(own, challenger) || _among(first, challenger)) return free;
        if (contributions.isEnrolled(claim.project, challenger, epoch)) --free;
    }

    function _enrolledAmong(
        Claim memory claim,
        MemberId[] memory list,
        uint32 epoch
    ) private view returns (uint256 count) {
        for (uint256 i; i < list.length; ++i) {
            if (contributions.isEnrolled(claim.project, list[i], epoch)) ++count;
        }
    }

    function _among(MemberId[] memory list, MemberId member) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == member) return true;
        return false;
    }
}
