// Measures recording, answering and drawing among few and among a hundred thousand who attest.
import { id } from "ethers";
import { grows } from "./flat.ts";
import { placeOfEntry } from "./storage.ts";
import { CHARTER, EPOCH, type Place, settle } from "./place.ts";
import { word } from "./grow.ts";

/** So many are seated, and all of them attest. From fifty seated on it is asked who vouched for whom: fewer would be another act. */
export const CROWDS = [60, 1_000, 100_000] as const;
const PROJECT = 1;
/** The largest budget there is, so that a hundred-thousandth of it still pays for an answer. Micro-units. */
const LARGEST = { ...CHARTER, budget: (1n << 48n) - 1n };
const MOST_SLOTS = 64n;
/** Of a season: epoch 32 | enrolled 32 | next 32 bits. */
const COUNTS = (1n << 96n) - 1n;

/** Writes that so many attest in the project, now and in the next epoch, as if each had enrolled. `truly`: how many did. */
async function crowd({ provider, record }: Place, truly: number, total: number): Promise<void> {
  const ledger = record.contracts.contributionLedger;
  for (let slot = 0n; slot < MOST_SLOTS; slot++) {
    const place = word(placeOfEntry(BigInt(PROJECT), slot));
    const season = BigInt((await provider.request({ method: "eth_getStorageAt", params: [ledger, place, "latest"] })) as string);
    if ((season & COUNTS) !== (1n | (BigInt(truly) << 32n))) continue;
    const all = BigInt(total) | (BigInt(total) << 32n);
    await provider.request({ method: "hardhat_setStorageAt", params: [ledger, place, word((season & ~(COUNTS & ~0xffffffffn)) | (all << 32n))] });
    return;
  }
  throw new Error("The ledger keeps its seasons elsewhere now: scripts/gas/flatWork.ts must follow it.");
}

/** A record of six by one, answered by two; as many gas figures. */
export async function work(place: Place, by: number, attesters: readonly number[], name: string): Promise<{ evidence: string; gas: bigint[] }> {
  const evidence = id(name);
  const occurredAt = (await place.wallet(by).provider!.getBlock("latest"))!.timestamp;
  const report = { project: PROJECT, kind: 0, quantity: 6n, evidence, occurredAt, split: [], uri: "" };
  const gas = [await place.cost(place.as(by, "contributionLedger").getFunction("record")(report))];
  for (const attester of attesters) gas.push(await place.cost(place.as(attester, "contributionLedger").getFunction("attest")(by, evidence, 6)));
  return { evidence, gas };
}

/** Gas by act, in the order of `CROWDS`. */
export async function measureCrowds(): Promise<Record<string, bigint[]>> {
  const rows: Record<string, bigint[]> = {};
  for (const size of CROWDS) {
    const [near, far] = [size - 1, size];
    const place = await settle(size, [4, 5, 6, 7, near, far], { charter: LARGEST, steps: false });
    const enrolled = [4, 5, 6, 7, far];
    for (const member of enrolled) await place.cost(place.as(member, "contributionLedger").getFunction("enrol")(PROJECT));
    await crowd(place, enrolled.length, size);
    await work(place, near, [4, far], "their first");
    const { evidence, gas } = await work(place, near, [4, far], "measured");
    gas.push(await place.cost(place.as(5, "challenges").getFunction("challenge")(near, evidence)));
    gas.push(await place.cost(place.as(6, "challenges").getFunction("answer")(near, evidence, 10)));
    await place.wait(3 * EPOCH);
    gas.push(await place.cost(place.as(7, "shareLedger").getFunction("close")(PROJECT, 1)));
    gas.push(await place.cost(place.as(7, "shareLedger").getFunction("draw")(PROJECT, near, [1])));
    const acts = ["record a contribution", "attest, the first of two answers", "attest, the last: seals and credits", "challenge", "answer a second round", "close an epoch", "draw a first lot"];
    acts.forEach((act, place_) => void (rows[act] ??= []).push(gas[place_]!));
  }
  return rows;
}

/** The acts that cost more among many, in words. */
export const growing = (rows: Readonly<Record<string, readonly bigint[]>>, sizes: readonly number[]): string[] =>
  Object.entries(rows).flatMap(([act, used]) => (grows(used) ? [`${act}: ${used.join(", ")} among ${sizes.join(", ")}`] : []));
