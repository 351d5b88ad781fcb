// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holder, MemberId, OrderId, ProjectId} from "../types/Ids.sol";
import {IMarket} from "./IMarket.sol";
import {IPurses} from "./IPurses.sol";

/// @notice What a cost line gets.
struct Payment {
    Holder to;
    uint112 amount; // the token's smallest unit
}

/// @notice How an order ended, in money: the lines, `back` and `surplus` are its price, exactly.
struct Settlement {
    OrderId order;
    ProjectId project;
    address token;
    Holder buyer;
    uint112 back; //    to the buyer
    uint112 surplus; // to be shared
    Payment[] lines; // the cost lines
}

/// @notice Whose dividends of which project and token, and which lots are counted with them from now on.
struct Claim {
    ProjectId project;
    address token;
    MemberId member; //  0: the project's reserve
    uint32[] epochs; //  of lots that were drawn; a lot that grew counts with what it grew by
}

/// @notice What a project has in a token, beside what is divided.
struct Account {
    uint192 accumulator; // what a share got in all, Q64, modulo 2^192
    uint32 through; //      what arrived before this epoch is divided
    uint112 reserve; //     in force
    uint64 remainder; //    carried to the next division, below the shares of the last
    uint112 pocket; //      dividends of shares that the reserve drew
}

/// @title Surplus
/// @notice Surplus = price − cost lines. Members' part, commons' part and reserve are numbers of a vote; the reserve is 40 % at least and
/// takes what rounding leaves. Of the members' part the buyer gets the patronage rebate (惠顾返还) at once, in the token paid; the rest
/// is dividend. A surplus belongs to the epoch it arrives in, and is divided when that epoch is final, over all shares including that
/// epoch's: nobody gains by coming early or loses by coming late. Whoever has shares draws whenever, with the same result.
/// Nothing here is read by value: shares never follow from money.
interface ISurplusPool is IPurses {
    /// @notice The surplus of an order arrived. The parts are the whole, exactly.
    /// @param rebate in the buyer's purse; @param dividend over the project's shares; @param commons over the cooperative's own shares
    /// @param capital for guarantees; @param reserve of the project
    event SurplusArrived(
        ProjectId indexed project,
        address indexed token,
        OrderId indexed order,
        uint32 epoch,
        uint256 rebate,
        uint256 dividend,
        uint256 commons,
        uint256 capital,
        uint256 reserve
    );
    /// @notice What arrived in an epoch was divided. `shares` 0: there were none, and the dividend joined the reserve.
    /// @param accumulator what a share got in all, Q64; @param reserve of the project after it; @param capital that the commons may pull after it
    event SurplusDivided(
        ProjectId indexed project,
        address indexed token,
        uint32 indexed epoch,
        uint256 dividend,
        uint64 shares,
        uint192 accumulator,
        uint256 reserve,
        uint256 capital
    );
    /// @notice Lots were counted for dividends from now on. `lots`: what each of `epochs` grew by, in that order; `shares` are those that are
    /// counted in all.
    event LotsCounted(
        ProjectId indexed project,
        address indexed token,
        MemberId indexed member,
        uint32[] epochs,
        uint64[] lots,
        uint64 shares
    );
    /// @notice Dividends were drawn. `purse`: what the purse (of member 0: the reserve's pocket) holds after it.
    event DividendDrawn(
        ProjectId indexed project,
        address indexed token,
        MemberId indexed member,
        uint256 amount,
        uint256 purse
    );
    /// @notice Dividends were drawn and paid out to `to`, past the purse. `held`: what all purses and accounts together hold after it.
    event DividendPaidOut(
        ProjectId indexed project,
        address indexed token,
        MemberId indexed member,
        address to,
        uint256 amount,
        uint256 held
    );
    /// @notice A vote paid a refund or a named cost out of a project's reserve, or out of its pocket. `left` is what remains there.
    event ReserveSpent(
        ProjectId indexed project,
        address indexed token,
        Holder indexed to,
        uint256 amount,
        bytes32 cause,
        bool fromPocket,
        uint256 left
    );
    /// @notice Guarantee capital went into the purse of the commons: out of surplus (project 0), or a closed project's reserve.
    event CapitalTaken(ProjectId indexed project, address indexed token, uint256 amount, uint256 purse);

