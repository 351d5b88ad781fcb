import { type ReactNode, useState } from "react";
import { suggestedBody } from "#client/work/statement/draft.ts";
import { useWords } from "../../../../shared/language/language.ts";
import { useWide } from "../../../../shared/look/useWide.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { TextArea } from "../../../../shared/parts/Field.tsx";
import { DocumentBody } from "../DocumentBody.tsx";
import { Tabs } from "../Tabs.tsx";
import { fieldId, type WriteProps } from "./fieldProps.ts";
import { writeText } from "./text.ts";
import { TwelvePoints } from "./TwelvePoints.tsx";

type Side = "write" | "preview" | "points";

/** The text with what helps beside it: the twelve points or the preview. On a phone they take turns. */
export function BodyFields({ writing, change, faults, leave }: WriteProps) {
  const t = useWords(writeText);
  const wide = useWide(1024);
  const [chosen, setChosen] = useState<Side>("write");
  const side = wide && chosen === "write" ? "points" : chosen;
  const article = writing.is === "article";
  const spoken = writing.spoken === "both" ? (["zh", "en"] as const) : [writing.spoken];
  const tabs: readonly { value: Side; label: string }[] = [
    ...(wide ? [] : [{ value: "write" as const, label: t.tabWrite }]),
    { value: "points", label: t.tabPoints },
    { value: "preview", label: t.tabPreview },
  ];
  const beside: ReactNode =
    side === "points" ? (
      <TwelvePoints ticked={writing.ticked} onTick={(ticked) => change({ ticked })} />
    ) : writing.body.trim() === "" ? (
      <p className="text-ink-3">{t.previewNone}</p>
    ) : (
      <DocumentBody text={writing.body} />
    );
  const editor = (
    <div className="flex flex-col items-start gap-3 [&>div]:w-full">
      <TextArea id={fieldId("body")} label={t.text} hint={t.bodyHint} error={faults.body} rows={wide ? 28 : 16} value={writing.body} onChange={(event) => change({ body: event.target.value })} onBlur={() => leave("body")} className="font-mono text-base" />
      {writing.body.trim() === "" && !article && (
        <Button small look="second" onClick={() => change({ body: suggestedBody(spoken) })}>
          {t.suggest}
        </Button>
      )}
    </div>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-serif text-xl font-bold">{t.text}</legend>
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {wide && editor}
        <div className="min-w-0">
          <Tabs label={t.tabs} tabs={tabs} chosen={side} onChoose={setChosen}>
            {side === "write" ? editor : <div className={side === "points" ? "relative lg:max-h-176 lg:overflow-y-auto lg:pe-2" : ""}>{beside}</div>}
          </Tabs>
        </div>
      </div>
    </fieldset>
  );
}
