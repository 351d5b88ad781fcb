// Whether what stands on a chain is the cooperative, whole and without a master.
import { Contract, getAddress, Interface, type Provider, ZeroAddress, ZeroHash } from "ethers";
import { readArtifact } from "./artifact.ts";
import { STEPS, type Addresses, type DeploymentRecord, type StepName } from "./record.ts";

/** What was found to be otherwise than it must be; one sentence each. */
export class DeploymentFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`This deployment cannot be trusted:\n${faults.map((fault) => `- ${fault}`).join("\n")}\nDo not use it; deploy anew.`);
    this.faults = faults;
  }
}

/** Which contract names which, by the view that says so. The Relay is among them. */
const WIRES: readonly (readonly [StepName, string, keyof Addresses])[] = [
  ["parameters", "timelock", "timelock"],
  ["memberRegistry", "relay", "relay"],
  ["memberRegistry", "timelock", "timelock"],
  ["projectRegistry", "members", "memberRegistry"],
  ["projectRegistry", "reviews", "projectReviews"],
  ["projectRegistry", "timelock", "timelock"],
  ["projectRegistry", "relay", "relay"],
  ["projectReviews", "members", "memberRegistry"],
  ["projectReviews", "projects", "projectRegistry"],
  ["projectReviews", "parameters", "parameters"],
  ["projectReviews", "relay", "relay"],
  ["contributionLedger", "members", "memberRegistry"],
  ["contributionLedger", "projects", "projectRegistry"],
  ["contributionLedger", "parameters", "parameters"],
  ["contributionLedger", "challenges", "challenges"],
  ["contributionLedger", "relay", "relay"],
  ["challenges", "members", "memberRegistry"],
  ["challenges", "contributions", "contributionLedger"],
  ["challenges", "parameters", "parameters"],
  ["challenges", "relay", "relay"],
  ["shareLedger", "members", "memberRegistry"],
  ["shareLedger", "contributions", "contributionLedger"],
  ["governor", "timelock", "timelock"],
  ["governor", "parameters", "parameters"],
  ["governor", "members", "memberRegistry"],
  ["governor", "projects", "projectRegistry"],
  ["governor", "reviews", "projectReviews"],
  ["governor", "trustedForwarder", "relay"],
];

/** Checks a deployment against its record, by reading alone. Throws DeploymentFault with all that it found. */
export async function checkDeployment(provider: Provider, record: DeploymentRecord): Promise<void> {
  const faults = await findChainFaults(provider, record);
  if (faults.length === 0) faults.push(...(await findCodeFaults(provider, record)));
  // Views of other code than ours would prove nothing.
  if (faults.length === 0) faults.push(...(await findWireFaults(provider, record)), ...(await findPowers(provider, record)));
  if (faults.length > 0) throw new DeploymentFault(faults);
}

async function findChainFaults(provider: Provider, record: DeploymentRecord): Promise<string[]> {
  const chainId = Number((await provider.getNetwork()).chainId);
  if (chainId !== record.chainId) return [`The chain is ${chainId}, and the record is of ${record.chainId}.`];
  const block = await provider.getBlock(record.genesisBlock);
  if (block?.hash !== record.genesisHash) return [`Block ${record.genesisBlock} is not the record's: the chain was started anew, or is another.`];
  return [];
}

/** They keep the first second to themselves, where no view tells it; every other contract asks Parameters. */
const OWN_CLOCKS: ReadonlySet<StepName> = new Set(["memberRegistry", "projectRegistry", "contributionLedger", "shareLedger"]);

/** Code that is ours byte by byte, but for the places that each constructor fills; and what it filled in. */
async function findCodeFaults(provider: Provider, { contracts, genesis }: DeploymentRecord): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, contract } of STEPS) {
    const code = await provider.getCode(contracts[name]);
    const { deployedBytecode, immutables } = readArtifact(name);
    if (code === "0x") faults.push(`No code stands at ${contracts[name]}, where ${contract} should be.`);
    else if (blank(code, immutables) !== blank(deployedBytecode, immutables)) faults.push(`The code at ${contracts[name]} is not that of ${contract} as compiled here.`);
    else if (OWN_CLOCKS.has(name) && !immutables.some((places) => BigInt(wordAt(code, places[0]!)) === BigInt(genesis)))
      faults.push(`${contract} counts epochs from another second than ${genesis}.`);
  }
  if (contracts.relay !== ZeroAddress && (await provider.getCode(contracts.relay)) === "0x") faults.push(`No code stands at ${contracts.relay}, where the Relay should be.`);
  return faults;
}

const wordAt = (code: string, { start, length }: { start: number; length: number }): string => `0x${code.slice(2 + 2 * start, 2 + 2 * (start + length))}`;

function blank(code: string, immutables: readonly (readonly { start: number; length: number }[])[]): string {
  const bytes = Buffer.from(code.slice(2), "hex");
  for (const { start, length } of immutables.flat()) bytes.fill(0, start, start + length);
  return bytes.toString("hex");
}

async function findWireFaults(provider: Provider, { contracts, genesis }: DeploymentRecord): Promise<string[]> {
  const faults: string[] = [];
  for (const [from, view, to] of WIRES) {
    const named = String(await new Contract(contracts[from], [`function ${view}() view returns (address)`], provider).getFunction(view)());
    if (getAddress(named) !== getAddress(contracts[to])) faults.push(`${from}.${view} is ${named} and should be ${contracts[to]}.`);
  }
  const said = await new Contract(contracts.parameters, ["function genesis() view returns (uint256)"], provider).getFunction("genesis")();
  if (Number(said) !== genesis) faults.push(`The first second is ${said}, and the record says ${genesis}.`);
  return faults;
}

/** All powers of the timelock, from its whole log: nobody but itself administers it, and the governor alone proposes, cancels and executes. */
async function findPowers(provider: Provider, { contracts, genesisBlock }: DeploymentRecord): Promise<string[]> {
  const { abi } = readArtifact("timelock");
  const timelock = new Contract(contracts.timelock, abi, provider);
  const [PROPOSER, EXECUTOR, CANCELLER] = await Promise.all(["PROPOSER_ROLE", "EXECUTOR_ROLE", "CANCELLER_ROLE"].map((view) => timelock.getFunction(view)() as Promise<string>));
  const holders = new Set<string>();
  const reader = new Interface(abi);
  for (const log of await provider.getLogs({ address: contracts.timelock, fromBlock: genesisBlock, toBlock: "latest" })) {
    const event = reader.parseLog(log);
    if (event?.name === "RoleGranted") holders.add(`${event.args[0]} ${event.args[1]}`);
    if (event?.name === "RoleRevoked") holders.delete(`${event.args[0]} ${event.args[1]}`);
  }
  const governor = getAddress(contracts.governor);
  const expected = [`${ZeroHash} ${getAddress(contracts.timelock)}`, ...[PROPOSER, CANCELLER, EXECUTOR].map((role) => `${role} ${governor}`)];
  const faults = expected.filter((holder) => !holders.delete(holder)).map((holder) => `The timelock should grant, and does not: ${holder}.`);
  for (const holder of holders) {
    const [role, account] = holder.split(" ");
    const word = role === PROPOSER ? "proposes to" : role === CANCELLER ? "cancels in" : role === EXECUTOR ? "executes in" : "administers";
    faults.push(`${account} ${word} the timelock; nobody should.`);
  }
  return faults;
}
