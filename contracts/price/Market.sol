// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {Signed} from "../base/Signed.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {Holders} from "../libraries/Holders.sol";
import {SurplusMath} from "../libraries/SurplusMath.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {COOPERATIVE, Holder, MemberId, NO_ONE, OfferId, OrderId, ProjectId, RequestId} from "../types/Ids.sol";
import {OrderStage, Standing} from "../types/Stages.sol";
import {IProjectRegistry, SaleTerms} from "../work/IProjectRegistry.sol";
import {Actors} from "./Actors.sol";
import {CostLine, IMarket, Offer, OfferState, Order, OrderState, Request} from "./IMarket.sol";
import {ISurplusPool, Payment, Settlement} from "./ISurplusPool.sol";
import {OfferTerms} from "./OfferTerms.sol";

/// @title Market
/// @notice Offers, requests, orders, group buys. See IMarket for meaning, errors and events.
/// @dev Tokens never move here: escrow is what SurplusPool took out of a purse and has not paid. Of an offer and of an order one slot each
/// is kept; their terms come back as data and are proved by their hash. Forbidden: an order that ends twice, an end that pays out more or
/// less than the price, a stage that goes back.
contract Market is IMarket, Signed, Actors {
    using Holders for MemberId;
    using OfferTerms for Offer;
    using OfferTerms for Request;

    uint256 private constant MOST_COSTS = 8;
    uint256 private constant MOST_WINDOW = 365 days;
    uint256 private constant DISPUTE = 30 days;
    /// @dev The longest silence that a vote may ask for.
    uint256 private constant MOST_SILENCE = 28 days;

    /// @notice The projects, whose charters bind sales.
    IProjectRegistry public immutable projects;
    /// @notice The numbers.
    Parameters public immutable parameters;
    /// @notice Where purses and escrow lie.
    ISurplusPool public immutable pool;
    uint256 private immutable _genesis;

    /// @notice What a project on probation sold in a token, one slot: 32 + 112 bits.
    struct Sales {
        uint32 epoch;
        uint112 sold; // in the token's smallest unit
    }

    /// @notice What is kept of a request, one slot.
    struct RequestState {
        uint64 filled;
        bool opened;
        bool cancelled;
    }

    mapping(OfferId offer => OfferState) private _offers;
    mapping(OrderId order => OrderState) private _orders;
    mapping(RequestId request => RequestState) private _requests;
    mapping(OfferId offer => mapping(Holder buyer => uint64)) private _pledged;
    mapping(Holder holder => uint32) public roundOf;
    mapping(ProjectId project => mapping(MemberId seller => bool)) public isNamedSeller;
    mapping(ProjectId project => mapping(address token => Sales)) private _sales;
    mapping(ProjectId project => uint32) private _clocks; // one more than the epoch in which the last clock runs out

    constructor(
        IMemberRegistry members_,
        IProjectRegistry projects_,
        Parameters parameters_,
        ISurplusPool pool_,
        address relay_
    ) OffNet(relay_) Actors(members_) {
        projects = projects_;
        parameters = parameters_;
        pool = pool_;
        _genesis = parameters_.genesis();
        if (address(pool_.market()) != address(this)) revert WiredOtherwise(address(pool_));
    }

    // --- buyers ---

    /// @inheritdoc IMarket
    function fund(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri,
        uint64 quantity
    ) external returns (OrderId) {
        return _fund(offer, signatures, uri, _holder(), quantity);
    }

    /// @inheritdoc IMarket
    function deliver(Order calldata order) external {
        (OrderId id, , OrderState memory state) = _find(order);
        _checkBuyer(order, id);
        if (state.stage != OrderStage.Shipped) revert OrderStands(id, state.stage);
        _orders[id].stage = OrderStage.Delivered;
        emit OrderDelivered(id);
    }

    /// @inheritdoc IMarket
    function accept(Order calldata order) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        _checkBuyer(order, id);
        bool may = _wasShipped(state.stage) || state.stage == OrderStage.Disputed;
        if (!may) revert OrderStands(id, state.stage);
        _end(order, id, offer, 0, OrderStage.Accepted);
    }

    /// @inheritdoc IMarket
    function rate(Order calldata order, uint8 stars, bytes32 comment) external {
        (OrderId id, , OrderState memory state) = _find(order);
        _checkBuyer(order, id);
        if (state.stage != OrderStage.Accepted) revert OrderStands(id, state.stage);
        if (stars == 0 || stars > 5 || state.stars != 0) revert RatingRefused(stars, state.stars);
        _orders[id].stars = stars;
        emit OrderRated(id, order.offer.project, stars, comment);
    }

    /// @inheritdoc IMarket
    function cancelRequest(Request calldata request) external {
        RequestId id = requestDigest(request);
        if (_canonical(request.buyer) != _holder()) revert NotYourOrder(OrderId.wrap(RequestId.unwrap(id)), _holder());
        if (_requests[id].cancelled) revert TakenBack();
        _requests[id].cancelled = true;
        emit RequestCancelled(id);
    }

    // --- sellers ---

    /// @inheritdoc IMarket
    function nameSeller(ProjectId project, MemberId seller, bool named) external {
        MemberId steward = members.memberOf(_actor());
        Standing standing = members.seatOf(steward).standing;
        if (standing != Standing.Active) revert IMemberRegistry.NotActive(steward, standing);
        if (!projects.isSteward(project, steward)) revert IProjectRegistry.NotStewardOf(project, steward);
        members.keyOf(seller);
        if (isNamedSeller[project][seller] == named) revert SellerNamedAlready(project, seller, named);
        isNamedSeller[project][seller] = named;
        emit SellerNamed(project, seller, steward, named);
    }

    /// @inheritdoc IMarket
    function ship(Order calldata order) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        _checkSeller(order, id);
        if (state.stage != OrderStage.Funded) revert OrderStands(id, state.stage);
        uint256 due = _due(order, offer, state);
        if (block.timestamp >= due) revert ShippingOver(id, due);
        _orders[id].stage = OrderStage.Shipped;
        emit OrderShipped(id);
    }

    /// @inheritdoc IMarket
    function cancelOffer(Offer calldata offer) external {
        OfferId id = offerDigest(offer);
        if (offer.seller.ofMember() != _holder()) revert NotYourOrder(OrderId.wrap(OfferId.unwrap(id)), _holder());
        OfferState memory state = _offers[id];
        if (state.reachedAt != 0) revert GroupIsReached(id, state.reachedAt);
        if (state.cancelled) revert TakenBack();
        _offers[id].cancelled = true;
        emit OfferCancelled(id);
    }

    // --- both ---

    /// @inheritdoc IMarket
    function refund(Order calldata order) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        _checkRefund(order, id, offer, state);
        _end(order, id, offer, _priceOf(order), OrderStage.Refunded);
    }

    /// @inheritdoc IMarket
    function acceptBySilence(Order calldata order) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        _checkParty(order, id);
        if (!_wasShipped(state.stage)) revert OrderStands(id, state.stage);
        uint256 due = _due(order, offer, state);
        uint32 epoch = EpochMath.epochAt(_genesis, due - order.offer.window);
        uint256 from = due + parameters.get(Parameter.SilenceDays, epoch) * 1 days;
        if (block.timestamp < from) revert OrderTooEarly(id, from);
        _end(order, id, offer, 0, OrderStage.Accepted);
    }

    /// @inheritdoc IMarket
    function dispute(Order calldata order, bytes32 cause) external {
        (OrderId id, , OrderState memory state) = _find(order);
        Holder actor = _holder();
        if (!_isBuyer(order, actor) && !_isSeller(order, actor)) revert NotYourOrder(id, actor);
        if (state.stage != OrderStage.Funded && !_wasShipped(state.stage)) revert OrderStands(id, state.stage);
        // forge-lint: disable-next-line(unsafe-typecast): seconds.
        (_orders[id].stage, _orders[id].disputedIn, _orders[id].disputedAt) = (
            OrderStage.Disputed,
            state.stage,
            uint40(block.timestamp)
        );
        emit OrderDisputed(id, actor, state.stage, cause);
    }

    /// @inheritdoc IMarket
    function split(
        Order calldata order,
        uint256 back,
        uint16 keyEpoch,
        uint40 expires,
        bytes calldata signature
    ) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        Holder actor = _holder();
        bool buyer = _isBuyer(order, actor);
        if (!buyer && !_isSeller(order, actor)) revert NotYourOrder(id, actor);
        _checkUnderWay(id, state.stage);
        _checkExpiry(expires);
        Holder other = buyer ? order.offer.seller.ofMember() : _canonical(order.buyer);
        _checkHolderSigned(other, keyEpoch, splitDigest(id, back, other, keyEpoch, expires), signature);
        _end(order, id, offer, back, OrderStage.Split);
    }

    /// @inheritdoc IMarket
    function arbitrate(Order calldata order, uint256 back) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        Holder actor = _holder();
        Holder arbiter = order.offer.arbiter;
        if (arbiter == NO_ONE || _canonical(arbiter) != actor) revert NotYourOrder(id, actor);
        if (state.stage != OrderStage.Disputed) revert OrderStands(id, state.stage);
        _end(order, id, offer, back, OrderStage.Split);
    }

    /// @inheritdoc IMarket
    function endDispute(Order calldata order) external {
        (OrderId id, OfferId offer, OrderState memory state) = _find(order);
        _checkParty(order, id);
        if (state.stage != OrderStage.Disputed) revert OrderStands(id, state.stage);
        uint256 from = state.disputedAt + DISPUTE;
        if (block.timestamp < from) revert OrderTooEarly(id, from);
        if (state.disputedIn == OrderStage.Funded) {
            _end(order, id, offer, _priceOf(order), OrderStage.Refunded);
        } else if (state.disputedIn == OrderStage.Delivered) {
            _end(order, id, offer, 0, OrderStage.Accepted);
        } else {
            _end(
                order,
                id,
                offer,
                _priceOf(order) - (order.offer.costPerUnit() * order.quantity) / 2,
                OrderStage.Split
            );
        }
    }

    /// @inheritdoc IMarket
    function cancelAll() external {
        Holder holder = _holder();
        uint32 round = ++roundOf[holder];
        emit AllCancelled(holder, round);
    }

    // --- anyone ---

    /// @inheritdoc IMarket
    function open(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri
    ) external returns (OfferId id) {
        (id, ) = _open(offer, signatures, uri);
    }

    /// @inheritdoc IMarket
    function openRequest(
        Request calldata request,
        bytes calldata signature,
        string calldata uri
    ) external returns (RequestId id) {
        (id, ) = _openRequest(request, signature, uri);
    }

    /// @inheritdoc IMarket
    function answer(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri,
        Request calldata request,
        bytes calldata signature,
        uint64 quantity
    ) external returns (OrderId order) {
        (RequestId id, RequestState memory state) = _openRequest(request, signature, "");
        uint8 which = OfferTerms.misfit(offer, request);
        if (which != 0) revert DoesNotFit(which);
        if (block.timestamp >= request.closes) revert OfferClosed(request.closes);
        uint64 left = request.quantity - state.filled;
        if (quantity > left) revert QuantityOutOfBounds(quantity, left);
        _requests[id].filled = state.filled + quantity;
        order = _fund(offer, signatures, uri, request.buyer, quantity);
        emit RequestAnswered(id, order, state.filled + quantity);
    }

    // --- views ---

    /// @inheritdoc IMarket
    function offerOf(OfferId offer) external view returns (OfferState memory) {
        return _offers[offer];
    }

    /// @inheritdoc IMarket
    function orderOf(OrderId order) external view returns (OrderState memory) {
        return _orders[order];
    }

    /// @inheritdoc IMarket
    function requestOf(RequestId request) external view returns (uint64 filled, bool opened, bool cancelled) {
        RequestState memory state = _requests[request];
        return (state.filled, state.opened, state.cancelled);
    }

    /// @inheritdoc IMarket
    function pledgedBy(OfferId offer, Holder buyer) external view returns (uint64) {
        return _pledged[offer][buyer];
    }

    /// @inheritdoc IMarket
    function soldIn(ProjectId project, address token, uint32 epoch) external view returns (uint256) {
        Sales memory sales = _sales[project][token];
        return sales.epoch == epoch ? sales.sold : 0;
    }

    /// @inheritdoc IMarket
    function clocksEnd(ProjectId project) external view returns (uint256) {
        uint32 epoch = _clocks[project];
        return epoch == 0 ? 0 : EpochMath.start(_genesis, epoch);
    }

    /// @inheritdoc IMarket
    function offerDigest(Offer calldata offer) public view returns (OfferId) {
        return OfferId.wrap(_hashTypedDataV4(offer.structHash()));
    }

    /// @inheritdoc IMarket
    function requestDigest(Request calldata request) public view returns (RequestId) {
        return RequestId.wrap(_hashTypedDataV4(request.structHash()));
    }

    /// @inheritdoc IMarket
    function orderId(Order calldata order) external view returns (OrderId) {
        return _orderId(offerDigest(order.offer), order.buyer, order.quantity, order.place);
    }

    /// @inheritdoc IMarket
    function splitDigest(
        OrderId order,
        uint256 back,
        Holder party,
        uint16 keyEpoch,
        uint40 expires
    ) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OfferTerms.SPLIT, order, back, party, keyEpoch, expires)));
    }

    // --- private: offers ---

    /// @dev All that can be said against an offer itself. The seller's signature is checked whenever the offer is used, so that a
    /// replaced key sells nothing; the beneficiaries', who only receive, once.
    function _open(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri
    ) private returns (OfferId id, SaleTerms memory terms) {
        id = offerDigest(offer);
        OfferState memory state = _offers[id];
        terms = _checkSale(offer);
        Holder seller = offer.seller.ofMember();
        if (state.cancelled || offer.round != roundOf[seller]) revert TakenBack();
        uint256 needed = state.opened ? 1 : offer.costs.length + 1;
        if (signatures.length < needed) revert SignaturesMissing(signatures.length, needed);
        _checkHolderSigned(seller, offer.keyEpoch, OfferId.unwrap(id), signatures[0]);
        if (state.opened) return (id, terms);
        _checkTerms(offer);
        for (uint256 i; i < offer.costs.length; ++i) {
            CostLine calldata line = offer.costs[i];
            _checkHolderSigned(line.to, line.keyEpoch, OfferId.unwrap(id), signatures[i + 1]);
        }
        _offers[id].opened = true;
        _extendClocks(offer);
        emit OfferOpened(id, offer.project, offer.seller, offer, uri);
    }

    /// @dev What the project's charter says today.
    function _checkSale(Offer calldata offer) private view returns (SaleTerms memory terms) {
        if (offer.project == COOPERATIVE) revert CooperativeSellsNothing();
        terms = projects.saleTerms(offer.project, offer.seller);
        if (!terms.open) revert ProjectNotSelling(offer.project);
        if (!terms.steward && !isNamedSeller[offer.project][offer.seller]) {
            revert NotSellerOf(offer.project, offer.seller);
        }
        if (offer.costs.length > MOST_COSTS) revert TooManyCostLines(offer.costs.length, MOST_COSTS);
        uint256 costs = offer.costPerUnit();
        uint256 surplus = offer.price > costs ? offer.price - costs : 0;
        uint256 least = (uint256(offer.price) * terms.minSurplus + 99) / 100;
        if (surplus < least) revert SurplusTooSmall(surplus, least);
    }

    /// @dev What never changes: checked once.
    function _checkTerms(Offer calldata offer) private view {
        _checkExpiry(offer.closes);
        _checkMeasure(offer.price, offer.quantity, offer.window);
        if (offer.target == 0 && offer.most == 0) return;
        if (offer.target == 0 || offer.target > offer.quantity || offer.most == 0) {
            revert GroupOutOfBounds(offer.target, offer.most, offer.quantity);
        }
    }

    function _checkMeasure(uint256 price, uint256 quantity, uint256 window) private pure {
        if (price == 0 || quantity == 0 || price * quantity > SurplusMath.MOST) {
            revert PriceOutOfBounds(price, quantity, SurplusMath.MOST);
        }
        if (window == 0 || window > MOST_WINDOW) revert WindowOutOfBounds(window, MOST_WINDOW);
    }

    function _openRequest(
        Request calldata request,
        bytes calldata signature,
        string memory uri
    ) private returns (RequestId id, RequestState memory state) {
        id = requestDigest(request);
        state = _requests[id];
        if (state.cancelled || request.round != roundOf[_canonical(request.buyer)]) revert TakenBack();
        _checkHolderSigned(request.buyer, request.keyEpoch, RequestId.unwrap(id), signature);
        if (state.opened) return (id, state);
        _checkExpiry(request.closes);
        _checkMeasure(request.price, request.quantity, request.window);
        _requests[id].opened = true;
        emit RequestOpened(id, request.buyer, request, uri);
    }

    // --- private: orders ---

    function _fund(
        Offer calldata offer,
        bytes[] calldata signatures,
        string calldata uri,
        Holder buyer,
        uint64 quantity
    ) private returns (OrderId order) {
        (OfferId id, SaleTerms memory terms) = _open(offer, signatures, uri);
        OfferState memory state = _offers[id];
        if (block.timestamp >= offer.closes) revert OfferClosed(offer.closes);
        if (quantity == 0 || quantity > offer.quantity - state.filled) {
            revert QuantityOutOfBounds(quantity, offer.quantity - state.filled);
        }
        uint256 price = uint256(offer.price) * quantity;
        if (terms.onProbation) _countSale(offer, price, terms.salesCap);
        order = _orderId(id, buyer, quantity, state.orders);
        OrderStage stage = offer.target == 0 ? OrderStage.Funded : OrderStage.Pledged;
        if (stage == OrderStage.Pledged) _pledge(offer, id, state, buyer, quantity);
        _orders[order] = OrderState(stage, OrderStage.None, uint40(block.timestamp), 0, 0);
        emit OrderFunded(order, id, buyer, quantity, state.orders, stage);
        state.filled += quantity;
        ++state.orders;
        if (offer.target != 0 && state.filled >= offer.target) {
            // forge-lint: disable-next-line(unsafe-typecast): seconds.
            state.reachedAt = uint40(block.timestamp);
            emit GroupReached(id, state.filled);
        }
        _offers[id] = state;
        pool.escrow(buyer, offer.token, price);
    }

    function _pledge(Offer calldata offer, OfferId id, OfferState memory state, Holder buyer, uint64 quantity) private {
        if (state.reachedAt != 0) revert GroupIsReached(id, state.reachedAt);
        uint256 pledged = uint256(_pledged[id][buyer]) + quantity;
        if (pledged > offer.most) revert AboveBuyersMost(pledged, offer.most);
        // forge-lint: disable-next-line(unsafe-typecast): compared before.
        _pledged[id][buyer] = uint64(pledged);
    }

    function _countSale(Offer calldata offer, uint256 price, uint128 cap) private {
        uint32 epoch = EpochMath.epochAt(_genesis, block.timestamp);
        Sales memory sales = _sales[offer.project][offer.token];
        uint256 sold = sales.epoch == epoch ? sales.sold : 0;
        uint256 left = cap > sold ? cap - sold : 0;
        if (price > left) revert SalesCapReached(offer.project, price, left);
        if (sold + price > SurplusMath.MOST) revert PriceOutOfBounds(price, sold, SurplusMath.MOST);
        // forge-lint: disable-next-line(unsafe-typecast): compared before.
        _sales[offer.project][offer.token] = Sales(epoch, uint112(sold + price));
    }

    /// @dev By the last order that the offer can get. Written once an epoch or so: it tells by epochs.
    function _extendClocks(Offer calldata offer) private {
        uint256 last = uint256(offer.closes) + offer.window + MOST_SILENCE + DISPUTE;
        uint32 end = 1 + EpochMath.epochAt(_genesis, last);
        if (end > _clocks[offer.project]) _clocks[offer.project] = end;
    }

    /// @dev Ends an order: what is not given back pays the costs first, in proportion, and what is left over is surplus.
    function _end(Order calldata order, OrderId id, OfferId offer, uint256 back, OrderStage stage) private {
        uint256 price = _priceOf(order);
        if (back > price) revert BackOutOfBounds(back, price);
        uint256 kept = price - back;
        uint256 costs = order.offer.costPerUnit() * order.quantity;
        uint256 surplus = kept > costs ? kept - costs : 0;
        (Payment[] memory lines, uint256 paid) = _linesOf(order, kept, costs);
        back = price - surplus - paid; // what rounding leaves of the lines is the buyer's
        _orders[id].stage = stage;
        emit OrderEnded(id, offer, stage, back, surplus);
        Offer calldata terms = order.offer;
        // forge-lint: disable-next-line(unsafe-typecast): parts of the price.
        pool.settle(Settlement(id, terms.project, terms.token, order.buyer, uint112(back), uint112(surplus), lines));
    }

    function _linesOf(
        Order calldata order,
        uint256 kept,
        uint256 costs
    ) private pure returns (Payment[] memory lines, uint256 paid) {
        if (kept == 0) return (lines, 0);
        uint256 count = order.offer.costs.length;
        lines = new Payment[](count);
        for (uint256 i; i < count; ++i) {
            CostLine calldata line = order.offer.costs[i];
            uint256 amount = SurplusMath.line(uint256(line.amount) * order.quantity, kept, costs);
            // forge-lint: disable-next-line(unsafe-typecast): a part of the price.
            lines[i] = Payment(line.to, uint112(amount));
            paid += amount;
        }
    }

    // --- private: reading ---

    /// @dev The order, proved by its hash. A pledge of a group buy that was reached stands as Funded.
    function _find(Order calldata order) private view returns (OrderId id, OfferId offer, OrderState memory state) {
        offer = offerDigest(order.offer);
        id = _orderId(offer, order.buyer, order.quantity, order.place);
        state = _orders[id];
        if (state.stage == OrderStage.None) revert NoSuchOrder(id);
        if (state.stage == OrderStage.Pledged && _offers[offer].reachedAt != 0) state.stage = OrderStage.Funded;
    }

    function _orderId(OfferId offer, Holder buyer, uint64 quantity, uint32 place) private pure returns (OrderId) {
        return OrderId.wrap(keccak256(abi.encode(offer, buyer, quantity, place)));
    }

    /// @dev When the time to ship is over: from funding, or from the second in which the group buy was reached.
    function _due(Order calldata order, OfferId offer, OrderState memory state) private view returns (uint256) {
        uint256 from = order.offer.target == 0 ? state.fundedAt : _offers[offer].reachedAt;
        return from + order.offer.window;
    }

    function _priceOf(Order calldata order) private pure returns (uint256) {
        return uint256(order.offer.price) * order.quantity;
    }

    function _wasShipped(OrderStage stage) private pure returns (bool) {
        return stage == OrderStage.Shipped || stage == OrderStage.Delivered;
    }

    // --- private: who may ---

    function _isBuyer(Order calldata order, Holder actor) private view returns (bool) {
        return _canonical(order.buyer) == actor;
    }

    function _isSeller(Order calldata order, Holder actor) private pure returns (bool) {
        return order.offer.seller.ofMember() == actor;
    }

    function _checkBuyer(Order calldata order, OrderId id) private view {
        Holder actor = _holder();
        if (!_isBuyer(order, actor)) revert NotYourOrder(id, actor);
    }

    function _checkSeller(Order calldata order, OrderId id) private view {
        Holder actor = _holder();
        if (!_isSeller(order, actor)) revert NotYourOrder(id, actor);
    }

    /// @dev Seller, buyer, or whom a cost line pays.
    function _checkParty(Order calldata order, OrderId id) private view {
        Holder actor = _holder();
        if (_isBuyer(order, actor) || _isSeller(order, actor)) return;
        for (uint256 i; i < order.offer.costs.length; ++i) {
            if (_canonical(order.offer.costs[i].to) == actor) return;
        }
        revert NotYourOrder(id, actor);
    }

    function _checkUnderWay(OrderId id, OrderStage stage) private pure {
        bool underWay = stage == OrderStage.Funded || _wasShipped(stage) || stage == OrderStage.Disputed;
        if (!underWay) revert OrderStands(id, stage);
    }

    /// @dev Who may give all back, and when.
    function _checkRefund(Order calldata order, OrderId id, OfferId offer, OrderState memory state) private view {
        Holder actor = _holder();
        bool buyer = _isBuyer(order, actor);
        if (!buyer && !_isSeller(order, actor)) revert NotYourOrder(id, actor);
        if (state.stage == OrderStage.Pledged) {
            bool over =
                _offers[offer].cancelled ||
                    block.timestamp >= order.offer.closes ||
                    order.offer.round != roundOf[order.offer.seller.ofMember()];
            if (!over) revert PledgesBind(id, order.offer.closes);
        } else if (state.stage == OrderStage.Funded) {
            uint256 due = _due(order, offer, state);
            if (!_isSeller(order, actor) && block.timestamp < due) revert OrderTooEarly(id, due);
        } else {
            bool conceded =
                state.stage == OrderStage.Disputed && state.disputedIn == OrderStage.Funded && _isSeller(order, actor);
            if (!conceded) revert OrderStands(id, state.stage);
        }
    }
}
