// What an item is worth beside the others: which act comes first, whether an application has its vouches and a recovery its guardians.
import type { ContributionId, MemberId } from "../chain/ids.ts";
import type { Ledger } from "../ledger.ts";
import { guardOf, neededToOpen } from "../people/foldGuards.ts";
import { nextNumber } from "../people/foldNonces.ts";
import { isNamed, mayJoin, vouchesNeeded } from "../people/mayJoin.ts";
import { neededToClose } from "../people/mayGuard.ts";
import { splitNonce } from "../people/nonces.ts";
import { canBeMadeAnew } from "../work/stage.ts";
import { itemId, type ReadItem } from "./bundle.ts";
import { bad, type Env, isCarriable, type Of, waits } from "./env.ts";
import { confirmedBy, readRecording, reportsIn } from "./reports.ts";
import type { Verdict } from "./verdicts.ts";

/** An item and what was found; the verdict is replaced where the others change it. */
export interface Found {
  readonly item: ReadItem;
  verdict: Verdict;
}

type FoundOf<K extends ReadItem["kind"]> = Found & { readonly item: Of<K> };

const carriable = <K extends ReadItem["kind"]>(all: readonly Found[], ...kinds: readonly K[]): FoundOf<K>[] =>
  all.filter(({ item, verdict }) => (kinds as readonly string[]).includes(item.kind) && isCarriable(verdict)) as FoundOf<K>[];

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return [...groups.values()];
}

/** The same words of the same signer count once: the first that is no fault, so that a spoilt copy does not stand in a good one's way. */
export function withoutDoubles(all: readonly Found[]): void {
  const seen = new Set<string>();
  for (const found of all) {
    if (found.verdict.is === "bad") continue;
    const id = found.item.kind === "ballot" ? `${found.item.proposalId} ${found.item.member}` : itemId(found.item);
    if (seen.has(id)) found.verdict = bad("twice");
    seen.add(id);
  }
}

/** A confirmation needs the record that it means, on the chain or beside it; one beside it cannot come while another stands under its evidence. */
export function afterRecords(all: readonly Found[], { ledger, now }: Env): void {
  const acts = carriable(all, "act");
  const reports = reportsIn(acts.map(({ item }) => item));
  for (const found of acts) {
    const confirming = readRecording(found.item);
    if (confirming?.is !== "confirm") continue;
    const { is } = confirmedBy({ ledger, reports }, confirming.id, confirming.digest);
    if (is === "otherwise" || (is === "beside" && stands(ledger, confirming.id, now))) found.verdict = bad("recordedOtherwise");
    if (is === "unknown") found.verdict = waits({ is: "record" });
  }
}

/** Whether a record stands: one that was taken back or given up may be made anew. */
function stands(ledger: Ledger, id: ContributionId, now: number): boolean {
  const claim = ledger.work.claims.get(id);
  return claim !== undefined && !canBeMadeAnew(ledger, claim, now);
}

/** Acts of one series come one after another; of two with one number the first is taken. */
export function inSeries(all: readonly Found[], { ledger }: Env): void {
  for (const series of grouped(carriable(all, "act"), ({ item }) => `${item.member}:${item.nonce >> 64n}`)) {
    const { member, nonce } = series[0]!.item;
    let next = nextNumber(ledger, member, splitNonce(nonce).key);
    for (const found of series.toSorted((a, b) => (a.item.nonce < b.item.nonce ? -1 : a.item.nonce > b.item.nonce ? 1 : 0))) {
      const { number } = splitNonce(found.item.nonce);
      if (number === next) next += 1n;
      else found.verdict = number < next ? bad("sameNumber") : waits({ is: "earlier", number: next });
    }
  }
}

/** An application needs its vouches, and they need it. */
export function inJoinings(all: readonly Found[], env: Env): void {
  for (const group of grouped(carriable(all, "application", "vouch"), ({ item }) => item.applicant.toLowerCase())) {
    const [application, ...others] = carriable(group, "application");
    for (const other of others) other.verdict = bad("sameNumber");
    const vouches = distinct(carriable(group, "vouch"), ({ item }) => String(item.sponsor));
    if (!application) for (const vouch of vouches) vouch.verdict = waits({ is: "application" });
    else if (isNamed(env.ledger, application.item.applicant, env.now)) for (const vouch of vouches) vouch.verdict = waits({ is: "notNeeded" });
    else joinBy([application, ...vouches], application.item.applicant, vouches.length, env);
  }
}

function joinBy(group: readonly Found[], applicant: string, vouches: number, { ledger, now }: Env): void {
  const missing = vouchesNeeded(ledger) - vouches;
  const obstacle = mayJoin(ledger, applicant, now);
  const wait = missing > 0 ? waits({ is: "vouches", missing }) : obstacle?.at != null ? waits({ is: "quarter", at: obstacle.at }) : null;
  if (wait) for (const found of group) found.verdict = wait;
}

/** Keeps one of each, and tells the others that they are here twice. */
function distinct<F extends Found>(all: readonly F[], nameOf: (one: F) => string): F[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const name = nameOf(one);
    const fresh = !seen.has(name);
    seen.add(name);
    if (!fresh) one.verdict = bad("twice");
    return fresh;
  });
}

/** A recovery needs the new key's word and those of enough guardians. */
export function inRecoveries(all: readonly Found[], env: Env): void {
  const opening = carriable(all, "recoveryConsent", "recoveryApproval");
  for (const group of grouped(opening, ({ item: { member, opening: turn, newKey, expires } }) => `${member}:${turn}:${newKey.toLowerCase()}:${expires}`)) {
    const { member } = group[0]!.item;
    const consents = carriable(group, "recoveryConsent");
    const missing = neededToOpen(guardOf(env.ledger, member as MemberId), env.now).needed - carriable(group, "recoveryApproval").length;
    const wait = missing > 0 ? waits({ is: "guardians", missing }) : consents.length === 0 ? waits({ is: "newKey" }) : null;
    if (wait) for (const found of group) found.verdict = wait;
  }
  for (const group of grouped(carriable(all, "recoveryCancel"), ({ item: { member, opening: turn, expires } }) => `${member}:${turn}:${expires}`)) {
    const missing = neededToClose(env.ledger, group[0]!.item.member as MemberId, env.now) - group.length;
    if (missing > 0) for (const found of group) found.verdict = waits({ is: "guardians", missing });
  }
}
