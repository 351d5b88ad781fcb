import { checkHash, checkMember, checkUint32 } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import type { AttestInput } from "./attest.ts";

/** So many answers fit one transaction on any chain. */
export const MOST_ANSWERS = 50;

/** Answers several claims at once; one that is refused refuses all. Errors: InputFault. */
export function parseAttestMany(answers: readonly AttestInput[]): Intent {
  if (answers.length === 0 || answers.length > MOST_ANSWERS)
    throw new InputFault("answers", { zh: `一次可以见证1到${MOST_ANSWERS}笔。`, en: `From 1 to ${MOST_ANSWERS} contributions can be attested at once.` });
  const by = answers.map((answer) => checkMember("by", answer.by));
  const evidence = answers.map((answer) => checkHash("evidence", answer.evidence));
  const quantities = answers.map((answer) => checkUint32("quantity", answer.quantity));
  return intend("contributionLedger", "attestMany", [by, evidence, quantities], "Attested", answers.length);
}
