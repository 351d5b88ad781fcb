import type { Both } from "../language/words.ts";

type Hex = `0x${string}`;

/** Something that was signed here and is not sent. It holds all that is needed to say where it stands, from the books alone. */
export interface OutboxEntry {
  /** `chain / digest`: the same thing signed twice is one. */
  id: string;
  /** `chain id : genesis hash : run`, as in the journal. */
  chain: string;
  /** The digest that was signed. */
  digest: Hex;
  /** What it does, as the journal says it. */
  act: Both;
  /** Where to read about it: a route of this page. */
  link?: string;
  member: number;
  keyEpoch: number;
  /** Of an act: its nonce, decimal. */
  nonce?: string;
  /** Of a ballot: the proposal's number, decimal, and what it says. */
  ballot?: { proposal: string; support: "for" | "against" | "abstain" };
  /** The last second in which an act may be carried, since 1970; a ballot's is that of its vote. */
  until?: number;
  /** What is handed on: one bundle, byte for byte as it was written. */
  bundle: string;
  /** What somebody else signed and must be carried before it: a bundle with this one thing, handed on with it. */
  before?: string;
  /** Milliseconds since 1970, by this machine's clock. */
  madeAt: number;
  /** What became of it where it was sent from here. */
  carriage?: Carriage;
}

/** What became of something that was carried from here, as the receipt told. */
export interface Carriage {
  done: boolean;
  /** Why it was not done. */
  reason: Both | null;
  tx: Hex;
  /** Whose transaction it was. */
  carrier: Hex;
  /** Milliseconds since 1970, by this machine's clock. */
  at: number;
}

/** Something signed by anybody that was brought here to be carried. */
export interface InboxEntry {
  /** `chain / digest`. */
  id: string;
  chain: string;
  /** One bundle with this one thing. */
  bundle: string;
  /** Milliseconds since 1970, by this machine's clock. */
  cameAt: number;
  /** Its place among those that came with it, from 0. */
  number: number;
  carriage?: Carriage;
}
