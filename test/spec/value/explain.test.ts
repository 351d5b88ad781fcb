import { expect } from "chai";
import { DAY, EPOCH } from "#client/chain/epoch.ts";
import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { explain, type Explanation, type Histories } from "#client/value/explain.ts";
import { ExplanationFault, sum } from "#client/value/explainClaim.ts";
import { issueOf, sharesOf } from "#client/value/lots.ts";
import { makeManifest, manifestBytes, manifestDigest } from "#client/work/evidence.ts";
import { keyOf } from "#client/work/fold.ts";
import { tenthsOf } from "#client/work/median.ts";
import type { Claim } from "#client/work/types.ts";
import { found, type Cooperative, UNIT } from "../../support/cooperative.ts";
import { chain, load } from "../../support/chain.ts";
import { History } from "../../support/client/history.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { World } from "../../support/client/world.ts";

/** At least so many random acts, and then until there is something of every kind to explain. */
const STEPS = Number(process.env.GONGSHENG_EXPLAIN_STEPS ?? 500);
const MOST_STEPS = STEPS + 3_000;

async function sixteenMembers(): Promise<Cooperative> {
  return found({ members: 16 });
}

/** Whether there are leaves drawn and not drawn, a joint record, a round that cut a record, records that wait, and lots that were drawn. */
function isRich(books: Ledger, histories: Histories, now: number): boolean {
  const claims = [...books.work.claims.values()];
  const draws = [...books.value.draws.values()].flat();
  const joint = claims.some((claim) => claim.lane === "joint" && claim.inForce > 1_000n);
  const two = claims.some((claim) => (claim.lane === "record" || claim.lane === "joint") && claim.inForce > 0n && claim.answers.length === 2);
  const round = claims.some((claim) => (claim.lane === "record" || claim.lane === "joint") && claim.round !== null);
  if (!joint || !two || !round || ![true, false].every((leaf) => draws.some((draw) => (draw.leaf !== null) === leaf && draw.shares > 0n))) return false;
  const all = [...books.work.projects.keys()].flatMap((project) => [...books.people.members.keys()].map((holder) => explain(books, holder, project, now, { histories })));
  return all.some(({ pending }) => pending.length > 0) && all.some(({ leaves }) => leaves.length > 0) && explain(books, all.find(({ leaves }) => leaves.length > 0)!.holder, 1 as ProjectId, now).unread.length > 0;
}

