import { expect } from "chai";
import { createClient, custom, type Hex, numberToHex } from "viem";
import { checkChain } from "#client/chain/check.ts";
import type { Failure } from "#client/chain/failure.ts";
import { type Progress, readEvents } from "#client/chain/logs.ts";
import { readLedger } from "#client/read.ts";
import { chain, load } from "../../support/chain.ts";
import { found, type Cooperative } from "../../support/cooperative.ts";
import { client, World } from "../../support/client/world.ts";

type Request = { method: string; params?: unknown };

/** The specs' chain behind a node that does as the test says; `asked` gathers the ranges of logs. */
function moody(answer: (request: Request, ask: () => Promise<unknown>) => Promise<unknown>) {
  const asked: [number, number][] = [];
  const request = async (call: Request): Promise<unknown> => {
    const ask = () => chain.provider.request(call as never);
    if (call.method === "eth_getLogs") {
      const [{ fromBlock, toBlock }] = call.params as [{ fromBlock: Hex; toBlock: Hex }];
      asked.push([Number(fromBlock), Number(toBlock)]);
    }
    return answer(call, ask);
  };
  return { asked, client: createClient({ transport: custom({ request } as never, { retryCount: 0 }) }) };
}

const refusal = (): never => {
  throw Object.assign(new Error("query returned more than 10000 results"), { code: -32602 });
};

async function smallCooperative(): Promise<Cooperative> {
  const cooperative = await found({ members: 4 });
  await cooperative.allEnrol(cooperative.all);
  await cooperative.records(cooperative.all[0]!, { quantity: 3 });
  return cooperative;
}

const failureOf = (reading: Promise<unknown>): Promise<Failure> => reading.then(() => expect.fail("was read"), (error: Failure) => error);

