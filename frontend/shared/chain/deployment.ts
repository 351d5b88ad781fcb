import type { Both } from "../language/words.ts";
import { recall, remember } from "../store/browser.ts";
import { createStore } from "../store/store.ts";
import { chainText } from "./text.ts";

type Address = `0x${string}`;

/** A seat of a practice member that any visitor may take. Only practice deployments have them. */
export interface OfferedSeat {
  member: number;
  name: Both;
  /** The member's key: worth nothing, since the chain is for practice. */
  key: `0x${string}`;
}

/** Where a cooperative lives: what `deployment.json` says. */
export interface Deployment {
  name: Both;
  chainId: number;
  /** The block in which the cooperative began; events are read from here on. */
  genesisBlock: number;
  /** Hash of that block, or of block 0: tells a restarted practice chain from its forerunner. */
  genesisHash: `0x${string}`;
  /** Seconds since 1970: epochs are counted from here. */
  genesis: number;
  practice: boolean;
  contracts: Readonly<Record<string, Address>>;
  rpc?: string;
  seats?: readonly OfferedSeat[];
}

/** A deployment file that cannot be used; `field` is what is wrong with it. */
export class DeploymentInvalid extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`deployment: ${field}`);
    this.name = "DeploymentInvalid";
    this.field = field;
  }
}

const isHex = (value: unknown, bytes: number): value is Address => typeof value === "string" && new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`).test(value);
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** Reads a deployment from JSON, field by field. Throws DeploymentInvalid with the first field that is wrong. */
export function parseDeployment(json: unknown): Deployment {
  if (typeof json !== "object" || json === null) throw new DeploymentInvalid("{}");
  const raw = json as Record<string, unknown>;
  const need = <T>(field: string, ok: (value: unknown) => value is T): T => {
    const value = raw[field];
    if (!ok(value)) throw new DeploymentInvalid(field);
    return value;
  };
  const contracts: Record<string, Address> = {};
  const listed = need("contracts", (value): value is Record<string, unknown> => typeof value === "object" && value !== null);
  for (const [name, address] of Object.entries(listed)) {
    if (address === null || address === undefined || address === "") continue;
    if (!isHex(address, 20)) throw new DeploymentInvalid(`contracts.${name}`);
    contracts[name] = address;
  }
  const rpc = raw["rpc"];
  if (rpc !== undefined && !isRpcUrl(rpc)) throw new DeploymentInvalid("rpc");
  return {
    name: parseName(raw["name"]),
    chainId: need("chainId", isCount),
    genesisBlock: need("genesisBlock", isCount),
    genesisHash: need("genesisHash", (value): value is Address => isHex(value, 32)),
    genesis: need("genesis", isCount),
    practice: need("practice", (value): value is boolean => typeof value === "boolean"),
    contracts,
    ...(rpc === undefined ? {} : { rpc }),
    ...(raw["practice"] === true && Array.isArray(raw["seats"]) ? { seats: raw["seats"].map(parseSeat) } : {}),
  };
}

function parseName(value: unknown): Both {
  if (typeof value === "string" && value !== "") return { zh: value, en: value };
  const both = value as Both | null;
  if (typeof both?.zh === "string" && typeof both.en === "string") return { zh: both.zh, en: both.en };
  throw new DeploymentInvalid("name");
}

function parseSeat(value: unknown, i: number): OfferedSeat {
  const seat = value as OfferedSeat | null;
  if (!isCount(seat?.member) || !isHex(seat.key, 32)) throw new DeploymentInvalid(`seats[${i}]`);
  return { member: seat.member, name: parseName(seat.name), key: seat.key };
}

/** Whether a text can be the address of a node: http, https, ws or wss. */
export function isRpcUrl(value: unknown): value is string {
  return typeof value === "string" && /^(https?|wss?):\/\/\S+$/.test(value) && URL.canParse(value);
}

/** `chain id : genesis hash`: the name under which this browser keeps things of a chain. */
export function chainKey(deployment: Deployment): string {
  return `${deployment.chainId}:${deployment.genesisHash.toLowerCase()}`;
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

/** Fetches and reads the deployment. Throws DeploymentInvalid, or the fetch's own error. */
export async function loadDeployment(source: DeploymentSource): Promise<Deployment> {
  if (source.kind === "file") return parseDeployment(JSON.parse(source.json));
  const answer = await fetch(source.kind === "url" ? source.url : new URL("deployment.json", document.baseURI), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return parseDeployment(await answer.json());
}

/** The cooperative's name; its own words once the deployment is read. */
export const coopNameStore = createStore<Both>({ zh: chainText.zh.coop, en: chainText.en.coop });

/** The node's address: the reader's choice for this chain, else the deployment's, else the usual one of a practice chain. */
export function rpcUrl(deployment: Deployment): string | null {
  return recall(`rpc.${deployment.chainId}`) ?? deployment.rpc ?? (deployment.practice ? "http://127.0.0.1:8545" : null);
}

/** Remembers another node for a chain; null goes back to the deployment's own. */
export function chooseRpc(chainId: number, url: string | null): void {
  remember(`rpc.${chainId}`, url);
}
