// The page of the campaign: docs/results/mutants.md.
import { percent, table } from "../economy/page.ts";
import { judged, written } from "./judged.ts";
import type { Fate, Results, Verdict } from "./results.ts";

export const PAGE = "docs/results/mutants.md";

const code = (text: string): string => `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;

const inWords = (id: string): string => {
  const judgement = judged[id];
  if (!judgement) return "Not judged yet.";
  return `${judgement.is === "equivalent" ? "Equivalent" : "Missing test"}: ${judgement.because}`;
};

/** Only what differs of two lines, with a little around it. */
export function difference(before: string, after: string): [string, string] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (text: string): string => {
    const from = Math.max(0, start - 30);
    const to = Math.min(text.length, text.length - end + 30);
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  return before.length + after.length < 160 ? [before, after] : [cut(before), cut(after)];
}

function row(fates: readonly Fate[]): (string | number)[] {
  const count = (verdict: Verdict): number => fates.filter((fate) => fate.verdict === verdict).length;
  const equivalent = fates.filter(({ id, verdict }) => verdict === "survived" && judged[id]?.is === "equivalent").length;
  const late = fates.filter(({ id, verdict }) => verdict === "died" && written.includes(id)).length;
  const [died, survived] = [count("died"), count("survived")];
  const part = (of: number): string => (of === 0 ? "" : percent(died / of));
  return [fates.length, count("not compiled"), count("same code"), died, late, survived, equivalent, count("undecided"), part(died + survived), part(died + survived - equivalent)];
}

function survivorsOf(fates: readonly Fate[]): string {
  const lines = fates.filter(({ verdict }) => verdict === "survived").map(({ id, file, line, before, after }) => {
    const [was, is] = difference(before, after);
    return `- ${file}:${line} (${id}): ${code(was)} → ${code(is)}. ${inWords(id)}`;
  });
  return lines.length === 0 ? "None." : lines.join("\n");
}

export function writePage({ contracts, mutants }: Results): string {
  const of = (name: string): Fate[] => mutants.filter(({ contract }) => contract === name);
  const head = ["", "possible", "chosen", "judged", "not compiled", "same code", "died", "of a new test", "survived", "equivalent", "undecided", "score", "without equivalents"];
  const total = (what: "possible" | "most"): number => contracts.reduce((sum, tested) => sum + tested[what], 0);
  const kinds = [...new Set(mutants.map(({ operator }) => operator))].sort();
  const commands = contracts.map(({ contract, seed, most }) => `npm run campaign -- mutants ${contract} --most ${most} --seed ${seed}`);
  return `# Mutants of the contracts

Small faults are put into a contract, one at a time, of the kinds that people make: a bound that is off by one, a condition that never holds, a line that is missing, two arguments that changed places. Each is compiled as the contract
is, and meets the specs that know the contract. It dies if one of them fails. What survives is either no fault, or a test is missing: a person says which.

\`\`\`
${commands.join("\n")}
\`\`\`

**Chosen**: by the seed, in turn one of each kind. **Judged**: so far; the commands go on with the rest. **Not compiled**: no program. **Same code**: the optimiser makes the same program of it. **Of a new test**: had survived, and a test was written for it. **Equivalent**: survived, and nobody could tell the difference.
**Undecided**: too large for a chain, or the specs broke off. Only specs are asked, those about the contract first; the models of long histories only with \`--deep\`, the Solidity proofs and the screen tests never, so that the score is a lower bound.

${table(head, [...contracts.map(({ contract, possible, most }) => [contract, possible, most, ...row(of(contract))]), ["all", total("possible"), total("most"), ...row(mutants)]])}

## By kind

${table(head.filter((name) => name !== "possible" && name !== "chosen"), kinds.map((kind) => [kind, ...row(mutants.filter(({ operator }) => operator === kind))]))}

${contracts.map(({ contract, sources }) => `## What survived in ${contract}\n\nSources ${sources}.\n\n${survivorsOf(of(contract))}`).join("\n\n")}
`;
}
