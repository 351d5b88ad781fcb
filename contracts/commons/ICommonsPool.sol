// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProjectId} from "../types/Ids.sol";

/// @title Commons
/// @notice The guarantee capital (公共池): what surpluses brought to the commons beside the dividend on the cooperative's own shares, and the
/// reserves of projects that are closed and done. It is never divided. It leaves only to a contract that a vote adopted with its
/// code, a tenth of it an epoch at most. It lies in this contract's purse, under the same roof as every other purse.
interface ICommonsPool {
    /// @notice Capital came in out of surpluses. `capital` after it.
    event Pulled(address indexed token, uint256 amount, uint256 capital);
    /// @notice A closed project's reserve came in.
    event Swept(ProjectId indexed project, address indexed token, uint256 amount, uint256 capital);
    /// @notice A vote adopted a contract with its code, or let it go.
    event ContractAdopted(address indexed target, bytes32 codeHash, bool adopted);
    /// @notice A vote released capital to an adopted contract. `capital` after it.
    event CapitalReleased(address indexed token, address indexed target, uint256 amount, uint256 capital);

    /// @notice The other contract names another commons.
    error WiredOtherwise(address other);
    /// @notice No contract stands there, or an account that borrows its code (EIP-7702).
    error NotAContract(address target);
    /// @notice It is adopted, or not adopted, already.
    error AdoptedAlready(address target, bool adopted);
    /// @notice The code there is not the one that was adopted.
    error CodeDiffers(address target, bytes32 adopted, bytes32 current);
    /// @notice At most a tenth of the capital may go in an epoch: `most` now.
    error AboveATenth(uint256 amount, uint256 most);

    // --- anyone ---

    /// @notice Takes in what surpluses brought in epochs that are final. Whenever, with the same result. Errors: DivideFirst. Emits Pulled.
    function pull(address token) external returns (uint256 amount);
    /// @notice Takes in the reserve of a closed project, 90 days after its last order. Errors: ReserveStays, DivideFirst. Emits Swept.
    function sweep(ProjectId project, address token) external returns (uint256 amount);

    // --- by vote ---

    /// @notice Adopts a contract with the code that stands there now, or lets it go. Errors: OnlyByVote, NotAContract, AdoptedAlready. Emits ContractAdopted.
    function adopt(address target, bytes32 codeHash, bool adopted) external;
    /// @notice Sends capital to an adopted contract. Errors: OnlyByVote, CodeDiffers, AboveATenth, those of `withdraw`. Emits Pulled, CapitalReleased.
    function release(address token, address target, uint256 amount) external;

    // --- views ---

    /// @notice The capital that was taken in.
    function capitalOf(address token) external view returns (uint256);
    /// @notice The code that was adopted for a contract; 0: none.
    function adoptedCode(address target) external view returns (bytes32);
    /// @notice What was released of a token in an epoch.
    function releasedIn(address token, uint32 epoch) external view returns (uint256);
}
