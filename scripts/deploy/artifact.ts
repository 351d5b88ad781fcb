import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InterfaceAbi } from "ethers";
import { root } from "../lib/files.ts";
import { STEPS, type StepName } from "./record.ts";

/** A span of bytes in deployed code. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** A compiled contract. `immutables`: places in `deployedBytecode` that its constructor fills, by variable. */
export interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly immutables: readonly (readonly Place[])[];
}

interface ArtifactFile extends Omit<Artifact, "immutables"> {
  readonly immutableReferences?: Readonly<Record<string, readonly Place[]>>;
  readonly buildInfoId: string;
}

/** Reads what the compiler made of a contract. Throws, with the remedy, where it was not compiled. */
export function readArtifact(step: StepName): Artifact {
  return toArtifact(readFile(step));
}

/** Reads what the compiler made of a contract that is no part of a cooperative, such as the token to practise with. */
export function readArtifactOf(folder: string, contract: string): Artifact {
  return toArtifact(readFileOf(folder, contract));
}

const toArtifact = ({ abi, bytecode, deployedBytecode, immutableReferences }: ArtifactFile): Artifact => ({ abi, bytecode, deployedBytecode, immutables: Object.values(immutableReferences ?? {}) });

/** An immutable variable of a contract: what the source calls it, and its places. */
export interface Immutable {
  readonly name: string;
  readonly places: readonly Place[];
}

/** The compiler's outputs are large, and named by what went into them. */
const named = new Map<string, readonly Immutable[]>();

/** The contract's immutable variables by the names in the source. Reads the compiler's whole output; throws as readArtifact does. */
export function readImmutables(step: StepName): readonly Immutable[] {
  const { immutableReferences = {}, buildInfoId } = readFile(step);
  if (Object.keys(immutableReferences).length === 0) return [];
  const known = named.get(`${buildInfoId} ${step}`);
  if (known) return known;
  const file = join(root, `artifacts/build-info/${buildInfoId}.output.json`);
  const { output } = JSON.parse(readText(file, STEPS.find(({ name }) => name === step)!.contract)) as { output: { sources: Record<string, { ast: unknown }> } };
  const names = new Map<string, string>();
  for (const { ast } of Object.values(output.sources)) collectNames(ast, immutableReferences, names);
  const made = Object.entries(immutableReferences).map(([id, places]) => ({ name: names.get(id) ?? id, places }));
  named.set(`${buildInfoId} ${step}`, made);
  return made;
}

function collectNames(node: unknown, wanted: object, names: Map<string, string>): void {
  if (typeof node !== "object" || node === null) return;
  const { nodeType, id, name } = node as { nodeType?: unknown; id?: unknown; name?: unknown };
  if (nodeType === "VariableDeclaration" && String(id) in wanted) names.set(String(id), String(name));
  for (const part of Object.values(node)) collectNames(part, wanted, names);
}

function readFile(step: StepName): ArtifactFile {
  const { contract, folder } = STEPS.find(({ name }) => name === step)!;
  return readFileOf(folder, contract);
}

const readFileOf = (folder: string, contract: string): ArtifactFile => JSON.parse(readText(join(root, `artifacts/contracts/${folder}/${contract}.sol/${contract}.json`), contract)) as ArtifactFile;

function readText(file: string, contract: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${contract} is not compiled yet. Run: npm run x -- hardhat build`);
  }
}
