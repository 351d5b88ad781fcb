import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../lib/files.ts";

/** A node of the compiler's syntax tree, as far as this check reads it. */
export interface Node {
  readonly nodeType: string;
  readonly id: number;
  readonly name?: string;
  readonly memberName?: string;
  readonly names?: readonly string[];
  readonly kind?: string;
  readonly contractKind?: string;
  readonly visibility?: string;
  readonly stateMutability?: string;
  readonly mutability?: string;
  readonly stateVariable?: boolean;
  readonly implemented?: boolean;
  readonly functionSelector?: string;
  readonly referencedDeclaration?: number;
  /** Of an operator that a type defines for itself: the function behind it. */
  readonly function?: number;
  readonly absolutePath?: string;
  readonly baseFunctions?: readonly number[];
  readonly baseModifiers?: readonly number[];
  readonly linearizedBaseContracts?: readonly number[];
  readonly typeDescriptions?: { readonly typeIdentifier?: string };
  readonly expression?: Node;
  readonly operator?: string;
  readonly leftExpression?: Node;
  readonly rightExpression?: Node;
  readonly typeName?: Node;
  readonly functionName?: Node;
}

/** A function that a contract answers to, as its ABI says. */
export interface Door {
  readonly type: string;
  readonly name?: string;
  readonly stateMutability?: string;
}

/** What the compiler says of some sources and of all that they import, by file. */
export interface Compiled {
  readonly trees: Readonly<Record<string, Node>>;
  /** By file and contract. */
  readonly doors: Readonly<Record<string, Readonly<Record<string, readonly Door[]>>>>;
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources: Readonly<Record<string, { readonly ast: Node }>>;
  readonly contracts: Readonly<Record<string, Readonly<Record<string, { readonly abi: readonly Door[] }>>>>;
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } | { error: string } }): string;
}

/** Asks the compiler to read sources, by path, without making code of them. Throws what it has to say against them. */
export function compile(sources: Readonly<Record<string, string>>): Compiled {
  const compiler = createRequire(import.meta.url)("solc") as Compiler;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([file, content]) => [file, { content }])),
    settings: { evmVersion: "prague", outputSelection: { "*": { "": ["ast"], "*": ["abi"] } } },
  };
  const find = (path: string) => {
    if (!path.startsWith("@")) return { error: `there is no ${path}` };
    return { contents: readFileSync(join(root, "node_modules", path), "utf8") };
  };
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: find })) as Output;
  const fault = output.errors?.find(({ severity }) => severity === "error");
  if (fault) throw new Error(fault.formattedMessage);
  return {
    trees: Object.fromEntries(Object.entries(output.sources).map(([file, { ast }]) => [file, ast])),
    doors: Object.fromEntries(Object.entries(output.contracts).map(([file, all]) => [file, Object.fromEntries(Object.entries(all).map(([name, { abi }]) => [name, abi]))])),
  };
}

const known = new WeakMap<object, readonly Node[]>();

/** All nodes beneath one, itself among them. */
export function within(top: unknown): readonly Node[] {
  if (typeof top !== "object" || top === null) return [];
  const before = known.get(top);
  if (before) return before;
  const nodes: Node[] = [];
  const left: object[] = [top];
  for (let one = left.pop(); one; one = left.pop()) {
    if ("nodeType" in one) nodes.push(one as Node);
    for (const part of Object.values(one) as unknown[]) if (typeof part === "object" && part !== null) left.push(part);
  }
  known.set(top, nodes);
  return nodes;
}
