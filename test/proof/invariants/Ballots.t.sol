// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {
    BallotBundle,
    Decision,
    Majority,
    Matter,
    SignedBallot,
    WalletBallot
} from "../../../contracts/governance/ICoopGovernor.sol";
import {MemberId} from "../../../contracts/types/Ids.sol";
import {Intruders} from "../../support/assembly/Intruders.sol";
import {Minutes, Proposal} from "../../support/assembly/Minutes.sol";

/// A bundle is its ballots, one by one; and a majority is what is written, to the last ballot.
contract BallotsProof is Intruders {
    uint256 private constant SEATED = 30;

    constructor() Minutes(SEATED) {}

    /// The same ballots on the same proposals, cast by their members in one order and carried by a stranger in another, torn into
    /// bundles and mixed with what cannot be counted: the same tallies, receipts, quorums and ends of the vote.
    function testFuzz_aBundleIsItsBallotsOneByOne(uint256 seed) public {
        _random = seed;
        for (uint256 i; i < 2; ++i) _propose(uint32(1 + i), _motion(i == 0 ? 0 : 3));
        uint256 late = _pick(3);
        time = late == 0 ? _proposals[0].planned - _pick(2 days) : _proposals[1].snapshot + 1 + _pick(5 days);
        vm.warp(time);
        uint256 size = 1 + _pick(SEATED);
        (uint256[] memory who, uint8[] memory support) = (new uint256[](size), new uint8[](size));
        uint256 first = _pick(SEATED);
        for (uint256 i; i < size; ++i) (who[i], support[i]) = (1 + ((first + i * 7) % SEATED), uint8(_pick(3)));
        uint256 before = vm.snapshotState();
        for (uint256 i; i < size; ++i) _castPlainly(who[i], support[i]);
        bytes32 plain = _books();
        vm.revertToState(before);
        assertTrue(_books() != plain, "as before the ballots");
        _carry(seed, who, support);
        assertEq(_books(), plain, "the same books");
    }

    /// For each majority: whatever is cast for, against and abstaining, it passes if and only if the plain fractions say so.
    function testFuzz_aMajorityIsWhatIsWritten(uint256 seed) public {
        _random = seed;
        _proposeWith(_pick(3));
        (uint256 yes, uint256 no, uint256 none) = (_pick(21), _pick(21), _pick(10));
        if (_pick(2) == 0) no = _edge(yes);
        _decide(yes, no, none);
    }

    /// The exact thresholds of each, and one ballot beside them, where the quorum is reached in any case.
    function test_theThresholdsAreExact() public {
        uint256[3][9] memory cases = [
            [uint256(0), 12, 12], // one half is no majority
            [uint256(0), 13, 12],
            [uint256(0), 0, 0],
            [uint256(1), 12, 8], // three fifths are enough
            [uint256(1), 11, 8],
            [uint256(1), 15, 10],
            [uint256(2), 16, 8], // two thirds are enough
            [uint256(2), 15, 8],
            [uint256(2), 18, 9]
        ];
        bool[9] memory passes = [false, true, false, true, false, true, true, false, true];
        for (uint256 i; i < 9; ++i) {
            uint256 before = vm.snapshotState();
            _random = i;
            _proposeWith(cases[i][0]);
            _decide(cases[i][1], cases[i][2], i == 2 ? 20 : 3);
            bool passed = _coop.vote.state(_proposals[0].id) == IGovernor.ProposalState.Succeeded;
            assertEq(passed, passes[i], "to the last ballot");
            vm.revertToState(before);
        }
    }

    /// Late: the ballot that makes the quorum keeps the vote open for two days; the one after it does no more.
    function test_aLateQuorumProlongsOnce() public {
        _propose(1, _motion(0));
        uint256 quorum = quorumOf(0);
        time = _proposals[0].planned - 1 days;
        vm.warp(time);
        for (uint256 i = 1; i < quorum; ++i) _castOn(0, i, 1);
        assertEq(_coop.vote.proposalDeadline(_proposals[0].id), _proposals[0].planned, "not yet");
        _castOn(0, quorum, 2);
        uint256 prolonged = _now() + 2 days;
        assertEq(_coop.vote.proposalDeadline(_proposals[0].id), prolonged, "two days from the ballot that made it");
        vm.warp(prolonged);
        for (uint256 i = quorum + 1; i <= SEATED; ++i) _castOn(0, i, 0);
        assertEq(_coop.vote.proposalDeadline(_proposals[0].id), prolonged, "and once only");
        vm.warp(prolonged + 1);
        bool over = _coop.vote.state(_proposals[0].id) == IGovernor.ProposalState.Defeated;
        assertTrue(over, "those who came in the last second decided it");
    }

    // --- private ---

    function _castPlainly(uint256 member, uint8 support) private {
        for (uint256 i; i < 2; ++i) {
            vm.prank(_keys[member]);
            try _coop.vote.castVote(_proposals[i].id, support) {} catch {}
        }
    }

    function _castOn(uint256 index, uint256 member, uint8 support) private {
        vm.prank(_keys[member]);
        _coop.vote.castVote(_proposals[index].id, support);
    }

    /// One to three carriers; each ballot goes to one of them, backwards, with junk before it now and then; some go twice.
    function _carry(uint256 seed, uint256[] memory who, uint8[] memory support) private {
        uint256 carriers = 1 + (seed % 3);
        for (uint256 carrier; carrier < carriers; ++carrier) {
            BallotBundle[] memory bundles = new BallotBundle[](2);
            for (uint256 i; i < 2; ++i) {
                SignedBallot[] memory ballots = new SignedBallot[](2 * who.length);
                uint256 count_;
                for (uint256 j = who.length; j > 0; --j) {
                    if ((j - 1) % carriers != carrier && _pick(4) != 0) continue;
                    if (_pick(4) == 0) ballots[count_++] = _junk(i, who[j - 1]);
                    else if (_pick(3) == 0) ballots[count_++] = _sign(_proposals[i].id, who[j - 1], support[j - 1]);
                    ballots[count_++] = _sign(_proposals[i].id, who[j - 1], support[j - 1]);
                    if (count_ + 2 > ballots.length) break;
                }
                assembly ("memory-safe") {
                    mstore(ballots, count_)
                }
                WalletBallot[] memory wallets = new WalletBallot[](_pick(3));
                for (uint256 j; j < wallets.length; ++j) wallets[j] = _walletJunk();
                bundles[i] = BallotBundle(_proposals[i].id, ballots, wallets);
            }
            _coop.vote.castBallots(bundles);
        }
        // What a carrier left for want of room goes now, all of it, once more.
        BallotBundle[] memory rest = new BallotBundle[](2);
        for (uint256 i; i < 2; ++i) {
            rest[i] = BallotBundle(_proposals[i].id, new SignedBallot[](who.length), new WalletBallot[](0));
            for (uint256 j; j < who.length; ++j) rest[i].ballots[j] = _sign(_proposals[i].id, who[j], support[j]);
        }
        _coop.vote.castBallots(rest);
    }

    /// All that is kept of both proposals.
    function _books() private view returns (bytes32 all) {
        for (uint256 i; i < 2; ++i) {
            Decision memory decision = _coop.vote.decisionOf(_proposals[i].id);
            uint256 end = _coop.vote.proposalDeadline(_proposals[i].id);
            all = keccak256(abi.encode(all, decision, end, _coop.vote.state(_proposals[i].id)));
            for (uint32 j; j <= SEATED; ++j) {
                (bool voted, uint8 support) = _coop.vote.ballotOf(_proposals[i].id, MemberId.wrap(j));
                all = keccak256(abi.encode(all, voted, support));
            }
        }
    }

    /// A proposal that needs this majority, its vote just open.
    function _proposeWith(uint256 majority) private {
        Proposal memory p = _motion(majority == 1 ? 0 : 1);
        if (majority == 0) {
            for (p = _motion(5); p.majority != Majority.Half; p = _motion(5)) {}
        }
        uint256 made = _propose(9, p);
        require(made == 1 && p.majority == Majority(majority), "proposed");
        time = _proposals[0].snapshot + 1;
        vm.warp(time);
    }

    function _decide(uint256 yes, uint256 no, uint256 none) private {
        if (yes + no > SEATED) no = SEATED - yes;
        if (yes + no + none > SEATED) none = SEATED - yes - no;
        uint256 member;
        for (uint256 i; i < yes; ++i) _castOn(0, ++member, 1);
        for (uint256 i; i < no; ++i) _castOn(0, ++member, 0);
        for (uint256 i; i < none; ++i) _castOn(0, ++member, 2);
        vm.warp(_coop.vote.proposalDeadline(_proposals[0].id) + 1);
        // A terms vote and an expulsion need ten of thirty; an admission a tenth, and five at least: five.
        bool enough = yes + none >= (_proposals[0].matter == Matter.Admission ? 5 : 10);
        uint256 parts = 100 * yes;
        if (_proposals[0].majority == Majority.Half) enough = enough && parts > 50 * (yes + no);
        if (_proposals[0].majority == Majority.ThreeFifths) enough = enough && parts >= 60 * (yes + no);
        if (_proposals[0].majority == Majority.TwoThirds) enough = enough && 3 * parts >= 200 * (yes + no);
        bool passed = _coop.vote.state(_proposals[0].id) == IGovernor.ProposalState.Succeeded;
        assertEq(passed, enough && yes > 0, "as the fractions say");
    }

    /// So many against that it lies at a threshold, or one beside it.
    function _edge(uint256 yes) private returns (uint256 no) {
        uint256[3] memory most = [yes, (yes * 2) / 3, yes / 2];
        no = most[uint256(_proposals[0].majority)] + _pick(3);
        if (no > 0) --no;
    }
}