describe("A number of shares opens into all that it rests on", function () {
  this.timeout(120_000);
  let books: Ledger;
  let now: number;
  let histories: Histories;
  const holders = (): MemberId[] => [NOBODY, ...books.people.members.keys()];
  const everything = (): Explanation[] => [...books.work.projects.keys()].flatMap((project) => holders().map((holder) => explain(books, holder, project, now, { histories })));

  before(async () => {
    const random = new Random(specSeed + 7);
    const cooperative = await load(sixteenMembers);
    const world = new World(cooperative.record);
    const history = new History(random);
    for (const { signer, id } of cooperative.all) if (id % 5 !== 0) await cooperative.ledger.connect(signer).enrol(1);
    for (let step = 0; step < MOST_STEPS; step++) {
      books = await world.read();
      if (step >= STEPS && step % 20 === 0 && isRich(books, history.batches, await world.now())) break;
      const leap = step % 14 === 13 ? random.one([2, 5, 8]) * DAY : step % 130 === 129 ? EPOCH : random.one([60, 3_600, 20_000]);
      now = (await world.now()) + leap;
      const act = history.next(books, now);
      if (!act || act.voted) continue;
      await chain.networkHelpers.time.setNextBlockTimestamp(now);
      await world.attempt(act.intent, cooperative.all[act.by - 1]!.address);
    }
    books = await world.read();
    now = await world.now();
    histories = history.batches;
  });

  it("explains every holder in every project, and every level adds up to the one above it", () => {
    let [records, leaves, rounds, pending] = [0, 0, 0, 0];
    for (const why of everything()) {
      expect(sum(why.lots.map(({ shares }) => shares))).to.equal(why.shares).to.equal(sharesOf(books, why.project, why.holder));
      pending += why.pending.length;
      for (const { epoch, shares, issue, direct, leaves: drawn } of why.lots) {
        const ofDirect = direct?.lot.state === "drawn" ? direct.lot.shares : 0n;
        expect(ofDirect + sum(drawn.map(({ draw }) => draw.shares))).to.equal(shares);
        expect([issue.issued, issue.total]).to.deep.equal([issueOf(books, why.project, epoch).issued, issue.direct + issue.batchPart]);
        leaves += drawn.length;
        for (const { terms, records: own } of drawn) expect(sum(own!.map(({ share }) => share))).to.equal(terms!.value);
        if (!direct) continue;
        expect(sum(direct.records.map(({ part }) => part))).to.equal(direct.earned).to.equal(direct.lot.credit + direct.overStop);
        expect(direct.lot.shares * direct.lot.total + direct.rest).to.equal(direct.lot.credit * direct.lot.issued);
        for (const { claim, rate, answers, round, firstPart, part } of direct.records) {
          records += 1;
          expect(answers.some(({ middle, value }) => middle && value === claim.firstValue)).to.equal(true);
          expect(rate * BigInt(claim.quantity)).to.equal(claim.value);
          if (!round) expect(firstPart).to.equal(part);
          else if (++rounds) expect(tenthsOf(round.first, round.tenths)).to.equal(claim.inForce);
        }
      }
    }
    // A history in which nothing of a kind happened would prove nothing of it.
    for (const [what, count] of Object.entries({ records, leaves, rounds, pending })) expect(count, `${what} (seed ${specSeed})`).to.be.greaterThan(0);
  });

  it("counts together what all holders of a project have, and never more than was issued", () => {
    const all = everything();
    for (const project of books.work.projects.keys()) {
      const held = sum(all.filter((why) => why.project === project).map(({ shares }) => shares));
      const issued = sum((books.work.creditedEpochs.get(project) ?? []).map((epoch) => issueOf(books, project, epoch).issued));
      expect(held <= issued, `project ${project}`).to.equal(true);
    }
  });

  it("says what waits: records without their answers, epochs that are not final, leaves not drawn", () => {
    let [coming, leaves] = [0n, 0];
    for (const why of everything()) {
      for (const one of why.pending) {
        expect(one.answers.length < one.needed || one.needed === 0 || !one.sealable, "short of answers, or with nobody to give them").to.equal(true);
        expect(one.until > now && one.part > 0n && one.part <= one.claim.value).to.equal(true);
      }
      const lots = why.lots.flatMap(({ direct }) => (direct ? [direct.lot] : []));
      const waiting = [...lots, ...why.leaves.map(({ lot }) => lot)];
      expect(why.open).to.equal(sum(waiting.filter(({ state }) => state === "open").map(({ shares }) => shares)));
      expect(why.drawable).to.equal(sum(waiting.filter(({ state }) => state === "drawable").map(({ shares }) => shares)));
      coming += why.open + why.drawable;
      leaves += why.leaves.length;
      expect(why.unread, "all data is at hand").to.deep.equal([]);
    }
    expect([coming > 0n, leaves > 0]).to.deep.equal([true, true]);
    const unread = [...books.people.members.keys()].flatMap((member) => explain(books, member, 1 as ProjectId, now).unread);
    expect(unread.length, "without data").to.be.greaterThan(0);
  });

  describe("and what does not add up is not explained:", () => {
    type Tamper = (ledger: Ledger) => void;
    const copy = (): Ledger => structuredClone(books);
    const map = <K, V>(given: ReadonlyMap<K, V>): Map<K, V> => given as Map<K, V>;
    const claims = (ledger: Ledger, fits: (claim: Claim) => boolean): Claim[] => {
      const fitting = [...ledger.work.claims.values()].filter((claim) => claim.sealedAt !== null && fits(claim));
      expect(fitting.length, `something to tamper with (seed ${specSeed})`).to.be.greaterThan(0);
      return fitting;
    };
    const isRecord = ({ lane, inForce }: Claim): boolean => (lane === "record" || lane === "joint") && inForce > 0n;
    const change = (fits: (claim: Claim) => boolean, how: (claim: Claim) => Partial<Claim>): Tamper => (ledger) => {
      const claim = claims(ledger, fits)[0]!;
      map(ledger.work.claims).set(claim.id, { ...claim, ...how(claim) } as Claim);
    };
    const bump = <V>(pick: (ledger: Ledger) => ReadonlyMap<string, V>, how: (value: V) => V): Tamper => (ledger) => {
      const entries = map(pick(ledger));
      const [key, value] = [...entries][0]!;
      entries.set(key, how(value));
    };
    const drawn = (ledger: Ledger, leaf: boolean) => {
      const found = [...ledger.value.draws].find(([, draws]) => draws.some((draw) => (draw.leaf !== null) === leaf && draw.shares > 0n));
      expect(found, `a drawing to tamper with (seed ${specSeed})`).not.to.equal(undefined);
      return found!;
    };
    const one = (leaf: boolean): Tamper => (ledger) => {
      const [key, draws] = drawn(ledger, leaf);
      map(ledger.value.draws).set(key, draws.map((draw) => ((draw.leaf !== null) === leaf ? { ...draw, shares: draw.shares + 1n } : draw)));
    };
    const tampers: Readonly<Record<string, Tamper>> = {
      "one share too many": bump((ledger) => ledger.value.shares, (shares) => shares + 1n),
      "a drawing of the direct lane that gave one too many": one(false),
      "a drawing of a leaf that gave one too many": one(true),
      "a drawing that is gone": (ledger) => map(ledger.value.draws).delete(drawn(ledger, false)[0]),
      "one unit of credit that no record gave": bump((ledger) => ledger.work.credits, (credit) => credit + 1n),
      "a sum of an epoch that no members have": bump((ledger) => ledger.work.books, (book) => ({ ...book, direct: book.direct + 1n })),
      "a sum of batches that no batch has": bump((ledger) => ledger.work.books, (book) => ({ ...book, batches: book.batches + 1n })),
      "an epoch that issued one too many": bump((ledger) => ledger.value.closed, (closed) => ({ ...closed, issued: closed.issued + 1n })),
      "an epoch closed with other credit": bump((ledger) => ledger.value.closed, (closed) => ({ ...closed, credit: closed.credit + 1n })),
      "a record in force at one more": change(isRecord, ({ inForce }) => ({ inForce: inForce + 1n })),
      "a record whose first value is another": change(isRecord, ({ firstValue }) => ({ firstValue: firstValue + 1n })),
      "a record worth more than its quantity at its rate": change(isRecord, ({ value }) => ({ value: value + 1n })),
      "a quantity that no lower median named": change((claim) => isRecord(claim) && claim.named > 1, ({ named }) => ({ named: named - 1 })),
      "an attestation that named another quantity": change((claim) => isRecord(claim) && claim.answers.length === 2, ({ answers }) => ({ answers: answers.map((answer) => ({ ...answer, quantity: answer.quantity + 1 })) })),
      "an attestation that is missing": change(isRecord, ({ answers }) => ({ answers: answers.slice(1) })),
      "tenths that no second round gave": change(isRecord, ({ tenths }) => ({ tenths: tenths === 3 ? 4 : 3 })),
      "a split with other parts": change((claim) => claim.lane === "joint" && isRecord(claim) && claim.inForce > 1_000n, (claim) => ({ split: (claim as Claim & { lane: "joint" }).split.map((part, place) => ({ ...part, parts: place === 0 ? part.parts * 3 : part.parts })) }) as Partial<Claim>),
      "a rate that the charter did not have": (ledger) => {
        const claim = claims(ledger, isRecord)[0]!;
        const project = ledger.work.projects.get(claim.project)!;
        const charters = project.charters.map((charter) => ({ ...charter, rates: { ...charter.rates, work: charter.rates.work * 2n } }));
        map(ledger.work.projects).set(project.id, { ...project, charters });
      },
      "a stop of another percentage": (ledger) => {
        (ledger.clock.changes as unknown[]).push({ parameter: "stopPercent", value: 5, from: 0 });
      },
    };

    /** The check that sees each, so that none stands in for another that is missing. */
    const seenBy: Readonly<Record<string, RegExp>> = {
      "one share too many": /^lots:/,
      "a drawing of the direct lane that gave one too many": /^shares of epoch/,
      "a drawing of a leaf that gave one too many": /^drawing of leaf/,
      "a drawing that is gone": /^lots:/,
      "one unit of credit that no record gave": /^(records of|credit of all members in) epoch/,
      "a sum of an epoch that no members have": /^credit of all members in epoch/,
      "a sum of batches that no batch has": /^credit of all batches in epoch/,
      "an epoch that issued one too many": /^(issue|shares) of epoch/,
      "an epoch closed with other credit": /^(credit|shares) of epoch/,
      "a record in force at one more": /^value in force of/,
      "a record whose first value is another": /^first value of record/,
      "a record worth more than its quantity at its rate": /^value of record/,
      "a quantity that no lower median named": /^lower median of record/,
      "an attestation that named another quantity": /^lower median of record/,
      "an attestation that is missing": /^answers of record/,
      "tenths that no second round gave": /^upper median of/,
      "a split with other parts": /^records of epoch/,
      "a rate that the charter did not have": /^value of record/,
      "a stop of another percentage": /^(credit of all members in|shares of) epoch/,
    };

    const explains = (ledger: Ledger, at: Histories): void => {
      for (const project of ledger.work.projects.keys()) for (const holder of [NOBODY, ...ledger.people.members.keys()]) explain(ledger, holder, project, now, { histories: at });
    };

    for (const [name, tamper] of Object.entries(tampers))
      it(name, () => {
        const tampered = copy();
        tamper(tampered);
        expect(() => explains(tampered, histories)).to.throw(ExplanationFault, seenBy[name]!);
      });

    it("a leaf of another value in the data", () => {
      const leaf = [...books.value.drawnLeaves.values()].flat().find(({ shares }) => shares > 0n)!;
      const { tree, ...rest } = histories.get(leaf.batch)!;
      const leaves = tree!.leaves.map((one) => (one.identity === leaf.identity ? { ...one, value: one.value * 3n } : one));
      const other = new Map(histories).set(leaf.batch, { ...rest, tree: { ...tree!, leaves, indexOf: tree!.indexOf } as typeof tree });
      expect(() => explains(books, other)).to.throw(ExplanationFault);
    });

    it("but the books as they are stay explained", () => {
      explains(copy(), histories);
    });
  });

  it("compares a manifest that is at hand with the digest on chain", () => {
    const record = [...books.work.claims.values()].find((claim) => claim.lane === "record" && claim.inForce > 0n && claim.sealedAt !== null)!;
    const manifest = makeManifest({ title: "Milled rice" });
    const bytes = manifestBytes(manifest);
    const evidenceIn = (ledger: Ledger, at: Uint8Array | null, digest = record.evidence) => {
      const why = explain(ledger, record.by, record.project, now, { histories, ...(at ? { manifests: new Map([[digest, at]]) } : {}) });
      return why.lots.flatMap(({ direct }) => direct?.records ?? []).find(({ claim }) => claim.id === record.id)!.evidence.found;
    };
    expect(evidenceIn(books, null)).to.equal(null);
    expect(evidenceIn(books, bytes)!.is).to.equal("differs");
    const digest = manifestDigest(manifest);
    const other = structuredClone(books);
    (other.work.claims as Map<typeof record.id, Claim>).set(record.id, { ...record, evidence: digest });
    expect(evidenceIn(other, bytes, digest)!.is).to.equal("matches");
  });
});

