// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {COOPERATIVE} from "../types/Ids.sol";
import {CostLine, Offer, Request} from "./IMarket.sol";

/// @title The terms of offers and requests
/// @notice How they are hashed for signing (EIP-712), and whether a request and an offer fit.
/// @dev Held equal to viem and ethers in test/spec/parity/market.test.ts. The words of a struct without lists lie in calldata as EIP-712 wants
/// them, so that `abi.encode` of the struct is the type's hash followed by its words.
library OfferTerms {
    bytes32 internal constant COST_LINE = keccak256("CostLine(address to,uint16 keyEpoch,uint8 flow,uint112 amount)");
    bytes32 internal constant OFFER = keccak256(
        "Offer(uint32 project,uint32 seller,uint16 keyEpoch,address token,uint8 flow,bytes32 schema,bytes32 item,uint112 price,CostLine[] costs,uint64 quantity,uint40 closes,uint32 window,address arbiter,uint64 target,uint64 most,uint32 round,uint256 salt)CostLine(address to,uint16 keyEpoch,uint8 flow,uint112 amount)"
    );
    bytes32 internal constant REQUEST = keccak256(
        "Request(address buyer,uint16 keyEpoch,uint32 project,address token,uint8 flow,bytes32 schema,bytes32 item,uint112 price,uint64 quantity,uint40 closes,uint32 window,address arbiter,uint32 round,uint256 salt)"
    );
    bytes32 internal constant SPLIT = keccak256(
        "Split(bytes32 order,uint256 back,address party,uint16 keyEpoch,uint40 expires)"
    );

    /// @notice The EIP-712 hash of an offer.
    /// @dev Its words are copied rather than read one by one. Dirty high bits change the digest, and are refused where the offer is first
    /// told in the log, as a whole.
    function structHash(Offer calldata offer) internal pure returns (bytes32 hash) {
        bytes32 costs = _hashCosts(offer.costs);
        bytes32 typeHash = OFFER;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typeHash)
            calldatacopy(add(free, 0x20), offer, 0x100) // project … price
            mstore(add(free, 0x120), costs)
            calldatacopy(add(free, 0x140), add(offer, 0x120), 0x100) // quantity … salt
            hash := keccak256(free, 0x240)
        }
    }

    /// @notice The EIP-712 hash of a request.
    function structHash(Request calldata request) internal pure returns (bytes32) {
        return keccak256(abi.encode(REQUEST, request));
    }

    /// @notice What the cost lines of one unit come to.
    function costPerUnit(Offer calldata offer) internal pure returns (uint256 sum) {
        for (uint256 i; i < offer.costs.length; ++i) sum += offer.costs[i].amount;
    }

    /// @notice In what a request and an offer do not fit; 0 where they do. See IMarket.DoesNotFit.
    function misfit(Offer calldata offer, Request calldata request) internal pure returns (uint8) {
        if (request.project != COOPERATIVE && request.project != offer.project) return 1;
        if (request.token != offer.token) return 2;
        if (request.flow != offer.flow) return 3;
        if (request.schema != offer.schema) return 4;
        if (request.item != offer.item) return 5;
        if (offer.price > request.price) return 6;
        if (offer.window > request.window) return 7;
        if (request.arbiter != offer.arbiter) return 8;
        return offer.target == 0 ? 0 : 9;
    }

    /// @dev Four words a line, as they lie in calldata.
    function _hashCosts(CostLine[] calldata costs) private pure returns (bytes32 hash) {
        bytes32 typeHash = COST_LINE;
        assembly ("memory-safe") {
            let hashes := mload(0x40)
            let line := add(hashes, shl(5, costs.length))
            mstore(line, typeHash)
            for {
                let i := 0
            } lt(i, costs.length) {
                i := add(i, 1)
            } {
                calldatacopy(add(line, 0x20), add(costs.offset, shl(7, i)), 0x80)
                mstore(add(hashes, shl(5, i)), keccak256(line, 0xa0))
            }
            hash := keccak256(hashes, shl(5, costs.length))
        }
    }
}
