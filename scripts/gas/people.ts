// What people's own acts cost: joining, changing and recovering keys, and being carried.
import { ContractFactory, type HDNodeWallet, id, Wallet, ZeroHash } from "ethers";
import type { Act, SignedTerms, SignedType } from "#client/people/signing.ts";
import { readArtifact } from "../deploy/artifact.ts";
import { predictAddresses, signConsent } from "../deploy/founding.ts";
import { signTerms } from "../lib/sign.ts";
import { DAY, type Place, settle } from "./place.ts";

type Key = Wallet | HDNodeWallet;

/** A key that nobody holds yet. */
export const strangeKey = (number: number): Wallet => new Wallet(id(`stranger ${number} of the gas cooperative`));

const timeOf = async ({ provider }: Place): Promise<number> => Number(((await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as { timestamp: string }).timestamp);

const sign = <T extends SignedType>({ record }: Place, key: Key, type: T, terms: SignedTerms[T]): Promise<string> => signTerms(record, key, type, terms);

/** Joins a stranger by the vouches of two members; the application names no profile. */
export async function join(place: Place, applicant: Key, sponsors: readonly number[]): Promise<bigint> {
  const expires = (await timeOf(place)) + 7 * DAY;
  const application = { applicant: applicant.address as `0x${string}`, profileDigest: ZeroHash as `0x${string}`, profileUri: "", expires };
  const vouches = await Promise.all(
    sponsors.map(async (sponsor) => {
      const terms = { applicant: application.applicant, joinCount: 0, sponsor, keyEpoch: 0, expires };
      return { sponsor, keyEpoch: 0, expires, signature: await sign(place, place.wallet(sponsor), "Vouch", terms) };
    }),
  );
  const signature = await sign(place, applicant, "Application", application);
  return place.cost(place.as(0, "memberRegistry").getFunction("join")({ ...application, signature }, vouches));
}

/** A member gives the name on to another key. */
export async function rotate(place: Place, member: number, newKey: Key): Promise<bigint> {
  const terms = { member, keyEpoch: 0, newKey: newKey.address as `0x${string}`, expires: (await timeOf(place)) + 7 * DAY };
  return place.cost(place.as(member, "memberRegistry").getFunction("rotate")(terms.newKey, terms.expires, await sign(place, newKey, "KeyConsent", terms)));
}

/** Guardians are named, open a recovery, and it is finished; gives the cost of opening and of finishing. */
export async function recover(place: Place, member: number, guardians: readonly number[], newKey: Key): Promise<{ guard: bigint; open: bigint; finish: bigint }> {
  await place.wait(31 * DAY);
  const expires = (await timeOf(place)) + 7 * DAY;
  const consents = await Promise.all(
    guardians.map(async (number) => {
      const guardian = place.wallet(number).address as `0x${string}`;
      return { guardian, expires, signature: await sign(place, place.wallet(number), "GuardianConsent", { member, guardian, expires }) };
    }),
  );
  const guard = await place.cost(place.as(member, "guardians").getFunction("setGuardians")(consents));
  await place.wait(15 * DAY);
  const terms = { member, opening: 1, newKey: newKey.address as `0x${string}`, expires: (await timeOf(place)) + 7 * DAY };
  const approvals = await Promise.all(
    guardians.slice(0, 2).map(async (number) => {
      const signer = place.wallet(number).address as `0x${string}`;
      return { signer, signature: await sign(place, place.wallet(number), "RecoveryApproval", { ...terms, signer }) };
    }),
  );
  approvals.sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
  const contract = place.as(0, "guardians");
  const open = await place.cost(contract.getFunction("openRecovery")(member, terms.newKey, terms.expires, await sign(place, newKey, "RecoveryConsent", terms), approvals));
  await place.wait(15 * DAY);
  return { guard, open, finish: await place.cost(contract.getFunction("finishRecovery")(member)) };
}

/** Many members change their profile by acts that one carrier brings, the `series`-th of each; gives the gas of each. */
export async function carryAll(place: Place, members: readonly number[], series: number): Promise<bigint> {
  const time = await timeOf(place);
  const { interface: profiles } = place.as(0, "memberRegistry");
  const parcels = await Promise.all(
    members.map(async (member) => {
      const data = profiles.encodeFunctionData("setProfile", [id(`profile ${series} of ${member}`), ""]) as `0x${string}`;
      const act: Act = { member, keyEpoch: 0, to: place.record.contracts.memberRegistry as `0x${string}`, data, nonce: BigInt(series), notBefore: time - DAY, notAfter: time + 7 * DAY };
      return { act, gas: 100_000, signature: short(await sign(place, place.wallet(member), "Act", act)) };
    }),
  );
  return (await place.cost(place.as(0, "relay").getFunction("carryMany")(parcels))) / BigInt(members.length);
}

/** A signature in the 64 bytes of ERC-2098, as the client carries it. */
function short(signature: string): string {
  const parity = BigInt(`0x${signature.slice(130)}`) - 27n;
  const s = BigInt(`0x${signature.slice(66, 130)}`) | (parity << 255n);
  return `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}`;
}

/** What each founder adds to the founding, the mean of three. */
async function founder(place: Place): Promise<bigint> {
  const registry = async (count: number): Promise<bigint> => {
    const deployer = place.wallet(1);
    const nonce = await deployer.getNonce();
    const keys = Array.from({ length: count }, (_, i) => strangeKey(900 + i));
    const { abi, bytecode } = readArtifact("memberRegistry");
    // Where the first contract of this nonce will stand is where the registry will stand.
    const agreed = { chainId: place.record.chainId, registry: predictAddresses(deployer.address, nonce).timelock, keys: keys.map(({ address }) => address), founding: ZeroHash };
    const founders = await Promise.all(keys.map(async (key) => ({ key: key.address, profileDigest: ZeroHash, profileUri: "", consent: await signConsent(agreed, key) })));
    const made = await new ContractFactory(abi, bytecode, deployer).deploy(founders, ZeroHash, place.record.contracts.parameters, deployer.address, deployer.address);
    return (await made.deploymentTransaction()!.wait())!.gasUsed;
  };
  return ((await registry(6)) - (await registry(3))) / 3n;
}

/** Measures what people do, among two hundred. */
export async function measurePeople(): Promise<Record<string, bigint>> {
  const carried = Array.from({ length: 20 }, (_, i) => 20 + i);
  const place = await settle(200, [0, 4, 5, 6, ...carried]);
  const gas: Record<string, bigint> = { join: await founder(place) };
  // The first of a quarter opens its count; a later one is what most pay.
  await join(place, strangeKey(1), [1, 2]);
  const joins = [await join(place, strangeKey(2), [1, 2]), await join(place, strangeKey(3), [2, 3]), await join(place, strangeKey(4), [1, 3])];
  gas.joinWithVouches = joins.reduce((a, b) => a + b) / 3n;
  await place.wait(28 * DAY);
  await place.cost(place.as(0, "memberRegistry").getFunction("takeSeat")(201));
  gas.takeSeat = await place.cost(place.as(0, "memberRegistry").getFunction("takeSeat")(202));
  gas.rotateKey = await rotate(place, 4, strangeKey(10));
  const { guard, open, finish } = await recover(place, 5, [1, 2, 3], strangeKey(11));
  Object.assign(gas, { setGuardians: guard, openRecovery: open, finishRecovery: finish });
  gas.relayFirst20 = await carryAll(place, carried, 0);
  gas.relayBatch20 = await carryAll(place, carried, 1);
  gas.relayOne = await carryAll(place, carried.slice(0, 1), 2);
  return gas;
}
