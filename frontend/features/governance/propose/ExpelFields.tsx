import { useState } from "react";
import { nameOf } from "#client/people/names.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Select, TextArea } from "../../../shared/parts/Field.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";
import { causeBytes, causeDigest } from "./writing.ts";

/** Whom, and why. What it means stands before the fields; the cause is hashed, and its words are public only if the proposer wants. */
export function ExpelFields({ writing, change, faults, leave }: FieldProps) {
  const { ledger } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const [saved, setSaved] = useState<string | null>(null);
  const members = [...ledger.people.members.values()].filter(({ expelled }) => expelled === null);
  const { cause, causePublic } = writing;
  const digest = causeDigest(cause);
  const save = () => {
    saveFile(`cause-${digest.slice(2, 10)}.txt`, "text/plain;charset=utf-8", causeBytes(cause));
    setSaved(digest);
  };
  return (
    <>
      <Notice>
        <p className="font-semibold">{t.expelTitle}</p>
        <p>{t.expelLead}</p>
      </Notice>
      <Select id={fieldId("member")} label={t.member} hint={t.memberHint} error={faults.member} value={writing.member ?? ""} onChange={(event) => change({ member: Number(event.target.value) })} onBlur={() => leave("member")}>
        <option value="" disabled>{t.choose}</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>{`${nameOf(member)[language]} · ${member.id}`}</option>
        ))}
      </Select>
      <TextArea id={fieldId("cause")} label={t.cause} hint={t.causeHint} error={faults.cause} rows={6} value={cause} onChange={(event) => change({ cause: event.target.value })} onBlur={() => leave("cause")} />
      <Choice
        legend={t.causeWhere}
        value={causePublic ? "public" : "file"}
        options={[
          { value: "public", label: t.causePublic },
          { value: "file", label: t.causeFile },
        ]}
        onChoose={(where) => change({ causePublic: where === "public" })}
        wide
      />
      {!causePublic && cause.trim() !== "" && (
        <div className="flex flex-wrap items-center gap-x-4">
          <Button look="second" small onClick={save}>{t.causeSave}</Button>
          <span role="status" className="text-sm text-ink-3">{saved === digest ? t.causeSaved : ""}</span>
        </div>
      )}
    </>
  );
}
