import type { ChainEvent } from "#client/chain/events.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim } from "#client/work/types.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import type { Language } from "../../../shared/language/words.ts";
import { amountWords, memberWords } from "../acts/names.ts";
import { isVote } from "./stand.ts";
import { claimText } from "./text.ts";

/** What an event says of a claim, as a line of its history; null for one that adds nothing. */
export function eventWords(ledger: Ledger, claim: Claim, event: ChainEvent, language: Language): string | null {
  const t = claimText[language];
  const name = (id: number) => memberWords(ledger, id as MemberId)[language];
  const amount = (quantity: number) => (isVote(claim) ? (quantity === 1 ? t.yes : t.no) : amountWords(ledger, claim, quantity)[language]);
  switch (event.name) {
    case "Recorded":
      return t.event.Recorded(name(event.args.by), amount(event.args.quantity));
    case "BatchPosted":
      return t.event.BatchPosted(name(event.args.by));
    case "BindingProposed":
      return t.event.BindingProposed(name(event.args.by));
    case "Attested":
      return t.event.Attested(name(event.args.attester), amount(event.args.quantity));
    case "Sealed":
      return event.args.quantity === 0 ? t.event.SealedNothing : t.event.Sealed(amount(event.args.quantity));
    case "Confirmed":
      return t.event.Confirmed(name(event.args.by));
    case "Withdrawn":
      if (event.contract !== "contributionLedger") return null; // a purse's word
      return otherSideOf(claim) === event.args.by ? t.event.Declined(name(event.args.by)) : t.event.Withdrawn(name(event.args.by));
    case "Challenged":
      return t.event.Challenged(name(event.args.challenger));
    case "Answered": {
      const { attester, tenths } = event.args;
      return t.event.Answered(name(attester), isVote(claim) ? (tenths === 10 ? t.stands : t.standsNot) : t.tenths(tenths));
    }
    case "Revalued":
      return claim.lane === "binding" ? null : t.event.Revalued(formatMicro(event.args.value, language));
    case "LeafDrawn":
      return t.event.LeafDrawn(event.args.holder === 0 ? "" : name(event.args.holder), formatMicro(event.args.shares, language));
    default:
      return null;
  }
}
