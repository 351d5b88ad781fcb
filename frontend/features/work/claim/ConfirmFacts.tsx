import type { ReactNode } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { partOf } from "#client/value/explainClaim.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { amountWords, memberWords, projectWords } from "../acts/names.ts";
import { claimText } from "./text.ts";

/** Everything that the other side confirms, line by line. `children`: more lines. */
export function ConfirmFacts({ claim, me, children }: { claim: RecordClaim; me: MemberId; children?: ReactNode }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  return (
    <div className="w-full">
      <Rows label={t.facts}>
        <Line label={t.who} text={`${memberWords(ledger, claim.by)[language]} · ${claim.by}`} />
        <Line label={t.words} text={wordsOf(claim) ?? t.noWords} />
        <Line label={t.project} text={projectWords(ledger, claim.project)[language]} />
        <Line label={t.kind} text={`${kindWords[claim.kind][language]}${language === "zh" ? "，" : ", "}${amountWords(ledger, claim, claim.quantity)[language]}`} />
        <Line label={t.happened} text={formatDate(claim.occurredAt, language, now)} />
        {claim.split.slice(2).map(({ member, parts }) => (
          <Line key={member} label={t.together} text={`${memberWords(ledger, member)[language]} · ${parts}/${wholeOf(claim)}`} />
        ))}
        <Line label={t.confirmParts} text={myPart(claim, me) === 0 ? t.confirmNoPart : t.confirmPart(myPart(claim, me), wholeOf(claim), formatMicro(partOf(claim, me, claim.value), language))} />
        {children}
      </Rows>
    </div>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <FactRow label={label}>
      <span className="font-normal">{text}</span>
    </FactRow>
  );
}

const myPart = (claim: RecordClaim, me: MemberId): number => claim.split.find(({ member }) => member === me)?.parts ?? 0;
const wholeOf = (claim: RecordClaim): number => claim.split.reduce((sum, { parts }) => sum + parts, 0);

/** The public words of a record, or where its link leads; null: none. Anybody's words: text only. */
function wordsOf(claim: RecordClaim): string | null {
  const told = readUri(claim.uri);
  return told === null ? null : told.is === "words" ? `“${told.words}”` : told.href;
}
