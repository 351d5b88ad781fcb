import { FunctionFragment, Interface, type ParamType, type Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../record.ts";
import { ACTS, isOpen, REFUSALS, type Whose } from "./acts.ts";
import { anyValue, refusalOf } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { findOrder, type RealOrder } from "./orders.ts";

/** Nodes are asked so much at once. */
const AT_ONCE = 50;

/** Whose acts may be a member's. */
const MEMBERS: ReadonlySet<Whose> = new Set(["member", "ballot", "party"]);

const changing = (step: StepName): FunctionFragment[] =>
  new Interface(readArtifact(step).abi).fragments.filter((fragment): fragment is FunctionFragment => FunctionFragment.isFragment(fragment) && !["view", "pure"].includes(fragment.stateMutability));

/**
 * Every function that may change something, called from every one of `callers`: refused, unless it is anyone's by its name, or does
 * something with the caller's own alone. What parties of an order do is tried on a real one, where there is any. Nothing is sent.
 * `isMember` tells for whom a member's own act may go through.
 */
export async function findOpenDoors(provider: Provider, record: DeploymentRecord, callers: readonly string[], isMember: (address: string) => boolean): Promise<Finding> {
  const { contracts } = record;
  const faults: Both[] = [];
  const calls: (() => Promise<void>)[] = [];
  const real = await findOrder(provider, record, callers);
  for (const { name: step, contract } of STEPS)
    for (const fragment of changing(step)) {
      const whose = ACTS[step][fragment.name];
      if (whose === undefined) faults.push(tell(`${contract}.${fragment.name}可以改动东西，而这里没有写它归谁。`, `${contract}.${fragment.name} may change something, and nobody here knows whose act it is.`));
      if (whose === undefined || isOpen(whose)) continue;
      const data = new Interface([fragment]).encodeFunctionData(fragment, fragment.inputs.map((input) => ofOrder(input, real) ?? anyValue(input)));
      const refused = real !== null && whose === "party" ? /^NotYourOrder$/ : REFUSALS[whose];
      for (const from of callers) {
        if (MEMBERS.has(whose) && isMember(from)) continue;
        calls.push(async () => {
          const refusal = await refusalOf(provider, { from, to: contracts[step], data });
          if (refusal !== null && refused.test(refusal)) return;
          const how: Both = refusal === null ? { zh: "没有拒绝", en: "is not refused" } : { zh: `以“${refusal}”拒绝`, en: `is refused with “${refusal}”` };
          faults.push(tell(`${contract}.${fragment.name}由${from}调用时${how.zh}；应当因为调用者是谁而拒绝。`, `${contract}.${fragment.name}, called by ${from}, ${how.en}; it should be refused for who calls.`));
        });
      }
    }
  await allOf(calls);
  return { looked: calls.length, faults };
}

/** An order's terms, where a function of the market asks for them. */
function ofOrder({ name, baseType }: ParamType, real: RealOrder | null): unknown {
  if (baseType !== "tuple" || real === null) return undefined;
  return name === "order" ? real.order : name === "offer" ? real.offer : undefined;
}

/** Runs many questions, so many at once. */
export async function allOf(calls: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < calls.length; at += AT_ONCE) await Promise.all(calls.slice(at, at + AT_ONCE).map((call) => call()));
}
