// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {EpochMath} from "../../contracts/libraries/EpochMath.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// One clock for all: 28 days an epoch, and final for ever two epochs later.
contract EpochMathProof is MiniTest {
    uint256 private constant GENESIS = 1_767_225_600;

    function testFuzz_everySecondBelongsToOneEpoch(uint64 after_) public pure {
        uint256 time = GENESIS + bound(after_, 0, 4_000_000_000 * 28 days);
        uint256 epoch = EpochMath.epochAt(GENESIS, time);
        assertLe(EpochMath.start(GENESIS, epoch), time, "an epoch has begun when its seconds come");
        assertGe(EpochMath.start(GENESIS, epoch + 1), time + 1, "and the next has not");
    }

    function testFuzz_finalIsForEverAndNotBefore(uint32 epoch, uint64 later) public pure {
        uint256 end = EpochMath.start(GENESIS, uint256(epoch) + 2);
        assertTrue(!EpochMath.isFinal(GENESIS, epoch, end - 1), "not a second before e + 1 ends");
        assertTrue(EpochMath.isFinal(GENESIS, epoch, end), "when e + 1 ends");
        assertTrue(EpochMath.isFinal(GENESIS, epoch, end + later), "and ever after");
    }

    /// A window of 7 days and a round of 21 after the last second of an epoch end before the epoch is divided.
    function testFuzz_nothingCanChangeAFinalEpoch(uint32 epoch, uint32 into, uint32 waits) public pure {
        uint256 sealedAt = EpochMath.start(GENESIS, epoch) + bound(into, 0, 28 days - 1);
        uint256 challengedAt = sealedAt + bound(waits, 0, 7 days - 1);
        uint256 lastAnswer = challengedAt + 21 days - 1;
        assertTrue(!EpochMath.isFinal(GENESIS, epoch, lastAnswer), "the last answer comes before the division");
    }

    function test_beforeGenesisThereIsNoEpoch() public {
        vm.expectRevert();
        this.epochAt(GENESIS - 1);
        assertEq(this.epochAt(GENESIS), 0, "epoch 0 begins with the first second");
    }

    function epochAt(uint256 time) external pure returns (uint32) {
        return EpochMath.epochAt(GENESIS, time);
    }
}
