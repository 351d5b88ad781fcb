import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { enrolling, proposeEnrol } from "../acts/enrol.ts";
import { claimText } from "./text.ts";

/** The way to attest in a project: a button, and from when on it counts. */
export function EnrolWay({ project, me, small }: { project: ProjectId; me: MemberId; small?: boolean }) {
  const { ledger, now } = useLedger();
  const t = useWords(claimText);
  const state = enrolling(ledger, project, me, now);
  if (state.is === "already") return null;
  if (state.is === "closed") return <p className="text-sm text-ink-2">{t.enrolClosed}</p>;
  const later = state.is === "open" && state.from > epochOf(ledger, now);
  return (
    <>
      <Button look="second" {...(small ? { small } : {})} closed={state.is === "threeProjects" ? t.threeProjects : undefined} onClick={() => proposeEnrol(ledger, project, me, now)}>
        {t.enrol}
      </Button>
      {later && <p className="text-sm text-ink-3">{t.enrolLater(state.from)}</p>}
    </>
  );
}
