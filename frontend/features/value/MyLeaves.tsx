import type { MemberId } from "#client/chain/ids.ts";
import { identityOfMember, type LeafLot, leavesOf } from "#client/value/leaves.ts";
import { waitingFor } from "#client/value/waiting.ts";
import { bindingCountsFrom } from "#client/work/stage.ts";
import { useLedger } from "../../shared/books/books.ts";
import { MoveTime } from "../../shared/chain/TimeMachine.tsx";
import { useWords } from "../../shared/language/language.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { buttonClass } from "../../shared/parts/Button.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { useTrees } from "../work/batches/histories.ts";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { sharesText } from "./text.ts";

/** Leaves of imported histories that are the member's. Without the published data it is only known that there may be one. */
export function MyLeaves({ member }: { member: MemberId }) {
  const t = useWords(sharesText);
  const { ledger, now } = useLedger();
  const trees = useTrees();
  const binding = identityOfMember(ledger, member);
  if (!binding) return null;
  const leaves = leavesOf(ledger, member, trees, now);
  const unread = waitingFor(ledger, member, now, trees).flatMap((waiting) => (waiting.is === "lookForLeaf" ? [waiting.batch] : []));
  const counts = bindingCountsFrom(binding);
  if (leaves.length === 0 && unread.length === 0) return null;
  return (
    <Section title={t.leaves} note={t.leavesNote}>
      <ul>
        {leaves.map((leaf) => <LeafRow key={leaf.batch} leaf={leaf} />)}
        {unread.map((batch) => (
          <li key={batch.id} className="flex min-h-17 flex-wrap items-center justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0">
            <span><ProjectName id={batch.project} /><span className="block text-sm text-ink-2">{t.epoch(batch.epoch)}</span></span>
            <a href={`#/batches/${batch.id}`} className={buttonClass("second", true)}>{t.openHistory}</a>
          </li>
        ))}
      </ul>
      {counts !== null && counts > now && <MoveTime to={counts} />}
    </Section>
  );
}

function LeafRow({ leaf }: { leaf: LeafLot }) {
  const t = useWords(sharesText);
  return (
    <li className="flex min-h-17 flex-wrap items-center gap-x-5 border-b border-line py-2.5 last:border-b-0">
      <span className="min-w-0 flex-1 basis-40">
        <ProjectName id={leaf.project} />
        <span className="block text-sm text-ink-2">{t.epoch(leaf.epoch)} · {t.leafState[leaf.state]}</span>
      </span>
      <Amount micro={leaf.shares} unit="shares" size="row" />
      {leaf.state === "drawable" && <a href={`#/batches/${leaf.batch}`} className={buttonClass("second", true)}>{t.drawOne}</a>}
    </li>
  );
}
