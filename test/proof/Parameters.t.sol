// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Governed} from "../../contracts/base/Governed.sol";
import {Parameter, Parameters} from "../../contracts/base/Parameters.sol";
import {MiniTest} from "../support/MiniTest.sol";

/// Votes on numbers: inside bounds, by the timelock alone, from the next epoch on.
contract ParametersProof is MiniTest {
    uint256 private constant COUNT = 16;

    Parameters private parameters;
    uint256 private genesis;

    function setUp() public {
        parameters = new Parameters(address(this));
        genesis = parameters.genesis();
    }

    function testFuzz_aVoteBindsFromTheNextEpochAndMovesNothingElse(uint256 seed) public {
        uint256[COUNT] memory now_; //  in force in this epoch
        uint256[COUNT] memory voted; // in force from the next one
        for (uint256 i; i < COUNT; ++i) (now_[i], voted[i]) = (_initial(i), _initial(i));
        uint32 epoch;
        for (uint256 step; step < 12; ++step) {
            uint256 random = uint256(keccak256(abi.encode(seed, step)));
            if (random % 3 == 0) {
                epoch += 1 + (uint32(random >> 8) % 3);
                vm.warp(genesis + epoch * 28 days + ((random >> 40) % 28 days));
                for (uint256 j; j < COUNT; ++j) now_[j] = voted[j];
            }
            uint256 i = (random >> 80) % COUNT;
            (, uint8 least, uint8 most) = parameters.bounds(Parameter(i));
            voted[i] = least + ((random >> 96) % (uint256(most) - least + 1));
            parameters.set(Parameter(i), voted[i]);
            for (uint256 j; j < COUNT; ++j) {
                assertEq(parameters.get(Parameter(j), epoch), now_[j], "this epoch keeps its numbers");
                assertEq(parameters.get(Parameter(j), epoch + 1), voted[j], "the next has what was voted");
            }
        }
    }

    function testFuzz_outsideTheBoundsNothingIsVoted(uint8 which, uint256 value) public {
        Parameter parameter = Parameter(which % COUNT);
        (uint8 initial, uint8 least, uint8 most) = parameters.bounds(parameter);
        assertTrue(least <= initial && initial <= most && most <= 100, "the default lies inside");
        if (value % 4 != 0) value %= 2 * uint256(most); // near the bounds more often than not
        bool inside = value >= least && value <= most;
        if (!inside) {
            vm.expectRevert(
                abi.encodeWithSelector(Parameters.ParameterOutOfBounds.selector, parameter, value, least, most)
            );
        }
        parameters.set(parameter, value);
        assertEq(parameters.get(parameter, 1), inside ? value : initial, "what lies outside changes nothing");
    }

    function testFuzz_onlyTheTimelockSets(address caller, uint8 which) public {
        vm.assume(caller != address(this));
        Parameter parameter = Parameter(which % COUNT);
        (uint8 initial, , ) = parameters.bounds(parameter);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(Governed.OnlyByVote.selector, caller));
        parameters.set(parameter, initial);
    }

    /// The bounds that promises rest on.
    function test_noVoteReachesWhatPromisesRestOn() public view {
        (, , uint8 window) = parameters.bounds(Parameter.WindowDays);
        assertLe(window, 7, "window and second round fit in one epoch");
        (, , uint8 stop) = parameters.bounds(Parameter.StopPercent);
        assertLe(stop, 25, "no member counts for more than a quarter");
        (, uint8 reserve, ) = parameters.bounds(Parameter.ReservePercent);
        assertGe(reserve, 40, "the reserve keeps two fifths of a surplus");
        (, uint8 delay, ) = parameters.bounds(Parameter.TimelockDays);
        assertGe(delay, 2, "nothing is executed on the day it passes");
    }

    function _initial(uint256 i) private view returns (uint8 initial) {
        (initial, , ) = parameters.bounds(Parameter(i));
    }
}
