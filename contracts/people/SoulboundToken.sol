// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";

/// @notice ERC-5192: a token that is locked to its holder.
interface IERC5192 {
    /// @notice The token is locked.
    event Locked(uint256 tokenId);
    /// @notice The token is unlocked. Never emitted here.
    event Unlocked(uint256 tokenId);
    /// @notice Whether the token is locked. Reverts for a token that does not exist.
    function locked(uint256 tokenId) external view returns (bool);
}

/// @title SoulboundToken
/// @notice The read side of ERC-721 and all of ERC-5192; every way to transfer, approve or lend reverts with Soulbound.
/// @dev Departs from ERC-721 in that a transfer never succeeds. It keeps no state: who holds what is the registry's.
abstract contract SoulboundToken is IERC721, IERC5192 {
    /// @inheritdoc IERC721
    function ownerOf(uint256 tokenId) public view virtual returns (address);

    /// @inheritdoc IERC721
    function balanceOf(address owner) external view virtual returns (uint256);

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        return ownerOf(tokenId) != address(0);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC5192).interfaceId;
    }

    /// @inheritdoc IERC721
    /// @dev Nobody, ever. Reverts for a token that does not exist.
    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return address(0);
    }

    /// @inheritdoc IERC721
    /// @dev Nobody, ever.
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IERC721
    /// @dev Always reverts: Soulbound.
    function approve(address, uint256) external pure {
        revert IMemberRegistry.Soulbound();
    }

    /// @inheritdoc IERC721
    /// @dev Always reverts: Soulbound.
    function setApprovalForAll(address, bool) external pure {
        revert IMemberRegistry.Soulbound();
    }

    /// @inheritdoc IERC721
    /// @dev Always reverts: Soulbound.
    function transferFrom(address, address, uint256) external pure {
        revert IMemberRegistry.Soulbound();
    }

    /// @inheritdoc IERC721
    /// @dev Always reverts: Soulbound.
    function safeTransferFrom(address, address, uint256) external pure {
        revert IMemberRegistry.Soulbound();
    }

    /// @inheritdoc IERC721
    /// @dev Always reverts: Soulbound.
    function safeTransferFrom(address, address, uint256, bytes calldata) external pure {
        revert IMemberRegistry.Soulbound();
    }

    function _emitMinted(address owner, uint256 tokenId) internal {
        emit Transfer(address(0), owner, tokenId);
        emit Locked(tokenId);
    }
}
