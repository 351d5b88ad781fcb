// The sheets of purses.
import type { Intent } from "#client/chain/intent.ts";
import type { Holder, Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { purseOf } from "#client/price/accounts.ts";
import { parseAdopt } from "#client/price/adopt.ts";
import { parseWithdraw } from "#client/price/withdraw.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatMoney } from "../../../shared/chain/tokens.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { purseText } from "./text.ts";

const both = (say: (t: (typeof purseText)["zh"], language: Language) => string): Both => ({ zh: say(purseText.zh, "zh"), en: say(purseText.en, "en") });

interface Moving {
  readonly title: Both;
  readonly sentence: Both;
  readonly intent: Intent;
  readonly token: Token;
  readonly before: bigint;
  readonly after: bigint;
  readonly safe: Both;
  readonly payee?: string;
}

function open({ title, sentence, intent, token, before, after, safe, payee }: Moving, onDone?: () => void): void {
  propose({
    title,
    act: sentence,
    intent,
    explain: (language) => ({
      sentence: sentence[language],
      changes: [{ label: purseText[language].change, before: formatMoney(token, before, language, true), after: formatMoney(token, after, language, true) }],
      terms: [{ label: purseText[language].safe, text: safe[language] }],
      details: payee ? [{ label: purseText[language].payee, text: payee, hash: true }] : [],
    }),
    done: both((t) => t.done),
    link: "#/purse",
    ...(onDone ? { onDone } : {}),
  });
}

/** Opens the sheet of a deposit; `intent` with an approval that was signed, or plain. */
export function proposeDeposit(ledger: Ledger, holder: Holder, token: Token, amount: bigint, intent: Intent, onDone: () => void): void {
  const before = purseOf(ledger, holder, token);
  const sentence = both((t, language) => t.depositSentence(formatMoney(token, amount, language, true)));
  open({ title: both((t) => t.depositTitle), sentence, intent, token, before, after: before + amount, safe: both((t) => t.safeDeposit) }, onDone);
}

/** Opens the sheet that pays out of a purse. Errors: InputFault. */
export function proposeWithdraw(ledger: Ledger, holder: Holder, token: Token, amount: bigint, to: string): void {
  const before = purseOf(ledger, holder, token);
  const sentence = both((t, language) => t.withdrawSentence(formatMoney(token, amount, language, true), shortHex(to)));
  open({ title: both((t) => t.withdrawTitle), sentence, intent: parseWithdraw({ token, amount, to }), token, before, after: before - amount, safe: both((t) => t.safeWithdraw), payee: to });
}

/** Opens the sheet that moves an earlier address's purse to its member. Errors: InputFault. */
export function proposeAdopt(ledger: Ledger, former: Holder, member: Holder, token: Token): void {
  const [before, amount] = [purseOf(ledger, member, token), purseOf(ledger, former, token)];
  const sentence = both((t, language) => t.adoptSentence(formatMoney(token, amount, language, true)));
  open({ title: both((t) => t.adoptTitle), sentence, intent: parseAdopt({ former, token }), token, before, after: before + amount, safe: both((t) => t.safeAdopt) });
}
