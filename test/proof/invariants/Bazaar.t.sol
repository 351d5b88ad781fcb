// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Account} from "../../../contracts/price/ISurplusPool.sol";
import {Holder, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Bazaar} from "../../support/bazaar/Bazaar.sol";
import {Arrival, Sheet} from "../../support/bazaar/Stall.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// The traders, where the test machine finds them by name.
contract Traders is Bazaar {}

/// What must hold of money after every act of traders, in any order, from seconds to years apart. Each is a line in words and a
/// comparison; at the end every order ends, everything is drawn and everybody goes home with what is his.
contract BazaarInvariants is Ground {
    Traders private hands;
    Coop private coop;

    function setUp() public {
        hands = Traders(_deploy("Traders", ""));
        coop = hands.coop();
        _target(hands);
    }

    /// Every call is let in if, and only if, the rules say so; an end pays out its price exactly; money moves no shares; a stranger is let
    /// in nowhere; what is not final is not divided: the traders compare at every call, and say what is wrong.
    function invariant_everyCoinIsSomebodys() public view {
        assertEq(hands.fault(), "", "the traders saw a fault");
        for (uint256 i; i < hands.COINS(); ++i) _checkCoin(i);
        uint256 count = hands.dealCount();
        if (count > 0) assertEq(hands.checkDeal(count - 1), "", "the last order");
        if (count > 1)
            assertEq(hands.checkDeal(hands.acts() % count), "", "an order of any age: what has ended stays so");
        _checkBook(hands.lastProject(), hands.lastCoin());
        _checkOwed(hands.lastProject(), hands.lastCoin());
        _checkLimits(hands.lastCoin());
    }

    /// Liveness and conservation: everything can be ended, divided and drawn, and nothing is left but dust, reserves and capital.
    function afterInvariant() public {
        hands.settle();
        assertEq(hands.fault(), "", "the traders saw a fault");
        for (uint256 i; i < hands.dealCount(); ++i)
            assertEq(hands.checkDeal(i), "", "every order stands where it ended");
        for (uint256 i; i < hands.COINS(); ++i) {
            for (uint256 j; j < hands.PROJECTS(); ++j) {
                _checkBook(j, i);
                _checkOwed(j, i);
                for (uint32 k; k < 8; ++k) _checkDrawn(j, i, k);
            }
            _checkCoin(i);
            assertEq(coop.pool.capitalOf(address(hands.coins(i))), 0, "capital was pulled");
        }
        hands.goHome();
        assertEq(hands.fault(), "", "everybody was paid out");
        for (uint256 i; i < hands.COINS(); ++i) _checkLeft(i);
    }

    // --- a token ---

    function _checkCoin(uint256 coin) private view {
        address token = address(hands.coins(coin));
        (bool listed, uint256 held) = coop.pool.tokenOf(token);
        assertEq(listed, hands.listed(coin), "listed by vote, and else never");
        assertEq(held, hands.held(coin), "held is what came in by deposits, less what was paid out");
        assertEq(coop.pool.capitalOf(token), hands.capital(coin), "capital is the commons' parts of what was divided");
        uint256 sum = hands.escrow(coin) + hands.capital(coin);
        for (uint256 i; i < hands.HOLDERS(); ++i) {
            uint256 purse = coop.pool.purseOf(Holder.wrap(hands.holderAt(i)), token);
            assertEq(
                purse,
                hands.purse(i, coin),
                "a purse moves by its holder's acts, by ends of orders and by dividends alone"
            );
            sum += purse;
        }
        for (uint256 i; i < hands.PROJECTS(); ++i) sum += _inBook(i, coin);
        assertEq(
            sum,
            held,
            "purses + escrow + arrivals + owed + reserves + pockets + capital are what is held, exactly"
        );
        assertGe(
            hands.coins(coin).balanceOf(address(coop.pool)),
            held,
            "the balance is never less; what strays counts for nothing"
        );
        assertEq(hands.sharesNow(), hands.shares(), "shares are what value made them");
    }

    /// What a project has in a token by the contract's own words, beside what the traders know was drawn.
    function _inBook(uint256 project, uint256 coin) private view returns (uint256 sum) {
        address token = address(hands.coins(coin));
        Account memory account = coop.pool.accountOf(ProjectId.wrap(uint32(project)), token);
        Sheet memory sheet = hands.sheetOf(project, coin);
        assertLe(sheet.drawn, sheet.divided, "never more is drawn than was divided");
        sum = uint256(account.reserve) + account.pocket + sheet.divided - sheet.drawn;
        Arrival[] memory arrivals = hands.arrivalsOf(project, coin);
        for (uint256 i = sheet.next; i < arrivals.length; ++i) sum += arrivals[i].dividend + arrivals[i].kept;
    }

    // --- a book ---

    function _checkBook(uint256 project, uint256 coin) private view {
        (ProjectId id, address token) = (ProjectId.wrap(uint32(project)), address(hands.coins(coin)));
        Account memory account = coop.pool.accountOf(id, token);
        Sheet memory sheet = hands.sheetOf(project, coin);
        Arrival[] memory arrivals = hands.arrivalsOf(project, coin);
        assertEq(account.accumulator, sheet.sum, "a share got its fraction of everything that was divided");
        assertEq(account.remainder, sheet.rest, "and what does not divide is carried on");
        assertEq(
            account.reserve,
            sheet.reserve,
            "the reserve is its parts and what no share was there for, less what a vote spent"
        );
        assertEq(
            account.pocket,
            sheet.pocket,
            "the pocket is the dividends of the reserve's shares, less what a vote spent"
        );
        uint256 last;
        for (uint256 i; i < arrivals.length; ++i) {
            uint256 until = coop.pool.accumulatorAt(id, token, arrivals[i].epoch);
            assertGe(until, last, "what a share got never falls");
            assertEq(until, i < sheet.next ? arrivals[i].accumulator : sheet.sum, "it is kept by epoch");
            last = until;
            (uint256 dividend, uint256 kept) = coop.pool.arrivedIn(id, token, arrivals[i].epoch);
            assertEq(
                dividend,
                i < sheet.next ? 0 : arrivals[i].dividend,
                "an arrival waits whole, and is divided once"
            );
            assertEq(kept, i < sheet.next ? 0 : arrivals[i].kept, "its other part with it");
        }
    }

    /// In fractions of 2^-64 nothing at all is lost: what was divided and not drawn is what holders are owed, what the shares that
    /// nobody drew yet will be owed, and what is carried on.
    function _checkOwed(uint256 project, uint256 coin) private view {
        Sheet memory sheet = hands.sheetOf(project, coin);
        uint32[] memory epochs = hands.creditedOf(project);
        uint256 owed;
        uint256 whole;
        for (uint32 i; i < 8; ++i) {
            uint256 exact = _owedTo(project, coin, i, epochs);
            owed += exact;
            whole += exact >> 64;
        }
        for (uint256 i; i < epochs.length; ++i) {
            owed += _notDrawn(project, epochs[i]) * (sheet.sum - _before(project, coin, epochs[i]));
        }
        uint256 left = sheet.divided - sheet.drawn;
        assertEq(owed + sheet.rest, left << 64, "divided less drawn is owed, to the last fraction");
        assertLe(whole, left, "whoever is owed can be paid");
    }

    /// What a holder is owed, of lots that are counted and of those that are not yet, in fractions of 2^-64.
    function _owedTo(
        uint256 project,
        uint256 coin,
        uint32 member,
        uint32[] memory epochs
    ) private view returns (uint256 owed) {
        (ProjectId id, MemberId who, address token) = (
            ProjectId.wrap(uint32(project)),
            MemberId.wrap(member),
            address(hands.coins(coin))
        );
        uint256 sum = hands.sheetOf(project, coin).sum;
        (uint64 counted, uint192 debt) = coop.pool.countedOf(id, token, who);
        uint256 lots;
        for (uint256 i; i < epochs.length; ++i) {
            uint256 once = coop.pool.countedLot(id, token, who, epochs[i]);
            uint256 lot = coop.shares.lotOf(id, who, epochs[i]);
            assertLe(once, lot, "no more of a lot is counted than was drawn");
            lots += once;
            owed += (lot - once) * (sum - _before(project, coin, epochs[i]));
        }
        assertEq(lots, counted, "what takes part is the lots that were counted, each once");
        unchecked {
            owed += uint192(uint192(uint256(counted) * sum) - debt);
        }
    }

    /// Shares that an epoch issued and nobody has drawn, dust among them. Not known before the epoch is closed: none yet.
    function _notDrawn(uint256 project, uint32 epoch) private view returns (uint256 left) {
        (left, , ) = coop.shares.closedEpoch(ProjectId.wrap(uint32(project)), epoch);
        for (uint32 i; i < 8; ++i) {
            left -= coop.shares.lotOf(ProjectId.wrap(uint32(project)), MemberId.wrap(i), epoch);
        }
    }

    /// What a share got in all before an epoch, by the traders' own list.
    function _before(uint256 project, uint256 coin, uint32 epoch) private view returns (uint256 sum) {
        Arrival[] memory arrivals = hands.arrivalsOf(project, coin);
        uint256 next = hands.sheetOf(project, coin).next;
        for (uint256 i; i < next && arrivals[i].epoch < epoch; ++i) sum = arrivals[i].accumulator;
    }

    /// At the end nothing is owed to a holder but a fraction of a unit.
    function _checkDrawn(uint256 project, uint256 coin, uint32 member) private view {
        uint256 owed = _owedTo(project, coin, member, hands.creditedOf(project));
        assertEq(owed >> 64, 0, "everything that is owed was drawn");
    }

    // --- limits ---

    function _checkLimits(uint256 coin) private view {
        uint32 epoch = coop.numbers.currentEpoch();
        address token = address(hands.coins(coin));
        uint256 sold = coop.market.soldIn(ProjectId.wrap(3), token, epoch);
        assertEq(sold, hands.sold(coin, epoch), "sales on probation are counted");
        assertLe(sold, 1 << 33, "and stay below the cap");
        uint256 released = coop.commons.releasedIn(token, epoch);
        assertEq(released, hands.released(coin, epoch), "what was released is counted");
        if (released > 0)
            assertLe(released * 10, hands.capitalBefore(coin, epoch), "a tenth of the capital an epoch at most");
        for (uint256 i; i < hands.PROJECTS(); ++i) {
            Sheet memory sheet = hands.sheetOf(i, coin);
            if (sheet.spentIn == epoch && sheet.spent > 0)
                assertGe(sheet.reserve, sheet.spent * 9, "a tenth of a reserve an epoch at most");
        }
    }

    /// After everybody went home: reserves, pockets, the commons and less than one unit a holder and book, and what belongs to shares
    /// that are dust.
    function _checkLeft(uint256 coin) private view {
        (, uint256 held) = coop.pool.tokenOf(address(hands.coins(coin)));
        uint256 known = hands.purse(9, coin);
        if (hands.joined()) assertEq(hands.purse(7, coin), 0, "what an address had is the member's");
        uint256 dust;
        for (uint256 i; i < hands.PROJECTS(); ++i) {
            Sheet memory sheet = hands.sheetOf(i, coin);
            known += sheet.reserve + sheet.pocket;
            uint256 stay;
            uint32[] memory epochs = hands.creditedOf(i);
            for (uint256 j; j < epochs.length; ++j) {
                stay += _notDrawn(i, epochs[j]) * (sheet.sum - _before(i, coin, epochs[j]));
            }
            known += stay >> 64;
            dust += 10;
        }
        assertGe(held, known, "nothing is missing");
        assertLe(
            held - known,
            dust,
            "and nothing is left over but dust: less than one unit a holder, and one or two of fractions, a book"
        );
    }

    function _target(Traders target) private {
        targetContract(address(target));
        bytes4[] memory selectors = new bytes4[](23);
        bytes4[18] memory once = [
            Bazaar.offer.selector,
            Bazaar.fund.selector,
            Bazaar.answer.selector,
            Bazaar.deal.selector,
            Bazaar.sell.selector,
            Bazaar.takeBack.selector,
            Bazaar.move.selector,
            Bazaar.weather.selector,
            Bazaar.labour.selector,
            Bazaar.draw.selector,
            Bazaar.collect.selector,
            Bazaar.drawOut.selector,
            Bazaar.divide.selector,
            Bazaar.commons.selector,
            Bazaar.spend.selector,
            Bazaar.vote.selector,
            Bazaar.wait.selector,
            Bazaar.prowl.selector
        ];
        for (uint256 i; i < 18; ++i) selectors[i] = once[i];
        (selectors[18], selectors[19]) = (Bazaar.deal.selector, Bazaar.overdue.selector);
        (selectors[20], selectors[21]) = (Bazaar.sell.selector, Bazaar.join.selector);
        selectors[22] = Bazaar.spendPocket.selector;
        targetSelector(address(target), selectors);
    }
}

