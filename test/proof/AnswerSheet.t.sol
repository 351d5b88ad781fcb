// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AnswerSheet} from "../../contracts/libraries/AnswerSheet.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// What a sheet says against what was written on it, in each of the three layouts.
contract AnswerSheetProof is MiniTest {
    using AnswerSheet for uint256;

    function testFuzz_aRecordsSheetKeepsWhoAndHowMuch(
        uint32[5] memory who,
        uint32[5] memory much,
        uint8 length
    ) public pure {
        uint256 count = length % 5; // four at most are stored: the last answer seals
        uint256 sheet;
        for (uint256 i; i < count; ++i) sheet = sheet.addPair(i, who[i], much[i]);
        uint32[] memory read = sheet.quantities(count);
        assertEq(read.length, count + 1, "with room for the last answer");
        assertEq(read[count], 0, "which is empty");
        for (uint256 i; i < count; ++i) {
            assertEq(sheet.memberAt(i, true), who[i], "who");
            assertEq(read[i], much[i], "how much");
        }
        uint256 done = sheet.sealPairs(count, who[count], much[count]);
        for (uint256 i; i <= count; ++i) assertEq(done.memberAt(i, false), who[i], "who, once sealed");
        assertEq(done.top(), much[count], "what was named, once sealed");
    }

    function testFuzz_aVotedSheetKeepsWhoAndCountsYes(
        uint32[7] memory who,
        uint8 votes,
        uint8 length,
        bool stands
    ) public pure {
        uint256 count = length % 8;
        (uint256 sheet, uint256 yes) = (0, 0);
        for (uint256 i; i < count; ++i) {
            bool vote = votes & (1 << i) != 0;
            sheet = sheet.addVote(i, who[i], vote);
            if (vote) ++yes;
            assertEq(sheet.top(), yes, "the number of yes so far");
        }
        uint256 done = sheet.sealVotes(stands);
        for (uint256 i; i < count; ++i) {
            assertEq(sheet.memberAt(i, false), who[i], "who");
            assertEq(done.memberAt(i, false), who[i], "who, once sealed");
        }
        assertEq(done.top(), stands ? 1 : 0, "whether it stands");
    }

    function testFuzz_holdsIsTrueOfThoseWhoAnsweredAndOfNobodyElse(
        uint32[7] memory who,
        uint8 length,
        uint32 stranger,
        bool pairs
    ) public pure {
        uint256 count = length % (pairs ? 5 : 8);
        uint256 sheet;
        bool among;
        for (uint256 i; i < count; ++i) {
            sheet = pairs ? sheet.addPair(i, who[i], ~who[i]) : sheet.addVote(i, who[i], i % 2 == 0);
            if (who[i] == stranger) among = true;
        }
        for (uint256 i; i < count; ++i) assertTrue(sheet.holds(count, pairs, who[i]), "each who answered");
        assertEq(sheet.holds(count, pairs, stranger), among, "nobody else");
    }
}
