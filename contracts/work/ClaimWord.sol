// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Lane, Stage} from "../types/Stages.sol";

/// @notice A claim in memory; in storage one word. Fields as in `Claim`.
struct Stored {
    uint32 project;
    uint32 by;
    uint32 quantity;
    uint64 value;
    uint40 time;
    uint16 epoch; // 65,535 epochs are five thousand years
    Lane lane;
    Stage stage;
    uint8 tier;
    uint8 needed; // from sealing on: how many tenths of the first value are in force
    uint8 answered;
}

/// @title Claim words
/// @notice A claim in one storage slot, written at once: field by field, the compiler would write the slot eleven times.
/// @dev From the lowest bit: project 32 | by 32 | quantity 32 | value 64 | time 40 | epoch 16 | lane 8 | stage 8 | tier 8 | needed 8 | answered 8 = 256.
/// Attacked in test/proof/ClaimWord.t.sol: unpack(pack(claim)) is the claim.
library ClaimWord {
    /// @notice The word of a claim.
    function pack(Stored memory claim) internal pure returns (uint256) {
        return
            uint256(claim.project) |
            (uint256(claim.by) << 32) |
            (uint256(claim.quantity) << 64) |
            (uint256(claim.value) << 96) |
            (uint256(claim.time) << 160) |
            (uint256(claim.epoch) << 200) |
            (uint256(claim.lane) << 216) |
            (uint256(claim.stage) << 224) |
            (uint256(claim.tier) << 232) |
            (uint256(claim.needed) << 240) |
            (uint256(claim.answered) << 248);
    }

    /// @notice The claim of a word; all zeros for an empty one.
    // forge-lint: disable-next-item(unsafe-typecast): each cast cuts its field out.
    function unpack(uint256 word) internal pure returns (Stored memory claim) {
        claim.project = uint32(word);
        claim.by = uint32(word >> 32);
        claim.quantity = uint32(word >> 64);
        claim.value = uint64(word >> 96);
        claim.time = uint40(word >> 160);
        claim.epoch = uint16(word >> 200);
        claim.lane = Lane(uint8(word >> 216));
        claim.stage = Stage(uint8(word >> 224));
        claim.tier = uint8(word >> 232);
        claim.needed = uint8(word >> 240);
        claim.answered = uint8(word >> 248);
    }
}
