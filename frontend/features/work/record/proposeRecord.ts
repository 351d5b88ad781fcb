import type { Hex } from "viem";
import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { parseRecord } from "#client/work/record.ts";
import { LAPSE } from "#client/work/stage.ts";
import { shareOut } from "#client/work/split.ts";
import { statementOf } from "#client/work/statements.ts";
import { earnedBy, smaller, stopOf } from "#client/work/sums.ts";
import { isTwoSided } from "#client/work/twoSided.ts";
import type { Kind, Part } from "#client/work/types.ts";
import type { RecordPreview } from "#client/work/preview.ts";
import { writeWords } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import { propose } from "../../../shared/act/proposal.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import type { Change } from "../../../shared/parts/Review.tsx";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { unitWords } from "../../people/claimWords.ts";
import { dayWords, memberWords, microWords } from "../acts/names.ts";
import { waitingRecords } from "../acts/withdraw.ts";
import { recordText } from "./text.ts";

/** A draft that is whole, as the sheet takes it. */
export interface WholeRecord {
  readonly project: ProjectId;
  readonly kind: Kind;
  readonly what: string;
  readonly publicWords: boolean;
  readonly quantity: number;
  /** Seconds since 1970. */
  readonly occurredAt: number;
  /** Empty when alone; of an experience or a learning the other side second. */
  readonly split: readonly Part[];
  readonly evidence: Hex;
  readonly files: number;
  /** Whether the manifest was saved as a file. */
  readonly saved: boolean;
}

type TwoSided = "experience" | "learning";

/** Opens the review sheet of a record. Errors: InputFault. */
export function proposeRecord(ledger: Ledger, me: MemberId, record: WholeRecord, preview: RecordPreview, now: number, onDone: () => void): void {
  const { project, kind, quantity, occurredAt, split, evidence } = record;
  const uri = record.publicWords ? writeWords("what", record.what) : "";
  const intent = parseRecord({ project, kind, quantity, evidence, occurredAt, split, uri });
  const statement = statementOf(ledger.work.projects.get(project)!);
  const unit = statement.units[kind];
  const amount: Both = { zh: unitWords(quantity, unit, "zh"), en: unitWords(quantity, unit, "en") };
  const lapse = dayWords(now + LAPSE, now);
  const other = isTwoSided(kind) ? split[1]! : null;
  const waiting = waitingRecords(ledger, me, now, other ? "unconfirmed" : "waiting");
  const { zh, en } = recordText;
  propose({
    title: { zh: zh.reviewTitle, en: en.reviewTitle },
    act: { zh: zh.act(record.what, amount.zh), en: en.act(record.what, amount.en) },
    intent,
    explain: (language) => {
      const t = recordText[language];
      const date = dayWords(occurredAt, now)[language];
      const others = split.slice(other ? 2 : 1).map(({ member }) => memberWords(ledger, member)[language]);
      const confirmer = other && memberWords(ledger, other.member)[language];
      const all = split.reduce((sum, { parts }) => sum + parts, 0);
      const named = [date, statement.title[language], record.what, amount[language]] as const;
      return {
        sentence: others.length === 0 ? t.sentence(...named) : t.sentenceWith(date, others.join(language === "zh" ? "、" : ", "), ...(named.slice(1) as [string, string, string])),
        changes: [{ label: other ? t.changeUnconfirmed : t.changeWaiting, before: String(waiting), after: String(waiting + 1) }, valueChange(ledger, me, record, preview, now, amount[language], language)],
        terms: [
          ...(other && confirmer ? [{ label: t.otherIs[kind as TwoSided], text: other.parts === 0 ? t.termConfirms(confirmer) : t.termConfirmsAndShares(confirmer, other.parts, all) }] : []),
          { label: t.termAttesters, text: t.termAttestersText(preview.needed, lapse[language]) },
          { label: t.termPublic, text: record.publicWords ? t.termPublicWords : t.termPublicText },
          { label: t.termDigest, text: t.termDigestText(record.files) },
          { label: t.termManifest, text: record.saved ? t.termManifestSaved : t.termManifestHere },
        ],
        details: [
          { label: t.detailDigest, text: evidence, hash: true },
          { label: t.detailKind, text: kindWords[kind][language] },
          { label: t.detailWhen, text: date },
          { label: t.detailWords, text: record.publicWords ? record.what : t.detailNone },
        ],
        detailHint: t.hint(shortHex(evidence)),
      };
    },
    done: other ? { zh: zh.doneUnconfirmed(memberWords(ledger, other.member).zh), en: en.doneUnconfirmed(memberWords(ledger, other.member).en) } : { zh: zh.done, en: en.done },
    link: `#/c/${claimId(me, evidence)}`,
    onDone,
  });
}

/** The member's value of this epoch before and after, if everybody saw all of it: the sum in words and the stop as a limit. */
function valueChange(ledger: Ledger, me: MemberId, { project, split, kind }: WholeRecord, { value, rate, budget }: RecordPreview, now: number, amount: string, language: Language): Change {
  const t = recordText[language];
  const epoch = epochOf(ledger, now);
  const stop = stopOf(ledger, budget, epoch);
  const mine = myPart(split, value);
  const earned = earnedBy(ledger, project, epoch, me);
  const [before, after] = [smaller(earned, stop), smaller(earned + mine, stop)];
  const show = (micro: bigint) => microWords(micro)[language];
  const unit = statementOf(ledger.work.projects.get(project)!).units[kind][language];
  const all = split.reduce((sum, { parts }) => sum + parts, 0);
  const ofStop = (micro: bigint) => (stop === 0n ? 0 : Number((micro * 1000n) / stop) / 1000);
  return {
    label: t.changeValue,
    before: show(before),
    after: show(after),
    value: true,
    sum: split.filter(({ parts }) => parts > 0).length < 2 ? t.changeSum(amount, unit, show(rate), show(mine)) : t.changeSumPart(amount, unit, show(rate), `${split[0]!.parts}/${all}`, show(mine)),
    limit: t.changeLimit(show(stop)),
    bar: { before: ofStop(before), added: ofStop(after - before) },
  };
}

/** The recorder's part of a value. */
export const myPart = (split: readonly Part[], value: bigint): bigint => (split.length === 0 ? value : shareOut(split.map(({ parts }) => parts), value)[0]!);
