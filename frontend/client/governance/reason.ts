import { InputFault } from "../chain/intent.ts";
import { plainText } from "../chain/plain.ts";

/** Characters of a reason at most. */
export const MOST_REASON = 280;

/** A reason as it will stand in the log: composed, nothing hidden. Errors: InputFault where it is too long. */
export function checkReason(field: string, reason: string): string {
  const words = plainText(reason, Number.MAX_SAFE_INTEGER);
  if ([...words].length > MOST_REASON) throw new InputFault(field, { zh: `理由最多${MOST_REASON}个字符；内容还在，请缩短。`, en: `A reason has at most ${MOST_REASON} characters; your text is still here, please shorten it.` });
  return words;
}
