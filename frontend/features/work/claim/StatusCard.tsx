import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { Sentence } from "../../../shared/parts/Sentence.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { amountWords, memberWords } from "../acts/names.ts";
import { ClaimActions } from "./ClaimActions.tsx";
import { isVote, markOf, type Stand, standOf } from "./stand.ts";
import { claimText } from "./text.ts";

/** Where a claim stands: mark and word, until when, a sentence, what it counts for, and what the reader can do. */
export function StatusCard({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const stand = standOf(ledger, claim, now);
  const sealed = claim.sealedAt !== null;
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="flex items-center gap-2.5 font-sans text-base font-semibold">
          <StateMark state={markOf(stand)} />
          {t.state[stand.situation]}
        </h2>
        {stand.until !== null && stand.situation !== "standing" && <Deadline at={stand.until} />}
      </div>
      <p className="mt-4 max-w-160 font-serif text-xl leading-normal">
        <Said claim={claim} stand={stand} />
      </p>
      {stand.situation === "waiting" && claim.answersBefore.length > 0 && <p className="prose mt-2 text-ink-2">{t.began}</p>}
      {claim.lane !== "binding" && (
        <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3">
          <div>
            <dt className="text-sm text-ink-2">{sealed ? t.counts : t.claimed}</dt>
            <dd>
              <Amount micro={sealed ? claim.inForce : claim.value} size="card" unit="credit" plain={!sealed} {...(sealed && claim.lane !== "batch" && claim.inForce > 0n ? { why: `#/why/${claim.by}/${claim.project}` } : {})} />
            </dd>
          </div>
          {stand.finalFrom !== null && stand.situation !== "final" && (
            <div>
              <dt className="text-sm text-ink-2">{t.settles}</dt>
              <dd>
                {formatMoment(stand.finalFrom, language, now)}
              </dd>
            </div>
          )}
        </dl>
      )}
      <Moves stand={stand} />
      <ClaimActions claim={claim} stand={stand} />
    </Card>
  );
}

function Said({ claim, stand }: { claim: Claim; stand: Stand }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const { sentence } = useWords(claimText);
  const vote = isVote(claim);
  const { situation, has, needed } = stand;
  const named = amountWords(ledger, claim, claim.named)[language];
  const say = () => {
    if (situation === "unconfirmed") {
      const other = otherSideOf(claim)!;
      return sentence.unconfirmed(memberWords(ledger, other)[language], other);
    }
    if (situation === "waiting") return needed === 0 ? sentence.nobody : (vote ? sentence.waitingVote : sentence.waiting)(has, needed - has);
    if (situation === "window") return vote ? sentence.windowVote : sentence.window(named);
    if (situation === "round" && claim.round) return sentence.round(memberWords(ledger, claim.round.challenger)[language], claim.round.answers.length, claim.round.quorum);
    if (situation === "standing") return vote ? sentence.standingVote : sentence.standing(named);
    if (situation === "final") return vote ? sentence.finalVote : sentence.final(named);
    return situation === "round" ? "" : sentence[situation];
  };
  return <Sentence pieces={say()} />;
}

/** On a practice network: time moved past what blocks the next step. */
function Moves({ stand }: { stand: Stand }) {
  const t = useWords(claimText);
  const { situation, until, finalFrom } = stand;
  if (situation === "window" && until !== null) return <MoveTime to={until} label={t.moveWindow} />;
  if (situation === "round" && until !== null) return <MoveTime to={until} label={t.moveRound} />;
  const final = finalFrom ?? until;
  return situation === "standing" && final !== null ? <MoveTime to={final} label={t.moveFinal} /> : null;
}
