import type { Intent } from "#client/chain/intent.ts";
import { parsePull } from "#client/commons/pull.ts";
import { parseSweep } from "#client/commons/sweep.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseDivide } from "#client/price/divide.ts";
import { parseClose } from "#client/value/close.ts";
import { propose } from "../../shared/act/proposal.ts";
import { projectWords } from "../../shared/books/names.ts";
import { formatMoney } from "../../shared/chain/tokens.ts";
import type { Both, Language } from "../../shared/language/words.ts";
import { commonsText } from "./text.ts";
import type { Chore } from "./views.ts";

/** So many epochs are divided at once. */
const MOST_EPOCHS = 50;

/** What is to be done, as a button and a title. */
export function choreTitle(chore: Chore, language: Language): string {
  const t = commonsText[language];
  if (chore.is === "pull") return t.pull;
  return t[chore.is](projectWords(chore.project)[language]);
}

/** What it changes, in one line. */
export function choreNote(chore: Chore, language: Language): string {
  const t = commonsText[language];
  if (chore.is === "divide") return t.divideNote(chore.epochs.slice(0, MOST_EPOCHS).join(language === "zh" ? "、" : ", "));
  if (chore.is === "close") return t.closeNote(chore.count);
  const amount = formatMoney(chore.token, chore.amount, language, true);
  return chore.is === "pull" ? t.pullNote(amount) : t.sweepNote(amount);
}

function intentOf(chore: Chore): Intent {
  if (chore.is === "pull") return parsePull(chore);
  if (chore.is === "close") return parseClose({ project: chore.project, most: Math.min(chore.count, MOST_EPOCHS) });
  return chore.is === "sweep" ? parseSweep(chore) : parseDivide({ ...chore, most: MOST_EPOCHS });
}

/** Opens the sheet by which anyone does it. Errors: InputFault. */
export function proposeChore(ledger: Ledger, chore: Chore): void {
  const both = (say: (language: Language) => string): Both => ({ zh: say("zh"), en: say("en") });
  const title = both((language) => choreTitle(chore, language));
  const before = ledger.commons.capital.get(chore.token) ?? 0n;
  propose({
    title,
    act: title,
    intent: intentOf(chore),
    explain: (language) => ({
      sentence: choreNote(chore, language),
      changes: chore.is === "divide" || chore.is === "close" ? [] : [{ label: commonsText[language].before, before: formatMoney(chore.token, before, language), after: formatMoney(chore.token, before + chore.amount, language) }],
      terms: [],
      details: [],
    }),
    done: both((language) => commonsText[language].done[chore.is]),
    link: "#/commons",
  });
}
