import { type Speech, tell } from "#client/chain/words.ts";
import { moneyWords } from "../chain/tokens.ts";
import { formatMicro } from "../language/numbers.ts";
import { formatMoment } from "../language/time.ts";
import { memberWords, projectWords } from "./names.ts";

/** How pages tell moments, amounts and names: in the reader's zone, with all places of an amount, by the books. */
export const pageSpeech: Speech = {
  time: (at) => tell(formatMoment(at, "zh"), formatMoment(at, "en")),
  amount: (micro) => tell(formatMicro(micro, "zh", 6), formatMicro(micro, "en", 6)),
  member: memberWords,
  project: projectWords,
  money: moneyWords,
};
