import { expect } from "chai";
import { parameterAt, parameterNames } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { isLeafDrawn, isDrawn, lotOf, sharesOf } from "#client/value/lots.ts";
import { leafOwner } from "#client/value/leaves.ts";
import type { Histories } from "#client/value/explain.ts";
import { slotsOf } from "#client/work/may.ts";
import { attesterBudget, creditOf, enrolledIn, isEnrolled, recordedIn, sumsOf } from "#client/work/sums.ts";
import { tenthsOf, upperMedianOfTenths } from "#client/work/median.ts";
import { reportDigest, reportOf } from "#client/work/report.ts";
import type { Claim } from "#client/work/types.ts";
import { sameStatement } from "./sameReviews.ts";
import { samePeople } from "./samePeople.ts";
import { sameProject } from "./sameProjects.ts";
import { sameProposal } from "./sameVotes.ts";
import type { World } from "./world.ts";

/** Compares a value with what a view of a contract says. */
export type Same = (mine: unknown, contract: Parameters<World["view"]>[0], view: string, ...args: unknown[]) => Promise<void>;

const lanes = ["record", "joint", "batch", "binding"] as const;
const stages = ["none", "pending", "withdrawn", "sealed", "challenged", "unconfirmed"] as const;
const nobody = "0x0000000000000000000000000000000000000000000000000000000000000000";

