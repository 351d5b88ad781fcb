import { useMemo, useState } from "react";
import { type CreditedClaim, creditedClaims, creditEnds, sourceOf } from "#client/value/credited.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, formatWhole, MICRO } from "../../../shared/language/numbers.ts";
import { formatWhen } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { claimLink, claimTitle } from "../../people/claimWords.ts";
import { recordTitle } from "../../value/why/recordTitle.ts";
import { Band } from "./Band.tsx";
import { valueCsv } from "./exports.ts";
import { FlowFigure } from "./FlowFigure.tsx";
import type { FlowBand } from "./layout.ts";
import { Side } from "./Side.tsx";
import { ledgersText } from "./text.ts";
import { epochsOf, type Span, valueFilter, valuePicture } from "./views.ts";

const few = 5;

/** The value ledger: from contributions to shares. */
export function ValueSide({ span }: { span: Span }) {
  const t = useWords(ledgersText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const [chosen, setChosen] = useState<FlowBand | null>(null);
  const picture = useMemo(() => valuePicture(ledger, span, language), [ledger, span, language]);
  const { issued, credit, closed } = useMemo(() => creditEnds(ledger, ...epochsOf(span)), [ledger, span]);
  const save = () => saveFile(`value-${span ?? "all"}.csv`, "text/csv", valueCsv(ledger, span, language));
  const show = (micro: bigint) => (micro < MICRO ? formatMicro(micro, language) : formatWhole(micro / MICRO, language));
  return (
    <Side hand="value" aside={<Button small look="text" onClick={save}>{t.exportValue}</Button>}>
      <p className="mt-3">
        <Amount micro={issued} unit="shares" size="hero" /> <span className="text-value">{closed ? t.sharesIssued : t.sharesExpected}</span>
      </p>
      <p className="text-ink-2">{t.forCredit(formatMicro(credit, language))}</p>
      {picture.bands.length === 0 ? <p className="mt-6 text-ink-2">{t.valueNone}</p> : (
        <FlowFigure hand="value" {...picture} caption={t.valueCaption} label={t.valueLabel} show={show} chosen={chosen} onChoose={setChosen} />
      )}
      <Band picture={picture} chosen={chosen} onClear={() => setChosen(null)} />
      <ClaimRows claims={behind(creditedClaims(ledger, ...epochsOf(span)), chosen)} />
    </Side>
  );
}

function behind(claims: readonly CreditedClaim[], band: FlowBand | null): readonly CreditedClaim[] {
  if (!band) return claims;
  const { source, project } = valueFilter(band);
  return claims.filter((claim) => claim.project === project && (source === null || sourceOf(claim) === source));
}

function ClaimRows({ claims }: { claims: readonly CreditedClaim[] }) {
  const t = useWords(ledgersText);
  const language = useLanguage();
  const { now } = useLedger();
  const [all, setAll] = useState(false);
  const shown = all ? claims : claims.slice(0, few);
  const comma = language === "zh" ? "，" : ", ";
  return (
    <>
      <ul>
        {shown.map((claim) => (
          <li key={claim.id} className="flex min-h-17 items-center justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
            <span className="min-w-0">
              <a href={claimLink(claim)} className="opens">{claim.lane === "batch" ? claimTitle(claim, language) : `${memberWords(claim.by)[language]}${language === "zh" ? "：" : ": "}${recordTitle(claim, language)}`}</a>
              <span className="block text-sm text-ink-2">{projectWords(claim.project)[language]}{comma}{t.sealedAt(formatWhen(claim.sealedAt!, language, now))}</span>
            </span>
            <Amount micro={claim.inForce} unit="credit" />
          </li>
        ))}
      </ul>
      {claims.length > shown.length && <Button look="text" small onClick={() => setAll(true)}>{t.more(claims.length - shown.length)}</Button>}
    </>
  );
}
