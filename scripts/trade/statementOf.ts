// `coop statement-of`: a statement of account of a member or a project, to read or as CSV.
import { parseArgs } from "node:util";
import { formatUnits } from "viem";
import { epochStart } from "#client/chain/epoch.ts";
import { type MemberId, NOBODY, type ProjectId, type Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { csvOf, type ProjectAccount, projectStatement, purseStatements, type Span, type Statement, statementRows } from "#client/price/statement.ts";
import type { TokenFacts } from "#client/price/token.ts";
import { type ShareStatement, shareStatements } from "#client/value/shareStatement.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { readMember, readProject, tokensOf } from "./facts.ts";
import { type TradeWords, tradeWords } from "./text.ts";

/** A block of a statement: an account in a token, or the shares of a project. */
interface Block {
  readonly title: string;
  /** Heads, opening, lines, closing; plain numbers. */
  readonly rows: readonly (readonly string[])[];
}

const projectAccounts: readonly ProjectAccount[] = ["dividend", "reserve", "pocket", "capital"];
const stamp = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = tradeWords[language];
  const own = { from: { type: "string" }, until: { type: "string" }, epoch: { type: "string" }, csv: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.statementHelp);
    return EXIT.done;
  }
  const [whose, typed] = positionals;
  if (positionals.length !== 2 || typed === undefined || (whose !== "member" && whose !== "project")) throw new Failure(words.statementUsage, EXIT.badInput);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await cooperative.read();
  const span = readSpan(values, ledger.clock.genesis, now, words);
  const tokens = await tokensOf(cooperative, ledger);
  const blocks = whose === "member" ? ofMember(ledger, readMember(ledger, typed, language), span, tokens, language) : ofProject(ledger, readProject(ledger, typed, language), span, tokens, language);
  if (values.csv) process.stdout.write(csvOf(blocks.flatMap(({ title, rows }) => rows.map((row) => [title, ...row]))));
  else if (blocks.length === 0) console.log(words.nothing);
  else for (const { title, rows } of blocks) console.log([title, ...rows.slice(1).map((row) => `  ${row.filter((cell) => cell !== "").join("  ")}`)].join("\n"));
  return EXIT.done;
}

function readSpan({ from, until, epoch }: { from?: string | undefined; until?: string | undefined; epoch?: string | undefined }, genesis: number, now: number, words: TradeWords): Span {
  if (epoch !== undefined) {
    if (!/^\d{1,6}$/.test(epoch) || from !== undefined || until !== undefined) throw new Failure(words.badSpan, EXIT.badInput);
    return { from: epochStart(genesis, Number(epoch)), until: epochStart(genesis, Number(epoch) + 1) };
  }
  const day = (text: string): number => {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 1000 : Number.NaN;
    if (Number.isNaN(at)) throw new Failure(words.badSpan, EXIT.badInput);
    return at;
  };
  const span = { from: from === undefined ? genesis : day(from), until: until === undefined ? now + 1 : day(until) + 86_400 };
  if (span.until <= span.from) throw new Failure(words.badSpan, EXIT.badInput);
  return span;
}

type Tokens = ReadonlyMap<Token, TokenFacts>;

function ofMember(ledger: Ledger, member: MemberId, span: Span, tokens: Tokens, language: Language): Block[] {
  const money = purseStatements(ledger, holderOfMember(member), span).map((statement) => moneyBlock("purse", statement, tokens, language));
  return [...money, ...shareBlocks(ledger, shareStatements(ledger, member, span), language)];
}

function ofProject(ledger: Ledger, project: ProjectId, span: Span, tokens: Tokens, language: Language): Block[] {
  const money = [...tokens.keys()].flatMap((token) => projectAccounts.map((account) => ({ account, statement: projectStatement(ledger, project, token, account, span) })));
  const some = money.filter(({ statement: { opening, lines } }) => opening !== 0n || lines.length > 0);
  return [...some.map(({ account, statement }) => moneyBlock(account, statement, tokens, language)), ...shareBlocks(ledger, shareStatements(ledger, NOBODY, span, project), language)];
}

function moneyBlock<R extends { readonly is: keyof TradeWords["reason"] }>(account: keyof TradeWords["account"], statement: Statement<R>, tokens: Tokens, language: Language): Block {
  const words = tradeWords[language];
  const { symbol, decimals } = tokens.get(statement.token) ?? { symbol: statement.token, decimals: 0 };
  const [time, reason, amount, balance, transaction] = words.heads as [string, string, string, string, string];
  const speech = { heads: [time, reason, amount, balance, transaction] as const, opening: words.opening, closing: words.closing, reason: ({ is }: R) => words.reason[is], time: stamp, decimals };
  return { title: `${words.account[account]} · ${symbol}`, rows: statementRows(statement, speech) };
}

function shareBlocks(ledger: Ledger, statements: readonly ShareStatement[], language: Language): Block[] {
  const words = tradeWords[language];
  const show = (micro: bigint) => formatUnits(micro, 6);
  return statements.map(({ project, opening, closing, rows }) => {
    let balance = opening;
    const lines = rows.map(({ at, epoch, shares, tx }) => [stamp(at), words.sharesDrawn(epoch), show(shares), show((balance += shares)), tx]);
    return { title: words.shares(speechOf(ledger).project(project)[language]), rows: [words.heads, ["", words.opening, "", show(opening), ""], ...lines, ["", words.closing, "", show(closing), ""]] };
  });
}
