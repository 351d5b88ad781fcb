import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { readText, root } from "../../lib/files.ts";
import type { Check } from "./checks.ts";
import { MODELS } from "./sources.ts";

/** Every answer, one a line, so that a question is not asked again while it and what it reads stay as they were. */
export const KEPT = "docs/results/spin.json";

/** One answer as it is kept. What was done in a counterexample is told in words, and what is long is cut. */
export interface Kept {
  readonly file: string;
  readonly defines: string;
  /** The formula asked for; else the assertions. */
  readonly formula: string;
  /** sha-256 of the question: of all that Spin read, how it was set up, and what was looked for. */
  readonly asked: string;
  readonly holds: boolean;
  readonly states: number;
  /** Of the counterexample; 0 where there is none. */
  readonly steps: number;
  readonly how: string;
}

/** A file's text with all that it includes, the same whatever ends its lines. */
function wholeOf(file: string): string {
  const text = readText(`${MODELS}/${file}`).replaceAll("\r\n", "\n");
  return text.replaceAll(/^#include "(.+)"$/gm, (_, other: string) => wholeOf(normalize(join(dirname(file), other)).replaceAll("\\", "/")));
}

/** The digest of a question. A failure that is expected is looked for in another way, so that what is expected belongs to it. */
export const askedOf = ({ file, defines, formula = "" }: Check, expected: boolean): string =>
  createHash("sha256")
    .update(JSON.stringify([wholeOf(file), defines, formula, expected]))
    .digest("hex");

/** All answers that are kept, by the digests of their questions. */
export function readKept(): Map<string, Kept> {
  if (!existsSync(join(root, KEPT))) return new Map();
  return new Map((JSON.parse(readText(KEPT)) as Kept[]).map((kept) => [kept.asked, kept]));
}

/** Keeps these answers and no others. */
export function keep(answers: readonly Kept[]): void {
  writeFileSync(join(root, KEPT), `[\n${answers.map((answer) => ` ${JSON.stringify(answer)}`).join(",\n")}\n]\n`);
}
