import { expect } from "chai";
import { encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import { signable as ballotTyped } from "#client/governance/ballot.ts";
import { parsePropose } from "#client/governance/propose.ts";
import type { Support } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Item, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { type Outcome, outcomesOf, planShipments, type Shipment } from "#client/offnet/plan.ts";
import { actOf, chooseNonce } from "#client/offnet/sign.ts";
import { parseRevokeAct } from "#client/people/carry.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { parseResign } from "#client/people/resign.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import type { SignedTerms, SignedType } from "#client/people/signing.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { type Key, sign as signTerms, strangerKey } from "../../support/client/signed.ts";
import { client, World } from "../../support/client/world.ts";
import { type Cooperative, found } from "../../support/cooperative.ts";

const DAY = 86_400;
const key = (member: number): Key => privateKeyToAccount(practiceAccount(member).privateKey as Hex);
const profile = parseSetProfile({ zh: "周白露", en: "Zhou" });

async function eightMembers() {
  return found({ members: 8 });
}

/** A cooperative with a vote that is open, seen by one who has its log and some keys. */
class Scene {
  ledger!: Ledger;
  proposal!: ProposalId;
  readonly coop: Cooperative;
  private readonly world: World;

  constructor(coop: Cooperative) {
    this.coop = coop;
    this.world = new World(coop.record);
  }

  static async begin(): Promise<Scene> {
    const scene = new Scene(await load(eightMembers));
    const { coop, world } = scene;
    const by = coop.all[0]!;
    await world.attempt(parsePropose({ actions: [{ type: "parameter", parameter: "stopPercent", value: 12n }], description: "why", proposer: by.address as Hex }, world.deployment), by.address);
    await chain.networkHelpers.time.increase(2 * DAY + 60);
    await scene.read();
    [scene.proposal] = scene.ledger.governance.proposals.keys() as Iterable<ProposalId> as [ProposalId];
    return scene;
  }

  read = async (): Promise<Ledger> => (this.ledger = await this.world.read());
  now = (): Promise<number> => this.world.now();

  private sign = <T extends SignedType>(by: Key, type: T, terms: SignedTerms[T]) => signTerms(by, type, terms, this.world.deployment);

  act = async (member: number, intent: Intent, nonce = chooseNonce(this.ledger, member, []), by = key(member)): Promise<Item> => {
    const act = actOf(intent, { ledger: this.ledger, deployment: this.world.deployment, member: member as MemberId, now: await this.now(), nonce });
    return { kind: "act", ...act, signature: await this.sign(by, "Act", act) };
  };

  ballot = async (member: number, support: Support): Promise<Item> => {
    const terms = { proposalId: this.proposal, support, member: member as MemberId, keyEpoch: 0 };
    return { kind: "ballot", ...terms, signature: await key(member).signTypedData(ballotTyped(terms, this.world.deployment)) };
  };

  joining = async (newcomer: Key, sponsors: readonly number[]): Promise<Item[]> => {
    const expires = (await this.now()) + DAY;
    const application = { applicant: newcomer.address, profileDigest: `0x${"0".repeat(64)}` as Hex, profileUri: "", expires };
    const vouches = sponsors.map(async (sponsor): Promise<Item> => {
      const vouch = { applicant: newcomer.address, joinCount: 0, sponsor, keyEpoch: 0, expires };
      return { kind: "vouch", ...vouch, signature: await this.sign(key(sponsor), "Vouch", vouch) };
    });
    return [{ kind: "application", ...application, signature: await this.sign(newcomer, "Application", application) }, ...(await Promise.all(vouches))];
  };

  /** Through a text, as another would get them. */
  look = async (items: readonly Item[]): Promise<CheckedItem[]> => {
    const { deployment } = this.world;
    return checkItems(readBundle(writeBundle(items, deployment)).items, { ledger: this.ledger, deployment, now: await this.now() });
  };

  /** A stranger sends it, whatever comes of it. */
  send = async (shipment: Shipment): Promise<Outcome[]> => {
    const { deployment } = this.world;
    const { address, abi, functionName, args } = callOf(deployment, shipment.intent);
    const sent = { from: this.coop.stranger.address, to: address, data: encodeFunctionData({ abi, functionName, args }), gas: "0xe4e1c0" };
    const hash = (await chain.provider.request({ method: "eth_sendTransaction", params: [sent] })) as Hex;
    return outcomesOf(shipment, await client.getTransactionReceipt({ hash }), deployment);
  };

  sendAll = async (items: readonly Item[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const shipment of planShipments(await this.look(items))) outcomes.push(...(await this.send(shipment)));
    return outcomes.toSorted((a, b) => a.item.item.number - b.item.item.number);
  };
}

describe("What was signed off-net and is carried by a stranger", () => {
  it("is done as it was planned: acts, ballots and a joining, each told by its receipt, and by the books afterwards", async () => {
    const scene = await Scene.begin();
    const items = [
      await scene.act(1, parseEnrol({ project: 1 })), await scene.act(2, profile), await scene.act(3, parseVote({ id: scene.proposal }, "for", "yes")),
      await scene.act(8, parseRevokeAct(nonceOf(3n, 2n))), await scene.ballot(4, "for"), await scene.ballot(5, "against"),
      ...(await scene.joining(strangerKey(1), [6, 7])),
    ];
    const outcomes = await scene.sendAll(items);
    expect(outcomes.map(({ done, reason }) => (done ? "done" : reason?.en))).to.deep.equal(items.map(() => "done"));
    await scene.read();
    expect((await scene.look(items)).map(({ verdict }) => (verdict.is === "bad" ? verdict.problem : verdict.is))).to.deep.equal(["done", "done", "done", "done", "done", "done", "done", "used", "used"]);
    expect(scene.ledger.people.members.size).to.equal(9);
    expect((await scene.look([await scene.act(8, profile, nonceOf(3n, 1n))])).map(({ verdict }) => verdict)).to.deep.equal([{ is: "bad", problem: "revoked" }]);
  });

  it("is told one by one where some are refused, in the words of each refusal, and those can be carried again", async () => {
    const scene = await Scene.begin();
    const items = [await scene.act(1, parseEnrol({ project: 1 })), await scene.act(2, parseEnrol({ project: 99 })), await scene.act(3, profile), await scene.act(4, parseEnrol({ project: 1 }), 0n), await scene.act(4, parseEnrol({ project: 98 }), 1n)];
    const outcomes = await scene.sendAll(items);
    expect(outcomes.map(({ done }) => done)).to.deep.equal([true, false, true, true, false]);
    expect(outcomes.flatMap(({ reason }) => (reason ? [reason.en] : []))).to.have.length(2);
    for (const { reason } of outcomes) if (reason) expect(reason.en).to.include("Nothing changed.");
    await scene.read();
    expect((await scene.look(items)).map(({ verdict }) => verdict.is)).to.deep.equal(["done", "good", "done", "done", "good"]);
  });

  it("is told as not done where somebody was quicker, and where the whole transaction was refused", async () => {
    const scene = await Scene.begin();
    const items = [await scene.act(1, profile), await scene.ballot(2, "for"), ...(await scene.joining(strangerKey(1), [6, 7]))];
    const shipments = planShipments(await scene.look(items));
    for (const shipment of shipments) expect((await scene.send(shipment)).every(({ done }) => done)).to.equal(true);
    const [carrying, casting] = shipments.filter(({ intent }) => intent.contract !== "memberRegistry") as [Shipment, Shipment];
    expect((await scene.send(carrying)).map(({ done, reason }) => [done, reason?.en.split(".")[0]])).to.deep.equal([[false, "This act was done already, or its member took it back"]]);
    expect((await scene.send(casting)).map(({ done, reason }) => [done, reason?.en])).to.deep.equal([[false, "The member had voted already."]]);
    const reverted = outcomesOf(carrying, { status: "reverted", logs: [] } as never, { contracts: {} } as never);
    expect(reverted.map(({ done, reason }) => [done, reason?.en.split(",")[0]])).to.deep.equal([[false, "The whole transaction was refused"]]);
  });

  it("is not told as done by the events of other contracts, or of other members", async () => {
    const scene = await Scene.begin();
    const [first, second] = await scene.look([await scene.act(1, parseResign()), await scene.act(2, profile)]);
    const [shipment] = planShipments([first!]);
    const outcomes = await scene.send(shipment!);
    expect(outcomes.map(({ done }) => done)).to.deep.equal([true]);
    const receipt = await client.getTransactionReceipt({ hash: (await client.getBlock()).transactions[0]! });
    const { contracts } = new World(scene.coop.record).deployment;
    expect(outcomesOf({ intent: shipment!.intent, items: [second!] }, receipt, { contracts }).map(({ done }) => done)).to.deep.equal([false]);
    expect(outcomesOf(shipment!, receipt, { contracts: { ...contracts, relay: contracts.timelock, timelock: contracts.relay } }).map(({ done }) => done)).to.deep.equal([false]);
  });
});
