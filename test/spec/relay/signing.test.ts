import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import type { Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { readCall } from "#client/offnet/call.ts";
import { type ReadItem, readBundle } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { timeOf } from "../../../scripts/campaign/relayLoad/acts.ts";
import { CallFault, parseCall } from "../../../scripts/relay/sign/callText.ts";
import { projectFolder, type Ran, runCoop } from "../../support/coop.ts";
import { DAY, MEMBERS, Place } from "../../support/relay.ts";

const EVIDENCE: Hex = `0x${"ab".repeat(32)}`;

describe("Signing with no network", function () {
  this.timeout(120_000);
  let place: Place;
  let now: number;
  beforeEach(async () => {
    place = await Place.make();
    now = await timeOf(place.ground);
  });
  afterEach(() => place.leave());
  const sign = (...args: string[]): Promise<Ran> => place.coop("sign", "--now", String(now), ...args);
  const read = (text: string): readonly ReadItem[] => {
    const { items, faults } = readBundle(text);
    expect(faults).to.deep.equal([]);
    return items;
  };
  const signed = async (...args: string[]): Promise<ReadItem> => {
    const ran = await sign(...args);
    expect(ran.exit, ran.stderr).to.equal(0);
    expect(ran.stderr).to.contain("Signed, not sent: ");
    return read(ran.stdout)[0]!;
  };
  const verdictOf = async (...items: ReadItem[]) => {
    const { ledger } = await place.ground.read();
    return (await checkItems(items, { ledger, deployment: place.ground.deployment, now })).map(({ verdict }) => verdict);
  };

  describe("on a machine whose sockets are taken away", () => {
    /** `coop …` in a process of its own, which is refused every connection. */
    const cutOff = async (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran & { reached: string }> => {
      const log = place.path("reached.txt");
      const preload = `--import=${pathToFileURL(join(projectFolder, "test/support/noNetwork.mjs")).href}`;
      const ran = await runCoop(args, place.folder, { NODE_OPTIONS: preload, NO_NETWORK_LOG: log, ...env });
      return { ...ran, reached: existsSync(log) ? readFileSync(log, "utf8") : "" };
    };

    it("signs with a practice seat and reaches for nothing", async () => {
      const { exit, stdout, stderr, reached } = await cutOff(["sign", "act", "--deployment", "record.json", "--seat", "3", "--member", "3", "--nonce", "0", "--now", String(now), "--call", "contributionLedger.enrol(1)"]);
      expect(exit, stderr).to.equal(0);
      expect(reached).to.equal("");
      const [item] = read(stdout);
      expect(await verdictOf(item!)).to.deep.equal([{ is: "good", signer: place.addressOf(3) }]);
      expect(stderr).to.contain("Member 3 enrols as an attester in project 1").and.to.contain(place.addressOf(3));
    });

    it("signs with the key that Hardhat keeps, and reaches for nothing", async () => {
      const { exit, stdout, stderr, reached } = await cutOff(["sign", "vouch", "--deployment", "record.json", "--member", "2", "--now", String(now), "--for", place.addressOf(1).toLowerCase()], { LIVE_KEY: place.keyOf(2) });
      expect(exit, stderr).to.equal(0);
      expect(reached).to.equal("");
      expect(read(stdout)[0]).to.include({ kind: "vouch", sponsor: 2 });
    });

    it("would have been caught if it had reached for the network: carrying is", async () => {
      place.bundles("a.coop.json", [await signed("act", "--seat", "3", "--member", "3", "--nonce", "0", "--call", "contributionLedger.enrol(1)")]);
      const { exit, reached } = await cutOff(["relay", "a.coop.json", "--deployment", "record.json"]);
      expect(exit).to.equal(1);
      expect(reached).to.match(/fetch|connect/);
    });
  });

  it("signs an act so that the chain does it, for a week unless told otherwise", async () => {
    const item = await signed("act", "--seat", "4", "--member", "4", "--nonce", "7:0", "--call", 'memberRegistry.setProfile(0x0000000000000000000000000000000000000000000000000000000000000001, "data:,四, with a comma")');
    expect(item).to.include({ kind: "act", member: 4, keyEpoch: 0, nonce: nonceOf(7n, 0n), notBefore: now - 300, notAfter: now + 7 * DAY });
    const call = item.kind === "act" && readCall(item.to, item.data, place.ground.deployment);
    expect(call).to.deep.include({ contract: "memberRegistry", functionName: "setProfile" });
    place.bundles("a.coop.json", [item]);
    expect((await place.coop("relay", "a.coop.json")).exit).to.equal(0);
    expect((await place.log()).done).to.deep.equal({ [`4:${nonceOf(7n, 0n)}`]: 1 });
    const longer = await signed("act", "--seat", "4", "--member", "4", "--nonce", "1", "--days", "29", "--from", String(now), "--to", place.ground.deployment.contracts.relay, "--data", "0x20c5429b0000000000000000000000000000000000000000000000000000000000000000");
    expect(longer).to.include({ notBefore: now, notAfter: now + 29 * DAY });
  });

  it("counts on from what the file holds, and keeps the file whole", async () => {
    const add = (...args: string[]): Promise<Ran> => sign("act", "--seat", "5", "--member", "5", "--call", "contributionLedger.enrol(1)", "--out", "mine.coop.json", ...args);
    expect((await add()).stderr).to.contain("--nonce: is needed");
    expect(existsSync(place.path("mine.coop.json"))).to.equal(false);
    for (const more of [["--nonce", "4"], [], ["--nonce", "9:2"], ["--nonce", "9:"], []]) expect((await add(...more)).exit).to.equal(0);
    const nonces = read(readFileSync(place.path("mine.coop.json"), "utf8")).map((item) => item.kind === "act" && item.nonce);
    expect(nonces).to.deep.equal([nonceOf(0n, 4n), nonceOf(0n, 5n), nonceOf(9n, 2n), nonceOf(9n, 3n), nonceOf(0n, 6n)]);
    // The same again takes its own place.
    expect((await add("--nonce", "4")).exit).to.equal(0);
    expect(read(readFileSync(place.path("mine.coop.json"), "utf8"))).to.have.length(5);
  });

  it("leaves a file alone that holds anything else", async () => {
    const add = (file: string): Promise<Ran> => sign("vouch", "--seat", "5", "--member", "5", "--for", place.addressOf(1), "--out", file);
    place.writes("broken.coop.json", '{"form": "gongsheng-bun');
    place.writes("foreign.coop.json", readFileSync(await other(), "utf8"));
    for (const [file, why] of [["broken.coop.json", "was left alone"], ["foreign.coop.json", "for another chain or cooperative"]] as const) {
      const before = readFileSync(place.path(file), "utf8");
      const { exit, stderr } = await add(file);
      expect(exit).to.equal(2);
      expect(stderr).to.contain(why);
      expect(readFileSync(place.path(file), "utf8")).to.equal(before);
    }

    async function other(): Promise<string> {
      const item = await signed("vouch", "--seat", "5", "--member", "5", "--for", place.addressOf(1));
      place.bundles("x.coop.json", [item]);
      place.writes("y.coop.json", readFileSync(place.path("x.coop.json"), "utf8").replace('"chainId":31337', '"chainId":1'));
      return place.path("y.coop.json");
    }
  });

  it("signs all that makes a person a member, and the person joins", async () => {
    const key = generatePrivateKey();
    const { address } = privateKeyToAccount(key);
    const before = process.env.LIVE_KEY;
    process.env.LIVE_KEY = key;
    try {
      expect((await sign("application", "--name", "Ayu", "--out", "join.coop.json")).exit).to.equal(0);
    } finally {
      if (before === undefined) delete process.env.LIVE_KEY;
      else process.env.LIVE_KEY = before;
    }
    for (const sponsor of ["2", "3"]) expect((await sign("vouch", "--seat", sponsor, "--member", sponsor, "--for", address, "--out", "join.coop.json")).exit).to.equal(0);
    const ran = await place.coop("relay", "join.coop.json");
    expect(ran.exit, ran.stdout + ran.stderr).to.equal(0);
    const { ledger } = await place.ground.read();
    expect(ledger.people.byKey.get(address.toLowerCase())).to.equal(MEMBERS + 1);
  });

  it("signs consents and approvals as the books would have them", async () => {
    const until = ["--expires", String(now + 20 * DAY)];
    const guardian = await signed("guardian-consent", "--seat", "3", "--member", "1");
    const consent = await signed("recovery-consent", "--seat", "9", "--member", "1", "--opening", "1", ...until);
    const approval = await signed("recovery-approval", "--seat", "3", "--member", "1", "--opening", "1", "--new-key", place.addressOf(9), ...until);
    const cancel = await signed("recovery-cancel", "--seat", "3", "--member", "1", "--opening", "1", ...until);
    const keyConsent = await signed("key-consent", "--seat", "9", "--member", "1");
    expect(guardian).to.include({ kind: "guardianConsent", member: 1, guardian: place.addressOf(3) });
    expect(consent).to.include({ kind: "recoveryConsent", newKey: place.addressOf(9), signer: place.addressOf(9), expires: now + 20 * DAY });
    expect(approval).to.include({ kind: "recoveryApproval", newKey: place.addressOf(9), signer: place.addressOf(3), opening: 1 });
    expect(cancel).to.include({ kind: "recoveryCancel", signer: place.addressOf(3) });
    expect(keyConsent).to.include({ kind: "keyConsent", newKey: place.addressOf(9), keyEpoch: 0 });
    // Whatever else stands against them: all signatures are true.
    for (const verdict of await verdictOf(guardian, consent, approval, keyConsent)) expect(verdict).to.not.deep.include({ problem: "notSigned" });
    const ballot = await signed("ballot", "--seat", "2", "--member", "2", "--proposal", "123456789012345678901234567890", "--vote", "against");
    expect(ballot).to.include({ kind: "ballot", proposalId: 123456789012345678901234567890n, support: "against", member: 2 });
  });

  it("names the option that is wrong, in both languages, and signs nothing", async () => {
    const act = ["act", "--seat", "3", "--member", "3", "--nonce", "0"];
    const wrongs: readonly (readonly [readonly string[], string])[] = [
      [[], "Say what to sign"],
      [["oath"], "Say what to sign"],
      [["act", "--seat", "99", "--member", "3", "--nonce", "0", "--call", "contributionLedger.enrol(1)"], "--seat: there is no practice seat 99"],
      [["act", "--seat", "3", "--nonce", "0", "--call", "contributionLedger.enrol(1)"], "--member: is needed"],
      [[...act], "--call: is needed"],
      [[...act, "--call", "nowhere.enrol(1)"], "--call: at character 1: There is no contract “nowhere”"],
      [[...act, "--call", "contributionLedger.claimOf(0x00)"], "has no function “claimOf” that changes anything"],
      [[...act, "--call", "contributionLedger.enrol(one)"], "This should be uint32"],
      [[...act, "--call", "contributionLedger.enrol(1"], "From here on it cannot be read"],
      [[...act, "--call", "memberRegistry.expel(1, 0x0000000000000000000000000000000000000000000000000000000000000001)"], "--call: is nothing that a member does"],
      [[...act, "--to", place.addressOf(2), "--data", "0x00"], "--to: is no contract of this cooperative"],
      [[...act, "--call", "contributionLedger.enrol(1)", "--days", "31"], "--days: must be a whole number from 1 to 30"],
      [[...act, "--call", "contributionLedger.enrol(1)", "--from", String(now - 20 * DAY), "--days", "29"], "--from: an act may wait 30 days at most"],
      [[...act, "--call", "contributionLedger.enrol(1)", "--for", place.addressOf(2)], "--for: act does not take this"],
      [["vouch", "--seat", "3", "--member", "3"], "--for: is needed"],
      [["vouch", "--seat", "3", "--member", "3", "--for", `${place.addressOf(2).slice(0, -1)}`], "--for: must be an address"],
      [["vouch", "--seat", "3", "--member", "3", "--for", place.addressOf(2), "--expires", "tomorrow"], "--expires: must be seconds since 1970"],
      [["ballot", "--seat", "2", "--member", "2", "--proposal", "1", "--vote", "perhaps"], "--vote: must be for, against or abstain"],
    ];
    for (const [args, why] of wrongs) {
      const { exit, stdout, stderr } = await sign(...args);
      expect([exit, stdout], args.join(" ")).to.deep.equal([2, ""]);
      expect(stderr).to.contain(why).and.to.match(/Nothing was signed\.|--help/);
      const zh = await sign(...args, "--lang", "zh");
      expect(zh.stderr, args.join(" ")).to.contain("什么都没有签。");
    }
  });

  it("reads calls as they are typed, and nothing that the function does not take", () => {
    const list = parseCall(`contributionLedger.attestMany([2, 3], [${EVIDENCE}, ${EVIDENCE}], [5, 6])`);
    expect(list.args).to.deep.equal([[2n, 3n], [EVIDENCE, EVIDENCE], [5n, 6n]]);
    const byName = parseCall(`ContributionLedger.record({ project: 1, kind: 0, quantity: 6, evidence: ${EVIDENCE}, occurredAt: 1767571200, split: [(2, 3), {member: 4, parts: 1}], uri: "data:,\\"a\\", (b" })`);
    const byPlace = parseCall(`contributionLedger.record((1, 0, 6, ${EVIDENCE}, 1767571200, [(2, 3), (4, 1)], "data:,\\"a\\", (b"))`);
    expect(byName.data).to.equal(byPlace.data);
    for (const wrong of ["contributionLedger.enrol()", "contributionLedger.enrol(1, 2)", "contributionLedger.enrol(4294967296)", "contributionLedger.enrol(-1)", 'contributionLedger.enrol("1")', "contributionLedger.enrol(1) and more", "contributionLedger.enrol(1.5)", "enrol(1)", `contributionLedger.withdraw(1, ${EVIDENCE}00)`, "contributionLedger.record({project: 1, project: 2})"])
      expect(() => parseCall(wrong), wrong).to.throw(CallFault);
  });
});
