import { FunctionFragment, Interface, type Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../record.ts";
import { POWERS } from "./acts.ts";
import { refusalOf } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { allOf } from "./probe.ts";

const functionsOf = (step: StepName): FunctionFragment[] => new Interface(readArtifact(step).abi).fragments.filter((fragment): fragment is FunctionFragment => FunctionFragment.isFragment(fragment));

/** Selectors that no contract of ours has: a bare call, a token's, a proxy's, a wallet's. */
const FOREIGN = ["0x00000000", "0xa9059cbb", "0x095ea7b3", "0x3659cfe6", "0x4f1ef286", "0xf2fde38b", "0xb61d27f6", "0xffffffff"] as const;

/**
 * The governor's table of powers: proposes, without sending anything, every function of every contract, and each of the listed ones
 * to each wrong contract. What is not listed must be refused by name. `member` proposes; null where nobody may now.
 */
export async function findUnlistedPowers(provider: Provider, { contracts }: DeploymentRecord, member: string | null): Promise<Finding> {
  if (member === null) return { looked: 0, faults: [] };
  const faults: Both[] = [];
  const governor = new Interface(readArtifact("governor").abi);
  const functions = new Map(STEPS.map(({ name }) => [name, functionsOf(name)] as const));
  const listed = new Set(POWERS.map(([step, power]) => `${contracts[step].toLowerCase()} ${functions.get(step)!.find(({ name }) => name === power)!.selector}`));
  const everyFunction = STEPS.flatMap(({ name }) => functions.get(name)!.map(({ selector }) => [contracts[name], selector] as const));
  const targets = [...STEPS.map(({ name }) => contracts[name]), "0x000000000000000000000000000000000000dEaD"];
  const elsewhere = targets.flatMap((target) => [...new Set([...listed].map((power) => power.split(" ")[1]!)), ...FOREIGN].map((selector) => [target, selector] as const));
  const tried = new Map([...everyFunction, ...elsewhere].map(([target, selector]) => [`${target.toLowerCase()} ${selector}`, { target, selector }]));
  await allOf(
    [...tried].map(([power, { target, selector }]) => async () => {
      const data = governor.encodeFunctionData("propose", [[target], [0], [selector], `audit ${power}`]);
      const refused = (await refusalOf(provider, { from: member, to: contracts.governor, data })) === "ActionUnlisted";
      if (refused && listed.has(power)) faults.push(tell(`治理合约不让表决${power}，而它应当可以。`, `The governor refuses a vote on ${power}, and should take it.`));
      if (!refused && !listed.has(power)) faults.push(tell(`治理合约允许表决${power}，而它不在清单里。`, `The governor takes a vote on ${power}, which is not listed.`));
    }),
  );
  return { looked: tried.size, faults };
}
