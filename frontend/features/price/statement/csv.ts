import { formatUnits } from "viem";
import type { ShareStatement } from "#client/value/shareStatement.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { tokenFacts } from "../../../shared/chain/tokens.ts";
import type { Language } from "../../../shared/language/words.ts";
import { sheet, stamp } from "../ledgers/exports.ts";
import type { AccountStatement } from "./accounts.ts";
import { statementText } from "./text.ts";

/** A statement as rows. Each account is a block of its own with its opening and its closing; nothing is summed over blocks. */
export function statementCsv(accounts: readonly AccountStatement[], shares: readonly ShareStatement[], language: Language): string {
  const t = statementText[language];
  const money = accounts.flatMap(({ account, token, opening, closing, lines }) => {
    const { symbol, decimals } = tokenFacts(token);
    const [head, show] = [[t.price, t.account[account], `${symbol} ${token}`], (amount: bigint) => formatUnits(amount, decimals)];
    return [
      [...head, "", t.csvOpening, "", "", show(opening)],
      ...lines.map(({ at, is, tx, amount, balance }) => [...head, stamp(at), t.reason[is], tx, show(amount), show(balance)]),
      [...head, "", t.csvClosing, "", "", show(closing)],
    ];
  });
  const value = shares.flatMap(({ project, opening, closing, rows }) => {
    const head = [t.value, t.shares, projectWords(project)[language]];
    const show = (micro: bigint) => formatUnits(micro, 6);
    return [
      [...head, "", t.csvOpening, "", "", show(opening)],
      ...rows.map(({ at, tx, shares: drawn, balance }) => [...head, stamp(at), t.drawn, tx, show(drawn), show(balance)]),
      [...head, "", t.csvClosing, "", "", show(closing)],
    ];
  });
  return sheet([t.csvHead.split(","), ...money, ...value]);
}
