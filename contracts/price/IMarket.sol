// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holder, MemberId, OfferId, OrderId, ProjectId, RequestId} from "../types/Ids.sol";
import {Flow, OrderStage} from "../types/Stages.sol";

/// @notice A cost of each unit that the price covers: paid to a beneficiary who signed for it, flat, never a share of the price.
/// What a connector gets is such a line too.
struct CostLine {
    Holder to; //        the beneficiary: a member, or an address
    uint16 keyEpoch; //  of the member's key that signs; 0 for an address
    Flow flow; //        what it pays for
    uint112 amount; //   per unit, in the token's smallest unit
}

/// @notice What a seller offers (EIP-712). The seller signs it, and so does the beneficiary of each cost line: all the same words.
struct Offer {
    ProjectId project; //  whose steward, or named seller, sells; not 0
    MemberId seller;
    uint16 keyEpoch; //    of the seller's key
    address token; //      settlement token
    Flow flow;
    bytes32 schema; //     digest of the document that says how the item is described
    bytes32 item; //       digest of the item's description; its unit is in it
    uint112 price; //      per unit, in the token's smallest unit
    CostLine[] costs; //   0 to 8
    uint64 quantity; //    units, all orders together
    uint40 closes; //      seconds since 1970: no order from then on; at most 30 days ahead when it is first used
    uint32 window; //      seconds from funding to shipping, at most a year
    Holder arbiter; //     who may settle a dispute; 0: nobody
    uint64 target; //      of a group buy: units that must be pledged before anything is made; 0: no group buy
    uint64 most; //        of a group buy: units of one buyer
    uint32 round; //       of the seller: taking all back raises it
    uint256 salt; //       so that the same terms can be offered twice
}

/// @notice What a buyer asks for (EIP-712): anyone may bring it together with an offer that fits.
struct Request {
    Holder buyer; //      a member, or an address
    uint16 keyEpoch; //   of the member's key; 0 for an address
    ProjectId project; // of this project only; 0: of any
    address token;
    Flow flow;
    bytes32 schema;
    bytes32 item;
    uint112 price; //     per unit, at most
    uint64 quantity; //   units, all orders together
    uint40 closes; //     seconds since 1970; at most 30 days ahead when it is first used
    uint32 window; //     seconds from funding to shipping, at most
    Holder arbiter; //    the same as the offer's
    uint32 round; //      of the buyer: taking all back raises it
    uint256 salt;
}

/// @notice An order as everyone names it: its terms come back as data, and its id is their hash.
struct Order {
    Offer offer;
    Holder buyer;
    uint64 quantity;
    uint32 place; // among the offer's orders, from 0
}

/// @notice What is kept of an offer, one slot: 64 + 32 + 40 + 8 + 8 = 152 bits.
struct OfferState {
    uint64 filled; //    units ordered
    uint32 orders; //    how many orders
    uint40 reachedAt; // of a group buy: when the target was reached; 0: it is not
    bool opened; //      all signatures were seen
    bool cancelled;
}

/// @notice What is kept of an order, one slot: 8 + 8 + 40 + 40 + 8 = 104 bits.
struct OrderState {
    OrderStage stage;
    OrderStage disputedIn; // the stage in which the dispute began
    uint40 fundedAt; //       seconds since 1970; of a pledge: when it was made
    uint40 disputedAt;
    uint8 stars; //           the buyer's rating, 1 to 5; 0: none
}

