import type { Both } from "../../chain/words.ts";
import { memberId, type MemberId, projectId, type ProjectId } from "../../chain/ids.ts";
import type { Kind } from "../types.ts";
import { type Cid, isCid } from "./cid.ts";
import { type Fault, faultAt, type FaultCode, type FaultValues } from "./faults.ts";
import { type Entry, shown } from "./head.ts";

/** A text in one or two languages; never in none. */
export interface Told {
  readonly zh: string | null;
  readonly en: string | null;
}

/** A text for a reader of either language; the other language stands in where one is missing. */
export const toldTo = ({ zh, en }: Told): Both => ({ zh: zh ?? en ?? "", en: en ?? zh ?? "" });

/** The project's nearest neighbour, by number or in words, and how this one differs. */
export interface Difference {
  readonly neighbour: { readonly is: "project"; readonly project: ProjectId } | { readonly is: "words"; readonly words: string };
  readonly how: string;
}

export const MOST_DIFFERENCES = 12;
const MOST_NEIGHBOUR = 80;
const MOST_HOW = 500;
const MICRO = 1_000_000n;

/** Micro-units as a head writes them: whole units, a point, no zeros at the end. */
export function writeAmount(micro: bigint): string {
  const fraction = (micro % MICRO).toString().padStart(6, "0").replace(/0+$/, "");
  return `${micro / MICRO}${fraction && `.${fraction}`}`;
}

/** Writes a neighbour and the difference. */
export const writeDifference = ({ neighbour, how }: Difference): string => `${neighbour.is === "project" ? `#${neighbour.project}` : neighbour.words} | ${how}`;

/** Reads the entries of one head. Every question that has no good answer leaves a fault and gives null. */
export class Fields {
  readonly faults: Fault[] = [];
  private readonly entries: readonly Entry[];
  private readonly end: number;

  /** @param known the keys of this format; @param many those that may stand more than once; @param end the line that closes the head */
  constructor(entries: readonly Entry[], known: readonly string[], many: readonly string[], end: number) {
    this.entries = entries;
    this.end = end;
    const first = new Map<string, number>();
    for (const { key, line } of entries) {
      const before = first.get(key);
      if (!known.includes(key)) this.fail(line, null, "keyUnknown", shown(key));
      else if (before !== undefined && !many.includes(key)) this.fail(line, key, "keyTwice", key, before);
      else first.set(key, before ?? line);
    }
  }

  private fail<C extends FaultCode>(line: number, key: string | null, code: C, ...values: FaultValues[C]): null {
    this.faults.push(faultAt(line, key, code, ...values));
    return null;
  }

  private entry(key: string): Entry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  private required(key: string): Entry | null {
    return this.entry(key) ?? this.fail(this.end, key, "keyMissing", key);
  }

  private text({ key, value, line }: Entry, most: number): string | null {
    return [...value].length <= most ? value : this.fail(line, key, "tooLong", key, most);
  }

  words(key: string, most: number): string | null {
    const entry = this.required(key);
    return entry && this.text(entry, most);
  }

  /** The title decides in which languages all the rest is told. */
  title(most: number): Told {
    const [zh, en] = [this.entry("title.zh"), this.entry("title.en")];
    if (!zh && !en) this.fail(this.end, "title.zh", "titleMissing");
    return { zh: zh ? this.text(zh, most) : null, en: en ? this.text(en, most) : null };
  }

  /** A text in the languages of the title, all of them and no other. Not required and absent: null. */
  told(key: string, most: number, required = true): Told | null {
    const told = { zh: null as string | null, en: null as string | null };
    const wanted = required || this.entry(`${key}.zh`) !== undefined || this.entry(`${key}.en`) !== undefined;
    // Where the title itself is missing, that is told once and not with every entry.
    const titled = this.entry("title.zh") !== undefined || this.entry("title.en") !== undefined;
    for (const language of ["zh", "en"] as const) {
      const full = `${key}.${language}`;
      const spoken = this.entry(`title.${language}`) !== undefined;
      const entry = this.entry(full);
      if (entry && titled && !spoken) this.fail(entry.line, full, "languageAlone", full, `title.${language}`);
      else if (entry) told[language] = this.text(entry, most);
      else if (spoken && wanted) this.fail(this.end, full, "keyMissing", full);
    }
    return wanted ? told : null;
  }

