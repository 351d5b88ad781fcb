import { useState } from "react";
import { isAddress, keccak256 } from "viem";
import { getCode } from "viem/actions";
import type { ProjectId, Token } from "#client/chain/ids.ts";
import { mostReleasable, mostSpendable } from "#client/governance/money.ts";
import { accountOf } from "#client/price/accounts.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import type { MoneyWriting } from "./money.ts";
import { moneyText } from "./moneyText.ts";

/** Writes a part of the form on money. */
const put = ({ writing, change }: FieldProps) => (part: Partial<MoneyWriting>) => change({ money: { ...writing.money, ...part } });

/** A token to be listed, or taken off the list. */
export function TokenListFields(props: FieldProps) {
  const t = useWords(moneyText);
  const { money } = props.writing;
  const set = put(props);
  return (
    <>
      <Choice legend={t.listed} value={money.listed ? "list" : "delist"} options={[{ value: "list", label: t.list }, { value: "delist", label: t.delist }]} onChoose={(value) => set({ listed: value === "list" })} />
      {money.listed ? (
        <Field id={fieldId("token")} label={t.tokenAddress} hint={t.tokenHint} error={props.faults.token} value={money.token} spellCheck={false} autoComplete="off" className="font-mono" onChange={(event) => set({ token: event.target.value })} onBlur={() => props.leave("token")} />
      ) : (
        <TokenField {...props} />
      )}
    </>
  );
}

/** What a project's reserve, or the dividends of its shares, would pay and to whom. */
export function SpendFields(props: FieldProps) {
  const t = useWords(moneyText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { money, project } = props.writing;
  const set = put(props);
  const token = money.token as Token;
  const known = project !== null && isAddress(money.token);
  const most = !known ? undefined : money.fromPocket ? t.pocketHint(formatMoney(token, accountOf(ledger, project as ProjectId, token).pocket, language, true)) : t.mostHint(formatMoney(token, mostSpendable(ledger, project as ProjectId, token, now), language, true));
  return (
    <>
      <TokenField {...props} />
      <Choice legend={t.from} value={money.fromPocket ? "pocket" : "reserve"} options={[{ value: "reserve", label: t.reserve }, { value: "pocket", label: t.pocket }]} onChoose={(value) => set({ fromPocket: value === "pocket" })} />
      <AmountField {...props} hint={most} />
      <Field id={fieldId("to")} label={t.to} hint={t.toHint} error={props.faults.to} value={money.to} spellCheck={false} autoComplete="off" onChange={(event) => set({ to: event.target.value })} onBlur={() => props.leave("to")} />
    </>
  );
}

/** A contract to be adopted with the code that stands there now, or let go. */
export function AdoptFields(props: FieldProps) {
  const t = useWords(moneyText);
  const { client } = useNetwork();
  const [state, setState] = useState<"idle" | "reading" | "none">("idle");
  const { money } = props.writing;
  const set = put(props);
  const target = money.target.trim();
  const read = async () => {
    if (!client || !isAddress(target)) return props.leave("target");
    setState("reading");
    const code = await getCode(client, { address: target }).catch(() => undefined);
    setState(code ? "idle" : "none");
    if (code) set({ codeHash: keccak256(code) });
  };
  return (
    <>
      <Choice legend={t.adopted} value={money.adopted ? "adopt" : "letGo"} options={[{ value: "adopt", label: t.adopt }, { value: "letGo", label: t.letGo }]} onChoose={(value) => set({ adopted: value === "adopt" })} />
      <Field id={fieldId("target")} label={t.target} error={props.faults.target} value={money.target} spellCheck={false} autoComplete="off" className="font-mono" onChange={(event) => set({ target: event.target.value, codeHash: "" })} onBlur={() => props.leave("target")} />
      <Field id={fieldId("codeHash")} label={t.codeHash} hint={t.codeHint} error={state === "none" ? t.noCode : props.faults.codeHash} value={money.codeHash} spellCheck={false} autoComplete="off" className="font-mono" onChange={(event) => set({ codeHash: event.target.value.trim() })} onBlur={() => props.leave("codeHash")} />
      <Button small look="second" className="self-start" busy={state === "reading"} onClick={() => void read()}>{state === "reading" ? t.reading : t.readCode}</Button>
    </>
  );
}

/** Guarantee capital for a contract that a vote adopted. */
export function ReleaseFields(props: FieldProps) {
  const t = useWords(moneyText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { money } = props.writing;
  const set = put(props);
  const adopted = [...ledger.commons.contracts.values()].filter((one) => one.adopted);
  if (adopted.length === 0) return <p id={fieldId("target")} tabIndex={-1} className="prose">{t.noneAdopted}</p>;
  const most = isAddress(money.token) ? t.mostHint(formatMoney(money.token as Token, mostReleasable(ledger, money.token as Token, now), language, true)) : undefined;
  return (
    <>
      <Select id={fieldId("target")} label={t.adoptedTarget} error={props.faults.target} value={money.target} onChange={(event) => set({ target: event.target.value })} onBlur={() => props.leave("target")}>
        <option value="" disabled>{t.choose}</option>
        {adopted.map(({ target }) => <option key={target} value={target}>{shortHex(target, 8)}</option>)}
      </Select>
      <TokenField {...props} />
      <AmountField {...props} hint={most} />
    </>
  );
}

/** A token that was listed at some time. */
function TokenField(props: FieldProps) {
  const t = useWords(moneyText);
  const { ledger } = useLedger();
  const { money } = props.writing;
  const tokens = [...ledger.price.tokens.keys()];
  return (
    <Select id={fieldId("token")} label={t.token} error={props.faults.token} value={tokens.includes(money.token as Token) ? money.token : ""} onChange={(event) => put(props)({ token: event.target.value })} onBlur={() => props.leave("token")}>
      <option value="" disabled>{t.choose}</option>
      {tokens.map((token) => <TokenOption key={token} token={token} />)}
    </Select>
  );
}

function TokenOption({ token }: { token: Token }) {
  const { symbol } = useTokenFacts(token);
  return <option value={token}>{`${symbol} · ${shortHex(token)}`}</option>;
}

/** An amount in the token that was chosen, with its sign. */
function AmountField(props: FieldProps & { hint: string | undefined }) {
  const t = useWords(moneyText);
  const { money } = props.writing;
  const unit = money.token === "" ? undefined : <TokenSign token={money.token as Token} />;
  return <Field id={fieldId("amount")} label={t.amount} hint={props.hint} error={props.faults.amount} inputMode="decimal" autoComplete="off" unit={unit} value={money.amount} onChange={(event) => put(props)({ amount: event.target.value })} onBlur={() => props.leave("amount")} />;
}

function TokenSign({ token }: { token: Token }) {
  return <>{useTokenFacts(token).symbol}</>;
}