/// @title Market
/// @notice Sellers and buyers deal with one another, with no platform in the middle. Offers and requests are signed with no network and
/// carried by anyone: file, link, code, or any relay's list. Nothing can change after signing. An order is paid into escrow out of the
/// buyer's purse, and ends in one of three ways, each of which pays out all of it. No state is without an exit for each side, and no
/// exit depends on a token, a vote or the other side: payments are credits to purses.
interface IMarket {
    /// @notice An offer was seen with all its signatures for the first time. `uri`: where its description lies, as its carrier says.
    event OfferOpened(
        OfferId indexed offer,
        ProjectId indexed project,
        MemberId indexed seller,
        Offer terms,
        string uri
    );
    /// @notice The seller took an offer back: no order from now on; of a group buy not yet reached, every pledge may be refunded.
    event OfferCancelled(OfferId indexed offer);
    /// @notice A group buy reached its target: every pledge is an order from this second on.
    event GroupReached(OfferId indexed offer, uint64 units);
    /// @notice A request was seen with its signature for the first time.
    event RequestOpened(RequestId indexed request, Holder indexed buyer, Request terms, string uri);
    /// @notice A request was met by an order, in part or whole. `filled`: units until now.
    event RequestAnswered(RequestId indexed request, OrderId indexed order, uint64 filled);
    /// @notice The buyer took a request back.
    event RequestCancelled(RequestId indexed request);
    /// @notice A member or buyer took back every offer and request of earlier rounds at once.
    event AllCancelled(Holder indexed holder, uint32 round);
    /// @notice A steward named a seller of a project, or named him no more.
    event SellerNamed(ProjectId indexed project, MemberId indexed seller, MemberId indexed by, bool named);
    /// @notice An order was funded, or pledged to a group buy.
    event OrderFunded(
        OrderId indexed order,
        OfferId indexed offer,
        Holder indexed buyer,
        uint64 quantity,
        uint32 place,
        OrderStage stage
    );
    /// @notice The seller shipped, or did what was ordered.
    event OrderShipped(OrderId indexed order);
    /// @notice The buyer says that it came.
    event OrderDelivered(OrderId indexed order);
    /// @notice One of the two objects. `cause`: digest of the reason; `stage`: in which it stood.
    event OrderDisputed(OrderId indexed order, Holder indexed by, OrderStage stage, bytes32 cause);
    /// @notice An order ended. `back` to the buyer, `surplus` to be shared; the rest to the cost lines, in proportion.
    event OrderEnded(OrderId indexed order, OfferId indexed offer, OrderStage stage, uint256 back, uint256 surplus);
    /// @notice The buyer rated what was accepted, 1 to 5 stars. `comment`: digest of a text; 0: none.
    event OrderRated(OrderId indexed order, ProjectId indexed project, uint8 stars, bytes32 comment);

    /// @notice The other contract names another market.
    error WiredOtherwise(address other);
    /// @notice Project 0 sells nothing.
    error CooperativeSellsNothing();
    /// @notice The project is not open for sales now.
    error ProjectNotSelling(ProjectId project);
    /// @notice Neither a steward of the project nor named as its seller.
    error NotSellerOf(ProjectId project, MemberId member);
    /// @notice The seller is named, or not named, already.
    error SellerNamedAlready(ProjectId project, MemberId seller, bool named);
    /// @notice Less of the price is left over than the project's charter asks for. Per unit, in the token's smallest unit.
    error SurplusTooSmall(uint256 surplus, uint256 least);
    /// @notice At most eight cost lines.
    error TooManyCostLines(uint256 given, uint256 most);
    /// @notice One signature for the seller and one for each cost line are needed.
    error SignaturesMissing(uint256 given, uint256 needed);
    /// @notice Price and quantity must be above zero, and their product within what can be held.
    error PriceOutOfBounds(uint256 price, uint256 quantity, uint256 most);
    /// @notice The time to ship is above zero and at most a year.
    error WindowOutOfBounds(uint256 window, uint256 most);
    /// @notice The target of a group buy is above what is offered, or a buyer may have nothing.
    error GroupOutOfBounds(uint64 target, uint64 most, uint64 quantity);
    /// @notice The seller, or the buyer of a request, took it back.
    error TakenBack();
    /// @notice No order from then on.
    error OfferClosed(uint256 closes);
    /// @notice Less is left: `left` units.
    error QuantityOutOfBounds(uint256 wanted, uint256 left);
    /// @notice While on probation a project sells for at most so much in a token and epoch.
    error SalesCapReached(ProjectId project, uint256 wanted, uint256 left);
    /// @notice The group buy reached its target: what was pledged is being made, and nothing is added or taken back.
    error GroupIsReached(OfferId offer, uint256 reachedAt);
    /// @notice A buyer may pledge at most so much.
    error AboveBuyersMost(uint256 wanted, uint256 most);
    /// @notice Offer and request do not fit: see which. 1 project, 2 token, 3 flow, 4 schema, 5 item, 6 price, 7 window, 8 arbiter, 9 a group buy,
    /// whose pledge binds longer than a request says.
    error DoesNotFit(uint8 which);
    /// @notice There is no such order; the terms given are not those that were signed and funded.
    error NoSuchOrder(OrderId order);
    /// @notice The order stands where this cannot be done.
    error OrderStands(OrderId order, OrderStage stage);
    /// @notice This is for another party of the order.
    error NotYourOrder(OrderId order, Holder actor);
    /// @notice It is too late: the time to ship is over.
    error ShippingOver(OrderId order, uint256 due);
    /// @notice It is too early.
    error OrderTooEarly(OrderId order, uint256 from);
    /// @notice A pledge binds until the group buy is reached, missed or taken back.
    error PledgesBind(OrderId order, uint256 closes);
    /// @notice The buyer cannot have back more than the price.
    error BackOutOfBounds(uint256 back, uint256 most);
    /// @notice One to five stars, once.
    error RatingRefused(uint8 stars, uint8 given);

