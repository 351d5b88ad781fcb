// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Offer, Order} from "../../../contracts/price/IMarket.sol";
import {Account} from "../../../contracts/price/ISurplusPool.sol";
import {Holder, ProjectId} from "../../../contracts/types/Ids.sol";
import {OrderStage} from "../../../contracts/types/Stages.sol";
import {Coop, Ground} from "../ground/Ground.sol";
import {Coin} from "./Coin.sol";

/// An offer as its seller remembers it.
struct Good {
    bytes terms; //     the offer, encoded
    bytes signature; // the seller's
    uint256 coin;
    uint32 round;
    uint64 filled;
    uint32 orders;
    uint256 reachedAt;
    bool cancelled;
}

/// An order as both sides remember it.
struct Deal {
    uint256 good;
    uint256 buyer; //  which actor
    address holder; // whose purse paid
    uint64 quantity;
    uint32 place;
    OrderStage stage;
    OrderStage disputedIn;
    uint256 fundedAt;
    uint256 disputedAt;
    bool rated;
}

/// What arrived in an epoch, and the sum that a share got until and with it once it was divided.
struct Arrival {
    uint32 epoch;
    uint256 dividend;
    uint256 kept;
    uint256 shares; //      over which it was divided; 0: none, or not divided yet
    uint256 accumulator; // Q64
}

/// What a project has in a token, in plain sums.
struct Sheet {
    uint256 next; //    of the arrivals, the first that is not divided
    uint256 sum; //     Q64 a share, never modulo anything
    uint256 rest; //    carried
    uint256 divided;
    uint256 drawn;
    uint256 reserve;
    uint256 pocket;
    uint256 spent;
    uint32 spentIn;
}