describe("Reading the log", () => {
  let world: World;
  beforeEach(async () => {
    world = new World((await load(smallCooperative)).record);
  });

  it("gives every event of every contract, in the order of the chain, with the time of its block", async () => {
    const { events, checkpoint } = await readEvents(client, world.deployment);
    const named = events.map((event) => event.name);
    expect(named.filter((name) => name === "Joined")).to.have.length(4);
    expect(named.filter((name) => name === "ProjectFounded")).to.have.length(5);
    expect(named.filter((name) => name === "Enrolled")).to.have.length(4);
    expect(named.at(-1)).to.equal("Recorded");
    for (const [place, event] of events.entries()) {
      const before = events[place - 1];
      if (before) expect(before.block < event.block || (before.block === event.block && before.logIndex < event.logIndex)).to.equal(true);
    }
    expect(events.at(-1)!.at).to.equal(await world.now());
    const { hash } = await client.getBlock({ blockNumber: checkpoint.block });
    expect(checkpoint.hash).to.equal(hash);
  });

  it("goes on from a checkpoint and gives nothing twice", async () => {
    const half = (await client.getBlockNumber()) - 2n;
    const first = await readEvents(client, world.deployment, { to: half });
    const rest = await readEvents(client, world.deployment, { from: first.checkpoint });
    const whole = await readEvents(client, world.deployment);
    expect([...first.events, ...rest.events]).to.deep.equal(whole.events);
    expect((await readEvents(client, world.deployment, { from: whole.checkpoint })).events).to.deep.equal([]);
  });

  it("asks for less where a node refuses much, and for more again where it answers", async () => {
    const whole = await readEvents(client, world.deployment);
    const strict = moody(async ({ method, params }, ask) => {
      const [{ fromBlock, toBlock }] = (method === "eth_getLogs" ? params : [{ fromBlock: 0, toBlock: 0 }]) as [{ fromBlock: Hex; toBlock: Hex }];
      return Number(toBlock) - Number(fromBlock) >= 3 ? refusal() : ask();
    });
    const seen: Progress[] = [];
    const { events } = await readEvents(strict.client, world.deployment, { onProgress: (progress) => seen.push(progress) });
    expect(events).to.deep.equal(whole.events);
    expect(strict.asked.some(([from, to]) => to - from >= 3)).to.equal(true);
    expect(seen.at(-1)!.at).to.equal(seen.at(-1)!.to);
    for (const [place, progress] of seen.entries()) expect(progress.at > (seen[place - 1]?.at ?? -1n)).to.equal(true);
  });

  it("asks for the times of blocks where the logs do not say them, and once each", async () => {
    const times: unknown[] = [];
    const plain = moody(async ({ method, params }, ask) => {
      const answer = await ask();
      if (method === "eth_getLogs") return (answer as object[]).map((log) => ({ ...log, blockTimestamp: undefined }));
      if (method === "eth_getBlockByNumber") times.push((params as unknown[])[0]);
      return answer;
    });
    const whole = await readEvents(client, world.deployment);
    expect((await readEvents(plain.client, world.deployment)).events).to.deep.equal(whole.events);
    const blocks = new Set(whole.events.map((event) => numberToHex(event.block)));
    for (const block of blocks) expect(times.filter((asked) => asked === block).length).to.be.within(1, 3); // the checkpoint's block is asked for twice more
  });

  it("gives up on a node that refuses a single block, as a fault of the network", async () => {
    const dead = moody(async ({ method }, ask) => (method === "eth_getLogs" ? refusal() : ask()));
    const { data } = await failureOf(readEvents(dead.client, world.deployment));
    expect(data.kind).to.equal("network");
    expect(dead.asked.filter(([from, to]) => from === to)).to.have.length(3);
  });

  it("tells a node that cannot be reached, and one that is busy", async () => {
    const gone = moody(async () => Promise.reject(new TypeError("fetch failed")));
    expect((await failureOf(readEvents(gone.client, world.deployment))).data).to.deep.equal({ kind: "network", problem: "unreachable" });
    const busy = moody(async () => Promise.reject(Object.assign(new Error("slow down"), { code: -32005 })));
    expect((await failureOf(readEvents(busy.client, world.deployment))).data).to.deep.equal({ kind: "network", problem: "busy" });
  });

  it("knows the chain of the deployment from another one, and from one that was started anew", async () => {
    await checkChain(client, world.deployment);
    const problem = async (deployment: typeof world.deployment) => (await failureOf(checkChain(client, deployment))).data;
    expect(await problem({ ...world.deployment, chainId: 1 })).to.deep.equal({ kind: "network", problem: "otherChain" });
    const other = { ...world.deployment, genesisHash: `0x${"0".repeat(64)}` as const };
    expect(await problem(other)).to.deep.equal({ kind: "network", problem: "restarted" });
    expect(await problem({ ...other, practice: false })).to.deep.equal({ kind: "network", problem: "otherChain" });
    expect(await problem({ ...world.deployment, genesisBlock: 10n ** 9n })).to.deep.equal({ kind: "network", problem: "restarted" });
  });

  it("stops where it is told to stop", async () => {
    const stop = new AbortController();
    stop.abort();
    await readEvents(client, world.deployment, { signal: stop.signal }).then(() => expect.fail("went on"), (error: Error) => expect(error.name).to.equal("AbortError"));
  });

  it("notices that the chain changed its mind, and reads the books anew", async () => {
    const snapshot = await chain.networkHelpers.takeSnapshot();
    await chain.networkHelpers.mine(3);
    const before = await readLedger(client, world.deployment);
    expect(before.anew).to.equal(false);
    await snapshot.restore();
    await chain.networkHelpers.time.increase(77);
    await chain.networkHelpers.mine(6);
    const { data } = await failureOf(readEvents(client, world.deployment, { from: before.checkpoint }));
    expect(data).to.deep.equal({ kind: "network", problem: "reorganised" });
    const after = await readLedger(client, world.deployment, before);
    expect(after.anew).to.equal(true);
    expect(after.ledger).to.deep.equal(before.ledger);
    const again = await readLedger(client, world.deployment, after);
    expect(again.ledger).to.equal(after.ledger);
  });
});
