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
    function structHash(Offer calldata offer) internal pure returns (bytes32) {
        bytes memory head = abi.encode(
            OFFER,
            offer.project,
            offer.seller,
            offer.keyEpoch,
            offer.token,
            offer.flow,
            offer.schema,
            offer.item,
            offer.price,
            _hashCosts(offer.costs)
        );
        bytes memory tail = abi.encode(
            offer.quantity,
            offer.closes,
            offer.window,
            offer.arbiter,
            offer.target,
            offer.most,
            offer.round,
            offer.salt
        );
        return keccak256(bytes.concat(head, tail));
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

    function _hashCosts(CostLine[] calldata costs) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](costs.length);
        for (uint256 i; i < costs.length; ++i) hashes[i] = keccak256(abi.encode(COST_LINE, costs[i]));
        return keccak256(abi.encodePacked(hashes));
    }
}
