// A charter's numbers are written once, in the head of the project's statement, and taken from there.
import { kinds } from "#client/work/types.ts";
import type { StatementDocument } from "#client/work/statement/format.ts";
import type { Charter } from "./founding.ts";

/** The charter that a statement proposes. `digest`: sha2-256 of its canonical bytes; `uri`: where it can be read. */
export function charterOf(statement: StatementDocument, digest: string, uri: string): Charter {
  const { industry, budget, minSurplus, salesCap, stewards } = statement;
  const rates = kinds.map((kind) => statement.rates[kind]) as unknown as Charter["rates"];
  return { statement: digest, uri, industry, budget, rates, minSurplus, salesCap, stewards };
}
