// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MiniTest} from "../support/MiniTest.sol";

/// A counter that only grows, up to a ceiling.
contract Counter {
    error TooMuch(uint256 asked);

    uint256 public total;
    address public last;

    function add(uint256 amount) external {
        if (amount > 1000) revert TooMuch(amount);
        total += amount;
        last = msg.sender;
    }
}

/// The random caller of the counter: keeps its own sum beside it.
contract CounterHandler {
    Counter public immutable counter;
    uint256 public expected;
    uint256 public calls;

    constructor(Counter counter_) {
        counter = counter_;
    }

    function add(uint256 amount) external {
        amount %= 1001;
        counter.add(amount);
        expected += amount;
        calls += 1;
    }

    function never() external pure {
        revert("must not be called");
    }
}

/// The test machine does what the other proofs take for granted.
contract MiniTestProof is MiniTest {
    Counter private counter;
    CounterHandler private handler;

    function setUp() public {
        counter = new Counter();
        handler = new CounterHandler(counter);
        targetContract(address(handler));
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = CounterHandler.add.selector;
        targetSelector(address(handler), selectors);
    }

    function test_commandsWork() public {
        vm.warp(2_000_000_000);
        assertEq(block.timestamp, 2_000_000_000, "warp sets the time");
        vm.roll(77);
        assertEq(block.number, 77, "roll sets the height");
        address someone = vm.addr(7);
        vm.deal(someone, 3 ether);
        assertEq(someone.balance, 3 ether, "deal sets the balance");
        vm.prank(someone);
        counter.add(1);
        assertEq(counter.last(), someone, "prank sets the sender");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(7, keccak256("words"));
        assertEq(ecrecover(keccak256("words"), v, r, s), someone, "sign signs for addr");
        vm.expectRevert(abi.encodeWithSelector(Counter.TooMuch.selector, 1001));
        counter.add(1001);
        vm.expectPartialRevert(Counter.TooMuch.selector);
        counter.add(1002);
    }

    function testFuzz_boundStaysInside(uint256 x, uint128 least, uint128 width) public pure {
        vm.assume(width > 0);
        uint256 most = uint256(least) + width;
        uint256 y = bound(x, least, most);
        assertGe(y, least, "not below");
        assertLe(y, most, "not above");
        if (x >= least && x <= most) assertEq(y, x, "inside stays");
    }

    function invariant_totalIsTheSumOfCalls() public view {
        assertEq(counter.total(), handler.expected(), "total is the sum of what was added");
    }
}
