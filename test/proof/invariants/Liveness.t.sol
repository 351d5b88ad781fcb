// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MemberId} from "../../../contracts/types/Ids.sol";
import {MiniTest} from "../../support/MiniTest.sol";
import {Motions} from "../../support/assembly/Motions.sol";
import {Minutes, Proposal} from "../../support/assembly/Minutes.sol";

/// An assembly of any size, made at will.
contract Anyones is Motions {
    uint8 private constant NUMBERS = 16;

    constructor(uint256 members) Minutes(members) {}

    /// Everything is set to anything that may be voted for; three who are seated, or all, then want a motion of any kind.
    function change(uint256 seed) external returns (bytes32 before, bytes32 afterwards) {
        _random = seed;
        for (uint8 i; i < NUMBERS; ++i) {
            bytes memory data = _number(i);
            vm.prank(_coop.timelock);
            (bool set, ) = address(_coop.numbers).call(data);
            require(set, "inside its bounds");
        }
        uint256 size = count;
        while (size > 3 && _pick(3) != 0) _expel(size--);
        uint256[4] memory kinds = [uint256(0), 2, 3, 5];
        time = _coop.numbers.genesis() + (_coop.numbers.currentEpoch() + 1) * EPOCH + _pick(EPOCH);
        vm.warp(time);
        uint256 kind = size < 4 ? kinds[_pick(3)] : kinds[_pick(4)];
        before = picture();
        Proposal memory p = _motion(kind);
        if (kind == 0) p.acts[0] = _other();
        if (kind == 3) {
            MemberId[] memory stewards = new MemberId[](3);
            for (uint32 i; i < 3; ++i) stewards[i] = MemberId.wrap(3 - i);
            bytes memory data = abi.encodeWithSignature("replaceStewards(uint32,uint32[])", 1, stewards);
            p.acts[0] = data;
        }
        require(_propose(uint32(_seatedOne()), p) == 1, "proposed");
        _carry();
        afterwards = picture();
    }

    /// The last expelled first: one an epoch.
    function _expel(uint256 member) private {
        time += EPOCH;
        vm.warp(time);
        vm.prank(_coop.timelock);
        _coop.members.expel(MemberId.wrap(uint32(member)), 0);
        _until[member] = time;
    }

    /// One number that is not what it is now.
    function _other() private returns (bytes memory) {
        uint8 which = uint8(_pick(NUMBERS));
        (, uint8 least, uint8 most) = _coop.numbers.bounds(which);
        uint256 is_ = _coop.numbers.get(which, _coop.numbers.currentEpoch() + 1);
        return abi.encodeWithSignature("set(uint8,uint256)", which, is_ == most ? least : most);
    }

    /// All who are seated vote for it at the very end; it is queued and executed by nobody in particular.
    function _carry() private {
        Proposal memory p = _proposals[0];
        (address[] memory targets, uint256[] memory values, bytes[] memory acts, bytes32 words) = _lists(p);
        time = _pick(2) == 0 ? p.planned : p.snapshot + 1;
        vm.warp(time);
        for (uint256 i = 1; i <= count; ++i) {
            if (!_satAt(i, p.snapshot)) continue;
            vm.prank(_keys[i]);
            _coop.vote.castVote(p.id, 1);
        }
        vm.warp(_coop.vote.proposalDeadline(p.id) + 1);
        _coop.vote.queue(targets, values, acts, words);
        vm.warp(_coop.vote.proposalEta(p.id));
        _coop.vote.execute(targets, values, acts, words);
    }
}

/// No vote, and no row of votes, can bring the cooperative where all of the seated together cannot change it any more.
contract LivenessProof is MiniTest {
    function testFuzz_whateverIsInForceAllTogetherCanChangeIt(uint256 seed) public {
        uint256[8] memory sizes = [uint256(3), 4, 5, 9, 10, 11, 16, 31];
        Anyones those = new Anyones(sizes[seed % 8]);
        (bytes32 before, bytes32 afterwards) = those.change(seed);
        assertTrue(before != afterwards, "something has changed");
    }
}
