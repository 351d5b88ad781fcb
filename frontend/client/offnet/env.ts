import type { Deployment } from "../chain/deployment.ts";
import type { Speech } from "../chain/words.ts";
import type { Ledger } from "../ledger.ts";
import { LONGEST } from "../people/signing.ts";
import type { Author, HasCode } from "./authors.ts";
import type { ReadItem } from "./bundle.ts";
import type { Problem, Verdict, Wait } from "./verdicts.ts";

/** What items are checked against. `now`: seconds since 1970. */
export interface Env {
  readonly ledger: Ledger;
  readonly deployment: Deployment;
  readonly now: number;
  readonly hasCode: HasCode | undefined;
  readonly speech: Speech;
}

/** An item of one kind. */
export type Of<K extends ReadItem["kind"]> = Extract<ReadItem, { kind: K }>;

export const bad = (problem: Problem): Verdict => ({ is: "bad", problem });
export const waits = (wait: Wait): Verdict => ({ is: "waits", for: wait });

/** What is wrong with how long something holds; null: nothing. */
export function expiryProblem(expires: number, now: number): Verdict | null {
  if (now > expires) return bad("expired");
  return expires > now + LONGEST ? bad("tooLong") : null;
}

/** Where nothing else is wrong, what its author makes of an item. */
export function signedBy(author: Author): Verdict {
  if (author.is === "key") return { is: "good", signer: author.signer };
  if (author.is === "wallet") return author;
  return bad(author.is === "former" ? "keyReplaced" : "notSigned");
}

/** Whether it may be carried as far as is known. */
export const isCarriable = ({ is }: Verdict): boolean => is === "good" || is === "wallet";