    /// @notice Only the market may do this.
    error OnlyByMarket(address caller);
    /// @notice Only the commons may do this.
    error OnlyByCommons(address caller);
    /// @notice No shares of this lot were drawn: draw the lot itself first.
    error LotNotDrawn(ProjectId project, MemberId member, uint32 epoch);
    /// @notice What arrived in this epoch must be divided first: close the project's epochs in the share ledger, then divide.
    error DivideFirst(ProjectId project, address token, uint32 epoch);
    /// @notice At most a tenth of a reserve, or of the capital, may go in an epoch: `most` now.
    error AboveATenth(uint256 amount, uint256 most);
    /// @notice The project is closed, and its reserve belongs to the commons.
    error ReserveGone(ProjectId project, uint256 since);
    /// @notice The reserve of this project stays: it is open, or its last order is not 90 days past. 0: it is open.
    error ReserveStays(ProjectId project, uint256 until);

    // --- the market ---

    /// @notice Takes the price of an order out of the buyer's purse; it is in escrow from then on. Errors: OnlyByMarket, TokenNotListed, PurseTooSmall.
    function escrow(Holder buyer, address token, uint256 amount) external;
    /// @notice Pays an order that ended out of escrow. Never fails for reasons that lie in a token, a member or a vote. Errors: OnlyByMarket. Emits SurplusArrived.
    function settle(Settlement calldata settlement) external;

    // --- anyone ---

    /// @notice Divides what arrived in up to `most` epochs that are final, in order, if the share ledger has closed them. Returns how many.
    /// Emits SurplusDivided.
    function divide(ProjectId project, address token, uint256 most) external returns (uint256 divided);
    /// @notice Draws dividends for their holders, into their purses. Anyone, for anyone, whenever. Returns what was drawn of each.
    /// @dev Errors: LotNotDrawn, DivideFirst. Emits SurplusDivided, LotsCounted, DividendDrawn.
    function draw(Claim[] calldata claims) external returns (uint256[] memory amounts);

    // --- members ---

    /// @notice Draws the acting member's dividends of one project and token straight to `to`, past the purse.
    /// @dev Errors: those of `draw` and of `withdraw`. Emits SurplusDivided, LotsCounted, DividendPaidOut.
    function drawOut(
        ProjectId project,
        address token,
        uint32[] calldata epochs,
        address to
    ) external returns (uint256 amount);

    // --- the commons ---

    /// @notice Moves the capital out of surpluses that were divided into the purse of the commons. Errors: OnlyByCommons. Emits CapitalTaken.
    function takeCapital(address token) external returns (uint256 amount);
    /// @notice Moves a closed project's reserve into the purse of the commons. Errors: OnlyByCommons, ReserveStays, DivideFirst. Emits CapitalTaken.
    function takeReserve(ProjectId project, address token) external returns (uint256 amount);

    // --- by vote ---

    /// @notice Pays a refund or a named cost out of a project's reserve, a tenth of it an epoch at most. `cause`: digest of the reason.
    /// @dev Errors: OnlyByVote, AmountOutOfBounds, DivideFirst, AboveATenth, ReserveGone. Emits ReserveSpent.
    function spendReserve(ProjectId project, address token, Holder to, uint256 amount, bytes32 cause) external;
    /// @notice The same out of the pocket, where the dividends of shares that the reserve drew lie. Errors: OnlyByVote, AmountOutOfBounds.
    function spendPocket(ProjectId project, address token, Holder to, uint256 amount, bytes32 cause) external;

    // --- views ---

    /// @notice The one contract that moves escrow.
    function market() external view returns (IMarket);
    /// @notice The one contract that takes guarantee capital.
    function commonsPool() external view returns (address);
    /// @notice What a project has in a token.
    function accountOf(ProjectId project, address token) external view returns (Account memory);
    /// @notice What arrived in an epoch and is not divided: for shares, and for the reserve (of project 0: for guarantee capital).
    function arrivedIn(
        ProjectId project,
        address token,
        uint32 epoch
    ) external view returns (uint256 dividend, uint256 reserve);
    /// @notice What a share got in all until and with an epoch, Q64, modulo 2^192.
    function accumulatorAt(ProjectId project, address token, uint32 epoch) external view returns (uint192);
    /// @notice The shares of a member that are counted in a project and token, and the debt against them, Q64, modulo 2^192.
    function countedOf(
        ProjectId project,
        address token,
        MemberId member
    ) external view returns (uint64 shares, uint192 debt);
    /// @notice How much of a lot is counted.
    function countedLot(ProjectId project, address token, MemberId member, uint32 epoch) external view returns (uint64);
    /// @notice Guarantee capital that the commons may pull.
    function capitalOf(address token) external view returns (uint256);
    /// @notice From when a closed project's reserve belongs to the commons; 0: the project is open.
    function reserveGoneFrom(ProjectId project) external view returns (uint256);
}
