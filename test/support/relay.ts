// The ground on which carried things are tried: a chain that processes outside of this one can reach, wound back for each test.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { http, createWalletClient, type Address, type Hex, parseAbi } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { waitForTransactionReceipt, writeContract } from "viem/actions";
import { relayAbi } from "#client/abi/Relay.ts";
import { type Item, writeBundle } from "#client/offnet/bundle.ts";
import { type SignedTerms, type SignedType, signable } from "#client/people/signing.ts";
import { foundMany, type Ground } from "../../scripts/campaign/relayLoad/ground.ts";
import { freshFolder, type Ran } from "./coop.ts";
import { runInside } from "./coopInside.ts";

/** How many members it has. Member 1 pays for `coop relay`. */
export const MEMBERS = 12;
export const DAY = 86_400;

let ground: Promise<Ground> | undefined;
after(async () => (await ground)?.close());

/** A place for one test. */
export class Place {
  readonly ground: Ground;
  readonly folder: string;
  private readonly drop: () => void;
  private readonly bottom: string;

  private constructor(found: Ground, bottom: string) {
    this.ground = found;
    this.bottom = bottom;
    const { folder, drop } = freshFolder();
    [this.folder, this.drop] = [folder, drop];
    this.writes("record.json", JSON.stringify(found.record));
  }

  static async make(): Promise<Place> {
    const found = await (ground ??= foundMany(MEMBERS, 28_760));
    return new Place(found, String(await found.ask("evm_snapshot")));
  }

  async leave(): Promise<void> {
    await this.ground.ask("evm_setAutomine", true);
    await this.ground.ask("evm_revert", this.bottom);
    this.drop();
  }

  path = (name: string): string => join(this.folder, name);
  writes = (name: string, text: string): void => writeFileSync(this.path(name), text);
  bundles = (name: string, items: readonly Item[]): void => this.writes(name, writeBundle(items, this.ground.deployment));
  coop = (...args: string[]): Promise<Ran> => runInside([...args, "--deployment", "record.json"], this.folder);

  /** A signature over these terms. */
  signs = <T extends SignedType>(key: Hex, type: T, terms: SignedTerms[T]): Promise<Hex> => privateKeyToAccount(key).signTypedData(signable(type, terms, this.ground.deployment) as never);
  keyOf = (member: number): Hex => this.ground.privateKeys[member - 1]!;
  addressOf = (member: number): Address => this.ground.keys[member - 1]!.address;

  block = async (): Promise<number> => Number(await this.ground.ask("eth_blockNumber"));
  /** What the Relay's own log says: how often each act was done, and how many were carried in vain. */
  log = async (): Promise<{ done: Record<string, number>; inVain: number }> => {
    const { client, deployment } = this.ground;
    const logs = await client.getContractEvents({ address: deployment.contracts.relay, abi: relayAbi, fromBlock: 0n, toBlock: "latest" });
    const done: Record<string, number> = {};
    for (const log of logs) if (log.eventName === "Carried") done[`${log.args.member}:${log.args.nonce}`] = (done[`${log.args.member}:${log.args.nonce}`] ?? 0) + 1;
    return { done, inVain: logs.filter(({ eventName }) => eventName === "NotCarried").length };
  };
  days = async (count: number): Promise<void> => {
    await this.ground.ask("evm_increaseTime", count * DAY);
    await this.ground.ask("evm_mine");
  };
  /** Puts code beneath a key: a contract wallet. */
  beneath = (member: number, code: Hex): Promise<unknown> => this.ground.ask("hardhat_setCode", this.addressOf(member), code);
  /** Somebody who has money sends a plain call. */
  sends = async (from: Hex, to: Address, signature: string, args: readonly unknown[]): Promise<Hex> => {
    const account = privateKeyToAccount(from);
    await this.ground.ask("hardhat_setBalance", account.address, "0xde0b6b3a7640000");
    const wallet = createWalletClient({ account, transport: http(this.ground.url) });
    const abi = parseAbi([`function ${signature}`] as never) as never;
    const hash = await writeContract(wallet, { address: to, abi, functionName: signature.split("(")[0], args, chain: null } as never);
    await waitForTransactionReceipt(this.ground.client, { hash });
    return hash;
  };
}

/** Answers every question with the magic value of isValidSignature; and one that says no to everything. */
export const AGREES: Hex = "0x631626ba7e60e01b5f5260205ff3";
export const DENIES: Hex = "0x5f5f5260205ff3";