    // --- buyers ---

    /// @notice Orders `quantity` units of an offer, paid out of the acting holder's purse; of a group buy, pledges them.
    /// @param signatures the seller's first; where the offer was not seen before, then one for each cost line
    /// @param uri where its description lies; told once
    /// @dev Errors: those of `open`, OfferClosed, QuantityOutOfBounds, SalesCapReached, GroupIsReached, AboveBuyersMost,
    /// TokenNotListed, PurseTooSmall. Emits OfferOpened, OrderFunded, GroupReached.
    function fund(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri,
        uint64 quantity
    ) external returns (OrderId);
    /// @notice The buyer says that it came. Errors: NoSuchOrder, NotYourOrder, OrderStands. Emits OrderDelivered.
    function deliver(Order calldata order) external;
    /// @notice The buyer accepts what was shipped, delivered or disputed. Errors: likewise. Emits OrderEnded.
    function accept(Order calldata order) external;
    /// @notice The buyer rates an order that was accepted. Errors: likewise, RatingRefused. Emits OrderRated.
    function rate(Order calldata order, uint8 stars, bytes32 comment) external;
    /// @notice Takes back a request. Errors: NotYourOrder, TakenBack. Emits RequestCancelled.
    function cancelRequest(Request calldata request) external;

    // --- sellers ---

    /// @notice An active steward names a seller of the project, or names him no more. Errors: NotActive, NotStewardOf, SellerNamedAlready, NoSuchMember. Emits SellerNamed.
    function nameSeller(ProjectId project, MemberId seller, bool named) external;
    /// @notice The seller shipped. Errors: NoSuchOrder, NotYourOrder, OrderStands, ShippingOver. Emits OrderShipped.
    function ship(Order calldata order) external;
    /// @notice Takes back an offer. Errors: NotYourOrder, TakenBack, GroupIsReached. Emits OfferCancelled.
    function cancelOffer(Offer calldata offer) external;

    // --- both ---

    /// @notice Gives the whole price back: by the seller before shipping, or in a dispute that began before shipping; by the buyer once
    /// the time to ship is over; of a pledge, by its buyer once the group buy was missed or taken back.
    /// @dev Errors: NoSuchOrder, NotYourOrder, OrderStands, OrderTooEarly, PledgesBind. Emits OrderEnded.
    function refund(Order calldata order) external;
    /// @notice Accepts in the buyer's silence what was shipped or delivered: by seller, buyer or a cost line's beneficiary, once the time to
    /// ship and the days of silence are over. Errors: NoSuchOrder, NotYourOrder, OrderStands, OrderTooEarly. Emits OrderEnded.
    function acceptBySilence(Order calldata order) external;
    /// @notice Objects. `cause`: digest of the reason. Errors: NoSuchOrder, NotYourOrder, OrderStands. Emits OrderDisputed.
    function dispute(Order calldata order, bytes32 cause) external;
    /// @notice Ends an order as both agree: one acts, the other signed `Split`. `back` goes to the buyer.
    /// @param keyEpoch of the other's key; @param expires of the other's signature, at most 30 days ahead
    /// @dev Errors: NoSuchOrder, NotYourOrder, OrderStands, BackOutOfBounds, HolderDidNotSign, SignatureExpired, SignatureTooLong. Emits OrderEnded.
    function split(
        Order calldata order,
        uint256 back,
        uint16 keyEpoch,
        uint40 expires,
        bytes calldata signature
    ) external;
    /// @notice The arbiter whom both signed for ends a dispute. Errors: NoSuchOrder, NotYourOrder, OrderStands, BackOutOfBounds. Emits OrderEnded.
    function arbitrate(Order calldata order, uint256 back) external;
    /// @notice Ends a dispute after 30 days, by the stage it began in: not shipped → all to the buyer; shipped → half of each cost, the rest to the
    /// buyer; delivered → accepted. By seller, buyer or a beneficiary. Errors: NoSuchOrder, NotYourOrder, OrderStands, OrderTooEarly. Emits OrderEnded.
    function endDispute(Order calldata order) external;
    /// @notice Takes back every offer and request that the acting holder signed until now. Emits AllCancelled.
    function cancelAll() external;

