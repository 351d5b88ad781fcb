// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContributionId, MemberId, ProjectId} from "../../../contracts/types/Ids.sol";
import {LeafProof} from "../../../contracts/value/IShareLedger.sol";
import {Lot, Made} from "./Memory.sol";
import {Sight} from "./Sight.sol";
import {Leaf, Proof, Tree} from "./Tree.sol";

/// What is drawn: lots of the direct lane, leaves of batches, each once and for its owner.
abstract contract Draws is Sight {
    function _draw() internal returns (bool) {
        (uint256 size, uint256 start) = (_lots.length, _pick(_lots.length + 1));
        for (uint256 i; i < size; ++i) {
            uint256 lot = (start + i) % size;
            if (_lots[lot].drawn || !_isFinal(_lots[lot].epoch) || _creditOf(lot) == 0) continue;
            _drawLot(lot);
            return true;
        }
        return false;
    }

    function _drawLot(uint256 index) internal {
        Lot storage lot = _lots[index];
        ProjectId project = ProjectId.wrap(lot.project);
        _closeLongRows(lot.project);
        uint32[] memory epochs = new uint32[](1);
        epochs[0] = lot.epoch;
        uint256 drawn = _coop.shares.draw(project, MemberId.wrap(lot.member), epochs);
        lot.drawn = true;
        try _coop.shares.draw(project, MemberId.wrap(lot.member), epochs) {
            _blame("a lot was drawn twice");
        } catch {}
        uint256 total = totalOf(lot.project, lot.epoch);
        uint256 issued = total < budgetOf(lot.project, lot.epoch) ? total : budgetOf(lot.project, lot.epoch);
        if (drawn != (_creditOf(index) * issued) / total) _blame("a lot gives other shares than credit * I / total");
    }

    function _drawLeaf() internal returns (bool) {
        (uint256 size, uint256 start) = (_batches.length, _pick(_batches.length + 1));
        for (uint256 i; i < size; ++i) {
            uint256 batch = (start + i) % size;
            Made storage made = _made[_batches[batch]];
            if (made.inForce == 0 || !_isFinal(made.epoch)) continue;
            Tree tree = _trees[_batches[batch]];
            for (uint256 j; j < tree.leafCount(); ++j) {
                (bool known, ) = _coop.work.leafOwner(made.id, tree.leafAt(j).identity);
                if (!known || _isLeafDrawn(batch, j)) continue;
                _drawLeafOf(batch, j);
                return true;
            }
        }
        return false;
    }

    function _isLeafDrawn(uint256 batch, uint256 leaf) internal view returns (bool) {
        return _coop.shares.isLeafDrawn(_made[_batches[batch]].id, leaf, _trees[_batches[batch]].depth());
    }

    function _drawLeafOf(uint256 batch, uint256 index) internal {
        Made storage made = _made[_batches[batch]];
        _closeLongRows(made.project);
        Leaf memory leaf = _trees[_batches[batch]].leafAt(index);
        (, , Proof memory proof) = _trees[_batches[batch]].prove(index);
        LeafProof memory told = LeafProof(
            leaf.identity,
            leaf.value,
            leaf.recordsDigest,
            index,
            proof.hashes,
            proof.sums
        );
        (bool known, MemberId told_) = _coop.work.leafOwner(made.id, leaf.identity);
        (bool whose, uint256 owner) = _ownerOf(_batches[batch], leaf.identity);
        if (!known || !whose || MemberId.unwrap(told_) != owner) _blame("a leaf went to another than its owner");
        uint256 shares = _coop.shares.drawLeaf(made.id, told);
        try _coop.shares.drawLeaf(made.id, told) {
            _blame("a leaf was drawn twice");
        } catch {}
        if (owner != 0 && shares > _stopOf(made.project, made.epoch))
            _blame("a leaf gives its owner more than the stop");
    }

    /// Whose a leaf is: the bound member's from 28 days after the sealing on, if that came within three years after the epoch
    /// was final and he did not attest the batch; else the reserve's (0) when the three years are over; else nobody's yet.
    function _ownerOf(uint256 claim, bytes32 identity) internal view returns (bool known, uint256 owner) {
        uint256 deadline = _coop.numbers.genesis() + (uint256(_made[claim].epoch) + 2) * EPOCH + 3 * 365 days;
        uint256 index = _bindingOf[identity];
        if (index == 0 || _made[index - 1].inForce == 0) return (time >= deadline, 0);
        uint256 counts = _made[index - 1].sealedAt + EPOCH;
        if (time < counts || counts > deadline) return (time >= deadline, 0);
        owner = _made[index - 1].bound;
        if (_answeredIn[claim][owner] == uint256(_made[claim].epoch) + 1) owner = 0;
        known = true;
    }

    /// More than eight epochs that wait must be closed by hand first.
    function _closeLongRows(uint32 project) internal {
        (uint32 closed, ) = _coop.shares.closedUntil(ProjectId.wrap(project));
        if (_coop.work.creditedEpochCount(ProjectId.wrap(project)) > uint256(closed) + 7) {
            _coop.shares.close(ProjectId.wrap(project), 50);
        }
    }
}
