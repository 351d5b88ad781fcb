// Many members send what they signed to one service, which is killed on the way; whether each act was done exactly once is read from the chain.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { getBlockNumber, getTransactionReceipt } from "viem/actions";
import { relayAbi } from "#client/abi/Relay.ts";
import { itemId, writeBundle } from "#client/offnet/bundle.ts";
import { pause } from "../../relay/payer.ts";
import { signActs, type SignedItem, timeOf } from "./acts.ts";
import { foundMany, type Ground } from "./ground.ts";
import { type Running, startProcess } from "./service.ts";

export interface Load {
  readonly members: number;
  readonly perMember: number;
  /** The service is killed when so many of a hundred acts are done. */
  readonly killsAt: readonly number[];
  readonly perLot: number;
  readonly port: number;
  /** Told of what happens. */
  tell(line: string): void;
}

/** What became of it. */
export interface LoadResult {
  readonly members: number;
  readonly acts: number;
  readonly kills: number;
  /** How many acts were done when the service was killed, each time. */
  readonly doneAtKills: readonly number[];
  /** From the first request to the last act. */
  readonly seconds: number;
  readonly transactions: number;
  readonly gas: number;
  /** Acts that the chain tells of as done, once and more than once, and not at all. */
  readonly once: number;
  readonly twice: number;
  readonly missing: number;
  /** Acts that a transaction carried and the chain refused: paid for and for nothing. */
  readonly inVain: number;
  /** Requests that had to be sent again, since the service was dead. */
  readonly again: number;
  /** Acts of which the service, asked at the end, does not say that they are done. */
  readonly forgotten: number;
  /** Peak memory of the service, in megabytes; null where the system does not tell. */
  readonly megabytes: number | null;
}

const POSTERS = 8;

