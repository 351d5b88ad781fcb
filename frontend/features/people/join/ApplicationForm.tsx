import { type FormEvent, useState } from "react";
import type { Address } from "viem";
import type { StatementId } from "#client/chain/ids.ts";
import { InputFault } from "#client/chain/intent.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { MOST_LEARNED, profileDocument } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { recommendedArticles } from "#client/work/versions.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Address as ShowAddress } from "../../../shared/parts/Address.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { statementTitle } from "../documents.ts";
import { HOLDS } from "../pass/holds.ts";
import { passText } from "../pass/text.ts";
import { useSigning } from "../pass/useSigning.ts";
import { joinText } from "./text.ts";

/** Where the application is written and signed. `kept`: what this browser keeps already; vouches among it stay. */
export function ApplicationForm({ applicant, kept, put }: { applicant: Address; kept: string; put: (text: string) => void }) {
  const t = useWords(joinText);
  const pass = useWords(passText);
  const language = useLanguage();
  const { now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const { busy, failure, sign } = useSigning();
  const [names, setNames] = useState({ zh: "", en: "" });
  const [learned, setLearned] = useState<readonly StatementId[]>([]);
  const [fault, setFault] = useState<InputFault | null>(null);
  const errorOf = (field: string) => (fault?.field === field ? fault.say[language] : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!deployment || busy) return;
    try {
      const said = { zh: names.zh.trim(), en: names.en.trim() };
      const { uri, digest } = profileDocument(learned.length === 0 ? said : { ...said, learned });
      setFault(null);
      const terms = { applicant, profileDigest: digest, profileUri: uri, expires: now + HOLDS };
      const signature = await sign(signable("Application", terms, deployment));
      if (!signature) return;
      put(`${writeBundle([{ kind: "application", ...terms, signature }], deployment)}\n${kept}`);
      if (signer?.kind === "practice") await import("../../../shared/signer/practice.ts").then(({ nameIdentity }) => nameIdentity(said));
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      setFault(error);
    }
  };
  return (
    <Section title={`1. ${t.one}`} note={t.oneNote}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <p className="flex flex-wrap items-center gap-x-3 text-ink-2">{t.address} <ShowAddress address={applicant} /></p>
        <Field label={t.nameZh} lang="zh-Hans" value={names.zh} error={errorOf("zh")} hint={t.nameHint} autoComplete="off" onChange={(event) => setNames({ ...names, zh: event.target.value })} />
        <Field label={t.nameEn} lang="en" value={names.en} error={errorOf("en")} autoComplete="off" onChange={(event) => setNames({ ...names, en: event.target.value })} />
        <Learned chosen={learned} choose={setLearned} />
        {failure && <ErrorNote title={pass.signFailed} advice={failure.title[language]} details={failure.details} />}
        <Button type="submit" busy={busy} className="self-start">{busy ? pass.signing : t.sign}</Button>
      </form>
    </Section>
  );
}

/** The recommended articles, to be ticked. */
function Learned({ chosen, choose }: { chosen: readonly StatementId[]; choose: (ids: readonly StatementId[]) => void }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const articles = recommendedArticles(ledger, now).slice(0, MOST_LEARNED);
  return (
    <fieldset>
      <legend className="text-sm text-ink-2">{t.learned}</legend>
      <p className="text-sm text-ink-3">{articles.length === 0 ? t.learnedNone : t.learnedNote}</p>
      {articles.map((article) => (
        <label key={article.id} className="flex min-h-11 items-center gap-3 border-b border-line py-2 last:border-b-0">
          <input
            type="checkbox"
            checked={chosen.includes(article.id)}
            onChange={({ target }) => choose(target.checked ? [...chosen, article.id] : chosen.filter((id) => id !== article.id))}
            className="size-5 shrink-0 accent-ink"
          />
          <span className="min-w-0 flex-1">{statementTitle(article)[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
