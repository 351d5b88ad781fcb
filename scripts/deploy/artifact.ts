import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InterfaceAbi } from "ethers";
import { root } from "../lib/files.ts";
import { STEPS, type StepName } from "./record.ts";

/** A compiled contract. `immutables`: places in `deployedBytecode` that its constructor fills, by variable. */
export interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly immutables: readonly (readonly { readonly start: number; readonly length: number }[])[];
}

/** Reads what the compiler made of a contract. Throws, with the remedy, where it was not compiled. */
export function readArtifact(step: StepName): Artifact {
  const { contract, folder } = STEPS.find(({ name }) => name === step)!;
  const file = join(root, `artifacts/contracts/${folder}/${contract}.sol/${contract}.json`);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`${contract} is not compiled yet. Run: npm run x -- hardhat build`);
  }
  const { abi, bytecode, deployedBytecode, immutableReferences } = JSON.parse(text);
  return { abi, bytecode, deployedBytecode, immutables: Object.values(immutableReferences ?? {}) as Artifact["immutables"] };
}