/// What traders remember beside the contracts, in plain sums. Actors 1 to 6 are members with shares; 7 buys by address until he joins
/// as member 7; 8 stays an address. Whatever the contracts do that nobody agreed to is kept in `fault`, in words.
abstract contract Stall is Ground {
    uint256 public constant PROJECTS = 4; //  0 is the cooperative; 3 is on probation
    uint256 public constant COINS = 4;
    uint256 public constant HOLDERS = 10; //  members 1 to 7, addresses of 7 and 8, the commons
    uint256 internal constant STRANGER = 99;
    uint256 internal constant COMMONS = 9;
    uint128 internal constant CAP = 1 << 33;

    Coop internal _coop;
    Coin[] public coins;
    bool[4] public listed;
    uint256[4] public held;
    uint256[4] public escrow;
    uint256[4] public capital;
    mapping(uint256 place => mapping(uint256 coin => uint256)) public purse;
    mapping(uint256 place => mapping(uint256 coin => uint256)) public gains; // dividends in it, which are spent last
    mapping(uint256 place => mapping(uint256 coin => uint256)) public straight; // dividends drawn past the purse
    mapping(uint256 project => mapping(uint256 coin => Arrival[])) internal _arrivals;
    mapping(uint256 project => mapping(uint256 coin => Sheet)) internal _sheets;
    mapping(uint256 project => uint32) public closedFrom;
    mapping(uint256 project => uint256) internal _clocks; // seconds
    mapping(uint256 coin => mapping(uint32 epoch => uint256)) public sold; //     on probation
    mapping(uint256 coin => mapping(uint32 epoch => uint256)) public released;
    mapping(uint256 coin => mapping(uint32 epoch => uint256)) public capitalBefore; // what a tenth is taken of
    mapping(uint256 place => uint32) internal _rounds;
    uint32 internal _probationUntil;
    bool public joined;

    Good[] internal _goods;
    Deal[] internal _deals;

    /// What went against the rules, or nothing.
    string public fault;
    mapping(string act => uint256) public done;
    uint256 public time;
    uint256 internal _random;
    /// What was touched last.
    uint256 public lastProject;
    uint256 public lastCoin;
    bytes32 public shares; // everybody's, as they were when value last moved

    // --- who ---

    function _holderOf(uint256 actor) internal view returns (address) {
        return actor <= 6 || (actor == 7 && joined) ? address(uint160(actor)) : _keyOf(actor);
    }

    function holderAt(uint256 place) public view returns (address) {
        if (place == COMMONS) return address(_coop.commons);
        return place < 7 ? address(uint160(place + 1)) : _keyOf(place);
    }

    function _placeOf(address holder) internal view returns (uint256) {
        for (uint256 i; i < HOLDERS; ++i) if (holderAt(i) == holder) return i;
        revert("Stall: nobody's purse");
    }

    /// The member, once the address is one's.
    function _canonical(address holder) internal view returns (address) {
        return joined && holder == _keyOf(7) ? address(7) : holder;
    }

    /// What of a purse may be spent before dividends are: the same whoever drew when.
    function _free(uint256 place, uint256 coin) internal view returns (uint256) {
        return purse[place][coin] - gains[place][coin];
    }

    // --- when ---

    function _epoch() internal view returns (uint32) {
        return _epochAt(time);
    }

    function _epochAt(uint256 when) internal view returns (uint32) {
        return uint32((when - _coop.numbers.genesis()) / EPOCH);
    }

    function _start(uint256 epoch) internal view returns (uint256) {
        return _coop.numbers.genesis() + epoch * EPOCH;
    }

    function _isOpen(uint256 project) internal view returns (bool) {
        return closedFrom[project] == 0 || _epoch() < closedFrom[project];
    }

    /// From when a closed project's reserve is the commons'; 0: it is open.
    function _goneFrom(uint256 project) internal view returns (uint256) {
        if (closedFrom[project] == 0) return 0;
        uint256 closed = _start(closedFrom[project]);
        return (_clocks[project] > closed ? _clocks[project] : closed) + 90 days;
    }

    // --- money, in plain sums ---

    /// The surplus of an order arrives: the parts by the numbers of this epoch. Returns the rebate.
    function _bring(uint256 project, uint256 coin, uint256 surplus) internal returns (uint256 rebate) {
        if (surplus == 0) return 0;
        uint32 epoch = _epoch();
        uint256 percent = _coop.numbers.get(7, epoch);
        if (project == 3 && epoch < _probationUntil) percent = 30;
        uint256 members = (surplus * (100 - _coop.numbers.get(6, epoch) - percent)) / 100;
        uint256 commons = (surplus * percent) / 100;
        rebate = (members * _coop.numbers.get(8, epoch)) / 100;
        uint256 toShares = (commons * _coop.numbers.get(9, epoch)) / 12;
        _arrive(project, coin, members - rebate, surplus - members - commons);
        _arrive(0, coin, toShares, commons - toShares);
    }

    function _arrive(uint256 project, uint256 coin, uint256 dividend, uint256 kept) private {
        if (dividend + kept == 0) return;
        Arrival[] storage all = _arrivals[project][coin];
        if (all.length == 0 || all[all.length - 1].epoch != _epoch()) all.push(Arrival(_epoch(), 0, 0, 0, 0));
        all[all.length - 1].dividend += dividend;
        all[all.length - 1].kept += kept;
    }

    /// Whatever the pool has divided since is divided here, with plain fractions.
    function _follow(uint256 project, uint256 coin) internal {
        Account memory account = _coop.pool.accountOf(ProjectId.wrap(uint32(project)), address(coins[coin]));
        Sheet storage sheet = _sheets[project][coin];
        Arrival[] storage all = _arrivals[project][coin];
        if (account.through > 0 && account.through + 1 > _epoch()) _blame("an epoch was divided that is not final");
        for (; sheet.next < all.length && all[sheet.next].epoch < account.through; ++sheet.next) {
            Arrival storage arrival = all[sheet.next];
            (arrival.shares, arrival.accumulator) = (_issuedUntil(project, arrival.epoch), sheet.sum);
            if (project == 0) capital[coin] += arrival.kept;
            else sheet.reserve += arrival.kept;
            if (arrival.shares == 0) {
                sheet.reserve += arrival.dividend;
                continue;
            }
            uint256 top = arrival.dividend * (1 << 64) + sheet.rest;
            (sheet.sum, sheet.rest) = (sheet.sum + top / arrival.shares, top % arrival.shares);
            (arrival.accumulator, sheet.divided) = (sheet.sum, sheet.divided + arrival.dividend);
        }
    }

    function _followAll() internal {
        for (uint256 i; i < PROJECTS; ++i) for (uint256 j; j < COINS; ++j) _follow(i, j);
    }

    /// All shares of epochs until and with one, summed from the first.
    function _issuedUntil(uint256 project, uint32 epoch) private returns (uint256 sum) {
        ProjectId id = ProjectId.wrap(uint32(project));
        uint256 count = _coop.work.creditedEpochCount(id);
        for (uint256 i; i < count; ++i) {
            uint32 credited = _coop.work.creditedEpoch(id, i);
            if (credited > epoch) break;
            (uint64 issued, , ) = _coop.shares.closedEpoch(id, credited);
            if (issued == 0) _blame("divided before the shares of the epoch were known");
            sum += issued;
        }
    }

    // --- orders ---

    function _offerOf(uint256 good) internal view returns (Offer memory) {
        return abi.decode(_goods[good].terms, (Offer));
    }

    function _orderOf(uint256 deal) internal view returns (Order memory) {
        Deal storage d = _deals[deal];
        return Order(_offerOf(d.good), Holder.wrap(d.holder), d.quantity, d.place);
    }

    /// A pledge of a group that was reached is an order.
    function _stands(uint256 deal) internal view returns (OrderStage) {
        Deal storage d = _deals[deal];
        bool reached = d.stage == OrderStage.Pledged && _goods[d.good].reachedAt != 0;
        return reached ? OrderStage.Funded : d.stage;
    }

    function _costOf(Offer memory offer) internal pure returns (uint256 sum) {
        for (uint256 i; i < offer.costs.length; ++i) sum += offer.costs[i].amount;
    }

    /// An order ends: the price goes to the lines, to the buyer and into surplus, and nowhere else.
    function _ends(uint256 deal, uint256 back, OrderStage stage) internal {
        Deal storage d = _deals[deal];
        Offer memory offer = _offerOf(d.good);
        uint256 coin = _goods[d.good].coin;
        uint256 price = uint256(offer.price) * d.quantity;
        uint256 costs = _costOf(offer) * d.quantity;
        uint256 left = price - back;
        uint256 surplus = left > costs ? left - costs : 0;
        uint256 paid;
        for (uint256 i; i < offer.costs.length && left > 0; ++i) {
            uint256 amount = uint256(offer.costs[i].amount) * d.quantity;
            if (left < costs) amount = (amount * left) / costs;
            purse[_placeOf(Holder.unwrap(offer.costs[i].to))][coin] += amount;
            paid += amount;
        }
        uint256 rebate = _bring(ProjectId.unwrap(offer.project), coin, surplus);
        purse[_placeOf(d.holder)][coin] += price - surplus - paid + rebate;
        escrow[coin] -= price;
        d.stage = stage;
    }

    // --- chance, and faults ---

    function _pick(uint256 size) internal returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return size == 0 ? 0 : _random % size;
    }

    /// Small ones as often as large ones.
    function _some(uint256 bits) internal returns (uint256) {
        return 1 + _pick(1 << _pick(bits + 1));
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_secretOf(key), digest);
        return abi.encodePacked(r, s, v);
    }

    /// Calls as somebody, and wants it done or refused. A refusal has a name.
    function _try(address by, address to, bytes memory data, bool may, string memory what) internal returns (bool ok) {
        bytes memory said;
        vm.prank(by);
        (ok, said) = to.call(data);
        if (ok != may) _blame(string.concat(what, may ? ": refused" : ": let in"));
        if (!ok && said.length >= 4 && bytes4(said) == 0x4e487b71) _blame(string.concat(what, ": no name"));
    }

    function _blame(string memory what) internal {
        if (bytes(fault).length == 0) fault = what;
    }
}
