// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CostLine, Offer, Order} from "../../../contracts/price/IMarket.sol";
import {Claim} from "../../../contracts/price/ISurplusPool.sol";
import {Holder, OfferId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Flow} from "../../../contracts/types/Stages.sol";
import {Coin} from "../../support/bazaar/Coin.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// Trading with oneself is a loss: a member who sells to himself, is every cost line and holds every share there is, of the project and
/// of the cooperative, gets at most sixty of a hundred of his own surplus back, for ever, whatever numbers a vote sets.
contract SelfTradeProof is Workshop {
    uint256 private constant EPOCHS = 6;
    uint8 private constant RESERVE = 6;
    uint8 private constant COMMONS = 7;
    uint8 private constant REBATE = 8;
    uint8 private constant TWELFTHS = 9;

    Coin private coin;
    uint256 private paidIn;
    uint256 private surplus;
    uint32[] private worked; // epochs in which he earned shares

    function setUp() public {
        uint64[] memory budgets = new uint64[](2);
        (budgets[0], budgets[1]) = (1_000_000, 1_000_000);
        _open(4, budgets);
        coin = new Coin(6, false);
        vm.prank(coop.timelock);
        coop.pool.list(address(coin), true);
        _enrolAll(0, 1, 4);
        _enrolAll(1, 1, 4);
        _wait(1);
    }

    /// At most sixty percent comes back, with prices, costs and numbers of chance, over many epochs, shares early and late.
    function testFuzz_ofHisOwnSurplusNobodyGetsMoreThanSixtyPercent(uint256 seed) public {
        random = seed;
        for (uint256 i; i < EPOCHS; ++i) {
            for (uint8 which = RESERVE; which <= TWELFTHS; ++which) {
                (, uint8 least, uint8 most) = coop.numbers.bounds(which);
                _vote(
                    which,
                    _pick(3) == 0
                        ? least
                        : _pick(3) == 0
                            ? most
                            : least + _pick(uint256(most) - least + 1)
                );
            }
            if (i == 0 || _pick(3) != 0) _earn();
            for (uint256 j = _pick(4); j > 0; --j) _trade();
            if (_pick(3) == 0) _drawAll();
            _wait(_pick(2) * EPOCH + _pick(EPOCH));
        }
        _trade();
        uint256 back = _takeBack();
        assertLe(back * 100, surplus * 60, "at most sixty of a hundred of his own surplus");
    }

    /// The numbers that give the most give fifty-five: the bound is near what can be had, and no number lies beyond it.
    function test_theMostThatCanBeHadIsFiftyFive() public {
        random = 1;
        (uint8[4] memory which, uint256[4] memory value) = (
            [RESERVE, COMMONS, REBATE, TWELFTHS],
            [uint256(40), 10, 50, 6]
        );
        for (uint256 i; i < 4; ++i) _vote(which[i], value[i]);
        _wait(EPOCH);
        _enrolAll(0, 1, 4);
        _enrolAll(1, 1, 4);
        _earn();
        for (uint256 i; i < 20; ++i) _tradeAt(1_000_000_000, 0, 7);
        assertEq(surplus, 140_000_000_000, "twenty times seven thousand coins");
        uint256 back = _takeBack();
        assertLe(back * 100, surplus * 55, "fifty for him, five of the commons' ten");
        assertGe((back + 2) * 100, surplus * 55, "and not less, but for two units of dust");
    }

    // --- his acts ---

    /// Work in both projects that the others saw; all shares are his.
    function _earn() private {
        for (uint32 project; project < 2; ++project) {
            for (uint256 i = 1; i <= 4; ++i) if (!_attests(project, i)) _tryEnrol(project, i);
            bytes32 evidence = keccak256(abi.encode("work", project, _now()));
            uint256 quantity = _some(100_000);
            if (!_tryRecord(1, _report(project, uint32(quantity), evidence))) continue;
            for (uint256 i = 2; i <= 4; ++i) _attest(i, 1, evidence, quantity);
        }
        worked.push(_epoch());
    }

    function _tryEnrol(uint32 project, uint256 who) private {
        vm.prank(_key(who));
        try coop.work.enrol(ProjectId.wrap(project)) {} catch {}
    }

    function _trade() private {
        uint256 price = _some(1 << 60);
        _tradeAt(price, _pick((price * 95) / 100 + 1), uint64(1 + _pick(1000)));
    }

    /// He offers, funds, ships and accepts; every cost line is his.
    function _tradeAt(uint256 price, uint256 costs, uint64 quantity) private {
        Offer memory offer = _offer(price, costs, quantity);
        bytes[] memory signatures = new bytes[](2);
        signatures[0] = _signed(OfferId.unwrap(coop.market.offerDigest(offer)));
        signatures[1] = signatures[0];
        coin.mint(_key(1), price * quantity);
        vm.startPrank(_key(1));
        coop.pool.deposit(address(coin), price * quantity);
        coop.market.fund(offer, signatures, "", quantity);
        Order memory order = Order(offer, Holder.wrap(address(1)), quantity, 0);
        coop.market.ship(order);
        coop.market.accept(order);
        vm.stopPrank();
        paidIn += price * quantity;
        surplus += (price - costs) * quantity;
    }

    function _offer(uint256 price, uint256 costs, uint64 quantity) private returns (Offer memory offer) {
        (offer.project, offer.seller, offer.token) = (ProjectId.wrap(1), _id(1), address(coin));
        (offer.price, offer.quantity, offer.window) = (uint112(price), quantity, 1 days);
        (offer.closes, offer.salt) = (uint40(_now() + 1 days), _pick(type(uint256).max));
        offer.costs = new CostLine[](1);
        offer.costs[0] = CostLine(Holder.wrap(address(1)), 0, Flow.Goods, uint112(costs));
    }

    function _signed(bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_secretOf(1), digest);
        return abi.encodePacked(r, s, v);
    }

    // --- what comes back ---

    /// Long after, everything is divided and drawn. Of what he paid in, his purse lacks the part of the surplus that is gone for good.
    function _takeBack() private returns (uint256 back) {
        _wait(3 * EPOCH);
        _drawAll();
        assertEq(coop.shares.sharesOf(ProjectId.wrap(1), _id(2)), 0, "nobody else has shares");
        uint256 purse = coop.pool.purseOf(Holder.wrap(address(1)), address(coin));
        vm.prank(_key(1));
        coop.pool.withdraw(address(coin), purse, _key(1));
        assertEq(coin.balanceOf(_key(1)), purse, "he has it in his hand");
        // What did not come back is a part of the surplus: the costs were his, and came back whole.
        back = surplus + purse - paidIn;
    }

    function _drawAll() private {
        for (uint32 project; project < 2; ++project) {
            coop.shares.close(ProjectId.wrap(project), 100);
            for (uint256 i; i < worked.length; ++i) _draw(project, 1, worked[i]);
            coop.pool.divide(ProjectId.wrap(project), address(coin), 100);
            uint32[] memory lots = new uint32[](worked.length);
            uint256 count;
            for (uint256 i; i < worked.length; ++i) {
                if (coop.shares.lotOf(ProjectId.wrap(project), _id(1), worked[i]) != 0) lots[count++] = worked[i];
            }
            assembly ("memory-safe") {
                mstore(lots, count)
            }
            Claim[] memory claims = new Claim[](1);
            claims[0] = Claim(ProjectId.wrap(project), address(coin), _id(1), lots);
            coop.pool.draw(claims);
        }
    }
}
