// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {EpochMath} from "../libraries/EpochMath.sol";
import {Governed} from "./Governed.sol";

/// @notice Every number that a vote may change, with its unit.
enum Parameter {
    JoinPercent, //       of the seated at the quarter's start
    VouchesPerQuarter, // by one sponsor
    RecoveryDays,
    ReviewDays,
    WindowDays, //        in which a sealed claim may be challenged
    StopPercent, //       of a project's budget: what one member, or one leaf, may count for in an epoch
    ReservePercent, //    of a surplus
    CommonsPercent, //    of a surplus
    RebatePercent, //     of the members' part
    CommonsTwelfths, //   of the commons' part, the dividend to project 0
    SilenceDays,
    QuorumPercent, //     of the seated at the snapshot
    DelayDays, //         from proposal to vote
    VoteDays,
    TimelockDays,
    OpenProposals //      by one member
}

/// @title Parameters
/// @notice The bounded numbers of the cooperative and its clock. A vote on a number binds from the next epoch, so that no sum
/// moves under those who rely on it and no caller chooses a number by choosing a moment; each act reads the number of the epoch
/// it counts in. The bounds are fixed in code.
/// @dev All sixteen numbers fit one byte each and lie in one checkpoint of 224 bits, keyed by the epoch from which it binds.
contract Parameters is Governed {
    using Checkpoints for Checkpoints.Trace224;

    uint256 internal constant COUNT = 16;
    /// @dev One byte a number, in the order of `Parameter`, first number in the lowest byte.
    bytes16 private constant DEFAULTS = hex"0a030e0e070f28141e040e0a02070302";
    bytes16 private constant LEAST = hex"050107070305280a0002070501030201";
    bytes16 private constant MOST = hex"14051c1c07193c1e32061c1e070e0e05";

    /// @notice The cooperative's first second, in seconds since 1970. Epoch 0 begins here.
    uint256 public immutable genesis;

    Checkpoints.Trace224 private _history;

    /// @notice A vote changed a number. `value` binds from epoch `from` on.
    event ParameterChanged(Parameter indexed parameter, uint8 value, uint32 from);

    /// @notice A number outside its bounds was voted for.
    error ParameterOutOfBounds(Parameter parameter, uint256 value, uint8 least, uint8 most);

    constructor(address timelock_) Governed(timelock_) {
        genesis = block.timestamp;
        uint256 packed;
        for (uint256 i; i < COUNT; ++i) packed |= uint256(uint8(DEFAULTS[i])) << (8 * i);
        // forge-lint: disable-next-line(unsafe-typecast): 128 bits are set.
        _history.push(0, uint224(packed));
    }

    /// @notice The number in force in an epoch. For epochs to come: as far as voted until now.
    function get(Parameter parameter, uint32 epoch) external view returns (uint256) {
        return (_history.upperLookupRecent(epoch) >> (8 * uint256(parameter))) & 0xff;
    }

    /// @notice All numbers of this epoch, one byte each in the order of `Parameter`, the first lowest.
    function inForce() external view returns (uint256) {
        return _history.upperLookupRecent(currentEpoch());
    }

    /// @notice The default and the bounds of a number.
    function bounds(Parameter parameter) public pure returns (uint8 initial, uint8 least, uint8 most) {
        uint256 i = uint256(parameter);
        return (uint8(DEFAULTS[i]), uint8(LEAST[i]), uint8(MOST[i]));
    }

    /// @notice The epoch of this moment.
    function currentEpoch() public view returns (uint32) {
        return EpochMath.epochAt(genesis, block.timestamp);
    }

    /// @notice Changes a number from the next epoch on.
    /// @dev Only by vote. Errors: OnlyByVote, ParameterOutOfBounds. Emits ParameterChanged.
    function set(Parameter parameter, uint256 value) external onlyByVote {
        (, uint8 least, uint8 most) = bounds(parameter);
        if (value < least || value > most) revert ParameterOutOfBounds(parameter, value, least, most);
        uint256 shift = 8 * uint256(parameter);
        uint32 from = currentEpoch() + 1;
        uint256 packed = (uint256(_history.latest()) & ~(uint256(0xff) << shift)) | (value << shift);
        // forge-lint: disable-next-line(unsafe-typecast): 128 bits are set.
        _history.push(from, uint224(packed));
        // forge-lint: disable-next-line(unsafe-typecast): at most `most`.
        emit ParameterChanged(parameter, uint8(value), from);
    }
}
