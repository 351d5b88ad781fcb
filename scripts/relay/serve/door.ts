// What the service accepts: only what is signed, is complete, and lies within the quota of whoever it is for.
import { type Address, type Client, hashTypedData, type Hex } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "#client/chain/deployment.ts";
import { Failure } from "#client/chain/failure.ts";
import { toFailure } from "#client/chain/toFailure.ts";
import { type Both, tell } from "#client/chain/words.ts";
import { ballotDigest } from "#client/governance/ballot.ts";
import { itemId, type ReadItem, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { nonceOf, splitNonce } from "#client/people/nonces.ts";
import { digestOf, type SignedType } from "#client/people/signing.ts";
import { offerIdOf, requestIdOf, signableSplit } from "#client/price/digest.ts";
import { speechOf } from "../../coop/speech.ts";
import type { Books, Snapshot } from "./books.ts";
import { type Answer, say } from "./http.ts";
import type { Metrics } from "./metrics.ts";
import type { ServiceLimits } from "./options.ts";
import { type Accepted, HOUR, type Queue } from "./queue.ts";

/** So many items of one request. */
const MOST_ITEMS = 200;
/** Bytes of one item: more could not pass the gas that an act may have. */
const MOST_BYTES = 32_768;
/** What becomes possible later than this is not kept: whoever has it sends it then. Seconds. */
const MOST_WAIT = 3_600;

/** What an item is told. */
interface Told {
  readonly id: Hex;
  readonly number: number;
  readonly state: "queued" | "sent" | "done" | "refused" | "unaccepted";
  readonly tx?: Hex | null;
  readonly say: Both;
  /** Seconds after which it is worth asking again. */
  readonly wait?: number;
}

export interface DoorOptions {
  readonly client: Client;
  readonly deployment: Deployment;
  readonly books: Books;
  readonly queue: Queue;
  readonly limits: ServiceLimits;
  readonly metrics: Metrics;
  /** Puts entries on the disk and into the queue. */
  keep(entries: readonly Accepted[]): void;
}

const queued = tell("已收下，会代您送出，不用花钱。", "Accepted: it will be carried for you, at no cost.");
const sentences = {
  nothing: say("这里面没有可以读的内容。没有收下；请取得原来的文件再试。", "There is nothing here that can be read. Nothing was accepted: get the file as it was written and try again."),
  many: say(`一次至多${MOST_ITEMS}份。没有收下；请分几次送。`, `At most ${MOST_ITEMS} items are taken at once. Nothing was accepted: send them in parts.`),
  blind: say("现在连不上链，没有收下。请过一会儿再试，或自己发送。", "The chain cannot be reached just now. Nothing was accepted: try again in a while, or send it yourself."),
  full: tell("排队的已满，没有收下。请过一会儿再试，或自己发送。", "The queue is full, and this was not accepted. Try again in a while, or send it yourself."),
  quota: (most: number) => tell(`一位成员一小时至多代送${most}份，没有收下。请过一会儿再试，或自己发送。`, `At most ${most} items of a member are carried in an hour, and this was not accepted. Try again later, or send it yourself.`),
  large: tell("这一份太大，不能免费代送，没有收下。请自己发送。", "This item is too large to be carried for free, and was not accepted. Please send it yourself."),
  notWallet: tell("合约钱包说这不是它签的。没有收下。请用钱包重新签。", "The contract wallet says that it did not sign this. It was not accepted; sign it anew with the wallet."),
};

/** Answers a request to carry. */
export async function accept(body: string, door: DoorOptions): Promise<Answer> {
  const { items, faults } = readBundle(body);
  if (items.length === 0) return { status: 422, json: { ...sentences.nothing, faults } };
  if (items.length > MOST_ITEMS) return { status: 413, json: sentences.many };
  // What was done is looked at again: a chain may have changed its mind.
  const fresh = items.filter((item) => !isWaiting(door.queue, item));
  let found: Judged = new Map();
  if (fresh.length > 0) {
    try {
      const known = fresh.some((item) => door.queue.find(itemId(item))?.state === "done");
      found = await judge(fresh, await (known ? door.books.read() : door.books.recent()), door);
    } catch (error) {
      if (toFailure(error).data.kind !== "network") throw error;
      return { status: 503, json: sentences.blind, wait: 15 };
    }
  }
  // From here on nothing is awaited: two requests cannot take the same place.
  const accepted: Accepted[] = [];
  const told = items.map((item) => admit(item, found, accepted, door));
  door.keep(accepted);
  for (const { state } of told) if (state === "unaccepted") door.metrics.add("relay_items_turned_away_total", 'reason="unfit"');
  return { ...statusOf(told, accepted.length), json: { items: told, faults } };
}

const isWaiting = (queue: Queue, item: ReadItem): boolean => {
  const state = queue.find(itemId(item))?.state;
  return state === "queued" || state === "sent";
};

function statusOf(told: readonly Told[], accepted: number): Pick<Answer, "status" | "wait"> {
  if (accepted > 0) return { status: 202 };
  const waits = told.flatMap(({ wait }) => (wait === undefined ? [] : [wait]));
  if (waits.length > 0) return { status: 429, wait: Math.min(...waits) };
  return { status: told.every(({ state }) => state === "unaccepted") ? 422 : 200 };
}

/** What was found of each item that is new here: null: fit to be carried. */
type Judged = ReadonlyMap<ReadItem, { readonly checked: CheckedItem; readonly why: Both | null }>;

async function judge(items: readonly ReadItem[], snapshot: Snapshot, door: DoorOptions): Promise<Judged> {
  const { ledger, now } = snapshot;
  const { deployment, books } = door;
  const checked = await checkItems(items, { ledger, deployment, now, hasCode: books.hasCode, speech: speechOf(ledger) });
  const whole = new Set(planShipments(checked).flatMap((shipment) => shipment.items));
  const judged = new Map<ReadItem, { checked: CheckedItem; why: Both | null }>();
  for (const one of checked) judged.set(one.item, { checked: one, why: await whyNot(one, whole.has(one), snapshot, door) });
  return judged;
}

async function whyNot({ item, verdict, say: words }: CheckedItem, planned: boolean, { now }: Snapshot, { client, deployment }: DoorOptions): Promise<Both | null> {
  if (verdict.is === "wallet" && planned) return (await walletSays(client, verdict.wallet, digestOfItem(item, deployment), item.signature)) ? null : sentences.notWallet;
  if (verdict.is === "good" && planned) return null;
  if (verdict.is !== "waits") return words;
  if (verdict.for.is === "earlier") return null; // admit() looks for the one before it
  return (verdict.for.is === "time" || verdict.for.is === "vote") && verdict.for.at <= now + MOST_WAIT ? null : words;
}

function admit(item: ReadItem, judged: Judged, accepted: Accepted[], door: DoorOptions): Told {
  const { queue, limits, metrics, deployment } = door;
  const id = itemId(item);
  const { number } = item;
  if (accepted.some((one) => one.id === id)) return { id, number, state: "queued", say: queued };
  const known = queue.find(id);
  if (known?.state === "queued" || known?.state === "sent" || !judged.has(item)) return { id, number, state: known?.state ?? "unaccepted", say: known && "say" in known ? known.say : queued };
  const { checked, why } = judged.get(item)!;
  if (why && known?.state === "done") return { id, number, state: "done", tx: known.tx, say: known.say };
  if (checked.verdict.is === "done") return { id, number, state: "done", tx: null, say: checked.say };
  if (why) return { id, number, state: "unaccepted", say: why };
  if (checked.verdict.is === "waits" && checked.verdict.for.is === "earlier" && !followsOn(item, checked.verdict.for.number, accepted, queue)) return { id, number, state: "unaccepted", say: checked.say };
  const text = writeBundle([item], deployment);
  if (text.length > MOST_BYTES) return { id, number, state: "unaccepted", say: sentences.large };
  const now = Date.now();
  if (queue.length + accepted.length >= limits.mostWaiting) {
    metrics.add("relay_items_turned_away_total", 'reason="full"');
    return { id, number, state: "unaccepted", say: sentences.full, wait: 30 };
  }
  const who = payersOf(item);
  for (const one of who) {
    const before = queue.acceptedFor(one, now);
    const more = accepted.filter((entry) => entry.who.includes(one)).length;
    if (before.length + more < limits.perMember) continue;
    metrics.add("relay_items_turned_away_total", 'reason="quota"');
    return { id, number, state: "unaccepted", say: sentences.quota(limits.perMember), wait: ((before[0] ?? now) + HOUR - now) / 1_000 };
  }
  accepted.push({ is: "accepted", id, who, at: now, text });
  metrics.add("relay_items_accepted_total", `kind="${item.kind}"`);
  return { id, number, state: "queued", say: queued };
}

/** Whether all acts between the chain's next number and this one are here. */
function followsOn(item: ReadItem, next: bigint, accepted: readonly Accepted[], queue: Queue): boolean {
  if (item.kind !== "act") return false;
  const { key, number } = splitNonce(item.nonce);
  if (number - next > BigInt(MOST_ITEMS)) return false;
  const here = new Set(accepted.flatMap(({ text }) => readBundle(text).items.flatMap((one) => (one.kind === "act" && one.member === item.member ? [one.nonce] : []))));
  for (let at = next; at < number; at++) if (!queue.hasAct(item.member, nonceOf(key, at)) && !here.has(nonceOf(key, at))) return false;
  return true;
}

/** Whose quota it counts against. A recovery has one of its own: whoever stole the key must not use it up. */
function payersOf(item: ReadItem): string[] {
  switch (item.kind) {
    case "act":
    case "ballot":
      return [`member ${item.member}`];
    case "application":
      return [`address ${item.applicant.toLowerCase()}`];
    case "vouch":
      return [`member ${item.sponsor}`];
    case "offer":
      return [`member ${item.seller}`];
    case "request":
      return [`holder ${item.buyer}`];
    case "split":
      return [`holder ${item.party}`];
    default:
      return [`recovery ${item.member}`];
  }
}

const signedTypes = { act: "Act", application: "Application", vouch: "Vouch", keyConsent: "KeyConsent", guardianConsent: "GuardianConsent", recoveryConsent: "RecoveryConsent", recoveryApproval: "RecoveryApproval", recoveryCancel: "RecoveryCancel" } as const satisfies Record<Exclude<ReadItem["kind"], "ballot" | "offer" | "request" | "split">, SignedType>;

function digestOfItem(item: ReadItem, deployment: Deployment): Hex {
  switch (item.kind) {
    case "ballot":
      return ballotDigest(item, deployment);
    case "offer":
      return offerIdOf(item, deployment);
    case "request":
      return requestIdOf(item, deployment);
    case "split":
      return hashTypedData(signableSplit(item, deployment));
    default:
      return digestOf(signedTypes[item.kind], item as never, deployment);
  }
}

const erc1271 = [{ type: "function", name: "isValidSignature", stateMutability: "view", inputs: [{ type: "bytes32" }, { type: "bytes" }], outputs: [{ type: "bytes4" }] }] as const;

/** What a contract wallet says of a signature (ERC-1271). Errors: Failure of the network. */
async function walletSays(client: Client, wallet: Address, digest: Hex, signature: Hex): Promise<boolean> {
  try {
    return (await readContract(client, { address: wallet, abi: erc1271, functionName: "isValidSignature", args: [digest, signature] })) === "0x1626ba7e";
  } catch (error) {
    const failure = toFailure(error);
    if (failure instanceof Failure && failure.data.kind === "network" && failure.data.problem !== "unknown") throw failure;
    return false;
  }
}
