import { framesOf } from "#client/chain/frames.ts";
import { type Collector, type Offered, startCollector } from "#client/chain/frames/collect.ts";
import type { Random } from "./random.ts";

const alphabets = {
  letters: [..."abcdefghijklmnopqrstuvwxyz ,.\n"],
  chinese: [...Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(0x4e00 + at)), "，", "。", "\n"],
  everything: ["a", "é", "共", "𠮷", "🌾", "\u0000", "\uFEFF", "\u202E", "\r\n", " "],
} as const;

export type Alphabet = keyof typeof alphabets;

/** A text of about so many bytes, and of no more. */
export function randomText(random: Random, alphabet: Alphabet, bytes: number): string {
  const signs: string[] = [];
  for (let left = bytes; ; ) {
    const sign = random.one<string>(alphabets[alphabet]);
    left -= Buffer.byteLength(sign);
    if (left < 0) return signs.join("") || "a";
    signs.push(sign);
  }
}

/** Ballots of so many members, as they are carried; every one on another proposal, so that there is much to say. */
export function ballotBundle(random: Random, count: number): string {
  const ballots = Array.from({ length: count }, (_, at) => ({
    proposalId: BigInt(random.hash()).toString(),
    support: "for",
    member: at + 1,
    keyEpoch: 0,
    signature: `${random.hash()}${random.hash().slice(2)}1b`,
  }));
  return JSON.stringify({ form: "gongsheng-ballots/1", chainId: 31337, governor: random.hash().slice(0, 42), ballots });
}

/** Offers codes one after another; what the last of them came to. Stops where a text is complete. */
export async function offerAll(codes: Iterable<string>, collector: Collector = startCollector()): Promise<Offered> {
  let last: Offered | undefined;
  for (const code of codes) {
    last = await collector.offer(code);
    if (last.is === "whole" || last.is === "plain") return last;
  }
  if (!last) throw new Error("No code was offered.");
  return last;
}

/** How many codes go by, from number `start` on, until a text is complete for somebody who misses a part of them. Throws where another text comes of it. */
export async function codesNeeded(random: Random, text: string, lost: number, start = 0): Promise<number> {
  const frames = await framesOf(text);
  const collector = startCollector();
  for (let shown = 1; ; shown += 1) {
    if (random.part() < lost) continue;
    const got = await collector.offer(frames.at(start + shown - 1));
    if (got.is === "whole" && got.text !== text) throw new Error("Another text came of it.");
    if (got.is === "whole") return shown;
  }
}
