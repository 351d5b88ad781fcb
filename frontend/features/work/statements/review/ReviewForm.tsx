import { type FormEvent, useEffect, useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { CAPPING } from "#client/work/reviews.ts";
import { insideAddress } from "#client/work/statement/address.ts";
import { criteria } from "#client/work/statement/criteria.ts";
import { CRITERIA, type Mark, type StatementRecord, type Submission } from "#client/work/types.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Choice } from "../../../../shared/parts/Choice.tsx";
import { Field, TextArea } from "../../../../shared/parts/Field.tsx";
import { saveFile } from "../../../../shared/parts/saveFile.ts";
import { Skeleton } from "../../../../shared/parts/Skeleton.tsx";
import { isFarAddress } from "../address.ts";
import { loadKept } from "../../../../shared/store/slot.ts";
import { rubric } from "../rubric.ts";
import { useKept } from "../../../../shared/store/useKept.ts";
import { writeText } from "../write/text.ts";
import { blankReview, commentOf, isReviewWritten, readReviewDraft, type ReviewDraft } from "./draft.ts";
import { MarkGroup } from "./MarkGroup.tsx";
import { proposeReview } from "./proposeReview.ts";
import { reviewText } from "./text.ts";

/** Bytes of a comment that go into the act. */
const MOST_COMMENT = 4_000;

const slotOf = (statement: StatementRecord): string => `review/${statement.id}`;

/** The form of a review: what was given before, or what this browser kept, or nothing marked. */
export function ReviewForm({ statement, submission, me, before }: { statement: StatementRecord; submission: Submission; me: MemberId; before: readonly Mark[] | null }) {
  const [start, setStart] = useState<ReviewDraft | null>(null);
  useEffect(() => {
    let gone = false;
    void loadKept(slotOf(statement), readReviewDraft).then((kept) => !gone && setStart(kept?.content ?? { ...blankReview, marks: before ?? blankReview.marks }));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- a form begins once; the books go on
  }, []);
  return start ? <Form statement={statement} submission={submission} me={me} start={start} revising={before !== null} /> : <Skeleton rows={4} />;
}

function Form({ statement, submission, me, start, revising }: { statement: StatementRecord; submission: Submission; me: MemberId; start: ReviewDraft; revising: boolean }) {
  const language = useLanguage();
  const t = useWords(reviewText);
  const { now } = useLedger();
  const { content: draft, change, clear } = useKept(slotOf(statement), start, isReviewWritten);
  const [pressed, setPressed] = useState(false);
  const done = draft.marks.filter((mark) => mark !== null).length;
  const comment = commentOf(draft.comment);
  const fault = comment === null ? null : draft.keep === "act" ? (comment.bytes.length > MOST_COMMENT ? t.tooLong(MOST_COMMENT) : null) : isFarAddress(draft.address, comment.digest) ? null : t.addressBad;
  const mark = (point: number, value: Mark) => change((before) => ({ ...before, marks: before.marks.map((old, at) => (at === point ? value : old)) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (done < CRITERIA) return document.getElementById(`mark-${draft.marks.indexOf(null)}`)?.focus();
    if (fault) return document.getElementById("review-comment")?.focus();
    const uri = comment === null ? "" : draft.keep === "act" ? insideAddress(comment.bytes) : draft.address.trim();
    const marks = draft.marks as readonly Mark[];
    proposeReview(statement, submission, { marks, comment: comment?.digest ?? null, uri, inAct: draft.keep === "act" }, me, now, () => clear({ ...blankReview, marks }));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <p className="text-sm text-ink-2">{t.hint}</p>
      {criteria.map(({ title, asks }, point) => (
        <MarkGroup key={title.en} id={`mark-${point}`} title={t.point(point + 1, title[language])} asks={asks} meanings={rubric[point]!} mark={draft.marks[point]!} cap={CAPPING.includes(point) ? t.capped : null} onMark={(value) => mark(point, value)} />
      ))}
      <div className="border-t border-line pt-4">
        <TextArea id="review-comment" label={t.comment} hint={t.commentHint} optional rows={5} error={pressed || draft.keep === "act" ? (draft.keep === "act" ? fault : null) : null} value={draft.comment} onChange={(event) => change((before) => ({ ...before, comment: event.target.value }))} />
      </div>
      {comment && <CommentPlace draft={draft} bytes={comment.bytes} fault={pressed ? fault : null} onChange={(part) => change((before) => ({ ...before, ...part }))} />}
      <p role="status" className="num text-sm text-ink-2">
        {t.of(done)}
        {done === CRITERIA && ` · ${t.sum(draft.marks.reduce<number>((sum, value) => sum + (value ?? 0), 0))}`}
      </p>
      <Button type="submit" closed={pressed && done < CRITERIA ? t.missing(CRITERIA - done) : undefined} className="self-start">
        {revising ? t.revise : t.review}
      </Button>
    </form>
  );
}

/** Where the comment is kept. */
function CommentPlace({ draft, bytes, fault, onChange }: { draft: ReviewDraft; bytes: Uint8Array<ArrayBuffer>; fault: string | null; onChange: (part: Partial<ReviewDraft>) => void }) {
  const t = useWords(reviewText);
  const w = useWords(writeText);
  return (
    <div className="flex flex-col gap-3">
      <Choice
        wide
        legend={t.commentKeep}
        value={draft.keep}
        options={[
          { value: "act", label: t.commentAct, note: t.commentActNote },
          { value: "address", label: t.commentAddress, note: t.commentAddressNote },
        ]}
        onChoose={(keep) => onChange({ keep })}
      />
      {draft.keep === "address" && (
        <>
          <Button small look="second" className="self-start" onClick={() => saveFile("comment.md", "text/markdown", bytes)}>
            {w.save}
          </Button>
          <Field label={t.address} hint={t.addressHint} error={fault} value={draft.address} onChange={(event) => onChange({ address: event.target.value })} />
        </>
      )}
    </div>
  );
}
