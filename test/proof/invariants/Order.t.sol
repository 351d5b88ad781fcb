// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {Claim, Report} from "../../../contracts/work/IContributionLedger.sol";
import {Leaf, Proof, Tree} from "../../support/ground/Tree.sol";
import {Workshop} from "../../support/ground/Workshop.sol";

/// The order of calls never matters. One set of acts, played twice in orders that chance chose: the first answers to eight records,
/// a batch and a binding, with withdrawals among them; challenges, and the answers to their rounds; closing, lots and leaves.
/// After each of these three rounds of acts every claim, credit, sum, budget, term and share is the same, to the unit.
contract OrderProof is Workshop {
    uint64 private constant B = 1_000_000;
    uint256 private constant MEMBERS = 24;
    uint256 private constant ATTESTERS = 14; // 1 to 14 attest; 15 to 20 work; 21 to 24 challenge
    uint256 private constant RECORDS = 8; //    the claims after them: the batch and the binding
    uint256 private constant LEAVES = 5;

    enum Verb {
        Attest,
        Withdraw,
        Challenge,
        Answer,
        Close,
        Draw,
        DrawLeaf
    }

    struct Act {
        Verb verb;
        uint256 claim; //  or the member whose lot it is, or the leaf
        uint256 who;
        uint256 much; //   a quantity, tenths, or an epoch
    }

    uint256[] private makers;
    bytes32[] private evidence;
    Act[] private acts;
    Act[] private rounds;
    Tree private tree;

    function setUp() public {
        _open(MEMBERS, B);
        _enrolAll(0, 1, 10);
        tree = new Tree();
        Leaf[] memory leaves = new Leaf[](LEAVES);
        for (uint256 i; i < LEAVES; ++i) leaves[i] = Leaf(_identity(i), uint64(100 + 37 * i), "records");
        tree.grow(leaves);
        // The first two people are members 15 and 16, the third is one who will attest the batch.
        for (uint256 i; i < 3; ++i) _bind(i, i == 2 ? 3 : 15 + i);
        _vote(STOP_PERCENT, 5);
        vm.warp(_start(1) - 1);
        _enrolAll(0, 1, ATTESTERS);
        vm.warp(_start(1));
    }

    function testFuzz_theOrderOfCallsNeverMatters(uint256 seed) public {
        random = seed;
        _make();
        uint256 snapshot = vm.snapshotState();
        bytes32[3] memory one = _playAll(uint256(keccak256(abi.encode(seed, 1))));
        vm.revertToState(snapshot);
        bytes32[3] memory other = _playAll(uint256(keccak256(abi.encode(seed, 2))));
        assertEq(one[0], other[0], "the first answers, in any order");
        assertEq(one[1], other[1], "challenges and second answers, in any order");
        assertEq(one[2], other[2], "closing and drawing, in any order");
    }

    // --- the ground ---

    function _bind(uint256 person, uint256 member) private {
        vm.prank(_key(1));
        coop.work.proposeBinding(ProjectId.wrap(0), _identity(person), _id(member));
        bytes32 what = coop.work.bindingEvidence(ProjectId.wrap(0), _identity(person), _id(member));
        for (uint256 who = 4; _claim(1, what).stage == Stage.Pending; ++who) _attest(who, 1, what, 1);
        assertGe(_claim(1, what).inForce, 1, "bound");
    }

    /// Eight records, a batch and a binding are made; who will answer them, and what, is written down.
    function _make() private {
        for (uint256 i; i < RECORDS; ++i) {
            uint256 by = 15 + _pick(6);
            Report memory report = _report(0, uint32(1 + _pick(_pick(2) == 0 ? 3 : B / 50)), keccak256(abi.encode(i)));
            if (_pick(3) == 0) {
                (uint256[] memory people, uint256[] memory parts) = (new uint256[](3), new uint256[](3));
                for (uint256 j; j < 3; ++j) (people[j], parts[j]) = (15 + ((by - 15 + j) % 6), 1 + _pick(5));
                _jointly(report, people, parts);
            }
            _record(by, report);
            _made(by, report.evidence);
        }
        (bytes32 root, uint64 sum, uint64 credit) = (tree.root(), tree.sum(), uint64(1 + _pick(B / 2)));
        vm.prank(_key(1));
        coop.work.postBatch(ProjectId.wrap(0), root, sum, credit, 0, "");
        _made(1, root);
        vm.prank(_key(2));
        coop.work.proposeBinding(ProjectId.wrap(0), _identity(3), _id(17));
        _made(2, coop.work.bindingEvidence(ProjectId.wrap(0), _identity(3), _id(17)));
    }

    function _made(uint256 by, bytes32 what) private {
        uint256 claim = makers.length;
        makers.push(by);
        evidence.push(what);
        if (claim < RECORDS && _pick(6) == 0) {
            acts.push(Act(Verb.Withdraw, claim, by, 0));
            return;
        }
        Claim memory made = _claim(by, what);
        uint256 start = claim == RECORDS ? 2 : 5 * claim + _pick(2); // the third attester answers the batch
        for (uint256 i; i < made.needed; ++i) {
            uint256 who = 1 + ((start + i) % ATTESTERS);
            if (claim >= RECORDS && who <= 2) who = ATTESTERS - who;
            acts.push(
                Act(
                    Verb.Attest,
                    claim,
                    who,
                    claim < RECORDS
                        ? _pick(made.quantity + 1)
                        : _pick(6) == 0
                            ? 0
                            : 1
                )
            );
            if (_pick(3) != 0) acts[acts.length - 1].much = made.quantity;
        }
        if (_pick(2) == 0) return;
        // Some may be challenged, by one each; seven answer at most, in tenths or by yes or no.
        rounds.push(Act(Verb.Challenge, claim, 21 + (claim % 4), 0));
        for (uint256 i; i < 1 + _pick(7); ++i) {
            uint256 who = 1 + ((start + made.needed + i) % ATTESTERS);
            if (claim >= RECORDS && who <= 2) continue;
            rounds.push(Act(Verb.Answer, claim, who, claim < RECORDS ? _pick(11) : 10 * _pick(2)));
        }
    }

    // --- the play ---

    function _playAll(uint256 order) private returns (bytes32[3] memory pictures) {
        random = order;
        _play(acts);
        pictures[0] = _picture();
        _wait(1 days);
        _play(rounds);
        pictures[1] = _picture();
        vm.warp(_start(3) + 3 * 366 days);
        delete acts;
        for (uint256 i = 1; i <= MEMBERS; ++i) if (_credit(0, 1, i) > 0) acts.push(Act(Verb.Draw, i, 0, 1));
        for (uint256 i; i < LEAVES; ++i) acts.push(Act(Verb.DrawLeaf, i, 0, 0));
        for (uint256 i; i < 2; ++i) acts.push(Act(Verb.Close, 0, 0, i));
        _play(acts);
        pictures[2] = _shares();
    }

    /// In an order of chance; but a challenge comes before the answers to it, which are kept for later.
    function _play(Act[] storage list) private {
        uint256 count = list.length;
        uint256[] memory order = new uint256[](count);
        for (uint256 i; i < count; ++i) order[i] = i;
        for (uint256 i = count; i > 1; --i) {
            uint256 j = _pick(i);
            (order[i - 1], order[j]) = (order[j], order[i - 1]);
        }
        for (uint256 i; i < count; ++i) if (list[order[i]].verb != Verb.Answer) _do(list[order[i]]);
        for (uint256 i; i < count; ++i) if (list[order[i]].verb == Verb.Answer) _do(list[order[i]]);
    }

    function _do(Act storage act) private {
        (uint256 claim, uint256 who, uint256 much) = (act.claim, act.who, act.much);
        if (act.verb == Verb.Attest) {
            assertTrue(_attest(who, makers[claim], evidence[claim], much), "whoever was asked can answer");
        } else if (act.verb == Verb.Withdraw) {
            assertTrue(_withdraw(who, makers[claim], evidence[claim]), "what was not answered is withdrawn");
        } else if (act.verb == Verb.Challenge) {
            // Of what counts for nothing it is refused, in every order.
            _challenge(who, makers[claim], evidence[claim]);
        } else if (act.verb == Verb.Answer) {
            _answer(who, makers[claim], evidence[claim], much);
        } else if (act.verb == Verb.Close) {
            coop.shares.close(ProjectId.wrap(0), much);
        } else if (act.verb == Verb.Draw) {
            assertTrue(_draw(0, claim, uint32(much)), "a lot is drawn");
        } else {
            _drawLeaf(claim);
        }
    }

    function _drawLeaf(uint256 index) private {
        ContributionId batch = _idOf(1, tree.root());
        Leaf memory leaf = tree.leafAt(index);
        (, , Proof memory proof) = tree.prove(index);
        LeafProof memory told = LeafProof(
            leaf.identity,
            leaf.value,
            leaf.recordsDigest,
            index,
            proof.hashes,
            proof.sums
        );
        bool stands = _claim(1, tree.root()).inForce > 0;
        try coop.shares.drawLeaf(batch, told) {
            assertTrue(stands, "of a batch that stands");
        } catch {
            assertTrue(!stands, "or that is void");
        }
    }

    // --- what is compared ---

    function _picture() private view returns (bytes32 all) {
        for (uint256 i; i < makers.length; ++i) {
            Claim memory claim = _claim(makers[i], evidence[i]);
            all = keccak256(abi.encode(all, claim, coop.work.takenBy(evidence[i]), _sumOf(i)));
        }
        for (uint256 i = 1; i <= MEMBERS; ++i) {
            (uint256 limit, uint256 spent) = coop.work.attesterBudget(ProjectId.wrap(0), _id(i));
            bool stays = coop.work.isEnrolled(ProjectId.wrap(0), _id(i), 2);
            all = keccak256(abi.encode(all, _credit(0, 1, i), limit, spent, stays, _slots(i)));
        }
        all = keccak256(abi.encode(all, _sums(0, 1), coop.work.bindingOf(_identity(3))));
    }

    /// When a member's slots come back, all together: which of the three a challenge took depends on the order.
    function _slots(uint256 member) private view returns (uint256) {
        uint256[3] memory freeAt = coop.challenges.slotsOf(_id(member));
        return freeAt[0] + freeAt[1] + freeAt[2];
    }

    /// Who answered a claim first, in whatever order.
    function _sumOf(uint256 claim) private view returns (uint256 set) {
        MemberId[] memory first = coop.work.attestersOf(_idOf(makers[claim], evidence[claim]));
        for (uint256 i; i < first.length; ++i) set |= 1 << MemberId.unwrap(first[i]);
    }

    function _shares() private view returns (bytes32 all) {
        for (uint256 i; i <= MEMBERS; ++i) {
            all = keccak256(abi.encode(all, _sharesOf(0, i), coop.shares.lotOf(ProjectId.wrap(0), _id(i), 1)));
        }
        (uint64 issued, uint64 credit, uint64 total) = coop.shares.closedEpoch(ProjectId.wrap(0), 1);
        all = keccak256(abi.encode(all, issued, credit, total));
    }

    function _identity(uint256 person) private pure returns (bytes32) {
        return keccak256(abi.encode("person", person));
    }
}
