import { isAddressEqual } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import { type Both, plainSpeech, type Speech, tell } from "../chain/words.ts";
import type { Ledger } from "../ledger.ts";
import type { HasCode } from "./authors.ts";
import type { ReadItem } from "./bundle.ts";
import { checkAct } from "./checkAct.ts";
import { checkOneBallot } from "./checkBallot.ts";
import { checkApplication, checkKeyConsent, checkVouch } from "./checkJoining.ts";
import { checkOffer, checkRequest, checkSplit } from "./checkMarket.ts";
import { holderWords } from "./explainPrice.ts";
import { checkGuardianConsent, checkRecovery } from "./checkRecovery.ts";
import { bad, type Env } from "./env.ts";
import { explainItem } from "./explain.ts";
import { addressWords } from "./teller.ts";
import { reportsIn } from "./reports.ts";
import { afterRecords, type Found, inJoinings, inRecoveries, inSeries, withoutDoubles } from "./together.ts";
import { type Problem, sayVerdict, type Verdict } from "./verdicts.ts";

/** An item and what was found. */
export interface CheckedItem {
  readonly item: ReadItem;
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly say: Both;
  /** The item in words, without a full stop. */
  readonly what: Both;
}

export interface CheckOptions {
  readonly ledger: Ledger;
  readonly deployment: Deployment;
  /** Seconds since 1970: of the newest block. */
  readonly now: number;
  /** Whether an address is a contract; without it no contract wallet is believed. */
  readonly hasCode?: HasCode;
  readonly speech?: Speech;
}

/** So many signatures are tried at a stretch, so that a page stays awake. */
const AT_A_STRETCH = 50;

/** Checks items one by one and beside each other. Reads only the books: nothing is sent, and no gas is spent. Errors: those of `hasCode`. */
export async function checkItems(items: readonly ReadItem[], { ledger, deployment, now, hasCode, speech = plainSpeech }: CheckOptions): Promise<CheckedItem[]> {
  const env: Env = { ledger, deployment, now, hasCode: hasCode && askedOnce(hasCode), speech };
  const all: Found[] = [];
  for (const [place, item] of items.entries()) {
    if (place % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise((resolve) => setTimeout(resolve));
    all.push({ item, verdict: await checkItem(item, env) });
  }
  withoutDoubles(all);
  afterRecords(all, env);
  inSeries(all, env);
  inJoinings(all, env);
  inRecoveries(all, env);
  const context = { ledger, deployment, speech, reports: reportsIn(items) };
  return all.map(({ item, verdict }) => ({ item, verdict, say: sayOf(item, verdict, env), what: explainItem(item, context) }));
}

function askedOnce(hasCode: HasCode): HasCode {
  const answers = new Map<string, boolean | Promise<boolean>>();
  return (address) => {
    const known = answers.get(address.toLowerCase());
    if (known !== undefined) return known;
    const answer = hasCode(address);
    answers.set(address.toLowerCase(), answer);
    return answer;
  };
}

async function checkItem(item: ReadItem, env: Env): Promise<Verdict> {
  const elsewhere = placeProblem(item, env);
  if (elsewhere) return bad(elsewhere);
  switch (item.kind) {
    case "act":
      return checkAct(item, env);
    case "application":
      return checkApplication(item, env);
    case "vouch":
      return checkVouch(item, env);
    case "keyConsent":
      return checkKeyConsent(item, env);
    case "guardianConsent":
      return checkGuardianConsent(item, env);
    case "ballot":
      return checkOneBallot(item, env);
    case "offer":
      return checkOffer(item, env);
    case "request":
      return checkRequest(item, env);
    case "split":
      return checkSplit(item, env);
    default:
      return checkRecovery(item, env);
  }
}

/** A file may lie about its place; then the signatures are not good here, which is found as well. */
function placeProblem({ place: { chainId, registry, governor } }: ReadItem, { deployment }: Env): Problem | null {
  if (chainId !== deployment.chainId) return "otherChain";
  const ours = (registry === null || isAddressEqual(registry, deployment.contracts.memberRegistry)) && (governor === null || isAddressEqual(governor, deployment.contracts.governor));
  return ours ? null : "otherCooperative";
}

const sayOf = (item: ReadItem, verdict: Verdict, env: Env): Both =>
  sayVerdict(verdict, { speech: env.speech, who: signerWords(item, env), until: untilOf(item), to: item.kind === "act" ? item.to : "", act: item.kind === "act" });

function untilOf(item: ReadItem): number {
  if (item.kind === "act") return item.notAfter;
  if (item.kind === "offer" || item.kind === "request") return item.closes;
  return item.kind === "ballot" ? 0 : item.expires;
}

/** Whoever should have signed. */
function signerWords(item: ReadItem, env: Env): Both {
  switch (item.kind) {
    case "act":
    case "ballot":
      return env.speech.member(item.member);
    case "vouch":
      return env.speech.member(item.sponsor);
    case "application":
      return tell(`地址${item.applicant}`, `the address ${item.applicant}`);
    case "keyConsent":
      return tell(`地址${item.newKey}`, `the address ${item.newKey}`);
    case "guardianConsent":
      return addressWords(env, item.guardian);
    case "offer":
      return env.speech.member(item.seller);
    case "request":
      return holderWords(env, item.buyer);
    case "split":
      return holderWords(env, item.party);
    default:
      return addressWords(env, item.signer);
  }
}
