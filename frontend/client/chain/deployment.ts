import { type Address, getAddress, type Hex, isAddress, zeroAddress } from "viem";
import { type ContractName, contractNames } from "./contractNames.ts";
import { isHash } from "./ids.ts";
import type { Both } from "./words.ts";

/** Where a cooperative lives: one file that pages, scripts and tests read. */
export interface Deployment {
  /** The cooperative's name. A record that gives one text for both languages has it in each. */
  name: Both;
  chainId: number;
  /** The block of the first contract: nothing before it concerns the cooperative. */
  genesisBlock: bigint;
  /** That block's hash: a chain that was started anew has another. */
  genesisHash: Hex;
  /** The first second of epoch 0, in seconds since 1970. */
  genesis: number;
  /** Whether this is a chain to practise on, whose time may be moved and whose keys are known to all. */
  practice: boolean;
  contracts: Record<ContractName, Address>;
  /** A node that the record proposes, or null. */
  rpc: string | null;
  /** Of a practice chain: a token worth nothing, of which anyone may make as much as wanted. */
  practiceToken?: Address;
}

/** A file that is no deployment record. `faults`: everything that is wrong with it, a sentence each. */
export class DeploymentFault extends Error {
  readonly faults: readonly Both[];
  constructor(faults: readonly Both[]) {
    super(faults.map((fault) => fault.en).join("\n"));
    this.name = "DeploymentFault";
    this.faults = faults;
  }
}

/** Reads a deployment record from what JSON.parse gave. Errors: DeploymentFault with every fault, never only the first. */
export function parseDeployment(json: unknown): Deployment {
  const fields = new Fields(json);
  const contracts = fields.object("contracts");
  const deployment: Deployment = {
    name: fields.both("name", 100),
    chainId: fields.whole("chainId", 1),
    genesisBlock: BigInt(fields.whole("genesisBlock", 0)),
    genesisHash: fields.hash("genesisHash"),
    genesis: fields.whole("genesis", 1),
    practice: fields.flag("practice"),
    contracts: Object.fromEntries(contractNames.map((name) => [name, contracts.address(name)])) as Deployment["contracts"],
    rpc: fields.has("rpc") ? fields.nodeUrl("rpc") : null,
  };
  // Money that anyone can make belongs to no real cooperative, whatever its record says.
  if (deployment.practice && fields.has("practiceToken")) deployment.practiceToken = fields.address("practiceToken");
  const faults = fields.faults;
  if (faults.length === 0 && new Set(Object.values(deployment.contracts)).size < contractNames.length)
    faults.push({ zh: "两个合约写了同一个地址。", en: "Two contracts have the same address." });
  if (faults.length > 0) throw new DeploymentFault(faults);
  return deployment;
}

/** Whether a text can be the address of a node. */
export const isNodeUrl = (value: unknown): value is string => typeof value === "string" && /^(https?|wss?):\/\/\S+$/.test(value) && URL.canParse(value);

/** `chain id:genesis hash`: the name under which things of one chain are kept, so that a restarted one shows nothing of its forerunner. */
export const chainKey = ({ chainId, genesisHash }: Pick<Deployment, "chainId" | "genesisHash">): string => `${chainId}:${genesisHash}`;

/** Reads fields of unknown JSON and gathers what is wrong, so that a person mends a file once. */
export class Fields {
  readonly faults: Both[];
  private readonly values: Record<string, unknown>;
  private readonly path: string;

  constructor(json: unknown, path = "", faults: Both[] = []) {
    this.path = path;
    this.faults = faults;
    const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    this.values = isObject ? (json as Record<string, unknown>) : {};
    if (!isObject) {
      const what = path === "" ? { zh: "文件", en: "The file" } : { zh: `“${path}”`, en: `“${path}”` };
      faults.push({ zh: `${what.zh}应当是一个JSON对象。`, en: `${what.en} must be a JSON object.` });
    }
  }

  has(key: string): boolean {
    return Object.hasOwn(this.values, key);
  }

  object(key: string): Fields {
    return new Fields(this.values[key], this.path + key, this.faults);
  }

  list(key: string): Fields[] {
    const value = this.values[key];
    if (Array.isArray(value)) return value.map((item, place) => new Fields(item, `${this.path}${key}[${place}]`, this.faults));
    this.refuse(key, "应当是一个列表", "must be a list");
    return [];
  }

  text(key: string, most: number): string {
    const value = this.values[key];
    if (typeof value === "string" && value.trim() !== "" && value.length <= most) return value;
    this.refuse(key, `应当是一段不超过${most}个字符的文字`, `must be a text of at most ${most} characters`);
    return "";
  }

  both(key: string, most: number): Both {
    const value = this.values[key];
    if (typeof value === "object" && value !== null) {
      const inside = this.object(key);
      return { zh: inside.text("zh", most), en: inside.text("en", most) };
    }
    const text = this.text(key, most);
    return { zh: text, en: text };
  }

  nodeUrl(key: string): string {
    const value = this.values[key];
    if (isNodeUrl(value)) return value;
    this.refuse(key, "应当是一个http、https、ws或wss地址", "must be an address that begins with http, https, ws or wss");
    return "";
  }

  whole(key: string, least: number): number {
    const value = this.values[key];
    if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
    this.refuse(key, `应当是不小于${least}的整数`, `must be a whole number, ${least} or more`);
    return least;
  }

  flag(key: string): boolean {
    const value = this.values[key];
    if (typeof value === "boolean") return value;
    this.refuse(key, "应当是true或false", "must be true or false");
    return false;
  }

  hash(key: string): Hex {
    const value = this.values[key];
    if (isHash(value)) return value.toLowerCase() as Hex;
    this.refuse(key, "应当是0x开头的64位十六进制数", "must be 0x and 64 hexadecimal digits");
    return "0x";
  }

  address(key: string): Address {
    const value = this.values[key];
    if (typeof value === "string" && isAddress(value, { strict: false }) && value !== zeroAddress) return getAddress(value);
    this.refuse(key, "应当是一个地址：0x和40位十六进制数", "must be an address: 0x and 40 hexadecimal digits");
    return zeroAddress;
  }

  private refuse(key: string, zh: string, en: string): void {
    const name = this.path === "" ? key : `${this.path}.${key}`;
    const missing = !this.has(key);
    this.faults.push({ zh: missing ? `缺少“${name}”，它${zh}。` : `“${name}”${zh}。`, en: missing ? `“${name}” is missing; it ${en}.` : `“${name}” ${en}.` });
  }
}
