// What stands after `import` on the command line, checked at the door.
import { parseArgs } from "node:util";
import { type Equation, isEquation, MICRO } from "#client/work/equation.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import { isCsv, type Mapping, mappingArgs, readMapping } from "./csvMapping.ts";
import type { ImportWords } from "./text.ts";

/** The options of an import. `credit` in micro-units; undefined where the default holds. */
export interface ImportOptions {
  path: string;
  project: number;
  equation: Equation;
  /** The columns of a CSV file; null where another kind of history is read. */
  mapping: Mapping | null;
  dryRun: boolean;
  json: boolean;
  data: string | undefined;
  out: string | undefined;
  credit: bigint | undefined;
  uri: string | undefined;
  deployment: string | undefined;
  rpc: string | undefined;
}

/** Reads the options; null where help was asked for. Errors: Failure (2), and those of parseArgs. */
export function readOptions(args: string[], words: ImportWords): ImportOptions | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      project: { type: "string" },
      equation: { type: "string" },
      ...mappingArgs,
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      data: { type: "string" },
      out: { type: "string" },
      credit: { type: "string" },
      uri: { type: "string" },
      deployment: { type: "string" },
      rpc: { type: "string" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const refuse = (message: string): never => {
    throw new Failure(message, EXIT.badInput);
  };
  const path = positionals.length === 1 && positionals[0] !== "" ? positionals[0]! : refuse(words.noPath);
  const project = readProject(values.project) ?? refuse(words.badProject);
  const mapping = isCsv(path, values) ? readMapping(path, values, words.csv) : null;
  const equation = readEquation(values.equation, mapping, words);
  const credit = values.credit === undefined ? undefined : (readUnits(values.credit) ?? refuse(words.badCredit(values.credit)));
  // Without the two dashes before the options, npm takes --dry-run for itself: nothing may be sent then.
  const dryRun = values["dry-run"] || process.env.npm_config_dry_run === "true";
  const { json, data, out, uri, deployment, rpc } = values;
  return { path, project, equation, mapping, dryRun, json, data, out, credit, uri, deployment, rpc };
}

/** The equation asked for, or that which fits the history. Errors: Failure (2) where it does not fit. */
function readEquation(asked: string | undefined, mapping: Mapping | null, words: ImportWords): Equation {
  const equation = asked ?? (mapping?.points === undefined ? "commits" : "points");
  if (!isEquation(equation)) throw new Failure(words.badEquation(equation), EXIT.badInput);
  if (mapping && equation === "lines") throw new Failure(words.csv.equationNeeds.lines, EXIT.badInput);
  if (equation === "points" && mapping?.points === undefined) throw new Failure(words.csv.equationNeeds.points, EXIT.badInput);
  return equation;
}

/** A project's number, uint32; null if the text is none. */
export function readProject(text: string | undefined): number | null {
  if (text === undefined || !/^(0|[1-9]\d{0,9})$/.test(text)) return null;
  return Number(text) < 2 ** 32 ? Number(text) : null;
}

/** Units with at most six decimals as micro-units, above zero and below 2^63; null if the text is none. */
export function readUnits(text: string): bigint | null {
  const parts = /^(\d{1,13})(?:\.(\d{1,6}))?$/.exec(text);
  if (!parts) return null;
  const value = BigInt(parts[1]!) * MICRO + BigInt((parts[2] ?? "").padEnd(6, "0"));
  return value > 0n && value < 1n << 63n ? value : null;
}
