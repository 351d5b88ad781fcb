import type { MemberId } from "#client/chain/ids.ts";
import { lapsesAt } from "#client/work/stage.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { claimLink, claimNote, claimTitle } from "../../people/claimWords.ts";
import { memberWords, projectWords } from "../acts/names.ts";
import { toConfirm } from "./queue.ts";
import { attestText } from "./text.ts";

/** Records that wait for the reader's word as their other side. Nothing where there are none. */
export function ToConfirm({ me }: { me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(attestText);
  const parts = useWords(partsText);
  const records = toConfirm(ledger, me, now);
  if (records.length === 0) return null;
  return (
    <Section title={t.toConfirm(records.length)} note={t.toConfirmNote}>
      <Rows label={t.toConfirm(records.length)}>
        {records.map((claim) => (
          <LinkRow
            key={claim.id}
            href={claimLink(claim)}
            title={claimTitle(claim, language)}
            note={
              <>
                {[memberWords(ledger, claim.by)[language], claimNote(claim, ledger.work.projects.get(claim.project), language), projectWords(ledger, claim.project)[language]].join(" · ")}
                <span className="block">{[t.kind.confirm, parts.left(formatSpan(lapsesAt(claim) - now, language))].join(" · ")}</span>
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
