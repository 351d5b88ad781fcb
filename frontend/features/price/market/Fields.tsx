import type { Token } from "#client/chain/ids.ts";
import { listedTokens } from "#client/price/accounts.ts";
import { type Flow, flows } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { nameOf } from "#client/people/names.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { isPracticeToken, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field, Select, TextArea } from "../../../shared/parts/Field.tsx";
import { type CostDraft, type Draft, emptyCost } from "./draft.ts";
import { marketText } from "./text.ts";

/** A form's text, how it changes, and what is wrong with a field. */
export interface Writing {
  readonly draft: Draft;
  readonly put: (change: Partial<Draft>) => void;
  readonly wrong: (field: string) => string | undefined;
}

type TextName = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

/** A line of the form. */
export function Line({ writing: { draft, put, wrong }, name, ...rest }: { writing: Writing; name: TextName; label: string; hint?: string; unit?: string; optional?: boolean; inputMode?: "decimal" | "numeric" }) {
  return <Field {...rest} value={draft[name]} error={wrong(name)} onChange={(event) => put({ [name]: event.target.value })} />;
}

/** What it is, in words that everyone hashes alike. */
export function ItemFields({ writing, title }: { writing: Writing; title: string }) {
  const t = useWords(marketText);
  const language = useLanguage();
  const { draft, put, wrong } = writing;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 font-serif text-xl font-bold">{title}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Line writing={writing} name="name" label={t.name} hint={t.nameHint} />
        <Line writing={writing} name="unit" label={t.unit} hint={t.unitHint} />
      </div>
      <Select label={t.flow} value={draft.flow} onChange={(event) => put({ flow: event.target.value as Flow })}>
        {flows.map((flow) => <option key={flow} value={flow}>{flowWords[flow][language]}</option>)}
      </Select>
      <TextArea label={t.text} hint={t.textHint} optional rows={2} value={draft.text} error={wrong("text")} onChange={(event) => put({ text: event.target.value })} />
      <Line writing={writing} name="place" label={t.place} optional />
    </fieldset>
  );
}

/** In which listed token it is paid. */
export function TokenField({ writing: { draft, put, wrong } }: { writing: Writing }) {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const tokens = listedTokens(ledger);
  return (
    <Select label={t.token} value={draft.token} error={wrong("token")} onChange={(event) => put({ token: event.target.value })}>
      {tokens.map((token) => <TokenOption key={token} token={token} />)}
    </Select>
  );
}

function TokenOption({ token }: { token: Token }) {
  const { symbol, name } = useTokenFacts(token);
  const language = useLanguage();
  const practice = language === "zh" ? "¤ 练习币，没有价值" : "¤ practice money, worth nothing";
  return <option value={token}>{isPracticeToken(token) ? practice : `${symbol} ${name}`}</option>;
}

/** Any member, by name and number. */
export function PersonOptions() {
  const { ledger } = useLedger();
  const language = useLanguage();
  return [...ledger.people.members.values()].map((member) => <option key={member.id} value={String(member.id)}>{`${nameOf(member)[language]} · ${member.id}`}</option>);
}

/** Cost lines: to whom, what for, how much of each unit. */
export function CostFields({ writing: { draft, put, wrong } }: { writing: Writing }) {
  const t = useWords(marketText);
  const language = useLanguage();
  const change = (place: number, next: Partial<CostDraft>) => put({ costs: draft.costs.map((line, at) => (at === place ? { ...line, ...next } : line)) });
  return (
    <fieldset>
      <legend className="font-serif text-xl font-bold">{t.costs}</legend>
      <p className="mb-3 text-sm text-ink-2">{t.costsNote}</p>
      {draft.costs.map((line, place) => (
        <div key={place} role="group" aria-label={t.costNo(place + 1)} className="mb-4 grid gap-3 border-b border-line pb-4 sm:grid-cols-3">
          <Select label={t.costTo} value={line.member} error={wrong(`cost${place}`)} onChange={(event) => change(place, { member: event.target.value })}>
            <option value="">{t.choose}</option>
            <PersonOptions />
            <option value="address">{t.costAddress}</option>
          </Select>
          <Select label={t.flow} value={line.flow} onChange={(event) => change(place, { flow: event.target.value as Flow })}>
            {flows.map((flow) => <option key={flow} value={flow}>{flowWords[flow][language]}</option>)}
          </Select>
          <Field label={t.costAmount} inputMode="decimal" value={line.amount} onChange={(event) => change(place, { amount: event.target.value })} />
          {line.member === "address" && <div className="sm:col-span-3"><Field label={t.costAddress} value={line.address} spellCheck={false} className="font-mono" onChange={(event) => change(place, { address: event.target.value })} /></div>}
          <Button look="text" small className="justify-self-start" onClick={() => put({ costs: draft.costs.filter((_, at) => at !== place) })}>{t.dropCost(place + 1)}</Button>
        </div>
      ))}
      {draft.costs.length < 8 && <Button look="second" small onClick={() => put({ costs: [...draft.costs, emptyCost] })}>{t.addCost}</Button>}
    </fieldset>
  );
}
