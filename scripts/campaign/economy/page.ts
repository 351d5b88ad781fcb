// What the pages of the economy share: tables, numbers in words, and where they go.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../lib/files.ts";

export const SEED = 20_260_105;
export const round = (value: number, places = 2): number => Math.round(value * 10 ** places) / 10 ** places;
/** A share from 0 to 1. */
export const percent = (share: number, places = 1): string => `${round(share * 100, places)} %`;
export const number = (value: number): string => value.toLocaleString("en-US");

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map((_, place) => (place === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What the page says in words, as a question to the numbers. */
export interface Says<Results> {
  readonly says: string;
  readonly holds: (results: Results) => boolean;
}

/** Writes the files of a campaign. Throws where the page would say what the numbers do not. */
export function save<Results>(results: Results, claims: readonly Says<Results>[], write: (results: Results) => Record<string, string>): void {
  for (const [file, text] of Object.entries(write(results))) writeFileSync(join(root, "docs/results", file), text);
  const wrong = claims.filter(({ holds }) => !holds(results)).map(({ says }) => says);
  if (wrong.length > 0) throw new Error(`The numbers do not say that ${wrong.join("; nor that ")}.`);
}
/** A line for each entry of a list. */
export function asJson(results: object): string {
  const parts = Object.entries(results).map(([key, value]) => ` ${JSON.stringify(key)}: ${Array.isArray(value) ? `[\n  ${value.map((entry) => JSON.stringify(entry)).join(",\n  ")}\n ]` : JSON.stringify(value)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}
