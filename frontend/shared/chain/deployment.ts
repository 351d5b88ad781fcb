import { type Deployment, DeploymentFault, isNodeUrl, parseDeployment } from "#client/chain/deployment.ts";
import type { Both } from "../language/words.ts";
import { recall, remember } from "../store/browser.ts";
import { createStore } from "../store/store.ts";
import { chainText } from "./text.ts";

/** A seat of a practice member that any visitor may take. Its key is worth nothing, since the chain is for practice. */
export interface OfferedSeat {
  member: number;
  name: Both;
  key: `0x${string}`;
}

/** The deployment as a page uses it: the record, and what a practice network adds. */
export interface Place extends Deployment {
  /** Tells a restarted practice chain from its forerunner, which may be the same block for block. */
  run: string;
  seats: readonly OfferedSeat[];
}

const isHash = (value: unknown): value is `0x${string}` => typeof value === "string" && /^0x[0-9a-f]{64}$/i.test(value);

/** Reads a deployment file. Seats are taken from practice deployments only. Throws DeploymentFault with all that is wrong. */
export function parsePlace(json: unknown): Place {
  const deployment = parseDeployment(json);
  const raw = json as { run?: unknown; seats?: unknown };
  const listed: unknown[] = deployment.practice && Array.isArray(raw.seats) ? raw.seats : [];
  return { ...deployment, run: typeof raw.run === "string" ? raw.run : "", seats: listed.flatMap(parseSeat) };
}

/** A seat that is not whole is left out: the pages do without it. */
function parseSeat(value: unknown): OfferedSeat[] {
  const seat = (value ?? {}) as { member?: unknown; name?: unknown; key?: unknown; privateKey?: unknown };
  const key = seat.key ?? seat.privateKey;
  const { member } = seat;
  if (typeof member !== "number" || !Number.isSafeInteger(member) || !isHash(key)) return [];
  const name = seat.name as Partial<Both> | undefined;
  const given = typeof name?.zh === "string" && typeof name.en === "string" ? { zh: name.zh, en: name.en } : { zh: `${member}号成员`, en: `member ${member}` };
  return [{ member, name: given, key }];
}

/** The name under which this browser keeps things of a chain; a chain that was started anew has another. */
export function chainKey({ chainId, genesisHash, run }: Pick<Place, "chainId" | "genesisHash" | "run">): string {
  return `${chainId}:${genesisHash}:${run}`;
}

/** Where the deployment is read from: beside the page, at an address, or from a file the reader opened. */
export type DeploymentSource = { kind: "beside" } | { kind: "url"; url: string } | { kind: "file"; json: string };

/** The source this browser remembers; beside the page unless the reader chose otherwise. */
export function chosenSource(): DeploymentSource {
  const url = recall("deployment.url");
  if (url) return { kind: "url", url };
  const json = recall("deployment.file");
  return json ? { kind: "file", json } : { kind: "beside" };
}

/** Remembers where to read the deployment from. */
export function chooseSource(source: DeploymentSource): void {
  remember("deployment.url", source.kind === "url" ? source.url : null);
  remember("deployment.file", source.kind === "file" ? source.json : null);
}

/** Fetches and reads the deployment. Throws DeploymentFault, or the fetch's own error. */
export async function loadPlace(source: DeploymentSource): Promise<Place> {
  if (source.kind === "file") return parsePlace(parseJson(source.json));
  const answer = await fetch(source.kind === "url" ? source.url : new URL("deployment.json", document.baseURI), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return parsePlace(parseJson(await answer.text()));
}

/** JSON of a file; a file that is none is told like one with a wrong field. Throws DeploymentFault. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeploymentFault([{ zh: chainText.zh.noJson, en: chainText.en.noJson }]);
  }
}

/** The cooperative's name; its own words once the deployment is read. */
export const coopNameStore = createStore<Both>({ zh: chainText.zh.coop, en: chainText.en.coop });

/** The node's address: the reader's choice for this chain, else the deployment's, else the usual one of a practice chain. */
export function rpcUrl(place: Place): string | null {
  const chosen = recall(`rpc.${place.chainId}`);
  return isNodeUrl(chosen) ? chosen : (place.rpc ?? (place.practice ? "http://127.0.0.1:8545" : null));
}

/** Remembers another node for a chain; null goes back to the deployment's own. */
export function chooseRpc(chainId: number, url: string | null): void {
  remember(`rpc.${chainId}`, url);
}
