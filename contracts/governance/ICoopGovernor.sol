// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId} from "../types/Ids.sol";

/// @notice What a proposal is about; it decides majority, quorum and notice.
enum Matter {
    None, //      no vote may do this
    Admission, // of a statement: the majority by its grade
    Terms, //     parameters, charters, stewards, closing, readmission, listing of tokens: three fifths
    Expulsion, // two thirds, 14 days to reply
    Naming, //    of persons who may join without vouches: two thirds
    Funds //      a project's reserve, or guarantee capital: two thirds
}

/// @notice Of the ballots for and against, what a proposal needs.
enum Majority {
    Half, //        more than one half
    ThreeFifths, // three fifths at least
    TwoThirds //    two thirds at least
}

/// @notice What is kept of a proposal beside OpenZeppelin's own, one slot: 32 × 4 + 40 + 8 × 4 = 200 bits.
struct Decision {
    uint32 against;
    uint32 inFavour;
    uint32 abstaining;
    uint32 electorate; //   seated at the snapshot, kept by the first ballot; 0: no ballot yet
    uint40 extendedTo; //   seconds since 1970; 0: not extended
    Matter matter;
    Majority majority;
    uint8 quorumPercent; // as it was when proposed
    uint8 timelockDays; //  as it was when proposed
}

/// @notice A ballot signed by a member's key, off-net: EIP-712 `MemberBallot(uint256 proposalId,uint8 support,uint32 member,uint16 keyEpoch)`.
struct SignedBallot {
    uint256 voter; //   member | keyEpoch << 32 | support << 56: what was signed, in one word
    bytes32 r; //       the signature, 64 bytes (ERC-2098)
    bytes32 vs;
}

/// @notice The same ballot of a member whose key is a contract wallet (ERC-1271).
struct WalletBallot {
    MemberId member;
    uint16 keyEpoch;
    uint8 support;
    address wallet;
    bytes signature;
}

/// @notice Ballots on one proposal.
struct BallotBundle {
    uint256 proposalId;
    SignedBallot[] ballots;
    WalletBallot[] wallets;
}

/// @notice Why a ballot in a bundle was not counted. Nothing is used up: a good one may be carried again.
enum Skip {
    NotOpen, //      there is no such proposal, or its vote is not open now
    Signature, //    the signature is not of a key in force of this member
    NotSeated, //    the member was not seated at the snapshot
    Duplicate, //    the member voted already
    Support //       neither against, nor for, nor abstaining
}

/// @title The cooperative's vote
/// @notice One member, one vote, at a snapshot. OpenZeppelin's Governor with its interface and events; ballots, receipts and
/// `hasVoted` are kept by member, so that a new key never votes a second time.
interface ICoopGovernor {
    /// @notice Whose proposal it is and what it needs, fixed now. Follows ProposalCreated.
    event ProposalWeighed(
        uint256 indexed proposalId,
        MemberId indexed proposer,
        Matter matter,
        Majority majority,
        uint8 quorumPercent,
        uint8 timelockDays
    );
    /// @notice The quorum was reached so late that the vote goes on.
    event ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline);
    /// @notice A carried ballot was not counted. `member` as the ballot names it.
    event BallotSkipped(uint256 indexed proposalId, MemberId indexed member, Skip reason);

    /// @notice The contracts do not name each other.
    error WiredOtherwise(address named);
    /// @notice No vote may call this.
    error ActionUnlisted(address target, bytes4 selector);
    /// @notice All actions of a proposal call the same function of the same contract.
    error ActionsMixed(uint256 index);
    /// @notice Of admissions and expulsions one a proposal; of others ten.
    error TooManyActions(uint256 given, uint256 most);
    /// @notice A proposal sends no ether.
    error ActionWithValue(uint256 index, uint256 value);
    /// @notice The action's data is too short for its function.
    error ActionMalformed(uint256 index);
    /// @notice The member's proposals that wait or are voted on are as many as may be.
    error TooManyOpen(MemberId member, uint256 most);
    /// @notice The member was not seated at the snapshot.
    error NoVoteAtSnapshot(address key, uint256 snapshot);
    /// @notice Ballots are against (0), for (1) or abstaining (2); with parameters there is none.
    error BallotInvalid(uint8 support);
    /// @notice The member voted on it already.
    error VotedAlready(uint256 proposalId, MemberId member);

    /// @notice Casts ballots that were signed off-net, on as many proposals as wanted, each on its own: one that cannot be counted
    /// is skipped and reported, and the others count. Anyone may carry them. Emits VoteCast, BallotSkipped, ProposalExtended.
    function castBallots(BallotBundle[] calldata bundles) external;

    /// @notice What is kept of a proposal.
    function decisionOf(uint256 proposalId) external view returns (Decision memory);
    /// @notice How many ballots for and abstaining the proposal needs; once its vote is open it never moves.
    function quorumOf(uint256 proposalId) external view returns (uint256);
    /// @notice Of those seated at a time, how many must take part with this matter and this percentage.
    function quorumFor(uint256 seated, uint256 percent, Matter matter) external pure returns (uint256);
    /// @notice What the member voted. `support` means nothing where `voted` is false.
    function ballotOf(uint256 proposalId, MemberId member) external view returns (bool voted, uint8 support);
    /// @notice Ballots against, for and abstaining.
    function proposalVotes(
        uint256 proposalId
    ) external view returns (uint256 against, uint256 inFavour, uint256 abstaining);
    /// @notice After this second what passed can no longer be executed.
    function proposalExpiry(uint256 proposalId) external view returns (uint256);
    /// @notice The EIP-712 digest that a member signs to vote off-net.
    function ballotDigest(
        uint256 proposalId,
        uint8 support,
        MemberId member,
        uint16 keyEpoch
    ) external view returns (bytes32);
}
