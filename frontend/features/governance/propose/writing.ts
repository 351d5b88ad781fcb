import { type Address, getAddress, type Hex, isAddress, sha256, toBytes } from "viem";
import { epochOf, parameterAt, type ParameterName, parameterNames } from "#client/chain/clock.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import type { Wanted } from "#client/governance/actions.ts";
import type { Ledger } from "#client/ledger.ts";
import { newestCharter } from "#client/work/charters.ts";
import { type Charter, type Kind, kinds, type StatementRecord } from "#client/work/types.ts";
import { emptyMoney, moneyWanted, type MoneyWriting, readMoney } from "./money.ts";
import { gradeOfStatement, isWorse } from "#client/work/reviews.ts";
import { statementStageOf } from "#client/work/statementStage.ts";

/** What can be proposed. */
export const sorts = ["admit", "parameter", "stewards", "close", "cooperative", "expel", "readmit", "name", "listToken", "spend", "adopt", "release"] as const;
export type Sort = (typeof sorts)[number];

/** A proposal that is being written, as the form has it. */
export interface Writing {
  readonly sort: Sort | null;
  readonly statement: string;
  readonly changes: readonly { readonly parameter: ParameterName | ""; readonly value: string }[];
  readonly project: number | null;
  readonly stewards: readonly number[];
  readonly member: number | null;
  readonly cause: string;
  /** Whether the words of the cause go into the proposal. */
  readonly causePublic: boolean;
  /** Addresses as they were pasted. */
  readonly keys: string;
  readonly budget: string;
  readonly rates: Readonly<Record<Kind, string>>;
  readonly minSurplus: string;
  readonly words: string;
  readonly money: MoneyWriting;
}

const micro = (amount: bigint): string => `${amount / 1_000_000n}${amount % 1_000_000n === 0n ? "" : `.${(amount % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "")}`}`;

/** The cooperative's own charter as a vote would change it: the newest, with the stewards of now. */
export function coopCharter({ work }: Ledger): Charter | null {
  const own = work.projects.get(0 as ProjectId);
  return own ? { ...newestCharter(own), stewards: own.stewards } : null;
}

/** A form in which nothing is written; the cooperative's charter as it is. */
export function emptyWriting(ledger: Ledger): Writing {
  const charter = coopCharter(ledger);
  return {
    sort: null,
    statement: "",
    changes: [{ parameter: "", value: "" }],
    project: null,
    stewards: [],
    member: null,
    cause: "",
    causePublic: true,
    keys: "",
    budget: charter ? micro(charter.budget) : "",
    rates: Object.fromEntries(kinds.map((kind) => [kind, charter ? micro(charter.rates[kind]) : ""])) as Record<Kind, string>,
    minSurplus: charter ? String(charter.minSurplus) : "",
    words: "",
    money: emptyMoney,
  };
}

/** Whether anything is worth keeping. */
export const isWritten = ({ sort, words, cause, keys }: Writing): boolean => sort !== null || [words, cause, keys].some((text) => text.trim() !== "");

/** Reads what a browser kept, perhaps by an earlier release; null for what does not fit. */
export function readWriting(content: unknown): Writing | null {
  const writing = content as Partial<Writing> | null;
  if (typeof writing !== "object" || writing === null) return null;
  const texts = [writing.statement, writing.cause, writing.budget, writing.minSurplus, writing.words, ...kinds.map((kind) => writing.rates?.[kind])];
  const changes = Array.isArray(writing.changes) && writing.changes.every((change) => (change.parameter === "" || parameterNames.includes(change.parameter)) && typeof change.value === "string");
  const sort = writing.sort === null || sorts.includes(writing.sort as Sort);
  const whole = changes && sort && texts.every((text) => typeof text === "string") && Array.isArray(writing.stewards) && typeof writing.causePublic === "boolean";
  return whole ? { ...(writing as Writing), keys: typeof writing.keys === "string" ? writing.keys : "", money: readMoney(writing.money) } : null;
}

/** The statements that can be put to a vote now, newest first. */
export function votable({ work }: Ledger, now: number): StatementRecord[] {
  return [...work.statements.values()].filter((record) => record.kind === "statement" && statementStageOf(record, now).stage === "reviewed" && isWorse("D", gradeOfStatement(record, now) ?? "none")).toReversed();
}

