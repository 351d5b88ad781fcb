import type { Holder, MemberId, OrderId, ProjectId, Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { type ProjectAccount, type ProjectReason, projectStatement, purseStatements, type Span, type Statement } from "#client/price/statement.ts";
import type { PurseReason } from "#client/price/types.ts";

/** Whose money it is. */
export type AccountName = "purse" | ProjectAccount;
/** Why it changed. */
export type Reason = PurseReason["is"] | ProjectReason["is"];

/** One account in one token, as a page and a file show it. */
export interface AccountStatement {
  readonly account: AccountName;
  readonly token: Token;
  readonly opening: bigint;
  readonly closing: bigint;
  /** What came by source and what went by purpose, what went below zero. */
  readonly sums: readonly { readonly is: Reason; readonly amount: bigint }[];
  readonly lines: readonly Line[];
}

export interface Line {
  readonly is: Reason;
  /** What it is about: an order, a project, somebody. */
  readonly order: OrderId | null;
  readonly project: ProjectId | null;
  readonly member: MemberId | null;
  readonly to: Holder | null;
  readonly amount: bigint;
  readonly balance: bigint;
  readonly at: number;
  readonly tx: string;
}

/** A member's purse, token by token. */
export const purseAccounts = (ledger: Ledger, member: MemberId, span: Span): AccountStatement[] =>
  purseStatements(ledger, holderOfMember(member), span).filter(isAnything).map((statement) => shown("purse", statement));

const projectAccounts: readonly ProjectAccount[] = ["dividend", "reserve", "pocket", "capital"];

/** What a project has for its shares, in reserve and in its pocket, token by token. */
export function accountsOfProject(ledger: Ledger, project: ProjectId, span: Span): AccountStatement[] {
  return [...ledger.price.tokens.keys()].flatMap((token) =>
    projectAccounts.map((account) => ({ account, statement: projectStatement(ledger, project, token, account, span) })).filter(({ statement }) => isAnything(statement)).map(({ account, statement }) => shown(account, statement)),
  );
}

const isAnything = ({ opening, closing, lines }: Statement<{ readonly is: string }>): boolean => opening !== 0n || closing !== 0n || lines.length > 0;

function shown(account: AccountName, { token, opening, closing, came, went, lines }: Statement<PurseReason> | Statement<ProjectReason>): AccountStatement {
  const sums = (part: object, sign: bigint) => Object.entries(part as Record<string, bigint>).map(([is, amount]) => ({ is: is as Reason, amount: sign * amount }));
  return {
    account,
    token,
    opening,
    closing,
    sums: [...sums(came, 1n), ...sums(went, -1n)],
    lines: lines.map(({ reason, amount, balance, at, tx }) => {
      const about = reason as Partial<Record<"order" | "project" | "member" | "to", unknown>> & { is: Reason };
      return { is: about.is, order: (about.order ?? null) as OrderId | null, project: (about.project ?? null) as ProjectId | null, member: (about.member ?? null) as MemberId | null, to: (about.to ?? null) as Holder | null, amount, balance, at, tx };
    }),
  };
}
