import { type FormEvent, useState } from "react";
import { isAddress } from "viem";
import type { Holder, Token } from "#client/chain/ids.ts";
import { purseOf } from "#client/price/accounts.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useWords } from "../../../shared/language/language.ts";
import { parseTokens, writeTokens } from "../../../shared/language/money.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { AddressWarning } from "../../people/AddressWarning.tsx";
import { proposeWithdraw } from "./acts.ts";
import { purseText } from "./text.ts";

/** Pays out of the purse, to the reader's key or another address. */
export function Withdraw({ me, token }: { me: Holder; token: Token }) {
  const { ledger } = useLedger();
  const t = useWords(purseText);
  const signer = useSigner();
  const { decimals } = useTokenFacts(token);
  const purse = purseOf(ledger, me, token);
  const [written, setWritten] = useState("");
  const [where, setWhere] = useState<"mine" | "other">("mine");
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<{ field: "amount" | "address"; say: string } | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = parseTokens(written, decimals);
    if (amount === null || amount === 0n) return setFault({ field: "amount", say: t.needAmount });
    if (amount > purse) return setFault({ field: "amount", say: t.tooMuchPurse });
    const to = where === "mine" ? signer?.address : address.trim();
    if (!to || !isAddress(to, { strict: false })) return setFault({ field: "address", say: t.needAddress });
    setFault(null);
    proposeWithdraw(ledger, me, token, amount, to);
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3 [&>div]:w-full">
      <h3 className="text-lg">{t.withdraw}</h3>
      <Field label={t.amount} inputMode="decimal" value={written} error={fault?.field === "amount" ? fault.say : undefined} onChange={(event) => setWritten(event.target.value)} />
      <Button look="text" small onClick={() => setWritten(writeTokens(purse, decimals))}>{t.all}</Button>
      <Choice legend={t.to} value={where} onChoose={setWhere} options={[{ value: "mine", label: t.toMine }, { value: "other", label: t.toOther }]} />
      {where === "other" && <Field label={t.address} value={address} spellCheck={false} autoComplete="off" className="font-mono text-sm" error={fault?.field === "address" ? fault.say : undefined} onChange={(event) => setAddress(event.target.value)} />}
      {where === "other" && <AddressWarning address={address.trim() as `0x${string}`} />}
      <Button type="submit" look="second">{t.withdraw}</Button>
    </form>
  );
}
