// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ContributionId, MemberId, ProjectId} from "../types/Ids.sol";
import {Kind, Lane, Stage} from "../types/Stages.sol";
import {IChallenges} from "./IChallenges.sol";

/// @notice One contributor's part of a joint record.
struct Part {
    MemberId member;
    uint8 parts; // 1 to 255, of the sum of all parts
}

/// @notice What a member says was done.
struct Report {
    ProjectId project;
    Kind kind;
    uint32 quantity; //   in the charter's unit
    bytes32 evidence; //  digest of the evidence manifest
    uint40 occurredAt; // seconds since 1970, at most 90 days back
    Part[] split; //      empty when alone; else two to seven people, the recorder first; of an experience or a learning its other side second
    string uri; //        what everyone may read of it, or where; may be empty
}

/// @notice A claim as its readers see it.
struct Claim {
    ProjectId project;
    MemberId by; //       who recorded, posted or proposed
    Lane lane;
    Stage stage;
    uint32 quantity; //   claimed, in the charter's unit; 1 for batches and bindings
    uint64 value; //      claimed, micro-units; 1 for bindings, which carry none
    uint40 time; //         seconds since 1970: when recorded; from sealing on, when sealed
    uint16 epoch; //      of the first answers; from sealing on, the epoch in which it counts
    uint8 tier; //        answers asked for by size: 2, 3 or 5; 7 for batches, 3 for bindings
    uint8 needed; //      answers needed, of those who can give one
    uint8 answered; //    first answers given
    uint32 named; //      from sealing on: the quantity that the lower median named
    uint64 inForce; //    from sealing on: the value that counts now, micro-units; for bindings 1 stands and 0 does not
}

/// @notice The sums of one project and epoch, in micro-units.
struct Sums {
    uint64 budget; //    B
    uint64 stop; //      what one member, or one leaf, may count for
    uint64 direct; //    credit of the direct lane, each member counted up to the stop
    uint64 batches; //   credit of all batches
    uint64 batchPart; // what batches count for together: min(batches, B / 2)
    uint64 total; //     Σ = direct + batchPart
}

/// @notice What a leaf's drawing needs to know of its batch.
struct BatchTerms {
    ProjectId project;
    uint32 epoch; //   in which the batch was sealed
    bytes32 root;
    uint64 sum; //     the root's sum
    uint64 credit; //  the batch's value in force, micro-units
}

/// @title Contributions
/// @notice What was done, who saw it, and what it counts for. A claim is known by who made it and the digest of its evidence.
/// Value = quantity × rate; attesters answer with the quantity they saw; the n-th answer seals. In a window after sealing any
/// seated member may challenge, which opens a second round among new attesters. Nothing here reads or moves a token.
interface IContributionLedger {
    /// @notice A contribution was recorded and waits for attesters.
    /// @param id the claim
    /// @param value quantity × rate of the epoch, micro-units
    /// @param evidence digest of the evidence manifest; its salt stays with its owner
    /// @param occurredAt seconds since 1970, as the recorder says
    /// @param tier answers by size (2, 3, 5); @param needed answers needed now
    /// @param split the recorder and the others, of an experience or a learning its other side second; empty when the recorder is alone
    /// @param uri what the recorder shows of it, or where; may be empty
    event Recorded(
        ContributionId indexed id,
        ProjectId indexed project,
        MemberId indexed by,
        Kind kind,
        uint32 quantity,
        uint64 value,
        bytes32 evidence,
        uint40 occurredAt,
        uint8 tier,
        uint8 needed,
        Part[] split,
        string uri
    );
    /// @notice The other side of an experience or a learning said the same: from here on it can be attested.
    event Confirmed(ContributionId indexed id, MemberId indexed by);
    /// @notice An attester answered with the quantity seen (for batches and bindings: 1 yes, 0 no). `answered` of `needed` have answered in `epoch`.
    event Attested(
        ContributionId indexed id,
        MemberId indexed attester,
        uint32 quantity,
        uint8 answered,
        uint8 needed,
        uint32 epoch
    );
    /// @notice The last needed answer came: `quantity` is the lower median, `value` what counts in `epoch`, micro-units.
    event Sealed(ContributionId indexed id, uint32 quantity, uint64 value, uint32 epoch);
    /// @notice A member's credit of a project and epoch changed to `credit`; `direct` is the project's direct sum after it (each member up to the stop).
    event Credited(
        ProjectId indexed project,
        uint32 indexed epoch,
        MemberId indexed member,
        uint64 credit,
        uint64 direct
    );
    /// @notice The sum of all batches of a project and epoch changed to `batches`, micro-units.
    event BatchesCredited(ProjectId indexed project, uint32 indexed epoch, uint64 batches);
    /// @notice Taken back before the first answer.
    event Withdrawn(ContributionId indexed id, MemberId indexed by);
    /// @notice The value in force changed, micro-units.
    event Revalued(ContributionId indexed id, uint64 value);
    /// @notice A member attests in a project from epoch `from` to epoch `through`, both included.
    event Enrolled(ProjectId indexed project, MemberId indexed member, uint32 from, uint32 through);
    /// @notice A steward posted the root of a Merkle-sum tree: `sum` is divided in proportion as `credit`, if attesters agree.
    /// @param dataDigest keccak256 of the published data; @param uri where it can be read
    event BatchPosted(
        ContributionId indexed id,
        ProjectId indexed project,
        MemberId indexed by,
        bytes32 root,
        uint64 sum,
        uint64 credit,
        uint8 needed,
        bytes32 dataDigest,
        string uri
    );
    /// @notice A steward says that an identity of a batch is a member.
    event BindingProposed(
        ContributionId indexed id,
        ProjectId indexed project,
        MemberId indexed by,
        bytes32 identity,
        MemberId member,
        uint8 needed
    );