  whole(key: string, least: bigint, most: bigint): bigint | null {
    const entry = this.required(key);
    if (!entry) return null;
    const value = /^\d{1,40}$/.test(entry.value) ? BigInt(entry.value) : -1n;
    return value >= least && value <= most ? value : this.fail(entry.line, key, "notWhole", key, String(least), String(most));
  }

  /** Micro-units, from a number of units. */
  amount(key: string, least: bigint, most: bigint): bigint | null {
    const entry = this.required(key);
    if (!entry) return null;
    const [, whole, fraction = ""] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(entry.value) ?? [];
    const micro = whole === undefined ? -1n : BigInt(whole) * MICRO + BigInt(fraction.padEnd(6, "0"));
    return micro >= least && micro <= most ? micro : this.fail(entry.line, key, "notAmount", key, writeAmount(least), writeAmount(most));
  }

  member(key: string): MemberId | null {
    const value = this.whole(key, 1n, 2n ** 32n - 1n);
    return value === null ? null : memberId(Number(value));
  }

  /** Members' numbers, each once. Absent is none where `least` is 0. */
  members(key: string, least: number, most: number, other: MemberId | null = null): readonly MemberId[] {
    const entry = least === 0 ? this.entry(key) : this.required(key);
    if (!entry) return [];
    const ids = entry.value.split(/[,，、]/).map((part) => (/^\d{1,10}$/.test(part.trim()) ? Number(part) : 0));
    const twice = ids.find((id, place) => ids.indexOf(id) !== place);
    if (ids.some((id) => id < 1 || id >= 2 ** 32)) this.fail(entry.line, key, "notMembers", key);
    else if (ids.length < least || ids.length > most) this.fail(entry.line, key, "membersCount", key, least, most);
    else if (twice !== undefined) this.fail(entry.line, key, "memberTwice", key, twice);
    else if (other !== null && ids.includes(other)) this.fail(entry.line, key, "proposerAgain", key);
    else return ids.map(memberId);
    return [];
  }

  previous(): Cid | null {
    const entry = this.entry("previous");
    if (!entry) return null;
    return isCid(entry.value) ? entry.value : this.fail(entry.line, "previous", "notCid");
  }

  amends(): ProjectId | null {
    const value = this.entry("amends") && this.whole("amends", 1n, 2n ** 32n - 1n);
    return value == null ? null : projectId(Number(value));
  }

  /** The neighbours; an empty list where it says that none was found. */
  differs(): readonly Difference[] {
    const entries = this.entries.filter(({ key }) => key === "differs");
    if (entries.length === 0) this.required("differs");
    const none = entries.find(({ value }) => value === "none");
    if (none && entries.length > 1) this.fail(none.line, "differs", "noneAmongOthers");
    if (none) return [];
    if (entries.length > MOST_DIFFERENCES) this.fail(entries[MOST_DIFFERENCES]!.line, "differs", "tooManyDifferences", MOST_DIFFERENCES);
    return entries.flatMap((entry) => this.difference(entry) ?? []);
  }

  private difference({ value, line, key }: Entry): Difference | null {
    const bar = value.indexOf(" | ");
    const [words, how] = bar === -1 ? ["", ""] : [value.slice(0, bar).trim(), value.slice(bar + 3).trim()];
    if (words === "" || how === "") return this.fail(line, key, "notDifference");
    if ([...words].length > MOST_NEIGHBOUR) return this.fail(line, key, "tooLong", key, MOST_NEIGHBOUR);
    if ([...how].length > MOST_HOW) return this.fail(line, key, "tooLong", key, MOST_HOW);
    if (!words.startsWith("#")) return { neighbour: { is: "words", words }, how };
    const project = /^#\d{1,10}$/.test(words) ? Number(words.slice(1)) : 2 ** 32;
    return project < 2 ** 32 ? { neighbour: { is: "project", project: projectId(project) }, how } : this.fail(line, key, "notDifference");
  }

  language(): "zh" | "en" | null {
    const entry = this.required("language");
    if (!entry) return null;
    return entry.value === "zh" || entry.value === "en" ? entry.value : this.fail(entry.line, "language", "notLanguage");
  }

  /** Of one kind: micro-units for a unit of quantity, and what that unit is. A kind that is recorded has a unit. */
  rate(kind: Kind, most: bigint, mostUnit: number): { readonly rate: bigint; readonly unit: Told | null } {
    const rate = this.amount(`rate.${kind}`, 0n, most) ?? 0n;
    return { rate, unit: this.told(`unit.${kind}`, mostUnit, rate > 0n) };
  }
}
