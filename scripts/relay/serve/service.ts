// The service as a whole: queue, door and carrier over one journal. Losing it loses nothing that a member cannot send by himself.
import type { Server } from "node:http";
import { join } from "node:path";
import { formatEther, type LocalAccount } from "viem";
import { getBalance } from "viem/actions";
import { tell } from "#client/chain/words.ts";
import type { Cooperative } from "../../coop/open.ts";
import { Journal } from "../journal.ts";
import { Payer, unsettled } from "../payer.ts";
import { Books } from "./books.ts";
import { Carrier, type Obstacle } from "./carrier.ts";
import { accept } from "./door.ts";
import { type Answer, makeServer, say } from "./http.ts";
import { Metrics } from "./metrics.ts";
import type { ServiceLimits } from "./options.ts";
import { type Entry, Queue } from "./queue.ts";
import { Shelf } from "./shelf.ts";

export interface ServiceOptions {
  readonly cooperative: Cooperative;
  readonly account: LocalAccount;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly limits: ServiceLimits;
}

export interface Service {
  readonly url: string;
  /** How many waited when it started. */
  readonly waiting: number;
  close(): Promise<void>;
}

/** Bytes of one request. */
const MOST_BODY = 524_288;
const AT_ONCE = 8;
/** From this size on the journal is written anew with what still counts. */
const MOST_JOURNAL = 32_000_000;
/** The balance is asked for so often at most, in milliseconds. */
const FRESH = 10_000;