/** Runs it. Throws where an act is not done in ten minutes. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const ground = await foundMany(load.members, load.port);
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-relay-load-"));
  const place = new Place(ground, folder, load);
  try {
    return await place.run();
  } finally {
    await place.service?.kill();
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Place {
  service: Running | null = null;
  private readonly ground: Ground;
  private readonly load: Load;
  private readonly folder: string;
  private again = 0;
  private megabytes: number | null = null;

  constructor(ground: Ground, folder: string, load: Load) {
    this.ground = ground;
    this.folder = folder;
    this.load = load;
    writeFileSync(join(folder, "record.json"), JSON.stringify(ground.record));
  }

  async run(): Promise<LoadResult> {
    const { members, perMember, killsAt, tell } = this.load;
    const now = await timeOf(this.ground);
    const acts: SignedItem[][] = [];
    for (let member = 1; member <= members; member++) acts.push(await signActs(this.ground, member, perMember, now));
    const total = members * perMember;
    tell(`${total} acts of ${members} members are signed`);
    const first = await getBlockNumber(this.ground.client);
    await this.start();
    const since = performance.now();
    const posted = this.postAll(acts.map((own) => writeBundle(own, this.ground.deployment)));
    const doneAtKills: number[] = [];
    for (const percent of killsAt) {
      await this.until((done) => done >= (total * percent) / 100);
      await this.measure();
      await this.service!.kill();
      doneAtKills.push(await this.countDone());
      tell(`killed when ${doneAtKills.at(-1)} were done`);
      await this.start();
    }
    await posted;
    await this.until((done) => done >= total);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    await this.measure();
    const forgotten = await this.askAll(acts.flat().map(itemId));
    const judged = await this.judge(acts.flat(), first);
    return { members, acts: total, kills: killsAt.length, doneAtKills, seconds, ...judged, again: this.again, forgotten, megabytes: this.megabytes };
  }

  private async start(): Promise<void> {
    const { perLot, perMember } = this.load;
    this.service = await startProcess([
      "--deployment", join(this.folder, "record.json"), "--state", join(this.folder, "state"), "--lang", "en",
      "--per-lot", String(perLot), "--per-member", String(perMember), "--gas-per-hour", "10000000000", "--most-waiting", "100000",
    ]);
  }

  /** Every member's bundle is sent until the service answers; an answer is never doubted afterwards. */
  private async postAll(bundles: readonly string[]): Promise<void> {
    const left = [...bundles];
    const post = async (): Promise<void> => {
      for (let body = left.shift(); body !== undefined; body = left.shift()) {
        while (!(await this.post(body))) {
          this.again += 1;
          await pause(200);
        }
      }
    };
    await Promise.all(Array.from({ length: POSTERS }, post));
  }

  /** Whether it was accepted; false where the service is dead or busy. Throws where it is turned away. */
  private async post(body: string): Promise<boolean> {
    let response: Response;
    try {
      response = await fetch(`${this.service!.url}/bundles`, { method: "POST", body });
      if (response.status === 202 || response.status === 200) {
        await response.text();
        return true;
      }
    } catch {
      return false;
    }
    if (response.status === 503) return false;
    throw new Error(`The service turned a bundle away: ${response.status} ${await response.text()}`);
  }

  private async countDone(): Promise<number> {
    return (await this.logs("Carried", 0n)).length;
  }

  private async logs(name: "Carried" | "NotCarried", fromBlock: bigint): Promise<readonly { member: number; nonce: bigint; tx: Hex }[]> {
    const { client, deployment } = this.ground;
    const found = await client.getContractEvents({ address: deployment.contracts.relay, abi: relayAbi, eventName: name, fromBlock, toBlock: "latest" });
    return found.map(({ args, transactionHash }) => ({ member: Number(args.member), nonce: args.nonce!, tx: transactionHash }));
  }

  private async until(enough: (done: number) => boolean): Promise<void> {
    const since = Date.now();
    for (let done = await this.countDone(); !enough(done); done = await this.countDone()) {
      if (Date.now() - since > 600_000) throw new Error(`Only ${done} acts are done after ten minutes.\n${this.service!.said()}`);
      await pause(50);
    }
  }

  /** Of how many acts the service does not say that they are done. */
  private async askAll(ids: readonly Hex[]): Promise<number> {
    let left = ids;
    // The chain knows a moment before the service does.
    for (let tried = 0; tried < 100 && left.length > 0; tried++) {
      const still: Hex[] = [];
      for (let at = 0; at < left.length; at += POSTERS) {
        const asked = left.slice(at, at + POSTERS);
        const states = await Promise.all(asked.map((id) => this.stateOf(id)));
        still.push(...asked.filter((_, place) => states[place] !== "done"));
      }
      left = still;
      if (left.length > 0) await pause(100);
    }
    return left.length;
  }

  private async stateOf(id: Hex): Promise<string> {
    const answer = await fetch(`${this.service!.url}/acts/${id}`);
    return ((await answer.json()) as { state?: string }).state ?? "unknown";
  }

  private async measure(): Promise<void> {
    try {
      const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.service!.pid}/status`, "utf8"))?.[1]);
      if (peak > 0) this.megabytes = Math.max(this.megabytes ?? 0, Math.round(peak / 1_000));
    } catch {
      // Other systems keep no such file.
    }
  }

  private async judge(acts: readonly SignedItem[], first: bigint): Promise<Pick<LoadResult, "transactions" | "gas" | "once" | "twice" | "missing" | "inVain">> {
    const carried = await this.logs("Carried", first);
    const times = new Map<string, number>();
    for (const { member, nonce } of carried) times.set(`${member}:${nonce}`, (times.get(`${member}:${nonce}`) ?? 0) + 1);
    const counts = acts.map(({ member, nonce }) => times.get(`${member}:${nonce}`) ?? 0);
    const transactions = [...new Set(carried.map(({ tx }) => tx))];
    let gas = 0;
    for (const hash of transactions) gas += Number((await getTransactionReceipt(this.ground.client, { hash })).gasUsed);
    const by = (is: (count: number) => boolean): number => counts.filter(is).length;
    return { transactions: transactions.length, gas, once: by((count) => count === 1), twice: by((count) => count > 1), missing: by((count) => count === 0), inVain: (await this.logs("NotCarried", first)).length };
  }
}
