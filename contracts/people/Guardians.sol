// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Parameter, Parameters} from "../base/Parameters.sol";
import {Signed} from "../base/Signed.sol";
import {MemberId} from "../types/Ids.sol";
import {Approval, GuardianConsent, IGuardians, Recovery} from "./IGuardians.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";

/// @title Guardians
/// @notice Who may give a member a new key. See IGuardians for meaning, errors and events.
/// @dev What it may do to the registry is one thing: name another key for a member, once a recovery is due. Everything that is the
/// member's follows, since everything belongs to the id. Modelled in test/spin/recovery.pml.
contract Guardians is IGuardians, Signed, OffNet {
    /// @notice What a guardian signs to be one (EIP-712).
    bytes32 public constant GUARDIAN_CONSENT = keccak256(
        "GuardianConsent(uint32 member,address guardian,uint40 expires)"
    );
    /// @notice What the new key signs (EIP-712). `opening` is the number that the recovery will have, so that it is used once.
    bytes32 public constant RECOVERY_CONSENT = keccak256(
        "RecoveryConsent(uint32 member,uint32 opening,address newKey,uint40 expires)"
    );
    /// @notice What a guardian signs to open one. The signer is named, so that one signature never speaks for two wallets of one owner;
    /// the key in force is not: a thief who changes it must not void this.
    bytes32 public constant RECOVERY_APPROVAL = keccak256(
        "RecoveryApproval(uint32 member,uint32 opening,address newKey,uint40 expires,address signer)"
    );
    /// @notice What a guardian signs to close one.
    bytes32 public constant RECOVERY_CANCEL = keccak256(
        "RecoveryCancel(uint32 member,uint32 opening,uint40 expires,address signer)"
    );

    /// @notice From the change of guardians to the day it counts.
    uint256 public constant CHANGE_AFTER = 14 days;
    /// @notice How old a key must be to change guardians.
    uint256 public constant KEY_AGE = 30 days;
    /// @notice How long a veto counts.
    uint256 public constant VETO_KEPT = 180 days;
    uint256 private constant FEWEST = 3;
    uint256 private constant MOST = 5;

    /// @notice One slot: 40 + 8 + 40 + 8 + 32 + 40 + 40 = 208 bits.
    struct Watch {
        uint40 from; //        when the other list comes into force, seconds since 1970; 0: no change waits
        uint8 list; //         which of the two lists is in force, before that
        uint40 due; //         of the open recovery; 0: none
        bool stands; //        it cannot be vetoed
        uint32 openings; //    recoveries ever opened
        uint40 earlierVeto; // seconds since 1970; 0: none
        uint40 latestVeto;
    }

    /// @notice The members.
    IMemberRegistry public immutable members;
    /// @notice The numbers and the clock.
    Parameters public immutable parameters;

    mapping(MemberId member => Watch) private _watches;
    mapping(MemberId member => address[][2]) private _lists;
    mapping(MemberId member => address) private _newKeys;

    /// @param members_ which names this contract as the one that gives new keys
    /// @param parameters_ the numbers
    /// @param relay_ the Relay
    constructor(IMemberRegistry members_, Parameters parameters_, address relay_) OffNet(relay_) {
        members = members_;
        parameters = parameters_;
        address named = members_.guardians();
        if (named != address(this)) revert GuardedElsewhere(named);
    }

    // --- members ---

    /// @inheritdoc IGuardians
    function setGuardians(GuardianConsent[] calldata consents) external {
        MemberId member = members.memberOf(_actor());
        Watch memory watch = _settled(member);
        if (consents.length < FEWEST || consents.length > MOST) revert GuardiansInvalid(consents.length);
        uint256 from = members.keySince(member) + KEY_AGE;
        if (block.timestamp < from) revert KeyTooYoung(member, from);
        if (watch.due != 0) revert RecoveryIsOpen(member);
        if (_isFresh(watch.latestVeto)) revert VetoFresh(member, watch.latestVeto + VETO_KEPT);
        address[] memory list = new address[](consents.length);
        for (uint256 i; i < consents.length; ++i) {
            address guardian = consents[i].guardian;
            if (_speaks(guardian) != guardian || members.idOf(guardian) == member) revert GuardiansInvalid(i);
            for (uint256 j; j < i; ++j) if (list[j] == guardian) revert GuardiansInvalid(i);
            _checkExpiry(consents[i].expires);
            bytes32 hash = keccak256(abi.encode(GUARDIAN_CONSENT, member, guardian, consents[i].expires));
            _checkSigned(guardian, hash, consents[i].signature);
            list[i] = guardian;
        }
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        watch.from = uint40(block.timestamp + CHANGE_AFTER);
        _lists[member][1 - watch.list] = list;
        _watches[member] = watch;
        emit GuardiansProposed(member, list, watch.from);
    }

    /// @inheritdoc IGuardians
    function keepGuardians() external {
        MemberId member = members.memberOf(_actor());
        Watch memory watch = _settled(member);
        if (watch.from == 0) revert NothingWaits(member);
        watch.from = 0;
        _watches[member] = watch;
        emit GuardiansKept(member);
    }

    /// @inheritdoc IGuardians
    function veto() external {
        MemberId member = members.memberOf(_actor());
        Watch memory watch = _settled(member);
        if (watch.due == 0) revert NoRecovery(member);
        if (watch.stands) revert RecoveryStands(member);
        if (block.timestamp >= watch.due) revert RecoveryDue(member, watch.due);
        // A third veto cannot be asked for: with two that are fresh, a recovery stands.
        watch.due = 0;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        (watch.earlierVeto, watch.latestVeto) = (watch.latestVeto, uint40(block.timestamp));
        _watches[member] = watch;
        delete _newKeys[member];
        emit RecoveryVetoed(member, watch.openings);
    }

    // --- anyone ---

    /// @inheritdoc IGuardians
    function openRecovery(
        MemberId member,
        address newKey,
        uint40 expires,
        bytes calldata consent,
        Approval[] calldata approvals
    ) external {
        members.keyOf(member);
        Watch memory watch = _settled(member);
        if (watch.due != 0) revert RecoveryIsOpen(member);
        if (newKey == address(0) || MemberId.unwrap(members.idOf(newKey)) != 0) revert AddressUsed(newKey);
        _checkExpiry(expires);
        uint32 opening = watch.openings + 1;
        _checkSigned(newKey, keccak256(abi.encode(RECOVERY_CONSENT, member, opening, newKey, expires)), consent);
        bool stands = _isFresh(watch.earlierVeto);
        bytes memory said = abi.encode(RECOVERY_APPROVAL, member, opening, newKey, expires);
        _checkApprovals(member, watch, stands, said, approvals);
        uint256 delay = parameters.get(Parameter.RecoveryDays, parameters.currentEpoch()) * 1 days;
        bool cancelled = watch.from != 0;
        // forge-lint: disable-next-line(unsafe-typecast): seconds since 1970.
        (watch.from, watch.due, watch.stands) = (0, uint40(block.timestamp + delay), stands);
        watch.openings = opening;
        _watches[member] = watch;
        _newKeys[member] = newKey;
        emit RecoveryOpened(member, newKey, opening, watch.due, stands, cancelled);
    }

    /// @inheritdoc IGuardians
    function cancelRecovery(MemberId member, uint40 expires, Approval[] calldata approvals) external {
        Watch memory watch = _settled(member);
        if (watch.due == 0) revert NoRecovery(member);
        _checkExpiry(expires);
        bytes memory said = abi.encode(RECOVERY_CANCEL, member, watch.openings, expires);
        _checkApprovals(member, watch, false, said, approvals);
        watch.due = 0;
        _watches[member] = watch;
        delete _newKeys[member];
        emit RecoveryCancelled(member, watch.openings);
    }

    /// @inheritdoc IGuardians
    function finishRecovery(MemberId member) external {
        Watch memory watch = _settled(member);
        if (watch.due == 0) revert NoRecovery(member);
        if (block.timestamp < watch.due) revert RecoveryTooEarly(member, watch.due);
        address newKey = _newKeys[member];
        watch.due = 0;
        _watches[member] = watch;
        delete _newKeys[member];
        emit RecoveryFinished(member, newKey, watch.openings, MemberId.unwrap(members.idOf(newKey)) == 0);
        members.recover(member, newKey);
    }

    // --- views ---

    /// @inheritdoc IGuardians
    function guardiansOf(MemberId member) public view returns (address[] memory) {
        return _lists[member][_settled(member).list];
    }

    /// @inheritdoc IGuardians
    function nextGuardiansOf(MemberId member) external view returns (address[] memory guardians, uint40 from) {
        Watch memory watch = _settled(member);
        if (watch.from != 0) (guardians, from) = (_lists[member][1 - watch.list], watch.from);
    }

    /// @inheritdoc IGuardians
    function recoveryOf(MemberId member) external view returns (Recovery memory) {
        Watch memory watch = _settled(member);
        bool stands = watch.due != 0 && watch.stands;
        return Recovery(_newKeys[member], watch.due, stands, watch.openings, watch.earlierVeto, watch.latestVeto);
    }

    /// @inheritdoc IGuardians
    function neededFor(MemberId member) external view returns (uint256) {
        Watch memory watch = _settled(member);
        uint256 count = _lists[member][watch.list].length;
        return watch.due == 0 && _isFresh(watch.earlierVeto) ? count : _majority(count);
    }

    // --- private ---

    /// @dev The state now: a change of guardians whose day has come is in force, whether or not anybody wrote it down.
    function _settled(MemberId member) private view returns (Watch memory watch) {
        watch = _watches[member];
        if (watch.from != 0 && block.timestamp >= watch.from) (watch.from, watch.list) = (0, 1 - watch.list);
    }

    function _isFresh(uint256 vetoedAt) private view returns (bool) {
        return vetoedAt != 0 && block.timestamp < vetoedAt + VETO_KEPT;
    }

    function _majority(uint256 count) private pure returns (uint256) {
        return count == 0 ? 0 : count / 2 + 1;
    }

    /// @dev The address that speaks for a guardian: the key in force of one who is a member, else the guardian's own.
    function _speaks(address guardian) private view returns (address) {
        MemberId id = members.idOf(guardian);
        return MemberId.unwrap(id) == 0 ? guardian : members.keyOf(id);
    }

    /// @dev Signers in rising order are different ones; each must speak for a guardian, and none for the member himself.
    /// @param said what each signs, but for the last field, which is the signer
    function _checkApprovals(
        MemberId member,
        Watch memory watch,
        bool all,
        bytes memory said,
        Approval[] calldata approvals
    ) private view {
        address[] memory list = _lists[member][watch.list];
        if (list.length == 0) revert NoGuardians(member);
        uint256 needed = all ? list.length : _majority(list.length);
        if (approvals.length < needed) revert TooFewGuardians(approvals.length, needed);
        for (uint256 i; i < list.length; ++i) list[i] = _speaks(list[i]);
        address own = members.keyOf(member);
        address last;
        for (uint256 i; i < approvals.length; ++i) {
            address signer = approvals[i].signer;
            if (signer <= last || signer == own || !_among(list, signer)) revert NotAGuardian(i, signer);
            _checkSigned(signer, keccak256(abi.encodePacked(said, abi.encode(signer))), approvals[i].signature);
            last = signer;
        }
    }

    function _among(address[] memory list, address one) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == one) return true;
        return false;
    }
}
