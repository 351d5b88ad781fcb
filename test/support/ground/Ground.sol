// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ICoopGovernor, SignedBallot} from "../../../contracts/governance/ICoopGovernor.sol";
import {ICommonsPool} from "../../../contracts/commons/ICommonsPool.sol";
import {IGuardians} from "../../../contracts/people/IGuardians.sol";
import {Founder, IMemberRegistry} from "../../../contracts/people/IMemberRegistry.sol";
import {IRelay} from "../../../contracts/people/IRelay.sol";
import {IMarket} from "../../../contracts/price/IMarket.sol";
import {ISurplusPool} from "../../../contracts/price/ISurplusPool.sol";
import {MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Kind} from "../../../contracts/types/Stages.sol";
import {IShareLedger} from "../../../contracts/value/IShareLedger.sol";
import {IChallenges} from "../../../contracts/work/IChallenges.sol";
import {IContributionLedger, Part, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Charter, IProjectRegistry} from "../../../contracts/work/IProjectRegistry.sol";
import {IProjectReviews} from "../../../contracts/work/IProjectReviews.sol";
import {MiniTest} from "../MiniTest.sol";

/// The bounded numbers, by their place in `Parameter`.
interface INumbers {
    function genesis() external view returns (uint256);
    function get(uint8 parameter, uint32 epoch) external view returns (uint256);
    function bounds(uint8 parameter) external pure returns (uint8 initial, uint8 least, uint8 most);
    function currentEpoch() external view returns (uint32);
    function set(uint8 parameter, uint256 value) external;
}

/// The vote: what is OpenZeppelin's and what is ours.
interface IVote is IGovernor, ICoopGovernor {}

/// All contracts of one cooperative.
struct Coop {
    address timelock;
    INumbers numbers;
    IMemberRegistry members;
    IGuardians guardians;
    IRelay relay;
    IProjectRegistry projects;
    IProjectReviews reviews;
    IContributionLedger work;
    IChallenges challenges;
    IShareLedger shares;
    ISurplusPool pool;
    IMarket market;
    ICommonsPool commons;
    IVote vote;
}

