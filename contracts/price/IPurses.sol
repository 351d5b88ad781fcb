// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holder} from "../types/Ids.sol";

/// @title Purses
/// @notice What members and buyers have here, in the tokens that a vote listed. A member's purse belongs to the member's number, under
/// whatever key; who is no member has one by address, without relay and without recovery. Whatever is paid out is a credit to a purse,
/// and its holder pulls it: a token that is paused, or that blocks one holder, holds up nobody else. Amounts are in the token's smallest unit.
interface IPurses {
    /// @notice A vote listed a token, or took it off the list: no new deposit and no new order; what is held is drawn as before.
    event TokenListed(address indexed token, bool listed);
    /// @notice Tokens came in. `purse` and `held`: what the purse, and all together, hold after it.
    event Deposited(Holder indexed holder, address indexed token, uint256 amount, uint256 purse, uint256 held);
    /// @notice Tokens went out to `to`.
    event Withdrawn(
        Holder indexed holder,
        address indexed token,
        address to,
        uint256 amount,
        uint256 purse,
        uint256 held
    );
    /// @notice The purse of an address that became a member's key was moved to the member.
    event Adopted(Holder indexed former, Holder indexed holder, address indexed token, uint256 amount, uint256 purse);

    /// @notice No vote listed this token.
    error TokenNotListed(address token);
    /// @notice It is listed, or not listed, already.
    error ListedAlready(address token, bool listed);
    /// @notice No contract stands at this address, or one of the cooperative's own.
    error NotAToken(address token);
    /// @notice Nothing, or more than can ever be held.
    error AmountOutOfBounds(uint256 amount, uint256 most);
    /// @notice The purse holds less.
    error PurseTooSmall(Holder holder, address token, uint256 purse, uint256 needed);
    /// @notice The token moved another amount than was asked: one that takes a fee cannot be used here.
    error TokenMovedOtherwise(address token, uint256 asked, uint256 moved);
    /// @notice Tokens are not sent to no one, to the token itself, or to the contracts that hold and move what is here.
    error PayeeRefused(address to);
    /// @notice The address was never a member's key.
    error NeverAKey(address key);

    // --- members, and buyers who are none ---

    /// @notice Puts tokens of the acting key into its holder's purse; the key must have approved this contract.
    /// @dev Errors: AmountOutOfBounds, TokenNotListed, TokenMovedOtherwise, those of the token. Emits Deposited.
    function deposit(address token, uint256 amount) external;
    /// @notice The same with an approval signed off-net (ERC-2612). One that somebody else carried before does no harm.
    function depositWithPermit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
    /// @notice Pays tokens of the acting holder's purse out to `to`, in every standing, listed or not.
    /// @dev Errors: AmountOutOfBounds, PurseTooSmall, PayeeRefused, TokenMovedOtherwise, those of the token. Emits Withdrawn.
    function withdraw(address token, uint256 amount, address to) external;

    // --- anyone ---

    /// @notice Moves the purse of an address that is or was a member's key to that member. Errors: NeverAKey. Emits Adopted.
    function adopt(address former, address token) external;

    // --- by vote ---

    /// @notice Lists a token, or takes it off the list. Errors: OnlyByVote, NotAToken, ListedAlready. Emits TokenListed.
    function list(address token, bool listed) external;

    // --- views ---

    /// @notice What a purse holds.
    function purseOf(Holder holder, address token) external view returns (uint256);
    /// @notice Whether new orders may be paid in a token, and what is held of it in all: received less paid out.
    function tokenOf(address token) external view returns (bool listed, uint256 held);
}
