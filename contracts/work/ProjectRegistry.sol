// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../base/Governed.sol";
import {OffNet} from "../base/OffNet.sol";
import {Parameters} from "../base/Parameters.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {COOPERATIVE, MemberId, ProjectId, StatementId} from "../types/Ids.sol";
import {Closing, Grade, Kind, Standing, StatementStage} from "../types/Stages.sol";
import {Authors} from "./Authors.sol";
import {Charter, Footing, IProjectRegistry, SaleTerms} from "./IProjectRegistry.sol";
import {IProjectReviews} from "./IProjectReviews.sol";

/// @notice The part of a charter that work reads, one slot, so that a record costs one read: 4 × 40 + 48 + 16 + 16 + 8 = 248 bits.
/// An array would begin a slot of its own.
struct Card {
    uint40 work; //       micro-units per unit; 0: not recorded here
    uint40 experience; // likewise
    uint40 sharing; //    likewise
    uint40 learning; //   likewise
    uint48 budget; //     micro-units per epoch
    uint16 from; //       the epoch from which it binds
    uint16 closedFrom; // the epoch from which the project is closed; 0: open (a founding charter binds from 0, a closing later)
    uint8 minSurplus; //  percent of price
}

/// @title ProjectRegistry
/// @notice Statements, charters and the life of projects. See IProjectRegistry for meaning, errors and events.
/// @dev The card in force lies by itself; those that came before it lie in a list, read only for epochs gone by.
/// Of a statement only its authors and the hash of its terms are kept: who admits it gives the terms again.
contract ProjectRegistry is IProjectRegistry, OffNet, Governed {
    using Authors for uint256;

    /// @notice The largest budget, in micro-units. Sums of credit over all epochs that can ever be counted then fit 64 bits.
    uint64 public constant MOST_BUDGET = (1 << 48) - 1;
    /// @notice The largest rate, in micro-units per unit.
    uint48 public constant MOST_RATE = (1 << 40) - 1;
    uint8 private constant LEAST_SURPLUS = 5;
    uint8 private constant MOST_SURPLUS = 50;
    uint256 private constant MOST_STEWARDS = 7;
    bytes32 private constant ADMITTED = bytes32(uint256(1));

    /// @notice The members, among whom stewards are found.
    IMemberRegistry public immutable members;
    /// @notice Where statements are graded.
    IProjectReviews public immutable reviews;
    uint256 private immutable _genesis;

    mapping(ProjectId project => Card) private _cards;
    mapping(ProjectId project => Card[]) private _earlier; // ascending
    mapping(ProjectId project => Footing) private _footings;
    mapping(ProjectId project => uint256) private _stewards; // seven ids of 32 bits, 0 where fewer; above them who asks to close
    mapping(StatementId statement => uint256) public authorsOf;
    mapping(StatementId statement => bytes32) private _drafted; // the hash of project and charter, or ADMITTED
    uint256 public projectCount;

    /// @param members_ the members
    /// @param reviews_ where statements are graded
    /// @param parameters the clock and, through it, the one address that this contract obeys
    /// @param relay_ the Relay
    /// @param charters the cooperative's own first, then the founding projects'
    constructor(
        IMemberRegistry members_,
        IProjectReviews reviews_,
        Parameters parameters,
        address relay_,
        Charter[] memory charters
    ) OffNet(relay_) Governed(parameters.timelock()) {
        members = members_;
        reviews = reviews_;
        _genesis = parameters.genesis();
        if (charters.length == 0) revert NoCooperative();
        for (uint256 i; i < charters.length; ++i) {
            emit ProjectFounded(_open(charters[i], 0, Grade.None), 0, charters[i]);
        }
    }

    // --- members ---

    /// @inheritdoc IProjectRegistry
    function draft(
        ProjectId project,
        StatementId previous,
        MemberId[] calldata cofounders,
        Charter calldata charter
    ) external returns (StatementId statement) {
        MemberId proposer = members.recorder(_actor());
        statement = statementId(proposer, charter.statement);
        if (authorsOf[statement] != 0) revert StatementTaken(statement);
        _checkCharter(charter);
        _packStewards(charter.stewards);
        if (project != COOPERATIVE) _checkAmendment(project, charter);
        authorsOf[statement] = Authors.pack(members, proposer, cofounders);
        _drafted[statement] = keccak256(abi.encode(project, charter));
        emit StatementDrafted(statement, proposer, project, previous, cofounders, charter);
    }

    /// @inheritdoc IProjectRegistry
    function askToClose(ProjectId project, bool wanted) external {
        MemberId member = members.memberOf(_actor());
        Standing standing = members.seatOf(member).standing;
        if (standing != Standing.Active) revert IMemberRegistry.NotActive(member, standing);
        _checkMayClose(project);
        uint256 packed = _stewards[project];
        uint256 place = _placeOf(packed, member);
        if (place == MOST_STEWARDS) revert NotStewardOf(project, member);
        uint256 bit = 1 << (224 + place);
        if ((packed & bit != 0) == wanted) revert AskedAlready(project, member, wanted);
        packed ^= bit;
        _stewards[project] = packed;
        (uint256 stewards, uint256 asking) = _countAsking(packed);
        emit ClosingAsked(project, member, wanted, asking);
        if (asking * 2 > stewards) _close(project, Closing.ByStewards);
    }

    // --- by vote ---

    /// @inheritdoc IProjectRegistry
    function admit(
        StatementId statement,
        uint16 submission,
        ProjectId project,
        Charter calldata charter
    ) external onlyByVote {
        if (authorsOf[statement] == 0) revert NoSuchStatement(statement);
        uint16 current = reviews.submissionOf(statement).number;
        if (reviews.stageOf(statement) != StatementStage.Reviewed || current != submission) {
            revert NotReviewedNow(statement, submission, current);
        }
        Grade grade = reviews.gradeOf(statement);
        if (grade <= Grade.D) revert GradeTooLow(statement, grade);
        bytes32 given = keccak256(abi.encode(project, charter));
        if (given != _drafted[statement]) revert TermsDiffer(statement, _drafted[statement], given);
        _drafted[statement] = ADMITTED;
        if (project != COOPERATIVE) return _amend(project, statement, charter);
        uint16 from = _epoch() + 1;
        ProjectId admitted = _open(charter, from, grade);
        Footing memory footing = _footings[admitted];
        emit ProjectAdmitted(admitted, statement, grade, from, footing.probationUntil, footing.commonsPercent, charter);
    }

    /// @inheritdoc IProjectRegistry
    function amendCooperative(Charter calldata charter) external onlyByVote {
        _checkCharter(charter);
        _amend(COOPERATIVE, StatementId.wrap(0), charter);
    }

    /// @inheritdoc IProjectRegistry
    function replaceStewards(ProjectId project, MemberId[] calldata stewards) external onlyByVote {
        _card(project);
        _stewards[project] = _packStewards(stewards);
        emit StewardsReplaced(project, stewards);
    }

    /// @inheritdoc IProjectRegistry
    function close(ProjectId project) external onlyByVote {
        _checkMayClose(project);
        _close(project, Closing.ByVote);
    }

    // --- views ---

    /// @inheritdoc IProjectRegistry
    function budgetAt(ProjectId project, uint32 epoch) external view returns (uint64 budget, bool open) {
        Card memory card = _cardOf(project, epoch);
        return (card.budget, card.from <= epoch && !_isClosed(card, epoch));
    }

    /// @inheritdoc IProjectRegistry
    function cardAt(ProjectId project, Kind kind, uint32 epoch) external view returns (uint48 rate, uint64 budget) {
        Card memory card = _cardOf(project, epoch);
        if (card.from > epoch) revert ProjectNotLive(project, card.from);
        if (_isClosed(card, epoch)) revert ProjectIsClosed(project, card.closedFrom);
        (rate, budget) = (_rate(card, kind), card.budget);
        if (rate == 0) revert KindNotRecorded(project, kind);
    }

    /// @inheritdoc IProjectRegistry
    function termsAt(
        ProjectId project,
        uint32 epoch
    ) external view returns (uint48[4] memory rates, uint64 budget, uint8 minSurplus) {
        Card memory card = _cardOf(project, epoch);
        rates = [uint48(card.work), card.experience, card.sharing, card.learning];
        (budget, minSurplus) = (card.budget, card.minSurplus);
    }

    /// @inheritdoc IProjectRegistry
    function saleTerms(ProjectId project, MemberId seller) external view returns (SaleTerms memory) {
        uint16 epoch = _epoch();
        Card memory card = _cardOf(project, epoch);
        Footing storage footing = _footings[project];
        return
            SaleTerms({
                open: card.from <= epoch && !_isClosed(card, epoch),
                steward: _placeOf(_stewards[project], seller) != MOST_STEWARDS,
                onProbation: epoch < footing.probationUntil,
                minSurplus: card.minSurplus,
                salesCap: footing.salesCap
            });
    }

    /// @inheritdoc IProjectRegistry
    function probationCommons(ProjectId project, uint32 epoch) external view returns (uint8) {
        _card(project);
        Footing storage footing = _footings[project];
        return epoch < footing.probationUntil ? footing.commonsPercent : 0;
    }

    /// @inheritdoc IProjectRegistry
    function footingOf(ProjectId project) external view returns (Footing memory) {
        _card(project);
        return _footings[project];
    }

    /// @inheritdoc IProjectRegistry
    function closedFrom(ProjectId project) external view returns (uint32) {
        return _card(project).closedFrom;
    }

    /// @inheritdoc IProjectRegistry
    function isSteward(ProjectId project, MemberId member) external view returns (bool) {
        _card(project);
        return _placeOf(_stewards[project], member) != MOST_STEWARDS;
    }

    /// @inheritdoc IProjectRegistry
    function stewardsOf(ProjectId project) external view returns (MemberId[] memory stewards) {
        _card(project);
        uint256 packed = _stewards[project];
        (uint256 count, ) = _countAsking(packed);
        stewards = new MemberId[](count);
        // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
        for (uint256 i; i < count; ++i) stewards[i] = MemberId.wrap(uint32(packed >> (32 * i)));
    }

    /// @inheritdoc IProjectRegistry
    function statementId(MemberId proposer, bytes32 document) public pure returns (StatementId) {
        return StatementId.wrap(keccak256(abi.encode(proposer, document)));
    }

    /// @inheritdoc IProjectRegistry
    function isAdmitted(StatementId statement) external view returns (bool) {
        return _drafted[statement] == ADMITTED;
    }

    // --- private: life ---

    function _open(Charter memory charter, uint16 from, Grade grade) private returns (ProjectId project) {
        _checkCharter(charter);
        project = ProjectId.wrap(uint32(projectCount++));
        _cards[project] = _toCard(charter, from);
        _stewards[project] = _packStewards(charter.stewards);
        (uint16 probation, uint8 commonsPercent) = _probation(grade);
        _footings[project] = Footing({
            salesCap: charter.salesCap,
            industry: charter.industry,
            firstEpoch: from,
            probationUntil: from + probation,
            commonsPercent: commonsPercent,
            grade: grade,
            closing: Closing.None
        });
    }

    /// @dev The worse the grade, the longer the probation (epochs) and the larger, until its end, the commons' part (percent).
    function _probation(Grade grade) private pure returns (uint16 probation, uint8 commonsPercent) {
        if (grade == Grade.None) return (0, 0);
        if (grade >= Grade.A) return (3, 20);
        return grade == Grade.B ? (4, 25) : (6, 30);
    }

    /// @dev Keeps probation and the commons' part. One amendment an epoch, so that a budget moves by a tenth an epoch at most.
    function _amend(ProjectId project, StatementId statement, Charter calldata charter) private {
        Card memory card = _checkAmendment(project, charter);
        uint16 from = _epoch() + 1;
        if (card.from >= from) revert AmendedThisEpoch(project, card.from);
        _earlier[project].push(card);
        _cards[project] = _toCard(charter, from);
        _stewards[project] = _packStewards(charter.stewards);
        (_footings[project].salesCap, _footings[project].industry) = (charter.salesCap, charter.industry);
        emit ProjectAmended(project, statement, from, charter);
    }

    function _checkMayClose(ProjectId project) private view {
        Card memory card = _card(project);
        if (project == COOPERATIVE) revert CooperativeStays();
        if (card.closedFrom != 0) revert ProjectIsClosed(project, card.closedFrom);
    }

    function _close(ProjectId project, Closing closing) private {
        uint16 from = _epoch() + 1;
        _cards[project].closedFrom = from;
        _footings[project].closing = closing;
        emit ProjectClosed(project, from, closing);
    }

    // --- private: checks ---

    function _checkCharter(Charter memory charter) private pure {
        if (charter.budget == 0 || charter.budget > MOST_BUDGET) revert BudgetOutOfBounds(charter.budget, MOST_BUDGET);
        for (uint256 i; i < 4; ++i) {
            if (charter.rates[i] > MOST_RATE) revert RateOutOfBounds(Kind(i), charter.rates[i], MOST_RATE);
        }
        if (charter.minSurplus < LEAST_SURPLUS || charter.minSurplus > MOST_SURPLUS) {
            revert MinSurplusOutOfBounds(charter.minSurplus, LEAST_SURPLUS, MOST_SURPLUS);
        }
    }

    function _checkAmendment(ProjectId project, Charter calldata charter) private view returns (Card memory card) {
        card = _card(project);
        if (card.closedFrom != 0) revert ProjectIsClosed(project, card.closedFrom);
        _checkTenth(card.budget, charter.budget);
        for (uint256 i; i < 4; ++i) _checkTenth(_rate(card, Kind(i)), charter.rates[i]);
    }

    /// @dev A rate of 0 stays 0 by the same rule.
    function _checkTenth(uint256 current, uint256 wanted) private pure {
        uint256 change = current < wanted ? wanted - current : current - wanted;
        if (change * 10 > current) revert MoreThanATenth(current, wanted);
    }

    /// @dev Each steward is a member (keyOf reverts for one who is not), each once.
    function _packStewards(MemberId[] memory stewards) private view returns (uint256 packed) {
        if (stewards.length == 0 || stewards.length > MOST_STEWARDS) {
            revert StewardsOutOfBounds(stewards.length, MOST_STEWARDS);
        }
        for (uint256 i; i < stewards.length; ++i) {
            members.keyOf(stewards[i]);
            if (_placeOf(packed, stewards[i]) != MOST_STEWARDS) revert StewardTwice(stewards[i]);
            packed |= uint256(MemberId.unwrap(stewards[i])) << (32 * i);
        }
    }

    // --- private: reading ---

    function _epoch() private view returns (uint16) {
        // forge-lint: disable-next-line(unsafe-typecast): five thousand years.
        return uint16(EpochMath.epochAt(_genesis, block.timestamp));
    }

    function _toCard(Charter memory charter, uint16 from) private pure returns (Card memory) {
        uint48[4] memory rates = charter.rates;
        // forge-lint: disable-next-line(unsafe-typecast): checked before.
        return
            Card({
                work: uint40(rates[0]),
                experience: uint40(rates[1]),
                sharing: uint40(rates[2]),
                learning: uint40(rates[3]),
                budget: uint48(charter.budget),
                from: from,
                closedFrom: 0,
                minSurplus: charter.minSurplus
            });
    }

    /// @dev Where among the seven, or seven.
    function _placeOf(uint256 packed, MemberId member) private pure returns (uint256 place) {
        for (; place < MOST_STEWARDS; ++place) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
            uint32 id = uint32(packed >> (32 * place));
            if (id == 0) return MOST_STEWARDS;
            if (id == MemberId.unwrap(member)) return place;
        }
    }

    function _countAsking(uint256 packed) private pure returns (uint256 stewards, uint256 asking) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts one id out.
        for (; stewards < MOST_STEWARDS && uint32(packed >> (32 * stewards)) != 0; ++stewards) {
            asking += (packed >> (224 + stewards)) & 1;
        }
    }

    function _rate(Card memory card, Kind kind) private pure returns (uint48) {
        if (kind == Kind.Work) return card.work;
        if (kind == Kind.Experience) return card.experience;
        return kind == Kind.Sharing ? card.sharing : card.learning;
    }

    function _isClosed(Card memory card, uint32 epoch) private pure returns (bool) {
        return card.closedFrom != 0 && card.closedFrom <= epoch;
    }

    /// @dev The latest card.
    function _card(ProjectId project) private view returns (Card memory card) {
        card = _cards[project];
        if (card.budget == 0) revert NoSuchProject(project);
    }

    /// @dev The card of an epoch; of an epoch before the first card, the first. For epochs gone by, by halving.
    function _cardOf(ProjectId project, uint32 epoch) private view returns (Card memory card) {
        card = _card(project);
        if (card.from <= epoch) return card;
        Card[] storage earlier = _earlier[project];
        (uint256 low, uint256 high) = (0, earlier.length);
        if (high == 0) return card;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (earlier[middle].from > epoch) high = middle;
            else low = middle + 1;
        }
        return earlier[low == 0 ? 0 : low - 1];
    }
}