/** Starts it. Errors: JournalTaken, JournalBroken, and those of listening. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { cooperative, account, folder, host, port, limits } = options;
  const { client, deployment } = cooperative;
  const { chainId, contracts } = deployment;
  const journal = new Journal<Entry>(join(folder, `${chainId}-${contracts.memberRegistry.toLowerCase()}.journal`));
  const queue = new Queue(journal.before, Date.now());
  journal.rewrite(queue.entries(Date.now()));
  const note = (entries: readonly Entry[]): void => {
    journal.note(...entries);
    for (const entry of entries) queue.apply(entry, Date.now());
    if (journal.size > MOST_JOURNAL) journal.rewrite(queue.entries(Date.now()));
  };
  const pace = deployment.practice ? { look: 100, raise: 10_000, patience: 120_000 } : { look: 2_000, raise: 60_000, patience: 1_800_000 };
  const payer = new Payer({ client, account, chainId, note: (entry) => note([entry]), before: unsettled(journal.before.filter((entry) => entry.is === "sent" || entry.is === "settled")), pace });
  const [books, metrics] = [new Books(cooperative), new Metrics()];
  const carrier = new Carrier({ cooperative, books, queue, payer, limits, metrics, keep: note });
  const post = (body: string): Promise<Answer> =>
    accept(body, {
      client, deployment, books, queue, limits, metrics,
      keep: (entries) => {
        note(entries);
        if (entries.length > 0) carrier.notice();
      },
    });
  const state = stateOf({ ...options, queue, books, carrier });
  const shelf = new Shelf(join(folder, `${chainId}-${contracts.memberRegistry.toLowerCase()}.market.json`), cooperative, books);
  const server = makeServer({ post, take: (body) => shelf.take(body), show: () => shelf.show(), act: (id) => tellAct(queue, id), health: state.health, metrics: () => ({ status: 200, text: metrics.render(state.gauges()) }), answered: (status) => metrics.add("relay_http_answers_total", `status="${status}"`) }, { body: MOST_BODY, atOnce: AT_ONCE });
  const waiting = queue.length;
  const url = await listen(server, host, port).catch((error: unknown) => {
    journal.close();
    throw error;
  });
  const running = carrier.run();
  return {
    url, waiting,
    close: async () => {
      carrier.stop();
      server.close();
      server.closeAllConnections();
      await running;
      journal.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      const address = server.address();
      const found = typeof address === "object" && address !== null ? address.port : port;
      done(`http://${host.includes(":") ? `[${host}]` : host}:${found}`);
    });
  });
}

function tellAct(queue: Queue, id: string): Answer {
  const found = /^0x[0-9a-f]{64}$/i.test(id) ? queue.find(id.toLowerCase() as `0x${string}`) : undefined;
  if (!found) return { status: 404, json: say("这里没有收下过这一份，或早已结束。", "This was not accepted here, or ended long ago.") };
  if ("say" in found) return { status: 200, json: { id: found.id, state: found.state, tx: found.tx, at: Math.floor(found.at / 1_000), say: found.say } };
  const words = found.state === "sent" ? say("已发出，正在等链确认。", "Sent: waiting for the chain.") : say("已收下，正在排队。", "Accepted: waiting for its turn.");
  return { status: 200, json: { id: found.id, state: found.state, tx: null, at: Math.floor(found.at / 1_000), ...words } };
}

const obstacleWords: Readonly<Record<NonNullable<Obstacle>, { readonly zh: string; readonly en: string }>> = {
  chain: tell("连不上链，收下的在等。", "The chain cannot be reached; what was accepted waits."),
  money: tell("付手续费的账户没有钱了，收下的在等。", "The account that pays for gas has no money; what was accepted waits."),
  gasPerHour: tell("这一小时的手续费额度用完了，收下的在等。", "The gas of this hour is used up; what was accepted waits."),
  price: tell("手续费单价太高，收下的在等。", "Gas costs too much just now; what was accepted waits."),
};
const fine = tell("正常。", "All is well.");

type Inside = ServiceOptions & { readonly queue: Queue; readonly books: Books; readonly carrier: Carrier };

function stateOf({ cooperative, account, queue, books, carrier, limits }: Inside) {
  const { client, deployment } = cooperative;
  let balance: { readonly at: number; readonly wei: bigint } | null = null;
  const readBalance = async (): Promise<bigint | null> => {
    if (!balance || Date.now() - balance.at > FRESH) balance = await getBalance(client, { address: account.address }).then((wei) => ({ at: Date.now(), wei }), () => null);
    return balance?.wei ?? null;
  };
  const health = async (): Promise<Answer> => {
    const wei = await readBalance();
    const { obstacle } = carrier;
    // Waiting for the next hour or a lower price is what it was told to do.
    const ok = wei !== null && wei > 0n && obstacle !== "chain" && obstacle !== "money";
    const words = wei === null ? obstacleWords.chain : wei === 0n ? obstacleWords.money : obstacle ? obstacleWords[obstacle] : fine;
    const json = {
      ok, say: words, name: deployment.name, chainId: deployment.chainId, registry: deployment.contracts.memberRegistry, payer: account.address, balance: wei === null ? null : formatEther(wei),
      waiting: queue.length, mostWaiting: limits.mostWaiting, perMemberAndHour: limits.perMember, gasPerAct: limits.gasPerAct, gasThisHour: queue.gasSpent(Date.now()).gas, gasPerHour: limits.gasPerHour,
    };
    return ok ? { status: 200, json } : { status: 503, json, wait: 30 };
  };
  const gauges = () => {
    void readBalance();
    const now = Date.now();
    return [
      ["relay_waiting", "Items that wait.", queue.length],
      ["relay_oldest_seconds", "For how long the oldest waits.", queue.oldest === null ? 0 : (now - queue.oldest) / 1_000],
      ["relay_gas_last_hour", "Gas paid for in the last hour.", queue.gasSpent(now).gas],
      ["relay_balance_ether", "What the account has, in ether, as last read; -1: not known.", balance ? Number(formatEther(balance.wei)) : -1],
      ["relay_books_age_seconds", "How old the books are; -1: not read yet.", books.readAt === null ? -1 : (now - books.readAt) / 1_000],
      ["relay_stopped", "1: something keeps it from carrying.", carrier.obstacle === null ? 0 : 1],
    ] as const;
  };
  return { health, gauges };
}
