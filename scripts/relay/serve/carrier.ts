// Carries what the queue holds: rehearsed first, within what may be spent, one transaction at a time.
import type { Hex } from "viem";
import { getGasPrice } from "viem/actions";
import type { Failure } from "#client/chain/failure.ts";
import { toFailure } from "#client/chain/toFailure.ts";
import { tell } from "#client/chain/words.ts";
import { itemId, type ReadItem } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { planShipments, type Shipment } from "#client/offnet/plan.ts";
import { splitNonce } from "#client/people/nonces.ts";
import type { Cooperative } from "../../coop/open.ts";
import { speechOf } from "../../coop/speech.ts";
import type { Payer } from "../payer.ts";
import { load, type Outcome, send, type Shipping } from "../ship.ts";
import type { Books } from "./books.ts";
import type { Metrics } from "./metrics.ts";
import type { ServiceLimits } from "./options.ts";
import type { Concluded, Queue, Waiting } from "./queue.ts";

export interface CarrierOptions {
  readonly cooperative: Pick<Cooperative, "client" | "deployment">;
  readonly books: Books;
  readonly queue: Queue;
  readonly payer: Payer;
  readonly limits: ServiceLimits;
  readonly metrics: Metrics;
  /** Puts entries on the disk and into the queue. */
  keep(entries: readonly Concluded[]): void;
}

/** Of the oldest so many lots are looked at at once. */
const LOTS = 3;
/** What was refused in a rehearsal is tried so often: what it waits for may be on its way. */
const TRIES = 3;
const SOON = 1_000;
/** What waits for a moment is looked at again after so long at most, in milliseconds. */
const LATER = 600_000;

/** What keeps the service from carrying just now; null: nothing. */
export type Obstacle = "chain" | "money" | "gasPerHour" | "price" | null;

const orphan = tell("同一串里的前一件没有做成，所以这一件也送不了。签名仍然有效，可以以后再送。", "The act before it in its series was not done, and so this one cannot be. The signature stays good; send it again later.");

export class Carrier {
  obstacle: Obstacle = null;
  private readonly options: CarrierOptions;
  private stopped = false;
  private wake: () => void = () => undefined;

  constructor(options: CarrierOptions) {
    this.options = options;
  }

