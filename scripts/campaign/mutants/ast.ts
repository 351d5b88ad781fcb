// The syntax tree that solc makes of a contract, as far as mutants need it: which nodes a deployed contract is made of.
import { createHash } from "node:crypto";

/** A node of solc's syntax tree. `src`: first byte, bytes, number of the source. */
export interface Node {
  readonly id: number;
  readonly nodeType: string;
  readonly src: string;
  readonly [part: string]: unknown;
}

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).nodeType === "string";

/** The nodes right beneath a node, in the order of the source. */
export function partsOf(node: Node): Node[] {
  const parts = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNode);
  return parts.sort((a, b) => Number.parseInt(a.src) - Number.parseInt(b.src));
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const part of partsOf(node)) walk(part, visit);
}

/** A piece of a source that a contract is made of: a function, a modifier or the value of a variable. */
export interface Piece {
  readonly file: string;
  readonly node: Node;
}

/** What a tree says of where things are. */
class Index {
  readonly nodes = new Map<number, Piece>();
  constructor(trees: Readonly<Record<string, Node>>) {
    for (const [file, tree] of Object.entries(trees)) walk(tree, (node) => this.nodes.set(node.id, { file, node }));
  }
  find = (id: unknown): Piece | undefined => this.nodes.get(id as number);
}

/** A function with a body, a modifier, or a variable with a value. */
const isWhole = ({ nodeType, body, value }: Node): boolean => ((nodeType === "FunctionDefinition" || nodeType === "ModifierDefinition") && isNode(body)) || (nodeType === "VariableDeclaration" && isNode(value));

/** Another contract's functions are called, not compiled in; those of libraries and of no contract are. */
function isCompiledIn(node: Node, index: Index): boolean {
  const home = index.find(node.scope)?.node;
  return home?.nodeType === "SourceUnit" || home?.contractKind === "library";
}

/** Everything of `wanted` sources that `contract` of `file` is compiled from: its own, its bases', and what these use of libraries. */
export function piecesOf(trees: Readonly<Record<string, Node>>, file: string, contract: string, wanted: (file: string) => boolean): Piece[] {
  const index = new Index(trees);
  const top = partsOf(trees[file]!).find(({ nodeType, name }) => nodeType === "ContractDefinition" && name === contract);
  if (!top) throw new Error(`${file} holds no contract ${contract}.`);
  const waiting = (top.linearizedBaseContracts as number[]).flatMap((id) => {
    const base = index.find(id)!;
    return partsOf(base.node).filter(isWhole).map((node) => ({ file: base.file, node }));
  });
  const found = new Map<number, Piece>();
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    if (found.has(piece.node.id)) continue;
    found.set(piece.node.id, piece);
    walk(piece.node, (node) => {
      for (const used of [index.find(node.referencedDeclaration), index.find(node.function)]) {
        if (used && isWhole(used.node) && isCompiledIn(used.node, index)) waiting.push(used);
      }
    });
  }
  const place = ({ node }: Piece): number => Number.parseInt(node.src);
  return [...found.values()].filter((piece) => wanted(piece.file)).sort((a, b) => a.file.localeCompare(b.file) || place(a) - place(b));
}

/** The first digits of a SHA-256. */
export const digest = (text: string, digits: number): string => createHash("sha256").update(text).digest("hex").slice(0, digits);