    // --- anyone ---

    /// @notice Puts an offer on record. Errors: CooperativeSellsNothing, ProjectNotSelling, NotSellerOf, SurplusTooSmall, TooManyCostLines,
    /// SignaturesMissing, PriceOutOfBounds, WindowOutOfBounds, GroupOutOfBounds, TakenBack, HolderDidNotSign, SignatureExpired, SignatureTooLong. Emits OfferOpened.
    function open(Offer calldata offer, bytes[] calldata signatures, string calldata uri) external returns (OfferId);
    /// @notice Puts a request on record, so that producers find it. Errors: PriceOutOfBounds, WindowOutOfBounds, TakenBack, HolderDidNotSign,
    /// SignatureExpired, SignatureTooLong. Emits RequestOpened.
    function openRequest(
        Request calldata request,
        bytes calldata signature,
        string calldata uri
    ) external returns (RequestId);
    /// @notice Brings a request together with an offer that fits: an order of `quantity` units, paid out of the request's buyer's purse.
    /// Errors: those of `fund` and `openRequest`, DoesNotFit. Emits those of `fund`, RequestOpened, RequestAnswered.
    function answer(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri,
        Request calldata request,
        bytes calldata signature,
        uint64 quantity
    ) external returns (OrderId);

    // --- views ---

    /// @notice What is kept of an offer.
    function offerOf(OfferId offer) external view returns (OfferState memory);
    /// @notice What is kept of an order; a pledge of a group buy that was reached is told as Pledged here, and acts as Funded.
    function orderOf(OrderId order) external view returns (OrderState memory);
    /// @notice Units of a request that were met; whether it was seen; whether it was taken back.
    function requestOf(RequestId request) external view returns (uint64 filled, bool opened, bool cancelled);
    /// @notice Units that a buyer pledged to a group buy.
    function pledgedBy(OfferId offer, Holder buyer) external view returns (uint64);
    /// @notice The round that a holder's new offers and requests must name.
    function roundOf(Holder holder) external view returns (uint32);
    /// @notice Whether a steward named the member as a seller of the project.
    function isNamedSeller(ProjectId project, MemberId seller) external view returns (bool);
    /// @notice What a project on probation sold in a token and epoch, refunded orders among it.
    function soldIn(ProjectId project, address token, uint32 epoch) external view returns (uint256);
    /// @notice When the clocks of all orders of a project's offers until now will have run out at the latest, in seconds since 1970; 0: it
    /// had none.
    function clocksEnd(ProjectId project) external view returns (uint256);
    /// @notice What seller and beneficiaries sign.
    function offerDigest(Offer calldata offer) external view returns (OfferId);
    /// @notice What a buyer signs.
    function requestDigest(Request calldata request) external view returns (RequestId);
    /// @notice The order's id.
    function orderId(Order calldata order) external view returns (OrderId);
    /// @notice What the other side of a split signs: EIP-712 `Split(bytes32 order,uint256 back,address party,uint16 keyEpoch,uint40 expires)`.
    function splitDigest(
        OrderId order,
        uint256 back,
        Holder party,
        uint16 keyEpoch,
        uint40 expires
    ) external view returns (bytes32);
}
