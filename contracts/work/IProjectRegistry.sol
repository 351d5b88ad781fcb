// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId, ProjectId} from "../types/Ids.sol";
import {Kind} from "../types/Stages.sol";

/// @notice What a project binds itself to, by number.
struct Charter {
    bytes32 statement; //  keccak256 of the project statement (项目说)
    string uri; //         where the statement can be read, or the statement itself as a data: URI
    uint32 industry; //    industry code, as the statement explains it
    uint64 budget; //      B: value per epoch at most, micro-units, 1 to 2^56
    uint48[4] rates; //    the rate card: micro-units of value per unit of quantity, by `Kind`; 0: this kind is not recorded here
    uint8 minSurplus; //   percent of price, 5 to 50
    uint128 salesCap; //   per settlement token and epoch while on probation, in the token's smallest unit
    MemberId[] stewards; // 1 to 7, each once
}

/// @title Projects
/// @notice What the cooperative works on. Project 0 is the cooperative itself. Founding projects are live from the first second;
/// later ones are admitted by vote.
interface IProjectRegistry {
    /// @notice A project is live from `fromEpoch` on. The charter is given whole, so that the log alone tells the terms.
    event ProjectFounded(ProjectId indexed project, uint32 fromEpoch, Charter charter);

    /// @notice No project has this number.
    error NoSuchProject(ProjectId project);
    /// @notice The charter of the project has no rate for this kind.
    error KindNotRecorded(ProjectId project, Kind kind);
    /// @notice The budget is zero or above the most. Micro-units.
    error BudgetOutOfBounds(uint64 budget, uint64 most);
    /// @notice The least surplus is outside its bounds. Percent.
    error MinSurplusOutOfBounds(uint8 minSurplus, uint8 least, uint8 most);
    /// @notice One to seven stewards are needed.
    error StewardsOutOfBounds(uint256 given, uint256 most);
    /// @notice A steward was named twice.
    error StewardTwice(MemberId steward);

    /// @notice How many projects there are, the cooperative included.
    function projectCount() external view returns (uint256);
    /// @notice The budget of an epoch, in micro-units. Reverts: NoSuchProject.
    function budgetAt(ProjectId project, uint32 epoch) external view returns (uint64);
    /// @notice Micro-units of value per unit of a kind, and the budget, both of an epoch. Reverts: NoSuchProject, KindNotRecorded.
    function cardAt(ProjectId project, Kind kind, uint32 epoch) external view returns (uint48 rate, uint64 budget);
    /// @notice Whether the member is a steward of the project. Reverts: NoSuchProject.
    function isSteward(ProjectId project, MemberId member) external view returns (bool);
    /// @notice The stewards. Reverts: NoSuchProject.
    function stewardsOf(ProjectId project) external view returns (MemberId[] memory);
}
