// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Governed} from "../base/Governed.sol";
import {Holders} from "../libraries/Holders.sol";
import {SurplusMath} from "../libraries/SurplusMath.sol";
import {Holder, MemberId, NOBODY} from "../types/Ids.sol";
import {Actors} from "./Actors.sol";
import {IPurses} from "./IPurses.sol";

/// @title Purses
/// @notice The one vault: purses, escrow, dividends owed, reserves and commons all lie here. See IPurses.
/// @dev What is held is counted here and never asked of a token: whatever is sent without `deposit` counts for nothing. A token's
/// balance is looked at for one thing only: whether a movement moved what it was asked to. Every door to a token is guarded against
/// coming in twice. Forbidden: a purse that grows without a deposit, an order that ended, or a dividend.
abstract contract Purses is IPurses, Actors, Governed, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice One slot: 112 + 8 bits.
    struct Token {
        uint112 held; // received less paid out, in its smallest unit
        bool listed; //  new deposits and orders may use it
    }

    mapping(address token => Token) private _tokens;
    mapping(Holder holder => mapping(address token => uint256)) private _purses;

    // --- members, and buyers who are none ---

    /// @inheritdoc IPurses
    function deposit(address token, uint256 amount) external nonReentrant {
        _deposit(token, amount);
    }

    /// @inheritdoc IPurses
    function depositWithPermit(
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        _checkListed(token);
        // Whoever carried the approval before made it useless, not wrong: what counts is what is approved.
        // solhint-disable-next-line no-empty-blocks
        try IERC20Permit(token).permit(_actor(), address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(token, amount);
    }

    /// @inheritdoc IPurses
    function withdraw(address token, uint256 amount, address to) external nonReentrant {
        Holder holder = _holder();
        _takeFrom(holder, token, amount);
        uint256 held = _release(token, amount, to);
        emit Withdrawn(holder, token, to, amount, _purses[holder][token], held);
        _payOut(token, amount, to);
    }

    // --- anyone ---

    /// @inheritdoc IPurses
    function adopt(address former, address token) external {
        MemberId member = members.idOf(former);
        if (member == NOBODY) revert NeverAKey(former);
        (Holder from, Holder to) = (Holder.wrap(former), Holders.ofMember(member));
        uint256 amount = _purses[from][token];
        _purses[from][token] = 0;
        _payTo(to, token, amount);
        emit Adopted(from, to, token, amount, _purses[to][token]);
    }

    // --- by vote ---

    /// @inheritdoc IPurses
    function list(address token, bool listed) external onlyByVote {
        if (listed && (_isOwn(token) || token.code.length == 0)) revert NotAToken(token);
        if (_tokens[token].listed == listed) revert ListedAlready(token, listed);
        _tokens[token].listed = listed;
        emit TokenListed(token, listed);
    }

    // --- views ---

    /// @inheritdoc IPurses
    function purseOf(Holder holder, address token) public view returns (uint256) {
        return _purses[holder][token];
    }

    /// @inheritdoc IPurses
    function tokenOf(address token) external view returns (bool listed, uint256 held) {
        return (_tokens[token].listed, _tokens[token].held);
    }

    // --- for the contracts of price ---

    function _checkListed(address token) internal view {
        if (!_tokens[token].listed) revert TokenNotListed(token);
    }

    function _payTo(Holder holder, address token, uint256 amount) internal {
        if (amount != 0) _purses[holder][token] += amount;
    }

    function _takeFrom(Holder holder, address token, uint256 amount) internal {
        uint256 purse = _purses[holder][token];
        if (amount == 0) revert AmountOutOfBounds(amount, SurplusMath.MOST);
        if (purse < amount) revert PurseTooSmall(holder, token, purse, amount);
        unchecked {
            _purses[holder][token] = purse - amount;
        }
    }

    /// @dev Tokens that no purse and no account has any more are held no more. Gives what is held after it.
    function _release(address token, uint256 amount, address to) internal returns (uint112 held) {
        if (to == address(0) || to == token || _isOwn(to)) revert PayeeRefused(to);
        // forge-lint: disable-next-line(unsafe-typecast): a purse never has more than is held.
        held = _tokens[token].held - uint112(amount);
        _tokens[token].held = held;
    }

    /// @dev Sends what was released. The last thing a function does.
    function _payOut(address token, uint256 amount, address to) internal {
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransfer(to, amount);
        _checkMoved(token, amount, before, IERC20(token).balanceOf(address(this)));
    }

    /// @dev Whether the address is one of the contracts that hold or move what is here.
    function _isOwn(address account) internal view virtual returns (bool);

    // --- private ---

    /// @dev The effects come before the tokens: whoever is called by the token finds everything as it will be.
    function _deposit(address token, uint256 amount) private {
        Holder holder = _holder();
        Token memory stored = _tokens[token];
        if (!stored.listed) revert TokenNotListed(token);
        uint256 most = SurplusMath.MOST - stored.held;
        if (amount == 0 || amount > most) revert AmountOutOfBounds(amount, most);
        // forge-lint: disable-next-line(unsafe-typecast): compared before.
        _tokens[token].held = stored.held + uint112(amount);
        _payTo(holder, token, amount);
        emit Deposited(holder, token, amount, _purses[holder][token], stored.held + amount);
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(_actor(), address(this), amount);
        _checkMoved(token, amount, IERC20(token).balanceOf(address(this)), before);
    }

    /// @dev What was asked, and what this contract has less (going out) or more (coming in) of the token.
    function _checkMoved(address token, uint256 asked, uint256 larger, uint256 smaller) private pure {
        uint256 moved = larger > smaller ? larger - smaller : 0;
        if (moved != asked) revert TokenMovedOtherwise(token, asked, moved);
    }
}
