// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonsPool} from "../../../contracts/commons/ICommonsPool.sol";
import {IPurses} from "../../../contracts/price/IPurses.sol";
import {Claim, ISurplusPool} from "../../../contracts/price/ISurplusPool.sol";
import {Holder, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Labour} from "./Labour.sol";
import {Sheet} from "./Stall.sol";

/// Purses, dividends, and what a vote may pay out.
abstract contract Till is Labour {
    address private constant SINK = address(0xCAFE);

    // --- purses ---

    function _deposit(uint256 actor, uint256 coin, uint256 amount) internal override returns (bool may) {
        address key = _keyOf(actor);
        coins[coin].mint(key, amount);
        may = amount > 0 && listed[coin] && coins[coin].moves(key, address(_coop.pool));
        bytes memory data = abi.encodeCall(IPurses.deposit, (address(coins[coin]), amount));
        if (!_try(key, address(_coop.pool), data, may, "deposit")) return false;
        purse[_placeOf(_holderOf(actor))][coin] += amount;
        held[coin] += amount;
    }

    function _withdraw() internal returns (bool may) {
        (uint256 actor, uint256 coin) = (1 + _pick(8), _pick(COINS));
        uint256 place = _placeOf(_holderOf(actor));
        uint256 free = _free(place, coin);
        uint256 amount = _pick(6) == 0 ? purse[place][coin] + _pick(2) : _pick(free + 1);
        if (amount > free && amount <= purse[place][coin]) amount = free;
        address to = [_keyOf(actor), SINK, _keyOf(1 + _pick(8)), address(coins[coin])][_pick(4)];
        return _take(actor, coin, amount, to);
    }

    function _take(uint256 actor, uint256 coin, uint256 amount, address to) internal returns (bool may) {
        uint256 place = _placeOf(_holderOf(actor));
        may = amount > 0 && amount <= purse[place][coin] && to != address(coins[coin]);
        may = may && coins[coin].moves(address(_coop.pool), to);
        bytes memory data = abi.encodeCall(IPurses.withdraw, (address(coins[coin]), amount, to));
        if (!_try(_keyOf(actor), address(_coop.pool), data, may, "withdraw")) return false;
        purse[place][coin] -= amount;
        held[coin] -= amount;
    }

    /// The purse of an address goes to the member whose key it is, with its dividends, of which it has none.
    function _adopt(uint256 coin) internal returns (bool) {
        bytes memory data = abi.encodeCall(IPurses.adopt, (_keyOf(7), address(coins[coin])));
        if (!_try(_keyOf(STRANGER), address(_coop.pool), data, joined, "adopt")) return false;
        purse[6][coin] += purse[7][coin];
        purse[7][coin] = 0;
        return true;
    }

    // --- dividends ---

    /// Anyone draws for anyone, with all of his lots, with some of them, or with one twice.
    function _collect() internal returns (bool) {
        (uint256 project, uint256 coin, uint256 member) = (_pick(PROJECTS), _pick(COINS), _pick(8));
        uint32[] memory lots = _lots(project, member);
        if (lots.length > 1 && _pick(3) == 0) lots[0] = lots[lots.length - 1];
        return _collectWith(project, coin, member, _pick(3) == 0 ? new uint32[](0) : lots);
    }

    /// All is divided first, so that it cannot be refused.
    function _collectWith(uint256 project, uint256 coin, uint256 member, uint32[] memory lots) internal returns (bool) {
        if (_pick(2) == 0 || lots.length > 1) _divideAll(project, coin);
        (lastProject, lastCoin) = (project, coin);
        Claim[] memory claims = new Claim[](1);
        claims[0] = Claim(ProjectId.wrap(uint32(project)), address(coins[coin]), MemberId.wrap(uint32(member)), lots);
        bytes memory data = abi.encodeCall(ISurplusPool.draw, (claims));
        vm.prank(_keyOf(STRANGER));
        (bool ok, bytes memory said) = address(_coop.pool).call(data);
        if (!ok) {
            if (bytes4(said) != ISurplusPool.DivideFirst.selector) _blame("draw: refused");
            return false;
        }
        uint256 amount = abi.decode(said, (uint256[]))[0];
        _follow(project, coin);
        _sheets[project][coin].drawn += amount;
        if (member == 0) _sheets[project][coin].pocket += amount;
        else
            (purse[member - 1][coin], gains[member - 1][coin]) = (
                purse[member - 1][coin] + amount,
                gains[member - 1][coin] + amount
            );
        return amount > 0;
    }

    /// A lot that was not drawn is not counted.
    function _collectTooMuch() internal {
        (uint256 project, uint256 member) = (_pick(PROJECTS), _pick(8));
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = _epoch() - uint32(_pick(20));
        MemberId who = MemberId.wrap(uint32(member));
        if (_coop.shares.lotOf(ProjectId.wrap(uint32(project)), who, epochs[0]) != 0) return;
        Claim[] memory claims = new Claim[](1);
        claims[0] = Claim(ProjectId.wrap(uint32(project)), address(coins[0]), who, epochs);
        bytes memory data = abi.encodeCall(ISurplusPool.draw, (claims));
        _try(_keyOf(STRANGER), address(_coop.pool), data, false, "a lot that was not drawn");
    }

    /// A member draws past the purse.
    function _drawOut() internal returns (bool ok) {
        (uint256 project, uint256 coin, uint256 member) = (_pick(PROJECTS), _pick(COINS), 1 + _pick(6));
        _divideAll(project, coin);
        (lastProject, lastCoin) = (project, coin);
        address to = _pick(2) == 0 ? SINK : _keyOf(member);
        bytes memory data = abi.encodeCall(
            ISurplusPool.drawOut,
            (ProjectId.wrap(uint32(project)), address(coins[coin]), _lots(project, member), to)
        );
        bytes memory said;
        vm.prank(_keyOf(member));
        (ok, said) = address(_coop.pool).call(data);
        if (!ok && coins[coin].moves(address(_coop.pool), to)) _blame("drawOut: refused");
        if (!ok) return false;
        uint256 amount = abi.decode(said, (uint256));
        if (amount > 0 && !coins[coin].moves(address(_coop.pool), to)) _blame("drawOut: paid through a closed door");
        _sheets[project][coin].drawn += amount;
        straight[member - 1][coin] += amount;
        held[coin] -= amount;
    }

    function _divideAll(uint256 project, uint256 coin) internal {
        _close(project);
        _coop.pool.divide(ProjectId.wrap(uint32(project)), address(coins[coin]), 100);
        _follow(project, coin);
    }

    // --- the commons ---

    function _pull(uint256 coin) internal returns (bool) {
        _divideAll(0, coin);
        bytes memory data = abi.encodeCall(ICommonsPool.pull, (address(coins[coin])));
        _try(_keyOf(STRANGER), address(_coop.commons), data, true, "pull");
        _pulled(coin);
        return true;
    }

    function _pulled(uint256 coin) private {
        purse[COMMONS][coin] += capital[coin];
        capital[coin] = 0;
    }

    function _sweep(uint256 project, uint256 coin) internal returns (bool may) {
        _divideAll(project, coin);
        uint256 from = _goneFrom(project);
        may = from != 0 && time >= from;
        bytes memory data = abi.encodeCall(ICommonsPool.sweep, (ProjectId.wrap(uint32(project)), address(coins[coin])));
        if (!_try(_keyOf(STRANGER), address(_coop.commons), data, may, "sweep")) return false;
        purse[COMMONS][coin] += _sheets[project][coin].reserve;
        _sheets[project][coin].reserve = 0;
    }

    // --- by vote ---

    /// Up to a tenth of a reserve an epoch, and now and then one more than that.
    function _spendReserve() internal returns (bool may) {
        (uint256 project, uint256 coin, uint256 to) = (_pick(PROJECTS), _pick(COINS), _pick(8));
        (lastProject, lastCoin) = (project, coin);
        _divideAll(project, coin);
        Sheet storage sheet = _sheets[project][coin];
        if (sheet.spentIn != _epoch()) (sheet.spent, sheet.spentIn) = (0, _epoch());
        uint256 tenth = (sheet.reserve + sheet.spent) / 10;
        uint256 left = tenth > sheet.spent ? tenth - sheet.spent : 0;
        uint256 amount = _pick(4) == 0 ? left + _pick(2) : _pick(left + 2);
        uint256 from = _goneFrom(project);
        may = amount > 0 && amount <= left && (from == 0 || time < from) && (to != 6 || joined);
        bytes memory data = abi.encodeCall(
            ISurplusPool.spendReserve,
            (ProjectId.wrap(uint32(project)), address(coins[coin]), Holder.wrap(holderAt(to)), amount, 0)
        );
        if (!_try(_coop.timelock, address(_coop.pool), data, may, "spendReserve")) return false;
        (sheet.reserve, sheet.spent) = (sheet.reserve - amount, sheet.spent + amount);
        purse[to][coin] += amount;
    }

    function _spendPocket() internal returns (bool may) {
        (uint256 project, uint256 coin, uint256 to) = (_pick(PROJECTS), _pick(COINS), _pick(8));
        Sheet storage sheet = _sheets[project][coin];
        uint256 amount = _pick(4) == 0 ? sheet.pocket + _pick(2) : _pick(sheet.pocket + 1);
        may = amount > 0 && amount <= sheet.pocket && (to != 6 || joined);
        bytes memory data = abi.encodeCall(
            ISurplusPool.spendPocket,
            (ProjectId.wrap(uint32(project)), address(coins[coin]), Holder.wrap(holderAt(to)), amount, 0)
        );
        if (!_try(_coop.timelock, address(_coop.pool), data, may, "spendPocket")) return false;
        sheet.pocket -= amount;
        purse[to][coin] += amount;
    }

    /// Up to a tenth of the capital an epoch, to a contract with the code that a vote saw: this one.
    function _release() internal returns (bool may) {
        uint256 coin = _pick(COINS);
        _pull(coin);
        for (uint256 i = 1; i < PROJECTS; ++i) {
            if (_goneFrom(i) != 0 && time >= _goneFrom(i)) _sweep(i, coin);
        }
        bool adopted = _coop.commons.adoptedCode(address(this)) != 0;
        if (!adopted && _pick(4) != 0) adopted = _vouchFor(true);
        uint256 out = released[coin][_epoch()];
        uint256 tenth = (purse[COMMONS][coin] + out) / 10;
        uint256 left = tenth > out ? tenth - out : 0;
        uint256 amount = _pick(4) == 0 ? left + _pick(2) : _pick(left + 2);
        may = adopted && amount > 0 && amount <= left;
        may = may && coins[coin].moves(address(_coop.pool), address(this));
        bytes memory data = abi.encodeCall(ICommonsPool.release, (address(coins[coin]), address(this), amount));
        if (_try(_coop.timelock, address(_coop.commons), data, may, "release")) {
            capitalBefore[coin][_epoch()] = purse[COMMONS][coin] + out;
            released[coin][_epoch()] += amount;
            purse[COMMONS][coin] -= amount;
            held[coin] -= amount;
        }
        if (adopted && _pick(8) == 0) _vouchFor(false);
    }

    function _vouchFor(bool on) private returns (bool) {
        vm.prank(_coop.timelock);
        _coop.commons.adopt(address(this), address(this).codehash, on);
        return on;
    }

    /// A vote on what a surplus is parted by, and on how long silence lasts; sometimes on the list of tokens, or on who sells.
    function _vote() internal returns (bool) {
        uint256 dice = _pick(8);
        uint256 coin = _pick(COINS);
        if (dice == 0 && (!listed[coin] || _pick(3) == 0)) return _list(coin);
        if (dice == 1) return _name();
        uint8 which = uint8(6 + _pick(5));
        (, uint8 least, uint8 most) = _coop.numbers.bounds(which);
        uint256 value = least + _pick(uint256(most) - least + 1);
        if (_pick(3) == 0) value = _pick(2) == 0 ? least : most;
        vm.prank(_coop.timelock);
        _coop.numbers.set(which, value);
        return true;
    }

    function _list(uint256 coin) internal returns (bool) {
        bytes memory data = abi.encodeCall(IPurses.list, (address(coins[coin]), !listed[coin]));
        _try(_coop.timelock, address(_coop.pool), data, true, "list");
        listed[coin] = !listed[coin];
        return true;
    }

    /// Project 1 stays open, so that there is always something to sell.
    function _closeProject() internal returns (bool) {
        uint256 project = 2 + _pick(2);
        if (closedFrom[project] != 0) return false;
        vm.prank(_coop.timelock);
        _coop.projects.close(ProjectId.wrap(uint32(project)));
        closedFrom[project] = _epoch() + 1;
        return true;
    }
}
