import { offerOfOrder, stageOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { orderText } from "./orderText.ts";

type Step = "pledged" | "funded" | "shipped" | "delivered" | "accepted";

/** How far an order has come, in squares that fill; a dispute or a refund is a word beside them. In ink: a state is no money. */
export function StateBar({ order }: { order: OrderRecord }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const stage = stageOfOrder(ledger, order);
  const group = offerOfOrder(ledger, order).terms.target > 0n;
  const steps: readonly Step[] = [...(group ? (["pledged"] as const) : []), "funded", "shipped", "delivered", "accepted"];
  const reached = reachedIn(order, stage);
  const aside = stage === "disputed" ? t.disputed : stage === "refunded" ? t.refunded : stage === "split" ? t.split : null;
  return (
    <>
      <ol aria-label={t.steps} className="flex gap-1.5">
        {steps.map((step, place) => {
          const here = step === reached;
          const past = place <= steps.indexOf(reached);
          return (
            <li key={step} aria-current={here ? "step" : undefined} className={`min-w-0 flex-1 text-sm ${here ? "font-semibold" : past ? "" : "text-ink-3"}`}>
              <span aria-hidden="true" className={`mb-1.5 block h-2.5 rounded-sm ${past ? "bg-ink" : "border border-edge"}`} />
              {t.stepWords[step]}
            </li>
          );
        })}
      </ol>
      {aside && <p className="mt-2 font-semibold">{aside}</p>}
    </>
  );
}

/** The furthest step that an order came to, whatever became of it then. */
function reachedIn({ deliveredAt, shippedAt, end }: OrderRecord, stage: ReturnType<typeof stageOfOrder>): Step {
  if (end?.stage === "accepted") return "accepted";
  if (deliveredAt !== null) return "delivered";
  if (shippedAt !== null) return "shipped";
  return stage === "pledged" ? "pledged" : "funded";
}
