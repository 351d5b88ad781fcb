// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Stage} from "../../../contracts/types/Stages.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Nobody stalls: c challengers hold at most 3 · c claims in any 90 days, of all projects together; and what a challenge does not
/// cut counts, closes and is drawn in the same second as if it had not been made.
contract StallingProof is Workshop {
    uint64 private constant B = 1_000_000;
    uint256 private constant ATTESTERS = 9; // members 1 to 9; the first two work too, 10 and 11 challenge

    mapping(uint256 member => uint256[] times) private challenged;

    function setUp() public {
        _open(11, B);
    }

    /// Two challengers who never cut anything, against the same history without them.
    function testFuzz_aChallengeThatCutsNothingDelaysNothing(uint256 seed, bool confirmed) public {
        uint256 snapshot = vm.snapshotState();
        bytes32 without = _history(seed, false, confirmed);
        vm.revertToState(snapshot);
        assertEq(without, _history(seed, true, confirmed), "the same shares in the same second");
        for (uint256 who = 10; who <= 11; ++who) {
            assertGe(challenged[who].length, 3, "they hold what they can");
            for (uint256 i; i + 3 < challenged[who].length; ++i) {
                assertGe(challenged[who][i + 3], challenged[who][i] + 90 days, "three in any 90 days");
            }
        }
    }

    /// The fourth challenge of one member, a second too early and in the second in which the first slot is free.
    function test_aSlotIsBackAfterNinetyDaysToTheSecond() public {
        for (uint256 i; i < 3; ++i) {
            _seal(1, bytes32(i), 100);
            assertTrue(_challenge(10, 1, bytes32(i)), "one of three");
        }
        vm.warp(_now() + 90 days - 1);
        _seal(1, "fourth", 100);
        assertTrue(!_challenge(10, 1, "fourth"), "not yet");
        vm.warp(_now() + 1);
        assertTrue(_challenge(10, 1, "fourth"), "now");
    }

    /// Six epochs with two records each; the two challenge all that they can, and confirm or say nothing.
    function _history(uint256 seed, bool stall, bool confirmed) private returns (bytes32 all) {
        for (uint32 epoch; epoch < 6; ++epoch) {
            random = uint256(keccak256(abi.encode(seed, epoch)));
            for (uint256 i; i < 2; ++i) {
                bytes32 evidence = keccak256(abi.encode(epoch, i));
                _seal(1 + i, evidence, 1 + _pick(B / 20));
                if (stall) _stall(1 + i, evidence, confirmed);
            }
            vm.warp(_start(epoch + 1));
            if (epoch == 0) continue;
            for (uint256 i = 1; i <= 2; ++i) {
                assertTrue(_draw(0, i, epoch - 1), "drawn in the first second");
                all = keccak256(abi.encode(all, _sharesOf(0, i)));
            }
        }
    }

    function _seal(uint256 by, bytes32 evidence, uint256 quantity) private {
        for (uint256 i = 1; i <= ATTESTERS; ++i) if (!_attests(0, i)) _enrol(0, i);
        _record(by, 0, quantity, evidence);
        for (uint256 who = 4; _claim(by, evidence).stage == Stage.Pending; ++who) _attest(who, by, evidence, quantity);
    }

    function _stall(uint256 by, bytes32 evidence, bool confirmed) private {
        for (uint256 who = 10; who <= 11; ++who) {
            if (!_challenge(who, by, evidence)) continue;
            challenged[who].push(_now());
            for (uint256 i = 3; confirmed && i <= ATTESTERS; ++i) _answer(i, by, evidence, 10);
            return;
        }
    }
}
