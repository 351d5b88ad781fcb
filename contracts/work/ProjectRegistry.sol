// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {MemberId, ProjectId} from "../types/Ids.sol";
import {Kind} from "../types/Stages.sol";
import {Charter, IProjectRegistry} from "./IProjectRegistry.sol";

/// @notice The part of a charter that work reads, one slot: 4 × 48 + 64 = 256 bits.
/// An array would begin a slot of its own.
struct Card {
    uint48 work; //       micro-units per unit; 0: not recorded here
    uint48 experience; // likewise
    uint48 sharing; //    likewise
    uint48 learning; //   likewise
    uint64 budget; //     micro-units per epoch
}

/// @title ProjectRegistry
/// @notice The cooperative and its founding projects, with charter and rate card, from the first block. See IProjectRegistry.
/// @dev Admission, amendment and closing come with governance; until then no charter can change, and every founding charter
/// binds from epoch 0 on, so that the epoch a reader names makes no difference yet.
contract ProjectRegistry is IProjectRegistry {
    /// @notice The largest budget, in micro-units: 2^56. Sums of credit of any one epoch then fit 64 bits with room.
    uint64 public constant MOST_BUDGET = 1 << 56;
    uint8 private constant LEAST_SURPLUS = 5;
    uint8 private constant MOST_SURPLUS = 50;
    uint256 private constant MOST_STEWARDS = 7;

    /// @notice The members, among whom stewards are found.
    IMemberRegistry public immutable members;

    mapping(ProjectId project => Card) private _cards;
    mapping(ProjectId project => uint256) private _stewards; // seven ids of 32 bits, 0 where fewer
    uint256 public projectCount;

    /// @param members_ the members
    /// @param charters project 0 first
    constructor(IMemberRegistry members_, Charter[] memory charters) {
        members = members_;
        for (uint256 i; i < charters.length; ++i) _found(charters[i]);
    }

    /// @inheritdoc IProjectRegistry
    function budgetAt(ProjectId project, uint32) external view returns (uint64) {
        return _card(project).budget;
    }

    /// @inheritdoc IProjectRegistry
    function cardAt(ProjectId project, Kind kind, uint32) external view returns (uint48 rate, uint64 budget) {
        Card memory card = _card(project);
        (rate, budget) = (_rate(card, kind), card.budget);
        if (rate == 0) revert KindNotRecorded(project, kind);
    }

    /// @inheritdoc IProjectRegistry
    function isSteward(ProjectId project, MemberId member) external view returns (bool) {
        _card(project);
        uint32 id = MemberId.unwrap(member);
        if (id == 0) return false;
        for (uint256 left = _stewards[project]; left != 0; left >>= 32) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            if (uint32(left) == id) return true;
        }
        return false;
    }

    /// @inheritdoc IProjectRegistry
    function stewardsOf(ProjectId project) external view returns (MemberId[] memory stewards) {
        _card(project);
        uint256 packed = _stewards[project];
        uint256 count;
        for (uint256 left = packed; left != 0; left >>= 32) ++count;
        stewards = new MemberId[](count);
        // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
        for (uint256 i; i < count; ++i) stewards[i] = MemberId.wrap(uint32(packed >> (32 * i)));
    }

    function _found(Charter memory charter) private {
        if (charter.budget == 0 || charter.budget > MOST_BUDGET) revert BudgetOutOfBounds(charter.budget, MOST_BUDGET);
        if (charter.minSurplus < LEAST_SURPLUS || charter.minSurplus > MOST_SURPLUS) {
            revert MinSurplusOutOfBounds(charter.minSurplus, LEAST_SURPLUS, MOST_SURPLUS);
        }
        ProjectId project = ProjectId.wrap(uint32(projectCount++));
        uint48[4] memory rates = charter.rates;
        _cards[project] = Card(rates[0], rates[1], rates[2], rates[3], charter.budget);
        _stewards[project] = _pack(charter.stewards);
        emit ProjectFounded(project, 0, charter);
    }

    /// @dev Each steward is a member (seatOf reverts for one who is not), each once.
    function _pack(MemberId[] memory stewards) private view returns (uint256 packed) {
        if (stewards.length == 0 || stewards.length > MOST_STEWARDS) {
            revert StewardsOutOfBounds(stewards.length, MOST_STEWARDS);
        }
        for (uint256 i; i < stewards.length; ++i) {
            members.seatOf(stewards[i]);
            for (uint256 j; j < i; ++j) if (stewards[i] == stewards[j]) revert StewardTwice(stewards[i]);
            packed |= uint256(MemberId.unwrap(stewards[i])) << (32 * i);
        }
    }

    function _rate(Card memory card, Kind kind) private pure returns (uint48) {
        if (kind == Kind.Work) return card.work;
        if (kind == Kind.Experience) return card.experience;
        return kind == Kind.Sharing ? card.sharing : card.learning;
    }

    function _card(ProjectId project) private view returns (Card memory card) {
        card = _cards[project];
        if (card.budget == 0) revert NoSuchProject(project);
    }
}