/** Compares everything that the books say with everything that the contracts say, at the newest block. Returns how many views were read. */
export async function expectSameBooks(world: World, books: Ledger, histories: Histories): Promise<number> {
  const now = await world.now();
  const epoch = await world.view<number>("parameters", "currentEpoch");
  let views = 0;
  const same: Same = async (mine, contract, view, ...args) => {
    views += 1;
    expect(mine, `${contract}.${view}(${args.join(", ")})`).to.deep.equal(await world.view(contract, view, ...args));
  };
  const members = [...books.people.members.keys()];
  const projects = [...books.work.projects.keys()];

  await samePeople(books, now, world, same);
  for (const [place, name] of parameterNames.entries())
    for (const at of [0, epoch, epoch + 1]) await same(BigInt(parameterAt(books, name, at)), "parameters", "get", place, at);

  await same(BigInt(projects.length), "projectRegistry", "projectCount");
  for (const project of books.work.projects.values()) {
    await sameProject(project, epoch, same);
    await sameSums(project.id);
  }
  for (const statement of books.work.statements.values()) await sameStatement(statement, now, world, same);
  for (const proposal of books.governance.proposals.values()) await sameProposal(books, proposal, now, world, same);
  for (const claim of books.work.claims.values()) await sameClaim(claim);
  for (const member of members) await same(slotsOf(books, member, now).map(BigInt), "challenges", "slotsOf", member);
  for (const [identity, id] of books.work.bindingOf) await same(id, "contributionLedger", "bindingOf", identity);
  return views;

  async function sameSums(project: ProjectId): Promise<void> {
    const epochs = books.work.creditedEpochs.get(project) ?? [];
    await same(BigInt(epochs.length), "contributionLedger", "creditedEpochCount", project);
    await same(BigInt(enrolledIn(books, project, epoch)), "contributionLedger", "enrolledNow", project);
    const until = books.value.closedUntil.get(project) ?? { count: 0, total: 0n };
    await same([until.count, until.total], "shareLedger", "closedUntil", project);
    for (const [index, credited] of epochs.entries()) await same(credited, "contributionLedger", "creditedEpoch", project, BigInt(index));
    for (const at of new Set([...epochs, epoch])) {
      await same(sumsOf(books, project, at), "contributionLedger", "sumsOf", project, at);
      const closed = books.value.closed.get(`${project}.${at}`) ?? { issued: 0n, credit: 0n, total: 0n };
      await same([closed.issued, closed.credit, closed.total], "shareLedger", "closedEpoch", project, at);
      await same(lotOf(books, project, 0 as MemberId, at), "shareLedger", "lotOf", project, 0, at);
    }
    await same(sharesOf(books, project, 0 as MemberId), "shareLedger", "sharesOf", project, 0);
    for (const member of members) await sameMember(project, member, epochs);
  }

  async function sameMember(project: ProjectId, member: MemberId, epochs: readonly number[]): Promise<void> {
    const budget = attesterBudget(books, project, member, epoch);
    await same([budget.limit, budget.spent], "contributionLedger", "attesterBudget", project, member);
    await same(recordedIn(books, project, member, epoch), "contributionLedger", "recordedNow", project, member);
    await same(sharesOf(books, project, member), "shareLedger", "sharesOf", project, member);
    for (const at of [epoch, epoch + 1]) await same(isEnrolled(books, project, member, at), "contributionLedger", "isEnrolled", project, member, at);
    for (const at of epochs) {
      await same(creditOf(books, project, at, member), "contributionLedger", "creditOf", project, at, member);
      await same(lotOf(books, project, member, at), "shareLedger", "lotOf", project, member, at);
      await same(isDrawn(books, project, member, at), "shareLedger", "isDrawn", project, member, at);
    }
  }

  async function sameClaim(claim: Claim): Promise<void> {
    const isSealed = claim.sealedAt !== null;
    const { project, by, quantity, value, epoch: counted, tier, named, inForce } = claim;
    await same(
      {
        project,
        by,
        lane: lanes.indexOf(claim.lane),
        stage: stages.indexOf(claim.stage),
        quantity,
        value,
        time: claim.sealedAt ?? claim.madeAt,
        epoch: counted,
        tier,
        needed: isSealed ? claim.answers.length : claim.needed,
        answered: claim.answers.length,
        named,
        inForce,
      },
      "contributionLedger",
      "claimOf",
      claim.id,
    );
    if (isSealed) expect(claim.inForce, `tenths of ${claim.id}`).to.equal(tenthsOf(claim.firstValue, claim.tenths));
    await same(claim.answers.map(({ attester }) => attester), "contributionLedger", "attestersOf", claim.id);
    await same(claim.owners, "contributionLedger", "ownersOf", claim.id);
    await same(claim.id, "contributionLedger", "idOf", by, claim.evidence);
    if (claim.lane === "record" || claim.lane === "joint") await same(reportDigest(reportOf(claim)), "contributionLedger", "reportDigest", reportOf(claim));
    await same(books.work.takenBy.get(claim.evidence) ?? nobody, "contributionLedger", "takenBy", claim.evidence);
    if (claim.round) await sameRound(claim, claim.round);
    if (claim.lane === "binding") await same(claim.evidence, "contributionLedger", "bindingEvidence", project, claim.identity, claim.member);
    if (claim.lane === "batch" && isSealed && inForce > 0n) await sameBatch(claim);
  }

  async function sameRound({ id }: Claim, round: NonNullable<Claim["round"]>): Promise<void> {
    const tenths = upperMedianOfTenths(round.answers.map((answer) => answer.tenths));
    await same([round.challenger, round.closesAt, round.quorum, round.answers.length, tenths], "challenges", "roundOf", id);
    await same(now < round.closesAt, "challenges", "isOpen", id);
    for (const member of members) await same(round.answers.some(({ attester }) => attester === member), "challenges", "hasAnswered", id, member);
  }

  async function sameBatch(claim: Extract<Claim, { lane: "batch" }>): Promise<void> {
    const { project, epoch: at, evidence: root, sum, inForce: credit } = claim;
    await same({ project, epoch: at, root, sum, credit }, "contributionLedger", "batchTerms", claim.id);
    const tree = histories.get(claim.id)?.tree;
    for (const [index, leaf] of (tree?.leaves ?? []).entries()) {
      await same(isLeafDrawn(books, claim.id, leaf.identity, index, tree!.depth), "shareLedger", "isLeafDrawn", claim.id, BigInt(index), BigInt(tree!.depth));
      const { known, owner } = leafOwner(books, claim, leaf.identity, now);
      await same([known, owner], "contributionLedger", "leafOwner", claim.id, leaf.identity);
    }
  }
}
