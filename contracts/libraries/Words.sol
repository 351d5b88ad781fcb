// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Packed words
/// @notice Four amounts of 64 bits in one storage slot: neighbouring epochs share a slot, so that three of four first writes are cheap.
/// @dev Amount i of a series lies in word i / 4, at bit 64 · (i mod 4). Attacked in test/proof/Words.t.sol.
library Words {
    /// @notice Amount `index` of a series.
    function get(mapping(uint256 word => uint256) storage series, uint256 index) internal view returns (uint64) {
        // forge-lint: disable-next-line(unsafe-typecast): the cast cuts the one amount out of its word.
        return uint64(series[index >> 2] >> ((index & 3) << 6));
    }

    /// @notice Writes amount `index` of a series and leaves its neighbours as they are.
    function set(mapping(uint256 word => uint256) storage series, uint256 index, uint64 amount) internal {
        uint256 shift = (index & 3) << 6;
        series[index >> 2] = (series[index >> 2] & ~(uint256(type(uint64).max) << shift)) | (uint256(amount) << shift);
    }
}
