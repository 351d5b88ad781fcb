// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ground} from "../../support/ground/Ground.sol";
import {Village} from "../../support/village/Village.sol";

/// The village, where the test machine finds it by name.
contract Hamlet is Village {
    constructor(uint256 founders) Village(founders) {}
}

/// What must hold after every act of people, of thieves among them, and of those who carry.
/// - A key is one member's for ever, one key speaks for a member, and it changes by the former key or by a recovery that was due.
/// - Who sat at a moment sat at that moment, whatever happened since; the seats sum to the total.
/// - No more join in a quarter than may; no seat before its day; standing changes by the acts that change it.
/// - A recovery was visible a week at least, was opened by most guardians (by all after two vetoes), and ended the change that waited.
/// - A nonce is used up if, and only if, its act was done or taken back.
contract PeopleInvariants is Ground {
    Hamlet private small;
    Hamlet private large;

    function setUp() public {
        small = Hamlet(_deploy("Hamlet", abi.encode(3)));
        large = Hamlet(_deploy("Hamlet", abi.encode(9)));
        _only(small);
        _only(large);
    }

    function invariant_peopleAreAsTheyAreRemembered() public view {
        assertEq(small.fault(), "", "the small one saw a fault");
        assertEq(large.fault(), "", "the large one saw a fault");
    }

    /// Everything is done now and then: what is proved is not empty.
    function test_theVillageIsBusy() public {
        for (uint256 i; i < 1500; ++i) large.live(uint256(keccak256(abi.encode("village", i))));
        assertEq(large.fault(), "", "no fault");
        string[15] memory acts = [
            "join",
            "sit",
            "go",
            "comeBack",
            "expel",
            "readmit",
            "rotate",
            "guard",
            "open",
            "finish",
            "veto",
            "cancel",
            "carry",
            "revoke",
            "join"
        ];
        for (uint256 i; i < acts.length; ++i) assertGe(large.done(acts[i]), 2, acts[i]);
    }

    function _only(Hamlet hamlet) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = Village.live.selector;
        targetContract(address(hamlet));
        targetSelector(address(hamlet), selectors);
    }
}
