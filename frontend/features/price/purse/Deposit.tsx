import { type FormEvent, useEffect, useState } from "react";
import type { Holder, Token } from "#client/chain/ids.ts";
import { parseDeposit } from "#client/price/deposit.ts";
import { parseDepositWithPermit, signablePermit } from "#client/price/depositWithPermit.ts";
import { type Holding, readHolding } from "#client/price/token.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { formatMoney, isPracticeToken, moneyWords, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { parseTokens } from "../../../shared/language/money.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { useSigning } from "../../people/pass/useSigning.ts";
import { proposeDeposit } from "./acts.ts";
import { purseText } from "./text.ts";
import { useTokenCall } from "./tokenCall.ts";

/** An approval holds so long, in seconds: long enough to press, too short to lie about. */
const PERMIT = 3_600;
const PRACTICE_AMOUNT = 1_000n;

/** What the signer's address has outside; read again after every deposit. */
function useHolding(token: Token): { holding: Holding | null; again: () => void } {
  const { client, deployment, state } = useNetwork();
  const signer = useSigner();
  const { ledger } = useLedger();
  const [holding, setHolding] = useState<Holding | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!client || !deployment || !signer || state !== "ready") return;
    let gone = false;
    readHolding(client, deployment, token, signer.address).then((found) => void (gone || setHolding(found)), () => undefined);
    return () => {
      gone = true;
    };
  }, [client, deployment, signer, state, token, turn, ledger.timeline.length]);
  return { holding, again: () => setTurn((before) => before + 1) };
}

/** Puts tokens of the key into the purse: one signature where the token takes signed approvals, else an approval first. */
export function Deposit({ me, token }: { me: Holder; token: Token }) {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(purseText);
  const language = useLanguage();
  const signer = useSigner();
  const { decimals } = useTokenFacts(token);
  const { holding, again } = useHolding(token);
  const [written, setWritten] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  const signing = useSigning();
  const approval = useTokenCall(again);
  const amount = parseTokens(written, decimals);
  const approved = holding !== null && amount !== null && amount > 0n && holding.allowance >= amount;
  const plain = (of: bigint) => proposeDeposit(ledger, me, token, of, parseDeposit({ token, amount: of }), again);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (amount === null || amount === 0n) return setFault(t.needAmount);
    if (!holding || !signer || !deployment) return;
    if (amount > holding.balance) return setFault(t.tooMuch);
    if (approved) return plain(amount);
    if (!holding.permit) return approval.send({ token, functionName: "approve", args: [deployment.contracts.surplusPool, amount], expects: "Approval", act: { zh: purseText.zh.approveAct(moneyWords(token, amount).zh), en: purseText.en.approveAct(moneyWords(token, amount).en) } });
    const deadline = now + PERMIT;
    const signature = await signing.sign(signablePermit({ token, ...holding.permit, owner: signer.address, amount, deadline }, deployment));
    if (signature) proposeDeposit(ledger, me, token, amount, parseDepositWithPermit({ token, amount, deadline, signature }), again);
  };
  const label = approved ? t.depositNow : holding?.permit === null ? t.approveFirst : t.signPermit;
  const failure = signing.failure ?? approval.failure;
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col items-start gap-3 [&>div]:w-full">
      <h3 className="text-lg">{t.deposit}</h3>
      <Field label={t.amount} inputMode="decimal" value={written} error={fault} hint={holding ? t.outside(formatMoney(token, holding.balance, language, true)) : t.outsideUnknown} onChange={(event) => { setWritten(event.target.value); setFault(undefined); }} />
      {failure && <ErrorNote title={t.failed} advice={failure.title[language]} details={failure.details} />}
      <Button type="submit" busy={signing.busy || approval.busy}>{approval.busy ? t.sending : label}</Button>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-4">{t.how}</summary>
        <p className="prose text-sm text-ink-2">{holding?.permit === null ? t.howApprove : t.howPermit}</p>
      </details>
      {isPracticeToken(token) && <PracticeMoney token={token} decimals={decimals} onDone={again} />}
    </form>
  );
}

/** As much money to practise with as wanted; it is worth nothing, and says so. */
function PracticeMoney({ token, decimals, onDone }: { token: Token; decimals: number; onDone: () => void }) {
  const t = useWords(purseText);
  const language = useLanguage();
  const signer = useSigner();
  const [told, setTold] = useState(false);
  const minting = useTokenCall(() => {
    setTold(true);
    onDone();
  });
  const mint = () => signer && minting.send({ token, functionName: "mint", args: [signer.address, PRACTICE_AMOUNT * 10n ** BigInt(decimals)], expects: "Transfer", act: { zh: purseText.zh.practiceAct, en: purseText.en.practiceAct } });
  return (
    <div className="rounded-md bg-practice-wash p-4 text-practice">
      <p className="text-sm">{t.practiceNote}</p>
      {minting.failure && <p role="alert" className="mt-2">{minting.failure.title[language]}</p>}
      <p className="mt-2 flex flex-wrap items-center gap-3"><Button look="second" small busy={minting.busy} onClick={mint}>{minting.busy ? t.sending : t.practice}</Button></p>
      <p role="status" className="mt-1 text-sm">{told && t.practiceDone}</p>
    </div>
  );
}
