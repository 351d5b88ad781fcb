// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OffNet} from "../base/OffNet.sol";
import {Signed} from "../base/Signed.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {MemberId} from "../types/Ids.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {Act, IRelay, Parcel} from "./IRelay.sol";

/// @title Relay
/// @notice The off-net door. See IRelay for meaning, errors and events.
/// @dev It holds nothing and has no power of its own: what it says, a member signed. Each item writes its nonce, calls, and where the
/// call fails writes the nonce back, so that nothing that happened inside can be replayed and nothing that failed is spent. What a
/// target or a wallet returns is bounded, and so is the gas they get: an item cannot starve or sink its neighbours.
contract Relay is IRelay, Signed, OffNet {
    /// @notice What a member signs (EIP-712).
    bytes32 public constant ACT = keccak256(
        "Act(uint32 member,uint16 keyEpoch,address to,bytes data,uint256 nonce,uint40 notBefore,uint40 notAfter)"
    );
    /// @dev What is kept of a target's refusal: any error of ours with its values.
    uint256 private constant MOST_REASON = 1024;
    /// @dev What a target may use to say whom it believes.
    uint256 private constant ASK_GAS = 30_000;
    /// @dev What this contract itself needs before and after a call.
    uint256 private constant OWN_GAS = 60_000;

    /// @notice The members.
    IMemberRegistry public immutable members;

    mapping(MemberId member => mapping(uint192 key => uint64)) private _next;

    constructor(IMemberRegistry members_) OffNet(address(this)) {
        members = members_;
        address named = OffNet(address(members_)).relay();
        if (named != address(this)) revert RelayedElsewhere(named);
    }

    // --- anyone ---

    /// @inheritdoc IRelay
    function carry(Parcel calldata parcel) external {
        (bytes memory reason, ) = _carry(parcel, address(0));
        if (reason.length == 0) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }

    /// @inheritdoc IRelay
    function carryMany(Parcel[] calldata parcels) external returns (bytes[] memory reasons) {
        reasons = new bytes[](parcels.length);
        address known;
        for (uint256 i; i < parcels.length; ++i) {
            (reasons[i], known) = _carry(parcels[i], known);
            if (reasons[i].length != 0) emit NotCarried(parcels[i].act.member, parcels[i].act.nonce, reasons[i]);
        }
    }

    // --- members ---

    /// @inheritdoc IRelay
    function revoke(uint256 nonce) external {
        MemberId member = members.memberOf(_actor());
        (uint192 key, uint64 number) = _split(nonce);
        if (number < _next[member][key]) revert NonceUsed(member, nonce, _next[member][key]);
        _next[member][key] = number + 1;
        emit Revoked(member, nonce);
    }

    // --- views ---

    /// @inheritdoc IRelay
    function nextNumber(MemberId member, uint192 key) external view returns (uint64) {
        return _next[member][key];
    }

    /// @inheritdoc IRelay
    function actDigest(Act calldata act) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        ACT,
                        act.member,
                        act.keyEpoch,
                        act.to,
                        keccak256(act.data),
                        act.nonce,
                        act.notBefore,
                        act.notAfter
                    )
                )
            );
    }

    // --- private ---

    /// @param known a target that was asked before in this bundle
    /// @return reason empty where the act was done
    function _carry(Parcel calldata parcel, address known) private returns (bytes memory reason, address) {
        Act calldata act = parcel.act;
        (uint192 key, uint64 number) = _split(act.nonce);
        uint64 next = _next[act.member][key];
        reason = _refusal(act, number, next);
        if (reason.length != 0) return (reason, known);
        address signer = _signer(act, parcel);
        if (signer == address(0)) {
            return (abi.encodeWithSelector(ActNotSigned.selector, act.member, _epochOf(act.member)), known);
        }
        if (act.to != known && !_believes(act.to)) {
            return (abi.encodeWithSelector(TargetUnknown.selector, act.to), known);
        }
        _checkGas(parcel.gas);
        _next[act.member][key] = number + 1;
        reason = _call(act.to, parcel.gas, abi.encodePacked(act.data, signer));
        if (reason.length == 0) emit Carried(act.member, act.nonce);
        else _next[act.member][key] = number;
        return (reason, act.to);
    }

    /// @dev What the act's own words say against carrying it now.
    function _refusal(Act calldata act, uint64 number, uint64 next) private view returns (bytes memory) {
        if (number < next) return abi.encodeWithSelector(NonceUsed.selector, act.member, act.nonce, next);
        if (number > next) return abi.encodeWithSelector(NonceAhead.selector, act.member, act.nonce, next);
        if (act.notAfter < act.notBefore || act.notAfter - act.notBefore > LONGEST) {
            return abi.encodeWithSelector(ActWindowInvalid.selector, act.notBefore, act.notAfter);
        }
        if (block.timestamp < act.notBefore) {
            return abi.encodeWithSelector(ActTooEarly.selector, act.notBefore, block.timestamp);
        }
        if (block.timestamp > act.notAfter) {
            return abi.encodeWithSelector(ActExpired.selector, act.notAfter, block.timestamp);
        }
        return "";
    }

    /// @dev The key that signed, if it is the member's in force; else zero.
    function _signer(Act calldata act, Parcel calldata parcel) private view returns (address signer) {
        bytes32 digest = actDigest(act);
        uint256 named = MemberId.unwrap(act.member) | (uint256(act.keyEpoch) << 32);
        if (named == 0) return address(0); // what the registry says of strangers
        bytes memory signature = parcel.signature;
        signer = Signatures.recover(digest, signature);
        if (signer != address(0) && members.speakerOf(signer) == named) return signer;
        try members.keyOf(act.member) returns (address key) {
            signer = key;
        } catch {
            return address(0);
        }
        _checkGas(parcel.gas);
        bool signed =
            members.speakerOf(signer) == named && Signatures.walletSays(signer, digest, signature, parcel.gas);
        if (!signed) signer = address(0);
    }

    function _epochOf(MemberId member) private view returns (uint16) {
        try members.keyOf(member) returns (address key) {
            // forge-lint: disable-next-line(unsafe-typecast): cuts the count out.
            return uint16(members.speakerOf(key) >> 32);
        } catch {
            return 0;
        }
    }

    /// @dev A call gets 63 of 64 parts of what is left. Where that is less than its carrier states, nothing is done at all: a
    /// neighbour that used more than it was given would otherwise look like a refusal.
    function _checkGas(uint256 given) private view {
        uint256 needed = given + given / 32 + OWN_GAS;
        if (gasleft() < needed) revert GasMissing(gasleft(), needed);
    }

    /// @dev Whether the target takes acts from here. An address without code does not.
    function _believes(address to) private view returns (bool yes) {
        bytes memory question = abi.encodeWithSelector(OffNet.isTrustedForwarder.selector, address(this));
        assembly ("memory-safe") {
            let answered := staticcall(ASK_GAS, to, add(question, 0x20), mload(question), 0x00, 0x20)
            yes := and(answered, and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)))
        }
    }

    /// @return reason why it failed, cut where it is long, and never empty; empty where it was done
    function _call(address to, uint256 gasGiven, bytes memory data) private returns (bytes memory reason) {
        uint256 most = MOST_REASON;
        bool done;
        assembly ("memory-safe") {
            done := call(gasGiven, to, 0, add(data, 0x20), mload(data), 0, 0)
            if iszero(done) {
                let size := returndatasize()
                if gt(size, most) {
                    size := most
                }
                reason := mload(0x40)
                mstore(reason, size)
                returndatacopy(add(reason, 0x20), 0, size)
                mstore(0x40, and(add(add(reason, size), 0x3f), not(0x1f)))
            }
        }
        if (done) return "";
        if (reason.length == 0) reason = abi.encodeWithSelector(ActFailed.selector);
    }

    function _split(uint256 nonce) private pure returns (uint192 key, uint64 number) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts the two parts out.
        return (uint192(nonce >> 64), uint64(nonce));
    }
}
