// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {Parameters} from "../base/Parameters.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {ShareMath} from "../libraries/ShareMath.sol";
import {SumTree} from "../libraries/SumTree.sol";
import {Words} from "../libraries/Words.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {ContributionId, MemberId, NOBODY, ProjectId} from "../types/Ids.sol";
import {BatchTerms, IContributionLedger, Sums} from "../work/IContributionLedger.sol";
import {IShareLedger, LeafProof} from "./IShareLedger.sol";

/// @title ShareLedger
/// @notice Issues and draws shares by the epoch rule. See IShareLedger.
/// @dev ERC-6909 is its read side, one id per project, asked by the key in force. It departs from the standard in that every write
/// reverts and no Transfer is emitted: a holder is a member, who outlives each address. Forbidden: a share without credit, a lot
/// drawn twice, a balance that falls.
contract ShareLedger is IShareLedger, IERC6909 {
    using Words for mapping(uint256 => uint256);

    /// @dev Bit 63 of a lot's amount marks that its direct lane was drawn; the rest is shares, below 2^57.
    uint64 private constant DRAWN = 1 << 63;

    /// @notice What an epoch issued, one slot: 3 × 64 bits, micro-units.
    struct Closed {
        uint64 issued;
        uint64 credit; // 0 where nothing counted
        uint64 total; //  all shares of the project up to and with this epoch
    }

    /// @notice How far a project's epochs are closed, one slot: 32 + 64 + 32 = 128 bits.
    struct Book {
        uint32 count; //  of the epochs with credit, how many are closed
        uint64 total; //  all shares issued, micro-units
        uint32 through; // no epoch before this one is open: one more than the last closed
    }

    /// @notice The members, whose keys ERC-6909 asks by.
    IMemberRegistry public immutable members;
    /// @notice What shares stand for.
    IContributionLedger public immutable contributions;
    uint256 private immutable _genesis;

    mapping(ProjectId project => Book) private _books;
    mapping(ProjectId project => mapping(uint32 epoch => Closed)) private _closed;
    mapping(ProjectId project => mapping(MemberId holder => uint64)) public sharesOf;
    mapping(ProjectId project => mapping(MemberId holder => mapping(uint256 word => uint256))) private _lots;
    mapping(ContributionId batch => mapping(uint256 word => uint256)) private _drawnLeaves;

    constructor(IMemberRegistry members_, IContributionLedger contributions_, Parameters parameters_) {
        members = members_;
        contributions = contributions_;
        _genesis = parameters_.genesis();
    }

    // --- anyone ---

    /// @inheritdoc IShareLedger
    function close(ProjectId project, uint256 most) external returns (uint256 closed) {
        uint256 count = contributions.creditedEpochCount(project);
        Book memory book = _books[project];
        while (closed < most && book.count < count && _closeNext(project, book)) ++closed;
        _books[project] = book;
    }

    /// @inheritdoc IShareLedger
    function draw(ProjectId project, MemberId member, uint32[] calldata epochs) external returns (uint64 shares) {
        mapping(uint256 => uint256) storage lots = _lots[project][member];
        uint64 balance = sharesOf[project][member];
        for (uint256 i; i < epochs.length; ++i) {
            uint32 epoch = epochs[i];
            Closed memory closed = _closeThrough(project, epoch);
            uint64 lot = lots.get(epoch);
            if (lot & DRAWN != 0) revert AlreadyDrawn(project, epoch, member);
            uint64 credit = contributions.creditOf(project, epoch, member);
            if (credit == 0) revert NothingToDraw(project, epoch, member);
            uint64 drawn = ShareMath.ofCredit(credit, closed.issued, closed.credit);
            lots.set(epoch, (lot + drawn) | DRAWN);
            shares += drawn;
            balance += drawn;
            emit Drawn(project, member, epoch, drawn, balance);
        }
        sharesOf[project][member] = balance;
    }

    /// @inheritdoc IShareLedger
    function drawLeaf(ContributionId batch, LeafProof calldata leaf) external returns (uint64 shares) {
        BatchTerms memory terms = contributions.batchTerms(batch);
        _checkProof(batch, terms, leaf);
        Closed memory closed = _closeThrough(terms.project, terms.epoch);
        (bool known, MemberId owner) = contributions.leafOwner(batch, leaf.identity);
        if (!known) revert NotBoundYet(batch, leaf.identity);
        _markLeaf(batch, leaf);
        Sums memory sums = contributions.sumsOf(terms.project, terms.epoch);
        uint64 stop = owner == NOBODY ? type(uint64).max : sums.stop;
        uint64 toReserve;
        (shares, toReserve) = ShareMath.ofLeaf(
            ShareMath.Leaf({
                value: leaf.value,
                sum: terms.sum,
                credit: terms.credit,
                batches: sums.batches,
                batchPart: sums.batchPart,
                stop: stop,
                issued: closed.issued,
                total: closed.credit
            })
        );
        _give(terms, owner, shares);
        if (toReserve != 0) _give(terms, NOBODY, toReserve);
        // forge-lint: disable-next-line(unsafe-typecast): 63 at most.
        uint8 depth = uint8(leaf.hashes.length);
        emit LeafDrawn(batch, leaf.index, owner, leaf.identity, shares, toReserve, depth);
    }

    // --- views ---

    /// @inheritdoc IShareLedger
    function lotOf(ProjectId project, MemberId holder, uint32 epoch) external view returns (uint64) {
        return _lots[project][holder].get(epoch) & ~DRAWN;
    }

    /// @inheritdoc IShareLedger
    function isDrawn(ProjectId project, MemberId member, uint32 epoch) external view returns (bool) {
        return _lots[project][member].get(epoch) & DRAWN != 0;
    }

    /// @inheritdoc IShareLedger
    function isLeafDrawn(ContributionId batch, uint256 index, uint256 depth) external view returns (bool) {
        uint256 place = SumTree.place(index, depth);
        return index >> depth == 0 && _drawnLeaves[batch][place >> 8] & (1 << (place & 0xff)) != 0;
    }

    /// @inheritdoc IShareLedger
    function closedEpoch(
        ProjectId project,
        uint32 epoch
    ) external view returns (uint64 issued, uint64 credit, uint64 total) {
        Closed memory closed = _closed[project][epoch];
        return (closed.issued, closed.credit, closed.total);
    }

    /// @inheritdoc IShareLedger
    function closedUntil(ProjectId project) external view returns (uint32 count, uint64 total) {
        return (_books[project].count, _books[project].total);
    }

    /// @inheritdoc IShareLedger
    /// @dev Mostly the last closed epoch is the one: no search then. Else by halving over the epochs that hold credit.
    function sharesThrough(ProjectId project, uint32 epoch) external view returns (bool known, uint64 total) {
        if (!EpochMath.isFinal(_genesis, epoch, block.timestamp)) return (false, 0);
        Book memory book = _books[project];
        if (book.through <= epoch) {
            bool open =
                book.count < contributions.creditedEpochCount(project) &&
                    contributions.creditedEpoch(project, book.count) <= epoch;
            return open ? (false, 0) : (true, book.total);
        }
        (uint256 low, uint256 high) = (0, book.count);
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (contributions.creditedEpoch(project, middle) > epoch) high = middle;
            else low = middle + 1;
        }
        return (true, low == 0 ? 0 : _closed[project][contributions.creditedEpoch(project, low - 1)].total);
    }

    // --- ERC-6909, read side ---

    /// @inheritdoc IERC6909
    /// @dev The shares of the member whose key in force this is; 0 for any other address.
    function balanceOf(address owner, uint256 id) external view returns (uint256) {
        MemberId member = members.idOf(owner);
        if (member == NOBODY || id > type(uint32).max || members.keyOf(member) != owner) return 0;
        // forge-lint: disable-next-line(unsafe-typecast): checked above.
        return sharesOf[ProjectId.wrap(uint32(id))][member];
    }

    /// @inheritdoc IERC6909
    function allowance(address, address, uint256) external pure returns (uint256) {
        return 0;
    }

    /// @inheritdoc IERC6909
    function isOperator(address, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IERC6909
    /// @dev Always reverts: SharesStay.
    function approve(address, uint256, uint256) external pure returns (bool) {
        revert SharesStay();
    }

    /// @inheritdoc IERC6909
    /// @dev Always reverts: SharesStay.
    function setOperator(address, bool) external pure returns (bool) {
        revert SharesStay();
    }

    /// @inheritdoc IERC6909
    /// @dev Always reverts: SharesStay.
    function transfer(address, uint256, uint256) external pure returns (bool) {
        revert SharesStay();
    }

    /// @inheritdoc IERC6909
    /// @dev Always reverts: SharesStay.
    function transferFrom(address, address, uint256, uint256) external pure returns (bool) {
        revert SharesStay();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC6909).interfaceId;
    }

    // --- private ---

    /// @dev Closes the next epoch with credit if it is final, in `book`, which the caller writes back.
    function _closeNext(ProjectId project, Book memory book) private returns (bool) {
        uint32 epoch = contributions.creditedEpoch(project, book.count);
        if (!EpochMath.isFinal(_genesis, epoch, block.timestamp)) return false;
        Sums memory sums = contributions.sumsOf(project, epoch);
        uint64 issued = sums.total < sums.budget ? sums.total : sums.budget;
        book.total += issued;
        ++book.count;
        book.through = epoch + 1;
        _closed[project][epoch] = Closed(issued, sums.total, book.total);
        emit EpochClosed(project, epoch, issued, sums.total, book.total);
        return true;
    }

    /// @dev What an epoch issued, closing what is due before. In use at most two or three epochs wait; a longer row asks for `close`.
    function _closeThrough(ProjectId project, uint32 epoch) private returns (Closed memory closed) {
        if (!EpochMath.isFinal(_genesis, epoch, block.timestamp)) {
            revert NotFinalYet(project, epoch, EpochMath.start(_genesis, uint256(epoch) + 2));
        }
        Book memory book = _books[project];
        if (epoch >= book.through) {
            uint256 count = contributions.creditedEpochCount(project);
            for (uint256 i; i < 8 && book.count < count && epoch >= book.through; ++i) {
                if (!_closeNext(project, book)) break;
            }
            _books[project] = book;
        }
        closed = _closed[project][epoch];
        if (closed.credit == 0 && epoch >= book.through && book.count < contributions.creditedEpochCount(project)) {
            if (contributions.creditedEpoch(project, book.count) <= epoch) revert CloseFirst(project, epoch);
        }
    }

    function _checkProof(ContributionId batch, BatchTerms memory terms, LeafProof calldata leaf) private pure {
        bytes32 hash = SumTree.leafHash(leaf.identity, leaf.value, leaf.recordsDigest);
        bool holds = SumTree.verify(terms.root, terms.sum, leaf.index, hash, leaf.value, leaf.hashes, leaf.sums);
        if (!holds) revert ProofInvalid(batch, leaf.index);
    }

    function _markLeaf(ContributionId batch, LeafProof calldata leaf) private {
        uint256 place = SumTree.place(leaf.index, leaf.hashes.length);
        uint256 bit = 1 << (place & 0xff);
        if (_drawnLeaves[batch][place >> 8] & bit != 0) revert LeafDrawnBefore(batch, leaf.index);
        _drawnLeaves[batch][place >> 8] |= bit;
    }

    function _give(BatchTerms memory terms, MemberId holder, uint64 shares) private {
        mapping(uint256 => uint256) storage lots = _lots[terms.project][holder];
        lots.set(terms.epoch, lots.get(terms.epoch) + shares);
        uint64 balance = sharesOf[terms.project][holder] + shares;
        sharesOf[terms.project][holder] = balance;
        emit Drawn(terms.project, holder, terms.epoch, shares, balance);
    }
}
