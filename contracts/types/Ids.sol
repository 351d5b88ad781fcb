// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Distinct types, so that a member is never passed where a project is meant.

/// @notice A member, from 1. It never changes; the keys beneath it do. 0 is nobody, and as a holder of shares it is a project's reserve.
type MemberId is uint32;

/// @notice A project, from 0. Project 0 is the cooperative itself.
type ProjectId is uint32;

/// @notice A claim on value: the hash of who made it and of the digest of its evidence (`Claims.idOf`).
type ContributionId is bytes32;

/// @notice A project statement or an article: the hash of who proposes it and of the document's sha2-256 digest.
type StatementId is bytes32;

/// @notice Whose purse it is: a member, whose number is written as an address (below 2^32), or an address that is no member's (`Holders`).
type Holder is address;

/// @notice An offer: what its seller and its beneficiaries signed (the EIP-712 digest).
type OfferId is bytes32;

/// @notice A request: what its buyer signed (the EIP-712 digest).
type RequestId is bytes32;

/// @notice An order: the hash of offer, buyer, quantity and place among the offer's orders.
type OrderId is bytes32;

using {sameMember as ==, otherMember as !=} for MemberId global;
using {sameProject as ==, otherProject as !=} for ProjectId global;
using {sameContribution as ==, otherContribution as !=} for ContributionId global;
using {sameStatement as ==, otherStatement as !=} for StatementId global;
using {sameHolder as ==, otherHolder as !=} for Holder global;

function sameMember(MemberId a, MemberId b) pure returns (bool) {
    return MemberId.unwrap(a) == MemberId.unwrap(b);
}

function otherMember(MemberId a, MemberId b) pure returns (bool) {
    return MemberId.unwrap(a) != MemberId.unwrap(b);
}

function sameProject(ProjectId a, ProjectId b) pure returns (bool) {
    return ProjectId.unwrap(a) == ProjectId.unwrap(b);
}

function otherProject(ProjectId a, ProjectId b) pure returns (bool) {
    return ProjectId.unwrap(a) != ProjectId.unwrap(b);
}

function sameContribution(ContributionId a, ContributionId b) pure returns (bool) {
    return ContributionId.unwrap(a) == ContributionId.unwrap(b);
}

function otherContribution(ContributionId a, ContributionId b) pure returns (bool) {
    return ContributionId.unwrap(a) != ContributionId.unwrap(b);
}

function sameStatement(StatementId a, StatementId b) pure returns (bool) {
    return StatementId.unwrap(a) == StatementId.unwrap(b);
}

function otherStatement(StatementId a, StatementId b) pure returns (bool) {
    return StatementId.unwrap(a) != StatementId.unwrap(b);
}

function sameHolder(Holder a, Holder b) pure returns (bool) {
    return Holder.unwrap(a) == Holder.unwrap(b);
}

function otherHolder(Holder a, Holder b) pure returns (bool) {
    return Holder.unwrap(a) != Holder.unwrap(b);
}

/// @dev Nobody; as a holder of shares, the project's reserve.
MemberId constant NOBODY = MemberId.wrap(0);

/// @dev The cooperative itself.
ProjectId constant COOPERATIVE = ProjectId.wrap(0);

/// @dev No purse.
Holder constant NO_ONE = Holder.wrap(address(0));
