// `coop what-if`: what a record or a second round would come to, if nothing else changed.
import { parseArgs } from "node:util";
import type { ContributionId, MemberId } from "#client/chain/ids.ts";
import { NOBODY } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Supposed, type WhatIf, whatIf } from "#client/value/whatIf.ts";
import { type RoundIf, whatIfRound } from "#client/value/whatIfRound.ts";
import { type Kind, kinds, type Part } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { readNow } from "../decide/now.ts";
import { findMember, findProject, readAmount, readWhole } from "./given.ts";
import { toPlain } from "./json.ts";
import { drawTree } from "./tree.ts";
import { roundTree, whatIfTree } from "./whatIfTree.ts";
import { whatIfWords } from "./whatIfText.ts";
import { tellerOf } from "./words.ts";

const text = { type: "string" } as const;
const own = { member: text, split: text, budget: text, rate: text, others: text, claim: text, tenths: text, json: { type: "boolean", default: false } } as const;

interface Given {
  readonly member?: string | undefined;
  readonly split?: string | undefined;
  readonly budget?: string | undefined;
  readonly rate?: string | undefined;
  readonly others?: string | undefined;
  readonly claim?: string | undefined;
  readonly tenths?: string | undefined;
}

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = whatIfWords[language];
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.help);
    return EXIT.done;
  }
  const ofRound = values.claim !== undefined;
  const foreign = ofRound ? [values.member, values.split, values.budget, values.rate, values.others] : [values.tenths];
  if (positionals.length !== (ofRound ? 0 : 3) || (ofRound && values.tenths === undefined) || foreign.some((value) => value !== undefined)) throw new Failure(words.usage, EXIT.badInput);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await readNow(cooperative);
  const told = { words, tell: tellerOf(ledger, language) };
  if (ofRound) {
    const said = supposeRound(ledger, values, now, language);
    if (values.json) console.log(JSON.stringify(roundJson(said, now)));
    else console.log(`${drawTree(roundTree(said, ledger, told))}\n${words.noPromise}`);
    return EXIT.done;
  }
  const said = whatIf(ledger, readSupposed(ledger, positionals, values, language), now);
  if (values.json) console.log(JSON.stringify(whatIfJson(said, now)));
  else console.log(`${drawTree(whatIfTree(said, ledger, told))}\n${words.noPromise}`);
  return said.obstacle === null ? EXIT.done : EXIT.differs;
}

function readSupposed(ledger: Ledger, [project = "", kind = "", quantity = ""]: readonly string[], given: Given, language: Language): Supposed {
  const words = whatIfWords[language];
  const refuse = (message: string): never => {
    throw new Failure(message, EXIT.badInput);
  };
  const amountOf = (option: "budget" | "rate" | "others"): bigint | undefined => {
    const typed = given[option];
    return typed === undefined ? undefined : (readAmount(typed) ?? refuse(words.badAmount(`--${option}`, typed)));
  };
  const found = readKind(kind) ?? refuse(words.badKind(kind));
  const count = readWhole(quantity) || refuse(words.badQuantity(quantity));
  const split = given.split === undefined ? [] : (readSplit(ledger, given.split, language) ?? refuse(words.badSplit(given.split)));
  const member = given.member === undefined ? (split[0]?.member ?? NOBODY) : findMember(ledger, given.member, language, false);
  if (split.length > 0 && split[0]!.member !== member) refuse(words.splitLeads(given.member!, split[0]!.member));
  return { project: findProject(ledger, project, language), kind: found, quantity: count, by: member, split, budget: amountOf("budget"), rate: amountOf("rate"), others: amountOf("others") };
}

/** A kind that can be recorded, in either language; null for any other word. */
const readKind = (typed: string): Kind | null => kinds.find((kind) => kind === typed || kindWords[kind].zh === typed) ?? null;

function readSplit(ledger: Ledger, typed: string, language: Language): Part[] | null {
  const rows = typed.split(",").map((row) => /^(\d+):(\d+)$/.exec(row.trim()));
  if (rows.some((row) => row === null)) return null;
  return rows.map((row) => ({ member: findMember(ledger, row![1]!, language, false), parts: Number(row![2]) }));
}

/** Errors: Failure (2); InputFault for a claim that no second round can change. */
function supposeRound(ledger: Ledger, { claim = "", tenths = "" }: Given, now: number, language: Language): RoundIf {
  const words = whatIfWords[language];
  const found = ledger.work.claims.get(claim.toLowerCase() as ContributionId);
  if (!found || found.lane === "binding") throw new Failure(words.noClaim(claim), EXIT.badInput);
  const number = readWhole(tenths);
  if (number === null || number > 10) throw new Failure(words.badTenths(tenths), EXIT.badInput);
  return whatIfRound(ledger, found, number, now);
}

/** The object of --json: keys are stable, amounts decimal strings in micro-units. */
function whatIfJson(said: WhatIf, at: number): unknown {
  const { project, supposed, epoch, finalAt, preview, obstacle, running, parts, attesters, able, before, after, members } = said;
  const { obstacle: _, ...counted } = preview;
  const given = { budget: null, rate: null, others: null, ...Object.fromEntries(Object.entries(supposed).filter(([, value]) => value !== undefined)) };
  return toPlain({ project, at, epoch, finalAt, supposed: given, obstacle, ...counted, running, parts, attesters, able, before, after, members: members.map(memberJson) });
}

function roundJson({ claim, tenths, first, from, to, parts, epoch, before, after, members }: RoundIf, at: number): unknown {
  return toPlain({ claim: claim.id, project: claim.project, at, epoch, tenths, first, from, to, parts, before, after, members: members.map(memberJson) });
}

const memberJson = ({ member, before, after }: { member: MemberId; before: object; after: object }): object => ({ member, before, after });
