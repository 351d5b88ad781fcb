import type { Claim } from "#client/work/types.ts";
import { mayBeRound, whatIfRound } from "#client/value/whatIfRound.ts";
import { finalAt } from "#client/chain/epoch.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, MICRO } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Formula } from "../../../shared/parts/Formula.tsx";
import { claimLink, claimNote, claimTitle } from "../../people/claimWords.ts";
import { projectWords } from "../../work/acts/names.ts";
import { Effect } from "./Effect.tsx";
import { Headline } from "./Headline.tsx";
import { nameOfGuess } from "./names.ts";
import { Step } from "./Step.tsx";
import { whatIfText } from "./text.ts";

/** A second round that is supposed, as the form has it. */
export interface RoundChoice {
  readonly claim: string;
  readonly tenths: number;
}

/** The claims that a second round may still change, newest first. */
export function useChangeable(): Claim[] {
  const { ledger, now } = useLedger();
  return [...ledger.work.claims.values()].filter((claim) => mayBeRound(ledger, claim, now)).reverse();
}

/** Which claim, and how many tenths of its first value. */
export function RoundForm({ claims, chosen, choice, change }: { claims: readonly Claim[]; chosen: Claim; choice: RoundChoice; change: (part: Partial<RoundChoice>) => void }) {
  const { ledger } = useLedger();
  const t = useWords(whatIfText);
  const language = useLanguage();
  const name = (claim: Claim) => [claimTitle(claim, language), claimNote(claim, ledger.work.projects.get(claim.project), language), projectWords(ledger, claim.project)[language]].filter(Boolean).join(" · ");
  const all = Array.from({ length: 11 }, (_, tenths) => tenths);
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="flex min-w-0 flex-col gap-6">
      <Select label={t.claim} value={chosen.id} onChange={(event) => change({ claim: event.target.value })}>
        {claims.map((claim) => (
          <option key={claim.id} value={claim.id}>{name(claim)}</option>
        ))}
      </Select>
      {chosen.lane === "batch" ? (
        <Choice legend={t.tenths} value={choice.tenths === 10 ? "10" : "0"} options={[{ value: "10", label: t.stands }, { value: "0", label: t.standsNot }]} onChoose={(value) => change({ tenths: Number(value) })} />
      ) : (
        <Select label={t.tenths} value={choice.tenths} onChange={(event) => change({ tenths: Number(event.target.value) })}>
          {all.map((tenths) => (
            <option key={tenths} value={tenths}>{t.tenthsOf(tenths)}</option>
          ))}
        </Select>
      )}
      <p><a href={claimLink(chosen)} className="inline-flex min-h-11 items-center underline underline-offset-4">{t.seeClaim}</a></p>
    </form>
  );
}

/** What the second round would make of it, and of everybody's shares. */
export function RoundResult({ claim, tenths }: { claim: Claim; tenths: number }) {
  const { ledger, now } = useLedger();
  const t = useWords(whatIfText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicro(micro, language);
  const said = whatIfRound(ledger, claim, claim.lane === "batch" && tenths !== 10 ? 0 : tenths, now);
  const { before, after, first, from, to, parts, epoch } = said;
  const mine = said.members.find(({ member }) => member === claim.by);
  const notes = [t.final(formatMoment(finalAt(ledger.clock.genesis, epoch), language, now)), t.noPromiseRound];
  const ofBatch = claim.lane === "batch";
  const [was, then] = ofBatch ? [before.batchShares, after.batchShares] : [mine!.before.shares, mine!.after.shares];
  return (
    <>
      <Headline name={ofBatch ? t.histories : nameOfGuess(ledger, claim.by, language)} before={was} after={then} epoch={epoch} notes={notes} />
      <div className="mt-6 flex flex-col gap-6">
        <Step title={t.value} notes={[t.roundNow(show(from)), ...(parts.length > 1 ? parts.map((part) => `${nameOfGuess(ledger, part.member, language)}${language === "zh" ? "：" : ": "}${show(part.from)} → ${show(part.to)}`) : [])]}>
          <Formula terms={[{ micro: first, caption: t.roundTerms.first }, { micro: BigInt(said.tenths) * MICRO, caption: t.roundTerms.tenths }, { micro: 10n * MICRO, caption: t.roundTerms.ten }, { micro: to, caption: t.roundTerms.counts }]} signs={["×", "÷", "="]} />
        </Step>
        <Step title={t.sums} notes={[t.total(show(before.total), show(after.total)), t.issue(show(after.budget), show(after.total), show(after.issued)), after.issued < after.total && t.scarce]} />
      </div>
      <Effect said={said} own={parts.map(({ member }) => member)} />
    </>
  );
}

/** That there is nothing to choose from. */
export function NoRound() {
  const t = useWords(whatIfText);
  return <EmptyState sentence={t.claimNone} />;
}
