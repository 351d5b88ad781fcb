// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {ICommonsPool} from "../commons/ICommonsPool.sol";
import {IMemberRegistry} from "../people/IMemberRegistry.sol";
import {ISurplusPool} from "../price/ISurplusPool.sol";
import {MemberId} from "../types/Ids.sol";
import {IProjectRegistry} from "../work/IProjectRegistry.sol";
import {CoopTimelock} from "./CoopTimelock.sol";
import {
    BallotBundle,
    Decision,
    ICoopGovernor,
    Majority,
    Matter,
    SignedBallot,
    Skip,
    WalletBallot
} from "./ICoopGovernor.sol";
import {Powers} from "./Powers.sol";

/// @title CoopGovernor
/// @notice One member, one vote. See ICoopGovernor for meaning, errors and events.
/// @dev OpenZeppelin's Governor with counting by member id, two bits a ballot, 128 ballots a word. The numbers of a proposal (delay,
/// period, quorum, timelock) are those of its first second. Ballots need no nonce: a member votes once on a proposal, a proposal's id
/// is never used again, and a replaced key is refused. OpenZeppelin's own `Ballot` with a nonce is not accepted.
contract CoopGovernor is Governor, ERC2771Context, Powers {
    /// @notice What a member signs off-net (EIP-712).
    bytes32 public constant MEMBER_BALLOT = keccak256(
        "MemberBallot(uint256 proposalId,uint8 support,uint32 member,uint16 keyEpoch)"
    );
    /// @notice The same with a reason and without parameters.
    bytes32 public constant MEMBER_BALLOT_WITH_REASON = keccak256(
        "MemberBallotWithReason(uint256 proposalId,uint8 support,uint32 member,uint16 keyEpoch,string reason)"
    );
    /// @notice The time to reply to an expulsion, before its vote opens.
    uint256 public constant REPLY = 14 days;
    /// @notice From a late quorum on the vote is open so long.
    uint256 public constant LATE = 2 days;
    /// @notice After its delay, what passed may be executed so long.
    uint256 public constant GRACE = 14 days;
    /// @dev What a contract wallet may use to say whether it signed; a bundle's other ballots are safe from it.
    uint256 private constant WALLET_GAS = 200_000;
    uint256 private constant A_WORD = 128;
    uint256 private constant SEATED = 1 << 48;
    uint256 private constant MOST_OPEN = 5;

    /// @notice Where what passed waits.
    CoopTimelock public immutable timelock;

    mapping(uint256 proposalId => Decision) private _decisions;
    mapping(uint256 proposalId => mapping(uint256 word => uint256)) private _ballots;
    mapping(MemberId member => uint256) private _open; // planned ends of the member's proposals, five of 48 bits
    uint256 private transient _notice; // seconds until the vote opens, of the proposal being made
    uint256 private transient _period; // seconds that its vote is open

    /// @param timelock_ which proposes and executes for this contract alone
    /// @param parameters_ the numbers, which obey the timelock
    /// @param members_ the members, likewise
    /// @param projects_ the projects, likewise
    /// @param surplusPool_ what was paid, likewise
    /// @param commonsPool_ the guarantee capital, likewise
    /// @param relay_ the Relay
    constructor(
        CoopTimelock timelock_,
        Parameters parameters_,
        IMemberRegistry members_,
        IProjectRegistry projects_,
        ISurplusPool surplusPool_,
        ICommonsPool commonsPool_,
        address relay_
    )
        Governor("Gongsheng")
        ERC2771Context(relay_)
        Powers(parameters_, members_, projects_, surplusPool_, commonsPool_)
    {
        timelock = timelock_;
        if (!timelock_.hasRole(timelock_.PROPOSER_ROLE(), address(this))) revert WiredOtherwise(address(timelock_));
        if (parameters_.timelock() != address(timelock_)) revert WiredOtherwise(address(parameters_));
    }

    // --- members ---

    /// @inheritdoc IGovernor
    /// @dev By the seated, with three seated at least. Errors: those of IMemberRegistry.attester, GovernorRestrictedProposer,
    /// GovernorInvalidProposalLength, ActionUnlisted, ActionsMixed, ActionWithValue, ActionMalformed, TooManyActions, TooManyOpen; of an
    /// admission NotReviewed, NotReviewedNow, GradeTooLow. Emits ProposalCreated, ProposalWeighed.
    function propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description
    ) public override returns (uint256 proposalId) {
        address proposer = _msgSender();
        MemberId member = members.attester(proposer);
        if (!_isValidDescriptionForProposer(proposer, description)) revert GovernorRestrictedProposer(proposer);
        if (targets.length != values.length || targets.length != calldatas.length || targets.length == 0) {
            revert GovernorInvalidProposalLength(targets.length, calldatas.length, values.length);
        }
        Decision memory decision;
        (decision.matter, decision.majority) = _weigh(targets, values, calldatas);
        uint256 numbers = parameters.inForce();
        decision.quorumPercent = _number(numbers, Parameter.QuorumPercent);
        decision.timelockDays = _number(numbers, Parameter.TimelockDays);
        _period = _number(numbers, Parameter.VoteDays) * 1 days;
        _notice = decision.matter == Matter.Expulsion ? REPLY : _number(numbers, Parameter.DelayDays) * 1 days;
        _occupy(member, block.timestamp + _notice + _period, _number(numbers, Parameter.OpenProposals));
        proposalId = _propose(targets, values, calldatas, description, proposer);
        (_notice, _period) = (0, 0);
        _decisions[proposalId] = decision;
        emit ProposalWeighed(
            proposalId,
            member,
            decision.matter,
            decision.majority,
            decision.quorumPercent,
            decision.timelockDays
        );
    }

    // --- anyone ---

    /// @inheritdoc ICoopGovernor
    function castBallots(BallotBundle[] calldata bundles) external {
        for (uint256 i; i < bundles.length; ++i) _castBundle(bundles[i]);
    }

    // --- views ---

    /// @inheritdoc IGovernor
    /// @dev Expired is what passed and was not executed in time, queued or not.
    function state(uint256 proposalId) public view override returns (ProposalState) {
        ProposalState found = super.state(proposalId);
        bool waits = found == ProposalState.Succeeded || found == ProposalState.Queued;
        return waits && block.timestamp > proposalExpiry(proposalId) ? ProposalState.Expired : found;
    }

    /// @inheritdoc IGovernor
    function proposalDeadline(uint256 proposalId) public view override returns (uint256) {
        uint256 extended = _decisions[proposalId].extendedTo;
        return extended == 0 ? super.proposalDeadline(proposalId) : extended;
    }

    /// @inheritdoc ICoopGovernor
    function proposalExpiry(uint256 proposalId) public view returns (uint256) {
        return proposalDeadline(proposalId) + _decisions[proposalId].timelockDays * 1 days + GRACE;
    }

    /// @inheritdoc IGovernor
    function proposalNeedsQueuing(uint256) public pure override returns (bool) {
        return true;
    }

    /// @inheritdoc ICoopGovernor
    function decisionOf(uint256 proposalId) external view returns (Decision memory) {
        return _decisions[proposalId];
    }

    /// @inheritdoc ICoopGovernor
    function proposalVotes(
        uint256 proposalId
    ) external view returns (uint256 against, uint256 inFavour, uint256 abstaining) {
        Decision memory decision = _decisions[proposalId];
        return (decision.against, decision.inFavour, decision.abstaining);
    }

    /// @inheritdoc ICoopGovernor
    function quorumOf(uint256 proposalId) public view returns (uint256) {
        Decision memory decision = _decisions[proposalId];
        return _quorum(decision, proposalSnapshot(proposalId));
    }

    /// @inheritdoc IGovernor
    /// @dev Of what is not an admission, with the numbers of this epoch. A proposal's own is `quorumOf`.
    function quorum(uint256 timepoint) public view override returns (uint256) {
        uint256 percent = _number(parameters.inForce(), Parameter.QuorumPercent);
        return quorumFor(_votes().getPastTotalSupply(timepoint), percent, Matter.Terms);
    }

    /// @inheritdoc IGovernor
    /// @dev Seconds, for a proposal made now; an expulsion's is `REPLY`.
    function votingDelay() public view override returns (uint256) {
        return _notice != 0 ? _notice : _number(parameters.inForce(), Parameter.DelayDays) * 1 days;
    }

    /// @inheritdoc IGovernor
    /// @dev Seconds, for a proposal made now.
    function votingPeriod() public view override returns (uint256) {
        return _period != 0 ? _period : _number(parameters.inForce(), Parameter.VoteDays) * 1 days;
    }

    /// @inheritdoc IGovernor
    function hasVoted(uint256 proposalId, address account) external view returns (bool voted) {
        (voted, ) = ballotOf(proposalId, members.idOf(account));
    }

    /// @inheritdoc ICoopGovernor
    function ballotOf(uint256 proposalId, MemberId member) public view returns (bool voted, uint8 support) {
        (uint256 word, uint256 shift) = _place(member);
        uint256 ballot = (_ballots[proposalId][word] >> shift) & 3;
        // forge-lint: disable-next-line(unsafe-typecast): 2 at most.
        return ballot == 0 ? (false, 0) : (true, uint8(ballot - 1));
    }

    /// @inheritdoc ICoopGovernor
    function ballotDigest(
        uint256 proposalId,
        uint8 support,
        MemberId member,
        uint16 keyEpoch
    ) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(MEMBER_BALLOT, proposalId, support, member, keyEpoch)));
    }

    /// @notice Whether a wallet says that it signed a digest. For this contract's own use, which bounds its gas.
    function isSignedBy(address wallet, bytes32 digest, bytes calldata signature) external view returns (bool) {
        return Signatures.isBy(wallet, digest, signature, gasleft());
    }

    /// @notice Seconds since 1970.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice ERC-6372.
    // forge-lint: disable-next-line(mixed-case-function)
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc IGovernor
    // forge-lint: disable-next-line(mixed-case-function)
    function COUNTING_MODE() external pure returns (string memory) {
        return "support=bravo&quorum=for,abstain";
    }

    // --- private: counting ---

    /// @dev Ballots of neighbours share a word, which is kept when another is begun.
    function _castBundle(BallotBundle calldata bundle) private {
        uint256 proposalId = bundle.proposalId;
        uint256 snapshot = proposalSnapshot(proposalId);
        if (snapshot == 0 || state(proposalId) != ProposalState.Active) return _skipAll(bundle);
        (SignedBallot[] calldata ballots, WalletBallot[] calldata wallets) = (bundle.ballots, bundle.wallets);
        address[] memory keys = new address[](ballots.length + wallets.length);
        bytes32 domain = _domainSeparatorV4();
        for (uint256 i; i < ballots.length; ++i) keys[i] = _recover(domain, proposalId, ballots[i]);
        for (uint256 i; i < wallets.length; ++i) keys[ballots.length + i] = wallets[i].wallet;
        uint256[] memory voters = members.votersAt(keys, snapshot);
        mapping(uint256 => uint256) storage kept = _ballots[proposalId];
        uint256 word;
        uint256 bits = kept[0];
        uint256 counted; // against, for and abstaining, 32 bits each, the first lowest
        for (uint256 i; i < keys.length; ++i) {
            uint256 voter = voters[i];
            uint256 said;
            if (i < ballots.length) said = ballots[i].voter;
            else (said, voter) = _ask(proposalId, wallets[i - ballots.length], voter);
            uint256 support = said >> 56;
            if (voter != (said & (SEATED - 1)) | SEATED || support > 2) {
                _skip(proposalId, said, voter);
                continue;
            }
            // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
            (uint256 place, uint256 shift) = _place(MemberId.wrap(uint32(said)));
            if (place != word) {
                kept[word] = bits;
                (word, bits) = (place, kept[place]);
            }
            if ((bits >> shift) & 3 != 0) {
                // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
                emit BallotSkipped(proposalId, MemberId.wrap(uint32(said)), Skip.Duplicate);
                continue;
            }
            unchecked {
                bits |= (support + 1) << shift;
                counted += 1 << (32 * support);
            }
            // forge-lint: disable-next-line(unsafe-typecast): 2 at most.
            emit VoteCast(keys[i], proposalId, uint8(support), 1, "");
        }
        kept[word] = bits;
        // forge-lint: disable-next-line(unsafe-typecast): cuts counts out.
        _tally(proposalId, snapshot, uint32(counted), uint32(counted >> 32), uint32(counted >> 64));
    }

    /// @dev Says why one was not counted: not signed by the member's key in force, not seated, or no such ballot.
    function _skip(uint256 proposalId, uint256 said, uint256 voter) private {
        bool signed = voter != 0 && voter & (SEATED - 1) == said & (SEATED - 1);
        Skip reason =
            !signed
                ? Skip.Signature
                : voter < SEATED
                    ? Skip.NotSeated
                    : Skip.Support;
        // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
        emit BallotSkipped(proposalId, MemberId.wrap(uint32(said)), reason);
    }

    function _skipAll(BallotBundle calldata bundle) private {
        for (uint256 i; i < bundle.ballots.length; ++i) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
            emit BallotSkipped(bundle.proposalId, MemberId.wrap(uint32(bundle.ballots[i].voter)), Skip.NotOpen);
        }
        for (uint256 i; i < bundle.wallets.length; ++i) {
            emit BallotSkipped(bundle.proposalId, bundle.wallets[i].member, Skip.NotOpen);
        }
    }

    /// @dev A wallet's ballot as the word that a signed one comes with, and the voter, or nobody where the wallet did not sign.
    function _ask(
        uint256 proposalId,
        WalletBallot calldata ballot,
        uint256 voter
    ) private view returns (uint256 said, uint256) {
        said = MemberId.unwrap(ballot.member) | (uint256(ballot.keyEpoch) << 32) | (uint256(ballot.support) << 56);
        bool named = voter & (SEATED - 1) == said & (SEATED - 1);
        return (said, named && _isSigned(proposalId, ballot) ? voter : 0);
    }

    /// @dev The key that signed, or nobody's. What was signed is written into free memory and left there: 500 gas less than encoding it
    /// anew, a hundred times in a bundle.
    function _recover(
        bytes32 domain,
        uint256 proposalId,
        SignedBallot calldata ballot
    ) private pure returns (address key) {
        bytes32 typeHash = MEMBER_BALLOT;
        bytes32 hash;
        uint256 voter = ballot.voter;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typeHash)
            mstore(add(free, 0x20), proposalId)
            mstore(add(free, 0x40), shr(56, voter))
            mstore(add(free, 0x60), and(voter, 0xffffffff))
            mstore(add(free, 0x80), and(shr(32, voter), 0xffff))
            hash := keccak256(free, 0xa0)
        }
        (key, , ) = ECDSA.tryRecover(MessageHashUtils.toTypedDataHash(domain, hash), ballot.r, ballot.vs);
    }

    /// @dev A wallet that fails, or burns what it is given, did not sign.
    function _isSigned(uint256 proposalId, WalletBallot calldata ballot) private view returns (bool) {
        bytes32 digest = ballotDigest(proposalId, ballot.support, ballot.member, ballot.keyEpoch);
        try this.isSignedBy{gas: WALLET_GAS}(ballot.wallet, digest, ballot.signature) returns (bool signed) {
            return signed;
        } catch {
            return false;
        }
    }

    /// @inheritdoc Governor
    /// @dev One question to the registry for member and weight.
    function _castVote(
        uint256 proposalId,
        address account,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal override returns (uint256 weight) {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        uint256 voter = members.voterAt(account, proposalSnapshot(proposalId));
        weight = _countVote(proposalId, account, support, voter, params);
        emit VoteCast(account, proposalId, support, weight, reason);
    }

    /// @inheritdoc Governor
    /// @dev `voter` is the registry's answer, member and weight in one word.
    function _countVote(
        uint256 proposalId,
        address account,
        uint8 support,
        uint256 voter,
        bytes memory params
    ) internal override returns (uint256) {
        uint256 snapshot = proposalSnapshot(proposalId);
        if (voter & SEATED == 0) revert NoVoteAtSnapshot(account, snapshot);
        if (support > 2 || params.length != 0) revert BallotInvalid(support);
        // forge-lint: disable-next-line(unsafe-typecast): cuts the id out.
        MemberId member = MemberId.wrap(uint32(voter));
        (uint256 word, uint256 shift) = _place(member);
        uint256 bits = _ballots[proposalId][word];
        if ((bits >> shift) & 3 != 0) revert VotedAlready(proposalId, member);
        _ballots[proposalId][word] = bits | ((uint256(support) + 1) << shift);
        _tally(proposalId, snapshot, support == 0 ? 1 : 0, support == 1 ? 1 : 0, support == 2 ? 1 : 0);
        return 1;
    }

    /// @dev Adds ballots; where they make the quorum, and late, the vote goes on. The snapshot is past when a ballot comes, so that
    /// the electorate, kept by the first, never changes.
    function _tally(uint256 proposalId, uint256 snapshot, uint32 against, uint32 inFavour, uint32 abstaining) private {
        Decision memory decision = _decisions[proposalId];
        decision.electorate = _electorate(decision, snapshot);
        uint256 quorumNeeded = quorumFor(decision.electorate, decision.quorumPercent, decision.matter);
        uint256 before = decision.inFavour + decision.abstaining;
        decision.against += against;
        decision.inFavour += inFavour;
        decision.abstaining += abstaining;
        uint256 end = block.timestamp + LATE;
        bool reached = before < quorumNeeded && before + inFavour + abstaining >= quorumNeeded;
        if (reached && end > super.proposalDeadline(proposalId)) {
            // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
            decision.extendedTo = uint40(end);
            // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
            emit ProposalExtended(proposalId, uint64(end));
        }
        _decisions[proposalId] = decision;
    }

    /// @dev How many were seated at the snapshot.
    function _electorate(Decision memory decision, uint256 snapshot) private view returns (uint32) {
        if (decision.electorate != 0) return decision.electorate;
        // forge-lint: disable-next-line(unsafe-typecast): members have 32 bits.
        return uint32(_votes().getPastTotalSupply(snapshot));
    }

    function _quorum(Decision memory decision, uint256 snapshot) private view returns (uint256) {
        return quorumFor(_electorate(decision, snapshot), decision.quorumPercent, decision.matter);
    }

    /// @inheritdoc Governor
    function _quorumReached(uint256 proposalId) internal view override returns (bool) {
        Decision memory decision = _decisions[proposalId];
        return decision.inFavour + decision.abstaining >= _quorum(decision, proposalSnapshot(proposalId));
    }

    /// @inheritdoc Governor
    function _voteSucceeded(uint256 proposalId) internal view override returns (bool) {
        Decision memory decision = _decisions[proposalId];
        uint256 yes = decision.inFavour;
        uint256 cast = yes + decision.against;
        if (yes == 0) return false;
        if (decision.majority == Majority.Half) return yes * 2 > cast;
        return decision.majority == Majority.ThreeFifths ? yes * 5 >= cast * 3 : yes * 3 >= cast * 2;
    }

    /// @inheritdoc Governor
    /// @dev One for a member whose key in force this is and who was seated then.
    function _getVotes(address account, uint256 timepoint, bytes memory) internal view override returns (uint256) {
        return _votes().getPastVotes(account, timepoint);
    }

    /// @inheritdoc Governor
    function _validateVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes memory signature
    ) internal view override returns (bool) {
        (MemberId member, uint16 keyEpoch) = _speaker(proposalId, voter);
        return Signatures.isBy(voter, ballotDigest(proposalId, support, member, keyEpoch), signature, gasleft());
    }

    /// @inheritdoc Governor
    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory,
        bytes memory signature
    ) internal view override returns (bool) {
        (MemberId member, uint16 keyEpoch) = _speaker(proposalId, voter);
        bytes32 hash = keccak256(
            abi.encode(MEMBER_BALLOT_WITH_REASON, proposalId, support, member, keyEpoch, keccak256(bytes(reason)))
        );
        return Signatures.isBy(voter, _hashTypedDataV4(hash), signature, gasleft());
    }

    /// @dev Whose key it is.
    function _speaker(uint256 proposalId, address key) private view returns (MemberId, uint16) {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        uint256 voter = members.voterAt(key, proposalSnapshot(proposalId));
        // forge-lint: disable-next-line(unsafe-typecast): cuts id and count out.
        return (MemberId.wrap(uint32(voter)), uint16(voter >> 32));
    }

    /// @dev Which word of ballots is the member's, and where in it.
    function _place(MemberId member) private pure returns (uint256 word, uint256 shift) {
        uint256 id = MemberId.unwrap(member);
        return (id / A_WORD, 2 * (id % A_WORD));
    }

    // --- private: proposing and executing ---

    /// @dev A proposal is open until its vote was to end, or until it is cancelled.
    function _occupy(MemberId member, uint256 end, uint256 most) private {
        uint256 open = _open[member];
        uint256 kept;
        uint256 count;
        for (uint256 i; i < MOST_OPEN; ++i) {
            uint256 other = (open >> (48 * i)) & type(uint48).max;
            if (other < block.timestamp) continue;
            kept |= other << (48 * count++);
        }
        if (count >= most) revert TooManyOpen(member, most);
        _open[member] = kept | (end << (48 * count));
    }

    function _release(MemberId member, uint256 end) private {
        uint256 open = _open[member];
        for (uint256 i; i < MOST_OPEN; ++i) {
            if ((open >> (48 * i)) & type(uint48).max != end) continue;
            _open[member] = open & ~(uint256(type(uint48).max) << (48 * i));
            return;
        }
    }

    /// @inheritdoc Governor
    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override returns (uint256 proposalId) {
        proposalId = super._cancel(targets, values, calldatas, descriptionHash);
        _release(members.idOf(proposalProposer(proposalId)), proposalDeadline(proposalId));
    }

    /// @inheritdoc Governor
    /// @dev By the proposing member, with whatever key, while the vote has not opened.
    function _validateCancel(uint256 proposalId, address caller) internal view override returns (bool) {
        bool same = members.idOf(proposalProposer(proposalId)) == members.memberOf(caller);
        return same && state(proposalId) == ProposalState.Pending;
    }

    /// @inheritdoc Governor
    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32
    ) internal override returns (uint48) {
        uint256 delay = _decisions[proposalId].timelockDays * 1 days;
        timelock.scheduleBatch(targets, values, calldatas, 0, bytes32(proposalId), delay);
        return uint48(block.timestamp + delay);
    }

    /// @inheritdoc Governor
    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32
    ) internal override {
        if (msg.value != 0) revert ActionWithValue(0, msg.value);
        timelock.executeBatch(targets, values, calldatas, 0, bytes32(proposalId));
    }

    /// @inheritdoc Governor
    function _executor() internal view override returns (address) {
        return address(timelock);
    }

    /// @dev One of the numbers that Parameters gives together.
    function _number(uint256 numbers, Parameter parameter) private pure returns (uint8) {
        // forge-lint: disable-next-line(unsafe-typecast): one byte each.
        return uint8(numbers >> (8 * uint256(parameter)));
    }

    function _votes() private view returns (IVotes) {
        return IVotes(address(members));
    }

    // --- ERC-2771 ---

    /// @inheritdoc ERC2771Context
    /// @dev Nobody's, while there is no Relay.
    function isTrustedForwarder(address forwarder) public view override returns (bool) {
        return forwarder != address(0) && super.isTrustedForwarder(forwarder);
    }

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}
