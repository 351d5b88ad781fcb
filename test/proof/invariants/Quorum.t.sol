// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Matter} from "../../../contracts/governance/ICoopGovernor.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// How many must take part: enough, never more than there are.
contract QuorumProof is Ground {
    uint8 private constant QUORUM_PERCENT = 11;

    Coop private coop;

    function setUp() public {
        coop = _found(3, _budgets(), new uint48[](1));
    }

    /// Every number of seated up to 400 with every percentage that may be voted for.
    function test_theWholeTable() public view {
        (, uint8 least, uint8 most) = coop.numbers.bounds(QUORUM_PERCENT);
        for (uint256 seated = 1; seated <= 400; seated += seated < 60 ? 1 : 7) {
            for (uint256 percent = least; percent <= most; ++percent) _check(seated, percent);
        }
    }

    function testFuzz_anyNumberOfSeated(uint32 seated, uint8 percent) public view {
        (, uint8 least, uint8 most) = coop.numbers.bounds(QUORUM_PERCENT);
        _check(bound(seated, 1, type(uint32).max), bound(percent, least, most));
    }

    /// One more seated never lowers a quorum, and raises it by one at most.
    function testFuzz_moreSeatedNeedNoFewer(uint32 seated, uint8 percent) public view {
        (, uint8 least, uint8 most) = coop.numbers.bounds(QUORUM_PERCENT);
        (uint256 n, uint256 p) = (bound(seated, 1, type(uint32).max - 1), bound(percent, least, most));
        for (uint256 i = 1; i <= uint256(Matter.Expulsion); ++i) {
            uint256 now_ = coop.vote.quorumFor(n, p, Matter(i));
            uint256 next = coop.vote.quorumFor(n + 1, p, Matter(i));
            assertLe(now_, next, "one more seated");
            assertLe(next, now_ + 1, "asks for one more at most");
        }
    }

    function _budgets() private pure returns (uint64[] memory budgets) {
        budgets = new uint64[](1);
        budgets[0] = 1;
    }

    function _check(uint256 seated, uint256 percent) private view {
        uint256 wanted;
        if (seated < 10) {
            while (wanted * 2 <= seated) ++wanted; // the least number above one half
        } else {
            wanted = (seated * percent) / 100;
            if (wanted * 100 < seated * percent) ++wanted;
            if (wanted < 5) wanted = 5;
        }
        uint256 admission = coop.vote.quorumFor(seated, percent, Matter.Admission);
        assertEq(admission, wanted, "of an admission");
        uint256 third = seated / 3;
        if (third * 3 < seated) ++third;
        if (wanted < third) wanted = third;
        assertEq(coop.vote.quorumFor(seated, percent, Matter.Terms), wanted, "of terms");
        assertEq(coop.vote.quorumFor(seated, percent, Matter.Expulsion), wanted, "of an expulsion");
        assertLe(wanted, seated, "all who are seated together always suffice");
        assertGe(wanted * 3, seated, "no fewer than a third change terms or members");
        assertGe(admission, 1, "nobody never decides");
    }
}
