// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Application, Vouch} from "../../../contracts/people/IMemberRegistry.sol";
import {ContributionId, MemberId, ProjectId, StatementId} from "../../../contracts/types/Ids.sol";
import {Stage} from "../../../contracts/types/Stages.sol";
import {LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {Charter} from "../../../contracts/work/IProjectRegistry.sol";
import {Coin} from "./Coin.sol";
import {Deals} from "./Deals.sol";

/// A batch of one leaf: its root is the leaf.
struct Batch {
    ContributionId id;
    uint32 project;
    uint32 epoch;
    uint64 value;
    bool bound; // to member 3; else nobody knows whose it is, and after three years it is the reserve's
}

/// Where shares come from: records and batches that are attested, lots that are drawn, early or late. Whether each counts is proved
/// elsewhere (Ground); here they only have to be there, in every order with the money.
abstract contract Labour is Deals {
    uint24 private constant ALL_ONES = 0x555555;
    /// Eleven epochs before a new word of bits begins.
    uint256 private constant BEGIN = 245;
    bytes32 private constant KNOWN = keccak256("somebody");
    bytes32 private constant UNKNOWN = keccak256("nobody");

    mapping(uint256 project => uint32[]) internal _credited; // epochs with a lot
    Batch[] internal _batches;
    uint256 private _records;

    // --- the beginning ---

    /// Founds it; in its first epoch there are batches, whose reserve is drawn twenty years later, when this begins.
    function _begin() internal {
        (uint64[] memory budgets, uint48[] memory rates) = (new uint64[](3), new uint48[](3));
        (budgets[0], budgets[1], budgets[2]) = (1_000_003, (1 << 48) - 1, 97);
        (rates[0], rates[1], rates[2]) = (1, 1 << 22, 1);
        _coop = _found(6, budgets, rates);
        coins.push(new Coin(6, false));
        coins.push(new Coin(18, false));
        coins.push(new Coin(2, true));
        coins.push(new Coin(6, true));
        for (uint256 i; i < COINS; ++i) {
            vm.prank(_coop.timelock);
            _coop.pool.list(address(coins[i]), true);
            listed[i] = true;
        }
        time = _now() + 1;
        vm.warp(time);
        _bind();
        for (uint256 i; i < 6; ++i) _batch(i % 3, i > 2);
        for (uint256 i; i < 3; ++i) _record(i);
        time = _start(BEGIN);
        vm.warp(time);
        for (uint256 i; i < 4; ++i) _leaf(i);
        _admit();
        _remember();
    }

    /// Member 3 is bound to an identity, in the words of others.
    function _bind() private {
        _enrol(1);
        vm.prank(_keyOf(2));
        _coop.work.proposeBinding(ProjectId.wrap(1), KNOWN, MemberId.wrap(3));
        _attest(2, _coop.work.bindingEvidence(ProjectId.wrap(1), KNOWN, MemberId.wrap(3)), 1);
    }

    /// Project 3, graded C, is live and on probation for six epochs from the next on.
    function _admit() private {
        Charter memory charter = _charter(1 << 40, 1 << 10);
        (charter.statement, charter.salesCap) = (keccak256("the third"), CAP);
        vm.prank(_keyOf(1));
        StatementId statement = _coop.projects.draft(
            ProjectId.wrap(0),
            StatementId.wrap(0),
            new MemberId[](0),
            charter
        );
        vm.prank(_keyOf(1));
        _coop.reviews.submit(statement);
        for (uint256 i = 2; i <= 6; ++i) {
            vm.prank(_keyOf(i));
            _coop.reviews.review(statement, ALL_ONES, 0, "");
        }
        time = _coop.reviews.submissionOf(statement).deadline;
        vm.warp(time);
        vm.prank(_coop.timelock);
        _coop.projects.admit(statement, 1, ProjectId.wrap(0), charter);
        time = _start(_epoch() + 1);
        vm.warp(time);
        _probationUntil = _epoch() + 6;
    }

    // --- work ---

    /// One records, the others attest; or a steward posts a batch.
    function _labour() internal returns (bool) {
        uint256 project = _pick(PROJECTS);
        lastProject = project;
        return _pick(4) == 0 ? _batch(project, _pick(2) == 0) : _record(project);
    }

    function _record(uint256 project) internal returns (bool) {
        _enrol(project);
        uint256 by = 1 + _pick(6);
        bytes32 evidence = keccak256(abi.encode("record", ++_records));
        uint32 quantity = uint32(_some([uint256(17), 24, 4, 28][project]));
        vm.prank(_keyOf(by));
        try _coop.work.record(_report(uint32(project), quantity, evidence)) {
            return _attest(by, evidence, quantity) && _credit(project);
        } catch {
            return false;
        }
    }

    function _batch(uint256 project, bool bound) internal returns (bool) {
        _enrol(project);
        bytes32 identity = bound ? KNOWN : UNKNOWN;
        uint64 value = uint64(_some([uint256(18), 46, 5, 38][project]));
        bytes32 root = keccak256(abi.encode(keccak256(abi.encode(identity, value, bytes32(++_records)))));
        vm.prank(_keyOf(1));
        try _coop.work.postBatch(ProjectId.wrap(uint32(project)), root, value, value, "", "") returns (
            ContributionId id
        ) {
            if (!_attest(1, root, 1) || _coop.work.claimOf(id).stage != Stage.Sealed) return false;
            _batches.push(Batch(id, uint32(project), _epoch(), value, bound));
            return _credit(project);
        } catch {
            return false;
        }
    }

    /// Nobody attests in more than three projects, and in each there are three beside member 3 and whoever asks.
    function _enrol(uint256 project) private {
        uint8[4] memory attesters = [94, 110, 112, 52]; // bit n: member n
        for (uint256 i = 1; i <= 6; ++i) {
            if ((attesters[project] >> i) & 1 == 0) continue;
            if (_coop.work.isEnrolled(ProjectId.wrap(uint32(project)), MemberId.wrap(uint32(i)), _epoch())) continue;
            vm.prank(_keyOf(i));
            try _coop.work.enrol(ProjectId.wrap(uint32(project))) {} catch {}
        }
    }

    /// All say yes until it is sealed; member 3 not, so that what is bound to him can be his.
    function _attest(uint256 by, bytes32 evidence, uint32 quantity) private returns (bool any) {
        for (uint256 i = 1; i <= 6; ++i) {
            if (i == 3) continue;
            vm.prank(_keyOf(i));
            try _coop.work.attest(MemberId.wrap(uint32(by)), evidence, quantity) {
                any = true;
            } catch {}
        }
    }

    function _credit(uint256 project) private returns (bool) {
        uint32[] storage epochs = _credited[project];
        if (epochs.length == 0 || epochs[epochs.length - 1] != _epoch()) epochs.push(_epoch());
        return true;
    }

    // --- lots ---

    /// Anyone draws a lot for its owner.
    function _draw() internal returns (bool) {
        uint256 project = _pick(PROJECTS);
        uint256 size = _credited[project].length;
        if (size == 0) return false;
        return _lot(project, 1 + _pick(6), _credited[project][_recent(size)]);
    }

    function _lot(uint256 project, uint256 member, uint32 epoch) internal returns (bool) {
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = epoch;
        try _coop.shares.draw(ProjectId.wrap(uint32(project)), MemberId.wrap(uint32(member)), epochs) {
            return true;
        } catch {
            return false;
        }
    }

    function _leaf(uint256 index) internal returns (bool) {
        Batch storage batch = _batches[index];
        _close(batch.project);
        bytes32 root = _coop.work.batchTerms(batch.id).root;
        bytes32 identity = batch.bound ? KNOWN : UNKNOWN;
        for (uint256 i = 1; i <= _records; ++i) {
            bytes32 hash = keccak256(abi.encode(keccak256(abi.encode(identity, batch.value, bytes32(i)))));
            if (hash != root) continue;
            LeafProof memory leaf = LeafProof(identity, batch.value, bytes32(i), 0, new bytes32[](0), new uint64[](0));
            try _coop.shares.drawLeaf(batch.id, leaf) {
                return true;
            } catch {
                return false;
            }
        }
        return false;
    }

    function _close(uint256 project) internal {
        _coop.shares.close(ProjectId.wrap(uint32(project)), 100);
    }

    /// The epochs of whose lots the pool could count something.
    function _lots(uint256 project, uint256 member) internal view returns (uint32[] memory epochs) {
        uint32[] storage all = _credited[project];
        epochs = new uint32[](all.length);
        uint256 count;
        for (uint256 i; i < all.length; ++i) {
            uint64 lot = _coop.shares.lotOf(ProjectId.wrap(uint32(project)), MemberId.wrap(uint32(member)), all[i]);
            if (lot != 0) epochs[count++] = all[i];
        }
        assembly ("memory-safe") {
            mstore(epochs, count)
        }
    }

    // --- people ---

    /// The buyer with the seventh key is named by a vote and joins. What he bought and holds is the member's from now on.
    function _join() internal returns (bool) {
        if (joined) return false;
        address[] memory names = new address[](1);
        names[0] = _keyOf(7);
        vm.prank(_coop.timelock);
        _coop.members.namePersons(names);
        Application memory made = Application(_keyOf(7), 0, "", uint40(time + 1 days), "");
        bytes32 form = keccak256(
            "Application(address applicant,bytes32 profileDigest,string profileUri,uint40 expires)"
        );
        bytes32 words = keccak256(abi.encode(form, made.applicant, bytes32(0), keccak256(""), made.expires));
        form = keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
        bytes32 domain = keccak256(
            abi.encode(form, keccak256("Gongsheng"), keccak256("1"), block.chainid, _coop.members)
        );
        made.signature = _sign(7, keccak256(abi.encodePacked(hex"1901", domain, words)));
        if (MemberId.unwrap(_coop.members.join(made, new Vouch[](0))) != 7) _blame("the seventh has another number");
        joined = true;
        return true;
    }

    /// Everybody's shares, in one word.
    function sharesNow() public view returns (bytes32 all) {
        for (uint32 i; i < PROJECTS; ++i) {
            for (uint32 j; j <= 7; ++j) {
                all = keccak256(abi.encode(all, _coop.shares.sharesOf(ProjectId.wrap(i), MemberId.wrap(j))));
            }
        }
    }

    function _remember() internal {
        shares = sharesNow();
    }
}
