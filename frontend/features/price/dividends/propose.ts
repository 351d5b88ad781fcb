import type { MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Dividends, purseOf } from "#client/price/accounts.ts";
import { parseDivide } from "#client/price/divide.ts";
import { batchesOf, parseDrawDividends } from "#client/price/drawDividends.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { formatMoney } from "../../../shared/chain/tokens.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import { dividendsText } from "./text.ts";

/** In how many transactions these dividends are drawn. */
export const batchCount = (list: readonly Dividends[]): number => batchesOf(claimsOf(list)).length;

const claimsOf = (list: readonly Dividends[], member = 0) => list.map(({ project, token, uncounted }) => ({ project, token, member, epochs: uncounted }));

/** Amounts by token: ¤12.00, ABC 3.40. They are never added up over tokens. */
function amountsOf(list: readonly Dividends[], language: Language): string {
  return [...byToken(list)].map(([token, amount]) => formatMoney(token, amount, language)).join(language === "zh" ? "、" : ", ");
}

/** What is owed in each token. */
export function byToken(list: readonly Dividends[]): Map<Token, bigint> {
  const sums = new Map<Token, bigint>();
  for (const { token, owed } of list) sums.set(token, (sums.get(token) ?? 0n) + owed);
  return sums;
}

const namesOf = (list: readonly Dividends[], language: Language): string => [...new Set(list.map(({ project }) => projectWords(project)[language]))].join(language === "zh" ? "、" : ", ");
const both = (say: (language: Language) => string): Both => ({ zh: say("zh"), en: say("en") });

/** Opens the sheet by which a member's dividends are drawn: as many as fit one transaction, the rest stay to be drawn. Errors: InputFault. */
export function proposeDividends(ledger: Ledger, member: MemberId, given: readonly Dividends[]): void {
  const batch = batchesOf(given.map((one) => ({ ...one, epochs: one.uncounted })))[0]!;
  // A project's claim may be cut where it has more lots than fit; what is owed is told by the books of this moment.
  const list: readonly Dividends[] = batch;
  const [intent] = parseDrawDividends(claimsOf(given, member));
  const name = memberWords(member);
  propose({
    title: both((language) => dividendsText[language].drawTitle),
    act: both((language) => dividendsText[language].drawAct(namesOf(list, language))),
    intent: intent!,
    explain: (language) => {
      const t = dividendsText[language];
      return {
        sentence: t.drawSentence(name[language], amountsOf(list, language)),
        ...(list.length > 1 ? { parts: list.map(({ project, token, owed }) => t.partOf(projectWords(project)[language], formatMoney(token, owed, language))) } : {}),
        changes: [...byToken(list)].map(([token, amount]) => {
          const before = purseOf(ledger, holderOfMember(member), token);
          return { label: t.purse, before: formatMoney(token, before, language), after: formatMoney(token, before + amount, language) };
        }),
        terms: [
          { label: t.whenLabel, text: t.whenText },
          { label: t.roundedLabel, text: t.roundedText },
        ],
        details: [],
      };
    },
    done: both((language) => dividendsText[language].drawDone(amountsOf(list, language))),
    link: "#/purse",
  });
}

/** Opens the sheet by which arrivals are divided before a draw: as many epochs as fit. Errors: InputFault. */
export function proposeDivide(project: ProjectId, token: Token): void {
  const name = projectWords(project);
  propose({
    title: both((language) => dividendsText[language].divideTitle),
    act: both((language) => `${dividendsText[language].divideTitle}${language === "zh" ? "：" : ": "}${name[language]}`),
    intent: parseDivide({ project, token, most: 50 }),
    explain: (language) => ({ sentence: dividendsText[language].divideSentence(name[language]), changes: [], terms: [], details: [] }),
    done: both((language) => dividendsText[language].divideDone),
    link: "#/ledgers/dividends",
  });
}
