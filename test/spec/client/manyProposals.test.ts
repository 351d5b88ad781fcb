import { expect } from "chai";
import type { Hex } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import { arithmeticOf } from "#client/governance/arithmetic.ts";
import { clonesOf } from "#client/governance/clones.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import { emptyLedger, type Ledger } from "#client/ledger.ts";
import { listsOf } from "../../../frontend/features/governance/decide/lists.ts";

const GENESIS = 1_700_000_000;
const MEMBERS = 12;
const MANY = 10_000;
/** The seconds that a reader may wait for the list. */
const PATIENCE = 2;

const hex = (value: number): Hex => `0x${value.toString(16).padStart(64, "0")}`;

/** A proposal made in hour `n` of the cooperative, with ballots by which, one with another, every result comes about. */
function proposalAt(n: number): Proposal {
  const createdAt = GENESIS + n * 3_600;
  const opensAt = createdAt + 2 * DAY;
  const supports: readonly Support[] = n % 3 === 0 ? ["for", "for", "for", "for", "against", "abstain"] : n % 3 === 1 ? ["against", "against", "for"] : ["for", "abstain"];
  const ballots = supports.map((support, place) => ({ member: (place + 1) as MemberId, support, reason: "", at: opensAt + place, tx: hex(n), key: `0x${"11".repeat(20)}` as const }));
  return {
    id: BigInt(n + 1) as ProposalId,
    proposer: ((n % MEMBERS) + 1) as MemberId,
    targets: [`0x${"22".repeat(20)}`],
    calldatas: [`0x12345678${hex(n).slice(2)}${hex(7).slice(2)}${hex(8).slice(2)}`],
    description: `第${n}件：赶集的周末也开门。Open on the weekend of fair ${n}.`,
    matter: "terms",
    majority: "threeFifths",
    quorumPercent: 10,
    timelockDays: 3,
    createdAt,
    opensAt,
    plannedEnd: opensAt + 7 * DAY,
    closesAt: opensAt + 7 * DAY,
    ballots,
    skipped: [],
    queuedAt: n % 6 === 0 ? opensAt + 8 * DAY : null,
    eta: n % 6 === 0 ? opensAt + 11 * DAY : null,
    executedAt: n % 12 === 0 && n < MANY - 600 ? opensAt + 12 * DAY : null,
    cancelledAt: null,
    tx: hex(n),
  };
}

function ledgerOfMany(): Ledger {
  const empty = emptyLedger(GENESIS);
  const proposals = new Map(Array.from({ length: MANY }, (_, n) => proposalAt(n)).map((proposal) => [proposal.id, proposal]));
  return { ...empty, people: { ...empty.people, seated: MEMBERS, seatedTrace: [{ at: GENESIS, seated: MEMBERS }] }, governance: { ...empty.governance, proposals } };
}

describe("Ten thousand proposals", () => {
  const ledger = ledgerOfMany();
  const now = GENESIS + (MANY - 1) * 3_600;
  const timed = <T>(work: () => T): { found: T; seconds: number } => {
    const since = performance.now();
    const found = work();
    return { found, seconds: (performance.now() - since) / 1_000 };
  };

  it("are sorted by what can be done about each, all of them, in less than two seconds", () => {
    const { found, seconds } = timed(() => listsOf(ledger, now));
    const { open, opening, waiting, decided } = found;
    expect(open.length + opening.length + waiting.length + decided.length).to.equal(MANY);
    for (const [name, list] of Object.entries(found)) expect(list.length, name).to.be.greaterThan(20);
    expect(new Set(decided.map(({ state }) => state))).to.deep.equal(new Set(["executed", "defeated", "expired"]));
    expect(seconds).to.be.lessThan(PATIENCE);
  });

  it("stand in the order in which they matter: what closes first, what opens first, what expires first, what ended last", () => {
    const { open, opening, waiting, decided } = listsOf(ledger, now);
    const rises = (times: readonly number[]) => times.every((at, place) => place === 0 || times[place - 1]! <= at);
    expect(rises(open.map(({ proposal }) => proposal.closesAt))).to.equal(true);
    expect(rises(opening.map(({ proposal }) => proposal.opensAt))).to.equal(true);
    expect(rises(waiting.map(({ proposal }) => proposal.closesAt + proposal.timelockDays * DAY))).to.equal(true);
    expect(rises(decided.map(({ proposal }) => -(proposal.executedAt ?? proposal.closesAt)))).to.equal(true);
  });

  it("tell the sums of a page of them, and what one of them could be taken for, in less than two seconds", () => {
    const { decided } = listsOf(ledger, now);
    const { seconds } = timed(() => {
      for (const { proposal } of decided.slice(0, 20)) arithmeticOf(proposal, ledger, now);
      expect(clonesOf(decided[0]!.proposal, ledger).length).to.be.greaterThan(0);
    });
    expect(seconds).to.be.lessThan(PATIENCE);
  });
});