/// Timing is nobody's weapon: one history played twice, once with calls of anyone thrown in, gives the same to everybody.
contract BazaarTiming is Ground {
    Traders private plain;
    Traders private poked;

    function setUp() public {
        uint256 start = _now();
        plain = Traders(_deploy("Traders", ""));
        vm.warp(start); // twenty years have gone by for the first
        poked = Traders(_deploy("Traders", ""));
    }

    function testFuzz_callsOfAnyoneChangeNobodysMoney(uint256 seed) public {
        for (uint256 step; step < 32; ++step) {
            uint256 random = uint256(keccak256(abi.encode(seed, step)));
            _play(plain, random);
            _play(poked, random);
            for (uint256 i = (random >> 128) % 4; i > 1; --i) poked.poke(uint256(keccak256(abi.encode(random, i))));
        }
        assertEq(plain.time(), poked.time(), "both histories take the same time");
        plain.settle();
        poked.settle();
        assertEq(plain.fault(), "", "no fault without the calls");
        assertEq(poked.fault(), "", "nor with them");
        assertEq(plain.picture(), poked.picture(), "every purse, reserve, pocket and capital is the same");
    }

    /// The traders do all kinds of acts, and seldom find nothing to do: what they prove is not empty.
    function test_theTradersAreBusy() public {
        for (uint256 i; i < 1600; ++i) {
            uint256 random = uint256(keccak256(abi.encode("busy", i)));
            _play(poked, random);
            if (i % 4 == 0) poked.poke(random);
            if (i % 5 == 0) poked.prowl(random);
            if (i % 30 == 0) poked.join(random);
        }
        assertEq(poked.fault(), "", "no fault");
        string[10] memory verbs = [
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
        for (uint256 i; i < verbs.length; ++i) assertGe(poked.done(verbs[i]), 1, verbs[i]);
        assertTrue(poked.joined(), "a buyer became a member");
        assertLe(poked.idle() * 2, poked.acts(), "every second act at least is done");
        poked.settle();
        assertEq(poked.fault(), "", "no fault");
        (uint256 drawn, uint256 pockets) = (0, 0);
        for (uint256 i; i < 4; ++i) {
            for (uint256 j; j < 4; ++j) {
                Sheet memory sheet = poked.sheetOf(i, j);
                if (sheet.drawn > 0) ++drawn;
                if (sheet.pocket > 0) ++pockets;
            }
        }
        assertGe(drawn, 8, "dividends in every second book");
        assertGe(pockets, 2, "the reserve's own shares among them");
    }

    function _play(Traders hands, uint256 random) private {
        uint256 dice = (random >> 64) % 24;
        if (dice < 2) hands.offer(random);
        else if (dice < 4) hands.fund(random);
        else if (dice < 5) hands.answer(random);
        else if (dice < 8) hands.deal(random);
        else if (dice < 9) hands.overdue(random);
        else if (dice < 12) hands.sell(random);
        else if (dice < 13) hands.takeBack(random);
        else if (dice < 14) hands.move(random);
        else if (dice < 15) hands.weather(random);
        else if (dice < 17) hands.labour(random);
        else if (dice < 18) hands.draw(random);
        else if (dice < 19) hands.drawOut(random);
        else if (dice < 20) hands.commons(random);
        else if (dice < 21) hands.spend(random);
        else if (dice < 22) hands.vote(random);
        else hands.wait(random);
    }
}
