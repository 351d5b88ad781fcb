// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Seat} from "../../contracts/people/IMemberRegistry.sol";
import {SeatWord} from "../../contracts/people/SeatWord.sol";
import {MemberId} from "../../contracts/types/Ids.sol";
import {Standing} from "../../contracts/types/Stages.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// A seat read at once says what it says read field by field.
contract SeatWordProof is MiniTest {
    using SeatWord for Seat;
    using SeatWord for uint256;

    Seat private stored;
    Seat private copy;

    function testFuzz_theWordIsTheStruct(
        uint32 id,
        uint16 keyEpoch,
        uint8 standing,
        bool[2] calldata flags,
        uint40[3] calldata times,
        uint32[2] calldata sponsors
    ) public {
        Standing stands = Standing(standing % 4);
        (MemberId first, MemberId second) = (MemberId.wrap(sponsors[0]), MemberId.wrap(sponsors[1]));
        stored = Seat(id, keyEpoch, stands, flags[0], flags[1], times[0], times[1], times[2], first, second);
        Seat memory seat = stored.load();
        assertEq(keccak256(abi.encode(seat)), keccak256(abi.encode(stored)), "loaded");
        copy.save(seat);
        assertEq(bytes32(copy.word()), bytes32(stored.word()), "saved");
        uint256 word = stored.word();
        assertEq(uint256(MemberId.unwrap(word.idOf())), id, "id");
        assertEq(uint256(word.standing()), uint256(stands), "standing");
        assertTrue(word.isReplaced() == flags[1], "replaced");
        assertEq(word.speaker(), flags[1] ? 0 : id | (uint256(keyEpoch) << 32), "speaker");
        (uint256 from, uint256 until) = word.span();
        assertEq(from, times[1], "from");
        assertEq(until, times[2], "until");
        assertTrue(word.sits() == (times[1] != 0 && times[2] == 0 && !flags[1]), "sits");
    }
}
