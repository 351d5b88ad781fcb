import type { OrderRecord, OrderStage } from "#client/price/types.ts";
import { clocksOf, nextSteps, type OrderAct, type Parties, partiesOf, stageOfOrder, type Step } from "#client/price/orders.ts";
import type { Ledger } from "#client/ledger.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Language } from "../../../shared/language/words.ts";
import { orderText } from "./orderText.ts";
import { useActor } from "./views.ts";

/** What each side would most likely do first in a stage; objections, agreements and refunds stand behind "more". */
const first: Readonly<Record<keyof Parties, Partial<Record<OrderStage, readonly OrderAct[]>>>> = {
  buyer: { pledged: ["refund"], funded: ["refund"], shipped: ["deliver"], delivered: ["accept"], disputed: ["endDispute", "split"], accepted: ["rate"] },
  seller: { pledged: ["refund"], funded: ["ship"], shipped: ["acceptBySilence"], delivered: ["acceptBySilence"], disputed: ["endDispute", "split"] },
  arbiter: { disputed: ["arbitrate"] },
  beneficiary: { shipped: ["acceptBySilence"], delivered: ["acceptBySilence"], disputed: ["endDispute"] },
};

/** What a reader can do with an order: exactly one step comes first, or none. */
export interface Choices {
  readonly role: keyof Parties | null;
  readonly primary: Step | null;
  readonly others: readonly Step[];
}

/** The steps of a holder. A seller too late to ship gives the money back. */
export function choicesOf(ledger: Ledger, order: OrderRecord, me: Parameters<typeof nextSteps>[2], now: number): Choices {
  const parties = partiesOf(ledger, order, me);
  const steps = nextSteps(ledger, order, me, now);
  const stage = stageOfOrder(ledger, order);
  const roles = (["buyer", "seller", "arbiter", "beneficiary"] as const).filter((role) => parties[role]);
  const wanted = roles.flatMap((role) => first[role][stage] ?? []);
  const open = (act: OrderAct) => steps.find((step) => step.act === act && step.from === null);
  const late = stage === "funded" && parties.seller && !open("ship") ? open("refund") : undefined;
  const primary = wanted.map(open).find(Boolean) ?? late ?? null;
  return { role: roles[0] ?? null, primary, others: steps.filter((step) => step.act !== primary?.act) };
}

/** The clock that runs for an order now, in a sentence. */
export function clockSentence(ledger: Ledger, order: OrderRecord, now: number, language: Language): string {
  const t = orderText[language].clocks;
  const stage = stageOfOrder(ledger, order);
  const { due, silence, disputeEnds, pledgeEnds } = clocksOf(ledger, order);
  const told = (at: number) => formatMoment(at, language, now);
  if (order.end) return t.ended(told(order.end.at));
  if (stage === "pledged") return pledgeEnds !== null && now < pledgeEnds ? t.pledged(told(pledgeEnds)) : t.missed;
  if (stage === "funded") return now < due! ? t.due(told(due!)) : t.late;
  if (stage === "disputed") return now < disputeEnds! ? t.dispute(told(disputeEnds!)) : t.disputeOver;
  return now < silence! ? t.silence(told(silence!)) : t.silent;
}

/** What a list says of an order to the reader: their step, or the clock. */
export function useOrderNote(): (order: OrderRecord) => string {
  const { ledger, now } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const me = useActor();
  return (order) => {
    const step = me && choicesOf(ledger, order, me, now).primary;
    return step ? `${t.next}${language === "zh" ? "：" : ": "}${t.acts[step.act]}` : clockSentence(ledger, order, now, language);
  };
}
