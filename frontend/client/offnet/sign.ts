import { encodeFunctionData } from "viem";
import { callOf } from "../chain/call.ts";
import { InputFault, type Intent } from "../chain/intent.ts";
import type { Deployment } from "../chain/deployment.ts";
import type { Ledger } from "../ledger.ts";
import { nextNumber } from "../people/foldNonces.ts";
import type { MemberId } from "../chain/ids.ts";
import { nonceOf, splitNonce } from "../people/nonces.ts";
import { type Act, LONGEST } from "../people/signing.ts";
import { takesActs } from "./call.ts";

/** So many series one member uses: as many acts may wait at once without waiting for each other. */
export const MOST_SERIES = 16;
/** For how many days an act may be signed. */
export const DAYS = { usual: 7, most: 30 } as const;
/** A member who revoked the very last number of a series ended it. */
const LAST_NUMBER = 1n << 64n;
/** Clocks differ; an act holds from so many seconds before it was signed. */
const EARLIER = 600;

/**
 * The nonce of a member's next act. `outbox`: nonces of acts that were signed and not carried yet. Each act that waits has a series of
 * its own, so that one that fails, or is carried late, holds up no other. A series that was used before is taken rather than a new
 * one, whose first use costs some 17,000 gas more; so series are used from 0 on, and again when their act was carried. Where all
 * sixteen have an act waiting, it stands behind the last of the shortest.
 */
export function chooseNonce(ledger: Ledger, member: number, outbox: readonly bigint[]): bigint {
  const series = Array.from({ length: MOST_SERIES }, (_, place) => {
    const key = BigInt(place);
    const next = nextNumber(ledger, member, key);
    const waiting = outbox.map(splitNonce).filter((one) => one.key === key && one.number >= next).map(({ number }) => number);
    return { key, next, waiting };
  });
  const free = series.filter(({ next, waiting }) => waiting.length === 0 && next < LAST_NUMBER);
  const chosen = free.find(({ next }) => next > 0n) ?? free[0];
  if (chosen) return nonceOf(chosen.key, chosen.next);
  const shortest = series.reduce((least, one) => (one.waiting.length < least.waiting.length ? one : least));
  return nonceOf(shortest.key, shortest.waiting.reduce((last, number) => (number > last ? number : last)) + 1n);
}

export interface ActOptions {
  readonly ledger: Ledger;
  readonly deployment: Pick<Deployment, "contracts">;
  readonly member: MemberId;
  /** Seconds since 1970. */
  readonly now: number;
  /** For how many days it may be carried: from 1 to 30. */
  readonly days?: number;
  readonly nonce: bigint;
}

/** An intent as an act to be signed. Errors: InputFault for days out of bounds, a contract that takes no acts, and nobody. */
export function actOf(intent: Intent, { ledger, deployment, member, now, days = DAYS.usual, nonce }: ActOptions): Act {
  const found = ledger.people.members.get(member);
  if (!found) throw new InputFault("member", { zh: `没有${member}号成员。`, en: `There is no member ${member}.` });
  if (!Number.isInteger(days) || days < 1 || days > DAYS.most) throw new InputFault("days", { zh: `有效期请填1到${DAYS.most}天。`, en: `Choose from 1 to ${DAYS.most} days.` });
  if (!takesActs(intent.contract)) throw new InputFault("contract", { zh: "这件事谁都可以直接做，不用签好再送。", en: "Anyone may do this directly; it need not be signed for others to carry." });
  const { address, abi, functionName, args } = callOf(deployment, intent);
  const notBefore = now - EARLIER;
  const notAfter = Math.min(now + days * 86_400, notBefore + LONGEST);
  return { member, keyEpoch: found.keyEpoch, to: address, data: encodeFunctionData({ abi, functionName, args }), nonce, notBefore, notAfter };
}
