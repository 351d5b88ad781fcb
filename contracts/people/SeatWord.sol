// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId} from "../types/Ids.sol";
import {Standing} from "../types/Stages.sol";
import {Seat} from "./IMemberRegistry.sol";

/// @title A seat, read at once
/// @notice A seat is one slot; read field by field it would be read ten times over, a hundred gas each, in every member's every act.
/// @dev The bits are those of the struct `Seat`, from the lowest: id 32 · keyEpoch 16 · standing 8 · founder 8 · replaced 8 ·
/// joinedAt 40 · seatedFrom 40 · seatedUntil 40 · sponsor 32 · cosponsor 32. Compared with the struct in test/proof/SeatWord.t.sol.
library SeatWord {
    uint256 internal constant ID_AND_EPOCH = (1 << 48) - 1;
    uint256 internal constant REPLACED = 1 << 64;
    uint256 internal constant TIME = (1 << 40) - 1;

    /// @notice The whole slot.
    function word(Seat storage seat) internal view returns (uint256 all) {
        assembly ("memory-safe") {
            all := sload(seat.slot)
        }
    }

    /// @notice The struct.
    function load(Seat storage stored) internal view returns (Seat memory seat) {
        uint256 all = word(stored);
        // forge-lint: disable-start(unsafe-typecast): each cuts its bits out.
        seat.id = uint32(all);
        seat.keyEpoch = uint16(all >> 32);
        seat.standing = Standing(uint8(all >> 48));
        seat.founder = uint8(all >> 56) != 0;
        seat.replaced = uint8(all >> 64) != 0;
        seat.joinedAt = uint40(all >> 72);
        seat.seatedFrom = uint40(all >> 112);
        seat.seatedUntil = uint40(all >> 152);
        seat.sponsor = MemberId.wrap(uint32(all >> 192));
        seat.cosponsor = MemberId.wrap(uint32(all >> 224));
        // forge-lint: disable-end(unsafe-typecast)
    }

    /// @notice Writes the struct's slot at once.
    function save(Seat storage stored, Seat memory seat) internal {
        uint256 low = seat.id | (uint256(seat.keyEpoch) << 32) | (uint256(seat.standing) << 48);
        low |= (seat.founder ? 1 << 56 : 0) | (seat.replaced ? REPLACED : 0);
        uint256 times = seat.joinedAt | (uint256(seat.seatedFrom) << 40) | (uint256(seat.seatedUntil) << 80);
        uint256 both = MemberId.unwrap(seat.sponsor) | (uint256(MemberId.unwrap(seat.cosponsor)) << 32);
        uint256 all = low | (times << 72) | (both << 192);
        assembly ("memory-safe") {
            sstore(stored.slot, all)
        }
    }

    /// @notice The number of the member, whatever became of the key; 0: nobody's.
    function idOf(uint256 all) internal pure returns (MemberId) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
        return MemberId.wrap(uint32(all));
    }

    /// @notice Whether another key speaks for the member.
    function isReplaced(uint256 all) internal pure returns (bool) {
        return all & REPLACED != 0;
    }

    /// @notice Whose key in force it is, as id | keyEpoch << 32; 0 where it is nobody's.
    function speaker(uint256 all) internal pure returns (uint256) {
        return isReplaced(all) ? 0 : all & ID_AND_EPOCH;
    }

    function standing(uint256 all) internal pure returns (Standing) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts eight bits out.
        return Standing(uint8(all >> 48));
    }

    /// @notice The latest seat: from its first second, until before `until`; 0: never, and still.
    function span(uint256 all) internal pure returns (uint256 from, uint256 until) {
        return ((all >> 112) & TIME, (all >> 152) & TIME);
    }

    /// @notice When the member joined last, in seconds since 1970.
    function joinedAt(uint256 all) internal pure returns (uint256) {
        return (all >> 72) & TIME;
    }

    /// @notice Who vouched for the latest joining; 0 where nobody did.
    function sponsors(uint256 all) internal pure returns (uint256 first, uint256 second) {
        return ((all >> 192) & type(uint32).max, all >> 224);
    }

    /// @notice Whether the key in force is of a member who is seated now.
    function sits(uint256 all) internal pure returns (bool) {
        (uint256 from, uint256 until) = span(all);
        return from != 0 && until == 0 && !isReplaced(all);
    }
}
