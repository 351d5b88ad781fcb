// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Report} from "../../../contracts/work/IContributionLedger.sol";
import {Busy} from "../../support/ground/Busy.sol";
import {Coop} from "../../support/ground/Ground.sol";

/// What is done after a gap costs the same as without one: cooperatives that worked four, a hundred and ten thousand epochs ago.
/// (Four epochs share a word: less than four would compare a word that is begun with one that is not.)
contract GapCostProof is Busy {
    uint256 private constant LATEST = 10_004;

    Coop[3] private coops;

    function setUp() public {
        uint16[3] memory gaps = [10_000, 100, 4];
        for (uint256 i; i < 3; ++i) {
            _open(12, B);
            coops[i] = coop;
        }
        for (uint256 i; i < 3; ++i) {
            coop = coops[i];
            vm.warp(_start(LATEST - gaps[i]));
            _busy(1);
        }
        vm.warp(_start(LATEST));
    }

    function test_aGapCostsNothing() public {
        string[6] memory names = ["enrol", "record", "attest", "seal", "draw", "close"];
        uint256[6][3] memory costs;
        for (uint256 i; i < 3; ++i) {
            coop = coops[i];
            costs[i] = _costs();
        }
        for (uint256 i; i < 6; ++i) {
            assertGe(costs[0][i], 5000, names[i]); // something was done
            for (uint256 j = 1; j < 3; ++j) {
                (uint256 a, uint256 b) = (costs[0][i], costs[j][i]);
                assertLe((a > b ? a - b : b - a) * 100, a, string.concat(names[i], ": within one part in a hundred"));
            }
        }
    }

    /// Gas of an enrolment, a record, an answer, the one that seals, a lot, and of closing nothing more.
    function _costs() private returns (uint256[6] memory gas) {
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = coop.work.creditedEpoch(PROJECT, 0);
        uint256[6] memory who = [uint256(5), 1, 5, 6, 0, 0];
        for (uint256 i = 4; i <= 7; ++i) if (i != 5) _enrol(0, i);
        Report memory report = _report(0, 900, "measured");
        for (uint256 i; i < 6; ++i) {
            if (who[i] != 0) vm.prank(_key(who[i]));
            uint256 left = gasleft();
            if (i == 0) coop.work.enrol(PROJECT);
            else if (i == 1) coop.work.record(report);
            else if (i < 4) coop.work.attest(_id(1), "measured", 900);
            else if (i == 4) coop.shares.draw(PROJECT, _id(2), epochs);
            else coop.shares.close(PROJECT, 9);
            gas[i] = left - gasleft();
        }
    }
}
