// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MemberId} from "../types/Ids.sol";

/// @notice A guardian's consent to be one.
struct GuardianConsent {
    address guardian;
    uint40 expires; //  seconds since 1970
    bytes signature; // the guardian's over `GuardianConsent`
}

/// @notice A guardian's signature about a recovery.
struct Approval {
    address signer; //  the guardian, or the key in force of a guardian who is a member
    bytes signature; // over `RecoveryApproval` or `RecoveryCancel`
}

/// @notice How a member's recovery stands.
struct Recovery {
    address newKey; //   0: none is open
    uint40 due; //       from when on anyone may finish it, seconds since 1970; 0: none is open
    bool stands; //      opened by all guardians after two vetoes: it cannot be vetoed
    uint32 opening; //   how many were ever opened: what the next one's signatures name
    uint40 earlierVeto; // seconds since 1970; 0: none
    uint40 latestVeto; //  likewise
}

/// @title Guardians
/// @notice Who may give a member a new key when the old one is lost or stolen, and how the key in force can say no. Works in every
/// standing. A guardian who is a member is that member, whatever key speaks for him; any other guardian is an address.
/// @dev With one guardian lost and the key stolen there is no way back: a thief vetoes twice, and the third recovery needs all.
interface IGuardians {
    /// @notice A member's guardians will be these from then on (seconds since 1970), unless a recovery is opened before.
    event GuardiansProposed(MemberId indexed member, address[] guardians, uint40 from);
    /// @notice The key in force ended the change of guardians that waited: those in force stay.
    event GuardiansKept(MemberId indexed member);
    /// @notice The guardians opened a recovery. It can be finished from `due` on, and vetoed before where it does not stand.
    /// @param opening its number among the member's, from 1
    /// @param cancelled whether it ended a change of guardians that was waiting
    event RecoveryOpened(
        MemberId indexed member,
        address indexed newKey,
        uint32 opening,
        uint40 due,
        bool stands,
        bool cancelled
    );
    /// @notice The key in force said no.
    event RecoveryVetoed(MemberId indexed member, uint32 opening);
    /// @notice The guardians closed what they had opened.
    event RecoveryCancelled(MemberId indexed member, uint32 opening);
    /// @notice A recovery ended. `done`: the new key speaks now; if not, its address had been used meanwhile.
    event RecoveryFinished(MemberId indexed member, address indexed newKey, uint32 opening, bool done);

    /// @notice Three to five guardians, each once, none the member, none a key that was replaced. `index` of the one at fault; the
    /// number given where it is the number that is wrong.
    error GuardiansInvalid(uint256 index);
    /// @notice A key may change guardians when it is 30 days old; `from` in seconds since 1970.
    error KeyTooYoung(MemberId member, uint256 from);
    /// @notice A recovery is open until it is finished, vetoed or cancelled.
    error RecoveryIsOpen(MemberId member);
    /// @notice The member vetoed a recovery less than 180 days ago; guardians may be changed from `from` on (seconds since 1970).
    error VetoFresh(MemberId member, uint256 from);
    /// @notice No change of guardians waits.
    error NothingWaits(MemberId member);
    /// @notice The member has no guardians.
    error NoGuardians(MemberId member);
    /// @notice So many guardians must sign.
    error TooFewGuardians(uint256 signed, uint256 needed);
    /// @notice Signer number `index` is no guardian of the member, or not in rising order of addresses.
    error NotAGuardian(uint256 index, address signer);
    /// @notice No recovery is open.
    error NoRecovery(MemberId member);
    /// @notice All guardians opened this one after two vetoes: it stands.
    error RecoveryStands(MemberId member);
    /// @notice It may be finished from `due` on (seconds since 1970) …
    error RecoveryTooEarly(MemberId member, uint256 due);
    /// @notice … and vetoed before.
    error RecoveryDue(MemberId member, uint256 due);
    /// @notice An address that is or was a member's key cannot be one again.
    error AddressUsed(address newKey);
    /// @notice The registry names another contract as this one.
    error GuardedElsewhere(address named);

    /// @notice Gives the caller other guardians, 14 days from now. Errors: NotAMember, KeyReplaced, GuardiansInvalid, KeyTooYoung,
    /// RecoveryIsOpen, VetoFresh, SignatureExpired, SignatureTooLong, SignatureInvalid. Emits GuardiansProposed.
    /// @param consents three to five
    function setGuardians(GuardianConsent[] calldata consents) external;
    /// @notice Ends the caller's change of guardians that waits. With any key, of any age: whoever takes the own key back from a thief, by
    /// changing it, also ends what the thief proposed with it. Errors: NotAMember, KeyReplaced, NothingWaits. Emits GuardiansKept.
    function keepGuardians() external;
    /// @notice Says no to the recovery that is open: the caller has the key. Errors: NotAMember, KeyReplaced, NoRecovery, RecoveryStands,
    /// RecoveryDue. Emits RecoveryVetoed.
    function veto() external;
    /// @notice Opens a recovery: by most guardians; by all of them while two vetoes are younger than 180 days, and then it stands.
    /// Anyone may send it. Ends a change of guardians that waits.
    /// @param expires until when all these signatures hold, in seconds since 1970
    /// @param consent the new key's signature over `RecoveryConsent`
    /// @param approvals in rising order of the signers' addresses
    /// @dev Errors: NoSuchMember, NoGuardians, RecoveryIsOpen, AddressUsed, SignatureExpired, SignatureTooLong, SignatureInvalid, NotAGuardian,
    /// TooFewGuardians. Emits RecoveryOpened.
    function openRecovery(
        MemberId member,
        address newKey,
        uint40 expires,
        bytes calldata consent,
        Approval[] calldata approvals
    ) external;
    /// @notice Closes a recovery again, by most guardians. Anyone may send it. Errors: NoRecovery, SignatureExpired, SignatureTooLong,
    /// SignatureInvalid, NotAGuardian, TooFewGuardians. Emits RecoveryCancelled.
    function cancelRecovery(MemberId member, uint40 expires, Approval[] calldata approvals) external;
    /// @notice Finishes a recovery that is due. Anyone may call it. Errors: NoRecovery, RecoveryTooEarly. Emits RecoveryFinished.
    function finishRecovery(MemberId member) external;

    /// @notice The guardians in force; none: an empty list.
    function guardiansOf(MemberId member) external view returns (address[] memory);
    /// @notice The guardians that will be, and from when on (seconds since 1970); 0 and an empty list where no change waits.
    function nextGuardiansOf(MemberId member) external view returns (address[] memory guardians, uint40 from);
    /// @notice How the member's recovery stands.
    function recoveryOf(MemberId member) external view returns (Recovery memory);
    /// @notice How many guardians would have to sign now.
    function neededFor(MemberId member) external view returns (uint256);
}
