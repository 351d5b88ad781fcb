// What a running practice network leaves on this machine, so that the command line finds it: its record, and a place for data files.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/files.ts";

const folder = join(root, "deployments");
const file = join(folder, "31337.json");
const PUBLISHED = /^\/(?:data|evidence)\/(0x[0-9a-f]{64}\.jsonl)$/;

/** Writes the record. `run` tells this network from others that were started before or beside it. */
export function leaveRecord(record: { readonly run: string; readonly [field: string]: unknown }): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

/** Takes the record away again, unless it is another run's. */
export function takeRecordBack(run: string): void {
  try {
    if ((JSON.parse(readFileSync(file, "utf8")) as { run?: unknown }).run === run) rmSync(file);
  } catch {
    // None is there, or it is somebody else's.
  }
}

/** The data file of an imported history, by its digest; undefined where none was published here. */
export function publishedData(path: string): string | undefined {
  const name = PUBLISHED.exec(path)?.[1];
  const data = name && join(folder, "data", name);
  return data && existsSync(data) ? readFileSync(data, "utf8") : undefined;
}
