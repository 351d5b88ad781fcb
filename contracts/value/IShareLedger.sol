// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ContributionId, MemberId, ProjectId} from "../types/Ids.sol";

/// @notice A leaf of a batch and its proof. See SumTree for what each part is.
struct LeafProof {
    bytes32 identity; //      keccak256 of the person's name in the history
    uint64 value; //          micro-units
    bytes32 recordsDigest; // of the person's records
    uint256 index; //         place among the leaves
    bytes32[] hashes; //      siblings from the leaf upward
    uint64[] sums; //         their sums
}

/// @title Shares
/// @notice Shares in the value that came of work. They come from epochs that are final, and from nothing else; nothing transfers
/// them, and no token is read here. Unit: a share of one millionth of a unit of value, as credit is.
interface IShareLedger {
    /// @notice An epoch of a project was closed: `issued` = min(budget, credit). `total` are all shares of the project up to it.
    event EpochClosed(ProjectId indexed project, uint32 indexed epoch, uint64 issued, uint64 credit, uint64 total);
    /// @notice A holder's lot of an epoch was drawn. Holder 0 is the project's reserve. `balance` is the holder's after it.
    event Drawn(
        ProjectId indexed project,
        MemberId indexed holder,
        uint32 indexed epoch,
        uint64 shares,
        uint64 balance
    );
    /// @notice A leaf of a batch was drawn for its owner; what the stop withheld went to the reserve. `index` and `depth` are its place.
    event LeafDrawn(
        ContributionId indexed batch,
        uint256 indexed index,
        MemberId indexed holder,
        bytes32 identity,
        uint64 shares,
        uint64 toReserve,
        uint8 depth
    );

    /// @notice Shares are never transferred, approved or lent.
    error SharesStay();
    /// @notice The epoch can still change. Times in seconds since 1970.
    error NotFinalYet(ProjectId project, uint32 epoch, uint256 finalAt);
    /// @notice Earlier epochs of the project must be closed first: call close.
    error CloseFirst(ProjectId project, uint32 epoch);
    /// @notice The member's lot of this epoch was drawn before.
    error AlreadyDrawn(ProjectId project, uint32 epoch, MemberId member);
    /// @notice The member has no credit in this project and epoch.
    error NothingToDraw(ProjectId project, uint32 epoch, MemberId member);
    /// @notice The proof does not lead from the leaf to the batch's root and sum.
    error ProofInvalid(ContributionId batch, uint256 index);
    /// @notice The leaf was drawn before.
    error LeafDrawnBefore(ContributionId batch, uint256 index);
    /// @notice The person has not joined, or the binding does not count yet.
    error NotBoundYet(ContributionId batch, bytes32 identity);

    /// @notice Closes up to `most` epochs of a project that are final and hold credit, in order. Anyone; returns how many.
    function close(ProjectId project, uint256 most) external returns (uint256 closed);
    /// @notice Draws a member's lots of these epochs. Anyone, for anyone, whenever, with the same result. Returns the shares drawn.
    /// @dev Errors: NotFinalYet, CloseFirst, AlreadyDrawn, NothingToDraw. Emits EpochClosed, Drawn.
    function draw(ProjectId project, MemberId member, uint32[] calldata epochs) external returns (uint64 shares);
    /// @notice Draws a leaf for its owner. Anyone. Returns the owner's shares.
    /// @dev Errors: NotABatch, NotFinalYet, CloseFirst, ProofInvalid, LeafDrawnBefore, NotBoundYet. Emits EpochClosed, Drawn, LeafDrawn.
    function drawLeaf(ContributionId batch, LeafProof calldata leaf) external returns (uint64 shares);

    /// @notice A holder's shares in a project. Holder 0 is the reserve.
    function sharesOf(ProjectId project, MemberId holder) external view returns (uint64);
    /// @notice A holder's drawn shares of one epoch, all lanes together.
    function lotOf(ProjectId project, MemberId holder, uint32 epoch) external view returns (uint64);
    /// @notice Whether a member's lot of the direct lane was drawn.
    function isDrawn(ProjectId project, MemberId member, uint32 epoch) external view returns (bool);
    /// @notice Whether a leaf was drawn. @param depth of the tree
    function isLeafDrawn(ContributionId batch, uint256 index, uint256 depth) external view returns (bool);
    /// @notice What an epoch issued, its credit, and all shares of the project up to it; zeros where it was not closed.
    function closedEpoch(
        ProjectId project,
        uint32 epoch
    ) external view returns (uint64 issued, uint64 credit, uint64 total);
    /// @notice How many epochs that hold credit were closed, and all shares that they issued.
    function closedUntil(ProjectId project) external view returns (uint32 count, uint64 total);
    /// @notice All shares of a project up to and with an epoch; `known` only where the epoch is final and all before it that hold credit, and
    /// it itself, are closed. Once known it never changes.
    function sharesThrough(ProjectId project, uint32 epoch) external view returns (bool known, uint64 total);
}
