import type { Hex } from "viem";
import { type Both, tell } from "../../chain/words.ts";
import { besideUrl, gatewayUrl, type NoPlace, type Place, readAddress } from "./address.ts";
import { digestOf, MOST_BYTES } from "./canonical.ts";
import { cidOf } from "./cid.ts";
import { getBytes, type NotHad } from "./get.ts";

/** Why a document cannot be read here. `notChosen`: the reader named no gateway to IPFS. `notAsked`: the host waits for the reader's word. */
export type Missing = NoPlace | NotHad | "notChosen" | "notAsked";

/** Where bytes came from. `given`: the reader opened a file. */
export type Origin = Place["is"] | "given";

/**
 * What came of reading a document whose digest stands on chain: these three words and no fourth.
 * - verified: the bytes are those that the chain names
 * - altered: bytes came, and they are others. Danger: never show them as the document; they may be anything
 * - unavailable: none came, and why; nothing is said of the document itself
 */
export type Outcome =
  | { readonly is: "verified"; readonly bytes: Uint8Array; readonly from: Origin }
  | { readonly is: "altered"; readonly bytes: Uint8Array; readonly from: Origin; readonly digest: Hex }
  | { readonly is: "unavailable"; readonly why: Missing; readonly host: string | null };

/** What the reader allows, and how to reach out. */
export interface Reach {
  readonly fetch: typeof fetch;
  /** The address of these pages. */
  readonly here: string;
  /** A gateway to IPFS that the reader chose in the settings; null: none is asked. */
  readonly gateway: string | null;
  /** Hosts that the reader said may be asked, as `Missing` named them. */
  readonly hosts: ReadonlySet<string>;
  /** Milliseconds; 15 seconds where nothing is said. */
  readonly wait?: number;
}

const WAIT = 15_000;
/** A file may be read that is not canonical or has grown: to say that it is altered, it must be had. */
const MOST_READ = 4 * MOST_BYTES;

/** Holds bytes against the digest on chain. */
export function verify(bytes: Uint8Array, digest: Hex, from: Origin): Outcome {
  const found = digestOf(bytes);
  return found === digest.toLowerCase() ? { is: "verified", bytes, from } : { is: "altered", bytes, from, digest: found };
}

/**
 * Reads a document by its address and its digest, and always hashes what comes. It is looked for in the address itself, beside these
 * pages, at the reader's gateway and, with the reader's word, at the host that the address names; the first that verifies is taken.
 * Works for whatever is written down by digest and address: statements, articles, comments. Never rejects.
 */
export async function readDocument({ uri, digest }: { uri: string; digest: Hex }, reach: Reach): Promise<Outcome> {
  const named = readAddress(uri, digest, reach.here);
  const first = typeof named === "string" ? missing(named) : await readPlace(named, digest, reach);
  if (first.is === "verified") return first;
  // Whatever became of the address, a true copy beside these pages or on IPFS is as good.
  for (const place of otherPlaces(named, digest, reach)) {
    const other = await readPlace(place, digest, reach);
    if (other.is === "verified") return other;
  }
  return first;
}

function otherPlaces(named: Place | NoPlace, digest: Hex, { here, gateway }: Reach): Place[] {
  const beside: Place = { is: "beside", url: besideUrl(digest, here) };
  const ipfs: Place = { is: "ipfs", path: cidOf(digest) };
  const tried = typeof named === "string" ? null : named;
  return [beside, ...(gateway === null ? [] : [ipfs])].filter((place) => JSON.stringify(place) !== JSON.stringify(tried));
}

async function readPlace(place: Place, digest: Hex, { fetch, gateway, hosts, wait = WAIT }: Reach): Promise<Outcome> {
  if (place.is === "inside") return verify(place.bytes, digest, "inside");
  if (place.is === "host" && !hosts.has(place.host)) return missing("notAsked", place.host);
  if (place.is === "ipfs" && gateway === null) return missing("notChosen");
  const url = place.is === "ipfs" ? gatewayUrl(gateway!, place.path) : place.url;
  if (url === null) return missing("addressRefused");
  const host = place.is === "beside" ? null : new URL(url).host;
  const got = await getBytes(url, { fetch, most: MOST_READ, wait });
  if (typeof got === "string") return missing(got, host);
  const outcome = verify(got.bytes, digest, place.is);
  if (outcome.is === "verified" || !got.page) return outcome;
  // A server of single pages answers everything with its first page.
  return missing(place.is === "beside" ? "notFound" : "page", host);
}

const missing = (why: Missing, host: string | null = null): Outcome => ({ is: "unavailable", why, host });

/** The three words. */
export const outcomeWords: { readonly [K in Outcome["is"]]: Both } = {
  verified: tell("一致", "Verified"),
  altered: tell("已改动", "Altered"),
  unavailable: tell("读不到", "Unavailable"),
};

/** Why nothing could be read, and what to do. */
const missingTexts: { readonly [M in Missing]: (host: string) => Both } = {
  noAddress: () => tell("链上没有写它放在哪里", "The chain does not say where it is kept"),
  addressRefused: () => tell("它的地址不是本页会打开的那几种", "Its address is none of those that this page opens"),
  otherDocument: () => tell("它的地址指向另一份文件，与链上的指纹不符", "Its address names another file than the digest on chain"),
  notChosen: () => tell("它放在IPFS上，您还没有选用网关，所以没有询问任何人。可以在设置里填一个您信任的网关", "It is kept on IPFS, and since you chose no gateway nobody was asked. Name a gateway you trust in the settings"),
  notAsked: (host) => tell(`它放在${host}。去取就会让对方看到有人在读，所以先问您`, `It is kept at ${host}. Asking there shows that somebody reads it, so this page asks you first`),
  notFound: (host) => tell(`${host || "那里"}没有这份文件`, `${host || "The place it should be in"} does not have it`),
  timeOut: (host) => tell(`${host || "那里"}太久没有回答`, `${host || "The place it is kept in"} took too long to answer`),
  tooLarge: (host) => tell(`${host || "那里"}给的内容太大，不可能是它，没有读完`, `${host || "The place it is kept in"} sent more than it can be, so it was not read to the end`),
  page: (host) => tell(`${host || "那里"}给的是一张网页，不是这份文件`, `${host || "The place it is kept in"} sent a web page and not the file`),
  unreachable: (host) => tell(`${host || "那里"}连不上，或不允许别的网页来取`, `${host || "The place it is kept in"} cannot be reached, or does not let other pages read from it`),
};

/** An outcome as a sentence: what is known, that nothing is lost, what to do. */
export function sayOutcome(outcome: Outcome): Both {
  if (outcome.is === "verified") return tell("读到的每个字节都与链上的指纹一致。", "Every byte that was read is the one whose digest stands on chain.");
  if (outcome.is === "altered")
    return tell("读到了内容，但与链上的指纹不符：它不是成员提交的那一份。链上的记录没有变。请向提出人索取原件，在这里打开核对。", "Something was read, but it is not what the digest on chain names, so it is not what was submitted. What stands on chain has not changed. Ask the proposer for the original and open it here.");
  const { zh, en } = missingTexts[outcome.why](outcome.host ?? "");
  return tell(`${zh}。这不说明它有问题，链上的记录也没有变。您手里若有这份文件，可以在这里打开核对。`, `${en}. That says nothing against it, and what stands on chain has not changed. If you have the file, open it here and it will be checked.`);
}
