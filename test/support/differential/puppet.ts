import type { Stage } from "./stage.ts";

/** A view to read and what it must answer, all in hex digits without 0x: an error's first four bytes where `refused`. */
export interface Look {
  readonly what: string;
  readonly to: string;
  readonly data: string;
  readonly gives: string;
  readonly refused?: boolean;
}

/** A call by somebody, and what is read after it. `actor` empty: nobody's key is appended. `error`: eight digits, zeros where it must succeed. */
export interface Move {
  readonly what: string;
  readonly actor: string;
  readonly to: string;
  readonly data: string;
  readonly error: string;
  readonly looks: readonly Look[];
}

const NOBODY = "0".repeat(40);
const hex = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, "0");
/** How many words a view's answer is cut to. */
const wordsOf = ({ gives, refused }: Look): number => (refused ? 1 : gives.length / 64);

function pack({ actor, to, data, looks }: Move): string {
  if (looks.length > 255) throw new Error("So many views fit no act.");
  const asked = looks.map((look) => look.to + hex(wordsOf(look), 1) + hex(look.data.length / 2, 1) + look.data);
  return (actor || NOBODY) + to + hex(data.length / 2, 2) + data + hex(looks.length, 1) + asked.join("");
}

const answerOf = ({ gives, refused }: Look): string => (refused ? `00${gives.padEnd(64, "0")}` : `01${gives}`);

/** Plays moves in one transaction in the second `now`. What differs, one line each, of the first move that differs. */
export async function play({ provider, record }: Stage, moves: readonly Move[], now: number, name: (error: string) => string): Promise<string[]> {
  await provider.request({ method: "evm_setNextBlockTimestamp", params: [now] });
  const sent = { from: await sender(provider), to: record.contracts.relay, data: `0x${moves.map(pack).join("")}`, gas: "0x174876e800", maxFeePerGas: "0x3b9aca00", maxPriorityFeePerGas: "0x0" };
  const hash = (await provider.request({ method: "eth_sendTransaction", params: [sent] })) as string;
  const { logs } = (await provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as { logs: { topics: string[]; data: string }[] };
  const { data } = logs.findLast(({ topics }) => topics.length === 0)!;
  let place = 2;
  for (const move of moves) {
    const differences: string[] = [];
    const error = data.slice(place, (place += 8));
    if (error !== move.error) differences.push(`The contracts say ${name(error)}, the model ${name(move.error)}.`);
    for (const look of move.looks) {
      const wanted = answerOf(look);
      const got = data.slice(place, (place += wanted.length));
      if (got !== wanted) differences.push(tell(look, got, wanted, name));
    }
    if (differences.length > 0) return [move.what, ...differences];
  }
  return [];
}

const words = (answer: string, name: (error: string) => string): string =>
  answer.startsWith("00") ? name(answer.slice(2, 10)) : (answer.slice(2).match(/.{64}/g) ?? []).map((word) => (word.startsWith("0".repeat(32)) ? BigInt(`0x${word}`) : `0x${word}`)).join(" ");
const tell = ({ what }: Look, got: string, wanted: string, name: (error: string) => string): string => `${what}: ${words(got, name)} instead of ${words(wanted, name)}`;

const senders = new WeakMap<object, string>();
async function sender(provider: Stage["provider"]): Promise<string> {
  const known = senders.get(provider);
  if (known) return known;
  const [first] = (await provider.request({ method: "eth_accounts" })) as string[];
  senders.set(provider, first!);
  return first!;
}
