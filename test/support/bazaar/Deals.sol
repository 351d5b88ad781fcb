// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CostLine, IMarket, Offer, OfferState, Order, OrderState, Request} from "../../../contracts/price/IMarket.sol";
import {Holder, MemberId, OfferId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Flow, OrderStage} from "../../../contracts/types/Stages.sol";
import {Deal, Good, Stall} from "./Stall.sol";

/// Offers, requests and orders: of each call the traders know beforehand whether it is let in, and what comes of it.
abstract contract Deals is Stall {
    uint256 private constant VERBS = 10;

    mapping(uint256 project => bool) public named; // whether member 4 sells for it

    // --- offers ---

    /// An offer of a steward, or of member 4, with up to eight cost lines, each signed.
    function _offer() internal returns (bool) {
        Offer memory offer = _terms();
        bytes[] memory signatures = new bytes[](offer.costs.length + 1);
        bytes32 digest = OfferId.unwrap(_coop.market.offerDigest(offer));
        signatures[0] = _sign(MemberId.unwrap(offer.seller), digest);
        for (uint256 i; i < offer.costs.length; ++i) {
            signatures[i + 1] = _sign(_signerOf(Holder.unwrap(offer.costs[i].to)), digest);
        }
        bytes memory data = abi.encodeCall(IMarket.open, (offer, signatures, ""));
        if (!_try(_keyOf(STRANGER), address(_coop.market), data, _sells(offer), "open")) return false;
        Good memory good;
        (good.terms, good.signature) = (abi.encode(offer), signatures[0]);
        (good.coin, good.round) = (lastCoin, offer.round);
        _goods.push(good);
        // The last order that it can get would end by then, whatever becomes of it.
        uint256 end = _start(1 + _epochAt(uint256(offer.closes) + offer.window + 58 days));
        if (end > _clocks[lastProject]) _clocks[lastProject] = end;
        return true;
    }

    function _terms() private returns (Offer memory offer) {
        lastCoin = _pick(COINS);
        lastProject = 1 + _pick(3);
        offer.project = ProjectId.wrap(uint32(lastProject));
        offer.seller = MemberId.wrap(uint32(_pick(3) == 0 ? 4 : 1 + _pick(2)));
        offer.token = address(coins[lastCoin]);
        offer.schema = bytes32(_random);
        offer.price = uint112(_some(_pick(3) == 0 ? 70 : 24));
        offer.quantity = uint64(_some(7));
        offer.closes = uint40(time + 1 + _pick(30 days));
        offer.window = uint32(1 + _pick(60 days));
        if (_pick(3) != 0) offer.arbiter = Holder.wrap(_holderOf(5 + _pick(4)));
        if (_pick(3) == 0) (offer.target, offer.most) = (1 + uint64(_pick(offer.quantity)), uint64(_some(7)));
        offer.round = _rounds[MemberId.unwrap(offer.seller) - 1];
        // Two seeds that are alike, in one second, would else make one offer of two.
        offer.salt = uint256(keccak256(abi.encode(_random, _goods.length)));
        _addLines(offer);
    }

    /// Together 95 % of the price at most; now and then all of that.
    function _addLines(Offer memory offer) private {
        offer.costs = new CostLine[](_pick(9));
        uint256 left = (uint256(offer.price) * 95) / 100;
        for (uint256 i; i < offer.costs.length; ++i) {
            uint256 amount = _pick(2) == 0 ? left : _pick(left + 1);
            offer.costs[i] = CostLine(Holder.wrap(_holderOf(1 + _pick(8))), 0, Flow(_pick(5)), uint112(amount));
            left -= amount;
        }
    }

    function _signerOf(address holder) private view returns (uint256) {
        uint256 place = _placeOf(holder);
        return place < 7 ? place + 1 : place;
    }

    /// Whether the project sells today, by this seller, what was not taken back.
    function _sells(Offer memory offer) private view returns (bool) {
        (uint256 project, uint256 seller) = (ProjectId.unwrap(offer.project), MemberId.unwrap(offer.seller));
        bool may = seller <= 2 || named[project];
        return may && _isOpen(project) && offer.round == _rounds[seller - 1];
    }

    // --- orders ---

    /// Somebody orders, out of the purse; first he fills it.
    function _fund() internal returns (bool) {
        if (_goods.length == 0) return false;
        uint256 good = _pick(4) == 0 ? _recent(_goods.length) : _goods.length - 1;
        uint256 buyer = 1 + _pick(8);
        (bool known, uint64 quantity) = _wanted(good, buyer);
        if (!known) return false;
        bytes[] memory signatures = new bytes[](1);
        signatures[0] = _goods[good].signature;
        bytes memory data = abi.encodeCall(IMarket.fund, (_offerOf(good), signatures, "", quantity));
        bool may = _mayFund(good, buyer, quantity);
        if (_try(_keyOf(buyer), address(_coop.market), data, may, "fund")) _funded(good, buyer, quantity);
        return may;
    }

    /// A request that fits is answered by a stranger, in part; more than it asked for is refused.
    function _answer() internal returns (bool) {
        if (_goods.length == 0) return false;
        uint256 good = _pick(4) == 0 ? _recent(_goods.length) : _goods.length - 1;
        uint256 buyer = 1 + _pick(8);
        (bool known, uint64 quantity) = _wanted(good, buyer);
        if (!known || quantity == 0) return false;
        Request memory request = _request(_offerOf(good), buyer, quantity + uint64(_pick(3)));
        bytes memory ink = _sign(buyer, _digestOf(request));
        // A pledge would bind the buyer longer than the request says.
        bool may = _mayFund(good, buyer, quantity) && _offerOf(good).target == 0;
        bytes memory data = _answering(good, request, ink, quantity);
        if (!_try(_keyOf(STRANGER), address(_coop.market), data, may, "answer")) return may;
        _funded(good, buyer, quantity);
        data = _answering(good, request, ink, request.quantity - quantity + 1);
        _try(_keyOf(STRANGER), address(_coop.market), data, false, "more than was asked for");
        return true;
    }

    function _request(Offer memory offer, uint256 buyer, uint64 quantity) private returns (Request memory request) {
        request.buyer = Holder.wrap(_holderOf(buyer));
        if (_pick(2) == 0) request.project = offer.project;
        (request.token, request.flow, request.schema) = (offer.token, offer.flow, offer.schema);
        (request.item, request.arbiter, request.quantity) = (offer.item, offer.arbiter, quantity);
        request.price = offer.price + uint112(_pick(2));
        (request.closes, request.window) = (uint40(time + 1 days), offer.window + uint32(_pick(2)));
        request.round = _rounds[_placeOf(_holderOf(buyer))];
        request.salt = uint256(keccak256(abi.encode(_random, _deals.length)));
    }

    function _digestOf(Request memory request) private view returns (bytes32 digest) {
        bytes memory data = abi.encodeCall(IMarket.requestDigest, (request));
        (, bytes memory said) = address(_coop.market).staticcall(data);
        digest = abi.decode(said, (bytes32));
    }

    function _answering(
        uint256 good,
        Request memory request,
        bytes memory ink,
        uint64 quantity
    ) private view returns (bytes memory) {
        bytes[] memory signatures = new bytes[](1);
        signatures[0] = _goods[good].signature;
        return abi.encodeCall(IMarket.answer, (_offerOf(good), signatures, "", request, ink, quantity));
    }

    /// How much of an offer, with the money for it in the purse. Not known where only dividends would pay for it.
    function _wanted(uint256 good, uint256 buyer) private returns (bool known, uint64 quantity) {
        Offer memory offer = _offerOf(good);
        (lastProject, lastCoin) = (ProjectId.unwrap(offer.project), _goods[good].coin);
        uint64 left = offer.quantity - _goods[good].filled;
        quantity = uint64(_pick(3) == 0 ? _pick(left + 2) : 1 + _pick(left / 2 + 1));
        if (offer.target != 0 && _pick(2) == 0) quantity = left;
        uint256 price = uint256(offer.price) * quantity;
        if (_pick(8) != 0 && price > 0) _deposit(buyer, lastCoin, price);
        uint256 place = _placeOf(_holderOf(buyer));
        known = _free(place, lastCoin) >= price || purse[place][lastCoin] < price;
    }

    function _mayFund(uint256 good, uint256 buyer, uint64 quantity) private view returns (bool) {
        Offer memory offer = _offerOf(good);
        Good storage g = _goods[good];
        uint256 price = uint256(offer.price) * quantity;
        if (!_sells(offer) || g.cancelled || time >= offer.closes) return false;
        if (quantity == 0 || quantity > offer.quantity - g.filled) return false;
        if (offer.target != 0 && g.reachedAt != 0) return false;
        if (offer.target != 0 && _pledgedBy(good, _holderOf(buyer)) + quantity > offer.most) return false;
        bool capped = ProjectId.unwrap(offer.project) == 3 && _epoch() < _probationUntil;
        if (capped && sold[g.coin][_epoch()] + price > CAP) return false;
        return listed[g.coin] && purse[_placeOf(_holderOf(buyer))][g.coin] >= price;
    }

    function _pledgedBy(uint256 good, address holder) private view returns (uint256 sum) {
        for (uint256 i; i < _deals.length; ++i) {
            if (_deals[i].good == good && _deals[i].holder == holder) sum += _deals[i].quantity;
        }
    }

    function _funded(uint256 good, uint256 buyer, uint64 quantity) private {
        Offer memory offer = _offerOf(good);
        Good storage g = _goods[good];
        uint256 price = uint256(offer.price) * quantity;
        uint256 project = ProjectId.unwrap(offer.project);
        OrderStage stage = offer.target == 0 ? OrderStage.Funded : OrderStage.Pledged;
        address holder = _holderOf(buyer);
        _deals.push(Deal(good, buyer, holder, quantity, g.orders, stage, OrderStage.None, time, 0, false));
        (g.filled, g.orders) = (g.filled + quantity, g.orders + 1);
        if (offer.target != 0 && g.filled >= offer.target) g.reachedAt = time;
        purse[_placeOf(holder)][g.coin] -= price;
        escrow[g.coin] += price;
        if (project == 3 && _epoch() < _probationUntil) sold[g.coin][_epoch()] += price;
    }

    // --- what becomes of them ---

    /// Somebody does something about an order; mostly he whose turn it is.
    function _deal() internal returns (bool) {
        if (_deals.length == 0) return false;
        uint256 deal = _recent(_deals.length);
        for (uint256 i; i < 6 && _stands(deal) > OrderStage.Disputed; ++i) deal = _pick(_deals.length);
        uint256 verb = _verbFor(deal);
        return _do(deal, verb, _actorFor(deal, verb));
    }

    function _verbFor(uint256 deal) private returns (uint256) {
        if (_pick(4) == 0) return _pick(VERBS);
        OrderStage stage = _stands(deal);
        bool late = time > _fromOf(deal) + _offerOf(_deals[deal].good).window + 14 days;
        if (late && (stage == OrderStage.Shipped || stage == OrderStage.Delivered) && _pick(2) == 0) return 3;
        if (late && stage == OrderStage.Disputed && _pick(2) == 0) return 8;
        if (stage == OrderStage.Pledged) return 4;
        if (stage == OrderStage.Funded) return [uint256(0), 0, 4, 4, 5, 6][_pick(6)];
        if (stage == OrderStage.Shipped) return [uint256(1), 2, 3, 5, 6, 1][_pick(6)];
        if (stage == OrderStage.Delivered) return [uint256(2), 2, 3, 5, 6, 2][_pick(6)];
        if (stage == OrderStage.Disputed) return [uint256(7), 7, 7, 2, 6, 4][_pick(6)];
        return 9;
    }

    function _actorFor(uint256 deal, uint256 verb) private returns (uint256) {
        if (_pick(5) == 0) return _pick(9) == 0 ? STRANGER : 1 + _pick(8);
        Offer memory offer = _offerOf(_deals[deal].good);
        (uint256 seller, uint256 buyer) = (MemberId.unwrap(offer.seller), _deals[deal].buyer);
        if (verb == 0) return seller;
        if (verb == 1 || verb == 2 || verb == 9) return buyer;
        if (verb == 7 && Holder.unwrap(offer.arbiter) != address(0)) return _signerOf(Holder.unwrap(offer.arbiter));
        if ((verb == 3 || verb == 8) && offer.costs.length > 0 && _pick(2) == 0) {
            return _signerOf(Holder.unwrap(offer.costs[_pick(offer.costs.length)].to));
        }
        return _pick(2) == 0 ? seller : buyer;
    }

    function _do(uint256 deal, uint256 verb, uint256 actor) internal returns (bool may) {
        (lastProject, lastCoin) = (
            ProjectId.unwrap(_offerOf(_deals[deal].good).project),
            _goods[_deals[deal].good].coin
        );
        if (verb == 6 || verb == 7) return _settleBetween(deal, verb, actor);
        may = _may(deal, verb, actor);
        string[10] memory names = [
            "ship",
            "deliver",
            "accept",
            "acceptBySilence",
            "refund",
            "dispute",
            "split",
            "arbitrate",
            "endDispute",
            "rate"
        ];
        bool ok = _try(_keyOf(actor), address(_coop.market), _callOf(_orderOf(deal), verb), may, names[verb]);
        if (ok && may) _did(deal, verb);
        if (ok) done[names[verb]]++;
    }

    function _callOf(Order memory order, uint256 verb) private pure returns (bytes memory) {
        if (verb == 0) return abi.encodeCall(IMarket.ship, (order));
        if (verb == 1) return abi.encodeCall(IMarket.deliver, (order));
        if (verb == 2) return abi.encodeCall(IMarket.accept, (order));
        if (verb == 3) return abi.encodeCall(IMarket.acceptBySilence, (order));
        if (verb == 4) return abi.encodeCall(IMarket.refund, (order));
        if (verb == 5) return abi.encodeCall(IMarket.dispute, (order, 0));
        if (verb == 8) return abi.encodeCall(IMarket.endDispute, (order));
        return abi.encodeCall(IMarket.rate, (order, 5, 0));
    }

    function _did(uint256 deal, uint256 verb) private {
        Deal storage d = _deals[deal];
        uint256 price = _priceOf(deal);
        if (verb == 0) d.stage = OrderStage.Shipped;
        else if (verb == 1) d.stage = OrderStage.Delivered;
        else if (verb == 2 || verb == 3) _ends(deal, 0, OrderStage.Accepted);
        else if (verb == 4) _ends(deal, price, OrderStage.Refunded);
        else if (verb == 5) (d.disputedIn, d.disputedAt, d.stage) = (_stands(deal), time, OrderStage.Disputed);
        else if (verb == 9) d.rated = true;
        else if (d.disputedIn == OrderStage.Funded) _ends(deal, price, OrderStage.Refunded);
        else if (d.disputedIn == OrderStage.Delivered) _ends(deal, 0, OrderStage.Accepted);
        else _ends(deal, price - (_costOf(_offerOf(d.good)) * d.quantity) / 2, OrderStage.Split);
    }

    function _sellerOf(uint256 deal) internal view returns (uint256) {
        return MemberId.unwrap(_offerOf(_deals[deal].good).seller);
    }

    function _priceOf(uint256 deal) internal view returns (uint256) {
        return uint256(_offerOf(_deals[deal].good).price) * _deals[deal].quantity;
    }

    /// Ends as both agree, or as the arbiter says. Now and then the other did not sign, or more is to go back than was paid.
    function _settleBetween(uint256 deal, uint256 verb, uint256 actor) private returns (bool may) {
        uint256 back = _pick(8) == 0 ? _priceOf(deal) + 1 : _pick(_priceOf(deal) + 1);
        Order memory order = _orderOf(deal);
        (bool buyer, bool seller, ) = _roles(deal, actor);
        OrderStage stage = _stands(deal);
        if (verb == 7) {
            address arbiter = Holder.unwrap(order.offer.arbiter);
            may = arbiter != address(0) && _canonical(arbiter) == _holderOf(actor) && stage == OrderStage.Disputed;
            may = may && back <= _priceOf(deal);
            bytes memory said = abi.encodeCall(IMarket.arbitrate, (order, back));
            if (_try(_keyOf(actor), address(_coop.market), said, may, "arbitrate")) done["arbitrate"]++;
        } else {
            bool forged = _pick(6) == 0;
            bool under = stage > OrderStage.Pledged && stage <= OrderStage.Disputed;
            may = (buyer || seller) && under && back <= _priceOf(deal) && !forged;
            bytes memory said = _splitting(deal, back, buyer, forged);
            if (_try(_keyOf(actor), address(_coop.market), said, may, "split")) done["split"]++;
        }
        if (may) _ends(deal, back, OrderStage.Split);
    }

    function _splitting(uint256 deal, uint256 back, bool byBuyer, bool forged) private view returns (bytes memory) {
        Order memory order = _orderOf(deal);
        uint256 other = byBuyer ? MemberId.unwrap(order.offer.seller) : _deals[deal].buyer;
        uint40 expires = uint40(time + 1 days);
        bytes32 digest = _coop.market.splitDigest(
            _coop.market.orderId(order),
            back,
            Holder.wrap(_holderOf(other)),
            0,
            expires
        );
        bytes memory ink = _sign(forged ? STRANGER : other, digest);
        return abi.encodeCall(IMarket.split, (order, back, 0, expires, ink));
    }

    function _roles(uint256 deal, uint256 actor) private view returns (bool buyer, bool seller, bool party) {
        Offer memory offer = _offerOf(_deals[deal].good);
        address who = _holderOf(actor);
        buyer = _canonical(_deals[deal].holder) == who;
        seller = MemberId.unwrap(offer.seller) == uint160(who);
        party = buyer || seller;
        for (uint256 i; i < offer.costs.length; ++i) {
            if (_canonical(Holder.unwrap(offer.costs[i].to)) == who) party = true;
        }
    }

    /// The rules of an order, once more.
    function _may(uint256 deal, uint256 verb, uint256 actor) private view returns (bool) {
        Deal storage d = _deals[deal];
        (bool buyer, bool seller, bool party) = _roles(deal, actor);
        OrderStage stage = _stands(deal);
        bool shipped = stage == OrderStage.Shipped || stage == OrderStage.Delivered;
        uint256 from = _fromOf(deal);
        uint256 due = from + _offerOf(d.good).window;
        if (verb == 0) return seller && stage == OrderStage.Funded && time < due;
        if (verb == 1) return buyer && stage == OrderStage.Shipped;
        if (verb == 2) return buyer && (shipped || stage == OrderStage.Disputed);
        if (verb == 3) return party && shipped && time >= due + _coop.numbers.get(10, _epochAt(from)) * 1 days;
        if (verb == 5) return (buyer || seller) && (stage == OrderStage.Funded || shipped);
        if (verb == 8) return party && stage == OrderStage.Disputed && time >= d.disputedAt + 30 days;
        if (verb == 9) return buyer && stage == OrderStage.Accepted && !d.rated;
        if (stage == OrderStage.Pledged) {
            bool over = _goods[d.good].cancelled || _goods[d.good].round != _rounds[_sellerOf(deal) - 1];
            return (buyer || seller) && (over || time >= _offerOf(d.good).closes);
        }
        if (stage == OrderStage.Funded) return seller || (buyer && time >= due);
        return seller && stage == OrderStage.Disputed && d.disputedIn == OrderStage.Funded;
    }

    function _fromOf(uint256 deal) internal view returns (uint256) {
        Deal storage d = _deals[deal];
        return _offerOf(d.good).target == 0 ? d.fundedAt : _goods[d.good].reachedAt;
    }

    // --- taken back ---

    function _cancel() internal returns (bool may) {
        if (_goods.length == 0) return false;
        uint256 good = _pick(4) == 0 ? _recent(_goods.length) : _goods.length - 1;
        Good storage g = _goods[good];
        Offer memory offer = _offerOf(good);
        uint256 actor = _pick(4) == 0 ? 1 + _pick(8) : MemberId.unwrap(offer.seller);
        may = actor == MemberId.unwrap(offer.seller) && !g.cancelled && g.reachedAt == 0;
        bytes memory data = abi.encodeCall(IMarket.cancelOffer, (offer));
        if (_try(_keyOf(actor), address(_coop.market), data, may, "cancelOffer")) g.cancelled = true;
    }

    function _cancelAll() internal returns (bool) {
        uint256 actor = 1 + _pick(8);
        _try(_keyOf(actor), address(_coop.market), abi.encodeCall(IMarket.cancelAll, ()), true, "cancelAll");
        ++_rounds[_placeOf(_holderOf(actor))];
        return true;
    }

    function _name() internal returns (bool) {
        (uint256 project, uint256 steward) = (1 + _pick(3), 1 + _pick(2));
        bytes memory data = abi.encodeCall(
            IMarket.nameSeller,
            (ProjectId.wrap(uint32(project)), MemberId.wrap(4), !named[project])
        );
        _try(_keyOf(steward), address(_coop.market), data, true, "nameSeller");
        named[project] = !named[project];
        return true;
    }

    // --- what the market says, against what is remembered ---

    /// Of the order `deal` and of its offer.
    function checkDeal(uint256 deal) public view returns (string memory) {
        Order memory order = _orderOf(deal);
        Deal storage d = _deals[deal];
        OrderState memory told = _coop.market.orderOf(_coop.market.orderId(order));
        if (told.stage != d.stage) return "an order stands elsewhere";
        if (told.fundedAt != d.fundedAt || told.disputedAt != d.disputedAt) return "an order has another date";
        if (d.stage == OrderStage.Disputed && told.disputedIn != d.disputedIn) return "a dispute began elsewhere";
        if ((told.stars != 0) != d.rated) return "rated otherwise";
        Good storage g = _goods[d.good];
        OfferState memory offer = _coop.market.offerOf(_coop.market.offerDigest(order.offer));
        if (offer.filled != g.filled || offer.orders != g.orders) return "an offer is filled otherwise";
        if (offer.reachedAt != g.reachedAt || offer.cancelled != g.cancelled) return "an offer stands otherwise";
        return "";
    }

    function dealCount() external view returns (uint256) {
        return _deals.length;
    }

    /// Newer ones more often.
    function _recent(uint256 size) internal returns (uint256) {
        return _pick(3) == 0 || size < 6 ? _pick(size) : size - 1 - _pick(6);
    }

    function _deposit(uint256 actor, uint256 coin, uint256 amount) internal virtual returns (bool);
}
