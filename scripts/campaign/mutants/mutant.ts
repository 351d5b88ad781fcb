// Mutants of a contract: each a small fault, with a name that stays while its line stays.
import { digest, type Piece } from "./ast.ts";
import { type Change, changesOf, OPERATORS, type Operator } from "./changes.ts";

/** A contract with one fault. `before` and `after`: the lines, with single spaces. */
export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly operator: Operator;
  readonly before: string;
  readonly after: string;
  readonly change: Change;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** A source with the fault in it. */
export function applied(source: Buffer, { at, length, text }: Change): string {
  return Buffer.concat([source.subarray(0, at), Buffer.from(text), source.subarray(at + length)]).toString("utf8");
}

function describe(file: string, source: Buffer, change: Change, seen: Map<string, number>): Mutant {
  const start = source.lastIndexOf("\n", change.at - 1) + 1;
  const found = source.indexOf("\n", change.at + change.length);
  const end = found < 0 ? source.length : found;
  const before = plain(source.toString("utf8", start, end));
  const after = plain(applied(source.subarray(start, end), { ...change, at: change.at - start }));
  const name = [file, change.operator, before, after].join("\n");
  const nth = (seen.get(name) ?? 0) + 1;
  seen.set(name, nth);
  const line = source.subarray(0, change.at).toString("utf8").split("\n").length;
  return { id: digest(`${name}\n${nth}`, 10), file, line, operator: change.operator, before, after, change };
}

/** All mutants of these pieces. A name is made of the file, the lines before and after, and which of equal lines it is: never of a line's number. */
export function mutantsOf(pieces: readonly Piece[], sources: Readonly<Record<string, Buffer>>): Mutant[] {
  const seen = new Map<string, number>();
  return pieces.flatMap(({ file, node }) => changesOf(node, sources[file]!).map((change) => describe(file, sources[file]!, change, seen)));
}

/** So many of them, the same for the same seed: in turn one of each kind of fault, as long as there are. */
export function choose(mutants: readonly Mutant[], most: number, seed: number): Mutant[] {
  const order = ({ id }: Mutant): string => digest(`${seed} ${id}`, 16);
  const kinds = OPERATORS.map((kind) => mutants.filter(({ operator }) => operator === kind).sort((a, b) => order(a).localeCompare(order(b))));
  const chosen: Mutant[] = [];
  for (let turn = 0; chosen.length < Math.min(most, mutants.length); turn++) {
    chosen.push(...kinds.flatMap((kind) => kind.slice(turn, turn + 1)).slice(0, most - chosen.length));
  }
  return chosen;
}
