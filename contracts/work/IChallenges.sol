// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ContributionId, MemberId, ProjectId} from "../types/Ids.sol";
import {Stage} from "../types/Stages.sol";

/// @title Challenges
/// @notice A sealed claim may be challenged once, in its window. A challenge changes nothing by itself: it opens a second round of
/// 21 days to every attester who has not answered yet. Once enough have answered, the upper median of their tenths is in force, and
/// each further answer corrects it, so that neither friends who void nor friends who confirm can be first.
interface IChallenges {
    /// @notice A second round is open until `closesAt` (seconds since 1970); from `quorum` answers on their upper median is in force.
    event Challenged(ContributionId indexed id, MemberId indexed challenger, uint8 quorum, uint40 closesAt);
    /// @notice A new attester answered with tenths of the first value; `inForce` tenths count now.
    event Answered(ContributionId indexed id, MemberId indexed attester, uint8 tenths, uint16 answers, uint8 inForce);

    /// @notice The ledger given names another address for its second rounds than this one would have.
    error NamedOtherwise(address named);
    /// @notice The claim is not sealed at a value above nothing, or a challenge was opened before.
    error NotChallengeable(ContributionId id, Stage stage);
    /// @notice The window for challenges is over. Seconds since 1970.
    error WindowOver(ContributionId id, uint256 closedAt);
    /// @notice All three challenge slots of the member are in use.
    error NoChallengeSlot(MemberId member);
    /// @notice Fewer than two attesters are left who could answer.
    error NobodyToAsk(ContributionId id, uint256 eligible);
    /// @notice Whoever made a claim does not challenge it; who was only named in it may.
    error OwnClaimChallenged(ContributionId id, MemberId member);
    /// @notice No challenge was opened.
    error NotChallenged(ContributionId id);
    /// @notice The second round is over. Seconds since 1970.
    error RoundOver(ContributionId id, uint256 closedAt);
    /// @notice The member does not attest in this project in this epoch, and so does not answer.
    error AnswererNotEnrolled(ProjectId project, MemberId member, uint32 epoch);
    /// @notice Challenger, the claim's own people and first attesters do not answer a second round.
    error NotNewToClaim(ContributionId id, MemberId member);
    /// @notice The member has answered this round.
    error RoundAnswered(ContributionId id, MemberId member);
    /// @notice An answer is 0 to 10 tenths; for a batch or a binding, 0 or 10.
    error TenthsInvalid(uint8 tenths);
    /// @notice The round has all the answers that it can count.
    error RoundFull(ContributionId id);

    /// @notice Opens a second round among attesters who have not answered yet.
    /// @dev Errors: those of IMemberRegistry.attester, NoSuchClaim, NotChallengeable, WindowOver, OwnClaimChallenged, NoChallengeSlot,
    /// NobodyToAsk. Emits Challenged.
    function challenge(MemberId by, bytes32 evidence) external;
    /// @notice Answers a second round with tenths of the first value.
    /// @dev Errors: those of IMemberRegistry.attester, NotChallenged, RoundOver, AnswererNotEnrolled, NotNewToClaim, RoundAnswered,
    /// TenthsInvalid, RoundFull. Emits Answered.
    function answer(MemberId by, bytes32 evidence, uint8 tenths) external;

    /// @notice Whether a second round of the claim is open now.
    function isOpen(ContributionId id) external view returns (bool);
    /// @notice A second round: who opened it, until when, from how many answers on it counts, how many came, and their upper median
    /// (10 while there is none). Reverts: NotChallenged.
    function roundOf(
        ContributionId id
    ) external view returns (MemberId challenger, uint40 closesAt, uint8 quorum, uint16 answers, uint8 tenths);
    /// @notice Whether the member answered the second round.
    function hasAnswered(ContributionId id, MemberId member) external view returns (bool);
    /// @notice When each of a member's three challenge slots is free again, in seconds since 1970; 0 or past: free now.
    function slotsOf(MemberId member) external view returns (uint256[3] memory freeAt);
}
