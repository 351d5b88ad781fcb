import { isAddressEqual, type TransactionReceipt } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import { type ChainEvent, contractFinder, decodeEvent } from "../chain/events.ts";
import { Failure } from "../chain/failure.ts";
import { decodeRefusal } from "../chain/toFailure.ts";
import type { Intent } from "../chain/intent.ts";
import { type Both, plainSpeech, type Speech, tell } from "../chain/words.ts";
import { explainFailure } from "../errors.ts";
import { isKeySignature, longSignature } from "../governance/ballot.ts";
import { bundlesOf, MOST_CARRIED, parseCastBallots } from "../governance/castBallots.ts";
import { skips } from "../governance/types.ts";
import { skipWords } from "../governance/words.ts";
import { parseCarryMany } from "../people/carry.ts";
import { parseJoin } from "../people/join.ts";
import { parseCancelRecovery, parseOpenRecovery } from "../people/recovery.ts";
import { parseOpenOffer } from "../price/openOffer.ts";
import { parseOpenRequest } from "../price/openRequest.ts";
import type { CheckedItem } from "./check.ts";
import { isCarriable, type Of } from "./env.ts";
import { readRecording } from "./reports.ts";

/** One transaction, and what it carries. */
export interface Shipment {
  readonly intent: Intent;
  readonly items: readonly CheckedItem[];
}

export interface PlanOptions {
  /** The gas that an act is given, from a rehearsal; without it each is given `USUAL_GAS`. */
  readonly gasOf?: (item: CheckedItem) => number;
  /** Acts in one transaction at most. */
  readonly most?: number;
  /** Gas of all acts of one transaction together at most. */
  readonly mostGas?: number;
}

/** Enough for any act of a member but the longest proposals and statements. */
export const USUAL_GAS = 700_000;
/** Acts in one transaction, and their gas together: a third of a block of any public chain. */
export const MOST_ACTS = 20;
export const MOST_GAS = 10_000_000;

type CheckedOf<K extends CheckedItem["item"]["kind"]> = CheckedItem & { readonly item: Of<K> };

const ofKind = <K extends CheckedItem["item"]["kind"]>(all: readonly CheckedItem[], kind: K): CheckedOf<K>[] => all.filter(({ item }) => item.kind === kind) as CheckedOf<K>[];

/** What can be sent now, in as few transactions as it takes: acts, ballots, joinings, recoveries, offers and requests. What waits or is bad is left out. */
export function planShipments(checked: readonly CheckedItem[], options: PlanOptions = {}): Shipment[] {
  const ready = checked.filter(({ verdict }) => isCarriable(verdict));
  return [...joinings(ready), ...carryings(ofKind(ready, "act"), options), ...ballots(ofKind(ready, "ballot")), ...openings(ready), ...closings(ready), ...offers(ready), ...requests(ready)];
}

/** A key's signature in the 65 bytes that every contract takes; a wallet's as it is. */
const signatureOf = ({ item, verdict }: CheckedItem): `0x${string}` => (verdict.is === "good" ? longSignature(item.signature) : item.signature);

/** A member's acts in the order of their series and numbers, so that those of one series never change places; a confirmation after its record. */
function inOrder(acts: readonly CheckedOf<"act">[]): CheckedOf<"act">[] {
  const sorted = acts.toSorted((a, b) => a.item.member - b.item.member || (a.item.nonce < b.item.nonce ? -1 : 1));
  const series = Map.groupBy(sorted, seriesOf);
  const recordings = new Map(sorted.map((act) => [act, readRecording(act.item)]));
  const records = new Map([...recordings].flatMap(([act, found]) => (found?.is === "record" ? [[found.digest, act]] : [])));
  const [ordered, met] = [new Set<CheckedOf<"act">>(), new Set<CheckedOf<"act">>()];
  const put = (act: CheckedOf<"act">): void => {
    if (met.has(act)) return;
    for (const before of series.get(seriesOf(act))!) {
      if (ordered.has(before)) continue;
      // Two that wait for each other: their series decide.
      if (met.has(before)) return;
      met.add(before);
      const found = recordings.get(before);
      const record = found?.is === "confirm" ? records.get(found.digest) : undefined;
      if (record) put(record);
      ordered.add(before);
      if (before === act) return;
    }
  };
  for (const act of sorted) put(act);
  return [...ordered];
}

