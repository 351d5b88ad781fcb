// A cooperative to measure votes and reviews in: three found it, and it is as large as wanted.
import { Contract, type ContractTransactionReceipt, type ContractTransactionResponse, id, toBeHex, Wallet, ZeroHash } from "ethers";
import { network } from "hardhat";
import { readArtifact } from "../deploy/artifact.ts";
import { deploy } from "../deploy/deploy.ts";
import { predictAddresses, signConsent, type Charter } from "../deploy/founding.ts";
import type { DeploymentRecord, StepName } from "../deploy/record.ts";
import { grow, word } from "./grow.ts";

export const DAY = 86_400;
export const EPOCH = 28 * DAY;
export const UNIT = 1_000_000n;
const FOUNDERS = 3;

/** The terms that a statement proposes, and the founding projects have. */
export const CHARTER: Charter = { statement: id("terms"), uri: "", industry: 1, budget: 100_000n * UNIT, rates: [UNIT, UNIT, UNIT, UNIT], minSurplus: 5, salesCap: 1n, stewards: [1, 2] };

/** A cooperative, and what is needed to act in it and to measure. */
export interface Place {
  readonly record: DeploymentRecord;
  /** Of project 0 and of the one other. */
  readonly charter: Charter;
  readonly provider: Connection["provider"];
  /** A contract as a member calls it. */
  as(member: number, name: StepName): Contract;
  wallet(member: number): Wallet;
  /** Sends a call and says what it cost. */
  cost(call: Promise<ContractTransactionResponse>): Promise<bigint>;
  /** Sends it and gives the receipt. */
  receipt(call: Promise<ContractTransactionResponse>): Promise<ContractTransactionReceipt>;
  wait(seconds: number): Promise<void>;
}

const keyOf = (member: number): Wallet => new Wallet(id(`member ${member} of the gas cooperative`));

/** A chain inside this process. */
export type Connection = Awaited<ReturnType<typeof network.create>>;

/** `given`: a chain, instead of one of its own. `charter`: of both projects. `steps`: whether the total of the seated has a step for each. */
export interface Settling {
  readonly given?: Connection;
  readonly charter?: Charter;
  readonly steps?: boolean;
}

/** Founds a cooperative of `total` seated; those whose numbers are given can act, and 0 is a stranger. An epoch has passed since. */
export async function settle(total: number, acting: readonly number[], { given, charter = CHARTER, steps = true }: Settling = {}): Promise<Place> {
  const { ethers, networkHelpers, provider } = given ?? (await network.create());
  const [deployer] = await ethers.getSigners();
  const wallets = new Map([...new Set([1, 2, 3, ...acting])].map((member) => [member, keyOf(member).connect(ethers.provider as never)]));
  for (const { address } of wallets.values()) await networkHelpers.setBalance(address, 10n ** 20n);

  const founding = id("The gas cooperative");
  const registry = predictAddresses(deployer!.address, await deployer!.getNonce()).memberRegistry;
  const founders = [1, 2, 3].map((member) => wallets.get(member)!);
  const agreed = { chainId: 31337, registry, keys: founders.map(({ address }) => address), founding };
  const signed = await Promise.all(founders.map(async (wallet) => ({ key: wallet.address, profileDigest: ZeroHash, profileUri: "", consent: await signConsent(agreed, wallet) })));
  const record = await deploy({ deployer: deployer as never, name: "Gas", practice: true, founders: signed, founding, charters: [charter, charter] });

  const others = new Map([...wallets].filter(([member]) => member > FOUNDERS).map(([member, { address }]) => [member, address]));
  const storage = {
    read: async (address: string, slot: bigint) => BigInt(await networkHelpers.getStorageAt(address, slot)),
    write: async (address: string, slot: bigint, value: bigint) => void (await provider.request({ method: "hardhat_setStorageAt", params: [address, toBeHex(slot), word(value)] })),
  };
  await grow(storage, registry, founders[0]!.address, FOUNDERS, total, others, steps);
  await networkHelpers.time.increase(EPOCH);

  const wallet = (member: number): Wallet => {
    const found = wallets.get(member);
    if (!found) throw new Error(`Member ${member} does not act here.`);
    return found;
  };
  const receipt = async (call: Promise<ContractTransactionResponse>): Promise<ContractTransactionReceipt> => (await (await call).wait())!;
  return {
    record,
    charter,
    provider,
    as: (member, name) => new Contract(record.contracts[name], readArtifact(name).abi, wallet(member)),
    wallet,
    receipt,
    cost: async (call) => (await receipt(call)).gasUsed,
    wait: async (seconds) => void (await networkHelpers.time.increase(seconds)),
  };
}
