import type { EventNamed, EventOf, Place } from "../chain/events.ts";
import { type Holder, type MemberId, NOBODY, type ProjectId, type Token } from "../chain/ids.ts";
import type { PriceDraft } from "./fold.ts";
import { holderFrom, holderOfMember } from "./holders.ts";
import { purseKey } from "./keys.ts";
import type { PurseEntry, PurseReason } from "./types.ts";

/** Adds what an event of the pool says of tokens and purses. Orders move purses too: see foldMarket.ts. */
export function applyToPurses(draft: PriceDraft, event: EventOf<"surplusPool">): void {
  switch (event.name) {
    case "TokenListed": {
      const token = event.args.token.toLowerCase() as Token;
      const held = draft.state.tokens.get(token)?.held ?? 0n;
      return void draft.map("tokens").set(token, { token, listed: event.args.listed, at: event.at, held });
    }
    case "Deposited":
      hold(draft, event.args.token, event.args.held);
      return change(draft, event, event.args, { is: "deposit" }, event.args.amount);
    case "Withdrawn":
      hold(draft, event.args.token, event.args.held);
      return change(draft, event, event.args, { is: "withdrawal", to: event.args.to }, -event.args.amount);
    case "Adopted":
      return adopt(draft, event);
    case "DividendDrawn": {
      const { project, token, member, amount } = event.args;
      if (member === NOBODY) return;
      return change(draft, event, { holder: holderOfMember(member as MemberId), token }, { is: "dividend", project: project as ProjectId }, amount);
    }
    case "DividendPaidOut":
      return payOut(draft, event);
    case "ReserveSpent": {
      const { project, token, to, amount, cause, fromPocket } = event.args;
      return change(draft, event, { holder: to, token }, { is: "reserve", project: project as ProjectId, cause, fromPocket }, amount);
    }
    case "CapitalTaken": {
      const { project, token, amount } = event.args;
      return change(draft, event, { holder: draft.state.commonsPurse, token }, { is: "capital", project: project as ProjectId }, amount);
    }
  }
}

/** Changes a purse, and writes down why. An amount of 0 changes nothing. */
export function change(draft: PriceDraft, event: Pick<Place, "at" | "tx" | "logIndex">, purse: { holder: string; token: string }, reason: PurseReason, amount: bigint): void {
  if (amount === 0n) return;
  const [holder, token] = [holderFrom(purse.holder), purse.token.toLowerCase() as Token];
  const key = purseKey(holder, token);
  const balance = (draft.state.purses.get(key) ?? 0n) + amount;
  draft.map("purses").set(key, balance);
  const entry: PurseEntry = { holder, token, reason, amount, balance, at: event.at, tx: event.tx, logIndex: event.logIndex };
  draft.map("entries").set(holder, draft.append(draft.state.entries.get(holder) ?? [], entry));
}

function adopt(draft: PriceDraft, event: EventNamed<"surplusPool", "Adopted">): void {
  const { former, holder, token, amount } = event.args;
  const reason: PurseReason = { is: "adopted", from: former.toLowerCase() as Holder, to: holder.toLowerCase() as Holder };
  change(draft, event, { holder: former, token }, reason, -amount);
  change(draft, event, { holder, token }, reason, amount);
}

/** It goes past the purse; a statement tells that it came and that it went. */
function payOut(draft: PriceDraft, event: EventNamed<"surplusPool", "DividendPaidOut">): void {
  const { project, token, member, to, amount, held } = event.args;
  const purse = { holder: holderOfMember(member as MemberId), token };
  hold(draft, token, held);
  change(draft, event, purse, { is: "dividend", project: project as ProjectId }, amount);
  change(draft, event, purse, { is: "withdrawal", to }, -amount);
}

function hold(draft: PriceDraft, address: string, held: bigint): void {
  const token = address.toLowerCase() as Token;
  const before = draft.state.tokens.get(token);
  if (before) draft.map("tokens").set(token, { ...before, held });
}
