// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ShareMath} from "../../contracts/libraries/ShareMath.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Epochs made at random: members' credits, batches of leaves, a budget. What is drawn against what is issued.
contract ShareMathProof is MiniTest {
    uint256 private constant MOST_BUDGET = 1 << 56;

    struct Epoch {
        uint64 budget;
        uint64 stop;
        uint64 direct;
        uint64 batches;
        uint64 batchPart;
        uint64 total;
        uint64 issued;
    }

    /// Safety, bounded dust and "a share stands for no more than one unit", over both lanes together.
    function testFuzz_anEpochIsDividedWithoutALeak(uint256 seed) public pure {
        Epoch memory epoch;
        epoch.budget = uint64(_log(seed, 1, 100, MOST_BUDGET));
        epoch.stop = (epoch.budget * uint64(5 + (seed % 21))) / 100;
        uint64[] memory credits = new uint64[](1 + (_random(seed, 2) % 12));
        for (uint256 i; i < credits.length; ++i) {
            credits[i] = uint64(1 + (_random(seed, 100 + i) % epoch.stop));
            epoch.direct += credits[i];
        }
        uint64[] memory batches = new uint64[](_random(seed, 3) % 3);
        for (uint256 i; i < batches.length; ++i) {
            batches[i] = uint64(1 + (_random(seed, 200 + i) % (epoch.budget / 2)));
            epoch.batches += batches[i];
        }
        epoch.batchPart = epoch.batches < epoch.budget / 2 ? epoch.batches : epoch.budget / 2;
        epoch.total = epoch.direct + epoch.batchPart;
        epoch.issued = epoch.total < epoch.budget ? epoch.total : epoch.budget;
        uint256 drawn;
        for (uint256 i; i < credits.length; ++i) {
            uint256 shares = ShareMath.ofCredit(credits[i], epoch.issued, epoch.total);
            assertLe(shares, credits[i], "a share stands for no more than one unit");
            drawn += shares;
        }
        uint256 lots = credits.length;
        for (uint256 i; i < batches.length; ++i) {
            (uint256 shares, uint256 leaves) = _drawAll(epoch, batches[i], uint256(keccak256(abi.encode(seed, i))));
            drawn += shares;
            lots += leaves;
        }
        assertLe(drawn, epoch.issued, "never more than issued");
        assertLe(epoch.issued - drawn + 1, lots, "dust is less than the number of lots");
    }

    /// A leaf whose credit were rounded before its shares could lose more than one unit.
    function test_aLeafIsRoundedOnce() public pure {
        // Budget 200, direct 150 by others, one batch of 100 for three leaves of 1 in 3: part 100, total 250, issued 200.
        ShareMath.Leaf memory leaf = ShareMath.Leaf(1, 3, 100, 100, 100, 200, 200, 250);
        (uint64 shares, uint64 withheld) = ShareMath.ofLeaf(leaf);
        assertEq(shares, 26, "1/3 of 100 credits at 200 for 250 is 26.66");
        assertEq(withheld, 0, "nothing lies above the stop");
        // Where rounding the credit first would show:
        (shares, ) = ShareMath.ofLeaf(ShareMath.Leaf(5, 7, 100, 100, 100, 100, 200, 201));
        assertEq(shares, 71, "500/7 of credit at 200 for 201 is 71.07; 71 of credit at 200 for 201 would be 70");
    }

    /// What the stop withholds is the reserve's, and the leaf is still one lot: together they lose less than one unit.
    function test_aLeafAboveTheStopLosesLessThanOneUnit() public pure {
        // Budget 1,000, stop 150; one leaf of a batch of 500; direct 501: total 1,001, issued 1,000.
        (uint64 shares, uint64 withheld) = ShareMath.ofLeaf(ShareMath.Leaf(7, 7, 500, 500, 500, 150, 1000, 1001));
        assertEq(shares, 149, "150 at 1,000 for 1,001 is 149.85");
        assertEq(uint256(shares) + withheld, 499, "500 at 1,000 for 1,001 is 499.50");
        (shares, withheld) = ShareMath.ofLeaf(ShareMath.Leaf(7, 7, 500, 500, 500, 150, 1000, 1600));
        assertEq(shares, 93, "150 at 1,000 for 1,600 is 93.75");
        assertEq(
            uint256(shares) + withheld,
            312,
            "500 at 1,000 for 1,600 is 312.5; 93.75 and 218.75 apart would make 311"
        );
    }

    /// The largest numbers that the contracts admit overflow nowhere.
    function testFuzz_theLargestNumbersFit(uint64 value, bool reserve) public pure {
        uint64 sum = (1 << 63) - 1;
        uint64 half = uint64(MOST_BUDGET / 2);
        ShareMath.Leaf memory leaf = ShareMath.Leaf({
            value: uint64(bound(value, 1, sum)),
            sum: sum,
            credit: half,
            batches: type(uint64).max,
            batchPart: half,
            stop: reserve ? type(uint64).max : uint64(MOST_BUDGET / 4),
            issued: uint64(MOST_BUDGET),
            total: uint64(MOST_BUDGET + half)
        });
        (uint64 shares, uint64 withheld) = ShareMath.ofLeaf(leaf);
        assertLe(uint256(shares) + withheld, half, "no more than the batch");
        assertLe(
            ShareMath.ofCredit(uint64(MOST_BUDGET / 4), uint64(MOST_BUDGET), leaf.total),
            MOST_BUDGET / 4,
            "nor the credit"
        );
    }

    /// All leaves of one batch; of one in three the owner is the reserve, for whom there is no stop.
    function _drawAll(
        Epoch memory epoch,
        uint64 credit,
        uint256 seed
    ) private pure returns (uint256 drawn, uint256 leaves) {
        leaves = 1 + (_random(seed, 0) % 8);
        uint64[] memory values = new uint64[](leaves);
        uint64 sum;
        for (uint256 i; i < leaves; ++i) {
            values[i] = uint64(_log(seed, 10 + i, 1, 1 << 59));
            sum += values[i];
        }
        for (uint256 i; i < leaves; ++i) {
            uint64 stop = _random(seed, 30 + i) % 3 == 0 ? type(uint64).max : epoch.stop;
            ShareMath.Leaf memory leaf = ShareMath.Leaf(
                values[i],
                sum,
                credit,
                epoch.batches,
                epoch.batchPart,
                stop,
                epoch.issued,
                epoch.total
            );
            (uint64 shares, uint64 withheld) = ShareMath.ofLeaf(leaf);
            assertLe(shares, stop, "a leaf counts for the stop at most");
            if (stop == type(uint64).max) assertEq(withheld, 0, "from the reserve nothing is withheld");
            drawn += uint256(shares) + withheld;
        }
    }

    function _random(uint256 seed, uint256 salt) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }

    /// A number of any size between two bounds, small ones as often as large ones.
    function _log(uint256 seed, uint256 salt, uint256 least, uint256 most) private pure returns (uint256) {
        uint256 random = _random(seed, salt);
        return least + ((random % ((most >> (_random(seed, salt + 1000) % 50)) | 1)) % (most - least + 1));
    }
}
