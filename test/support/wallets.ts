// Keys that are contracts (ERC-1271): an honest one, and all that a hostile one may do when it is asked whether it signed.
import { concat } from "ethers";
import { chain } from "./chain.ts";
import { deploySource } from "./solidity.ts";

const MAGIC = `1626ba7e${"0".repeat(56)}`;
const FILE = "test/support/Wallets.sol";

/** A wallet that has signed what its owner's key signed. */
export const ownedWallet = async (owner: string): Promise<string> => (await deploySource(FILE, "OwnedWallet", owner)).getAddress();

/** A wallet that tries to call `target` while it is asked, and then says that it signed. */
export const callingWallet = async (target: string, data: string): Promise<string> => (await deploySource(FILE, "CallingWallet", target, data)).getAddress();

/** Runtime code, in hexadecimal, of wallets that answer badly. */
export const ROGUES = {
  // PUSH0 PUSH0 REVERT
  "that reverts": "0x5f5ffd",
  // INVALID: all gas that it was given
  "that burns what it is given": "0xfe",
  // JUMPDEST PUSH0 JUMP
  "that never ends": "0x5b5f56",
  // nothing at all
  "that says nothing": "0x00",
  // PUSH32 junk, PUSH0 MSTORE, PUSH1 32 PUSH0 RETURN
  "that returns garbage": `0x7f${"ab".repeat(32)}5f5260205ff3`,
  // The magic value, cut to its four bytes.
  "that answers too shortly": `0x7f${MAGIC}5f5260045ff3`,
  // The magic value with something after it in its word.
  "that answers almost rightly": `0x7f${MAGIC.slice(0, 63)}15f5260205ff3`,
  // The magic value at the far end of its word.
  "that answers from the wrong end": `0x631626ba7e5f5260205ff3`,
  // A megabyte of zeros.
  "that returns a megabyte": "0x621000005ff3",
  // PUSH1 64 PUSH0 REVERT, with a megabyte of reasons
  "that reverts with a megabyte": "0x621000005ffd",
  // Ends itself, were it let to.
  "that would end itself": "0x33ff",
} as const;

/** Puts such code at an address of its own. */
export async function rogueWallet(kind: keyof typeof ROGUES): Promise<string> {
  const address = chain.ethers.getAddress(`0x${"70".repeat(18)}${Object.keys(ROGUES).indexOf(kind).toString(16).padStart(4, "0")}`);
  await chain.networkHelpers.setCode(address, ROGUES[kind]);
  return address;
}

/** Runtime code that says yes to everything, and returns `size` bytes beside. */
export const agreeingCode = (size = 32): string => concat(["0x7f", `0x${MAGIC}`, "0x5f5261", `0x${size.toString(16).padStart(4, "0")}`, "0x5ff3"]);

/** A wallet with such code. */
export async function agreeingWallet(size = 32): Promise<string> {
  const address = chain.ethers.getAddress(`0x${"71".repeat(18)}${size.toString(16).padStart(4, "0")}`);
  await chain.networkHelpers.setCode(address, agreeingCode(size));
  return address;
}
