import type { Token } from "./ids.ts";

/** A text in both source languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** How values are told in a sentence; the page gives its own, in the reader's zone and with the members' names. */
export interface Speech {
  /** A moment, from seconds since 1970. */
  time(at: number): Both;
  /** Value, credit or shares, from micro-units, with no unit word. */
  amount(micro: bigint): Both;
  member(id: number): Both;
  project(id: number): Both;
  /** An amount of a token with its sign, from its smallest unit; left out where nobody knows how tokens are written. */
  money?(token: Token, amount: bigint): Both;
}

/** Puts values that differ by language into a sentence of each. */
export function tell(zh: string, en: string): Both {
  return { zh, en };
}

const utc = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
const amountOf = (micro: bigint): string => {
  const fraction = (micro % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "");
  return `${micro / 1_000_000n}${fraction && `.${fraction}`}`;
};

/** Speech with no page around it: UTC, plain digits, numbers for names. */
export const plainSpeech: Speech = {
  time: (at) => tell(utc(at), utc(at)),
  amount: (micro) => tell(amountOf(micro), amountOf(micro)),
  member: (id) => tell(`${id}号成员`, `member ${id}`),
  project: (id) => tell(`${id}号项目`, `project ${id}`),
};