describe("A second round in an explanation", () => {
  it("shows the first value, the tenths and what is in force", async () => {
    const cooperative = await load(async function twelve() { return found({ members: 12 }); });
    const [lin, zhou] = [cooperative.all[0]!, cooperative.all[1]!];
    await cooperative.allEnrol(cooperative.all.slice(1, 11));
    const record = await cooperative.records(lin, { quantity: 40 });
    const needed = Number((await cooperative.ledger.claimOf(record.id)).needed);
    await cooperative.allAttest(cooperative.all.slice(2, 2 + needed), record, 40);
    await cooperative.challenge(zhou, record);
    for (const [place, who] of cooperative.all.slice(2 + needed, 11).entries()) await cooperative.answers(who, record, [10, 3, 7, 5][place]!);
    const world = new World(cooperative.record);
    const books = await world.read();
    const why = explain(books, lin.id as MemberId, 1 as ProjectId, await world.now());
    const [shown] = why.lots[0]!.direct!.records;
    expect(shown!.round).to.deep.equal({ first: 40n * UNIT, tenths: 7, inForce: 28n * UNIT, counts: true, open: true });
    expect([shown!.firstPart, shown!.part]).to.deep.equal([40n * UNIT, 28n * UNIT]);
    expect(books.work.credits.get(keyOf(1, 0, lin.id))).to.equal(28n * UNIT);
  });
});
