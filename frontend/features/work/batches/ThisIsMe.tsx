import { type FormEvent, useState } from "react";
import type { Hex } from "viem";
import type { Batch } from "#client/work/batch.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { Sentence } from "../../../shared/parts/Sentence.tsx";
import { ClaimIdentity } from "./ClaimIdentity.tsx";
import { identitiesOf } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** Finds the reader's own leaf by the name used then, and leads to claiming it. */
export function ThisIsMe({ batch, history }: { batch: BatchClaim; history: Batch | undefined }) {
  const t = useWords(batchText);
  const language = useLanguage();
  const [name, setName] = useState("");
  const [found, setFound] = useState<Hex | "none" | null>(null);
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (!history?.tree || name.trim() === "") return;
    const { tree } = history;
    setFound(identitiesOf(name).find((identity) => tree.indexOf(identity) >= 0) ?? "none");
  };
  const person = found && found !== "none" ? history?.people.find(({ identity }) => identity === found) : undefined;
  return (
    <Section title={t.meTitle}>
      <form onSubmit={look} className="flex flex-col gap-3">
        <Field
          label={t.meName}
          hint={t.meNote}
          value={name}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => {
            setName(event.target.value);
            setFound(null);
          }}
        />
        <div>
          <Button type="submit" closed={history ? undefined : t.meNeedsData}>
            {t.meFind}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-4">
        {found === "none" && <p>{t.meNotFound}</p>}
        {person && (
          <>
            <p className="font-serif text-lg">
              <Sentence pieces={t.meFound(t.pointsUnit(formatMicro(person.value, language)), t.recordsCount(person.records))} />
            </p>
            <ClaimIdentity key={person.identity} batch={batch} identity={person.identity} />
          </>
        )}
      </div>
    </Section>
  );
}
