import { keccak256, toUtf8Bytes } from "ethers";
import { expect } from "chai";
import { network } from "hardhat";
import { createPublicClient, custom, type Hex } from "viem";
import { parseDeployment } from "#client/chain/deployment.ts";
import { parsePractice } from "#client/chain/practice.ts";
import { checkItems } from "#client/offnet/check.ts";
import { readBundle } from "#client/offnet/bundle.ts";
import { guardiansAt, guardOf } from "#client/people/foldGuards.ts";
import { readLedger } from "#client/read.ts";
import { statementOf } from "#client/work/statements.ts";
import { stageOf } from "#client/work/stage.ts";
import type { Claim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { verifyManifest } from "#client/work/evidence.ts";
import type { Both, Practice } from "../../../scripts/lib/practice.ts";
import { leafOf, NOTEBOOK_NAMES, readNotebook, type NotebookName } from "../../../scripts/seed/history.ts";
import { seedRecords, WHO } from "../../../scripts/seed/records.ts";
import { seed } from "../../../scripts/seed/seed.ts";

async function tell() {
  const chain = await network.create({ network: "default", chainType: "l1" });
  const heard: Both[] = [];
  const began = Date.now();
  const practice = await seed(chain, (part) => heard.push(part));
  return { chain, practice, heard, took: Date.now() - began };
}

async function contractsOf({ chain, practice }: Awaited<ReturnType<typeof tell>>) {
  const { contributionLedger, shareLedger, challenges } = practice.deployment.contracts as Record<string, string>;
  return {
    ledger: await chain.ethers.getContractAt("ContributionLedger", contributionLedger!),
    shares: await chain.ethers.getContractAt("ShareLedger", shareLedger!),
    challenges: await chain.ethers.getContractAt("Challenges", challenges!),
  };
}

describe("The seed", () => {
  let told: Awaited<ReturnType<typeof tell>>;
  let practice: Practice;
  let claims: readonly Claim[];
  let books: Awaited<ReturnType<typeof readLedger>>["ledger"];
  let now: number;
  let contracts: Awaited<ReturnType<typeof contractsOf>>;

  before(async () => {
    told = await tell();
    ({ practice } = told);
    const { ethers, provider } = told.chain;
    const client = createPublicClient({ transport: custom(provider as never) });
    books = (await readLedger(client as never, parseDeployment(practice.deployment))).ledger;
    claims = [...books.work.claims.values()];
    now = (await ethers.provider.getBlock("latest"))!.timestamp;
    contracts = await contractsOf(told);
  });

  const at = (situation: string): Claim[] => claims.filter((claim) => stageOf(books, claim, now).situation === situation);
  const titled = (title: string): Claim => claims.find((claim) => claim.lane !== "batch" && claim.lane !== "binding" && readUri(claim.uri)?.is === "words" && claim.uri === `data:,${encodeURIComponent(title)}`)!;

  it("gives the same chain each time, block for block, within seconds", async () => {
    const again = await tell();
    const [one, two] = [await told.chain.ethers.provider.getBlock("latest"), await again.chain.ethers.provider.getBlock("latest")];
    expect(two!.hash).to.equal(one!.hash);
    expect(again.practice).to.deep.equal(practice);
    expect(new Date(now * 1000).toISOString().slice(0, 10)).to.equal("2026-04-12");
    expect(again.took).to.be.lessThan(15_000);
    expect(told.heard.length).to.equal(4);
    for (const { zh, en } of told.heard) expect([zh, en].every((words) => words.length > 5)).to.equal(true);
  });

  it("founds a cooperative of twelve, whom one has joined since, with five projects, three founded and two admitted, each with its statement in both languages", () => {
    expect([books.people.members.size, books.people.seated]).to.deep.equal([13, 12]);
    const projects = [...books.work.projects.values()];
    expect(projects.length).to.equal(5);
    for (const project of projects) {
      const { known, title, units } = statementOf(project);
      expect(known).to.equal(true);
      for (const words of [title, ...Object.values(units)]) expect([words.zh !== "", words.en !== ""]).to.deep.equal([true, true]);
    }
  });

  it("gives thirteen seats with keys, for practice networks only", () => {
    const seats = parsePractice({ seats: practice.seats }, parseDeployment(practice.deployment));
    expect(seats.map(({ member }) => Number(member))).to.deep.equal(Array.from({ length: 13 }, (_, place) => place + 1));
    expect(() => parsePractice({ seats: practice.seats }, { practice: false, chainId: 31337 })).to.throw();
  });

  it("has people in every state that takes no vote: waiting for a seat, with guardians, with a change of them, with a recovery open, carried by another", () => {
    const { members, nonces, quarter } = books.people;
    const newcomer = members.get(13 as never)!;
    expect([newcomer.sponsors, newcomer.seatedFrom, newcomer.standing]).to.deep.equal([[1, 2], null, "active"]);
    expect(quarter.joined).to.equal(1);
    expect(guardOf(books, 8 as never).recovery).to.include({ stands: false });
    expect(guardiansAt(guardOf(books, 8 as never), now)).to.have.length(3);
    expect(guardOf(books, 7 as never).next!.from).to.be.greaterThan(now);
    expect([...nonces]).to.deep.equal([["9:0", 1n], ["10:0", 1n]]);
  });

  it("lays a bundle beside the pages that can be carried: three attestations, and an application that lacks a vouch", async () => {
    const deployment = parseDeployment(practice.deployment);
    const { items, faults } = readBundle(practice.bundles.get("practice.coop.json")!);
    expect(faults).to.deep.equal([]);
    const checked = await checkItems(items, { ledger: books, deployment, now });
    expect(checked.map(({ item, verdict }) => `${item.kind} ${verdict.is}`)).to.deep.equal(["act good", "act good", "act good", "application waits", "vouch waits"]);
  });

  it("holds records in every state", () => {
    const records = claims.filter(({ lane }) => lane === "record" || lane === "joint");
    expect(records.length).to.equal(seedRecords.length);
    expect(records.length).to.be.within(30, 40);
    const states = {
      "waits for a first answer": at("waiting").some(({ answers }) => answers.length === 0),
      "waits for a last answer": at("waiting").some(({ answers }) => answers.length > 0),
      lapsed: at("lapsed").length > 0,
      withdrawn: at("withdrawn").length > 0,
      "sealed at nothing": at("nothing").length > 0,
      "in its window": at("window").some((claim) => claim.lane === "record" && claim.named === claim.quantity),
      "in its window, at less than claimed": at("window").some((claim) => claim.lane === "record" && claim.named < claim.quantity),
      "in a second round": at("round").length > 0,
      "decided, not final": at("standing").some(({ lane }) => lane === "record"),
      "final, cut by a second round": at("final").some((claim) => claim.lane === "record" && claim.round !== null && claim.inForce < claim.value),
      "final, confirmed by a second round": at("final").some((claim) => claim.lane === "record" && claim.round !== null && claim.inForce === claim.value),
      "joint, final": at("final").some(({ lane }) => lane === "joint"),
      "joint, waiting": at("waiting").some(({ lane }) => lane === "joint"),
      "an experience, confirmed and attested": at("window").some((claim) => claim.lane === "joint" && claim.kind === "experience" && claim.confirmedAt !== null),
      "a learning, waiting for member 1 to confirm it": at("unconfirmed").some((claim) => claim.lane === "joint" && claim.kind === "learning" && claim.split[1]!.member === 1),
      "void, since its project closed": at("void").length > 0,
    };
    for (const [state, holds] of Object.entries(states)) expect(holds, state).to.equal(true);
  });

  it("has evidence behind every record that matches its digest", () => {
    for (const claim of claims) {
      if (claim.lane !== "record" && claim.lane !== "joint") continue;
      const manifest = practice.evidence.get(`${claim.evidence}.json`);
      expect(manifest, claim.uri).to.be.a("string");
      const verdict = verifyManifest(toUtf8Bytes(manifest!), claim.evidence as Hex);
      expect(verdict.is).to.equal("matches");
      expect(readUri(claim.uri)).to.deep.equal({ is: "words", words: verdict.is === "matches" ? verdict.found?.title : "" });
    }
    expect([...practice.evidence.keys()].filter((name) => name.endsWith(".json")).length).to.equal(seedRecords.length);
  });

  it("leaves several things to attest for member 1, in every one of her projects", async () => {
    const waiting: Claim[] = [];
    for (const claim of at("waiting")) {
      const owners = await contracts.ledger.ownersOf(claim.id);
      const { epoch } = await contracts.ledger.claimOf(claim.id);
      const answered = Number(epoch) === 3 ? await contracts.ledger.attestersOf(claim.id) : [];
      if (![...owners, ...answered].includes(1n)) waiting.push(claim);
    }
    for (const project of [0, 1, 2]) {
      expect(await contracts.ledger.isEnrolled(project, 1, 3)).to.equal(true);
      expect(waiting.some((claim) => Number(claim.project) === project), `project ${project}`).to.equal(true);
    }
    expect(waiting.length).to.be.at.least(6);
    expect(waiting.some(({ lane }) => lane === "binding")).to.equal(true);
    // Her answer seals one of them, and is the one that a second round still needs.
    const sealing = titled("查漏粮仓屋顶");
    const lin = await told.chain.ethers.getImpersonatedSigner(practice.seats[0]!.address);
    await expect(contracts.ledger.connect(lin).attest.staticCall(4, sealing.evidence, 3)).to.not.be.revert(told.chain.ethers);
    expect([sealing.answers.length, sealing.needed]).to.deep.equal([2, 3]);
    const round = titled("翻新五台旧风扇");
    await contracts.challenges.connect(lin).answer.staticCall(11, round.evidence, 5);
    expect((await contracts.challenges.roundOf(round.id)).slice(2, 4)).to.deep.equal([2n, 1n]);
  });

  it("leaves exactly one lot for member 1 to draw, and one record that waits for others", async () => {
    const due: string[] = [];
    for (const project of [0, 1, 2])
      for (const epoch of [0, 1]) {
        const credit = await contracts.ledger.creditOf(project, epoch, 1);
        if (credit > 0n && !(await contracts.shares.isDrawn(project, 1, epoch))) due.push(`${project}/${epoch}`);
      }
    expect(due).to.deep.equal(["1/1"]);
    expect(await contracts.shares.draw.staticCall(1, 1, [1])).to.equal(90_000_000n);
    expect(await contracts.shares.sharesOf(0, 1)).to.equal(48_000_000n);
    expect(at("waiting").filter(({ by }) => Number(by) === 1).length).to.equal(1);
  });

  it("leaves one leaf for member 1 to draw; of the others one was drawn, one waits for its binding, and the rest for their people", async () => {
    const { batch, dataDigest, data } = readNotebook();
    expect(practice.evidence.get(`${dataDigest}.jsonl`)).to.equal(data);
    expect(keccak256(toUtf8Bytes(data))).to.equal(dataDigest);
    const id = await contracts.ledger.idOf(WHO.zhou, batch.tree!.root);
    const owners: Record<string, string> = {};
    for (const name of Object.keys(NOTEBOOK_NAMES) as NotebookName[]) {
      const leaf = leafOf(batch, name);
      const [known, owner] = await contracts.ledger.leafOwner(id, leaf.identity);
      const drawn = await contracts.shares.isLeafDrawn(id, leaf.index, leaf.hashes.length);
      owners[name] = `${known ? Number(owner) : "nobody"}${drawn ? ", drawn" : ""}`;
    }
    expect(owners).to.deep.equal({ lin: "1", luo: "8, drawn", ye: "nobody", xu: "nobody", han: "nobody", bai: "nobody", yu: "nobody" });
    const lin = leafOf(batch, "lin");
    expect(await contracts.shares.drawLeaf.staticCall(id, lin)).to.equal((lin.value * 600n * 1_000_000n) / batch.tree!.sum);
    expect(at("window").filter(({ lane }) => lane === "binding").length).to.equal(1);
    expect(at("final").filter(({ lane }) => lane === "binding").length).to.equal(2);
  });

  it("shows the stop of 15 %: one member's credit of an epoch is above it", async () => {
    const claimed = claims.filter((claim) => claim.lane === "record" && Number(claim.by) === WHO.chen && claim.epoch === 0).reduce((sum, claim) => sum + claim.inForce, 0n);
    const { stop } = await contracts.ledger.sumsOf(1, 0);
    expect(claimed).to.be.greaterThan(stop);
    expect(await contracts.ledger.creditOf(1, 0, WHO.chen)).to.equal(stop);
  });
});
