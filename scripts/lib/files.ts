import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * The project's own files under `folder`, as paths from `folder` with "/": what git tracks, and what is new and not
 * ignored. Throws when `folder` is not inside a git checkout.
 */
export function ownFiles(folder: string = root): string[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  return list.split("\0").filter((file) => file !== "" && existsSync(join(folder, file)));
}

/** A file's text, by its path from `folder`. */
export const readText = (file: string, folder: string = root): string => readFileSync(join(folder, file), "utf8");
