// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Terms} from "../../contracts/libraries/Terms.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Three entries in a word against three entries in a list.
contract TermsProof is MiniTest {
    using Terms for uint256;

    struct Entry {
        uint32 project;
        uint32 from;
        uint32 until;
    }

    function testFuzz_theWordIsAListOfThree(uint256 seed) public pure {
        Entry[3] memory list;
        uint256 word;
        for (uint256 i; i < 12; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint256 index = random % 3;
            uint32 project = random & 8 == 0 ? uint32(random >> 16) % 4 : uint32(random >> 16);
            uint32 from = uint32(random >> 48) % (1 << 24);
            uint32 until = uint32(random >> 80) % (1 << 24);
            list[index] = Entry(project, from, until);
            word = word.put(index, project, from, until);
            for (uint256 j; j < 3; ++j) {
                (uint32 p, uint32 f, uint32 u) = word.entry(j);
                assertTrue(p == list[j].project && f == list[j].from && u == list[j].until, "each entry is its own");
            }
        }
        assertEq(word >> 240, 0, "nothing is written beyond the third");
    }

    function testFuzz_findAndCoversReadTheList(uint256 seed, uint8 when) public pure {
        Entry[3] memory list;
        uint256 word;
        uint256 used = seed % 4;
        for (uint256 i; i < used; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            // Different projects, 0 among them: an empty entry must not pass for project 0.
            list[i] = Entry(uint32((random % 2) + 2 * i), uint32(random >> 16) % 6, 1 + (uint32(random >> 48) % 8));
            word = word.put(i, list[i].project, list[i].from, list[i].until);
        }
        uint32 epoch = uint32(when) % 10;
        for (uint32 project; project < 7; ++project) {
            uint256 index = 3;
            bool covered;
            for (uint256 i; i < used; ++i) {
                if (list[i].project != project) continue;
                index = i;
                covered = list[i].from <= epoch && epoch < list[i].until;
            }
            assertEq(word.find(project), index, "found where it is, or nowhere");
            assertEq(word.covers(project, epoch), covered, "covers from the first epoch up to before the last");
        }
        uint256 free = 3;
        for (uint256 i = 3; i > 0; --i) if (list[i - 1].until <= epoch) free = i - 1;
        assertEq(word.findFree(epoch), free, "the first entry that is over or was never used");
    }
}
