import { Contract, getAddress, type Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import type { DeploymentRecord, StepName } from "../record.ts";
import type { Finding } from "./finding.ts";

/** Which contract names which, by the view that says so. The Relay believes itself: a member takes back an act by one that others carry. */
const WIRES: readonly (readonly [StepName, string, StepName])[] = [
  ["parameters", "timelock", "timelock"],
  ["memberRegistry", "relay", "relay"],
  ["memberRegistry", "guardians", "guardians"],
  ["memberRegistry", "parameters", "parameters"],
  ["memberRegistry", "timelock", "timelock"],
  ["guardians", "members", "memberRegistry"],
  ["guardians", "parameters", "parameters"],
  ["guardians", "relay", "relay"],
  ["relay", "members", "memberRegistry"],
  ["relay", "relay", "relay"],
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
  ["surplusPool", "members", "memberRegistry"],
  ["surplusPool", "projects", "projectRegistry"],
  ["surplusPool", "shareLedger", "shareLedger"],
  ["surplusPool", "parameters", "parameters"],
  ["surplusPool", "market", "market"],
  ["surplusPool", "commonsPool", "commonsPool"],
  ["surplusPool", "timelock", "timelock"],
  ["surplusPool", "relay", "relay"],
  ["market", "members", "memberRegistry"],
  ["market", "projects", "projectRegistry"],
  ["market", "parameters", "parameters"],
  ["market", "pool", "surplusPool"],
  ["market", "relay", "relay"],
  ["commonsPool", "pool", "surplusPool"],
  ["commonsPool", "parameters", "parameters"],
  ["commonsPool", "timelock", "timelock"],
  ["governor", "timelock", "timelock"],
  ["governor", "parameters", "parameters"],
  ["governor", "members", "memberRegistry"],
  ["governor", "projects", "projectRegistry"],
  ["governor", "reviews", "projectReviews"],
  ["governor", "surplusPool", "surplusPool"],
  ["governor", "commonsPool", "commonsPool"],
  ["governor", "trustedForwarder", "relay"],
];

/** Every contract names the right others, and one first second. */
export async function findWireFaults(provider: Provider, { contracts, genesis }: DeploymentRecord): Promise<Finding> {
  const asked = WIRES.map(async ([from, view, to]): Promise<Both[]> => {
    const named = String(await new Contract(contracts[from], [`function ${view}() view returns (address)`], provider).getFunction(view)());
    if (getAddress(named) === getAddress(contracts[to])) return [];
    return [tell(`${from}.${view}是${named}，应当是${contracts[to]}。`, `${from}.${view} is ${named} and should be ${contracts[to]}.`)];
  });
  const faults = (await Promise.all(asked)).flat();
  const said = await new Contract(contracts.parameters, ["function genesis() view returns (uint256)"], provider).getFunction("genesis")();
  if (Number(said) !== genesis) faults.push(tell(`第一秒是${said}，而记录写的是${genesis}。`, `The first second is ${said}, and the record says ${genesis}.`));
  return { looked: WIRES.length + 1, faults };
}
