import { FunctionFragment, Interface, type Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../record.ts";
import { ACTS, REFUSALS } from "./acts.ts";
import { anyValue, refusalOf } from "./ask.ts";
import type { Finding } from "./finding.ts";

/** Nodes are asked so much at once. */
const AT_ONCE = 50;

const changing = (step: StepName): FunctionFragment[] =>
  new Interface(readArtifact(step).abi).fragments.filter((fragment): fragment is FunctionFragment => FunctionFragment.isFragment(fragment) && !["view", "pure"].includes(fragment.stateMutability));

/**
 * Every function that may change something, called from every one of `callers`: refused, unless it is anyone's by its name. Nothing
 * is sent. `isMember` tells for whom a member's own act may go through.
 */
export async function findOpenDoors(provider: Provider, { contracts }: DeploymentRecord, callers: readonly string[], isMember: (address: string) => boolean): Promise<Finding> {
  const faults: Both[] = [];
  const calls: (() => Promise<void>)[] = [];
  for (const { name: step, contract } of STEPS)
    for (const fragment of changing(step)) {
      const whose = ACTS[step][fragment.name];
      if (whose === undefined) faults.push(tell(`${contract}.${fragment.name}可以改动东西，而这里没有写它归谁。`, `${contract}.${fragment.name} may change something, and nobody here knows whose act it is.`));
      if (whose === undefined || whose === "anyone") continue;
      const data = new Interface([fragment]).encodeFunctionData(fragment, fragment.inputs.map(anyValue));
      for (const from of callers) {
        if ((whose === "member" || whose === "ballot") && isMember(from)) continue;
        calls.push(async () => {
          const refusal = await refusalOf(provider, { from, to: contracts[step], data });
          if (refusal !== null && REFUSALS[whose].test(refusal)) return;
          const how: Both = refusal === null ? { zh: "没有拒绝", en: "is not refused" } : { zh: `以“${refusal}”拒绝`, en: `is refused with “${refusal}”` };
          faults.push(tell(`${contract}.${fragment.name}由${from}调用时${how.zh}；应当因为调用者是谁而拒绝。`, `${contract}.${fragment.name}, called by ${from}, ${how.en}; it should be refused for who calls.`));
        });
      }
    }
  await allOf(calls);
  return { looked: calls.length, faults };
}

/** Runs many questions, so many at once. */
export async function allOf(calls: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < calls.length; at += AT_ONCE) await Promise.all(calls.slice(at, at + AT_ONCE).map((call) => call()));
}
