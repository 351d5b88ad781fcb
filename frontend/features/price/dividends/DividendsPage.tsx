import { allDividendsOf, type Dividends } from "#client/price/accounts.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { lotsOf } from "#client/value/lots.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment, formatWhen } from "../../../shared/language/time.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { ProjectName } from "../../work/projects/ProjectName.tsx";
import { batchCount, proposeDividends } from "./propose.ts";
import { OwedRow } from "./OwedRow.tsx";
import { dividendsText } from "./text.ts";

/** What the reader can draw of surpluses, what will come and when, and which orders it came of. */
export function DividendsPage() {
  const t = useWords(dividendsText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/ledgers/statement" className={buttonClass("second")}>{t.statement}</a>}>
      <BooksGate>{() => <Mine />}</BooksGate>
      <PracticeFoot />
    </Page>
  );
}

function Mine() {
  const me = useMe();
  const t = useWords(dividendsText);
  const { ledger, now } = useLedger();
  if (me === null) return <EmptyState sentence={t.visitor} hint={t.visitorHint} action={<Button onClick={askForSigner}>{t.signIn}</Button>} />;
  const all = allDividendsOf(ledger, me, now);
  if (all.length === 0) return <><UndrawnLots member={me} /><EmptyState sentence={t.none} hint={t.noneHint} action={<a href="#/shares" className={buttonClass("second")}>{t.toShares}</a>} /></>;
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <UndrawnLots member={me} />
        <Owed member={me} list={all.filter(({ owed }) => owed > 0n)} />
      </div>
      <div className="min-w-0">
        <Coming list={all} />
        <History member={me} />
      </div>
    </div>
  );
}

/** Shares of selling projects that are not drawn take part in no dividend yet. */
function UndrawnLots({ member }: { member: MemberId }) {
  const t = useWords(dividendsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const selling = new Set([...ledger.price.accounts.keys()].map((key) => Number(key.split(".")[0])));
  const projects = [...new Set(lotsOf(ledger, member, now).filter(({ state, project }) => state === "drawable" && selling.has(project)).map(({ project }) => project))];
  if (projects.length === 0) return null;
  const names = projects.map((project) => projectWords(project)[language]).join(language === "zh" ? "、" : ", ");
  return <div className="mb-6"><Notice action={<a href="#/shares" className={buttonClass("second", true)}>{t.drawShares}</a>}>{t.drawFirst(names)}</Notice></div>;
}

function Owed({ member, list }: { member: MemberId; list: readonly Dividends[] }) {
  const t = useWords(dividendsText);
  const { ledger } = useLedger();
  const ready = list.filter(({ divideFirst }) => !divideFirst);
  const all = ready.length > 1 && <Button small onClick={() => proposeDividends(ledger, member, ready)}>{t.drawAll(batchCount(ready))}</Button>;
  return (
    <Section title={t.owed} aside={all}>
      {list.length === 0 && <p className="text-ink-2">{t.nothingOwed}</p>}
      <ul>
        {list.map((one) => <OwedRow key={`${one.project}.${one.token}`} member={member} dividends={one} alone={ready.length <= 1} />)}
      </ul>
    </Section>
  );
}

function Coming({ list }: { list: readonly Dividends[] }) {
  const t = useWords(dividendsText);
  const language = useLanguage();
  const { now } = useLedger();
  const coming = list.flatMap(({ project, token, coming: parts }) => parts.map((part) => ({ project, token, ...part }))).sort((a, b) => a.at - b.at);
  const next = coming.find(({ at }) => at > now);
  return (
    <Section title={t.coming} note={coming.length > 0 && t.comingNote}>
      {coming.length === 0 && <p className="text-ink-2">{t.nothingComing}</p>}
      <ul>
        {coming.map(({ project, token, epoch, amount, at }) => (
          <li key={`${project}.${token}.${epoch}`} className="flex min-h-17 items-center justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
            <span className="min-w-0">
              <ProjectName id={project} />
              <span className="block text-sm text-ink-2">{at > now ? t.comingLine(epoch, formatMoment(at, language, now)) : t.comingClosed(epoch)}</span>
            </span>
            <Money token={token} amount={amount} />
          </li>
        ))}
      </ul>
      {next && <MoveTime to={next.at} />}
    </Section>
  );
}

function History({ member }: { member: MemberId }) {
  const t = useWords(dividendsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const draws = ledger.price.draws.filter((draw) => draw.member === member && draw.amount > 0n).toReversed();
  return (
    <Section title={t.history}>
      {draws.length === 0 && <p className="text-ink-2">{t.historyNone}</p>}
      <ul>
        {draws.map(({ project, token, amount, at, tx }) => (
          <li key={`${tx}.${project}.${token}`} className="flex min-h-13 items-center justify-between gap-4 border-b border-line py-2 last:border-b-0">
            <span className="min-w-0"><ProjectName id={project} /> <span className="text-sm text-ink-2">{formatWhen(at, language, now)}</span></span>
            <Money token={token} amount={amount} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