    /// @notice An experience or a learning has two sides: its other side must be the second of the split.
    error OtherSideMissing(Kind kind);
    /// @notice Only the other side of the record confirms it.
    error NotTheOtherSide(ContributionId id, MemberId member);
    /// @notice The claim does not wait for a confirmation.
    error NotUnconfirmed(ContributionId id, Stage stage);
    /// @notice What was recorded is not what was to be confirmed. Digests of the two reports.
    error RecordedOtherwise(ContributionId id, bytes32 recorded, bytes32 named);
    /// @notice This member made a claim with this evidence before, and it stands or is still being decided.
    error AlreadyRecorded(ContributionId id);
    /// @notice The claim came to nothing and may be made anew under its evidence, but with other terms only from `from` on (seconds since
    /// 1970), when no answer to the one before can be on its way any more.
    error MadeWithOtherTerms(ContributionId id, uint256 from);
    /// @notice The evidence belongs to a sealed record.
    error EvidenceTaken(bytes32 evidence, ContributionId id);
    /// @notice The date lies in the future or more than 90 days back. Seconds since 1970.
    error DateOutOfBounds(uint40 occurredAt, uint256 earliest, uint256 latest);
    /// @notice The split must begin with the recorder, name two to seven members once each, and give each a part; only the other side
    /// of an experience or a learning may have none.
    error SplitInvalid(uint256 index);
    /// @notice A contributor named in the split is not an active member.
    error ContributorNotActive(MemberId member);
    /// @notice Quantity zero, or a value above the project's budget. Micro-units.
    error ValueOutOfBounds(uint256 value, uint64 budget);
    /// @notice Nobody but the contributors attests in this project.
    error NobodyToAttest(ProjectId project);
    /// @notice No attester's budget, or part of it for one contributor, is large enough. Micro-units.
    error NobodyCouldAttest(uint256 cost, uint256 limit);
    /// @notice No such claim.
    error NoSuchClaim(ContributionId id);
    /// @notice The claim does not wait for first answers.
    error NotPending(ContributionId id, Stage stage);
    /// @notice The claim waited 90 days and lapsed then. Seconds since 1970.
    error Lapsed(ContributionId id, uint256 lapsedAt);
    /// @notice Somebody has answered already, so it cannot be withdrawn.
    error AnswersGiven(ContributionId id, uint8 answered);
    /// @notice The claim is another's.
    error NotYours(ContributionId id, MemberId member);
    /// @notice A member does not attest, challenge or answer for his own claim.
    error OwnClaim(ContributionId id, MemberId member);
    /// @notice The member does not attest in this project in this epoch.
    error NotEnrolled(ProjectId project, MemberId member, uint32 epoch);
    /// @notice The member attests here already.
    error AlreadyEnrolled(ProjectId project, MemberId member, uint32 through);
    /// @notice A member attests in three projects at most.
    error ThreeProjects(MemberId member);
    /// @notice The member has answered already.
    error AlreadyAnswered(ContributionId id, MemberId member);
    /// @notice More was named than was claimed.
    error QuantityAboveClaimed(uint32 quantity, uint32 claimed);
    /// @notice The attester's budget for the epoch is spent. Micro-units.
    error BudgetSpent(MemberId attester, uint256 wanted, uint256 limit);
    /// @notice Between two members at most a fifth of a budget is spent in an epoch, both directions together. Micro-units.
    error PairLimit(MemberId attester, MemberId contributor, uint256 wanted, uint256 limit);
    /// @notice Only a second round revalues a sealed claim.
    error OnlyChallenges(address caller);
    /// @notice Only a steward of the project does this.
    error NotSteward(ProjectId project, MemberId member);
    /// @notice A batch's credit is zero or above half the budget, or its sum is zero or 2^63 and more. Micro-units.
    error BatchOutOfBounds(uint64 sum, uint64 credit, uint64 mostCredit);
    /// @notice The identity, or the member, is bound already.
    error BindingTaken(bytes32 identity, MemberId member, ContributionId by);
    /// @notice The claim is not a sealed batch that stands.
    error NotABatch(ContributionId id);

