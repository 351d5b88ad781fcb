import type { MemberId } from "#client/chain/ids.ts";
import { partOf } from "#client/value/explainClaim.ts";
import { directLot, type Lot } from "#client/value/lots.ts";
import { otherSideOf, sharersOf } from "#client/work/twoSided.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatDate, formatSpan } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { claimLink, claimNote, claimTitle } from "../../people/claimWords.ts";
import { proposeDrawLot } from "../acts/draw.ts";
import { memberWords, projectWords } from "../acts/names.ts";
import { markOf } from "../claim/stand.ts";
import { groupOf, type MyRecord } from "./groups.ts";
import { contributeText } from "./text.ts";

/** One record of the reader: what it was, where it stands, its one next step. */
export function MyRecordRow({ record, me }: { record: MyRecord; me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(contributeText);
  const { claim, stand } = record;
  const sealed = claim.sealedAt !== null;
  const over = groupOf(stand) === "over";
  const lot = stand.situation === "final" ? directLot(ledger, claim.project, claim.epoch, me, now) : null;
  const note = [projectWords(ledger, claim.project)[language], claimNote(claim, ledger.work.projects.get(claim.project), language), formatDate(claim.occurredAt, language, now)];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <a href={claimLink(claim)} className="flex min-h-11 min-w-0 flex-1 basis-52 items-start gap-3 hover:underline">
        <span className="mt-1">
          <StateMark state={markOf(stand)} />
        </span>
        <span className="min-w-0">
          <span className="block leading-snug">{claimTitle(claim, language)}</span>
          <span className="block text-sm text-ink-2">{note.join(" · ")}</span>
          <NextStep record={record} lot={lot} me={me} />
        </span>
      </a>
      <span className="ms-auto flex items-center gap-4">
        {!over && (
          <span className="text-end">
            <Amount micro={sealed ? claim.inForce : claim.value} unit="credit" plain={!sealed} />
            {claim.lane === "joint" && sealed && sharersOf(claim).includes(me) && <span className="block text-sm text-ink-2">{t.part(formatMicro(partOf(claim, me), language))}</span>}
          </span>
        )}
        {lot?.state === "drawable" && (
          <Button small look="second" onClick={() => proposeDrawLot(ledger, lot)}>
            {t.draw}
          </Button>
        )}
      </span>
    </li>
  );
}

function NextStep({ record: { claim, stand }, lot, me }: { record: MyRecord; lot: Lot | null; me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const { next } = useWords(contributeText);
  const { situation, until, has, needed, finalFrom } = stand;
  const left = until === null ? "" : formatSpan(until - now, language);
  const say = () => {
    if (situation === "unconfirmed") {
      const other = otherSideOf(claim)!;
      return other === me ? next.confirm(left) : next.unconfirmed(memberWords(ledger, other)[language], left);
    }
    if (situation === "waiting") return needed === 0 ? next.nobody : next.waiting(has, needed, left);
    if (situation === "window") return next.window(left);
    if (situation === "round" && claim.round) return next.round(claim.round.answers.length, claim.round.quorum, left);
    if (situation === "standing" && finalFrom !== null) return next.standing(claim.epoch, formatDate(finalFrom, language, now));
    if (situation === "final") return lot?.state === "drawable" ? next.drawable(formatMicro(lot.shares, language)) : lot?.state === "drawn" ? next.drawn(formatMicro(lot.shares, language)) : next.final;
    return situation === "withdrawn" || situation === "lapsed" || situation === "void" || situation === "nothing" ? next[situation] : next.final;
  };
  return <span className="block text-sm font-semibold">{say()}</span>;
}
