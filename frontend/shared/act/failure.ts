import { type FailureData, toFailure } from "#client/chain/failure.ts";
import type { Speech } from "#client/chain/words.ts";
import { explainFailure } from "#client/errors.ts";
import type { Both } from "../language/words.ts";
import { formatMicro } from "../language/numbers.ts";
import { formatMoment } from "../language/time.ts";

/** A failure as it is told: what happened, that nothing was lost, what to do; `details` for whoever helps. */
export interface ToldFailure {
  data: FailureData;
  title: Both;
  details: string;
}

/** Names that sentences may say; the app gives better ones once the books are read. */
export type NamesOf = Pick<Speech, "member" | "project">;

let names: NamesOf = {
  member: (id) => ({ zh: `${id}号成员`, en: `member ${id}` }),
  project: (id) => ({ zh: `${id}号项目`, en: `project ${id}` }),
};

/** Gives the sentences of failures the names of members and projects. */
export function provideNames(given: NamesOf): void {
  names = given;
}

/** Moments in the reader's zone, amounts as the page writes them. */
const speech: Speech = {
  time: (at) => ({ zh: formatMoment(at, "zh"), en: formatMoment(at, "en") }),
  amount: (micro) => ({ zh: formatMicro(micro, "zh"), en: formatMicro(micro, "en") }),
  member: (id) => names.member(id),
  project: (id) => names.project(id),
};

/** Reads any error and puts it into words. A fault of wallet or network is never blamed on a rule. */
export function tellFailure(error: unknown): ToldFailure {
  const failure = toFailure(error);
  return { data: failure.data, title: explainFailure(failure, speech), details: failure.details };
}
