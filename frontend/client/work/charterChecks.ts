// What is checked of a charter or an address before it becomes an intent. Each throws InputFault with the field and what to do.
import type { Hex } from "viem";
import { checkAmount, checkHash, checkMember, checkUint32, checkWhole } from "../chain/checks.ts";
import { InputFault } from "../chain/intent.ts";
import type { MemberId } from "../chain/ids.ts";
import { readAddress } from "./statement/address.ts";
import { type Charter, kinds } from "./types.ts";

/** The largest budget, in micro-units. */
export const MOST_BUDGET = 2n ** 48n - 1n;
/** The largest rate, in micro-units per unit. */
export const MOST_RATE = 2n ** 40n - 1n;
const MOST_STEWARDS = 7;
const MOST_OTHERS = 7;

/** A charter's numbers within the contract's bounds. */
export function checkCharter(charter: Charter): Charter {
  const { statement, uri, industry, budget, rates, minSurplus, salesCap, stewards } = charter;
  for (const kind of kinds) checkAmount(`rates.${kind}`, rates[kind], 0n, MOST_RATE);
  const digest = checkHash("statement", statement);
  return {
    statement: digest,
    uri: checkAddress("uri", uri, digest),
    industry: checkUint32("industry", industry),
    budget: checkAmount("budget", budget, 1n, MOST_BUDGET),
    rates,
    minSurplus: checkWhole("minSurplus", minSurplus, 5, 50),
    salesCap: checkAmount("salesCap", salesCap, 0n, 2n ** 128n - 1n),
    stewards: checkStewards("stewards", stewards),
  };
}

/** One to seven members, each once. */
export function checkStewards(field: string, stewards: readonly number[]): MemberId[] {
  if (stewards.length === 0 || stewards.length > MOST_STEWARDS)
    throw new InputFault(field, { zh: `干事要有一到${MOST_STEWARDS}位。`, en: `From one to ${MOST_STEWARDS} stewards are needed.` });
  return checkOnce(field, stewards);
}

/** Up to seven members beside the first, each once. */
export function checkOthers(field: string, others: readonly number[]): MemberId[] {
  if (others.length > MOST_OTHERS) throw new InputFault(field, { zh: `除您以外至多${MOST_OTHERS}位。`, en: `At most ${MOST_OTHERS} beside you.` });
  return checkOnce(field, others);
}

function checkOnce(field: string, members: readonly number[]): MemberId[] {
  if (new Set(members).size < members.length) throw new InputFault(field, { zh: "同一位成员只能列一次。", en: "Each member can be listed only once." });
  return members.map((member) => checkMember(field, member));
}

/** The address of a document with this digest: one that a reader's browser will follow, or none. */
export function checkAddress(field: string, uri: string, digest: Hex): string {
  const place = readAddress(uri, digest, "https://nowhere.invalid/");
  if (place === "otherDocument") throw new InputFault(field, { zh: "这个IPFS地址说的是另一份内容。请核对，或留空。", en: "This IPFS address names other contents. Check it, or leave it empty." });
  if (place === "addressRefused")
    throw new InputFault(field, { zh: "读的人打不开这样的地址。请用https或ipfs开头的地址，或留空。", en: "Nobody's browser would follow this address. Use one that begins with https or ipfs, or leave it empty." });
  return uri;
}
