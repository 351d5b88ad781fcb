import { type FormEvent, useState } from "react";
import { InputFault } from "#client/chain/intent.ts";
import type { Member } from "#client/people/fold.ts";
import { learnedOf, nameOf, type ProfileDocument } from "#client/people/names.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { propose } from "../../shared/act/proposal.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Dialog } from "../../shared/parts/Dialog.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { peopleText } from "./text.ts";

interface Names {
  zh: string;
  en: string;
}

/** Where a member says how they are called, in both languages. */
export function ProfileDialog({ member, open, onClose }: { member: Member; open: boolean; onClose: () => void }) {
  const t = useWords(peopleText);
  const language = useLanguage();
  const before = nameOf(member);
  const [names, setNames] = useState<Names>(before.known ? { zh: before.zh, en: before.en } : { zh: "", en: "" });
  const [fault, setFault] = useState<InputFault | null>(null);
  const same = before.known && names.zh.trim() === before.zh && names.en.trim() === before.en;
  const errorOf = (field: string) => (fault?.field === field ? fault.say[language] : undefined);

  const review = (event: FormEvent) => {
    event.preventDefault();
    try {
      const learned = learnedOf(member);
      proposeProfile(member, { zh: names.zh.trim(), en: names.en.trim(), ...(learned.length === 0 ? {} : { learned }) });
      setFault(null);
      onClose();
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      setFault(error);
    }
  };

  return (
    <Dialog open={open} onClose={onClose} title={t.editTitle}>
      <form onSubmit={review} className="flex flex-col gap-5 pt-2">
        <p className="prose">{t.editLead}</p>
        <Field label={t.nameZh} lang="zh-Hans" value={names.zh} error={errorOf("zh")} hint={t.nameHint} onChange={(event) => setNames({ ...names, zh: event.target.value })} />
        <Field label={t.nameEn} lang="en" value={names.en} error={errorOf("en")} onChange={(event) => setNames({ ...names, en: event.target.value })} />
        {errorOf("profile") && <p role="alert" className="text-sm text-fail">{errorOf("profile")}</p>}
        <Button type="submit" wide closed={same ? t.sameAsNow : undefined}>
          {t.review}
        </Button>
      </form>
    </Dialog>
  );
}

/** Errors: InputFault for a name that cannot be shown. */
function proposeProfile(member: Member, names: ProfileDocument): void {
  const intent = parseSetProfile(names);
  const before = nameOf(member);
  const [zh, en] = [peopleText.zh, peopleText.en];
  propose({
    title: { zh: zh.proposalTitle, en: en.proposalTitle },
    act: { zh: zh.actText(names.zh), en: en.actText(names.en) },
    intent,
    explain: (language) => {
      const t = peopleText[language];
      const was = (name: string) => (before.known ? name : t.nothingBefore);
      return {
        sentence: t.sentence(names.zh, names.en),
        changes: [
          { label: t.changeZh, before: was(before.zh), after: names.zh },
          { label: t.changeEn, before: was(before.en), after: names.en },
        ],
        terms: [
          { label: t.forEver, text: t.forEverText },
          { label: t.keyStays, text: t.keyStaysText },
        ],
        details: [
          { label: t.digest, text: String(intent.args[0]), hash: true },
          { label: t.document, text: JSON.stringify(names) },
        ],
      };
    },
    done: { zh: zh.done(names.zh), en: en.done(names.en) },
    link: `#/m/${member.id}`,
  });
}
