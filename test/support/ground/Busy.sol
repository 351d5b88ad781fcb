// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {Workshop} from "./Workshop.sol";

/// Epochs in which three work and four attest.
abstract contract Busy is Workshop {
    uint64 internal constant B = 1_000_000;
    uint256 internal constant WORKERS = 3; //  members 1 to 3; 4 to 7 attest
    ProjectId internal constant PROJECT = ProjectId.wrap(0);

    uint256 private told;

    /// Each works once, and some more often.
    function _busy(uint256 records) internal {
        _enrolAll(0, 4, 7);
        for (uint256 i; i < records + WORKERS; ++i) {
            bytes32 evidence = keccak256(abi.encode("told", ++told));
            uint256 by = 1 + (i % WORKERS);
            uint256 quantity = 1 + (uint256(evidence) % (B / 20));
            _record(by, 0, quantity, evidence);
            for (uint256 who = 4; who <= 7 && _claim(by, evidence).stage == Stage.Pending; ++who) {
                _attest(who, by, evidence, quantity);
            }
        }
    }
}
