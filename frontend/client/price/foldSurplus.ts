import { epochAt } from "../chain/epoch.ts";
import type { EventNamed, EventOf } from "../chain/events.ts";
import { COOPERATIVE, type MemberId, NOBODY, type OrderId, type ProjectId, type Token } from "../chain/ids.ts";
import type { PriceDraft } from "./fold.ts";
import { accountKey, countedKey } from "./keys.ts";
import { addDebt, divideOver, payDebt } from "./math.ts";
import { change } from "./foldPurses.ts";
import type { Account, Arrival, Counted, Division } from "./types.ts";

/** A project and token of which nothing arrived yet. */
export const emptyAccount: Account = { accumulator: 0n, remainder: 0n, reserve: 0n, pocket: 0n, arrivals: [], divisions: [], spent: { epoch: 0, amount: 0n } };
/** A member of whom no lot is counted yet. */
export const emptyCounted: Counted = { shares: 0n, debt: 0n, lots: new Map() };

/** Adds what an event of the pool says of surplus, dividends and reserves. */
export function applyToSurplus(draft: PriceDraft, event: EventOf<"surplusPool">, genesis: number): void {
  switch (event.name) {
    case "SurplusArrived":
      return arrived(draft, event);
    case "SurplusDivided":
      return divided(draft, event);
    case "LotsCounted":
      return counted(draft, event);
    case "DividendDrawn":
      drawn(draft, event);
      return event.args.member === NOBODY ? changeAccount(draft, event.args.project as ProjectId, event.args.token.toLowerCase() as Token, () => ({ pocket: event.args.purse })) : undefined;
    case "DividendPaidOut":
      return drawn(draft, event);
    case "ReserveSpent":
      return spent(draft, event, genesis);
    case "CapitalTaken":
      return taken(draft, event);
  }
}

/** The event follows that of the order's end: its parts belong to it, and the rebate goes to its buyer. */
function arrived(draft: PriceDraft, event: EventNamed<"surplusPool", "SurplusArrived">): void {
  const { epoch, rebate, dividend, commons, capital, reserve } = event.args;
  const [project, token, id] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token, event.args.order as OrderId];
  const parts = { rebate, dividend, commons, capital, reserve };
  draft.list("surpluses").push({ project, token, order: id, epoch, ...parts, at: event.at, tx: event.tx });
  arrive(draft, project, token, { epoch, dividend, kept: reserve });
  arrive(draft, COOPERATIVE, token, { epoch, dividend: commons, kept: capital });
  const order = draft.state.orders.get(id);
  if (!order?.end) return;
  draft.map("orders").set(id, { ...order, end: { ...order.end, parts } });
  change(draft, event, { holder: order.buyer, token }, { is: "rebate", order: id }, rebate);
}

function arrive(draft: PriceDraft, project: ProjectId, token: Token, arrival: Arrival): void {
  changeAccount(draft, project, token, ({ arrivals }) => {
    const last = arrivals.at(-1);
    if (last?.epoch !== arrival.epoch) return { arrivals: [...arrivals, arrival] };
    const sum = { epoch: last.epoch, dividend: last.dividend + arrival.dividend, kept: last.kept + arrival.kept };
    return { arrivals: [...arrivals.slice(0, -1), sum] };
  });
}

function divided(draft: PriceDraft, event: EventNamed<"surplusPool", "SurplusDivided">): void {
  const { epoch, dividend, shares, accumulator, reserve, capital } = event.args;
  const [project, token] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token];
  draft.map("capital").set(token, capital);
  changeAccount(draft, project, token, ({ arrivals, divisions, remainder }) => {
    const kept = arrivals.find((arrival) => arrival.epoch === epoch)?.kept ?? 0n;
    const division = { epoch, dividend, kept, shares, accumulator, at: event.at, tx: event.tx };
    return {
      accumulator,
      reserve,
      remainder: shares === 0n ? remainder : divideOver(dividend, remainder, shares).left,
      arrivals: arrivals.filter((arrival) => arrival.epoch !== epoch),
      divisions: [...divisions, division],
    };
  });
}

/** A lot takes part in what was divided for its own epoch and those after it. */
function counted(draft: PriceDraft, event: EventNamed<"surplusPool", "LotsCounted">): void {
  const { epochs, lots: fresh, shares } = event.args;
  const [project, token] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token];
  const key = countedKey(project, token, event.args.member as MemberId);
  const account = draft.state.accounts.get(accountKey(project, token)) ?? emptyAccount;
  const before = draft.state.counted.get(key) ?? emptyCounted;
  const lots = new Map(before.lots);
  let debt = before.debt;
  epochs.forEach((epoch, place) => {
    const lot = fresh[place]!;
    if (lot > 0n) lots.set(epoch, (lots.get(epoch) ?? 0n) + lot);
    debt = addDebt(debt, lot, accumulatorBefore(account, epoch));
  });
  draft.map("counted").set(key, { shares, debt, lots });
}

function drawn(draft: PriceDraft, event: EventNamed<"surplusPool", "DividendDrawn" | "DividendPaidOut">): void {
  const { amount } = event.args;
  const [project, token, member] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token, event.args.member as MemberId];
  const key = countedKey(project, token, member);
  const before = draft.state.counted.get(key) ?? emptyCounted;
  draft.map("counted").set(key, { ...before, debt: payDebt(before.debt, amount) });
  draft.map("drawn").set(key, (draft.state.drawn.get(key) ?? 0n) + amount);
  draft.list("draws").push({ project, token, member, amount, at: event.at, tx: event.tx });
}

function spent(draft: PriceDraft, event: EventNamed<"surplusPool", "ReserveSpent">, genesis: number): void {
  const { amount, cause, fromPocket, left } = event.args;
  const [project, token] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token];
  const to = event.args.to.toLowerCase() as (typeof draft.state.spendings)[number]["to"];
  draft.list("spendings").push({ project, token, to, amount, cause, fromPocket, at: event.at, tx: event.tx });
  const epoch = epochAt(genesis, event.at);
  changeAccount(draft, project, token, (account) => {
    if (fromPocket) return { pocket: left };
    const before = account.spent.epoch === epoch ? account.spent.amount : 0n;
    return { reserve: left, spent: { epoch, amount: before + amount } };
  });
}

function taken(draft: PriceDraft, event: EventNamed<"surplusPool", "CapitalTaken">): void {
  const [project, token] = [event.args.project as ProjectId, event.args.token.toLowerCase() as Token];
  if (project === COOPERATIVE) draft.map("capital").set(token, 0n);
  else changeAccount(draft, project, token, () => ({ reserve: 0n }));
  draft.list("takings").push({ project, token, amount: event.args.amount, at: event.at, tx: event.tx });
}

/** What a share got in all before an epoch. Only where all that arrived before it is divided. */
export const accumulatorBefore = ({ divisions }: { readonly divisions: readonly Pick<Division, "epoch" | "accumulator">[] }, epoch: number): bigint => divisions.findLast((division) => division.epoch < epoch)?.accumulator ?? 0n;

function changeAccount(draft: PriceDraft, project: ProjectId, token: Token, how: (account: Account) => Partial<Account>): void {
  const key = accountKey(project, token);
  const account = draft.state.accounts.get(key) ?? emptyAccount;
  draft.map("accounts").set(key, { ...account, ...how(account) });
}
