import { epochStart } from "#client/chain/epoch.ts";
import type { Project } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useWords } from "../../../shared/language/language.ts";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { projectStanding } from "./standing.ts";
import { projectText } from "./text.ts";

/** Says when a project is not live yet, closing or closed; draws nothing for one that is open. */
export function StandingNotice({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const standing = projectStanding(ledger, project, now);
  if (standing === "open") return null;
  const from = standing === "notLive" ? project.fromEpoch : project.closing!.fromEpoch;
  const said = standing === "notLive" ? t.notLive(from) : standing === "closing" ? t.closingFrom(from) : t.closedSince(from);
  return (
    <div className="mb-6">
      <Notice action={standing === "closed" ? undefined : <MoveTime to={epochStart(ledger.clock.genesis, from)} label={t.moveOn} />}>{said}</Notice>
    </div>
  );
}
