import type { DirectWhy, IssueWhy, LeafWhy } from "#client/value/explain.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, formatWhole } from "../../../shared/language/numbers.ts";
import { Formula } from "../../../shared/parts/Formula.tsx";
import type { Opened } from "./choice.ts";
import { RecordSum } from "./RecordSum.tsx";
import { whyText } from "./text.ts";

/** How the chosen lot became shares: the sum, to be done again by hand, with what was cut. */
export function LotSum({ opened: { explanation, lot, source } }: { opened: Opened }) {
  return (
    <div className="min-w-0 max-w-2xl">
      {lot.direct && <DirectSum direct={lot.direct} issue={lot.issue} epoch={lot.epoch} />}
      {source.is === "record" && <RecordSum why={source.why} member={explanation.holder} />}
      {source.is === "leaf" && <LeafSum why={source.why} />}
    </div>
  );
}

function DirectSum({ direct: { lot, earned, stop, overStop, rest }, issue, epoch }: { direct: DirectWhy; issue: IssueWhy; epoch: number }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicro(micro, language);
  const title = lot.state === "drawn" ? t.became(epoch, show(lot.shares)) : t.wouldBecome(epoch, show(lot.shares));
  return (
    <section className="mb-8 last:mb-0">
      <h2 className="mb-3 text-xl">{title}</h2>
      <Formula
        terms={[
          { micro: lot.credit, caption: t.yourCredit },
          { micro: lot.issued, caption: t.issued },
          { micro: lot.total, caption: t.everyone },
          { micro: lot.shares, caption: t.result },
        ]}
        signs={["×", "÷", "="]}
      />
      <div className="prose mt-3 text-sm text-ink-2">
        <p>{rest === 0n ? t.exact : t.rest(formatWhole(rest, language), formatWhole(lot.total, language))}</p>
        {overStop > 0n && <p>{t.overStop(show(earned), show(stop))}</p>}
        <p>{t.issueRule(show(issue.budget), show(issue.direct), issue.members, issue.batchPart === 0n ? "" : show(issue.batchPart), show(issue.issued))}</p>
      </div>
    </section>
  );
}

function LeafSum({ why: { terms, draw } }: { why: LeafWhy }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicro(micro, language);
  if (!terms)
    return (
      <section>
        <h2 className="mb-2 text-xl">{t.leafHow}</h2>
        <p className="text-ink-2">{t.leafNoData}</p>
      </section>
    );
  const inForce = (terms.value * terms.credit * terms.batchPart) / (terms.sum * terms.batches);
  const counts = terms.stop !== null && inForce > terms.stop ? terms.stop : inForce;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{t.leafHow}</h2>
      <Formula
        terms={[
          { micro: terms.value, caption: t.leafValue },
          { micro: terms.batches === terms.batchPart ? terms.credit : (terms.credit * terms.batchPart) / terms.batches, caption: t.leafCredit },
          { micro: terms.sum, caption: t.leafSum },
          { micro: inForce, caption: t.leafCounts },
        ]}
        signs={["×", "÷", "="]}
      />
      <Formula
        terms={[
          { micro: counts, caption: t.leafCounts },
          { micro: terms.issued, caption: t.issued },
          { micro: terms.total, caption: t.everyone },
          { micro: draw.shares, caption: t.leafResult },
        ]}
        signs={["×", "÷", "="]}
      />
      <div className="prose text-sm text-ink-2">
        {terms.batches !== terms.batchPart && <p>{t.batchPart(show(terms.batchPart), show(terms.batches))}</p>}
        {terms.stop !== null && inForce > terms.stop && <p>{t.leafStop(show(terms.stop))}</p>}
      </div>
    </section>
  );
}
