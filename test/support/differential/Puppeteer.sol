// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// Plays many acts in one transaction, each tried by itself, and reads views after each. It stands where the Relay stood, so that
/// it speaks for every key; what it read goes out as one log, so that nothing is played twice.
/// What is asked is packed, big-endian, one act after another:
///   actor 20 (zero: nobody's key is appended) | to 20 | length 2 | data | number of views 1,
///   then for each view: to 20 | words wanted 1 | length 1 | data.
/// What goes out, likewise: for each act the first four bytes of its error (zero: done), then for each view one byte (1: answered,
/// 0: refused) and the words wanted, cut off or filled up with zeros; of a refusal only
/// the first four bytes of the error.
/// In assembly throughout: the node writes every step of it down, and what plays should be little beside what is played. Calls are
/// made from the lowest 64 KiB of memory, and answers are gathered above.
contract Puppeteer {
    fallback() external {
        assembly {
            let place := 0
            let out := 0x10000
            for {} lt(place, calldatasize()) {} {
                let actor := shr(96, calldataload(place))
                let length := shr(240, calldataload(add(place, 40)))
                calldatacopy(0, add(place, 42), length)
                mstore(length, shl(96, actor))
                let all := add(length, mul(20, iszero(iszero(actor))))
                let to := shr(96, calldataload(add(place, 20)))
                if iszero(call(gas(), to, 0, 0, all, 0, 0)) {
                    mstore(out, shl(224, 0xffffffff))
                    if gt(returndatasize(), 3) {
                        returndatacopy(out, 0, 4)
                    }
                }
                out := add(out, 4)
                place := add(add(place, 42), length)
                let views := byte(0, calldataload(place))
                place := add(place, 1)
                for {} views {
                    views := sub(views, 1)
                } {
                    to := shr(96, calldataload(place))
                    let sizes := calldataload(add(place, 20))
                    let wanted := shl(5, byte(0, sizes))
                    length := byte(1, sizes)
                    calldatacopy(0, add(place, 22), length)
                    let done := staticcall(gas(), to, 0, length, add(out, 1), wanted)
                    mstore8(out, done)
                    if iszero(done) {
                        mstore(add(out, 1), and(mload(add(out, 1)), shl(224, 0xffffffff)))
                    }
                    out := add(add(out, 1), wanted)
                    place := add(add(place, 22), length)
                }
            }
            log0(0x10000, sub(out, 0x10000))
        }
    }
}

/// Says what a vote may say: it stands where the timelock stood, and passes on to the address in the first 20 bytes what follows them.
contract Mouth {
    fallback() external {
        (bool done, bytes memory answer) = address(bytes20(msg.data[:20])).call(msg.data[20:]);
        assembly ("memory-safe") {
            if iszero(done) {
                revert(add(answer, 0x20), mload(answer))
            }
            return(add(answer, 0x20), mload(answer))
        }
    }
}

/// Stands where the reviews stood, and finds every statement good: what is compared here begins with the admission.
contract EveryStatementIsGood {
    struct Submission {
        uint16 number;
        uint40 submittedAt;
        uint40 deadline;
        uint40 filledAt;
        uint8 needed;
        uint8 best;
        bool article;
        uint32 reviews;
    }

    function submissionOf(bytes32) external pure returns (Submission memory submission) {
        submission.number = 1;
    }

    /// Reviewed.
    function stageOf(bytes32) external pure returns (uint8) {
        return 3;
    }

    /// A.
    function gradeOf(bytes32) external pure returns (uint8) {
        return 4;
    }
}