/// Founds cooperatives. The contracts come compiled, by name, and are not compiled again with every proof that uses them.
abstract contract Ground is MiniTest {
    uint8 internal constant WINDOW_DAYS = 4;
    uint8 internal constant STOP_PERCENT = 5;
    uint256 internal constant EPOCH = 28 days;
    uint256 internal constant DAY = 1 days;

    /// Founders are members 1 to `count`. Project 0 is the cooperative; budgets and rates by project; stewards are 1 and 2.
    function _found(uint256 count, uint64[] memory budgets, uint48[] memory rates) internal returns (Coop memory coop) {
        // Several name each other: the address of the second of each is known before it exists.
        uint256 nonce = vm.getNonce(address(this));
        address vote = vm.computeCreateAddress(address(this), nonce + 13);
        address reviews = vm.computeCreateAddress(address(this), nonce + 6);
        address second = vm.computeCreateAddress(address(this), nonce + 8);
        address guardians = vm.computeCreateAddress(address(this), nonce + 3);
        address relay = vm.computeCreateAddress(address(this), nonce + 4);
        coop.timelock = _deploy("CoopTimelock", abi.encode(vote));
        coop.numbers = INumbers(_deploy("Parameters", abi.encode(coop.timelock)));
        Founder[] memory founders = _consents(count);
        coop.members = IMemberRegistry(
            _deploy("MemberRegistry", abi.encode(founders, keccak256("founding"), coop.numbers, guardians, relay))
        );
        coop.guardians = IGuardians(_deploy("Guardians", abi.encode(coop.members, coop.numbers, relay)));
        coop.relay = IRelay(_deploy("Relay", abi.encode(coop.members)));
        Charter[] memory charters = new Charter[](budgets.length);
        for (uint256 i; i < budgets.length; ++i) charters[i] = _charter(budgets[i], rates[i]);
        coop.projects = IProjectRegistry(
            _deploy("ProjectRegistry", abi.encode(coop.members, reviews, coop.numbers, relay, charters))
        );
        coop.reviews = IProjectReviews(
            _deploy("ProjectReviews", abi.encode(coop.members, coop.projects, coop.numbers, relay))
        );
        coop.work = IContributionLedger(
            _deploy("ContributionLedger", abi.encode(coop.members, coop.projects, coop.numbers, second, relay))
        );
        coop.challenges = IChallenges(_deploy("Challenges", abi.encode(coop.members, coop.work, coop.numbers, relay)));
        coop.shares = IShareLedger(_deploy("ShareLedger", abi.encode(coop.members, coop.work, coop.numbers)));
        _foundPrice(coop, relay);
        bytes memory wires = abi.encode(
            coop.timelock,
            coop.numbers,
            coop.members,
            coop.projects,
            coop.pool,
            coop.commons,
            relay
        );
        coop.vote = IVote(_deploy("CoopGovernor", wires));
        require(address(coop.vote) == vote, "Ground: the vote lies elsewhere");
    }

    /// Purses and surplus, market and commons, of which the first names the other two.
    function _foundPrice(Coop memory coop, address relay) private {
        uint256 nonce = vm.getNonce(address(this));
        address market = vm.computeCreateAddress(address(this), nonce + 1);
        address commons = vm.computeCreateAddress(address(this), nonce + 2);
        coop.pool = ISurplusPool(
            _deploy(
                "SurplusPool",
                abi.encode(coop.members, coop.projects, coop.shares, coop.numbers, market, commons, relay)
            )
        );
        coop.market = IMarket(
            _deploy("Market", abi.encode(coop.members, coop.projects, coop.numbers, coop.pool, relay))
        );
        coop.commons = ICommonsPool(_deploy("CommonsPool", abi.encode(coop.pool, coop.numbers)));
    }

    function _deploy(string memory name, bytes memory arguments) internal returns (address made) {
        bytes memory code = bytes.concat(vm.getCode(name), arguments);
        assembly ("memory-safe") {
            made := create(0, add(code, 0x20), mload(code))
            if iszero(made) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// The key of a member's seat; `secretOf` signs for it.
    function _keyOf(uint256 member) internal pure returns (address) {
        return vm.addr(_secretOf(member));
    }

    function _secretOf(uint256 member) internal pure returns (uint256) {
        return 0xC0FFEE + member;
    }

    function _charter(uint64 budget, uint48 rate) internal pure returns (Charter memory charter) {
        MemberId[] memory stewards = new MemberId[](2);
        (stewards[0], stewards[1]) = (MemberId.wrap(1), MemberId.wrap(2));
        uint48[4] memory rates = [rate, 0, rate, 0];
        charter = Charter(keccak256("statement"), "", 1, budget, rates, 5, 0, stewards);
    }

    /// Every founder's signature over the list of all, as the registry to be deployed next will ask for it.
    function _consents(uint256 count) private view returns (Founder[] memory founders) {
        address registry = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Gongsheng"),
                keccak256("1"),
                block.chainid,
                registry
            )
        );
        address[] memory keys = new address[](count);
        for (uint256 i; i < count; ++i) keys[i] = _keyOf(i + 1);
        bytes32 list = keccak256(abi.encodePacked(keys));
        bytes32 consent = keccak256("FounderConsent(address founder,address[] founders,bytes32 founding)");
        founders = new Founder[](count);
        for (uint256 i; i < count; ++i) {
            bytes32 said = keccak256(abi.encode(consent, keys[i], list, keccak256("founding")));
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(
                _secretOf(i + 1),
                keccak256(abi.encodePacked(hex"1901", domain, said))
            );
            founders[i] = Founder(keys[i], 0, "", abi.encodePacked(r, s, v));
        }
    }

    /// A member's signature on a ballot, 64 bytes.
    function _signBallot(
        IVote vote,
        uint256 proposal,
        uint256 member,
        uint8 support
    ) internal view returns (bytes32 r, bytes32 vs) {
        bytes32 digest = vote.ballotDigest(proposal, support, MemberId.wrap(uint32(member)), 0);
        uint8 v;
        (v, r, vs) = vm.sign(_secretOf(member), digest);
        vs = bytes32(uint256(vs) | (uint256(v - 27) << 255));
    }

    /// A ballot as it is carried: what it names, right or not, in one word, and a signature.
    function _ballot(
        uint256 member,
        uint256 keyEpoch,
        uint8 support,
        bytes32 r,
        bytes32 vs
    ) internal pure returns (SignedBallot memory) {
        return SignedBallot(member | (keyEpoch << 32) | (uint256(support) << 56), r, vs);
    }

    /// A plain record of work by one person; happened now.
    function _report(uint32 project, uint32 quantity, bytes32 evidence) internal view returns (Report memory) {
        return Report(ProjectId.wrap(project), Kind.Work, quantity, evidence, uint40(_now()), new Part[](0), "");
    }

    /// The clock, read anew: the optimiser takes `block.timestamp` for constant within a call, and warping moves it.
    function _now() internal view returns (uint256) {
        return vm.getBlockTimestamp();
    }
}
