import { boundsOf, epochOf, parameterAt, type ParameterName, parameterNames } from "#client/chain/clock.ts";
import { epochAt } from "#client/chain/epoch.ts";
import { isDecided, proposalState } from "#client/governance/state.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { decodedOf } from "../titles.ts";

/** A number that a vote may change, and how it stands. */
export interface Rule {
  readonly name: ParameterName;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** The epoch from which the value binds; null: since the beginning. */
  readonly since: number | null;
  /** The vote that set it; null where none did, or it cannot be told. */
  readonly vote: Proposal | null;
  /** What was voted already and binds from a later epoch. */
  readonly pending: { readonly value: number; readonly from: number; readonly vote: Proposal | null } | null;
  /** Proposals that would change it and are not decided. */
  readonly proposed: readonly { readonly value: bigint; readonly proposal: Proposal }[];
}

/** All numbers that a vote may change. */
export function rulesOf(ledger: Ledger, now: number): Rule[] {
  const epoch = epochOf(ledger, now);
  const asked = askedOf(ledger, now);
  return parameterNames.map((name) => {
    const { least, most } = boundsOf(name);
    const changes = ledger.clock.changes.filter(({ parameter }) => parameter === name);
    const [inForce, next] = [changes.findLast(({ from }) => from <= epoch), changes.findLast(({ from }) => from > epoch)];
    const voteOf = (change: { readonly value: number; readonly from: number } | undefined) => (change ? (asked.find((one) => one.executedFrom === change.from && one.name === name && one.value === BigInt(change.value))?.proposal ?? null) : null);
    return {
      name,
      value: parameterAt(ledger, name, epoch),
      least,
      most,
      since: inForce?.from ?? null,
      vote: voteOf(inForce),
      pending: next ? { value: next.value, from: next.from, vote: voteOf(next) } : null,
      proposed: asked.filter((one) => one.open && one.name === name).map(({ value, proposal }) => ({ value, proposal })),
    };
  });
}

/** Every change of a number that was ever proposed. `executedFrom`: the epoch from which it binds, where it was carried out. */
function askedOf(ledger: Ledger, now: number) {
  return [...ledger.governance.proposals.values()]
    .filter(({ matter }) => matter === "terms")
    .flatMap((proposal) => {
      const { executedAt } = proposal;
      const executedFrom = executedAt === null ? null : epochAt(ledger.clock.genesis, executedAt) + 1;
      const open = !isDecided(proposalState(proposal, ledger, now));
      return numbersIn(ledger, proposal).map((number) => ({ ...number, proposal, executedFrom, open }));
    });
}

type Numbers = readonly { readonly name: ParameterName; readonly value: bigint }[];
/** By the data of a proposal, which stays the same however its vote goes on. */
const known = new WeakMap<Proposal["calldatas"], Numbers>();

/** The numbers that a proposal would change. */
function numbersIn(ledger: Ledger, proposal: Proposal): Numbers {
  const before = known.get(proposal.calldatas);
  if (before) return before;
  const numbers = decodedOf(ledger, proposal).flatMap((action) => (action.type === "parameter" ? [{ name: action.parameter, value: action.value }] : []));
  if (numbers.length > 0) known.set(proposal.calldatas, numbers);
  return numbers;
}
