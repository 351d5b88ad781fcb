import type { ProjectId } from "#client/chain/ids.ts";
import { bindingCountsFrom, stageOf } from "#client/work/stage.ts";
import type { BindingClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { situationText } from "../../people/situationText.ts";
import { bindingsIn } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** Bindings proposed in a project, and from when on each counts. */
export function Bindings({ project }: { project: ProjectId }) {
  const { ledger } = useLedger();
  const t = useWords(batchText);
  const bindings = bindingsIn(ledger, project);
  return (
    <Section title={t.bindings} note={t.bindingsNote}>
      {bindings.length === 0 ? (
        <p className="py-2 text-ink-2">{t.bindingsNone}</p>
      ) : (
        <Rows label={t.bindings}>
          {bindings.map((binding) => (
            <BindingRow key={binding.id} binding={binding} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function BindingRow({ binding }: { binding: BindingClaim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  const words = useWords(situationText);
  const { situation } = stageOf(ledger, binding, now);
  const counts = bindingCountsFrom(binding);
  const stands = counts !== null && binding.inForce > 0n;
  const state = situation === "waiting" ? t.answersNeeded(binding.answers.length, binding.needed) : !stands ? words[situation] : situation === "final" ? t.counts : t.countsFrom(formatDate(counts, language, now));
  return (
    <LinkRow
      href={`#/c/${binding.id}`}
      title={<MemberName id={binding.member} link={false} />}
      note={<span className="font-mono">{shortHex(binding.identity)}</span>}
      end={<span className="max-w-40 shrink-0 text-end text-sm text-ink-2">{state}</span>}
    />
  );
}
