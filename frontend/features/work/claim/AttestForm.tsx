import { useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { costNow } from "#client/work/may.ts";
import { statementOf } from "#client/work/statements.ts";
import { attesterBudget } from "#client/work/sums.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { proposeAttest } from "../acts/attest.ts";
import { amountWords } from "../acts/names.ts";
import { useData } from "../batches/data.ts";
import { EvidenceLink } from "./EvidenceLink.tsx";
import { isVote } from "./stand.ts";
import { claimText } from "./text.ts";

/** A first answer: how much was seen, or yes and no. Nothing is chosen beforehand. */
export function AttestForm({ claim, me }: { claim: Claim; me: MemberId }) {
  return isVote(claim) ? <VoteForm claim={claim} me={me} /> : <QuantityForm claim={claim} me={me} />;
}

type Preset = "all" | "half" | "nothing" | "other";

function QuantityForm({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const [preset, setPreset] = useState<Preset | null>(null);
  const [typed, setTyped] = useState("");
  const [touched, setTouched] = useState(false);
  const words = (quantity: number) => amountWords(ledger, claim, quantity)[language];
  const half = claim.quantity / 2;
  const options = [
    { value: "all" as const, label: t.all(words(claim.quantity)) },
    ...(Number.isInteger(half) ? [{ value: "half" as const, label: t.half(words(half)) }] : []),
    { value: "nothing" as const, label: t.nothing },
    ...(claim.quantity > 1 ? [{ value: "other" as const, label: t.other }] : []),
  ];
  const whole = /^\d{1,10}$/.test(typed.trim()) ? Number(typed) : null;
  const other = whole !== null && whole <= claim.quantity ? whole : null;
  const quantity = preset === null ? null : { all: claim.quantity, half, nothing: 0, other }[preset];
  const bad = preset === "other" && other === null;
  const project = ledger.work.projects.get(claim.project);
  const unit = project && (claim.lane === "record" || claim.lane === "joint") ? statementOf(project).units[claim.kind][language] : undefined;
  const { left } = attesterBudget(ledger, claim.project, me, epochOf(ledger, now));
  return (
    <form
      className="flex w-full flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTouched(true);
        if (quantity !== null) proposeAttest(ledger, claim, me, quantity, now);
      }}
    >
      <Choice legend={t.seen} value={preset} options={options} onChoose={setPreset} />
      {preset === "other" && (
        <Field
          label={t.otherLabel}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          unit={unit}
          error={touched && bad ? t.otherBad(String(claim.quantity)) : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTouched(typed !== "")}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" closed={preset === null ? t.chooseFirst : undefined}>
          {t.review}
        </Button>
        <EvidenceLink />
        <p className="w-full text-sm text-ink-2">{t.costs(formatMicro(costNow(ledger, claim, now), language), formatMicro(left, language))}</p>
      </div>
    </form>
  );
}

function VoteForm({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const t = useWords(claimText);
  const [vote, setVote] = useState<"yes" | "no" | null>(null);
  const data = useData(claim.id);
  const matches = data.is === "checked" && data.checked.verdict === "matches";
  return (
    <form
      className="flex w-full flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (vote) proposeAttest(ledger, claim, me, vote === "yes" ? 1 : 0, now);
      }}
    >
      <Choice
        legend={t.isItSo}
        value={vote}
        options={[
          { value: "yes", label: t.voteYes },
          { value: "no", label: t.voteNo },
        ]}
        onChoose={setVote}
      />
      {claim.lane === "batch" && vote === "yes" && (matches ? <p className="text-sm text-ink-2">{t.dataMatches}</p> : <Notice>{t.notChecked}</Notice>)}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" closed={vote === null ? t.chooseFirst : undefined}>
          {t.reviewVote}
        </Button>
        {claim.lane === "batch" && <EvidenceLink />}
      </div>
    </form>
  );
}