const seriesOf = ({ item }: CheckedOf<"act">): string => `${item.member}:${item.nonce >> 64n}`;

/** As many in a transaction as it may hold. */
function carryings(acts: readonly CheckedOf<"act">[], { gasOf = () => USUAL_GAS, most = MOST_ACTS, mostGas = MOST_GAS }: PlanOptions): Shipment[] {
  const lots: { readonly items: CheckedOf<"act">[]; gas: number }[] = [];
  for (const act of inOrder(acts)) {
    const gas = gasFor(act, gasOf, mostGas);
    const last = lots.at(-1);
    if (last && last.items.length < most && last.gas + gas <= mostGas) {
      last.items.push(act);
      last.gas += gas;
    } else lots.push({ items: [act], gas });
  }
  return lots.map(({ items }) => ({ items, intent: parseCarryMany(items.map((one) => ({ ...one.item, signature: signatureOf(one), gas: gasFor(one, gasOf, mostGas) }))) }));
}

const gasFor = (act: CheckedItem, gasOf: (item: CheckedItem) => number, most: number): number => Math.min(most, Math.max(1, Math.ceil(gasOf(act))));

function ballots(items: readonly CheckedOf<"ballot">[]): Shipment[] {
  const sorted = items.toSorted((a, b) => (a.item.proposalId < b.item.proposalId ? -1 : a.item.proposalId > b.item.proposalId ? 1 : a.item.member - b.item.member));
  const lots = Array.from({ length: Math.ceil(sorted.length / MOST_CARRIED) }, (_, lot) => sorted.slice(lot * MOST_CARRIED, (lot + 1) * MOST_CARRIED));
  return lots.map((lot) => ({ items: lot, intent: parseCastBallots(bundlesOf(lot.map(asBallot))) }));
}

function asBallot({ item, verdict, say }: CheckedOf<"ballot">): Parameters<typeof bundlesOf>[0][number] {
  const { chainId, governor } = item.place;
  return { ballot: { ...item, chainId, governor: governor ?? "0x", place: item.number }, verdict: verdict.is === "wallet" ? verdict : { is: "good" }, say };
}

function joinings(ready: readonly CheckedItem[]): Shipment[] {
  const vouches = ofKind(ready, "vouch");
  return ofKind(ready, "application").map((application) => {
    const own = vouches.filter(({ item }) => item.applicant === application.item.applicant).slice(0, 2);
    const signed = own.map((one) => ({ ...one.item, signature: signatureOf(one) }));
    return { items: [application, ...own], intent: parseJoin({ ...application.item, signature: signatureOf(application) }, signed) };
  });
}

function openings(ready: readonly CheckedItem[]): Shipment[] {
  const approvals = ofKind(ready, "recoveryApproval");
  return ofKind(ready, "recoveryConsent").map((consent) => {
    const { member, opening, newKey, expires } = consent.item;
    const own = approvals.filter(({ item }) => item.member === member && item.opening === opening && item.newKey === newKey && item.expires === expires);
    return { items: [consent, ...own], intent: parseOpenRecovery(consent.item, signatureOf(consent), own.map(asApproval)) };
  });
}

function closings(ready: readonly CheckedItem[]): Shipment[] {
  const groups = Map.groupBy(ofKind(ready, "recoveryCancel"), ({ item: { member, opening, expires } }) => `${member}:${opening}:${expires}`);
  return [...groups.values()].map((own) => ({ items: own, intent: parseCancelRecovery(own[0]!.item, own.map(asApproval)) }));
}

const keySignature = (signature: `0x${string}`) => (isKeySignature(signature) ? longSignature(signature) : signature);

/** Offers and requests are put on record one by one. */
const offers = (ready: readonly CheckedItem[]): Shipment[] =>
  ofKind(ready, "offer").map((one) => ({ items: [one], intent: parseOpenOffer({ offer: one.item, signatures: [signatureOf(one), ...one.item.agreed.map(keySignature)], uri: one.item.uri }) }));

const requests = (ready: readonly CheckedItem[]): Shipment[] =>
  ofKind(ready, "request").map((one) => ({ items: [one], intent: parseOpenRequest({ request: one.item, signature: signatureOf(one), uri: one.item.uri }) }));

