// Small books of votes for specs that need no chain: some members, and a proposal as one wants it.
import { type Address, getAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { contractNames } from "#client/chain/contractNames.ts";
import { type Deployment, parseDeployment } from "#client/chain/deployment.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId, ProposalId } from "#client/chain/ids.ts";
import { emptyLedger, type Ledger } from "#client/ledger.ts";
import { encodeAction, type Wanted } from "#client/governance/actions.ts";
import type { Ballot, Proposal, Support } from "#client/governance/types.ts";
import type { Member } from "#client/people/fold.ts";
import type { Charter, Project } from "#client/work/types.ts";

export const GENESIS = 1_767_571_200;
const TX = `0x${"7".repeat(64)}` as const;
const address = (number: number): Address => getAddress(`0x${number.toString(16).padStart(40, "0")}`);

/** The key of member number `id`. */
export const keyOf = (id: number) => privateKeyToAccount(`0x${id.toString(16).padStart(64, "5")}`);

export const charter: Charter = {
  statement: `0x${"a".repeat(64)}`,
  uri: "",
  industry: 9499,
  budget: 1_000_000_000n,
  rates: { work: 1_000_000n, experience: 0n, sharing: 2_000_000n, learning: 0n },
  minSurplus: 20,
  salesCap: 7n,
  stewards: [1, 2] as MemberId[],
};

export const deployment: Deployment = parseDeployment({
  name: "Specs",
  chainId: 31337,
  genesisBlock: 1,
  genesisHash: `0x${"ab".repeat(32)}`,
  genesis: GENESIS,
  practice: true,
  contracts: Object.fromEntries(contractNames.map((name, place) => [name, address(0x1000 + place)])),
});

/** Books with so many seated members and two projects, and the second at which proposals of these books open. */
export function council({ members }: { members: number }): { books: Ledger; deployment: Deployment; opensAt: number } {
  const empty = emptyLedger(GENESIS);
  const all = Array.from({ length: members }, (_, place): Member => ({
    id: (place + 1) as MemberId,
    key: keyOf(place + 1).address,
    keyEpoch: 0,
    keySince: GENESIS,
    standing: "active",
    founder: true,
    joinedAt: GENESIS,
    joinCount: 1,
    sponsors: [],
    seatedFrom: GENESIS,
    seatedUntil: null,
    earlier: [],
    expelled: null,
    leftAt: null,
    profile: null,
    vouched: { quarter: 0, used: 0 },
    barredUntil: 0,
  }));
  const project = (id: number): Project => ({
    id: id as ProjectId,
    fromEpoch: 0,
    foundedAt: GENESIS,
    statement: charter.statement,
    uri: "",
    charters: [{ ...charter, fromEpoch: 0, statementId: null, at: GENESIS, tx: TX }],
    stewards: charter.stewards,
    grade: "none",
    probationUntil: 0,
    commonsPercent: 0,
    closing: null,
    asking: [],
    tx: TX,
  });
  const books: Ledger = {
    ...empty,
    people: { ...empty.people, members: new Map(all.map((member) => [member.id, member])), byKey: new Map(all.map(({ id, key }) => [key.toLowerCase(), id])), seated: members, seatedTrace: [{ at: GENESIS, seated: members }], quarter: { number: 0, base: members, joined: 0 } },
    work: { ...empty.work, projects: new Map([0, 1].map((id) => [id as ProjectId, project(id)])) },
  };
  return { books, deployment, opensAt: GENESIS + 3 * DAY };
}

let made = 0;

/** A proposal in its vote from day 3 to day 10, with three fifths needed; put into the books, which are changed. */
export function proposalWith(books: Ledger, wish: Partial<Proposal> & { readonly actions?: readonly Wanted[]; readonly votes?: Partial<Record<Support, number>> } = {}): Proposal {
  const { actions = [{ type: "parameter", parameter: "stopPercent", value: 12n }], votes = {}, ...rest } = wish;
  const calls = actions.map((action) => encodeAction(action, deployment));
  let voter = 0;
  const cast = (support: Support): Ballot[] =>
    Array.from({ length: votes[support] ?? 0 }, () => ({ member: (voter += 1) as MemberId, support, reason: "", at: GENESIS + 4 * DAY, tx: TX, key: keyOf(voter).address }));
  const proposal: Proposal = {
    id: BigInt((made += 1) + 1_000) as ProposalId,
    proposer: 1 as MemberId,
    targets: calls.map(({ target }) => target),
    calldatas: calls.map(({ calldata }) => calldata),
    description: `proposal ${made}`,
    matter: "terms",
    majority: "threeFifths",
    quorumPercent: 10,
    timelockDays: 3,
    createdAt: GENESIS + DAY,
    opensAt: GENESIS + 3 * DAY,
    plannedEnd: GENESIS + 10 * DAY,
    closesAt: GENESIS + 10 * DAY,
    ballots: [...cast("for"), ...cast("against"), ...cast("abstain")],
    skipped: [],
    queuedAt: null,
    eta: null,
    executedAt: null,
    cancelledAt: null,
    tx: TX,
    ...rest,
  };
  (books.governance.proposals as Map<ProposalId, Proposal>).set(proposal.id, proposal);
  const own = (books.governance.proposedBy as Map<MemberId, readonly ProposalId[]>).get(proposal.proposer) ?? [];
  (books.governance.proposedBy as Map<MemberId, readonly ProposalId[]>).set(proposal.proposer, [...own, proposal.id]);
  return proposal;
}
