// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../base/Governed.sol";
import {Parameters} from "../base/Parameters.sol";
import {ISurplusPool} from "../price/ISurplusPool.sol";
import {Holder, ProjectId} from "../types/Ids.sol";
import {ICommonsPool} from "./ICommonsPool.sol";

/// @title CommonsPool
/// @notice Guarantee capital. See ICommonsPool for meaning, errors and events.
/// @dev Forbidden: capital that leaves without a vote, to code that was not voted for, or faster than a tenth an epoch.
contract CommonsPool is ICommonsPool, Governed {
    /// @dev An account that borrows code begins with this (EIP-7702).
    bytes3 private constant BORROWED = 0xef0100;

    /// @notice Where the capital lies, in this contract's purse.
    ISurplusPool public immutable pool;
    /// @notice The clock.
    Parameters public immutable parameters;

    /// @notice What was released of a token, one slot.
    struct Release {
        uint32 epoch;
        uint112 amount;
    }

    mapping(address target => bytes32) public adoptedCode;
    mapping(address token => Release) private _released;

    constructor(ISurplusPool pool_, Parameters parameters_) Governed(parameters_.timelock()) {
        pool = pool_;
        parameters = parameters_;
        if (pool_.commonsPool() != address(this)) revert WiredOtherwise(address(pool_));
    }

    // --- anyone ---

    /// @inheritdoc ICommonsPool
    function pull(address token) public returns (uint256 amount) {
        amount = pool.takeCapital(token);
        emit Pulled(token, amount, capitalOf(token));
    }

    /// @inheritdoc ICommonsPool
    function sweep(ProjectId project, address token) external returns (uint256 amount) {
        amount = pool.takeReserve(project, token);
        emit Swept(project, token, amount, capitalOf(token));
    }

    // --- by vote ---

    /// @inheritdoc ICommonsPool
    function adopt(address target, bytes32 codeHash, bool adopted) external onlyByVote {
        bytes32 before = adoptedCode[target];
        bool stands = before != 0 && before == codeHash;
        if (stands == adopted) revert AdoptedAlready(target, adopted);
        if (adopted) _checkCode(target, codeHash);
        adoptedCode[target] = adopted ? codeHash : bytes32(0);
        emit ContractAdopted(target, codeHash, adopted);
    }

    /// @inheritdoc ICommonsPool
    function release(address token, address target, uint256 amount) external onlyByVote {
        _checkCode(target, adoptedCode[target]);
        pull(token);
        uint32 epoch = parameters.currentEpoch();
        uint256 released = releasedIn(token, epoch);
        uint256 most = (capitalOf(token) + released) / 10;
        most = most > released ? most - released : 0;
        if (amount == 0 || amount > most) revert AboveATenth(amount, most);
        // forge-lint: disable-next-line(unsafe-typecast): at most the capital.
        _released[token] = Release(epoch, uint112(released + amount));
        emit CapitalReleased(token, target, amount, capitalOf(token) - amount);
        pool.withdraw(token, amount, target);
    }

    // --- views ---

    /// @inheritdoc ICommonsPool
    function capitalOf(address token) public view returns (uint256) {
        return pool.purseOf(Holder.wrap(address(this)), token);
    }

    /// @inheritdoc ICommonsPool
    function releasedIn(address token, uint32 epoch) public view returns (uint256) {
        Release memory last = _released[token];
        return last.epoch == epoch ? last.amount : 0;
    }

    // --- private ---

    /// @dev Whether the code that a vote saw stands there, and is its own.
    function _checkCode(address target, bytes32 codeHash) private view {
        if (target.code.length == 0 || bytes3(target.code) == BORROWED) revert NotAContract(target);
        if (target.codehash != codeHash) revert CodeDiffers(target, codeHash, target.codehash);
    }
}
