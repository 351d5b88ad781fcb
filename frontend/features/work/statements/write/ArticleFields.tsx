import type { MemberId } from "#client/chain/ids.ts";
import { languageTag, useWords } from "../../../../shared/language/language.ts";
import { Choice } from "../../../../shared/parts/Choice.tsx";
import { Entry } from "./Entry.tsx";
import type { WriteProps } from "./fieldProps.ts";
import { MembersField } from "./MembersField.tsx";
import { writeText } from "./text.ts";

/** The smaller head of an article: one language, title, summary, who wrote it together. */
export function ArticleFields({ me, ...props }: WriteProps & { me: MemberId | null }) {
  const t = useWords(writeText);
  const { writing, setField } = props;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <Choice
        legend={t.language}
        value={(writing.fields.language ?? "zh") as "zh" | "en"}
        options={[
          { value: "zh", label: <span lang={languageTag.zh}>中文</span> },
          { value: "en", label: <span lang={languageTag.en}>English</span> },
        ]}
        onChoose={(language) => setField("language", language)}
      />
      <Entry {...props} name="title" />
      <Entry {...props} name="summary" area />
      <MembersField {...props} name="coauthors" hint={t.coauthorsHint} but={me} />
    </fieldset>
  );
}
