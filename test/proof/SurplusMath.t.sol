// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SurplusMath} from "../../contracts/libraries/SurplusMath.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// What a surplus is parted into, and what holders of shares are owed, against sums made another way.
contract SurplusMathProof is MiniTest {
    uint256 private constant HOLDERS = 6;
    uint256 private constant EPOCHS = 12;

    /// A book with its holders. What each is owed exactly is kept as a sum of fractions times 2^64, never rounded between.
    struct Book {
        uint192 accumulator;
        uint64 carried;
        uint64 total;
        uint256 divided;
        uint64[HOLDERS] shares;
        uint192[HOLDERS] debts;
        uint256[HOLDERS] paid;
        uint256[HOLDERS] ideal; // Σ shares · amount · 2^64 / total, each rounded down
    }

    /// The parts are the whole; each lies within one unit of its percentage; the reserve is the larger of its percentage and the rest.
    function testFuzz_thePartsAreTheWhole(uint112 surplus, uint256 seed) public pure {
        SurplusMath.Terms memory terms = _terms(seed);
        SurplusMath.Parts memory parts = SurplusMath.split(surplus, terms);
        uint256 back = parts.rebate + parts.dividend + parts.commons;
        assertEq(back + parts.capital + parts.reserve, surplus, "nothing is made and nothing lost");
        assertGe(
            parts.reserve * 100,
            uint256(surplus) * terms.reservePercent,
            "the reserve takes what rounding leaves"
        );
        uint256 ofMembers = parts.rebate + parts.dividend;
        uint256 asked = uint256(surplus) * (100 - terms.reservePercent - terms.commonsPercent);
        assertTrue(ofMembers * 100 <= asked && asked < (ofMembers + 1) * 100, "the members' part, rounded down once");
        assertTrue(parts.rebate * 100 <= ofMembers * terms.rebatePercent, "the rebate is a part of the members' part");
        assertTrue((parts.rebate + 1) * 100 > ofMembers * terms.rebatePercent, "and rounded down once");
    }

    /// Whoever buys from himself, holds every share of the project and of the cooperative, and is the whole commons but its capital, has
    /// sixty of a hundred back at most, under any numbers a vote can set.
    function testFuzz_aSelfTradeNeverHasMoreThanSixtyPercentBack(uint112 surplus, uint256 seed) public pure {
        SurplusMath.Parts memory parts = SurplusMath.split(surplus, _terms(seed));
        uint256 back = parts.rebate + parts.dividend + parts.commons + parts.capital;
        assertLe(back * 100, uint256(surplus) * 60, "at most sixty percent, with the capital counted in as well");
    }

    /// Never too much, almost nothing too little, and the same whenever it is drawn.
    function testFuzz_holdersAreOwedTheirParts(uint256 seed, uint192 start) public pure {
        Book memory book;
        book.accumulator = start; // as after any number of divisions: it is modulo 2^192
        for (uint256 epoch; epoch < EPOCHS; ++epoch) _live(book, uint256(keccak256(abi.encode(seed, epoch))));
        uint256 given;
        for (uint256 i; i < HOLDERS; ++i) {
            _pay(book, i);
            given += book.paid[i];
            assertLe(
                book.paid[i],
                book.ideal[i] >> 64 == 0 ? 0 : (book.ideal[i] >> 64) + 1,
                "never more than a holder's parts"
            );
            // Each division rounds the step down once: less than one unit a holder, however many shares.
            assertGe(
                book.paid[i] + 1 + ((EPOCHS * uint256(book.shares[i])) >> 64) + 1,
                book.ideal[i] >> 64,
                "nor a unit less"
            );
        }
        assertLe(given, book.divided, "never more than was divided");
        if (book.total != 0)
            assertLe(book.divided - given, HOLDERS + 1, "dust: less than a unit a holder, and one carried");
    }

    /// The same divisions, drawn by one holder at every moment and by another only at the end.
    function testFuzz_drawingOftenChangesNothing(uint256 seed) public pure {
        (uint192 accumulator, uint64 carried) = (uint192(seed), 0);
        uint64 shares = uint64(1 + (seed % (1 << 40)));
        uint192 often = SurplusMath.addDebt(0, shares, accumulator);
        uint192 once = often;
        uint256 paid;
        for (uint256 i; i < 20; ++i) {
            uint256 amount = uint256(keccak256(abi.encode(seed, i))) >> (144 + (i * 5));
            uint256 step;
            (step, carried) = SurplusMath.divide(amount, carried, shares * 3);
            accumulator = SurplusMath.advance(accumulator, step);
            uint256 now_;
            (now_, often) = SurplusMath.owed(shares, accumulator, often);
            paid += now_;
        }
        (uint256 all, ) = SurplusMath.owed(shares, accumulator, once);
        assertEq(paid, all, "as if drawn once");
    }

    /// The remainder is carried whole: a division later, nothing but the last remainder is missing from the sum.
    function testFuzz_theRemainderIsCarried(uint112 first, uint112 second, uint64 shares) public pure {
        shares = uint64(bound(shares, 1, type(uint64).max));
        (uint256 one, uint64 carried) = SurplusMath.divide(first, 0, shares);
        (uint256 two, uint64 left) = SurplusMath.divide(second, carried, shares);
        assertEq((one + two) * shares + left, (uint256(first) + second) << 64, "both amounts, exactly");
        assertTrue(carried < shares && left < shares, "less than the shares");
    }

    /// Cost lines together never get more than is kept, and all of theirs where there is enough.
    function testFuzz_costLinesShareWhatIsKept(uint256 seed, uint112 kept) public pure {
        uint256[] memory lines = new uint256[](1 + (seed % 8));
        uint256 costs;
        for (uint256 i; i < lines.length; ++i) {
            lines[i] = uint256(keccak256(abi.encode(seed, i))) >> (148 + (seed % 100));
            costs += lines[i];
        }
        uint256 paid;
        for (uint256 i; i < lines.length; ++i) {
            uint256 part = SurplusMath.line(lines[i], kept, costs);
            assertLe(part, lines[i], "never more than its line");
            paid += part;
        }
        if (kept >= costs) assertEq(paid, costs, "each its own where there is enough");
        else assertTrue(paid <= kept && kept - paid < lines.length, "else all that is kept, less than a unit each");
    }

    /// One epoch: somebody gets shares, something is divided, somebody draws.
    function _live(Book memory book, uint256 random) private pure {
        uint256 who = random % HOLDERS;
        uint64 lot = uint64((random >> 8) % (1 << (1 + ((random >> 72) % 56))));
        book.debts[who] = SurplusMath.addDebt(book.debts[who], lot, book.accumulator);
        book.shares[who] += lot;
        book.total += lot;
        if (book.total == 0) return;
        uint256 amount = (random >> 100) % (1 << (1 + ((random >> 80) % 90)));
        uint256 step;
        (step, book.carried) = SurplusMath.divide(amount, book.carried, book.total);
        book.accumulator = SurplusMath.advance(book.accumulator, step);
        book.divided += amount;
        for (uint256 i; i < HOLDERS; ++i) book.ideal[i] += (uint256(book.shares[i]) * (amount << 64)) / book.total;
        _pay(book, (random >> 200) % HOLDERS);
    }

    function _pay(Book memory book, uint256 i) private pure {
        uint256 amount;
        (amount, book.debts[i]) = SurplusMath.owed(book.shares[i], book.accumulator, book.debts[i]);
        book.paid[i] += amount;
    }

    /// Any numbers that a vote can set: reserve 40 to 60, commons 10 to 30, rebate 0 to 50, twelfths 2 to 6.
    function _terms(uint256 seed) private pure returns (SurplusMath.Terms memory) {
        return SurplusMath.Terms(40 + (seed % 21), 10 + ((seed >> 8) % 21), (seed >> 16) % 51, 2 + ((seed >> 24) % 5));
    }
}
