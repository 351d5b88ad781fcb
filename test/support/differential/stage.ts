// A cooperative of the real contracts, in which one contract speaks for every key, so that a hundred acts fit one transaction.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { id, Wallet, ZeroHash } from "ethers";
import { network } from "hardhat";
import { deploy } from "../../../scripts/deploy/deploy.ts";
import { predictAddresses, signConsent, type Charter } from "../../../scripts/deploy/founding.ts";
import type { DeploymentRecord } from "../../../scripts/deploy/record.ts";
import { root } from "../../../scripts/lib/files.ts";

export type Connection = Awaited<ReturnType<typeof network.create>>;

/** Who stands where: the rest is as deployed. */
const STANDING_IN = { relay: "Puppeteer", timelock: "Mouth", projectReviews: "EveryStatementIsGood" } as const;

/** A cooperative to play in. */
export interface Stage {
  readonly record: DeploymentRecord;
  readonly provider: Connection["provider"];
  /** The second of its latest block. */
  readonly foundedAt: number;
}

const wallets = new Map<number, Wallet>();
/** The key of a member, or of one who is none yet; 0 is a stranger who never becomes one. */
export function keyOf(member: number): Wallet {
  const known = wallets.get(member) ?? new Wallet(id(`member ${member} of the differential`));
  wallets.set(member, known);
  return known;
}

/** A chain whose blocks and transactions may be as large as they like, and several of them in one second. */
export const openChain = (): Promise<Connection> => network.create({ network: "default", chainType: "l1", override: { blockGasLimit: false, transactionGasCap: false, allowBlocksWithSameTimestamp: true, initialBaseFeePerGas: 1 } });

let codes: Record<string, string> | undefined;
/** What the compiler makes of those who stand in, by name. */
function readCodes(): Record<string, string> {
  if (codes) return codes;
  const file = "test/support/differential/Puppeteer.sol";
  const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };
  const settings = { evmVersion: "prague", optimizer: { enabled: true, runs: 200 }, outputSelection: { "*": { "*": ["evm.deployedBytecode.object"] } } };
  const input = { language: "Solidity", sources: { [file]: { content: readFileSync(join(root, file), "utf8") } }, settings };
  const { contracts } = JSON.parse(solc.compile(JSON.stringify(input))) as { contracts: Record<string, Record<string, { evm: { deployedBytecode: { object: string } } }>> };
  codes = Object.fromEntries(Object.entries(contracts[file]!).map(([name, { evm }]) => [name, `0x${evm.deployedBytecode.object}`]));
  return codes;
}

/** Founds a cooperative of so many on a chain. */
export async function setStage({ ethers, networkHelpers, provider }: Connection, founders: number, charters: readonly Charter[]): Promise<Stage> {
  const [deployer] = await ethers.getSigners();
  const registry = predictAddresses(deployer!.address, await deployer!.getNonce()).memberRegistry;
  const keys = Array.from({ length: founders }, (_, place) => keyOf(place + 1));
  const founding = id("The cooperative of the differential");
  const agreed = { chainId: 31337, registry, keys: keys.map(({ address }) => address), founding };
  const signed = await Promise.all(keys.map(async (key) => ({ key: key.address, profileDigest: ZeroHash, profileUri: "", consent: await signConsent(agreed, key) })));
  const record = await deploy({ deployer: deployer as never, name: "Differential", practice: true, founders: signed, founding, charters });
  const seats = await ethers.getContractAt("MemberRegistry", record.contracts.memberRegistry);
  for (const [name, contract] of Object.entries(STANDING_IN)) await networkHelpers.setCode(record.contracts[name as keyof typeof STANDING_IN], readCodes()[contract]!);
  return { record, provider, foundedAt: Number((await seats.seatOf(1)).seatedFrom) };
}
