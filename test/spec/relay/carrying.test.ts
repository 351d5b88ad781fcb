import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { getBalance } from "viem/actions";
import { contributionLedgerAbi } from "#client/abi/ContributionLedger.ts";
import { coopGovernorAbi } from "#client/abi/CoopGovernor.ts";
import { guardiansAbi } from "#client/abi/Guardians.ts";
import { parametersAbi } from "#client/abi/Parameters.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { signable as signableBallot } from "#client/governance/ballot.ts";
import { describedBy } from "#client/governance/propose.ts";
import { type Item, itemId, writeBundle } from "#client/offnet/bundle.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { profileCall, recordCall, signAct, signActs, type SignedItem, timeOf } from "../../../scripts/campaign/relayLoad/acts.ts";
import { projectFolder, type Ran } from "../../support/coop.ts";
import { AGREES, DAY, DENIES, Place } from "../../support/relay.ts";

const name = ({ member, nonce }: SignedItem): string => `${member}:${nonce}`;

describe("Carrying from files", function () {
  this.timeout(180_000);
  let place: Place;
  let now: number;
  beforeEach(async () => {
    place = await Place.make();
    now = await timeOf(place.ground);
  });
  afterEach(() => place.leave());
  const relay = (...args: string[]): Promise<Ran> => place.coop("relay", ...args);
  const contracts = () => place.ground.deployment.contracts;
  /** All acts of some members, five each. */
  const actsOf = async (...members: number[]): Promise<SignedItem[]> => (await Promise.all(members.map((member) => signActs(place.ground, member, 5, now)))).flat();
  const profile = (member: number, key = 0n, more = {}): Promise<SignedItem> => signAct(place.ground, member, { to: contracts().memberRegistry, data: profileCall(`p${member}`) }, nonceOf(key, 0n), now, more);
  /** That each was done once, and nothing was carried in vain. */
  const onceEach = async (acts: readonly SignedItem[]): Promise<void> => {
    const { done, inVain } = await place.log();
    expect(done).to.deep.equal(Object.fromEntries(acts.map((act) => [name(act), 1])));
    expect(inVain).to.equal(0);
  };

  it("explains every item, and sends nothing in a dry run", async () => {
    place.bundles("a.coop.json", await actsOf(2, 3));
    const before = await place.block();
    const { exit, stdout } = await relay("a.coop.json", "--dry-run");
    expect(exit).to.equal(0);
    expect(stdout).to.contain("✔ a.coop.json #1: Member 2 enrols as an attester in project 1. The signature is true, and it can be carried.").and.to.contain("10 can be carried, 0 were done before, 0 wait, 0 cannot be carried. Nothing was sent.");
    const zh = await relay("a.coop.json", "--dry-run", "--lang", "zh");
    expect(zh.stdout).to.contain("2号成员登记为1号项目的见证人。签名属实，可以送出。").and.to.contain("10份可以送");
    expect(await place.block()).to.equal(before);
    expect(existsSync(place.path("a.coop.json.journal"))).to.equal(false);
  });

  it("does each act once, says in which transaction, and doing it again does nothing and says so", async () => {
    const acts = await actsOf(2, 3, 4);
    place.bundles("a.coop.json", acts);
    const first = await relay("a.coop.json", "--json");
    expect(first.exit, first.stderr).to.equal(0);
    const told = JSON.parse(first.stdout) as { done: number; items: { id: Hex; state: string; tx: Hex }[] };
    expect(told).to.include({ done: 15, before: 0, waiting: 0, refused: 0 });
    expect(told.items.map(({ id }) => id)).to.deep.equal(acts.map(itemId));
    await onceEach(acts);
    const before = await place.block();
    const again = JSON.parse((await relay("a.coop.json", "--json")).stdout) as typeof told;
    expect(again).to.include({ done: 0, before: 15, waiting: 0, refused: 0 });
    expect(again.items.map(({ tx }) => tx)).to.deep.equal(told.items.map(({ tx }) => tx));
    expect((await relay("a.coop.json")).stdout).to.contain("0 done now, 15 had been done before, 0 wait, 0 were not done.");
    expect(await place.block()).to.equal(before);
  });

  it("does what depends on another item of the files after it, whatever their order", async () => {
    // Nobody has enrolled: a record finds nobody to attest it, and stands before the enrolments.
    const record = await signAct(place.ground, 2, { to: contracts().contributionLedger, data: recordCall("early", now) }, nonceOf(3n, 0n), now);
    const enrolments = await Promise.all([3, 4, 5].map((member) => signAct(place.ground, member, { to: contracts().contributionLedger, data: encodeFunctionData({ abi: contributionLedgerAbi, functionName: "enrol", args: [1] }) }, 0n, now)));
    place.bundles("record.coop.json", [record]);
    place.bundles("enrol.coop.json", enrolments);
    const { exit, stdout } = await relay("record.coop.json", "enrol.coop.json");
    expect(exit, stdout).to.equal(0);
    await onceEach([record, ...enrolments]);
  });

  it("gives each act what it needs and no more than it may have, in transactions of so many acts", async () => {
    const acts = await Promise.all(Array.from({ length: 7 }, (_, place_) => profile(place_ + 2)));
    place.bundles("a.coop.json", acts);
    const before = await place.block();
    expect((await relay("a.coop.json", "--per-lot", "3")).stdout).to.contain("1/3: 3 done").and.to.contain("3/3: 1 done");
    expect(await place.block()).to.equal(before + 3);
    place.bundles("b.coop.json", [await signAct(place.ground, 2, { to: contracts().memberRegistry, data: profileCall("x".repeat(8_000)) }, nonceOf(0n, 1n), now)]);
    const poor = await relay("b.coop.json", "--gas-per-act", "50000");
    expect(poor.exit).to.equal(4);
    expect(poor.stdout).to.contain("most likely for too little gas");
    expect(await place.block()).to.equal(before + 3);
    expect((await relay("b.coop.json")).exit).to.equal(0);
  });

  it("names each that cannot be carried with a sentence of its own, carries the others, and exits 4", async () => {
    const good = await profile(2);
    const tampered = { ...(await profile(3)), notAfter: now + 6 * DAY };
    const expired = await profile(4, 0n, { notBefore: now - 9 * DAY, notAfter: now - 2 * DAY });
    const early = await profile(5, 0n, { notBefore: now + DAY });
    const ahead = await signAct(place.ground, 6, { to: contracts().memberRegistry, data: profileCall("ahead") }, nonceOf(0n, 3n), now);
    const nobody = { ...good, member: 99 };
    place.bundles("a.coop.json", [good, tampered, expired, early, ahead, nobody, good]);
    place.writes("other.coop.json", writeBundle([await profile(7)], { ...place.ground.deployment, chainId: 10 }));
    const { exit, stdout } = await relay("a.coop.json", "other.coop.json");
    expect(exit).to.equal(4);
    const lines = stdout.split("\n").filter((line) => line.includes("coop.json #"));
    const wanted = [/^✔ .*#1: .* Done\./, /^✘ .*did not sign this: it was altered/, /^✘ .*has expired/, /^… .*only from .* on/, /^… .*number 0 of the same series must come first/, /^✘ .*There is no such member/, /^– .*The same stands elsewhere/, /^✘ .*another chain/];
    expect(lines).to.have.length(wanted.length);
    for (const [at, what] of wanted.entries()) expect(lines[at]).to.match(what);
    expect(stdout).to.contain("1 done now, 0 had been done before, 2 wait, 4 were not done.");
    await onceEach([good]);
  });

  it("pays nothing for what the chain would refuse, and tells the chain's own reason", async () => {
    const data = encodeFunctionData({ abi: contributionLedgerAbi, functionName: "attest", args: [3, `0x${"cd".repeat(32)}`, 1] });
    place.bundles("a.coop.json", [await signAct(place.ground, 2, { to: contracts().contributionLedger, data }, 0n, now)]);
    const balance = () => getBalance(place.ground.client, { address: place.addressOf(1) });
    const before = await balance();
    const { exit, stdout } = await relay("a.coop.json");
    expect(exit).to.equal(4);
    expect(stdout).to.match(/✘ a\.coop\.json #1: Member 2 attests .*\. .+/).and.to.contain("1 were not done");
    expect(await balance()).to.equal(before);
  });

  it("says of a machine or a key that failed that nothing is lost, and exits 1", async () => {
    place.bundles("a.coop.json", [await profile(2)]);
    await place.ground.ask("hardhat_setBalance", place.addressOf(1), "0x0");
    const poor = await relay("a.coop.json");
    expect(poor.exit).to.equal(1);
    expect(poor.stderr).to.contain("cannot pay the fee").and.to.contain("the same command can be run again");
    await place.ground.ask("hardhat_setBalance", place.addressOf(1), "0x56bc75e2d63100000");
    expect((await relay("a.coop.json")).exit).to.equal(0);
    const away = await relay("a.coop.json", "--rpc", "http://127.0.0.1:1");
    expect([away.exit, away.stderr.includes("does not answer")]).to.deep.equal([1, true]);
  });

  it("refuses at the door what cannot be used, and exits 2", async () => {
    place.bundles("a.coop.json", await actsOf(2));
    place.writes("text.coop.json", "hello");
    place.writes("old.journal", `${JSON.stringify({ is: "begun", chainId: 31337, registry: contracts().relay, genesisHash: zeroHash })}\n`);
    place.writes("mad.journal", "{]\n");
    const wrongs: readonly (readonly [readonly string[], string])[] = [
      [[], "At least one file is needed"],
      [["none.coop.json"], "none.coop.json: cannot be read (ENOENT)"],
      [["text.coop.json"], "Nothing that was signed is in this text"],
      [["a.coop.json", "--per-lot", "0"], "--per-lot: must be a whole number from 1 to 100"],
      [["a.coop.json", "--journal", "old.journal"], "old.journal: this journal is of another cooperative"],
      [["a.coop.json", "--journal", "mad.journal"], "mad.journal:1: this journal was changed by another hand"],
      [["a.coop.json", "--port", "80"], "--port: is for --serve alone"],
      [["a.coop.json", "--serve"], "--serve takes no files"],
    ];
    const before = await place.block();
    for (const [args, why] of wrongs) {
      const { exit, stdout, stderr } = await relay(...args);
      expect([exit, stdout], args.join(" ")).to.deep.equal([2, ""]);
      expect(stderr).to.contain(why).and.to.contain("Nothing was sent.");
      expect((await relay(...args, "--lang", "zh")).stderr).to.contain("没有发送");
    }
    expect(await place.block()).to.equal(before);
  });

  describe("whatever was signed", () => {
    it("lets a person join by application and vouches, and says afterwards that it had come to pass", async () => {
      const key = generatePrivateKey();
      const applicant = privateKeyToAccount(key).address;
      const expires = now + 7 * DAY;
      const terms = { applicant, profileDigest: zeroHash, profileUri: "", expires } as const;
      const application: Item = { kind: "application", ...terms, signature: await place.signs(key, "Application", terms) };
      const vouches = await Promise.all(
        [2, 3].map(async (sponsor): Promise<Item> => {
          const vouch = { applicant, joinCount: 0, sponsor, keyEpoch: 0, expires };
          return { kind: "vouch", ...vouch, signature: await place.signs(place.keyOf(sponsor), "Vouch", vouch) };
        }),
      );
      place.bundles("a.coop.json", [application, vouches[0]!]);
      const lacking = await relay("a.coop.json");
      expect([lacking.exit, lacking.stdout.includes("1 vouch of a member is missing")]).to.deep.equal([4, true]);
      place.bundles("b.coop.json", [vouches[1]!]);
      expect((await relay("a.coop.json", "b.coop.json")).exit).to.equal(0);
      expect((await place.ground.read()).ledger.people.byKey.has(applicant.toLowerCase())).to.equal(true);
      const again = await relay("a.coop.json", "b.coop.json");
      expect([again.exit, again.stdout.includes("0 done now, 3 had been done before")]).to.deep.equal([0, true]);
    });

    it("opens a recovery by consent and approvals, and closes it by most guardians", async () => {
      await place.days(31);
      now = await timeOf(place.ground);
      const expires = now + 25 * DAY;
      const consents = await Promise.all(
        [2, 3, 4].map(async (guardian) => {
          const terms = { member: 5, guardian: place.addressOf(guardian), expires };
          return { guardian: terms.guardian, expires, signature: await place.signs(place.keyOf(guardian), "GuardianConsent", terms) };
        }),
      );
      const data = encodeFunctionData({ abi: guardiansAbi, functionName: "setGuardians", args: [consents] });
      place.bundles("set.coop.json", [await signAct(place.ground, 5, { to: contracts().guardians, data }, 0n, now)]);
      expect((await relay("set.coop.json")).exit).to.equal(0);
      await place.days(15);
      const key = generatePrivateKey();
      const newKey = privateKeyToAccount(key).address;
      const terms = { member: 5, opening: 1, newKey, expires };
      const approval = async (said: typeof terms & { signer: Address }, by: number): Promise<Item> => ({ kind: "recoveryApproval", ...said, signature: await place.signs(place.keyOf(by), "RecoveryApproval", said) });
      const cancelling = async (said: { member: number; opening: number; expires: number; signer: Address }, by: number): Promise<Item> => ({ kind: "recoveryCancel", ...said, signature: await place.signs(place.keyOf(by), "RecoveryCancel", said) });
      const consent: Item = { kind: "recoveryConsent", ...terms, signer: newKey, signature: await place.signs(key, "RecoveryConsent", terms) };
      const approves = async (guardian: number): Promise<Item> => approval({ ...terms, signer: place.addressOf(guardian) }, guardian);
      place.bundles("open.coop.json", [await approves(4), consent, await approves(2)]);
      const opened = await relay("open.coop.json");
      expect(opened.exit, opened.stdout).to.equal(0);
      const recovery = async () => guardOf((await place.ground.read()).ledger, 5 as MemberId).recovery;
      expect((await recovery())?.newKey).to.equal(newKey);
      expect((await relay("open.coop.json")).stdout).to.contain("0 done now, 3 had been done before");
      const close = { member: 5, opening: 1, expires };
      place.bundles("close.coop.json", await Promise.all([3, 2].map(async (guardian): Promise<Item> => cancelling({ ...close, signer: place.addressOf(guardian) }, guardian))));
      expect((await relay("close.coop.json")).exit).to.equal(0);
      expect(await recovery()).to.equal(null);
    });

    it("carries a proposal as an act, and the ballots on it", async () => {
      const { governor, parameters } = contracts();
      const words = describedBy("More may join", place.addressOf(2));
      const set = encodeFunctionData({ abi: parametersAbi, functionName: "set", args: [0, 12n] });
      const data = encodeFunctionData({ abi: coopGovernorAbi, functionName: "propose", args: [[parameters], [0n], [set], words] });
      place.bundles("propose.coop.json", [await signAct(place.ground, 2, { to: governor, data }, 0n, now)]);
      const proposed = await relay("propose.coop.json");
      expect(proposed.exit, proposed.stdout).to.equal(0);
      await place.days(3);
      const [proposal] = (await place.ground.read()).ledger.governance.proposals.values();
      const ballots = await Promise.all(
        [3, 4, 5].map(async (member): Promise<Item> => {
          const ballot = { proposalId: proposal!.id, support: member === 5 ? "against" : "for", member: member as MemberId, keyEpoch: 0 } as const;
          return { kind: "ballot", ...ballot, signature: await privateKeyToAccount(place.keyOf(member)).signTypedData(signableBallot(ballot, place.ground.deployment)) };
        }),
      );
      place.bundles("vote.coop.json", ballots);
      expect((await relay("vote.coop.json")).exit).to.equal(0);
      const [voted] = (await place.ground.read()).ledger.governance.proposals.values();
      expect(voted!.ballots.length).to.equal(3);
      expect((await relay("vote.coop.json")).stdout).to.contain("0 done now, 3 had been done before");
    });

    it("carries the act of a contract wallet that says yes, and pays nothing for one that says no", async () => {
      const act = { ...(await profile(8)), signature: "0x1234" as Hex };
      place.bundles("a.coop.json", [act]);
      await place.beneath(8, DENIES);
      const denied = await relay("a.coop.json");
      expect([denied.exit, denied.stdout.includes("did not sign this with the key in force")]).to.deep.equal([4, true]);
      await place.beneath(8, AGREES);
      expect((await relay("a.coop.json")).exit).to.equal(0);
      await onceEach([act]);
    });
  });

  describe("killed", () => {
    /** The command in a process of its own, killed by force as soon as its journal says `when`. */
    const killedWhen = async (when: (journal: string) => boolean, ...args: string[]): Promise<string> => {
      const journal = place.path("a.coop.json.journal");
      const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(LC_|LANG|NODE_OPTIONS|NODE_V8_COVERAGE)/.test(key)));
      const child = spawn(process.execPath, ["scripts/coop.ts", "relay", "a.coop.json", "--deployment", "record.json", ...args], { cwd: projectFolder, env: { ...env, INIT_CWD: place.folder }, stdio: "ignore" });
      const ended = new Promise<string>((done) => child.once("close", (code, signal) => done(signal ?? String(code))));
      const watch = setInterval(() => {
        if (existsSync(journal) && when(readFileSync(journal, "utf8"))) child.kill("SIGKILL");
      }, 2);
      const how = await ended;
      clearInterval(watch);
      return how;
    };
    const count = (journal: string, is: string): number => journal.split(`"is":"${is}"`).length - 1;

    it("while its transaction waits for the chain, it goes on with that one", async () => {
      const acts = await actsOf(2, 3);
      place.bundles("a.coop.json", acts);
      await place.ground.ask("evm_setAutomine", false);
      expect(await killedWhen((journal) => count(journal, "sent") === 1)).to.equal("SIGKILL");
      await place.ground.ask("evm_setAutomine", true);
      const { exit, stdout } = await relay("a.coop.json");
      expect(exit, stdout).to.equal(0);
      expect(stdout).to.contain("Going on with a transaction that an earlier run had sent");
      await onceEach(acts);
    });

    it("again and again in the midst of many transactions, it does each act once", async () => {
      const acts = await actsOf(2, 3, 4, 5, 6, 7);
      place.bundles("a.coop.json", acts);
      for (const settled of [1, 6]) expect(await killedWhen((journal) => count(journal, "settled") >= settled, "--per-lot", "2")).to.equal("SIGKILL");
      const { exit, stdout } = await relay("a.coop.json");
      expect(exit, stdout).to.equal(0);
      const [, done, before] = /(\d+) done now, (\d+) had been done before, 0 wait, 0 were not done/.exec(stdout)!;
      expect(Number(done) + Number(before)).to.equal(30);
      expect(Number(before)).to.be.greaterThan(10);
      await onceEach(acts);
    });

    it("at any line of its journal, or within one, it does each act once and knows its transaction", async () => {
      const acts = await Promise.all([2, 3, 4, 5, 6].map((member) => profile(member)));
      place.bundles("a.coop.json", acts);
      const whole = JSON.parse((await relay("a.coop.json", "--per-lot", "2", "--json")).stdout) as { items: { tx: Hex }[] };
      const journal = place.path("a.coop.json.journal");
      const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
      for (let kept = 0; kept < lines.length; kept++) {
        writeFileSync(journal, lines.slice(0, kept).map((line) => `${line}\n`).join(""));
        appendFileSync(journal, lines[kept]!.slice(0, lines[kept]!.length >> 1));
        const { exit, stdout } = await relay("a.coop.json", "--json");
        const told = JSON.parse(stdout) as { before: number; items: { tx: Hex | null }[] };
        expect([exit, told.before], `${kept} lines kept`).to.deep.equal([0, 5]);
        for (const [at, { tx }] of told.items.entries()) if (tx !== null) expect(tx).to.equal(whole.items[at]!.tx);
      }
      await onceEach(acts);
    });

    it("lets one run at a time have the journal", async () => {
      place.bundles("a.coop.json", await actsOf(2));
      place.writes("a.coop.json.journal.lock", "1");
      const { exit, stderr } = await relay("a.coop.json");
      expect(exit).to.equal(1);
      expect(stderr).to.contain("Another run has this journal (process 1)").and.to.contain("Nothing was sent.");
    });
  });
});
