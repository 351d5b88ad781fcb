// Which column of a CSV file says what. From a JSON file (--map), from options, or both: an option wins.
import { readFileSync } from "node:fs";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import type { CsvWords } from "./csvText.ts";

/** Names of columns, and how their cells are written. */
export interface Mapping {
  who: string;
  what: string;
  when: string;
  /** What a record is worth, in units. Without it every record counts the same. */
  points?: string | undefined;
  where?: string | undefined;
  /** Tells records apart. Without it all the other columns together do. */
  id?: string | undefined;
  /** Between several people of one cell; without it a cell is one person. */
  people?: string | undefined;
  /** Between cells. */
  separator: string;
  /** The zone of times that name none: Z, or hours and minutes before UTC. */
  zone?: string | undefined;
  /** The order of year, month and day, with what stands between them. */
  date: string;
  /** What stands before the decimals. */
  decimal: string;
}

const FIELDS = ["who", "what", "when", "points", "where", "id", "people", "separator", "zone", "date", "decimal"] as const;
type Field = (typeof FIELDS)[number];

/** The options of a command line that make a mapping, for parseArgs. */
export const mappingArgs = {
  map: { type: "string" },
  ...(Object.fromEntries(FIELDS.map((field) => [field, { type: "string" }])) as Record<Field, { type: "string" }>),
} as const;

/** Whether `path` is to be read as CSV: by its name, or since columns were named. */
export const isCsv = (path: string, values: Partial<Record<Field | "map", string | undefined>>): boolean =>
  /\.(csv|tsv)$/i.test(path) || [...FIELDS, "map" as const].some((field) => values[field] !== undefined);

/** The mapping that a command line names. Errors: Failure (2), BadInput. */
export function readMapping(path: string, values: Partial<Record<Field | "map", string | undefined>>, words: CsvWords): Mapping {
  const filed = values.map === undefined ? {} : readMapFile(values.map, words);
  const named = Object.fromEntries(FIELDS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
  const all: Partial<Mapping> = { separator: /\.tsv$/i.test(path) ? "\t" : ",", date: "Y-M-D", decimal: ".", ...filed, ...named };
  const { who, what, when } = all;
  const refuse = (message: string): never => {
    throw new Failure(message, EXIT.badInput);
  };
  if (!who || !what || !when) return refuse(words.columnsNeeded);
  const mapping = { ...all, who, what, when } as Mapping;
  if (mapping.separator === "\\t") mapping.separator = "\t";
  if (!/^[^"\r\n\d\p{L}]$/u.test(mapping.separator)) return refuse(words.badSeparator(mapping.separator));
  if (mapping.people === "") return refuse(words.badSeparator(""));
  if (mapping.zone !== undefined && !/^(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(mapping.zone)) return refuse(words.badZone(mapping.zone));
  if (!/^(Y([-./])M\2D|D([-./])M\3Y|M([-./])D\4Y)$/.test(mapping.date)) return refuse(words.badDateOrder(mapping.date));
  if (!/^[.,]$/.test(mapping.decimal)) return refuse(words.badDecimalMark(mapping.decimal));
  return mapping;
}

function readMapFile(typed: string, words: CsvWords): Partial<Mapping> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fromWhereTheUserStands(typed), "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw new BadInput(typed, words.mapUnread(error instanceof Error ? error.message : String(error)));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new BadInput(typed, words.mapUnread("{}"));
  for (const [field, text] of Object.entries(value)) {
    if (!FIELDS.some((known) => known === field)) throw new BadInput(typed, words.mapField(field, FIELDS.join(", ")));
    if (typeof text !== "string") throw new BadInput(typed, words.mapNotText(field));
  }
  return value as Partial<Mapping>;
}
