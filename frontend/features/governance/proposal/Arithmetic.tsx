import type { Arithmetic as Sums } from "#client/governance/arithmetic.ts";
import { useWords } from "../../../shared/language/language.ts";
import type { Like, Piece } from "../../../shared/language/words.ts";
import { Sentence } from "../../../shared/parts/Sentence.tsx";
import { BallotCount, ThresholdBar } from "../../../shared/parts/Strokes.tsx";
import { governanceText } from "../text.ts";
import { proposalText } from "./text.ts";

/** Ballots as strokes, and the two sums that decide: who took part, and how many of them are for it. Each can be counted again below. */
export function Arithmetic({ sums }: { sums: Sums }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const { for: yes, against, abstain, electorate, quorum, threshold } = sums;
  const whole = yes + against;
  const most = Math.max(yes, against, abstain, 1);
  return (
    <div className="mt-3 [text-autospace:no-autospace]">
      <dl aria-label={t.ballotsChart}>
        <BallotCount label={shared.support.for} count={yes} of={most} />
        <BallotCount label={shared.support.against} count={against} of={most} />
        <BallotCount label={shared.support.abstain} count={abstain} of={most} />
      </dl>
      <Line left={t.turnoutSum(yes, abstain, quorum.has)} right={t.turnoutNeeds(quorum.needed)} />
      <ThresholdBar part={partOf(quorum.has, electorate)} notch={partOf(quorum.needed, electorate)} />
      <Line left={whole === 0 ? t.shareNone : t.shareSum(yes, against, shareWords(yes, whole))} right={t.shareNeeds[threshold.majority]} />
      <ThresholdBar part={partOf(yes, whole)} notch={threshold.part / threshold.whole} />
      <p className="mt-3 text-sm">{verdictOf(t, sums)}</p>
    </div>
  );
}

const partOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function Line({ left, right }: { left: string | readonly Piece[]; right: string | readonly Piece[] }) {
  return (
    <p className="num mt-3 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2 [&_strong]:text-ink">
      <span><Sentence pieces={left} /></span>
      <span className="ms-auto text-end"><Sentence pieces={right} /></span>
    </p>
  );
}

/** A part of a whole in percent, cut to one place, so that no line is shown as reached that is not. */
export function shareWords(part: number, whole: number): string {
  const tenths = Math.floor((part * 1000) / whole);
  return tenths % 10 === 0 && (part * 1000) % whole === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** What the two sums say together, in a sentence or two. */
export function verdictOf(t: Like<(typeof proposalText)["zh"]>, { state, against, for: yes, quorum, threshold, carried, electorate, possible }: Sums): string {
  const { verdict } = t;
  const say = (...sentences: (string | false)[]) => sentences.filter(Boolean).join(verdict.join);
  if (state === "cancelled") return verdict.withdrawn;
  const over = state !== "pending" && state !== "active";
  const line = threshold.onTheLine && (threshold.exactly ? verdict.exactly : verdict.tie);
  if (over && carried) return say(verdict.passed, line, quorum.has === quorum.needed && verdict.quorumExactly);
  if (over) return say(verdict.failed, !quorum.reached && verdict.quorumShort(quorum.missing), !threshold.reached && (line || (yes + against === 0 ? verdict.nobody : verdict.majorityShort(threshold.missing))));
  if (electorate === 0 || state === "pending") return "";
  if (carried) return say(line, quorum.has === quorum.needed && verdict.quorumExactly, verdict.both);
  return say(!quorum.reached && verdict.quorum(quorum.missing), line || (!threshold.reached && yes + against > 0 && verdict.majority(threshold.missing)), !possible && verdict.tooFew);
}
