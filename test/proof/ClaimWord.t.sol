// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Lane, Stage} from "../../contracts/types/Stages.sol";
import {ClaimWord, Stored} from "../../contracts/work/ClaimWord.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// A claim in one word loses nothing.
contract ClaimWordProof is MiniTest {
    function testFuzz_unpackedItIsTheClaimThatWasPacked(
        uint32[3] memory who,
        uint64 value,
        uint40 time,
        uint16 epoch,
        uint8[5] memory small
    ) public pure {
        (Lane lane, Stage stage) = (Lane(small[0] % 4), Stage(small[1] % 5));
        Stored memory claim = Stored(
            who[0],
            who[1],
            who[2],
            value,
            time,
            epoch,
            lane,
            stage,
            small[2],
            small[3],
            small[4]
        );
        Stored memory twin = ClaimWord.unpack(ClaimWord.pack(claim));
        assertEq(keccak256(abi.encode(twin)), keccak256(abi.encode(claim)), "every field");
    }

    function testFuzz_everyWordWithALaneAndAStageIsAClaim(uint256 word, uint8 lane, uint8 stage) public pure {
        word &= ~(uint256(0xffff) << 216);
        word |= (uint256(lane % 4) << 216) | (uint256(stage % 5) << 224);
        Stored memory claim = ClaimWord.unpack(word);
        assertEq(ClaimWord.pack(claim), word, "no bit is lost");
        assertTrue(claim.lane == Lane(lane % 4) && claim.stage == Stage(stage % 5), "lane and stage");
    }

    function test_anEmptyWordIsNoClaim() public pure {
        assertTrue(ClaimWord.unpack(0).stage == Stage.None, "never made");
    }
}
