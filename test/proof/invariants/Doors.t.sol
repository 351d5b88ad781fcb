// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICoopGovernor} from "../../../contracts/governance/ICoopGovernor.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// A census of every function that the deployed code answers to, read from the code itself: each is a member's act, a party's of an
/// order, anyone's listed call, what anyone does with his own, a vote's, a second round's, the market's, the commons', the governor's,
/// or it changes nothing. One that is added and not counted here is found.
contract DoorsProof is Ground {
    /// A contract's doors: those that may change something, by whose they are, and how many only tell.
    struct House {
        string name;
        address place;
        bytes4[] members; // or a party's of an order
        bytes4[] anyones; // or the caller's, with what is his own
        bytes4[] others; // a vote's, a second round's, the market's, the commons', the governor's, nobody's
        uint256 telling;
    }

    uint256 private constant STRANGER = 0xBAD;

    House[] private houses;
    mapping(bytes4 door => string) private called;
    Coop private coop;
    uint256 private random;

    function setUp() public {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](2), new uint48[](2));
        (budgets[0], budgets[1], rates[0], rates[1]) = (1_000_000, 1_000_000, 1, 1);
        coop = _found(6, budgets, rates);
        vm.warp(_now() + 1 days);
        _house("timelock", coop.timelock, 18);
        _others(
            "schedule(address,uint256,bytes,bytes32,bytes32,uint256) scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256) cancel(bytes32) execute(address,uint256,bytes,bytes32,bytes32) executeBatch(address[],uint256[],bytes[],bytes32,bytes32) grantRole(bytes32,address) revokeRole(bytes32,address) renounceRole(bytes32,address) onERC721Received(address,address,uint256,bytes) onERC1155Received(address,address,uint256,uint256,bytes) onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)"
        );
        _house("numbers", address(coop.numbers), 6);
        _others("set(uint8,uint256)");
        _house("members", address(coop.members), 51);
        _members(
            "setProfile(bytes32,string) rejoin((uint32,uint16,uint40,bytes)[]) revokeVouch(address,uint32,uint40) resign() rotate(address,uint40,bytes)"
        );
        _anyones("join((address,bytes32,string,uint40,bytes),(uint32,uint16,uint40,bytes)[]) takeSeat(uint32)");
        _others("expel(uint32,bytes32) readmit(uint32) namePersons(address[]) recover(uint32,address)");
        _house("guardians", address(coop.guardians), 16);
        _members("setGuardians((address,uint40,bytes)[]) keepGuardians() veto()");
        _anyones(
            "openRecovery(uint32,address,uint40,bytes,(address,bytes)[]) cancelRecovery(uint32,uint40,(address,bytes)[]) finishRecovery(uint32)"
        );
        _house("relay", address(coop.relay), 7);
        _members("revoke(uint256)");
        string memory parcel = "((uint32,uint16,address,bytes,uint256,uint40,uint40),uint32,bytes)";
        _anyones(string.concat("carry(", parcel, ") carryMany(", parcel, "[])"));
        _house("projects", address(coop.projects), 20);
        string memory charter = "(bytes32,string,uint32,uint64,uint48[4],uint8,uint128,uint32[])";
        _members("askToClose(uint32,bool)");
        _members(string.concat("draft(uint32,bytes32,uint32[],", charter, ")"));
        _others("replaceStewards(uint32,uint32[]) close(uint32)");
        _others(string.concat("admit(bytes32,uint16,uint32,", charter, ") amendCooperative(", charter, ")"));
        _house("reviews", address(coop.reviews), 14);
        _members(
            "submit(bytes32) takeBack(bytes32) disown(bytes32) review(bytes32,uint24,bytes32,string) adopt(bytes32,bytes32,uint32[]) publish(bytes32,string,uint32[])"
        );
        _house("work", address(coop.work), 24);
        _members(
            "record((uint32,uint8,uint32,bytes32,uint40,(uint32,uint8)[],string)) confirm(uint32,bytes32,bytes32) withdraw(uint32,bytes32) attest(uint32,bytes32,uint32) attestMany(uint32[],bytes32[],uint32[]) enrol(uint32) postBatch(uint32,bytes32,uint64,uint64,bytes32,string) proposeBinding(uint32,bytes32,uint32)"
        );
        _others("reopen(bytes32) settle(bytes32,uint32,uint8)");
        _house("challenges", address(coop.challenges), 11);
        _members("challenge(uint32,bytes32) answer(uint32,bytes32,uint8)");
        _house("shares", address(coop.shares), 17);
        _anyones(
            "close(uint32,uint256) draw(uint32,uint32,uint32[]) drawLeaf(bytes32,(bytes32,uint64,bytes32,uint256,bytes32[],uint64[]))"
        );
        _countPrice();
        _house("vote", address(coop.vote), 47);
        _members(
            "propose(address[],uint256[],bytes[],string) cancel(address[],uint256[],bytes[],bytes32) castVote(uint256,uint8) castVoteWithReason(uint256,uint8,string) castVoteWithReasonAndParams(uint256,uint8,string,bytes) castVoteBySig(uint256,uint8,address,bytes) castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)"
        );
        _anyones("queue(address[],uint256[],bytes[],bytes32) execute(address[],uint256[],bytes[],bytes32)");
        houses[houses.length - 1].anyones.push(ICoopGovernor.castBallots.selector);
        _others(
            "relay(address,uint256,bytes) onERC721Received(address,address,uint256,bytes) onERC1155Received(address,address,uint256,uint256,bytes) onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)"
        );
    }

    /// Purses and surplus, market, commons.
    function _countPrice() private {
        _house("pool", address(coop.pool), 18);
        _members("drawOut(uint32,address,uint32[],address)");
        _anyones("adopt(address,address) divide(uint32,address,uint256) draw((uint32,address,uint32,uint32[])[])");
        _anyones(
            "deposit(address,uint256) depositWithPermit(address,uint256,uint256,uint8,bytes32,bytes32) withdraw(address,uint256,address)"
        );
        _others("escrow(address,address,uint256) takeCapital(address) takeReserve(uint32,address) list(address,bool)");
        _others("settle((bytes32,uint32,address,address,uint112,uint112,(address,uint112)[]))");
        _others(
            "spendReserve(uint32,address,address,uint256,bytes32) spendPocket(uint32,address,address,uint256,bytes32)"
        );
        string memory offer =
            "(uint32,uint32,uint16,address,uint8,bytes32,bytes32,uint112,(address,uint16,uint8,uint112)[],uint64,uint40,uint32,address,uint64,uint64,uint32,uint256)";
        string memory request =
            "(address,uint16,uint32,address,uint8,bytes32,bytes32,uint112,uint64,uint40,uint32,address,uint32,uint256)";
        string memory order = string.concat("(", offer, ",address,uint64,uint32)");
        _house("market", address(coop.market), 19);
        _members(string.concat("ship(", order, ") deliver(", order, ") accept(", order, ") refund(", order, ")"));
        _members(string.concat("acceptBySilence(", order, ") endDispute(", order, ") dispute(", order, ",bytes32)"));
        _members(string.concat("split(", order, ",uint256,uint16,uint40,bytes) arbitrate(", order, ",uint256)"));
        _members(string.concat("rate(", order, ",uint8,bytes32) nameSeller(uint32,uint32,bool)"));
        _members(string.concat("cancelOffer(", offer, ") cancelRequest(", request, ")"));
        _anyones(string.concat("fund(", offer, ",bytes[],string,uint64) open(", offer, ",bytes[],string) cancelAll()"));
        _anyones(string.concat("openRequest(", request, ",bytes,string)"));
        _anyones(string.concat("answer(", offer, ",bytes[],string,", request, ",bytes,uint64)"));
        _house("commons", address(coop.commons), 6);
        _anyones("pull(address) sweep(uint32,address)");
        _others("adopt(address,bytes32,bool) release(address,address,uint256)");
    }

    /// Every listed door is there, and there are no more than are listed and counted.
    function test_everyDoorIsCounted() public view {
        for (uint256 i; i < houses.length; ++i) {
            House memory house = houses[i];
            bytes4[] memory doors = _doors(house.place.code);
            bytes4[][3] memory lists = [house.members, house.anyones, house.others];
            uint256 listed;
            for (uint256 j; j < 3; ++j) {
                listed += lists[j].length;
                for (uint256 k; k < lists[j].length; ++k) {
                    string memory what = string.concat(house.name, " has no ", called[lists[j][k]]);
                    assertTrue(_among(doors, lists[j][k]), what);
                }
            }
            assertEq(doors.length, listed + house.telling, string.concat("doors of ", house.name));
        }
    }

    /// Whatever a stranger, or a contract of the cooperative, sends to any door: what changes something was anyone's to call.
    function testFuzz_aStrangerOpensNoOtherDoor(uint256 seed) public {
        random = seed;
        House memory house = houses[_pick(houses.length)];
        bytes4[] memory doors = _doors(house.place.code);
        address[6] memory callers = [
            vm.addr(STRANGER),
            address(this),
            address(coop.reviews),
            address(coop.shares),
            address(coop.pool),
            address(coop.members)
        ];
        for (uint256 i; i < 24; ++i) {
            bytes4 door = doors[_pick(doors.length)];
            bytes memory data = abi.encodePacked(door, _noise());
            address caller = callers[_pick(6)];
            vm.prank(caller);
            (bool told, ) = house.place.staticcall(data);
            if (told) continue;
            vm.prank(caller);
            (bool changed, ) = house.place.call(data);
            if (changed) assertTrue(_among(house.anyones, door), string.concat("a stranger changed ", house.name));
        }
    }

    /// The reader itself: it finds what is compared with and jumped from, and nothing else.
    function test_theReaderOfDoorsReadsThem() public pure {
        bytes4[] memory doors = _doors(
            hex"5f3560e01c80630102030414610010578062aabbcc1461002057630506070803610030576224ea000361004057"
            hex"60ff63090a0b0c50"
        );
        assertEq(doors.length, 3, "three are asked for");
        assertEq(bytes32(doors[0]), bytes32(bytes4(0x01020304)), "a plain one");
        assertEq(bytes32(doors[1]), bytes32(bytes4(0x00aabbcc)), "one that begins with nothing");
        assertEq(bytes32(doors[2]), bytes32(bytes4(0x05060708)), "the last, by what is left");
    }

    // --- private ---

    /// A function's number that is compared with, and a jump: PUSH3 or PUSH4, then EQ (or SUB for the last), then PUSH2.
    function _doors(bytes memory code) private pure returns (bytes4[] memory doors) {
        doors = new bytes4[](128);
        uint256 count;
        for (uint256 i; i + 8 < code.length; ++i) {
            uint8 here = uint8(code[i]);
            if (here < 0x60 || here > 0x7f) continue;
            uint256 size = here - 0x5f;
            if (size == 3 || size == 4) {
                bytes1 next = code[i + size + 1];
                if ((next == 0x14 || next == 0x03) && code[i + size + 2] == 0x61) {
                    uint32 number;
                    for (uint256 j = 1; j <= size; ++j) number = (number << 8) | uint8(code[i + j]);
                    // An epoch's length in seconds is compared in the same way, and is no function's number.
                    if (number != EPOCH) doors[count++] = bytes4(number);
                }
            }
            i += size;
        }
        assembly ("memory-safe") {
            mstore(doors, count)
        }
    }

    /// Words that now and then are places, members, keys, small numbers or the lengths of nothing.
    function _noise() private returns (bytes memory data) {
        uint256 size = _pick(24);
        for (uint256 i; i < size; ++i) {
            uint256 dice = _pick(8);
            uint256 word = _pick(4);
            if (dice == 0) word = 32 * _pick(12);
            else if (dice == 1) word = uint160(_keyOf(1 + _pick(6)));
            else if (dice == 2) word = _pick(type(uint256).max);
            else if (dice == 3) word = uint160(houses[_pick(houses.length)].place);
            data = abi.encodePacked(data, word);
        }
    }

    function _house(string memory name, address place, uint256 telling) private {
        House storage house = houses.push();
        (house.name, house.place, house.telling) = (name, place, telling);
    }

    function _members(string memory signatures) private {
        _split(signatures, houses[houses.length - 1].members);
    }

    function _anyones(string memory signatures) private {
        _split(signatures, houses[houses.length - 1].anyones);
    }

    function _others(string memory signatures) private {
        _split(signatures, houses[houses.length - 1].others);
    }

    function _split(string memory signatures, bytes4[] storage list) private {
        bytes memory all = bytes(signatures);
        uint256 start;
        for (uint256 i; i <= all.length; ++i) {
            if (i < all.length && all[i] != " ") continue;
            bytes memory one = new bytes(i - start);
            for (uint256 j; j < one.length; ++j) one[j] = all[start + j];
            bytes4 door = bytes4(keccak256(one));
            list.push(door);
            called[door] = string(one);
            start = i + 1;
        }
    }

    function _among(bytes4[] memory list, bytes4 one) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == one) return true;
        return false;
    }

    function _pick(uint256 size) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return size == 0 ? 0 : random % size;
    }
}
