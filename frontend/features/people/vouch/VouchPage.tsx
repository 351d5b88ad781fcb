import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useMe } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useWords } from "../../../shared/language/language.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { itemsIn } from "../pass/checked.ts";
import { bundleIn } from "../pass/link.ts";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { Given } from "./Given.tsx";
import { Applicant } from "./Applicant.tsx";
import { vouchText } from "./text.ts";

/** Where a member reads an application, sees what a vouch means, signs it and gives it back. */
export function VouchPage() {
  const t = useWords(vouchText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">
        <BooksGate>{() => <Vouch />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Vouch() {
  const t = useWords(vouchText);
  const { b } = useSearch({ strict: false }) as { b?: unknown };
  const [text, setText] = useState(() => bundleIn(b));
  const me = useMe();
  const application = itemsIn(text, "application").at(-1);
  const take = (given: string): Both | null => {
    if (itemsIn(given, "application").length === 0) return { zh: passText.zh.notThis, en: passText.en.notThis };
    setText(given);
    return null;
  };
  return (
    <>
      {application ? (
        <>
          <Applicant key={application.signature} application={application} />
          <Button look="text" small className="mt-4" onClick={() => setText("")}>{t.another}</Button>
        </>
      ) : (
        <Section title={t.readTitle}>
          <TakeIn label={t.takeIn} onText={take} />
        </Section>
      )}
      {me !== null && <Given key={me} me={me} />}
    </>
  );
}
