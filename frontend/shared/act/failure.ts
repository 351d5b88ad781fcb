import { type FailureData, type Refusal, toFailure } from "#client/chain/failure.ts";
import type { Both } from "../language/words.ts";
import { failureText } from "./failureText.ts";

/** A failure as it is told: what happened, that nothing was lost, what to do; `details` for whoever helps. */
export interface ToldFailure {
  data: FailureData;
  title: Both;
  advice?: Both;
  details: string;
}

/** The sentence of one of our custom errors, or undefined for one it does not know. */
export type RuleSentence = (name: string, args: readonly unknown[]) => Both | undefined;

let ruleSentence: RuleSentence = () => undefined;

/** Says who knows the sentences of the contracts' errors. Called once, by the app. */
export function provideRuleSentences(sentences: RuleSentence): void {
  ruleSentence = sentences;
}

/** What a sentence may name: the chain the wallet is on, the cooperative's own, the coin of the fee. */
export interface Surroundings {
  here: string;
  there: Both;
  coin: string;
}

/** Reads any error and puts it into words. A fault of wallet or network is never blamed on a rule. */
export function tellFailure(error: unknown, around: Surroundings): ToldFailure {
  const { data, details } = toFailure(error);
  return { data, details, ...tellData(data, around) };
}

function tellData(data: FailureData, around: Surroundings): Pick<ToldFailure, "title" | "advice"> {
  if (data.kind === "rule") return tellRefusal(data.rule);
  if (data.kind === "network") {
    const down = data.problem === "busy" ? "network" : data.problem === "unknown" ? "unknown" : "unreachable";
    return { title: both((t) => t[down]), advice: both((t) => (down === "unknown" ? t.unknownAdvice : t.networkAdvice)) };
  }
  switch (data.problem) {
    case "rejected":
      return { title: both((t) => t.rejected) };
    case "busy":
      return { title: both((t) => t.walletBusy) };
    case "otherChain":
      return {
        title: { zh: failureText.zh.wrongNetwork(around.here, around.there.zh), en: failureText.en.wrongNetwork(around.here, around.there.en) },
        advice: both((t) => t.wrongNetworkAdvice),
      };
    case "noFunds":
      return { title: both((t) => t.noGas(around.coin)) };
    case "unsupported":
      return { title: both((t) => t.unsupported) };
    case "gone":
      return { title: both((t) => t.walletGone) };
  }
}

function tellRefusal(rule: Refusal): Pick<ToldFailure, "title" | "advice"> {
  const advice = both((t) => t.nothingChanged);
  switch (rule.is) {
    case "error":
      return { title: ruleSentence(rule.name, rule.args) ?? both((t) => t.unknownRevert(rule.name)), advice };
    case "words":
      return { title: both((t) => t.refusedInWords(rule.words)), advice };
    case "code":
      return { title: both((t) => t.unknownRevert(rule.code)), advice };
    case "noEvent":
      return { title: both((t) => t.notRecorded) };
    case "reverted":
      return { title: both((t) => t.pastRevert) };
  }
}

const both = (say: (t: (typeof failureText)["zh"]) => string): Both => ({ zh: say(failureText.zh), en: say(failureText.en) });
