import { plainText } from "#client/chain/plain.ts";
import { type Difference, type Told, toldTo } from "#client/work/statement/fields.ts";
import type { AnyDocument, StatementDocument } from "#client/work/statement/format.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { languageTag, useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { MemberName } from "../../../people/MemberName.tsx";
import { ProjectName } from "../../projects/ProjectName.tsx";
import { statementText } from "../text.ts";

/** What the head says, in the reader's language where it has it. Anybody's words: text only. */
export function HeadFacts({ document, record }: { document: AnyDocument; record: StatementRecord }) {
  const t = useWords(statementText);
  const author = document.is === "statement" ? document.proposer : document.author;
  return (
    <>
      {author !== record.proposer && <Notice>{t.titleMismatch}</Notice>}
      <Words told={document.is === "statement" ? document.summary : inOne(document.language, document.summary)} large />
      {document.is === "statement" && <StatementFacts document={document} />}
    </>
  );
}

const inOne = (language: "zh" | "en", text: string): Told => ({ zh: language === "zh" ? text : null, en: language === "en" ? text : null });

function StatementFacts({ document }: { document: StatementDocument }) {
  const t = useWords(statementText);
  return (
    <dl className="mt-5 [&>div]:border-t [&>div]:border-line [&>div]:py-3">
      <div>
        <dt className="text-sm text-ink-2">{t.free}</dt>
        <dd><Words told={document.free} /></dd>
      </div>
      <div>
        <dt className="text-sm text-ink-2">{t.differsFrom}</dt>
        <dd>{document.differs.length === 0 ? t.differsNone : <ul>{document.differs.map((difference, place) => <Neighbour key={place} difference={difference} />)}</ul>}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-2">{t.stewards}</dt>
        <dd className="flex flex-wrap gap-x-4">
          {document.stewards.map((steward) => (
            <MemberName key={steward} id={steward} />
          ))}
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-2">{t.industry}</dt>
        <dd className="num">{String(document.industry).padStart(4, "0")}</dd>
      </div>
    </dl>
  );
}

function Neighbour({ difference: { neighbour, how } }: { difference: Difference }) {
  return (
    <li className="py-1">
      <span className="me-2 font-semibold">{neighbour.is === "project" ? <ProjectName id={neighbour.project} /> : plainText(neighbour.words, 80)}</span>
      {plainText(how, 500)}
    </li>
  );
}

function Words({ told, large }: { told: Told; large?: boolean }) {
  const language = useLanguage();
  const spoken = told[language] !== null ? language : language === "zh" ? "en" : "zh";
  return (
    <p lang={languageTag[spoken]} className={large ? "prose font-serif text-[1.375rem] leading-relaxed" : "prose"}>
      {plainText(toldTo(told)[language], 1_000)}
    </p>
  );
}