const asApproval = (one: CheckedOf<"recoveryApproval"> | CheckedOf<"recoveryCancel">) => ({ signer: one.item.signer, signature: signatureOf(one) });

/** What became of an item; `reason`: why it was not done, where that is known. */
export interface Outcome {
  readonly item: CheckedItem;
  readonly done: boolean;
  readonly reason: Both | null;
}

const undone = (item: CheckedItem, reason: Both | null): Outcome => ({ item, done: false, reason });

/** What became of each item of a shipment, by the events of its receipt and nothing else. */
export function outcomesOf({ items }: Shipment, receipt: TransactionReceipt, deployment: Pick<Deployment, "contracts">, speech: Speech = plainSpeech): Outcome[] {
  if (receipt.status !== "success") return items.map((item) => undone(item, tell("整笔交易被拒绝了，什么也没有改变。可以再送一次。", "The whole transaction was refused, and nothing changed. It can be sent again.")));
  const events = eventsIn(receipt, deployment);
  return items.map((item) => outcomeOf(item, events, speech));
}

function eventsIn({ logs }: TransactionReceipt, deployment: Pick<Deployment, "contracts">): ChainEvent[] {
  const contractOf = contractFinder(deployment);
  return logs.flatMap((log) => {
    const contract = contractOf(log.address);
    const place = { block: log.blockNumber, blockHash: log.blockHash, at: 0, tx: log.transactionHash, logIndex: log.logIndex };
    const event = contract && decodeEvent(contract, log, place);
    return event ? [event] : [];
  });
}

function outcomeOf(checked: CheckedItem, events: readonly ChainEvent[], speech: Speech): Outcome {
  const { item } = checked;
  switch (item.kind) {
    case "act":
      return actOutcome(checked as CheckedOf<"act">, events, speech);
    case "ballot":
      return ballotOutcome(checked as CheckedOf<"ballot">, events);
    case "application":
    case "vouch":
      return { item: checked, done: events.some((event) => event.name === "Joined" && isAddressEqual(event.args.key, item.applicant)), reason: null };
    case "recoveryConsent":
    case "recoveryApproval":
      return { item: checked, done: events.some((event) => event.name === "RecoveryOpened" && event.args.member === item.member && event.args.opening === item.opening), reason: null };
    case "recoveryCancel":
      return { item: checked, done: events.some((event) => event.name === "RecoveryCancelled" && event.args.member === item.member && event.args.opening === item.opening), reason: null };
    case "offer":
      return { item: checked, done: events.some((event) => event.name === "OfferOpened" && event.args.seller === item.seller && event.args.terms.salt === item.salt), reason: null };
    case "request":
      return { item: checked, done: events.some((event) => event.name === "RequestOpened" && event.args.terms.salt === item.salt), reason: null };
    default:
      return undone(checked, null);
  }
}

function actOutcome(checked: CheckedOf<"act">, events: readonly ChainEvent[], speech: Speech): Outcome {
  const { member, nonce } = checked.item;
  for (const event of events) {
    if (event.contract !== "relay" || event.name === "EIP712DomainChanged" || event.args.member !== member || event.args.nonce !== nonce) continue;
    if (event.name === "Carried") return { item: checked, done: true, reason: null };
    if (event.name === "NotCarried") return undone(checked, explainFailure(new Failure({ kind: "rule", rule: decodeRefusal(event.args.reason) }), speech));
  }
  return undone(checked, null);
}

function ballotOutcome(checked: CheckedOf<"ballot">, events: readonly ChainEvent[]): Outcome {
  const { item, verdict } = checked;
  const voter = verdict.is === "good" ? verdict.signer : verdict.is === "wallet" ? verdict.wallet : null;
  const counted = voter !== null && events.some((event) => event.name === "VoteCast" && event.args.proposalId === item.proposalId && isAddressEqual(event.args.voter, voter));
  if (counted) return { item: checked, done: true, reason: null };
  const skipped = events.find((event) => event.name === "BallotSkipped" && event.args.proposalId === item.proposalId && event.args.member === item.member);
  return undone(checked, skipped?.name === "BallotSkipped" ? (skipWords[skips[skipped.args.reason]!] ?? null) : null);
}
