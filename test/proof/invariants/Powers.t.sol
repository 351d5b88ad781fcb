// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {Governed} from "../../../contracts/base/Governed.sol";
import {ICommonsPool} from "../../../contracts/commons/ICommonsPool.sol";
import {IMemberRegistry} from "../../../contracts/people/IMemberRegistry.sol";
import {IMarket} from "../../../contracts/price/IMarket.sol";
import {IPurses} from "../../../contracts/price/IPurses.sol";
import {ISurplusPool, Payment, Settlement} from "../../../contracts/price/ISurplusPool.sol";
import {ContributionId, Holder, MemberId, OrderId, ProjectId} from "../../../contracts/types/Ids.sol";
import {IShareLedger} from "../../../contracts/value/IShareLedger.sol";
import {IContributionLedger} from "../../../contracts/work/IContributionLedger.sol";
import {Coop, Ground} from "../../support/ground/Ground.sol";

/// Nobody holds a power, nothing transfers, no money enters, and no contract can become another.
contract PowersProof is Ground {
    bytes1 private constant SELFDESTRUCT = 0xff;
    bytes1 private constant DELEGATECALL = 0xf4;
    bytes1 private constant CALLCODE = 0xf2;

    Coop private coop;
    address[12] private all; // but the timelock, which calls what was voted and may hold what it is sent

    function setUp() public {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](1), new uint48[](1));
        (budgets[0], rates[0]) = (1_000_000, 1);
        coop = _found(5, budgets, rates);
        all = [
            address(coop.numbers),
            address(coop.members),
            address(coop.guardians),
            address(coop.relay),
            address(coop.projects),
            address(coop.reviews),
            address(coop.work),
            address(coop.challenges),
            address(coop.shares),
            address(coop.pool),
            address(coop.market),
            address(coop.commons)
        ];
    }

    function testFuzz_onlyTheTimelockChangesANumber(address caller, uint8 which, uint256 value) public {
        vm.assume(caller != coop.timelock);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(Governed.OnlyByVote.selector, caller));
        coop.numbers.set(which % 16, value);
    }

    function testFuzz_onlySecondRoundsRevalueAClaim(address caller, bytes32 id, uint8 tenths) public {
        vm.assume(caller != address(coop.challenges));
        bytes memory refusal = abi.encodeWithSelector(IContributionLedger.OnlyChallenges.selector, caller);
        vm.prank(caller);
        vm.expectRevert(refusal);
        coop.work.reopen(ContributionId.wrap(id));
        vm.prank(caller);
        vm.expectRevert(refusal);
        coop.work.settle(ContributionId.wrap(id), MemberId.wrap(1), tenths);
    }

    /// What is in escrow is moved by the market alone, and guarantee capital by the commons alone; neither does the other's.
    function testFuzz_onlyTheMarketMovesEscrowAndOnlyTheCommonsTakesCapital(
        address caller,
        address token,
        uint32 project,
        uint112 amount
    ) public {
        Holder holder = Holder.wrap(caller);
        Settlement memory end = Settlement({
            order: OrderId.wrap(0),
            project: ProjectId.wrap(project),
            token: token,
            buyer: holder,
            back: amount,
            surplus: amount,
            lines: new Payment[](1)
        });
        address pool = address(coop.pool);
        bytes4 ofMarket = ISurplusPool.OnlyByMarket.selector;
        bytes4 ofCommons = ISurplusPool.OnlyByCommons.selector;
        if (caller != address(coop.market)) {
            _refused(caller, pool, abi.encodeCall(ISurplusPool.escrow, (holder, token, amount)), ofMarket);
            _refused(caller, pool, abi.encodeCall(ISurplusPool.settle, (end)), ofMarket);
        }
        if (caller != address(coop.commons)) {
            _refused(caller, pool, abi.encodeCall(ISurplusPool.takeCapital, (token)), ofCommons);
            _refused(
                caller,
                pool,
                abi.encodeCall(ISurplusPool.takeReserve, (ProjectId.wrap(project), token)),
                ofCommons
            );
        }
        _refused(address(coop.commons), pool, abi.encodeCall(ISurplusPool.escrow, (holder, token, amount)), ofMarket);
        _refused(address(coop.market), pool, abi.encodeCall(ISurplusPool.takeCapital, (token)), ofCommons);
    }

    /// Nobody but a vote lists a token, spends a reserve or lets capital go.
    function testFuzz_onlyAVoteListsTokensAndSpends(
        address caller,
        address token,
        uint256 amount,
        bytes32 word
    ) public {
        vm.assume(caller != coop.timelock);
        Holder holder = Holder.wrap(caller);
        ProjectId project = ProjectId.wrap(uint32(uint256(word)));
        (address pool, address commons) = (address(coop.pool), address(coop.commons));
        bytes4 refusal = Governed.OnlyByVote.selector;
        _refused(caller, pool, abi.encodeCall(IPurses.list, (token, true)), refusal);
        _refused(
            caller,
            pool,
            abi.encodeCall(ISurplusPool.spendReserve, (project, token, holder, amount, word)),
            refusal
        );
        _refused(
            caller,
            pool,
            abi.encodeCall(ISurplusPool.spendPocket, (project, token, holder, amount, word)),
            refusal
        );
        _refused(caller, commons, abi.encodeCall(ICommonsPool.adopt, (token, word, true)), refusal);
        _refused(caller, commons, abi.encodeCall(ICommonsPool.release, (token, caller, amount)), refusal);
    }

    function testFuzz_noShareAndNoSeatIsTransferredApprovedOrLent(
        uint256 who,
        address to,
        uint256 id,
        uint256 amount
    ) public {
        address from = _keyOf(1 + (who % 5));
        bytes4 stays = IShareLedger.SharesStay.selector;
        bytes4 bound_ = IMemberRegistry.Soulbound.selector;
        (address s, address m) = (address(coop.shares), address(coop.members));
        _refused(from, s, abi.encodeCall(IERC6909.transfer, (to, id, amount)), stays);
        _refused(from, s, abi.encodeCall(IERC6909.transferFrom, (from, to, id, amount)), stays);
        _refused(from, s, abi.encodeCall(IERC6909.approve, (to, id, amount)), stays);
        _refused(from, s, abi.encodeCall(IERC6909.setOperator, (to, true)), stays);
        _refused(from, m, abi.encodeCall(IERC721.transferFrom, (from, to, id)), bound_);
        _refused(from, m, abi.encodeWithSignature("safeTransferFrom(address,address,uint256)", from, to, id), bound_);
        _refused(
            from,
            m,
            abi.encodeWithSignature("safeTransferFrom(address,address,uint256,bytes)", from, to, id, ""),
            bound_
        );
        _refused(from, m, abi.encodeCall(IERC721.approve, (to, id)), bound_);
        _refused(from, m, abi.encodeCall(IERC721.setApprovalForAll, (to, true)), bound_);
        _refused(from, m, abi.encodeWithSignature("delegate(address)", to), IMemberRegistry.NoDelegation.selector);
    }

    /// With a coin attached nothing is accepted: neither plainly, nor by any function that exists, nor by one that does not.
    function testFuzz_noMoneyEnters(uint256 value, bytes4 selector, bytes32 noise) public {
        value = bound(value, 1, 1e30);
        vm.deal(address(this), type(uint128).max);
        for (uint256 i; i < all.length; ++i) {
            (bool plain, ) = all[i].call{value: value}("");
            (bool odd, ) = all[i].call{value: value}(abi.encodePacked(selector, noise));
            assertTrue(!plain && !odd, "no money enters");
            assertEq(all[i].balance, 0, "and none is there");
        }
    }

    /// What can be paid begins with no check of the value sent: a function that takes money would differ here.
    function test_noFunctionIsPayable() public {
        bytes4[12] memory doors = [
            IContributionLedger.record.selector,
            IContributionLedger.attest.selector,
            IContributionLedger.enrol.selector,
            IContributionLedger.postBatch.selector,
            IShareLedger.close.selector,
            IShareLedger.draw.selector,
            IShareLedger.drawLeaf.selector,
            IMemberRegistry.setProfile.selector,
            IPurses.deposit.selector,
            ISurplusPool.draw.selector,
            IMarket.fund.selector,
            ICommonsPool.pull.selector
        ];
        vm.deal(address(this), 1 ether);
        for (uint256 i; i < all.length; ++i) {
            for (uint256 j; j < doors.length; ++j) {
                (bool taken, bytes memory said) = all[i].call{value: 1}(abi.encodePacked(doors[j], new bytes(256)));
                assertTrue(!taken, "refused");
                assertEq(said.length, 0, "before anything is read");
            }
        }
    }

    function test_noContractCanBecomeAnother() public view {
        for (uint256 i; i < all.length; ++i) _checkCode(all[i].code);
        _checkCode(coop.timelock.code);
    }

    /// The scanner itself: it sees an instruction, and not the same byte among pushed data.
    function test_theScannerSeesInstructionsAndNotData() public pure {
        assertTrue(_has(hex"5ff4", DELEGATECALL), "an instruction");
        assertTrue(!_has(hex"61f4f45f", DELEGATECALL), "pushed data");
        assertTrue(_has(hex"60f4f4", DELEGATECALL), "an instruction after pushed data");
        assertTrue(
            !_has(hex"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", SELFDESTRUCT),
            "a pushed word"
        );
    }

    function test_nobodyButTheVoteAndTheTimelockItselfHasARole() public view {
        bytes32[4] memory roles = [
            bytes32(0),
            keccak256("PROPOSER_ROLE"),
            keccak256("EXECUTOR_ROLE"),
            keccak256("CANCELLER_ROLE")
        ];
        for (uint256 i; i < 4; ++i) {
            assertTrue(!_hasRole(roles[i], address(this)), "not who deployed it");
            assertTrue(!_hasRole(roles[i], _keyOf(1)), "not a founder");
            assertTrue(!_hasRole(roles[i], address(0)), "not everybody");
            assertEq(_hasRole(roles[i], coop.timelock), i == 0, "it administers itself");
            assertEq(_hasRole(roles[i], address(coop.vote)), i != 0, "the vote proposes, cancels and executes");
        }
    }

    function _hasRole(bytes32 role, address account) private view returns (bool) {
        (, bytes memory said) = coop.timelock.staticcall(
            abi.encodeWithSignature("hasRole(bytes32,address)", role, account)
        );
        return abi.decode(said, (bool));
    }

    function _refused(address from, address target, bytes memory act, bytes4 selector) private {
        vm.prank(from);
        (bool done, bytes memory said) = target.call(act);
        assertTrue(!done && bytes4(said) == selector, "it stays where it is");
    }

    function _checkCode(bytes memory code) private pure {
        assertGe(code.length, 500, "a contract");
        // The compiler's own note stands at the end, its length in the last two bytes.
        uint256 note = (uint256(uint8(code[code.length - 2])) << 8) | uint8(code[code.length - 1]);
        assembly ("memory-safe") {
            mstore(code, sub(mload(code), add(note, 2)))
        }
        assertTrue(!_has(code, SELFDESTRUCT), "it does not destroy itself");
        assertTrue(!_has(code, DELEGATECALL), "it runs no foreign code as its own");
        assertTrue(!_has(code, CALLCODE), "nor in the old way");
    }

    /// Whether an instruction occurs; data that PUSH1 to PUSH32 carry is passed over, and what lies behind the last INVALID.
    function _has(bytes memory code, bytes1 instruction) private pure returns (bool) {
        for (uint256 i; i < code.length; ++i) {
            uint8 here = uint8(code[i]);
            if (code[i] == instruction) return true;
            if (here >= 0x60 && here <= 0x7f) i += here - 0x5f;
        }
        return false;
    }
}
