import { InputFault } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Supposed, whatIf, type WhatIf } from "#client/value/whatIf.ts";
import { statementOf } from "#client/work/statements.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, MICRO } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Formula } from "../../../shared/parts/Formula.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { obstacleWords } from "../../work/record/PreviewCard.tsx";
import { recordText } from "../../work/record/text.ts";
import { Attesters } from "./Attesters.tsx";
import { Effect } from "./Effect.tsx";
import { Headline } from "./Headline.tsx";
import { nameOfGuess } from "./names.ts";
import { Step } from "./Step.tsx";
import { whatIfText } from "./text.ts";

/** What a record would come to, or in words what is beyond any bound. */
export function RecordResult({ supposed }: { supposed: Supposed }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const said = reckon(ledger, supposed, now);
  return said instanceof InputFault ? <Notice>{said.say[language]}</Notice> : <Reckoned supposed={supposed} said={said} />;
}

function reckon(ledger: Ledger, supposed: Supposed, now: number): WhatIf | InputFault {
  try {
    return whatIf(ledger, supposed, now);
  } catch (error) {
    if (error instanceof InputFault) return error;
    throw error;
  }
}

/** The record sum by sum, and what it would do to the others. */
function Reckoned({ supposed, said }: { supposed: Supposed; said: WhatIf }) {
  const { ledger, now } = useLedger();
  const t = useWords(whatIfText);
  const language = useLanguage();
  const records = useWords(recordText);
  const { obstacle, preview } = said;
  const show = (micro: bigint) => formatMicro(micro, language);
  if (obstacle !== null)
    return (
      <section>
        <h2 className="text-xl">{t.refused}</h2>
        <div className="mt-3"><Notice>{obstacle === "NotActive" || obstacle === "FewerThanThreeSeated" ? t.obstacle[obstacle] : obstacleWords(preview, records, show)}</Notice></div>
      </section>
    );
  const own = said.parts.map(({ member }) => member);
  const mine = said.members.find(({ member }) => member === supposed.by)!;
  return (
    <>
      <Headline name={nameOfGuess(ledger, supposed.by, language)} before={mine.before.shares} after={mine.after.shares} epoch={said.epoch} notes={[t.final(formatMoment(said.finalAt, language, now)), t.noPromise]} />
      <div className="mt-6 flex flex-col gap-6">
        <ValueSteps said={said} />
        <AnswerSteps said={said} />
        <CreditSteps said={said} />
      </div>
      <Effect said={said} own={own} />
      <p className="mt-8"><a href={`#/contribute/new?project=${said.project}`} className={buttonClass("second")}>{t.toRecord}</a></p>
    </>
  );
}

function ValueSteps({ said: { supposed, preview, parts } }: { said: WhatIf }) {
  const { ledger } = useLedger();
  const t = useWords(whatIfText);
  const language = useLanguage();
  const unit = statementOf(ledger.work.projects.get(supposed.project)!).units[supposed.kind][language];
  const { count, each, value } = t.valueTerms;
  const whole = parts.reduce((sum, one) => sum + one.parts, 0);
  return (
    <>
      <Step title={t.value}>
        <Formula terms={[{ micro: BigInt(supposed.quantity) * MICRO, caption: count }, { micro: preview.rate, caption: each(unit) }, { micro: preview.value, caption: value }]} signs={["×", "="]} />
      </Step>
      {parts.length > 1 && (
        <Step title={t.parts} notes={[t.partsNote]}>
          <ul>
            {parts.map((one) => (
              <li key={one.member} className="flex flex-wrap justify-between gap-x-4 py-1">
                <span>{nameOfGuess(ledger, one.member, language)} <span className="text-sm text-ink-2">{t.partOf(one.parts, whole)}</span></span>
                <span className="num font-semibold">{formatMicro(one.value, language, 6)}</span>
              </li>
            ))}
          </ul>
        </Step>
      )}
    </>
  );
}

function AnswerSteps({ said: { preview, running, attesters, able } }: { said: WhatIf }) {
  const t = useWords(whatIfText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicro(micro, language);
  const { tier, free, needed, value, cost, limit, budget } = preview;
  return (
    <>
      <Step title={t.answers(needed)} notes={[t.tier(show(running), show(budget), tier), t.needed(free, tier, needed), t.able(able, needed)]} />
      <Step title={t.cost} notes={[t.costLimit(show(limit))]}>
        <Formula terms={[{ micro: 5n * MICRO, caption: t.costTerms.five }, { micro: value, caption: t.costTerms.value }, { micro: BigInt(needed) * MICRO, caption: t.costTerms.count }, { micro: cost, caption: t.costTerms.each }]} signs={["×", "÷", "="]} />
        <Attesters attesters={attesters} cost={cost} />
      </Step>
    </>
  );
}

function CreditSteps({ said }: { said: WhatIf }) {
  const { ledger } = useLedger();
  const t = useWords(whatIfText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicro(micro, language);
  const { before, after, parts, members } = said;
  const mine = members.find(({ member }) => member === said.supposed.by)!;
  const { credit, issued, total, shares } = t.sharesTerms;
  const stops = parts.flatMap(({ member, value }) => {
    const { before: was, after: then } = members.find((one) => one.member === member)!;
    const name = parts.length > 1 ? `${nameOfGuess(ledger, member, language)}${language === "zh" ? "：" : ": "}` : "";
    return [`${name}${t.countedNote(show(was.earned), show(value), show(then.earned))}${language === "zh" ? "。" : ". "}${t.stop(show(then.earned), show(after.stop), show(then.credit))}${then.overStop > 0n ? `${language === "zh" ? "" : " "}${t.over(show(then.overStop))}` : ""}`];
  });
  return (
    <>
      <Step title={t.counted} notes={stops} />
      <Step title={t.sums} notes={[t.total(show(before.total), show(after.total)), t.issue(show(after.budget), show(after.total), show(after.issued)), after.issued < after.total && t.scarce]}>
        <Formula terms={[{ micro: mine.after.credit, caption: credit }, { micro: after.issued, caption: issued }, { micro: after.total, caption: total }, { micro: mine.after.shares, caption: shares }]} signs={["×", "÷", "="]} />
      </Step>
    </>
  );
}