    // --- members ---

    /// @notice Records what was done. Value = quantity × the rate of this epoch. An experience or a learning waits for `confirm` first.
    /// @return id the claim, idOf(recorder, evidence)
    /// @dev Errors: NotAMember, KeyReplaced, NotActive, FewerThanThreeSeated, OtherSideMissing, NoSuchProject, ProjectNotLive, ProjectIsClosed, KindNotRecorded,
    /// DateOutOfBounds, EvidenceTaken, AlreadyRecorded, MadeWithOtherTerms, SplitInvalid, ContributorNotActive, ValueOutOfBounds, NobodyToAttest,
    /// NobodyCouldAttest. Emits Recorded.
    function record(Report calldata report) external returns (ContributionId id);
    /// @notice The other side of an experience or a learning says that it was so. Whoever that is does not attest the record and, with no parts
    /// of it, has no credit of it; taking it back (`withdraw`) declines.
    /// @param report the digest of what is confirmed, `reportDigest`: a confirmation signed off-net finds just that, or nothing
    /// @dev Errors: NotAMember, KeyReplaced, NotActive, FewerThanThreeSeated, NoSuchClaim, NotPending, NotUnconfirmed, Lapsed, NotTheOtherSide,
    /// RecordedOtherwise. Emits Confirmed.
    function confirm(MemberId by, bytes32 evidence, bytes32 report) external;
    /// @notice Takes a claim back before the first answer; any of its own people may. Errors: NotYours, NotPending, Lapsed, AnswersGiven.
    function withdraw(MemberId by, bytes32 evidence) external;
    /// @notice Attests in a project from the next epoch, or at once while fewer than ten do. Errors: NotSeated, NoSuchProject, ProjectIsClosed, AlreadyEnrolled, ThreeProjects.
    function enrol(ProjectId project) external;
    /// @notice Answers a claim with the quantity seen; for batches and bindings 1 (yes) or 0 (no). The last needed answer seals.
    /// @dev Errors: those of IMemberRegistry.attester, NoSuchClaim, NotPending, Lapsed, NotEnrolled, OwnClaim, AlreadyAnswered,
    /// QuantityAboveClaimed, NobodyToAttest, BudgetSpent, PairLimit, EvidenceTaken, BindingTaken. Emits Attested, Sealed, Credited.
    function attest(MemberId by, bytes32 evidence, uint32 quantity) external;
    /// @notice `attest`, many at once; one that fails fails all.
    function attestMany(MemberId[] calldata by, bytes32[] calldata evidence, uint32[] calldata quantities) external;
    /// @notice Posts the root of a Merkle-sum tree. Errors: NotSteward, BatchOutOfBounds, NobodyToAttest, AlreadyRecorded, MadeWithOtherTerms. Emits BatchPosted.
    function postBatch(
        ProjectId project,
        bytes32 root,
        uint64 sum,
        uint64 credit,
        bytes32 dataDigest,
        string calldata uri
    ) external returns (ContributionId);
    /// @notice Says that an identity is a member. Its claim's evidence is `bindingEvidence`. Errors: NotSteward, NoSuchMember, BindingTaken, NobodyToAttest, AlreadyRecorded. Emits BindingProposed.
    function proposeBinding(ProjectId project, bytes32 identity, MemberId member) external returns (ContributionId);

