import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readText, root } from "../../lib/files.ts";

/** The folder of the models, and what Spin said of them; from the project's. */
export const MODELS = "test/spin";
export const PAGE = "docs/results/spin.md";

/** Every model and twin, by its path from test/spin, in the order of the alphabet. */
export const files = (): string[] =>
  readdirSync(join(root, MODELS), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".pml"))
    .sort();

/** sha-256 of a file's text, the same whatever ends its lines. */
export const digestOf = (file: string): string => createHash("sha256").update(readText(`${MODELS}/${file}`).replaceAll("\r\n", "\n")).digest("hex");
