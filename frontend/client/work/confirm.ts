import { checkHash, checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { type Report, reportDigest } from "./report.ts";

/** The record that is confirmed, whole: the confirmation holds for just that. */
export interface ConfirmInput {
  /** Who recorded. */
  by: number;
  report: Report;
}

/** The other side of an experience or a learning says that it was so. Errors: InputFault. */
export function parseConfirm({ by, report }: ConfirmInput): Intent {
  const args = [checkMember("by", by), checkHash("evidence", report.evidence), reportDigest(report)] as const;
  return intend("contributionLedger", "confirm", args, "Confirmed");
}
