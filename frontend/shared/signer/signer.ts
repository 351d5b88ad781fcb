import type { ContractCall } from "#client/chain/call.ts";
import type { TypedDataDefinition } from "viem";
import type { Both } from "../language/words.ts";
import { createStore, useStore } from "../store/store.ts";

type Hex = `0x${string}`;

/** Who signs. Pages see only this: whether a wallet or a practice key stands behind it is no matter of theirs. */
export interface Signer {
  kind: "wallet" | "practice";
  /** A wallet's name, or the member's whose practice seat it is. */
  name: Both;
  address: Hex;
  /** The member whose practice seat it is; wallets and new identities say only an address. */
  member?: number;
  /** A small picture that the wallet gives of itself, as a data address. */
  icon?: string;
  /** The chain it would sign for now. */
  chainId(): Promise<number>;
  /** Asks the wallet to go to the deployment's chain, adding it where it is unknown. */
  switchChain?(): Promise<void>;
  /** Signs and sends; returns the transaction's hash. Rejects with what the wallet or the node said. */
  writeContract(call: ContractCall): Promise<Hex>;
  signTypedData(data: TypedDataDefinition): Promise<Hex>;
  /** Leaves the seat, or closes every connection of the wallet. */
  leave(): Promise<void>;
}

/** The signer in use; null while nobody has taken a seat or connected. */
export const signerStore = createStore<Signer | null>(null);

/** The signer in a view. */
export function useSigner(): Signer | null {
  return useStore(signerStore);
}

/** Whether the dialog with the ways to sign is open. */
export const seatDialogStore = createStore(false);

/** Opens the dialog with the ways to sign: practice seat, wallet, wallet on a phone. */
export function askForSigner(): void {
  seatDialogStore.set(true);
}
