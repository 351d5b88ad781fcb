import type { Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { type Place, readArtifact } from "../artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../record.ts";
import type { Finding } from "./finding.ts";

/** They keep the first second to themselves, where no view tells it; every other contract asks Parameters. */
const OWN_CLOCKS: ReadonlySet<StepName> = new Set(["memberRegistry", "projectRegistry", "contributionLedger", "shareLedger", "surplusPool", "market"]);
/** Under EIP-7702 the code of a person's own address: the key behind it goes on ruling there. */
const DELEGATION = "0xef0100";

/** Code that is ours byte by byte, but for the places that each constructor fills. */
export async function findCodeFaults(provider: Provider, { contracts }: DeploymentRecord): Promise<Finding> {
  const faults: Both[] = [];
  for (const { name, contract } of STEPS) {
    const at = contracts[name];
    const code = await provider.getCode(at);
    const { deployedBytecode, immutables } = readArtifact(name);
    if (code === "0x") faults.push(tell(`${at}处没有代码，那里应当是${contract}。`, `No code stands at ${at}, where ${contract} should be.`));
    else if (code.startsWith(DELEGATION)) faults.push(tell(`${at}是某人的钥匙借用了别处的代码，那里应当是${contract}。`, `${at} is a person's key that borrows code from elsewhere, and ${contract} should be there.`));
    else if (blank(code, immutables.flat()) !== blank(deployedBytecode, immutables.flat()))
      faults.push(tell(`${at}处的代码不是这里编译出来的${contract}。`, `The code at ${at} is not that of ${contract} as compiled here.`));
  }
  return { looked: STEPS.length, faults };
}

/** Every contract counts from the same first second. The audit compares all that constructors fixed; this needs no compiler's output. */
export async function findClockFaults(provider: Provider, { contracts, genesis }: DeploymentRecord): Promise<Finding> {
  const faults: Both[] = [];
  for (const { name, contract } of STEPS) {
    if (!OWN_CLOCKS.has(name)) continue;
    const code = await provider.getCode(contracts[name]);
    if (readArtifact(name).immutables.some((places) => BigInt(wordAt(code, places[0]!)) === BigInt(genesis))) continue;
    faults.push(tell(`${contract}不是从${genesis}这一秒起算的。`, `${contract} counts epochs from another second than ${genesis}.`));
  }
  return { looked: OWN_CLOCKS.size, faults };
}

/** The bytes at a place of deployed code, as hexadecimal digits. */
export const wordAt = (code: string, { start, length }: Place): string => `0x${code.slice(2 + 2 * start, 2 + 2 * (start + length))}`;

function blank(code: string, places: readonly Place[]): string {
  const bytes = Buffer.from(code.slice(2), "hex");
  for (const { start, length } of places) bytes.fill(0, start, start + length);
  return bytes.toString("hex");
}