  /** Goes on until `stop`. Never throws: what the way to the chain stops is tried again. */
  async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      try {
        const moved = await this.round();
        failures = 0;
        if (!moved) await this.sleep(this.obstacle === null ? 1_000 : 5_000);
      } catch (error) {
        failures += 1;
        this.fail(toFailure(error));
        await this.sleep(Math.min(60_000, 1_000 * 2 ** failures));
      }
    }
  }

  /** Something was accepted. */
  notice(): void {
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private fail(failure: Failure): void {
    const { data } = failure;
    this.obstacle = data.kind === "wallet" && data.problem === "noFunds" ? "money" : "chain";
    if (this.obstacle === "chain") this.options.metrics.add("relay_chain_failures_total");
    if (data.kind === "rule" || (data.kind === "network" && data.problem === "unknown")) console.error(failure.details);
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
    this.wake = () => undefined;
  }

  /** One look at the oldest that wait. Returns whether to look again at once. Errors: Failure of wallet or network. */
  private async round(): Promise<boolean> {
    const { queue, payer, books, limits, cooperative } = this.options;
    if (payer.waits) this.count(await payer.resume());
    const due = queue.due(Date.now(), LOTS * limits.perLot);
    if (due.length === 0) {
      this.obstacle = null;
      return false;
    }
    if ((this.obstacle = await this.mayNotSpend(0n)) !== null) return false;
    const { ledger, now } = await books.read();
    const speech = speechOf(ledger);
    const held = new Map<ReadItem, Waiting>(due.map((one) => [one.item, one]));
    const checked = await checkItems(due.map(({ item }) => item), { ledger, deployment: cooperative.deployment, now, hasCode: books.hasCode, speech });
    this.sort(checked, held);
    const shipping: Shipping = { ...cooperative, payer: payer.address, most: limits.gasPerAct, ledger, speech };
    let moved = false;
    for (const shipment of planShipments(checked, { gasOf: () => 1, most: limits.perLot })) {
      const outcomes = await this.ship(shipping, shipment);
      if (outcomes === null) return false;
      this.record(outcomes, held);
      moved ||= outcomes.length > 0;
    }
    return moved;
  }

  /** Concludes what is done or cannot be, and puts off what waits. */
  private sort(checked: readonly CheckedItem[], held: ReadonlyMap<ReadItem, Waiting>): void {
    const { metrics, keep, queue } = this.options;
    const concluded: Concluded[] = [];
    for (const { item, verdict, say } of checked) {
      const { id, tx } = held.get(item)!;
      const end = (state: Concluded["state"], words = say): void => void concluded.push({ is: "concluded", id, state, tx: state === "done" ? tx : null, say: words, at: Date.now() });
      if (verdict.is === "done") {
        metrics.add("relay_items_done_total", tx === null ? 'by="others"' : 'by="this"');
        end("done");
      } else if (verdict.is === "bad") {
        metrics.add("relay_items_refused_total", 'by="check"');
        end("refused");
      } else if (verdict.is === "waits") {
        if (verdict.for.is === "earlier" && !this.isHere(item, verdict.for.number)) {
          metrics.add("relay_items_refused_total", 'by="check"');
          end("refused", orphan);
        } else queue.putOff(id, Math.min("at" in verdict.for ? verdict.for.at * 1_000 : 0, Date.now() + LATER) || Date.now() + SOON);
      }
    }
    keep(concluded);
  }

  private isHere(item: ReadItem, number: bigint): boolean {
    return item.kind === "act" && this.options.queue.hasAct(item.member, (splitNonce(item.nonce).key << 64n) | number);
  }

  /** Null where it may not be spent now. */
  private async ship(shipping: Shipping, shipment: Shipment): Promise<readonly Outcome[] | null> {
    const { payer } = this.options;
    const loaded = await load(shipping, shipment);
    if (!loaded.call) return loaded.refused;
    this.obstacle = await this.mayNotSpend(loaded.call.gas);
    if (this.obstacle !== null) return null;
    const { ended, outcomes } = await send(payer, shipping, loaded);
    if (ended) this.count(ended);
    return [...loaded.refused, ...outcomes];
  }

  private async mayNotSpend(gas: bigint): Promise<Obstacle> {
    const { queue, limits, cooperative } = this.options;
    if (queue.gasSpent(Date.now()).gas + Number(gas) > limits.gasPerHour) return "gasPerHour";
    return limits.mostWei !== null && (await getGasPrice(cooperative.client)) > limits.mostWei ? "price" : null;
  }

  private count({ settled }: { readonly settled: { readonly status: string; readonly gasUsed: number } }): void {
    this.options.metrics.add("relay_transactions_total", `end="${settled.status}"`);
    this.options.metrics.add("relay_gas_used_total", "", settled.gasUsed);
  }

  private record(outcomes: readonly Outcome[], held: ReadonlyMap<ReadItem, Waiting>): void {
    const { queue, metrics, keep } = this.options;
    const concluded: Concluded[] = [];
    for (const { item, state, tx, say } of outcomes) {
      const one = held.get(item.item)!;
      const id: Hex = itemId(item.item);
      if (state === "done") metrics.add("relay_items_done_total", 'by="this"');
      if (state !== "done" && one.failed + 1 < TRIES) {
        queue.putOff(id, Date.now() + SOON * (one.failed + 1), 1);
        continue;
      }
      if (state !== "done") metrics.add("relay_items_refused_total", tx === null ? 'by="rehearsal"' : 'by="chain"');
      concluded.push({ is: "concluded", id, state: state === "done" ? "done" : "refused", tx, say, at: Date.now() });
    }
    keep(concluded);
  }
}
