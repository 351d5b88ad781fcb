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

    /// @notice Acts of one nonce key, which come one after another.
    struct Series {
        uint256 next; // the number that the next act must have
    }

    mapping(MemberId member => mapping(uint192 key => Series)) private _series;

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
        (uint192 key, uint256 number) = _split(nonce);
        Series storage series = _series[member][key];
        if (number < series.next) revert NonceUsed(member, nonce, series.next);
        series.next = number + 1;
        emit Revoked(member, nonce);
    }

    // --- views ---

    /// @inheritdoc IRelay
    function nextNumber(MemberId member, uint192 key) external view returns (uint256) {
        return _series[member][key].next;
    }

    /// @inheritdoc IRelay
    /// @dev The words of `act` lie in the calldata as EIP-712 wants them, but for `data`, which is hashed. They are copied rather than
    /// read one by one: 1,500 gas less an act. Dirty high bits change the digest, and every reading of a field refuses them.
    function actDigest(Act calldata act) public view returns (bytes32) {
        bytes32 typeHash = ACT;
        bytes calldata data = act.data;
        bytes32 hash;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, data.offset, data.length)
            let dataHash := keccak256(free, data.length)
            mstore(free, typeHash)
            calldatacopy(add(free, 0x20), act, 0x60) // member, keyEpoch, to
            mstore(add(free, 0x80), dataHash)
            calldatacopy(add(free, 0xa0), add(act, 0x80), 0x60) // nonce, notBefore, notAfter
            hash := keccak256(free, 0x100)
        }
        return _hashTypedDataV4(hash);
    }

    // --- private ---

    /// @param known a target that was asked before in this bundle
    /// @return reason empty where the act was done
    function _carry(Parcel calldata parcel, address known) private returns (bytes memory reason, address) {
        Act calldata act = parcel.act;
        (uint192 key, uint256 number) = _split(act.nonce);
        Series storage series = _series[act.member][key];
        reason = _refusal(act, number, series.next);
        if (reason.length != 0) return (reason, known);
        address signer = _signer(act, parcel);
        if (signer == address(0)) return (_notSigned(act.member), known);
        address to = act.to;
        if (to != known && !_believes(to)) return (abi.encodeWithSelector(TargetUnknown.selector, to), known);
        _checkGas(parcel.gas);
        series.next = number + 1;
        reason = _call(to, parcel.gas, act.data, signer);
        if (reason.length == 0) emit Carried(act.member, act.nonce);
        else series.next = number;
        return (reason, to);
    }

    /// @dev What the act's own words say against carrying it now.
    function _refusal(Act calldata act, uint256 number, uint256 next) private view returns (bytes memory) {
        (uint256 from, uint256 until) = (act.notBefore, act.notAfter);
        if (number == next && from <= block.timestamp && block.timestamp <= until && until - from <= LONGEST) return "";
        if (number < next) return abi.encodeWithSelector(NonceUsed.selector, act.member, act.nonce, next);
        if (number > next) return abi.encodeWithSelector(NonceAhead.selector, act.member, act.nonce, next);
        if (until < from || until - from > LONGEST) {
            return abi.encodeWithSelector(ActWindowInvalid.selector, from, until);
        }
        if (block.timestamp < from) return abi.encodeWithSelector(ActTooEarly.selector, from, block.timestamp);
        return abi.encodeWithSelector(ActExpired.selector, until, block.timestamp);
    }

    function _notSigned(MemberId member) private view returns (bytes memory) {
        return abi.encodeWithSelector(ActNotSigned.selector, member, _epochOf(member));
    }

    /// @dev The key that signed, if it is the member's in force; else zero.
    function _signer(Act calldata act, Parcel calldata parcel) private view returns (address signer) {
        bytes32 digest = actDigest(act);
        uint256 named = MemberId.unwrap(act.member) | (uint256(act.keyEpoch) << 32);
        if (named == 0) return address(0); // what the registry says of strangers
        signer = Signatures.recoverCalldata(digest, parcel.signature);
        if (signer != address(0) && members.speakerOf(signer) == named) return signer;
        try members.keyOf(act.member) returns (address key) {
            signer = key;
        } catch {
            return address(0);
        }
        _checkGas(parcel.gas);
        bool signed =
            members.speakerOf(signer) == named && Signatures.walletSays(signer, digest, parcel.signature, parcel.gas);
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

    /// @dev The call with the key appended (ERC-2771), from free memory.
    /// @return reason why it failed, cut where it is long, and never empty; empty where it was done
    function _call(
        address to,
        uint256 gasGiven,
        bytes calldata data,
        address signer
    ) private returns (bytes memory reason) {
        uint256 most = MOST_REASON;
        bool done;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, data.offset, data.length)
            mstore(add(free, data.length), shl(96, signer))
            done := call(gasGiven, to, 0, free, add(data.length, 20), 0, 0)
            if iszero(done) {
                let size := returndatasize()
                if gt(size, most) {
                    size := most
                }
                reason := free
                mstore(reason, size)
                returndatacopy(add(reason, 0x20), 0, size)
                mstore(0x40, and(add(add(reason, size), 0x3f), not(0x1f)))
            }
        }
        if (done) return "";
        if (reason.length == 0) reason = abi.encodeWithSelector(ActFailed.selector);
    }

    function _split(uint256 nonce) private pure returns (uint192 key, uint256 number) {
        // forge-lint: disable-next-line(unsafe-typecast): cuts the two parts out.
        return (uint192(nonce >> 64), nonce & type(uint64).max);
    }
}
