// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId, ProjectId, StatementId} from "../types/Ids.sol";
import {Closing, Grade, Kind} from "../types/Stages.sol";
import {IProjectReviews} from "./IProjectReviews.sol";

/// @notice What a project binds itself to, by number.
struct Charter {
    bytes32 statement; //  sha2-256 of the project statement's (项目说) canonical bytes; its CID is version 1, raw
    string uri; //         where the statement can be read, or the statement itself as a data: URI
    uint32 industry; //    industry code, as the statement explains it
    uint64 budget; //      B: value per epoch at most, micro-units, 1 to 2^48 - 1
    uint48[4] rates; //    the rate card: micro-units of value per unit of quantity, by `Kind`, to 2^40 - 1; 0: this kind is not recorded here
    uint8 minSurplus; //   percent of price, 5 to 50
    uint128 salesCap; //   per settlement token and epoch while on probation, in the token's smallest unit
    MemberId[] stewards; // 1 to 7, each once
}

/// @notice How a project stands, beside its rate card. One slot: 128 + 32 + 16 + 16 + 8 × 3 = 216 bits.
struct Footing {
    uint128 salesCap; //      per settlement token and epoch while on probation
    uint32 industry; //       industry code
    uint16 firstEpoch; //     from which it is live
    uint16 probationUntil; // the epoch from which it is on probation no more
    uint8 commonsPercent; //  of surplus, while on probation; 0: never was
    Grade grade; //           with which it was admitted
    Closing closing; //       who closed it
}

/// @notice What a charter says of sales today.
struct SaleTerms {
    bool open; //        live, and not closed
    bool steward; //     the member asked about is one
    bool onProbation; // sales are capped
    uint8 minSurplus; // percent of price
    uint128 salesCap; // per settlement token and epoch while on probation
}

/// @title Projects
/// @notice What the cooperative works on. Project 0 is the cooperative itself. Founding projects are live from the first second;
/// others begin as a statement that a member drafts, the seated review (IProjectReviews) and a vote admits. A charter binds from
/// the epoch after the vote's execution, and so do an amendment and a closing: within an epoch no term of value moves.
interface IProjectRegistry {
    /// @notice A project is live from `fromEpoch` on. The charter is given whole, so that the log alone tells the terms.
    event ProjectFounded(ProjectId indexed project, uint32 fromEpoch, Charter charter);
    /// @notice A member drafted a statement.
    /// @param project the project that it would amend; 0: it would be a new one
    /// @param previous the statement that it improves upon, as the proposer says; 0: none
    event StatementDrafted(
        StatementId indexed statement,
        MemberId indexed proposer,
        ProjectId indexed project,
        StatementId previous,
        MemberId[] cofounders,
        Charter charter
    );
    /// @notice A vote admitted a project, live from `fromEpoch` on.
    /// @param probationUntil the epoch from which it is on probation no more
    /// @param commonsPercent of surplus, until then
    event ProjectAdmitted(
        ProjectId indexed project,
        StatementId indexed statement,
        Grade grade,
        uint32 fromEpoch,
        uint32 probationUntil,
        uint8 commonsPercent,
        Charter charter
    );
    /// @notice A vote changed a project's charter from `fromEpoch` on; its stewards are changed at once.
    /// @param statement the statement that was admitted; 0: the cooperative's own charter was set by vote
    event ProjectAmended(ProjectId indexed project, StatementId indexed statement, uint32 fromEpoch, Charter charter);
    /// @notice A vote replaced the stewards.
    event StewardsReplaced(ProjectId indexed project, MemberId[] stewards);
    /// @notice A steward asks to close the project, or asks no more.
    /// @param asking how many stewards ask now
    event ClosingAsked(ProjectId indexed project, MemberId indexed steward, bool wanted, uint256 asking);
    /// @notice From `fromEpoch` on nothing new is recorded in the project and what is unsealed is void. What is sealed counts.
    event ProjectClosed(ProjectId indexed project, uint32 fromEpoch, Closing closing);

    /// @notice No project has this number.
    error NoSuchProject(ProjectId project);
    /// @notice The charter binds from a later epoch.
    error ProjectNotLive(ProjectId project, uint32 fromEpoch);
    /// @notice The project is closed from this epoch on.
    error ProjectIsClosed(ProjectId project, uint32 fromEpoch);
    /// @notice The charter of the project has no rate for this kind.
    error KindNotRecorded(ProjectId project, Kind kind);
    /// @notice The budget is zero or above the most. Micro-units.
    error BudgetOutOfBounds(uint64 budget, uint64 most);
    /// @notice A rate is above the most. Micro-units per unit.
    error RateOutOfBounds(Kind kind, uint48 rate, uint48 most);
    /// @notice The least surplus is outside its bounds. Percent.
    error MinSurplusOutOfBounds(uint8 minSurplus, uint8 least, uint8 most);
    /// @notice One to seven stewards are needed.
    error StewardsOutOfBounds(uint256 given, uint256 most);
    /// @notice A steward was named twice.
    error StewardTwice(MemberId steward);
    /// @notice The cooperative's own charter must be given.
    error NoCooperative();
    /// @notice At most seven founders beside the proposer.
    error CofoundersOutOfBounds(uint256 given, uint256 most);
    /// @notice A founder was named twice, or is the proposer.
    error CofounderTwice(MemberId cofounder);
    /// @notice This proposer drafted this document before.
    error StatementTaken(StatementId statement);
    /// @notice No statement has this id.
    error NoSuchStatement(StatementId statement);
    /// @notice The statement's review is not over, or it was submitted anew since the vote began.
    error NotReviewedNow(StatementId statement, uint16 submission, uint16 current);
    /// @notice With this grade nothing is admitted.
    error GradeTooLow(StatementId statement, Grade grade);
    /// @notice These are not the terms that the statement was drafted with.
    error TermsDiffer(StatementId statement, bytes32 drafted, bytes32 given);
    /// @notice An amendment moves the budget and each rate by a tenth at most; a kind is neither added nor dropped.
    error MoreThanATenth(uint256 current, uint256 wanted);
    /// @notice The project was amended in this epoch already.
    error AmendedThisEpoch(ProjectId project, uint32 fromEpoch);
    /// @notice The cooperative itself is not closed, and its charter is set by a vote without a statement's review.
    error CooperativeStays();
    /// @notice Only a steward of the project may do this.
    error NotStewardOf(ProjectId project, MemberId member);
    /// @notice The steward asked, or did not ask, already.
    error AskedAlready(ProjectId project, MemberId steward, bool wanted);

