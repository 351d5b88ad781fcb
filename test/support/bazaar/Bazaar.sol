// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonsPool} from "../../../contracts/commons/ICommonsPool.sol";
import {IMarket, Order} from "../../../contracts/price/IMarket.sol";
import {IPurses} from "../../../contracts/price/IPurses.sol";
import {ISurplusPool} from "../../../contracts/price/ISurplusPool.sol";
import {Holder, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {OrderStage} from "../../../contracts/types/Stages.sol";
import {Coop} from "../ground/Ground.sol";
import {Arrival, Deal, Sheet} from "./Stall.sol";
import {Till} from "./Till.sol";

/// Everything that happens where price is paid, in any order, from seconds to years apart. Before each call the traders know whether it
/// will be let in and what it will move; after it everything that the contracts hold is what they remember.
abstract contract Bazaar is Till {
    uint256 public acts;
    uint256 public idle;

    constructor() {
        _begin();
    }

    modifier act(string memory name, uint256 seed) {
        vm.warp(time);
        _random = seed;
        ++acts;
        _;
        _followAll();
        done[name]++;
    }

    /// One act of money: shares are as they were.
    modifier ofMoney() {
        _;
        if (sharesNow() != shares) _blame("an act of money moved shares");
    }

    // --- the acts ---

    function offer(uint256 seed) external act("offer", seed) ofMoney {
        _weigh(_offer());
    }

    function fund(uint256 seed) external act("fund", seed) ofMoney {
        for (uint256 i; i < 4 && !_offer(); ++i) {}
        bool any;
        for (uint256 i; i < 3 && !any; ++i) any = _fund();
        _weigh(any);
    }

    function answer(uint256 seed) external act("answer", seed) ofMoney {
        for (uint256 i; i < 4 && !_offer(); ++i) {}
        _weigh(_answer());
    }

    function deal(uint256 seed) external act("deal", seed) ofMoney {
        _weigh(_deal());
    }

    /// An order that waited too long ends, by him who may call it.
    function overdue(uint256 seed) external act("overdue", seed) ofMoney {
        (uint256 size, uint256 start) = (_deals.length, _pick(_deals.length));
        for (uint256 i; i < size; ++i) {
            uint256 index = (start + i) % size;
            OrderStage stage = _stands(index);
            if (stage < OrderStage.Shipped || stage > OrderStage.Disputed) continue;
            uint256 verb = stage == OrderStage.Disputed ? 8 : 3;
            if (_do(index, verb, _pick(2) == 0 ? _sellerOf(index) : _deals[index].buyer)) return;
        }
        _weigh(false);
    }

    /// An order from its offer to its end, in one breath.
    function sell(uint256 seed) external act("sell", seed) ofMoney {
        for (uint256 i; i < 4 && !_offer(); ++i) {}
        if (!_fund() && !_fund()) return _weigh(false);
        uint256 last = _deals.length - 1;
        uint256 seller = MemberId.unwrap(_offerOf(_deals[last].good).seller);
        _do(last, 0, seller);
        if (_pick(3) == 0) _do(last, 1, _deals[last].buyer);
        _weigh(_do(last, 2, _deals[last].buyer));
    }

    function takeBack(uint256 seed) external act("takeBack", seed) ofMoney {
        _weigh(_pick(8) == 0 ? _cancelAll() : _cancel());
    }

    function move(uint256 seed) external act("move", seed) ofMoney {
        uint256 dice = _pick(8);
        if (dice < 3) _deposit(1 + _pick(8), _pick(COINS), _some(40));
        else if (dice < 7) _withdraw();
        else _adopt(_pick(COINS));
    }

    /// Tokens do as tokens do; and somebody sends what nobody asked for.
    function weather(uint256 seed) external act("weather", seed) ofMoney {
        uint256 dice = _pick(6);
        if (dice < 2) coins[2].pause(dice == 0);
        else if (dice == 2) coins[1].block_(_keyOf(1 + _pick(8)), true);
        else if (dice == 3) coins[1].block_(_keyOf(1 + _pick(8)), false);
        else if (dice == 4) coins[1].block_(address(_coop.pool), _pick(4) == 0);
        address to = [address(_coop.pool), address(_coop.market), address(_coop.commons)][_pick(3)];
        coins[_pick(COINS)].mint(to, _some(60));
        vm.deal(to, to.balance + _some(60));
    }

    function labour(uint256 seed) external act("labour", seed) {
        _weigh(_labour());
        _remember();
    }

    /// Lots and leaves are drawn, now or much later.
    function draw(uint256 seed) external act("draw", seed) {
        _close(_pick(PROJECTS));
        if (_pick(3) != 0) _weigh(_draw());
        else _weigh(_leaf(_pick(_batches.length)));
        _remember();
    }

    function collect(uint256 seed) external act("collect", seed) ofMoney {
        if (_pick(6) == 0) _collectTooMuch();
        for (uint256 i; i < 4 && !_collect(); ++i) {}
    }

    function drawOut(uint256 seed) external act("drawOut", seed) ofMoney {
        _weigh(_drawOut());
    }

    function divide(uint256 seed) external act("divide", seed) ofMoney {
        uint32 project = uint32(_pick(PROJECTS));
        if (_pick(2) == 0) _close(project);
        _coop.pool.divide(ProjectId.wrap(project), address(coins[_pick(COINS)]), _pick(4));
    }

    function commons(uint256 seed) external act("commons", seed) ofMoney {
        uint256 dice = _pick(4);
        if (dice == 0) _weigh(_pull(_pick(COINS)));
        else if (dice == 1) _weigh(_sweep(1 + _pick(3), _pick(COINS)));
        else _weigh(_release());
    }

    function spend(uint256 seed) external act("spend", seed) ofMoney {
        for (uint256 i; i < 3 && !_spendReserve(); ++i) {}
    }

    /// What lies in a pocket depends on what was drawn for the reserve until now.
    function spendPocket(uint256 seed) external act("spendPocket", seed) ofMoney {
        _collectWith(_pick(PROJECTS), _pick(COINS), 0, new uint32[](0));
        for (uint256 i; i < 6 && !_spendPocket(); ++i) {}
    }

    function vote(uint256 seed) external act("vote", seed) ofMoney {
        _weigh(_pick(12) == 0 ? _closeProject() : _vote());
    }

    function join(uint256 seed) external act("join", seed) ofMoney {
        _weigh(_pick(4) == 0 && _join());
    }

    /// From a second to 400 days, mostly hours and weeks.
    function wait(uint256 seed) external act("wait", seed) {
        uint256 dice = _pick(12);
        if (dice < 3) time += 1 + _pick(1 days);
        else if (dice < 7) time += 1 days + _pick(14 days);
        else if (dice < 11) time += 20 days + _pick(50 days);
        else time += _pick(400 days);
        vm.warp(time);
    }

    /// What anyone may call: it changes no balance in the end.
    function poke(uint256 seed) external act("poke", seed) {
        uint256 dice = _pick(8);
        uint32 project = uint32(_pick(PROJECTS));
        if (dice == 0) _coop.shares.close(ProjectId.wrap(project), _pick(3));
        else if (dice == 1) _draw();
        else if (dice == 2) _leaf(_pick(_batches.length));
        else if (dice == 3) _coop.pool.divide(ProjectId.wrap(project), address(coins[_pick(COINS)]), _pick(3));
        else if (dice < 6) _collect();
        else if (dice == 6) _pick(2) == 0 ? _pull(_pick(COINS)) : _sweep(1 + _pick(3), _pick(COINS));
        else _adopt(_pick(COINS));
        _remember();
    }

    /// Somebody who has nothing here tries every door that is not his, with words that are right or nearly right.
    function prowl(uint256 seed) external act("prowl", seed) ofMoney {
        address[4] memory callers = [_keyOf(STRANGER), address(0xBAD), address(_coop.work), address(_coop.shares)];
        (address to, bytes memory data) = _door(1 + _pick(17));
        _try(callers[_pick(4)], to, data, false, "a door that is not his");
        // The market and the commons have doors of their own, which no member and no vote goes through.
        (to, data) = _door(_pick(3));
        _try(
            [_keyOf(1), _coop.timelock, address(this)][_pick(3)],
            to,
            data,
            false,
            "a door of the market's or the commons'"
        );
    }

    function _door(uint256 which) private returns (address to, bytes memory data) {
        (address pool, address market) = (address(_coop.pool), address(_coop.market));
        (address coin, Holder own) = (address(coins[_pick(COINS)]), Holder.wrap(_keyOf(STRANGER)));
        ProjectId project = ProjectId.wrap(uint32(_pick(PROJECTS)));
        if (which == 0) return (pool, abi.encodeCall(ISurplusPool.escrow, (Holder.wrap(address(1)), coin, 1)));
        if (which == 1) return (pool, abi.encodeCall(ISurplusPool.takeCapital, (coin)));
        if (which == 2) return (pool, abi.encodeCall(ISurplusPool.takeReserve, (project, coin)));
        if (which == 3) return (pool, abi.encodeCall(ISurplusPool.spendReserve, (project, coin, own, 1, 0)));
        if (which == 4) return (pool, abi.encodeCall(ISurplusPool.spendPocket, (project, coin, own, 1, 0)));
        if (which == 5) return (pool, abi.encodeCall(IPurses.list, (coin, _pick(2) == 0)));
        if (which == 6) return (pool, abi.encodeCall(IPurses.withdraw, (coin, _some(20), _keyOf(STRANGER))));
        if (which == 7) return (pool, abi.encodeCall(IPurses.deposit, (coin, _some(20))));
        if (which == 8)
            return (pool, abi.encodeCall(ISurplusPool.drawOut, (project, coin, new uint32[](0), Holder.unwrap(own))));
        if (which == 9) return (address(_coop.commons), abi.encodeCall(ICommonsPool.release, (coin, address(this), 1)));
        if (which == 10)
            return (
                address(_coop.commons),
                abi.encodeCall(ICommonsPool.adopt, (address(this), address(this).codehash, true))
            );
        if (which == 11)
            return (market, abi.encodeCall(IMarket.nameSeller, (project, MemberId.wrap(4), _pick(2) == 0)));
        if (which == 12 || _deals.length == 0) return (pool, abi.encodeCall(IPurses.adopt, (_keyOf(8), coin)));
        return (market, _orderDoor(which));
    }

    function _orderDoor(uint256 which) private returns (bytes memory) {
        Order memory order = _orderOf(_pick(_deals.length));
        if (which == 13) return abi.encodeCall(IMarket.cancelOffer, (order.offer));
        if (which == 14) return abi.encodeCall(IMarket.accept, (order));
        if (which == 15) return abi.encodeCall(IMarket.refund, (order));
        if (which == 16) return abi.encodeCall(IMarket.acceptBySilence, (order));
        // Terms that nobody signed: an order of another price is no order.
        order.offer.price += 1;
        return abi.encodeCall(IMarket.refund, (order));
    }

    // --- at the end ---

    /// Long after: tokens move again, every order ends by him whose turn it is, and everything that is owed is drawn.
    function settle() external {
        coins[2].pause(false);
        for (uint256 i = 1; i <= 8; ++i) coins[1].block_(_keyOf(i), false);
        coins[1].block_(address(_coop.pool), false);
        time += 150 days;
        vm.warp(time);
        for (uint256 i; i < _deals.length; ++i) _finish(i);
        for (uint256 i; i < COINS; ++i) if (escrow[i] != 0) _blame("an order has no exit");
        time += 3 * 366 days + 4 * EPOCH;
        vm.warp(time);
        for (uint256 i; i < PROJECTS; ++i) {
            _close(i);
            for (uint256 j; j < _credited[i].length; ++j) for (uint256 k = 1; k <= 6; ++k) _lot(i, k, _credited[i][j]);
        }
        for (uint256 i; i < _batches.length; ++i) _leaf(i);
        _remember();
        for (uint256 i; i < PROJECTS; ++i) for (uint256 j; j < COINS; ++j) _drawAll(i, j);
        for (uint256 i; i < COINS; ++i) {
            if (joined) _adopt(i);
            _pull(i);
            for (uint256 j = 1; j < PROJECTS; ++j)
                if (closedFrom[j] != 0)
                    if (!_sweep(j, i)) _blame("a reserve stays");
        }
        _followAll();
    }

    /// After that everybody takes what is his.
    function goHome() external {
        for (uint256 i = 1; i <= 8; ++i) {
            for (uint256 j; j < COINS; ++j) {
                uint256 all = purse[_placeOf(_holderOf(i))][j];
                if (all > 0 && !_take(i, j, all, _keyOf(i))) _blame("a purse was not paid out");
            }
        }
    }

    function _drawAll(uint256 project, uint256 coin) private {
        _divideAll(project, coin);
        Sheet storage sheet = _sheets[project][coin];
        if (sheet.next != _arrivals[project][coin].length) _blame("something that arrived cannot be divided");
        for (uint256 i; i < 8; ++i) {
            _collectWith(project, coin, i, _lots(project, i));
            if (_collectWith(project, coin, i, _lots(project, i))) _blame("a lot was counted twice");
        }
    }

    function _finish(uint256 index) private {
        Deal storage d = _deals[index];
        OrderStage stage = _stands(index);
        uint256 seller = MemberId.unwrap(_offerOf(d.good).seller);
        if (stage == OrderStage.Pledged || stage == OrderStage.Funded) _do(index, 4, d.buyer);
        else if (stage == OrderStage.Shipped || stage == OrderStage.Delivered) _do(index, 3, seller);
        else if (stage == OrderStage.Disputed) _do(index, 8, d.buyer);
        if (d.stage < OrderStage.Accepted) _blame("an order did not end");
    }

    // --- what is remembered ---

    function coop() external view returns (Coop memory) {
        return _coop;
    }

    function sheetOf(uint256 project, uint256 coin) external view returns (Sheet memory) {
        return _sheets[project][coin];
    }

    function arrivalsOf(uint256 project, uint256 coin) external view returns (Arrival[] memory) {
        return _arrivals[project][coin];
    }

    function creditedOf(uint256 project) external view returns (uint32[] memory) {
        return _credited[project];
    }

    /// What everybody has or was paid of dividends, and what the reserves and the commons have.
    function picture() external view returns (bytes32 all) {
        for (uint256 i; i < COINS; ++i) {
            for (uint256 j; j < HOLDERS; ++j) all = keccak256(abi.encode(all, purse[j][i] + straight[j][i]));
            for (uint256 j; j < PROJECTS; ++j) {
                Sheet storage sheet = _sheets[j][i];
                all = keccak256(abi.encode(all, sheet.reserve, sheet.pocket, sheet.sum, sheet.drawn, sheet.rest));
            }
        }
        return keccak256(abi.encode(all, sharesNow()));
    }

    function _weigh(bool did) private {
        if (!did) ++idle;
    }
}
