import type { FailureData } from "#client/chain/failure.ts";
import { toFailure } from "#client/chain/toFailure.ts";
import type { Speech } from "#client/chain/words.ts";
import { explainFailure } from "#client/errors.ts";
import { memberWords, projectWords } from "../books/names.ts";
import type { Both } from "../language/words.ts";
import { formatMicro } from "../language/numbers.ts";
import { formatMoment } from "../language/time.ts";

/** A failure as it is told: what happened, that nothing was lost, what to do; `details` for whoever helps. */
export interface ToldFailure {
  data: FailureData;
  title: Both;
  details: string;
}

/** Moments in the reader's zone, amounts as the page writes them. */
const speech: Speech = {
  time: (at) => ({ zh: formatMoment(at, "zh"), en: formatMoment(at, "en") }),
  amount: (micro) => ({ zh: formatMicro(micro, "zh"), en: formatMicro(micro, "en") }),
  member: memberWords,
  project: projectWords,
};

/** Reads any error and puts it into words. A fault of wallet or network is never blamed on a rule. */
export function tellFailure(error: unknown): ToldFailure {
  const failure = toFailure(error);
  return { data: failure.data, title: explainFailure(failure, speech), details: failure.details };
}
