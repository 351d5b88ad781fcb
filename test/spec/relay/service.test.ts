import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { encodeFunctionData, type Hex, zeroHash } from "viem";
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { getBalance } from "viem/actions";
import { contributionLedgerAbi } from "#client/abi/ContributionLedger.ts";
import { type Item, itemId, writeBundle } from "#client/offnet/bundle.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { profileCall, recordCall, signAct, type SignedItem, timeOf } from "../../../scripts/campaign/relayLoad/acts.ts";
import { openCooperative } from "../../../scripts/coop/open.ts";
import type { ServiceLimits } from "../../../scripts/relay/serve/options.ts";
import { type Service, startService } from "../../../scripts/relay/serve/service.ts";
import { AGREES, DAY, DENIES, Place } from "../../support/relay.ts";

const LIMITS: ServiceLimits = { perLot: 20, gasPerAct: 1_000_000, gasPerHour: 20_000_000, perMember: 20, mostWaiting: 5_000, mostWei: null };
/** The last of a practice node's own accounts. */
const account = mnemonicToAccount("test test test test test test test test test test test junk", { addressIndex: 19 });

interface Told {
  readonly items: readonly { readonly id: Hex; readonly state: string; readonly say: { readonly zh: string; readonly en: string } }[];
}
interface Act {
  readonly state: string;
  readonly tx: Hex | null;
  readonly say: { readonly zh: string; readonly en: string };
}

