import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { offerItem } from "#client/offnet/marketItems.ts";
import { listedTokens } from "#client/price/accounts.ts";
import { offerIdOf, signableOffer } from "#client/price/digest.ts";
import { leastSurplus, surplusPerUnit } from "#client/price/math.ts";
import { charterIn, projectOf } from "#client/work/charters.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { parseTokens } from "../../../shared/language/money.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { SignButton } from "../../people/pass/SignButton.tsx";
import { useSigning } from "../../people/pass/useSigning.ts";
import { costsOf, type Draft, offerOf, sellable } from "./draft.ts";
import { CostFields, ItemFields, Line, PersonOptions, TokenField, type Writing } from "./Fields.tsx";
import { PriceParts } from "./PriceParts.tsx";
import { Sellers } from "./Sellers.tsx";
import { useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";
import { useWriting } from "./useWriting.ts";

/** Where an offer is written and signed. */
export function SellPage() {
  const t = useWords(marketText);
  return (
    <Page title={t.sellTitle} lead={t.sellLead}>
      <div className="max-w-160">
        <BooksGate>{() => <Gate />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Gate() {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const me = useMe();
  const projects = me === null ? [] : sellable(ledger, me, now);
  if (me === null || projects.length === 0) return <EmptyState sentence={t.noProjects} hint={t.noProjectsHint} action={<a href="#/market/ask" className={buttonClass("second")}>{t.askLong}</a>} />;
  if (listedTokens(ledger).length === 0) return <EmptyState sentence={t.noTokens} action={<a href="#/decide" className={buttonClass("second")}>{t.token}</a>} />;
  return (
    <>
      <SellForm key={me} me={me} projects={projects} />
      {projects.map((project) => <Sellers key={project} project={project} me={me} />)}
    </>
  );
}

function SellForm({ me, projects }: { me: MemberId; projects: readonly ProjectId[] }) {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const writing = useWriting({ project: String(projects[0]) });
  const { draft, put, wrong } = writing;
  const { decimals } = useTokenFacts(draft.token as Token);
  const signing = useSigning();
  const shelf = useShelf();
  const go = useNavigate();
  const sign = async () => {
    const written = writing.read(() => offerOf(draft, ledger, me, now, decimals));
    if (!written || !deployment || !shelf) return;
    const signature = await signing.sign(signableOffer(written.offer, deployment));
    if (!signature) return;
    shelf.add([offerItem(written.offer, written.uri, signature)]);
    void go({ to: `/market/offer/${offerIdOf(written.offer, deployment)}` });
  };
  return (
    <form className="flex flex-col gap-8" onSubmit={(event: FormEvent) => event.preventDefault()}>
      <Select label={t.project} value={draft.project} error={wrong("project")} onChange={(event) => put({ project: event.target.value })}>
        {projects.map((id) => <option key={id} value={id}>{projectWords(id)[language]}</option>)}
      </Select>
      <ItemFields writing={writing} title={t.what} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TokenField writing={writing} />
        <Line writing={writing} name="price" label={t.priceField} inputMode="decimal" />
      </div>
      <CostFields writing={writing} />
      <Preview draft={draft} decimals={decimals} />
      <Delivery writing={writing} />
      <div>
        <SignButton signing={signing} onPress={() => void sign()}>{t.sign}</SignButton>
        {writing.fault && <p className="mt-2 text-sm text-fail">{writing.fault}</p>}
        <p className="mt-2 text-sm text-ink-2">{t.signNote}</p>
      </div>
    </form>
  );
}

/** How much, how fast, for how long, and whether it is a group buy. */
function Delivery({ writing }: { writing: Writing }) {
  const t = useWords(marketText);
  const { draft, put } = writing;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <Line writing={writing} name="quantity" label={t.quantityField} inputMode="numeric" />
        <Line writing={writing} name="window" label={t.windowField} unit={t.days} inputMode="numeric" />
        <Line writing={writing} name="holds" label={t.holdsField} hint={t.holdsHint} unit={t.days} inputMode="numeric" />
      </div>
      <Select label={t.arbiterField} hint={t.arbiterHint} value={draft.arbiter} onChange={(event) => put({ arbiter: event.target.value })}>
        <option value="">{t.nobody}</option>
        <PersonOptions />
      </Select>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" checked={draft.group} onChange={(event) => put({ group: event.target.checked })} className="size-5 accent-ink" />
        {t.groupField}
      </label>
      {draft.group && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Line writing={writing} name="target" label={t.targetField} inputMode="numeric" />
          <Line writing={writing} name="most" label={t.mostField} inputMode="numeric" />
        </div>
      )}
    </div>
  );
}

/** The sum of one unit as it is written, and whether enough is left over. */
function Preview({ draft, decimals }: { draft: Draft; decimals: number }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const price = parseTokens(draft.price, decimals);
  if (price === null || price === 0n || draft.project === "") return null;
  const costs = readable(() => costsOf(draft, ledger, decimals)) ?? [];
  const token = draft.token as Token;
  const { minSurplus } = charterIn(projectOf(ledger, Number(draft.project) as ProjectId), epochOf(ledger, now));
  const least = leastSurplus(price, minSurplus);
  return (
    <Card>
      <h2 className="mb-3 text-xl">{t.preview}</h2>
      <PriceParts project={Number(draft.project) as ProjectId} token={token} price={price} costs={costs} buyer={false} />
      <p className="mt-3 text-sm text-ink-2">{t.least(formatMoney(token, least, language, true), minSurplus)}</p>
      {surplusPerUnit(price, costs) < least && <p role="alert" className="mt-1 text-fail">{t.tooSmall}</p>}
    </Card>
  );
}

/** What is half written is not shown. */
function readable<T>(how: () => T): T | null {
  try {
    return how();
  } catch {
    return null;
  }
}
