import { deploySource } from "../solidity.ts";

/** Compiles the door to the libraries and deploys it on the specs' chain. It is not compiled with the rest: only parity needs it. */
export const openMathematics = () => deploySource("test/support/Mathematics.sol", "Mathematics");
