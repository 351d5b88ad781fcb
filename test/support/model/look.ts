// Asks many views in one call: the node runs a program that is never deployed and makes the calls one after another.
import type { Place } from "../../../scripts/gas/place.ts";

/** A view, what it takes as words, and what it must answer; null: anything. A text: the error it must revert with. */
export interface View {
  readonly what: string;
  readonly to: string;
  /** Eight hex digits. */
  readonly selector: string;
  readonly takes: readonly (bigint | number | string)[];
  readonly gives: readonly (bigint | number | null)[] | string;
}

/** Where answers begin in memory; what is asked lies before. */
const ANSWERS = 0x400;
/** So many bytes of answers keep the program within what a node runs. */
const MOST_BYTES = 12_000;
const hex = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, "0");
const push = (value: number, bytes: number): string => (0x5f + bytes).toString(16) + hex(value, bytes);
const word = (value: bigint | number | string): string => (typeof value === "string" ? value.slice(2) : BigInt(value).toString(16)).padStart(64, "0");
const wordsOf = ({ gives }: View): number => (typeof gives === "string" ? 1 : gives.length);
/** What one call takes in the program, and what its end takes. */
const CALL_BYTES = 50;
const END_BYTES = 7;

/** Copies the data of each call to the start of memory, calls, and keeps whether it succeeded before what it answered. */
function programFor(views: readonly View[]): string {
  let [code, data, answer] = ["", "", ANSWERS];
  const start = views.length * CALL_BYTES + END_BYTES;
  for (const view of views) {
    const asked = view.selector + view.takes.map(word).join("");
    const [length, answers] = [asked.length / 2, wordsOf(view) * 32];
    code += `${push(length, 2)}${push(start + data.length / 2, 3)}${push(0, 1)}39`; // CODECOPY(0, place, length)
    code += `${push(answers, 3)}${push(answer + 32, 3)}${push(length, 1)}${push(0, 1)}73${view.to.slice(2)}5afa`; // STATICCALL
    code += `${push(answer, 3)}52`; // MSTORE(answer, success)
    data += asked;
    answer += 32 + answers;
  }
  return `0x${code}${push(answer - ANSWERS, 2)}${push(ANSWERS, 2)}f3${data}`;
}

/** What differs, one line each. `selectorOf` gives the first four bytes of an error by its name. */
export async function look(place: Place, views: readonly View[], selectorOf: (error: string) => string): Promise<string[]> {
  const differences: string[] = [];
  for (let first = 0; first < views.length; ) {
    let [last, size] = [first, 0];
    while (last < views.length && size + (wordsOf(views[last]!) + 1) * 32 <= MOST_BYTES) size += (wordsOf(views[last++]!) + 1) * 32;
    const asked = views.slice(first, last);
    const answer = (await place.provider.request({ method: "eth_call", params: [{ data: programFor(asked), gas: "0xf42400" }, "latest"] })) as string;
    let at = 2;
    const next = (): string => answer.slice(at, (at += 64));
    for (const view of asked) {
      const succeeded = BigInt(`0x${next()}`) === 1n;
      const words = Array.from({ length: wordsOf(view) }, next);
      if (typeof view.gives === "string") {
        if (succeeded || words[0]!.slice(0, 8) !== selectorOf(view.gives)) differences.push(`${view.what}: ${succeeded ? words.join() : words[0]!.slice(0, 8)} instead of ${view.gives}`);
      } else if (!succeeded) differences.push(`${view.what}: reverts with ${words[0]!.slice(0, 8)} instead of ${view.gives.join()}`);
      else {
        const wrong = view.gives.flatMap((given, place) => (given === null || BigInt(given) === BigInt(`0x${words[place]}`) ? [] : [`word ${place} is ${BigInt(`0x${words[place]}`)} instead of ${given}`]));
        if (wrong.length > 0) differences.push(`${view.what}: ${wrong.join(", ")}`);
      }
    }
    first = last;
  }
  return differences;
}
