import type { RecordWhy } from "#client/value/explainClaim.ts";
import { statementOf } from "#client/work/statements.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, MICRO } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Formula } from "../../../shared/parts/Formula.tsx";
import { memberWords } from "../../../shared/books/names.ts";
import { whyText } from "./text.ts";

/** How the chosen record became its part of the credit: what attesters named, a second round, and how it is shared out. */
export function RecordSum({ why: { claim, part, rate, round, standing }, member }: { why: RecordWhy; member: number }) {
  const { ledger, now } = useLedger();
  const t = useWords(whyText);
  const language = useLanguage();
  const unit = statementOf(ledger.work.projects.get(claim.project)!).units[claim.kind][language];
  const { until } = standing;
  return (
    <section className="mb-8 flex flex-col gap-4 last:mb-0">
      <h2 className="text-xl">{t.recordHow}</h2>
      <Formula
        terms={[
          { micro: BigInt(claim.named) * MICRO, caption: t.named },
          { micro: rate, caption: t.rateOf(unit) },
          { micro: claim.firstValue, caption: t.firstValue },
        ]}
        signs={["×", "="]}
      />
      {round?.counts && (
        <Formula
          terms={[
            { micro: round.first, caption: t.firstValue },
            { micro: BigInt(round.tenths) * MICRO, caption: t.roundTenths },
            { micro: 10n * MICRO, caption: t.tenTenths },
            { micro: round.inForce, caption: t.inForce },
          ]}
          signs={["×", "÷", "="]}
        />
      )}
      {claim.split.length > 0 && <SplitSum claim={claim} part={part} member={member} />}
      <div className="prose text-sm text-ink-2">
        <p>{t.namedNote}</p>
        {claim.round && <p>{t.roundAnswers(claim.round.answers.length, claim.round.quorum)}</p>}
        {until !== null && (standing.situation === "window" || standing.situation === "round" || standing.situation === "standing") && <p>{t.canChange[standing.situation](formatMoment(until, language, now))}</p>}
      </div>
    </section>
  );
}

function SplitSum({ claim, part, member }: { claim: RecordClaim; part: bigint; member: number }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const parts = claim.split.find((one) => one.member === member)?.parts ?? 0;
  const whole = claim.split.reduce((sum, one) => sum + one.parts, 0);
  return (
    <div>
      <Formula
        terms={[
          { micro: claim.inForce, caption: t.inForce },
          { micro: BigInt(parts) * MICRO, caption: t.ownParts },
          { micro: BigInt(whole) * MICRO, caption: t.allParts },
          { micro: part, caption: t.partResult },
        ]}
        signs={["×", "÷", "="]}
      />
      <p className="prose mt-2 text-sm text-ink-2">{t.splitNote(claim.split.map((one) => `${memberWords(one.member)[language]} ${one.parts}`).join(language === "zh" ? "，" : ", "), formatMicro(claim.inForce, language))}</p>
    </div>
  );
}