/** A number of the form in micro-units; null where it is none. */
export function microOf(text: string): bigint | null {
  const found = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim());
  return found ? BigInt(found[1]!) * 1_000_000n + BigInt((found[2] ?? "").padEnd(6, "0")) : null;
}

/** A whole number of the form; null where it is none. */
export const wholeOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** By how much an amendment may move a number: a tenth, cut. */
export const tenthOf = (current: bigint): readonly [least: bigint, most: bigint] => [current - current / 10n, current + current / 10n];

/** The digest of a written cause: of its words, composed, lines ended alike. */
export const causeDigest = (cause: string): Hex => sha256(toBytes(causeBytes(cause)));
/** The words of a cause as they are hashed. */
export const causeBytes = (cause: string): string => `${cause.normalize("NFC").replace(/\r\n?/g, "\n").trim()}\n`;

/** The actions that a writing without faults comes to. */
export function wantedOf(writing: Writing, ledger: Ledger): Wanted[] {
  const { sort, project, stewards, member } = writing;
  switch (sort) {
    case "admit": {
      const record = ledger.work.statements.get(writing.statement as StatementId);
      const submission = record?.submissions.at(-1);
      return record?.charter && submission ? [{ type: "admit", statement: record.id, submission: submission.number, project: record.project, charter: record.charter }] : [];
    }
    case "parameter":
      return writing.changes.flatMap(({ parameter, value }) => (parameter === "" || wholeOf(value) === null ? [] : [{ type: "parameter", parameter, value: BigInt(wholeOf(value)!) } as const]));
    case "stewards":
      return project === null || stewards.length === 0 ? [] : [{ type: "stewards", project: project as ProjectId, stewards: stewards as readonly MemberId[] }];
    case "close":
      return project === null ? [] : [{ type: "close", project: project as ProjectId }];
    case "cooperative": {
      const charter = charterOf(writing, ledger);
      return charter ? [{ type: "cooperative", charter }] : [];
    }
    case "expel":
      return member === null ? [] : [{ type: "expel", member: member as MemberId, cause: causeDigest(writing.cause) }];
    case "readmit":
      return member === null ? [] : [{ type: "readmit", member: member as MemberId }];
    case "name": {
      const { keys, bad } = readKeys(writing.keys);
      return keys.length === 0 || bad.length > 0 ? [] : [{ type: "name", keys }];
    }
    case "listToken":
    case "spend":
    case "adopt":
    case "release":
      return moneyWanted(sort, writing);
    case null:
      return [];
  }
}

/** The cooperative's charter as it would be; null while a number is none. What the form does not show stays. */
export function charterOf({ budget, rates, minSurplus }: Writing, ledger: Ledger): Charter | null {
  const charter = coopCharter(ledger);
  const [wantedBudget, surplus] = [microOf(budget), wholeOf(minSurplus)];
  const wantedRates = kinds.map((kind) => [kind, microOf(rates[kind])] as const);
  if (!charter || wantedBudget === null || surplus === null || wantedRates.some(([, rate]) => rate === null)) return null;
  const { statement, uri, industry, salesCap, stewards } = charter;
  return { statement, uri, industry, salesCap, stewards, budget: wantedBudget, minSurplus: surplus, rates: Object.fromEntries(wantedRates) as Charter["rates"] };
}

/** A number as the next vote finds it: in force from the next epoch, as far as voted. */
export const valueNext = (ledger: Ledger, parameter: ParameterName, now: number): number => parameterAt(ledger, parameter, epochOf(ledger, now) + 1);

/** Addresses out of a pasted text, each once, and what stands in it that is none: also one whose capitals tell of a slip. */
export function readKeys(text: string): { readonly keys: readonly Address[]; readonly bad: readonly string[] } {
  const words = text.split(/[\s,;，；、]+/u).filter((word) => word !== "");
  const keys = new Set(words.filter((word) => isAddress(word)).map((word) => getAddress(word)));
  return { keys: [...keys], bad: words.filter((word) => !isAddress(word)) };
}
