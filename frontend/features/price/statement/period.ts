import { epochStart } from "#client/chain/epoch.ts";
import type { Span } from "#client/price/statement.ts";

/** What the reader chose: everything, an epoch, or days. */
export type Choice = { readonly is: "all" } | { readonly is: "epoch"; readonly epoch: number } | { readonly is: "days"; readonly from: string; readonly until: string };

/** The choice as seconds; null where the days make no period. A day begins and ends in the reader's zone. */
export function periodOf(choice: Choice, genesis: number, now: number): Span | null {
  if (choice.is === "all") return { from: genesis, until: now + 1 };
  if (choice.is === "epoch") return { from: epochStart(genesis, choice.epoch), until: epochStart(genesis, choice.epoch + 1) };
  const [from, until] = [startOfDay(choice.from, 0), startOfDay(choice.until, 1)];
  return from === null || until === null || until <= from ? null : { from, until };
}

function startOfDay(text: string, later: number): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const at = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + later).getTime();
  return Number.isNaN(at) ? null : at / 1000;
}

/** A moment's day as a field of dates has it. */
export function dayOf(at: number): string {
  const date = new Date(at * 1000);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