    // --- members ---

    /// @notice Drafts a statement, alone or with up to seven co-founders; `project` 0 is a new one. The id follows from the
    /// proposer and the document, so that a document is accepted once.
    /// @dev Errors: those of IMemberRegistry.recorder, StatementTaken, the bounds of a charter, NoSuchMember, CofoundersOutOfBounds,
    /// CofounderTwice; for an amendment also NoSuchProject, ProjectIsClosed, MoreThanATenth. Emits StatementDrafted.
    function draft(
        ProjectId project,
        StatementId previous,
        MemberId[] calldata cofounders,
        Charter calldata charter
    ) external returns (StatementId);
    /// @notice A steward asks to close the project, or takes that back. When more than half of the stewards ask, it is closed from
    /// the next epoch on. Errors: those of IMemberRegistry.memberOf, NoSuchProject, CooperativeStays, ProjectIsClosed, NotStewardOf, AskedAlready. Emits ClosingAsked, ProjectClosed.
    function askToClose(ProjectId project, bool wanted) external;

    // --- by vote ---

    /// @notice Makes a reviewed statement a project, or the charter of the project it amends, from the next epoch on.
    /// @param submission the submission that was reviewed; another one since then refuses
    /// @param charter as drafted; only its hash was kept
    /// @dev Errors: OnlyByVote, NoSuchStatement, NotReviewedNow, GradeTooLow, TermsDiffer; for an amendment also ProjectIsClosed,
    /// MoreThanATenth, AmendedThisEpoch. Emits ProjectAdmitted or ProjectAmended.
    function admit(StatementId statement, uint16 submission, ProjectId project, Charter calldata charter) external;
    /// @notice Sets the cooperative's own charter from the next epoch on. Errors: OnlyByVote, the bounds of a charter, MoreThanATenth, AmendedThisEpoch. Emits ProjectAmended.
    function amendCooperative(Charter calldata charter) external;
    /// @notice Replaces the stewards at once. Errors: OnlyByVote, NoSuchProject, StewardsOutOfBounds, StewardTwice, NoSuchMember. Emits StewardsReplaced.
    function replaceStewards(ProjectId project, MemberId[] calldata stewards) external;
    /// @notice Closes a project from the next epoch on. Errors: OnlyByVote, NoSuchProject, CooperativeStays, ProjectIsClosed. Emits ProjectClosed.
    function close(ProjectId project) external;

    // --- views ---

    /// @notice Where statements are graded.
    function reviews() external view returns (IProjectReviews);
    /// @notice How many projects there are, the cooperative included.
    function projectCount() external view returns (uint256);
    /// @notice The budget of an epoch, in micro-units, and whether anything may be recorded in it. Reverts: NoSuchProject.
    function budgetAt(ProjectId project, uint32 epoch) external view returns (uint64 budget, bool open);
    /// @notice Micro-units of value per unit of a kind, and the budget, both of an epoch. Reverts: NoSuchProject, ProjectNotLive, ProjectIsClosed, KindNotRecorded.
    function cardAt(ProjectId project, Kind kind, uint32 epoch) external view returns (uint48 rate, uint64 budget);
    /// @notice The rate card, budget and least surplus of an epoch. Reverts: NoSuchProject.
    function termsAt(
        ProjectId project,
        uint32 epoch
    ) external view returns (uint48[4] memory rates, uint64 budget, uint8 minSurplus);
    /// @notice What the charter of today says of a sale by this member. Reverts: NoSuchProject.
    function saleTerms(ProjectId project, MemberId seller) external view returns (SaleTerms memory);
    /// @notice The commons' part of surplus in an epoch, in percent, while the project is on probation; 0: it is not. Reverts: NoSuchProject.
    function probationCommons(ProjectId project, uint32 epoch) external view returns (uint8);
    /// @notice How a project stands. Reverts: NoSuchProject.
    function footingOf(ProjectId project) external view returns (Footing memory);
    /// @notice The epoch from which the project is closed; 0: it is open. Reverts: NoSuchProject.
    function closedFrom(ProjectId project) external view returns (uint32);
    /// @notice Whether the member is a steward of the project. Reverts: NoSuchProject.
    function isSteward(ProjectId project, MemberId member) external view returns (bool);
    /// @notice The stewards. Reverts: NoSuchProject.
    function stewardsOf(ProjectId project) external view returns (MemberId[] memory);
    /// @notice The statement that a proposer drafts with this document (sha2-256 of its canonical bytes).
    function statementId(MemberId proposer, bytes32 document) external pure returns (StatementId);
    /// @notice Proposer first, then co-founders, as eight ids of 32 bits, the first lowest, 0 where fewer; 0: no such statement.
    function authorsOf(StatementId statement) external view returns (uint256);
    /// @notice Whether a vote admitted the statement.
    function isAdmitted(StatementId statement) external view returns (bool);
}
