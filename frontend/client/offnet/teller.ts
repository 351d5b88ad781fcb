import type { Address, ContractFunctionArgs, ContractFunctionName, Hex } from "viem";
import type { ContractName } from "../chain/contractNames.ts";
import type { Abis } from "../chain/contracts.ts";
import type { Deployment } from "../chain/deployment.ts";
import type { ContributionId, MemberId, ProjectId, StatementId } from "../chain/ids.ts";
import { plainText, withoutQuotes } from "../chain/plain.ts";
import { type Both, type Speech, tell } from "../chain/words.ts";
import type { Ledger } from "../ledger.ts";
import { claimId } from "../work/foldClaims.ts";
import { statementOf, titleOf } from "../work/statements.ts";
import type { Claim, Kind } from "../work/types.ts";
import { kindWords } from "../work/words.ts";
import type { Reports } from "./reports.ts";

/** What is needed to tell of an item. */
export interface Context {
  readonly ledger: Ledger;
  readonly deployment: Deployment;
  readonly speech: Speech;
  /** Records that lie beside it and are not carried yet. */
  readonly reports?: Reports | undefined;
}

/** Who does it, and the words for all that an act may name. */
export interface Teller extends Context {
  readonly who: Both;
}

type WriteName<C extends ContractName> = ContractFunctionName<Abis[C], "nonpayable" | "payable">;

/** A function of a contract in words; `null` for one that is no act of a member's. */
export type CallTexts<C extends ContractName> = {
  readonly [F in WriteName<C>]: ((args: ContractFunctionArgs<Abis[C], "nonpayable" | "payable", F>, teller: Teller) => Both) | null;
};

export type AnyCallTexts = Readonly<Record<string, ((args: readonly unknown[], teller: Teller) => Both) | null>>;

/** A name at the beginning of a sentence may be a word like “member”. */
export const begin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says who does what; both are given without a full stop. */
export const does = ({ who }: Pick<Teller, "who">, zh: string, en: string): Both => tell(`${who.zh}${zh}`, `${begin(who.en)} ${en}`);

/** Anybody's words, in quotes that they cannot close. */
export function quoted(words: string, most: number): Both {
  const clean = withoutQuotes(plainText(words, most));
  return tell(`“${clean}”`, `“${clean}”`);
}

/** Several, with commas. */
export const listed = (words: readonly Both[]): Both => tell(words.map(({ zh }) => zh).join("、"), words.map(({ en }) => en).join(", "));

export const members = ({ speech }: Context, ids: readonly number[]): Both => listed(ids.map((id) => speech.member(id)));

/** The first letters of a digest, by which two can be told apart. */
export const short = (hex: Hex): string => `${hex.slice(0, 10)}…`;

/** A kind of contribution with its unit: “3 hours of work”. */
export function measured({ ledger }: Context, project: number, kind: Kind, quantity: number): Both {
  const found = ledger.work.projects.get(project as ProjectId);
  const { zh, en } = found ? statementOf(found).units[kind] : tell("单位", "unit");
  const words = kindWords[kind];
  const unit = en === "unit" && quantity !== 1 ? "units" : en;
  return tell(`${quantity}${withoutQuotes(zh)}${words.zh}`, `${quantity} ${withoutQuotes(unit)} of ${words.en}`);
}

/** The claim that somebody made with an evidence digest; undefined where the books know none. */
export const claimBy = ({ ledger }: Context, by: number, evidence: Hex): Claim | undefined => ledger.work.claims.get(claimId(by as MemberId, evidence) as ContributionId);

/** A claim as the object of a sentence. */
export function claimWords(context: Context, by: number, evidence: Hex): Both {
  const claim = claimBy(context, by, evidence);
  const { speech } = context;
  const maker = speech.member(by);
  if (!claim) return tell(`${maker.zh}名下编号${short(evidence)}的一笔（这里没有读到）`, `something of ${maker.en} with the digest ${short(evidence)}, which was not read here`);
  const project = speech.project(claim.project);
  if (claim.lane === "batch") return tell(`${maker.zh}在${project.zh}提交的一批记录（合计${speech.amount(claim.sum).zh}）`, `the batch that ${maker.en} posted in ${project.en} (${speech.amount(claim.sum).en} together)`);
  if (claim.lane === "binding") {
    const owner = speech.member(claim.member);
    return tell(`“${short(claim.identity)}就是${owner.zh}”这个说法（${project.zh}）`, `the word that the identity ${short(claim.identity)} is ${owner.en} (${project.en})`);
  }
  const what = measured(context, claim.project, claim.kind, claim.quantity);
  return tell(`${maker.zh}在${project.zh}的${what.zh}`, `${what.en} of ${maker.en} in ${project.en}`);
}

/** A statement or an article by its title, in quotes where its proposer gave it. */
export function statementWords({ ledger }: Context, id: Hex): Both {
  const record = ledger.work.statements.get(id.toLowerCase() as StatementId);
  if (!record) return tell(`编号${short(id)}的文件（这里没有读到）`, `the document ${short(id)}, which was not read here`);
  const title = titleOf(record);
  return title.known ? tell(quoted(title.zh, 120).zh, quoted(title.en, 120).en) : title;
}

/** An address; of a key of a member, the member as well. */
export function addressWords({ ledger, speech }: Context, address: Address): Both {
  const id = ledger.people.byKey.get(address.toLowerCase());
  if (id === undefined) return tell(`地址${address}`, `the address ${address}`);
  return tell(`${speech.member(id).zh}（${address}）`, `${speech.member(id).en} (${address})`);
}
