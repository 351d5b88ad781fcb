// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReviewSheet} from "../../contracts/libraries/ReviewSheet.sol";
import {Grade} from "../../contracts/types/Stages.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// The sheet against a plain list of reviews that is sorted, criterion by criterion.
contract ReviewSheetProof is MiniTest {
    uint256 private constant MOST = (1 << 21) - 1; // of one mark on one criterion
    mapping(Grade => uint256) private seen;

    function testFuzz_theGradeIsThatOfASort(uint256 seed, uint8 count) public pure {
        _compare(_reviews(seed, 1 + (uint256(count) % 40)));
    }

    /// Few reviews, so that middles are even and odd, and a mark decides.
    function testFuzz_fewReviewsAreSortedToo(uint256 seed, uint8 count) public pure {
        _compare(_reviews(seed, 1 + (uint256(count) % 4)));
    }

    /// What is fuzzed is not empty: every grade is found, and capped ones among them.
    function test_everyGradeIsFoundAndSomeAreCapped() public {
        uint256 capped;
        for (uint256 seed; seed < 600; ++seed) {
            uint24[] memory reviews = _reviews(seed, 1 + (seed % 9));
            (Grade plain, Grade found) = _sorted(reviews);
            ++seen[found];
            if (found != plain) ++capped;
        }
        for (uint256 i = 1; i <= uint256(Grade.APlus); ++i) assertGe(seen[Grade(i)], 5, "every grade is found");
        assertGe(capped, 5, "some are capped");
    }

    function testFuzz_takingOutUndoesPuttingIn(uint256 seed, uint8 count, uint24 noise) public pure {
        uint24[] memory reviews = _reviews(seed, 1 + (uint256(count) % 20));
        (uint256 low, uint256 high) = _sheet(reviews);
        uint24 marks = _marks(uint256(noise), 0);
        (uint256 lower, uint256 higher) = (ReviewSheet.add(low, marks, 0), ReviewSheet.add(high, marks, 1));
        assertEq(ReviewSheet.remove(lower, marks, 0), low, "the first half is as before");
        assertEq(ReviewSheet.remove(higher, marks, 1), high, "and the second");
        // A review that is revised leaves what the new one alone would have left.
        uint256 which = uint256(noise) % reviews.length;
        low = ReviewSheet.add(ReviewSheet.remove(low, reviews[which], 0), marks, 0);
        high = ReviewSheet.add(ReviewSheet.remove(high, reviews[which], 1), marks, 1);
        reviews[which] = marks;
        (lower, higher) = _sheet(reviews);
        assertEq(low, lower, "revised in place, first half");
        assertEq(high, higher, "revised in place, second half");
    }

    /// Two million of one mark fill their counter and touch no other, on any criterion and beside any neighbour.
    function testFuzz_noCounterRunsIntoAnother(uint8 criterion, uint8 mark, uint256 seed) public pure {
        uint256 here = criterion % 12;
        uint256 gave = 1 + (mark % 2);
        uint256[2] memory sheet = [ReviewSheet.EMPTY, ReviewSheet.EMPTY];
        uint24 one = uint24(gave << (2 * here));
        for (uint256 half; half < 2; ++half) {
            sheet[half] += (ReviewSheet.add(sheet[half], one, half) - sheet[half]) * MOST;
        }
        uint24 others = _marks(seed, 1) & ~uint24(3 << (2 * here));
        for (uint256 half; half < 2; ++half) sheet[half] = ReviewSheet.add(sheet[half], others, half);
        for (uint256 i; i < 12; ++i) {
            (uint256 zeros, uint256 ones, uint256 twos) = ReviewSheet.counts(sheet[0], sheet[1], i, MOST + 1);
            uint256 other = (uint256(others) >> (2 * i)) & 3;
            if (i == here) other = 0;
            assertEq(ones, (i == here && gave == 1 ? MOST : 0) + (other == 1 ? 1 : 0), "ones");
            assertEq(twos, (i == here && gave == 2 ? MOST : 0) + (other == 2 ? 1 : 0), "twos");
            assertEq(zeros, MOST + 1 - ones - twos, "zeros are the rest");
        }
        assertEq(sheet[0] >> 252, 8, "the bit that is set from the beginning stays alone");
        assertEq(sheet[1] >> 252, 8, "in the second half too");
    }

    /// All counters at once: two million reviews of all ones, or of all twos.
    function test_twoMillionReviewsFit() public pure {
        uint24[2] memory all = [uint24(0x555555), 0xaaaaaa];
        for (uint256 i; i < 2; ++i) {
            uint256 low = ReviewSheet.EMPTY + (ReviewSheet.add(0, all[i], 0)) * MOST;
            uint256 high = ReviewSheet.EMPTY + (ReviewSheet.add(0, all[i], 1)) * MOST;
            for (uint256 j; j < 12; ++j) {
                (, uint256 ones, uint256 twos) = ReviewSheet.counts(low, high, j, MOST);
                assertEq(i == 0 ? ones : twos, MOST, "a full counter");
                assertEq(i == 0 ? twos : ones, 0, "an empty one");
            }
            Grade grade = ReviewSheet.grade(low, high, MOST);
            assertEq(uint256(grade), uint256(i == 0 ? Grade.C : Grade.APlus), "twelve, and twenty-four");
        }
    }

    function testFuzz_marksAreTwelveOfZeroToTwo(uint24 marks) public pure {
        bool fit = true;
        for (uint256 i; i < 12; ++i) if ((uint256(marks) >> (2 * i)) % 4 == 3) fit = false;
        assertEq(ReviewSheet.areMarks(marks), fit, "each is 0, 1 or 2");
        assertEq(ReviewSheet.areMarks(_marks(marks, 0)), true, "and those are marks");
    }

    function test_theTableOfGrades() public pure {
        for (uint256 sum; sum <= 24; ++sum) {
            Grade wanted = Grade.D;
            if (sum > 9) wanted = Grade.C;
            if (sum > 13) wanted = Grade.B;
            if (sum > 17) wanted = Grade.A;
            if (sum > 21) wanted = Grade.APlus;
            assertEq(uint256(ReviewSheet.ofSum(sum)), uint256(wanted), "by its sum");
        }
    }

    // --- the plain way ---

    function _compare(uint24[] memory reviews) private pure {
        (uint256 low, uint256 high) = _sheet(reviews);
        (, Grade wanted) = _sorted(reviews);
        assertEq(uint256(ReviewSheet.grade(low, high, reviews.length)), uint256(wanted), "the grade of a sort");
        for (uint256 i; i < 12; ++i) {
            uint256[3] memory held;
            for (uint256 j; j < reviews.length; ++j) ++held[(uint256(reviews[j]) >> (2 * i)) & 3];
            (uint256 zeros, uint256 ones, uint256 twos) = ReviewSheet.counts(low, high, i, reviews.length);
            assertEq(zeros, held[0], "zeros");
            assertEq(ones, held[1], "ones");
            assertEq(twos, held[2], "twos");
        }
    }

    function _sheet(uint24[] memory reviews) private pure returns (uint256 low, uint256 high) {
        (low, high) = (ReviewSheet.EMPTY, ReviewSheet.EMPTY);
        for (uint256 i; i < reviews.length; ++i) {
            (low, high) = (ReviewSheet.add(low, reviews[i], 0), ReviewSheet.add(high, reviews[i], 1));
        }
    }

    /// Sorts each criterion by exchanging neighbours, takes the lower middle, sums, and caps.
    function _sorted(uint24[] memory reviews) private pure returns (Grade plain, Grade found) {
        uint256 sum;
        bool capped;
        for (uint256 i; i < 12; ++i) {
            uint256[] memory list = new uint256[](reviews.length);
            for (uint256 j; j < list.length; ++j) list[j] = (uint256(reviews[j]) >> (2 * i)) & 3;
            for (uint256 j; j < list.length; ++j) {
                for (uint256 k = 1; k < list.length - j; ++k) {
                    if (list[k - 1] > list[k]) (list[k - 1], list[k]) = (list[k], list[k - 1]);
                }
            }
            uint256 median = list.length % 2 == 1 ? list[list.length / 2] : list[list.length / 2 - 1];
            sum += median;
            if (median == 0 && (i == 2 || i == 6 || i == 7)) capped = true;
        }
        if (sum >= 22) plain = Grade.APlus;
        else if (sum >= 18) plain = Grade.A;
        else if (sum >= 14) plain = Grade.B;
        else plain = sum >= 10 ? Grade.C : Grade.D;
        found = capped && uint256(plain) > uint256(Grade.C) ? Grade.C : plain;
    }

    /// Reviews by reviewers more or less alike, from severe to generous.
    function _reviews(uint256 seed, uint256 count) private pure returns (uint24[] memory reviews) {
        reviews = new uint24[](count);
        uint256 kindness = uint256(keccak256(abi.encode(seed, "kind"))) % 7;
        for (uint256 i; i < count; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            for (uint256 j; j < 12; ++j) {
                uint256 mark = (random >> (8 * j)) % 3;
                if ((random >> (8 * j + 2)) % 8 < kindness) mark = 2;
                reviews[i] |= uint24(mark << (2 * j));
            }
        }
    }

    function _marks(uint256 seed, uint256 salt) private pure returns (uint24 marks) {
        uint256 random = uint256(keccak256(abi.encode(seed, salt)));
        for (uint256 j; j < 12; ++j) marks |= uint24(((random >> (8 * j)) % 3) << (2 * j));
    }
}
