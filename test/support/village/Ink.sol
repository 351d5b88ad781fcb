// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Approval, GuardianConsent} from "../../../contracts/people/IGuardians.sol";
import {Application, Vouch} from "../../../contracts/people/IMemberRegistry.sol";
import {Act} from "../../../contracts/people/IRelay.sol";
import {MemberId} from "../../../contracts/types/Ids.sol";
import {Coop, Ground} from "../ground/Ground.sol";

/// What people sign, signed by keys that are numbers: key n is the n-th that was ever made.
abstract contract Ink is Ground {
    Coop internal _coop;

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_secretOf(key), digest);
        return abi.encodePacked(r, s, v);
    }

    function _over(address place, bytes memory words) private view returns (bytes32) {
        bytes32 form = keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
        bytes32 domain = keccak256(abi.encode(form, keccak256("Gongsheng"), keccak256("1"), block.chainid, place));
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(words)));
    }

    function _application(uint256 key, uint40 expires) internal view returns (Application memory made) {
        made = Application(_keyOf(key), 0, "", expires, "");
        bytes32 form = keccak256(
            "Application(address applicant,bytes32 profileDigest,string profileUri,uint40 expires)"
        );
        bytes memory words = abi.encode(form, made.applicant, bytes32(0), keccak256(""), expires);
        made.signature = _sign(key, _over(address(_coop.members), words));
    }

    function _vouch(
        uint256 forKey,
        uint32 joinCount,
        uint32 sponsor,
        uint256 sponsorKey,
        uint16 keyEpoch,
        uint40 expires
    ) internal view returns (Vouch memory) {
        MemberId id = MemberId.wrap(sponsor);
        bytes32 digest = _coop.members.vouchDigest(_keyOf(forKey), joinCount, id, keyEpoch, expires);
        return Vouch(id, keyEpoch, expires, _sign(sponsorKey, digest));
    }

    function _keyConsent(
        uint32 member,
        uint16 keyEpoch,
        uint256 newKey,
        uint40 expires
    ) internal view returns (bytes memory) {
        bytes32 form = keccak256("KeyConsent(uint32 member,uint16 keyEpoch,address newKey,uint40 expires)");
        bytes memory words = abi.encode(form, member, keyEpoch, _keyOf(newKey), expires);
        return _sign(newKey, _over(address(_coop.members), words));
    }

    function _guardianConsent(
        uint32 member,
        uint256 guardian,
        uint40 expires
    ) internal view returns (GuardianConsent memory) {
        bytes32 form = keccak256("GuardianConsent(uint32 member,address guardian,uint40 expires)");
        bytes memory words = abi.encode(form, member, _keyOf(guardian), expires);
        return GuardianConsent(_keyOf(guardian), expires, _sign(guardian, _over(address(_coop.guardians), words)));
    }

    /// What the new key signs.
    function _recoveryConsent(
        uint32 member,
        uint32 opening,
        uint256 newKey,
        uint40 expires
    ) internal view returns (bytes memory) {
        bytes32 form = keccak256("RecoveryConsent(uint32 member,uint32 opening,address newKey,uint40 expires)");
        bytes memory words = abi.encode(form, member, opening, _keyOf(newKey), expires);
        return _sign(newKey, _over(address(_coop.guardians), words));
    }

    /// What each guardian signs to open a recovery, but for the last field, which is the signer.
    function _approval(
        uint32 member,
        uint32 opening,
        uint256 newKey,
        uint40 expires
    ) internal pure returns (bytes memory) {
        bytes32 form = keccak256(
            "RecoveryApproval(uint32 member,uint32 opening,address newKey,uint40 expires,address signer)"
        );
        return abi.encode(form, member, opening, _keyOf(newKey), expires);
    }

    /// The same to close one.
    function _cancel(uint32 member, uint32 opening, uint40 expires) internal pure returns (bytes memory) {
        bytes32 form = keccak256("RecoveryCancel(uint32 member,uint32 opening,uint40 expires,address signer)");
        return abi.encode(form, member, opening, expires);
    }

    /// Signatures of keys, in rising order of their addresses.
    function _approvals(uint256[] memory keys, bytes memory said) internal view returns (Approval[] memory list) {
        list = new Approval[](keys.length);
        for (uint256 i; i < keys.length; ++i) {
            address signer = _keyOf(keys[i]);
            bytes32 digest = _over(address(_coop.guardians), abi.encodePacked(said, abi.encode(signer)));
            Approval memory next = Approval(signer, _sign(keys[i], digest));
            uint256 j = i;
            for (; j > 0 && list[j - 1].signer > next.signer; --j) list[j] = list[j - 1];
            list[j] = next;
        }
    }

    function _signAct(Act memory act, uint256 key) internal view returns (bytes memory) {
        return _sign(key, _coop.relay.actDigest(act));
    }
}