describe("The relay service", function () {
  this.timeout(180_000);
  let place: Place;
  let now: number;
  let service: Service | null = null;
  beforeEach(async () => {
    place = await Place.make();
    now = await timeOf(place.ground);
  });
  afterEach(async () => {
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    await service?.close();
    service = null;
    await place.leave();
  });
  const start = async (limits: Partial<ServiceLimits> = {}): Promise<Service> => {
    const cooperative = await openCooperative({ deployment: place.path("record.json") }, "en");
    service = await startService({ cooperative, account, folder: place.path("state"), host: "127.0.0.1", port: 0, limits: { ...LIMITS, ...limits } });
    return service;
  };
  const stop = async (): Promise<void> => {
    await service!.close();
    service = null;
  };
  const post = async (...items: Item[]): Promise<{ status: number; wait: string | null; told: Told; states: string[] }> => {
    const response = await fetch(`${service!.url}/bundles`, { method: "POST", body: writeBundle(items, place.ground.deployment) });
    const told = (await response.json()) as Told;
    return { status: response.status, wait: response.headers.get("retry-after"), told, states: (told.items ?? []).map(({ state }) => state) };
  };
  const get = async (path: string) => (await (await fetch(`${service!.url}${path}`)).json()) as never;
  const stateOf = (item: Item): Promise<Act> => get(`/acts/${itemId(item)}`);
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${service!.url}/metrics`)).text();
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return Number(line?.split(" ").at(-1) ?? 0);
  };
  const settles = async (item: Item, state: string): Promise<Act> => {
    for (let tried = 0; tried < 600; tried++) {
      const told = await stateOf(item);
      if (told.state === state) return told;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${JSON.stringify(await stateOf(item))} never became ${state}`);
  };
  const contracts = () => place.ground.deployment.contracts;
  const profile = (member: number, key: bigint, number = 0n, more = {}): Promise<SignedItem> => signAct(place.ground, member, { to: contracts().memberRegistry, data: profileCall(`p ${key} ${number}`) }, nonceOf(key, number), now, more);
  const balance = () => getBalance(place.ground.client, { address: account.address });

  it("carries what a member signed, for free, and tells its state until it is done", async () => {
    await start();
    const before = await getBalance(place.ground.client, { address: place.addressOf(2) });
    const acts = [await profile(2, 0n), await profile(2, 0n, 1n), await profile(3, 0n)];
    const { status, told, states } = await post(...acts);
    expect([status, states]).to.deep.equal([202, ["queued", "queued", "queued"]]);
    expect(told.items.map(({ id }) => id)).to.deep.equal(acts.map(itemId));
    expect(told.items[0]!.say).to.deep.equal({ zh: "已收下，会代您送出，不用花钱。", en: "Accepted: it will be carried for you, at no cost." });
    for (const act of acts) expect((await settles(act, "done")).tx).to.match(/^0x[0-9a-f]{64}$/);
    const { done, inVain } = await place.log();
    expect([done, inVain]).to.deep.equal([Object.fromEntries(acts.map(({ member, nonce }) => [`${member}:${nonce}`, 1])), 0]);
    expect(await getBalance(place.ground.client, { address: place.addressOf(2) })).to.equal(before);
    // Sent once more, it is known.
    expect(await post(...acts)).to.deep.include({ status: 200, states: ["done", "done", "done"] });
    expect([await metric('relay_items_done_total{by="this"}'), await metric('relay_items_accepted_total{kind="act"}'), await metric("relay_waiting")]).to.deep.equal([3, 3, 0]);
    expect(await metric("relay_gas_used_total")).to.equal(await metric("relay_gas_last_hour"));
    const health = (await get("/health")) as { ok: boolean; registry: string; payer: string; waiting: number };
    expect(health).to.include({ ok: true, registry: contracts().memberRegistry, payer: account.address, waiting: 0 });
  });

  it("accepts nothing that is not signed or cannot be done, and says of each why", async () => {
    await start();
    const good = await profile(2, 0n);
    const bad = [{ ...good, notAfter: good.notAfter - 1 }, await profile(3, 0n, 0n, { notBefore: now - 9 * DAY, notAfter: now - DAY }), await profile(4, 0n, 5n), await profile(5, 0n, 0n, { notBefore: now + 2 * 3_600 }), await profile(6, 0n, 0n, { data: "0x12345678" })];
    const turned = await post(...bad);
    expect([turned.status, new Set(turned.states)]).to.deep.equal([422, new Set(["unaccepted"])]);
    for (const [at, what] of ["did not sign", "has expired", "number 0 of the same series must come first", "only from", "cannot be read here"].entries()) expect(turned.told.items[at]!.say.en).to.contain(what);
    // A spoilt copy does not stand in the true one's way.
    expect((await post({ ...good, signature: `0x${"11".repeat(65)}` })).status).to.equal(422);
    expect((await post(good)).status).to.equal(202);
    await settles(good, "done");
    const nothing = await fetch(`${service!.url}/bundles`, { method: "POST", body: "hello" });
    expect([nothing.status, ((await nothing.json()) as { say: { zh: string } }).say.zh.includes("没有收下")]).to.deep.equal([422, true]);
    expect((await fetch(`${service!.url}/acts/${zeroHash}`)).status).to.equal(404);
    expect(await metric('relay_items_turned_away_total{reason="unfit"}')).to.equal(6);
  });

  it("pays nothing for what the chain would refuse, and passes its reason on", async () => {
    await start();
    const before = await balance();
    const data = encodeFunctionData({ abi: contributionLedgerAbi, functionName: "attest", args: [3, `0x${"cd".repeat(32)}`, 1] });
    const act = await signAct(place.ground, 2, { to: contracts().contributionLedger, data }, 0n, now);
    const costly = await signAct(place.ground, 3, { to: contracts().memberRegistry, data: profileCall("x".repeat(9_000)) }, 0n, now);
    await stop();
    await start({ gasPerAct: 60_000 });
    expect((await post(act, costly)).status).to.equal(202);
    const { say, tx } = await settles(act, "refused");
    expect(tx).to.equal(null);
    expect(say.en).to.not.contain("gas");
    expect(say.zh.length).to.be.greaterThan(5);
    expect((await settles(costly, "refused")).say.en).to.contain("too little gas");
    expect(await balance()).to.equal(before);
    expect([await metric('relay_items_refused_total{by="rehearsal"}'), await metric("relay_gas_used_total")]).to.deep.equal([2, 0]);
    // It may be sent again, and is tried anew.
    expect((await post(act)).states).to.deep.equal(["queued"]);
    await settles(act, "refused");
  });

  it("gives each member so many an hour, says when to come again, and remembers it when started anew", async () => {
    await start({ perMember: 3 });
    const acts = await Promise.all([0n, 1n, 2n, 3n].map((key) => profile(2, key)));
    const { status, states, told } = await post(...acts);
    expect([status, states]).to.deep.equal([202, ["queued", "queued", "queued", "unaccepted"]]);
    expect(told.items[3]!.say.en).to.contain("At most 3 items of a member");
    const turned = await post(acts[3]!);
    expect(turned.status).to.equal(429);
    expect(Number(turned.wait)).to.be.within(3_000, 3_600);
    expect(turned.told.items[0]!.say.zh).to.contain("一小时至多代送3份").and.to.contain("自己发送");
    expect((await post(await profile(3, 0n))).status).to.equal(202);
    for (const act of acts.slice(0, 3)) await settles(act, "done");
    await stop();
    await start({ perMember: 3 });
    expect((await post(acts[3]!)).status).to.equal(429);
    await stop();
    await start({ perMember: 4 });
    expect((await post(acts[3]!)).status).to.equal(202);
    // A stranger who spoils signatures uses up nobody's.
    expect((await post({ ...(await profile(4, 0n)), signature: `0x${"22".repeat(65)}` })).status).to.equal(422);
    expect((await post(...(await Promise.all([0n, 1n, 2n, 3n].map((key) => profile(4, key)))))).states).to.deep.equal(["queued", "queued", "queued", "queued"]);
  });

  it("holds so many and no more, whoever sends them", async () => {
    await place.ground.ask("evm_setAutomine", false);
    await start({ mostWaiting: 2 });
    const acts = await Promise.all([2, 3, 4].map((member) => profile(member, 0n)));
    expect((await post(...acts)).states).to.deep.equal(["queued", "queued", "unaccepted"]);
    const full = await post(acts[2]!);
    expect([full.status, full.wait, full.told.items[0]!.say.en.startsWith("The queue is full")]).to.deep.equal([429, "30", true]);
    expect((await post(acts[0]!)).status).to.equal(200);
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    for (const act of acts.slice(0, 2)) await settles(act, "done");
    expect((await post(acts[2]!)).status).to.equal(202);
  });

  it("spends so much gas an hour, counts on when started anew, and keeps what waits", async () => {
    await start({ gasPerHour: 260_000, perLot: 1 });
    const acts = await Promise.all([2, 3, 4, 5, 6].map((member) => profile(member, 0n)));
    expect((await post(...acts)).status).to.equal(202);
    await settles(acts[0]!, "done");
    for (let tried = 0; ((await get("/health")) as { say: { en: string } }).say.en !== "The gas of this hour is used up; what was accepted waits."; tried++) {
      expect(tried).to.be.lessThan(200);
      await new Promise((done) => setTimeout(done, 50));
    }
    const health = (await get("/health")) as { ok: boolean; waiting: number; gasThisHour: number };
    expect(health.ok).to.equal(true);
    expect(health.waiting).to.be.within(1, 4);
    expect(health.gasThisHour).to.be.within(40_000, 260_000);
    await stop();
    await start({ gasPerHour: 260_000, perLot: 1 });
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await get("/health")).to.include({ waiting: health.waiting, gasThisHour: health.gasThisHour });
    await stop();
    await start();
    for (const act of acts) await settles(act, "done");
  });

  it("waits while gas costs more than it may pay, and while it has no money", async () => {
    await start({ mostWei: 1n });
    const act = await profile(2, 0n);
    await post(act);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(((await get("/health")) as { say: { en: string } }).say.en).to.contain("Gas costs too much");
    expect((await stateOf(act)).state).to.equal("queued");
    await stop();
    await place.ground.ask("hardhat_setBalance", account.address, "0x0");
    await start();
    await new Promise((done) => setTimeout(done, 1_500));
    const response = await fetch(`${service!.url}/health`);
    expect([response.status, ((await response.json()) as { say: { zh: string } }).say.zh.includes("没有钱")]).to.deep.equal([503, true]);
    await place.ground.ask("hardhat_setBalance", account.address, "0x56bc75e2d63100000");
    await stop();
    await start();
    await settles(act, "done");
  });

  it("goes on where it was when it was ended with a transaction under way, and does nothing twice", async () => {
    await start({ perLot: 2 });
    const acts = await Promise.all([2, 3, 4, 5].map((member) => profile(member, 0n)));
    await place.ground.ask("evm_setAutomine", false);
    expect((await post(...acts)).status).to.equal(202);
    await settles(acts[0]!, "sent");
    // As a kill would leave it: the journal as it is, with a line that was cut off.
    const journal = readdirSync(place.path("state")).find((file) => file.endsWith(".journal"))!;
    const ending = service!.close();
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    await ending;
    service = null;
    appendFileSync(place.path(`state/${journal}`), '{"is":"accep');
    await start();
    for (const act of acts) await settles(act, "done");
    const { done, inVain } = await place.log();
    expect([Object.values(done), inVain]).to.deep.equal([[1, 1, 1, 1], 0]);
  });

  it("carries again what the chain forgot, though it had said that it was done", async () => {
    const bottom = await place.ground.ask("evm_snapshot");
    await start();
    const act = await profile(2, 0n);
    await post(act);
    const { tx } = await settles(act, "done");
    expect((await post(act)).told.items[0]).to.include({ state: "done", tx });
    await place.ground.ask("evm_revert", bottom);
    await place.ground.ask("evm_mine");
    await new Promise((done) => setTimeout(done, 2_500));
    expect((await post(act)).states).to.deep.equal(["queued"]);
    await settles(act, "done");
    expect((await place.log()).done).to.deep.equal({ [`2:${act.nonce}`]: 1 });
  });

  it("knows in which transaction it carried what it had not told of when it was killed", async () => {
    await start();
    const act = await profile(2, 0n);
    await post(act);
    const { tx } = await settles(act, "done");
    await stop();
    const journal = place.path(`state/${readdirSync(place.path("state")).find((file) => file.endsWith(".journal"))!}`);
    const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
    expect(lines.at(-1)).to.contain('"is":"concluded"');
    writeFileSync(journal, lines.slice(0, -1).map((line) => `${line}\n`).join(""));
    await start();
    expect((await settles(act, "done")).tx).to.equal(tx);
    expect((await place.log()).done).to.deep.equal({ [`2:${act.nonce}`]: 1 });
  });

  it("says that it is done where the member sent it himself meanwhile", async () => {
    await start({ mostWei: 1n });
    const act = await profile(2, 0n);
    await post(act);
    place.bundles("own.coop.json", [act]);
    expect((await place.coop("relay", "own.coop.json")).exit).to.equal(0);
    const before = await balance();
    await stop();
    await start();
    const { tx, say } = await settles(act, "done");
    expect([tx, say.en.includes("was done already")]).to.deep.equal([null, true]);
    expect(await balance()).to.equal(before);
  });

  it("takes a person in by application and vouches that come together", async () => {
    await start();
    const key = generatePrivateKey();
    const applicant = privateKeyToAccount(key).address;
    const terms = { applicant, profileDigest: zeroHash, profileUri: "", expires: now + 7 * DAY } as const;
    const application: Item = { kind: "application", ...terms, signature: await place.signs(key, "Application", terms) };
    const vouches = await Promise.all(
      [2, 3].map(async (sponsor): Promise<Item> => {
        const vouch = { applicant, joinCount: 0, sponsor, keyEpoch: 0, expires: now + 7 * DAY };
        return { kind: "vouch", ...vouch, signature: await place.signs(place.keyOf(sponsor), "Vouch", vouch) };
      }),
    );
    const lacking = await post(application, vouches[0]!);
    expect([lacking.status, lacking.told.items[0]!.say.en.includes("1 vouch of a member is missing")]).to.deep.equal([422, true]);
    expect((await post(application, ...vouches)).status).to.equal(202);
    await settles(application, "done");
    expect((await place.ground.read()).ledger.people.byKey.has(applicant.toLowerCase())).to.equal(true);
  });

  it("asks a contract wallet before it accepts, so that nobody uses up its quota", async () => {
    await start();
    const act = { ...(await profile(8, 0n)), signature: "0x1234" as Hex };
    await place.beneath(8, DENIES);
    const denied = await post(act);
    expect([denied.status, denied.told.items[0]!.say.en.includes("says that it did not sign")]).to.deep.equal([422, true]);
    await place.beneath(8, AGREES);
    expect((await post(act)).status).to.equal(202);
    await settles(act, "done");
  });

  it("refuses to start beside another on the same folder, on a port that is taken, or with limits that are none", async () => {
    const journal = `${contracts().memberRegistry.toLowerCase()}.journal`;
    mkdirSync(place.path("theirs"));
    writeFileSync(place.path(`theirs/31337-${journal}.lock`), "1");
    const serve = (...args: string[]) => place.coop("relay", "--serve", ...args);
    const wrongs: readonly (readonly [readonly string[], number, string])[] = [
      [["--state", "theirs", "--port", "0"], 1, "Two must not share an account"],
      [["--state", "own", "--port", new URL(place.ground.url).port], 1, "What was accepted before is not lost."],
      [["--port", "70000"], 2, "--port: must be a whole number from 0 to 65535"],
      [["--per-member", "0"], 2, "--per-member: must be a whole number"],
      [["--gas-per-hour", "many"], 2, "--gas-per-hour: must be a whole number"],
      [["--host", "a b"], 2, "--host: must be an address of this machine"],
    ];
    for (const [args, wanted, why] of wrongs) {
      const { exit, stderr, stdout } = await serve(...args);
      expect([exit, stdout], args.join(" ")).to.deep.equal([wanted, ""]);
      expect(stderr).to.contain(why);
      expect((await serve(...args, "--lang", "zh")).stderr).to.match(/[一-鿿]/);
    }
  });

  it("carries what waits for another member's act once that is done", async () => {
    await start();
    const record = await signAct(place.ground, 2, { to: contracts().contributionLedger, data: recordCall("early", now) }, 0n, now);
    const enrol = encodeFunctionData({ abi: contributionLedgerAbi, functionName: "enrol", args: [1] });
    expect((await post(record)).status).to.equal(202);
    await post(...(await Promise.all([3, 4].map((member) => signAct(place.ground, member, { to: contracts().contributionLedger, data: enrol }, 0n, now)))));
    await settles(record, "done");
  });
});
