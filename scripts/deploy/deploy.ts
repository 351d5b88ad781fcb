import { ContractFactory, id, type Provider, type Signer } from "ethers";
import { readArtifact } from "./artifact.ts";
import { checkCharters } from "./charter.ts";
import { checkDeployment } from "./check.ts";
import { checkConsents } from "./consents.ts";
import { predictAddresses, type Charter, type Founder } from "./founding.ts";
import { STEPS, type Addresses, type DeploymentRecord, type StepName } from "./record.ts";

/** What is to be deployed, and by whom. */
export interface DeployOptions {
  /** Sends one transaction a contract and has no power afterwards. Needs a provider. */
  readonly deployer: Signer;
  readonly name: string;
  readonly practice: boolean;
  readonly founders: readonly Founder[];
  /** keccak256 of the founding document that the founders signed. */
  readonly founding: string;
  /** Project 0, the cooperative itself, first. */
  readonly charters: readonly Charter[];
  /**
   * The deployer's nonce at the first contract, on which the consents rest. Left out: the next one. Given for a
   * deployment that was interrupted: it goes on where it stopped.
   */
  readonly nonce?: number;
  /** Called before each contract is sent; `step` counts from 1. A practice network sets its clock here. */
  readonly onStep?: (step: number, of: number, name: StepName) => void | Promise<void>;
}

/** A deployment that stopped half-way. Everything before `step` stands and is used again. */
export class DeploymentInterrupted extends Error {
  readonly step: number;
  readonly nonce: number;
  readonly standing: Partial<Addresses>;
  constructor(step: number, nonce: number, addresses: Addresses, cause: unknown) {
    const done = STEPS.slice(0, step - 1).map(({ name }) => name);
    const where = done.length === 0 ? "Nothing was deployed." : `These stand and are used again: ${done.map((name) => `${name} ${addresses[name]}`).join(", ")}.`;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Deployment stopped at step ${step} of ${STEPS.length} (${STEPS[step - 1]!.name}): ${reason}\n${where}\nRun it again with nonce ${nonce}: it goes on at step ${step}.`, { cause });
    this.step = step;
    this.nonce = nonce;
    this.standing = Object.fromEntries(done.map((name) => [name, addresses[name]]));
  }
}

/**
 * Deploys the cooperative and checks that every contract knows the others. The governor comes last; from
 * its first block on the members' vote, and nothing else, can change anything, the deployer least of all.
 * Throws Error before anything is sent where the charters, the consents or the nonce do not fit, DeploymentInterrupted where a step fails,
 * and DeploymentFault where what stands is not what was asked for.
 */
export async function deploy(options: DeployOptions): Promise<DeploymentRecord> {
  const { deployer, founders, founding, charters } = options;
  const provider = deployer.provider;
  if (!provider) throw new Error("The deployer is connected to no chain.");
  const from = await deployer.getAddress();
  const next = await provider.getTransactionCount(from, "pending");
  const nonce = options.nonce ?? next;
  const contracts = predictAddresses(from, nonce);
  const chainId = Number((await provider.getNetwork()).chainId);
  const done = await countStanding(provider, contracts, nonce, next);
  checkCharters(charters, founders.length);
  const agreed = { chainId, registry: contracts.memberRegistry, keys: founders.map(({ key }) => key), founding };
  if (done <= STEPS.findIndex(({ name }) => name === "memberRegistry")) await checkConsents(provider, agreed, founders);

  const given: Record<StepName, readonly unknown[]> = {
    timelock: [contracts.governor],
    parameters: [contracts.timelock],
    memberRegistry: [founders, founding, contracts.parameters, contracts.guardians, contracts.relay],
    guardians: [contracts.memberRegistry, contracts.parameters, contracts.relay],
    relay: [contracts.memberRegistry],
    projectRegistry: [contracts.memberRegistry, contracts.projectReviews, contracts.parameters, contracts.relay, charters],
    projectReviews: [contracts.memberRegistry, contracts.projectRegistry, contracts.parameters, contracts.relay],
    contributionLedger: [contracts.memberRegistry, contracts.projectRegistry, contracts.parameters, contracts.challenges, contracts.relay],
    challenges: [contracts.memberRegistry, contracts.contributionLedger, contracts.parameters, contracts.relay],
    shareLedger: [contracts.memberRegistry, contracts.contributionLedger, contracts.parameters],
    surplusPool: [contracts.memberRegistry, contracts.projectRegistry, contracts.shareLedger, contracts.parameters, contracts.market, contracts.commonsPool, contracts.relay],
    market: [contracts.memberRegistry, contracts.projectRegistry, contracts.parameters, contracts.surplusPool, contracts.relay],
    commonsPool: [contracts.surplusPool, contracts.parameters],
    governor: [contracts.timelock, contracts.parameters, contracts.memberRegistry, contracts.projectRegistry, contracts.surplusPool, contracts.commonsPool, contracts.relay],
  };
  let firstBlock: number | undefined;
  for (const [place, { name }] of STEPS.entries()) {
    if (place < done) continue;
    try {
      await options.onStep?.(place + 1, STEPS.length, name);
      const { abi, bytecode } = readArtifact(name);
      const made = await new ContractFactory(abi, bytecode, deployer).deploy(...given[name], { nonce: nonce + place });
      const receipt = await made.deploymentTransaction()!.wait();
      if (place === 0) firstBlock = receipt!.blockNumber;
    } catch (cause) {
      throw new DeploymentInterrupted(place + 1, nonce, contracts, cause);
    }
  }
  const record = await describe(provider, options, chainId, contracts, firstBlock);
  await checkDeployment(provider, record, { founding, founders, charters });
  return record;
}

/** How many of the contracts an earlier attempt left standing. Throws where the nonce was used for something else. */
async function countStanding(provider: Provider, contracts: Addresses, nonce: number, next: number): Promise<number> {
  const done = next - nonce;
  if (done < 0) throw new Error(`The deployer's next nonce is ${next}, and the deployment begins at ${nonce}. Nothing was sent.`);
  for (const { name } of STEPS.slice(0, done)) {
    if ((await provider.getCode(contracts[name])) !== "0x") continue;
    throw new Error(`The deployer's nonces from ${nonce} on were used for something else (${name} does not stand at ${contracts[name]}). The founders must sign for a new nonce, ${next} or later. Nothing was sent.`);
  }
  if (done > STEPS.length) throw new Error(`All ${STEPS.length} contracts of nonce ${nonce} stand already, and the deployer went on to ${next}. Nothing was sent.`);
  return done;
}

async function describe(provider: Provider, { name, practice }: DeployOptions, chainId: number, contracts: Addresses, firstBlock?: number): Promise<DeploymentRecord> {
  const genesisBlock = firstBlock ?? (await findFirstBlock(provider, contracts.timelock));
  const block = await provider.getBlock(genesisBlock);
  const genesis = Number(BigInt(await provider.call({ to: contracts.parameters, data: id("genesis()").slice(0, 10) })));
  return { name, chainId, genesisBlock, genesisHash: block!.hash!, genesis, practice, contracts };
}

/** The block in which a contract was deployed, by halving: needs a node that keeps old states. */
async function findFirstBlock(provider: Provider, address: string): Promise<number> {
  let [low, high] = [0, await provider.getBlockNumber()];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await provider.getCode(address, middle)) === "0x") low = middle + 1;
    else high = middle;
  }
  return low;
}
