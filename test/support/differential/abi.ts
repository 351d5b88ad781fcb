// Writes calls down as the contracts read them. Values are few and plain, and there are a hundred thousand calls: a general encoder takes longer than the calls.
import { Interface } from "ethers";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS, type StepName } from "../../../scripts/deploy/record.ts";

export type Word = number | bigint | string;
/** A word, a text of bytes, a list of words or of rows of words, or a struct that holds such. */
export type Value = Word | { readonly bytes: string } | { readonly list: readonly Word[] | readonly (readonly Word[])[] } | { readonly struct: readonly Value[] };

/** 64 hex digits. Texts are hex with 0x. */
export const word = (value: Word): string => (typeof value === "string" ? value.slice(2) : value.toString(16)).padStart(64, "0");

const isWord = (value: Value): value is Word => typeof value !== "object";

function tail(value: Exclude<Value, Word>): string {
  if ("bytes" in value) {
    const digits = value.bytes.slice(2);
    return word(digits.length / 2) + digits.padEnd(Math.ceil(digits.length / 64) * 64, "0");
  }
  if ("struct" in value) return encode(value.struct);
  return word(value.list.length) + value.list.flat().map(word).join("");
}

/** Words where they stand; of all else the place, and itself at the end. */
export function encode(values: readonly Value[]): string {
  let [head, rest] = ["", ""];
  for (const value of values) {
    if (isWord(value)) head += word(value);
    else {
      head += word(values.length * 32 + rest.length / 2);
      rest += tail(value);
    }
  }
  return head + rest;
}

const faces = new Map<StepName, Interface>();
/** What a contract answers to. */
export function faceOf(contract: StepName): Interface {
  const face = faces.get(contract) ?? new Interface(readArtifact(contract).abi);
  faces.set(contract, face);
  return face;
}
const selectors = new Map<string, string>();
/** The first four bytes of a call. */
export function selector(contract: StepName, name: string): string {
  const key = `${contract} ${name}`;
  const known = selectors.get(key) ?? faceOf(contract).getFunction(name)!.selector.slice(2);
  selectors.set(key, known);
  return known;
}

const errors = new Map<string, string>();
const names = new Map<string, string>();
function readErrors(): void {
  if (errors.size > 0) return;
  for (const { name: contract } of STEPS) {
    faceOf(contract).forEachError(({ name, selector: first }) => {
      errors.set(name, first.slice(2));
      names.set(first.slice(2), name);
    });
  }
}
export const DONE = "00000000";
/** The first four bytes of an error by its name; zeros for an empty one. */
export function errorOf(name: string): string {
  readErrors();
  return name === "" ? DONE : (errors.get(name) ?? "eeeeeeee");
}
/** An error's name by its first four bytes. */
export function nameOf(error: string): string {
  readErrors();
  return error === DONE ? "done" : (names.get(error) ?? `0x${error}`);
}
