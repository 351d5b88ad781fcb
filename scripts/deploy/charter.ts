// A charter's numbers are written once, in the head of the project's statement, and taken from there.
import { kinds } from "#client/work/types.ts";
import { MOST, type StatementDocument } from "#client/work/statement/format.ts";
import type { Charter } from "./founding.ts";

/** The charter that a statement proposes. `digest`: sha2-256 of its canonical bytes; `uri`: where it can be read. */
export function charterOf(statement: StatementDocument, digest: string, uri: string): Charter {
  const { industry, budget, minSurplus, salesCap, stewards } = statement;
  const rates = kinds.map((kind) => statement.rates[kind]) as unknown as Charter["rates"];
  return { statement: digest, uri, industry, budget, rates, minSurplus, salesCap, stewards };
}

/** Charters that ProjectRegistry's constructor would refuse, found before anything is sent. */
export class ChartersRefused extends Error {
  constructor(faults: readonly string[]) {
    super(`These charters cannot be deployed:\n${faults.map((fault) => `- ${fault}`).join("\n")}\nNothing was sent.`);
  }
}

/** Tries charters as the constructor will. `founders`: how many there are. Throws ChartersRefused with everything that is wrong. */
export function checkCharters(charters: readonly Charter[], founders: number): void {
  const faults = charters.length === 0 ? ["There is none. The first one is the cooperative's own, and without it there is nothing to work on."] : [];
  for (const [project, { statement, budget, rates, minSurplus, stewards }] of charters.entries()) {
    const unless = (holds: boolean, what: string): void => void (holds || faults.push(`Project ${project}: ${what}`));
    unless(/^0x[0-9a-f]{64}$/i.test(statement) && BigInt(statement) !== 0n, "the statement's digest is missing.");
    unless(budget > 0n && budget <= MOST.budget, `the budget is ${budget} micro-units; it should be from 1 to ${MOST.budget}.`);
    unless(rates.every((rate) => rate >= 0n && rate <= MOST.rate), `the rates are ${rates.join(", ")} micro-units; each should be from 0 to ${MOST.rate}.`);
    unless(minSurplus >= 5 && BigInt(minSurplus) <= MOST.surplus, `the least surplus is ${minSurplus} %; it should be from 5 to ${MOST.surplus}.`);
    unless(stewards.length >= 1 && stewards.length <= MOST.stewards && new Set(stewards).size === stewards.length, `one to ${MOST.stewards} stewards are needed, each once.`);
    unless(stewards.every((steward) => steward >= 1 && steward <= founders), `the stewards are ${stewards.join(", ")}; the founders are members 1 to ${founders}.`);
  }
  if (faults.length > 0) throw new ChartersRefused(faults);
}
