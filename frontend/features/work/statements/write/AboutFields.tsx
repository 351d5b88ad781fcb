import { useWords } from "../../../../shared/language/language.ts";
import { Choice } from "../../../../shared/parts/Choice.tsx";
import { Entry } from "./Entry.tsx";
import type { WriteProps } from "./fieldProps.ts";
import { writeText } from "./text.ts";
import type { Spoken } from "./writing.ts";

const both: readonly Spoken[] = ["both", "zh", "en"];

/** The languages, and title, summary and what is free in each of them. */
export function AboutFields(props: WriteProps) {
  const t = useWords(writeText);
  const { writing, change } = props;
  const spoken = writing.spoken === "both" ? (["zh", "en"] as const) : [writing.spoken];
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-4 font-serif text-xl font-bold">{t.about}</legend>
      <Choice legend={t.spoken} value={writing.spoken} options={both.map((value) => ({ value, label: t.spokenOf[value] }))} onChoose={(value) => change({ spoken: value })} />
      {spoken.map((language) => (
        <Entry key={language} {...props} name={`title.${language}`} hint={t.aboutHint.title} />
      ))}
      {spoken.map((language) => (
        <Entry key={language} {...props} name={`summary.${language}`} hint={t.aboutHint.summary} area />
      ))}
      {spoken.map((language) => (
        <Entry key={language} {...props} name={`free.${language}`} hint={t.aboutHint.free} area />
      ))}
      <div className="max-w-60">
        <Entry {...props} name="industry" hint={t.aboutHint.industry} number />
      </div>
    </fieldset>
  );
}
