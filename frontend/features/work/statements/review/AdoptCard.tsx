import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useWords } from "../../../../shared/language/language.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import type { StatementRecord } from "#client/work/types.ts";
import { MemberName } from "../../../people/MemberName.tsx";
import { Tick } from "../Tick.tsx";
import { proposeAdopt } from "./proposeAdopt.ts";
import { reviewText } from "./text.ts";

/** For the proposer of a next version: whose comments on the one before it takes up. */
export function AdoptCard({ record }: { record: StatementRecord }) {
  const { ledger } = useLedger();
  const t = useWords(reviewText);
  const [ticked, setTicked] = useState<readonly MemberId[]>([]);
  const previous = record.previous === null ? undefined : ledger.work.statements.get(record.previous);
  const taken = new Set(record.adopted.filter(({ reviewed }) => reviewed === previous?.id).map(({ reviewer }) => reviewer));
  const open = (previous?.submissions.at(-1)?.reviews ?? []).filter(({ reviewer, comment }) => comment !== null && !taken.has(reviewer));
  if (!previous || (open.length === 0 && taken.size === 0)) return null;
  return (
    <Section title={t.adoptTitle} note={open.length > 0 && t.adoptHint}>
      {[...taken].map((reviewer) => (
        <p key={reviewer} className="py-2">
          <MemberName id={reviewer} /> · {t.adopted}
        </p>
      ))}
      {open.map(({ reviewer }) => (
        <Tick key={reviewer} checked={ticked.includes(reviewer)} onChange={(on) => setTicked(on ? [...ticked, reviewer] : ticked.filter((other) => other !== reviewer))}>
          <MemberName id={reviewer} link={false} />
        </Tick>
      ))}
      {open.length > 0 && (
        <Button small look="second" className="mt-2" closed={ticked.length === 0 ? t.adoptNone : undefined} onClick={() => proposeAdopt(ledger, record, previous, ticked, () => setTicked([]))}>
          {t.adopt}
        </Button>
      )}
    </Section>
  );
}
