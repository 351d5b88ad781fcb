import { checkHash, checkProject } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkCharter, checkOthers } from "./charterChecks.ts";
import { fromCharter } from "./charters.ts";
import type { Charter } from "./types.ts";

/** A statement as its proposer submits it to the log. */
export interface DraftStatementInput {
  /** The project that it would amend; null: a new one. */
  project: number | null;
  /** The statement that it improves upon; null: none. */
  previous: string | null;
  /** Beside the proposer, up to seven. */
  cofounders: readonly number[];
  /** `statement` is sha2-256 of the document's canonical bytes. */
  charter: Charter;
}

const NONE = `0x${"0".repeat(64)}` as const;

/** Drafts a statement. Errors: InputFault. */
export function parseDraftStatement({ project, previous, cofounders, charter }: DraftStatementInput): Intent {
  const args = [checkProject("project", project ?? 0), previous === null ? NONE : checkHash("previous", previous), checkOthers("cofounders", cofounders), fromCharter(checkCharter(charter))] as const;
  return intend("projectRegistry", "draft", args, "StatementDrafted");
}