    // --- second rounds (Challenges alone) ---

    /// @notice Marks that a sealed claim has a second round. Errors: OnlyChallenges.
    function reopen(ContributionId id) external;
    /// @notice An attester answered a second round, and so many tenths of the first value are in force now.
    /// @dev Errors: OnlyChallenges. Emits Revalued, Credited or BatchesCredited where the value changed, and Enrolled where the
    /// attester's enrolment is carried over.
    function settle(ContributionId id, MemberId attester, uint8 tenths) external;

    // --- views ---

    /// @notice Where second rounds are held.
    function challenges() external view returns (IChallenges);
    /// @notice The claim that a member makes with this evidence (for a batch: its root; for a binding: bindingEvidence).
    function idOf(MemberId by, bytes32 evidence) external pure returns (ContributionId);
    /// @notice What a confirmation names: keccak256 of the encoded report.
    function reportDigest(Report calldata report) external pure returns (bytes32);
    /// @notice What stands for evidence in a binding: the hash of all that it says.
    function bindingEvidence(ProjectId project, bytes32 identity, MemberId member) external pure returns (bytes32);
    /// @notice A claim. Reverts: NoSuchClaim.
    function claimOf(ContributionId id) external view returns (Claim memory);
    /// @notice Those who gave the first answers.
    function attestersOf(ContributionId id) external view returns (MemberId[] memory);
    /// @notice The claim's own people, who neither attest nor challenge it: who made it, who shares in it, whom it binds.
    function ownersOf(ContributionId id) external view returns (MemberId[] memory);
    /// @notice Whether the member attests in the project in that epoch (this one or the next; of earlier ones nothing is kept).
    function isEnrolled(ProjectId project, MemberId member, uint32 epoch) external view returns (bool);
    /// @notice How many attest in the project in this epoch.
    function enrolledNow(ProjectId project) external view returns (uint256);
    /// @notice An attester's budget in a project for this epoch and what of it is spent, micro-units of claimed value, 5/n weighted.
    function attesterBudget(ProjectId project, MemberId member) external view returns (uint256 limit, uint256 spent);
    /// @notice What the member recorded in the project in this epoch, micro-units; decides how many attesters the next record needs.
    function recordedNow(ProjectId project, MemberId member) external view returns (uint256);
    /// @notice The claim that took this evidence; 0 if none.
    function takenBy(bytes32 evidence) external view returns (ContributionId);
    /// @notice The binding of an identity, sealed last; 0 if none.
    function bindingOf(bytes32 identity) external view returns (ContributionId);
    /// @notice The sums of a project and epoch.
    function sumsOf(ProjectId project, uint32 epoch) external view returns (Sums memory);
    /// @notice What a member counts for in the direct lane: at most the stop. Micro-units.
    function creditOf(ProjectId project, uint32 epoch, MemberId member) external view returns (uint64);
    /// @notice How many epochs of the project hold credit.
    function creditedEpochCount(ProjectId project) external view returns (uint256);
    /// @notice Epoch number `index` of those, in ascending order.
    function creditedEpoch(ProjectId project, uint256 index) external view returns (uint32);
    /// @notice The terms of a batch that stands. Reverts: NotABatch.
    function batchTerms(ContributionId id) external view returns (BatchTerms memory);
    /// @notice Whose a leaf is. `known` false: nobody's yet. Owner 0: the project's reserve (an attester of the batch, or unbound after three years).
    function leafOwner(ContributionId id, bytes32 identity) external view returns (bool known, MemberId owner);
}
