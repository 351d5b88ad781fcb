// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../base/Governed.sol";
import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {Arrivals} from "../libraries/Arrivals.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {Holders} from "../libraries/Holders.sol";
import {SurplusMath} from "../libraries/SurplusMath.sol";
import {Words} from "../libraries/Words.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {COOPERATIVE, Holder, MemberId, NO_ONE, NOBODY, ProjectId} from "../types/Ids.sol";
import {IShareLedger} from "../value/IShareLedger.sol";
import {IProjectRegistry} from "../work/IProjectRegistry.sol";
import {Actors} from "./Actors.sol";
import {IMarket} from "./IMarket.sol";
import {Account, Claim, ISurplusPool, Settlement} from "./ISurplusPool.sol";
import {Purses} from "./Purses.sol";

/// @title SurplusPool
/// @notice Holds what was paid, and shares what is left over. See ISurplusPool and IPurses for meaning, errors and events.
/// @dev Arrivals are only written down, two slots an order. A later call divides an epoch's arrivals as a whole, once the epoch is final
/// and the share ledger has closed it. A period's slot first holds what arrived (dividend and reserve, 112 bits each, and the epoch's
/// numbers, 32), and from its division on the accumulator after it: `through` tells which. Forbidden: a division twice, a lot counted
/// twice, a dividend of an epoch before the lot's own.
contract SurplusPool is ISurplusPool, Purses {
    using Arrivals for mapping(uint256 => uint256);
    using Holders for Holder;
    using Holders for MemberId;
    using Words for mapping(uint256 => uint256);

    uint256 private constant SWEEP = 90 days;
    /// @dev In use one or two epochs wait for their division; a longer row asks for `divide`.
    uint256 private constant FEW = 8;
    uint256 private constant HALF = 112;

    /// @notice What is kept of a project and token.
    struct Book {
        uint192 accumulator; // slot 0: Q64, modulo 2^192
        uint32 through; //      arrivals before this epoch are divided
        uint112 reserve; //     slot 1
        uint64 remainder; //    below the shares of the last division
        uint112 pocket; //      slot 2: dividends of the reserve's own shares
        uint112 spent; //       of the reserve, by vote, in the epoch below
        uint32 spentIn;
        mapping(uint256 word => uint256) arrivals;
        mapping(uint32 epoch => uint256) periods;
        mapping(MemberId member => Counted) counted;
        mapping(MemberId member => mapping(uint256 word => uint256)) lots;
    }

    /// @notice The shares of a member that take part, one slot: 192 + 64 bits.
    struct Counted {
        uint192 debt; // Q64, modulo 2^192
        uint64 shares;
    }

    /// @notice The projects, whose probation sets the commons' part.
    IProjectRegistry public immutable projects;
    /// @notice The shares.
    IShareLedger public immutable shareLedger;
    /// @notice The numbers.
    Parameters public immutable parameters;
    /// @notice The one contract that moves escrow.
    IMarket public immutable market;
    /// @notice The one contract that takes guarantee capital.
    address public immutable commonsPool;
    uint256 private immutable _genesis;

    mapping(ProjectId project => mapping(address token => Book)) private _books;
    mapping(address token => uint256) public capitalOf;

    constructor(
        IMemberRegistry members_,
        IProjectRegistry projects_,
        IShareLedger shareLedger_,
        Parameters parameters_,
        IMarket market_,
        address commonsPool_,
        address relay_
    ) OffNet(relay_) Actors(members_) Governed(parameters_.timelock()) {
        projects = projects_;
        shareLedger = shareLedger_;
        parameters = parameters_;
        market = market_;
        commonsPool = commonsPool_;
        _genesis = parameters_.genesis();
    }

    modifier onlyMarket() {
        if (msg.sender != address(market)) revert OnlyByMarket(msg.sender);
        _;
    }

    modifier onlyCommons() {
        if (msg.sender != commonsPool) revert OnlyByCommons(msg.sender);
        _;
    }

    // --- the market ---

    /// @inheritdoc ISurplusPool
    function escrow(Holder buyer, address token, uint256 amount) external onlyMarket {
        _checkListed(token);
        _takeFrom(buyer, token, amount);
    }

    /// @inheritdoc ISurplusPool
    function settle(Settlement calldata settlement) external onlyMarket {
        address token = settlement.token;
        uint256 back = settlement.back;
        if (settlement.surplus != 0) back += _bringIn(settlement);
        _payTo(settlement.buyer, token, back);
        for (uint256 i; i < settlement.lines.length; ++i) {
            _payTo(settlement.lines[i].to, token, settlement.lines[i].amount);
        }
    }

    // --- anyone ---

    /// @inheritdoc ISurplusPool
    function divide(ProjectId project, address token, uint256 most) external returns (uint256 divided) {
        return _divide(project, token, most);
    }

    /// @inheritdoc ISurplusPool
    function draw(Claim[] calldata claims) external returns (uint256[] memory amounts) {
        amounts = new uint256[](claims.length);
        for (uint256 i; i < claims.length; ++i) {
            Claim calldata claim = claims[i];
            uint256 amount = _draw(claim.project, claim.token, claim.member, claim.epochs);
            amounts[i] = amount;
            if (amount != 0) _keep(claim, amount);
        }
    }

    // --- members ---

    /// @inheritdoc ISurplusPool
    function drawOut(
        ProjectId project,
        address token,
        uint32[] calldata epochs,
        address to
    ) external nonReentrant returns (uint256 amount) {
        MemberId member = members.memberOf(_actor());
        amount = _draw(project, token, member, epochs);
        if (amount == 0) return 0;
        emit DividendPaidOut(project, token, member, to, amount, _release(token, amount, to));
        _payOut(token, amount, to);
    }

    // --- the commons ---

    /// @inheritdoc ISurplusPool
    function takeCapital(address token) external onlyCommons returns (uint256 amount) {
        _divideAll(COOPERATIVE, token);
        amount = capitalOf[token];
        capitalOf[token] = 0;
        _giveCapital(COOPERATIVE, token, amount);
    }

    /// @inheritdoc ISurplusPool
    function takeReserve(ProjectId project, address token) external onlyCommons returns (uint256 amount) {
        uint256 since = reserveGoneFrom(project);
        if (since == 0 || block.timestamp < since) revert ReserveStays(project, since);
        _divideAll(project, token);
        amount = _books[project][token].reserve;
        _books[project][token].reserve = 0;
        _giveCapital(project, token, amount);
    }

    // --- by vote ---

    /// @inheritdoc ISurplusPool
    function spendReserve(
        ProjectId project,
        address token,
        Holder to,
        uint256 amount,
        bytes32 cause
    ) external onlyByVote {
        _checkPayee(to);
        uint256 since = reserveGoneFrom(project);
        if (since != 0 && block.timestamp >= since) revert ReserveGone(project, since);
        _divideAll(project, token);
        Book storage book = _books[project][token];
        uint32 epoch = _epoch();
        uint256 spent = book.spentIn == epoch ? book.spent : 0;
        uint256 most = (book.reserve + spent) / 10;
        most = most > spent ? most - spent : 0;
        if (amount == 0) revert AmountOutOfBounds(amount, most);
        if (amount > most) revert AboveATenth(amount, most);
        // forge-lint: disable-start(unsafe-typecast): at most the reserve.
        book.reserve -= uint112(amount);
        (book.spent, book.spentIn) = (uint112(spent + amount), epoch);
        // forge-lint: disable-end(unsafe-typecast)
        _payTo(to, token, amount);
        emit ReserveSpent(project, token, to, amount, cause, false, book.reserve);
    }

    /// @inheritdoc ISurplusPool
    function spendPocket(
        ProjectId project,
        address token,
        Holder to,
        uint256 amount,
        bytes32 cause
    ) external onlyByVote {
        _checkPayee(to);
        Book storage book = _books[project][token];
        if (amount == 0 || amount > book.pocket) revert AmountOutOfBounds(amount, book.pocket);
        // forge-lint: disable-next-line(unsafe-typecast): at most the pocket.
        book.pocket -= uint112(amount);
        _payTo(to, token, amount);
        emit ReserveSpent(project, token, to, amount, cause, true, book.pocket);
    }

    // --- views ---

    /// @inheritdoc ISurplusPool
    function accountOf(ProjectId project, address token) external view returns (Account memory) {
        Book storage book = _books[project][token];
        return Account(book.accumulator, book.through, book.reserve, book.remainder, book.pocket);
    }

    /// @inheritdoc ISurplusPool
    function arrivedIn(
        ProjectId project,
        address token,
        uint32 epoch
    ) external view returns (uint256 dividend, uint256 reserve) {
        Book storage book = _books[project][token];
        if (epoch >= book.through) return _arrived(book.periods[epoch]);
    }

    /// @inheritdoc ISurplusPool
    function accumulatorAt(ProjectId project, address token, uint32 epoch) external view returns (uint192) {
        return _accumulatorBefore(_books[project][token], epoch + 1);
    }

    /// @inheritdoc ISurplusPool
    function countedOf(
        ProjectId project,
        address token,
        MemberId member
    ) external view returns (uint64 shares, uint192 debt) {
        Counted memory counted = _books[project][token].counted[member];
        return (counted.shares, counted.debt);
    }

    /// @inheritdoc ISurplusPool
    function countedLot(
        ProjectId project,
        address token,
        MemberId member,
        uint32 epoch
    ) external view returns (uint64) {
        return _books[project][token].lots[member].get(epoch);
    }

    /// @inheritdoc ISurplusPool
    /// @dev 90 days after the closing, and after the clocks of its last order ran out: both stand on the record, so that nobody's call moves it.
    function reserveGoneFrom(ProjectId project) public view returns (uint256) {
        uint32 closedFrom = projects.closedFrom(project);
        if (closedFrom == 0) return 0;
        uint256 closed = EpochMath.start(_genesis, closedFrom);
        uint256 last = market.clocksEnd(project);
        return (last > closed ? last : closed) + SWEEP;
    }

    // --- private: arrival ---

    /// @dev Parts a surplus by the numbers of this epoch and writes the parts down. Gives the rebate.
    function _bringIn(Settlement calldata settlement) private returns (uint256) {
        uint32 epoch = _epoch();
        (ProjectId project, address token) = (settlement.project, settlement.token);
        SurplusMath.Parts memory parts = _arrive(project, token, epoch, settlement.surplus);
        emit SurplusArrived(
            project,
            token,
            settlement.order,
            epoch,
            parts.rebate,
            parts.dividend,
            parts.commons,
            parts.capital,
            parts.reserve
        );
        _arriveInCommons(token, epoch, parts.commons | (parts.capital << HALF));
        return parts.rebate;
    }

    /// @dev The first arrival of an epoch reads the numbers for all.
    function _arrive(
        ProjectId project,
        address token,
        uint32 epoch,
        uint256 surplus
    ) private returns (SurplusMath.Parts memory parts) {
        Book storage book = _books[project][token];
        uint256 word = book.periods[epoch];
        if (word == 0) {
            word = _numbersOf(project, epoch) << (2 * HALF);
            book.arrivals.mark(epoch);
        }
        parts = SurplusMath.split(surplus, _terms(word >> (2 * HALF)));
        book.periods[epoch] = word + (parts.dividend | (parts.reserve << HALF));
    }

    /// @dev What a vote and the project's probation say for an epoch, one byte each: reserve, commons, rebate, twelfths. Within an epoch
    /// they never change.
    function _numbersOf(ProjectId project, uint32 epoch) private view returns (uint256) {
        uint256 numbers = parameters.inForce();
        uint256 commons = projects.probationCommons(project, epoch);
        if (commons == 0) commons = _number(numbers, Parameter.CommonsPercent);
        return
            _number(numbers, Parameter.ReservePercent) |
            (commons << 8) |
            (_number(numbers, Parameter.RebatePercent) << 16) |
            (_number(numbers, Parameter.CommonsTwelfths) << 24);
    }

    function _terms(uint256 numbers) private pure returns (SurplusMath.Terms memory) {
        return
            SurplusMath.Terms({
                reservePercent: numbers & 0xff,
                commonsPercent: (numbers >> 8) & 0xff,
                rebatePercent: (numbers >> 16) & 0xff,
                commonsTwelfths: numbers >> 24
            });
    }

    function _arriveInCommons(address token, uint32 epoch, uint256 parts) private {
        Book storage book = _books[COOPERATIVE][token];
        uint256 word = book.periods[epoch];
        if (word == 0) book.arrivals.mark(epoch);
        book.periods[epoch] = word + parts;
    }

    function _arrived(uint256 word) private pure returns (uint256 dividend, uint256 reserve) {
        uint256 mask = (1 << HALF) - 1;
        return (word & mask, (word >> HALF) & mask);
    }

    // --- private: division ---

    function _divide(ProjectId project, address token, uint256 most) private returns (uint256 divided) {
        Book storage book = _books[project][token];
        uint32 until = _firstOpen();
        while (book.through < until) {
            (bool found, uint32 epoch) = book.arrivals.firstIn(book.through, until);
            if (!found) {
                book.through = until;
                break;
            }
            if (divided == most) break;
            (bool closed, uint64 shares) = shareLedger.sharesThrough(project, epoch);
            if (!closed) break;
            _divideEpoch(project, token, epoch, shares);
            ++divided;
        }
    }

    /// @dev All that is final must be divided, so that what a vote or the commons may take does not depend on who called before.
    function _divideAll(ProjectId project, address token) private {
        _divide(project, token, FEW);
        Book storage book = _books[project][token];
        (bool found, uint32 epoch) = book.arrivals.firstIn(book.through, _firstOpen());
        if (found) revert DivideFirst(project, token, epoch);
    }

    function _divideEpoch(ProjectId project, address token, uint32 epoch, uint64 shares) private {
        Book storage book = _books[project][token];
        (uint256 dividend, uint256 kept) = _arrived(book.periods[epoch]);
        (uint192 accumulator, uint256 reserve) = (book.accumulator, book.reserve);
        if (shares == 0) {
            reserve += dividend;
        } else {
            (uint256 step, uint64 remainder) = SurplusMath.divide(dividend, book.remainder, shares);
            accumulator = SurplusMath.advance(accumulator, step);
            book.remainder = remainder;
        }
        if (project == COOPERATIVE) capitalOf[token] += kept;
        else reserve += kept;
        // forge-lint: disable-next-line(unsafe-typecast): a part of what is held.
        book.reserve = uint112(reserve);
        (book.accumulator, book.through) = (accumulator, epoch + 1);
        book.periods[epoch] = accumulator;
        emit SurplusDivided(project, token, epoch, dividend, shares, accumulator, reserve, capitalOf[token]);
    }

    /// @dev What a share got in all before an epoch. Only where all that arrived before it is divided.
    function _accumulatorBefore(Book storage book, uint32 epoch) private view returns (uint192) {
        uint32 until = epoch < book.through ? epoch : book.through;
        (bool found, uint32 last) = book.arrivals.lastBefore(until);
        // forge-lint: disable-next-line(unsafe-typecast): from its division on a period holds an accumulator.
        return found ? uint192(book.periods[last]) : 0;
    }

    // --- private: dividends ---

    function _draw(
        ProjectId project,
        address token,
        MemberId member,
        uint32[] calldata epochs
    ) private returns (uint256 amount) {
        _divide(project, token, FEW);
        Book storage book = _books[project][token];
        Counted memory counted = book.counted[member];
        uint64[] memory lots = new uint64[](epochs.length);
        for (uint256 i; i < epochs.length; ++i) {
            uint64 fresh = _countLot(book, project, token, member, epochs[i]);
            counted.debt = SurplusMath.addDebt(counted.debt, fresh, _accumulatorBefore(book, epochs[i]));
            counted.shares += fresh;
            lots[i] = fresh;
        }
        if (epochs.length != 0) emit LotsCounted(project, token, member, epochs, lots, counted.shares);
        (amount, counted.debt) = SurplusMath.owed(counted.shares, book.accumulator, counted.debt);
        book.counted[member] = counted;
    }

    /// @dev Counts what a lot grew by since it was counted. Another leaf drawn later makes a lot grow.
    function _countLot(
        Book storage book,
        ProjectId project,
        address token,
        MemberId member,
        uint32 epoch
    ) private returns (uint64 fresh) {
        uint64 lot = shareLedger.lotOf(project, member, epoch);
        if (lot == 0) revert LotNotDrawn(project, member, epoch);
        (bool found, uint32 undivided) = book.arrivals.firstIn(book.through, epoch);
        if (found) revert DivideFirst(project, token, undivided);
        fresh = lot - book.lots[member].get(epoch);
        if (fresh != 0) book.lots[member].set(epoch, lot);
    }

    function _keep(Claim calldata claim, uint256 amount) private {
        uint256 purse;
        if (claim.member == NOBODY) {
            // forge-lint: disable-next-line(unsafe-typecast): a part of what is held.
            purse = _books[claim.project][claim.token].pocket += uint112(amount);
        } else {
            Holder holder = claim.member.ofMember();
            _payTo(holder, claim.token, amount);
            purse = purseOf(holder, claim.token);
        }
        emit DividendDrawn(claim.project, claim.token, claim.member, amount, purse);
    }

    /// @dev A purse that somebody has: of a member there is, or of an address.
    function _checkPayee(Holder to) private view {
        if (to == NO_ONE) revert PayeeRefused(address(0));
        MemberId member = to.member();
        if (member != NOBODY) members.keyOf(member);
    }

    function _giveCapital(ProjectId project, address token, uint256 amount) private {
        Holder commons = Holder.wrap(commonsPool);
        _payTo(commons, token, amount);
        emit CapitalTaken(project, token, amount, purseOf(commons, token));
    }

    // --- private: reading ---

    function _epoch() private view returns (uint32) {
        return EpochMath.epochAt(_genesis, block.timestamp);
    }

    /// @dev The first epoch that is not final: this one, or the one before.
    function _firstOpen() private view returns (uint32) {
        uint32 epoch = _epoch();
        return epoch == 0 ? 0 : epoch - 1;
    }

    function _number(uint256 numbers, Parameter parameter) private pure returns (uint256) {
        return (numbers >> (8 * uint256(parameter))) & 0xff;
    }

    function _isOwn(address account) internal view override returns (bool) {
        return account == address(this) || account == address(market) || account == commonsPool;
    }
}
