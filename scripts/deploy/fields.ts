// Reads what people wrote by hand, and gathers all that is wrong with it instead of stopping at the first fault.
import { getAddress, isAddress, isHexString, ZeroAddress } from "ethers";
import type { DeployWords } from "./text.ts";

/** An object of a file, by its path in it (`founders[2]`). Readers give a harmless value where they note a fault. */
export class Fields {
  readonly faults: string[];
  private readonly values: Record<string, unknown>;
  private readonly path: string;
  private readonly words: DeployWords;
  private readonly read = new Set<string>();

  constructor(value: unknown, path: string, words: DeployWords, faults: string[] = []) {
    this.faults = faults;
    this.path = path;
    this.words = words;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    this.values = isObject ? (value as Record<string, unknown>) : {};
    if (!isObject) faults.push(`${path || "/"}: ${words.wanted.object}`);
  }

  has = (name: string): boolean => Object.hasOwn(this.values, name);
  where = (name: string): string => (this.path === "" ? name : `${this.path}.${name}`);

  fault(name: string, what: string): void {
    this.faults.push(`${this.where(name)}: ${what}`);
  }

  private take(name: string): unknown {
    this.read.add(name);
    if (!this.has(name)) this.faults.push(this.words.missing(this.where(name)));
    return this.values[name];
  }

  private check<T>(name: string, holds: (value: unknown) => value is T, what: string, instead: T): T {
    const value = this.take(name);
    if (holds(value)) return value;
    if (this.has(name)) this.fault(name, what);
    return instead;
  }

  text = (name: string): string => this.check(name, (value): value is string => typeof value === "string" && value.trim() !== "", this.words.wanted.text, "");

  whole(name: string, least: number, most: number): number {
    return this.check(name, (value): value is number => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most, this.words.whole(least, most), least);
  }

  address(name: string): string {
    const value = this.check(name, (given): given is string => isAddress(given), this.words.wanted.address, ZeroAddress);
    if (this.has(name) && value === ZeroAddress && this.values[name] === ZeroAddress) this.fault(name, this.words.wanted.zero);
    return getAddress(value);
  }

  hash = (name: string): string => this.check(name, (value): value is string => isHexString(value, 32), this.words.wanted.hash, `0x${"0".repeat(64)}`);

  /** A signature, or null while there is none. */
  signature = (name: string): string | null => this.check(name, (value): value is string | null => value === null || (isHexString(value) && value.length > 2), this.words.wanted.signature, null);

  list(name: string, least: number, most: number): unknown[] {
    const value = this.check(name, (given): given is unknown[] => Array.isArray(given), this.words.wanted.list, []);
    if (Array.isArray(this.values[name]) && (value.length < least || value.length > most)) this.fault(name, this.words.length(least, most));
    return value;
  }

  objects = (name: string, least: number, most: number): Fields[] => this.list(name, least, most).map((value, place) => new Fields(value, `${this.where(name)}[${place}]`, this.words, this.faults));

  /** Any JSON that holds a Chinese and an English text. */
  document(name: string): unknown {
    const value = this.take(name);
    const text = JSON.stringify(value) ?? "";
    if (value !== undefined && !(/"zh":"[^"]/.test(text) && /"en":"[^"]/.test(text))) this.fault(name, this.words.wanted.two);
    return value;
  }

  /** To be called last: a field that nobody reads is a slip of the pen. */
  end(): void {
    for (const name of Object.keys(this.values)) if (!this.read.has(name)) this.faults.push(this.words.unknown(this.where(name)));
  }
}
