import type { Failure } from "./chain/failure.ts";
import { networkTexts, refusalText, walletTexts } from "./chain/failureTexts.ts";
import { parametersErrors } from "./chain/errors.ts";
import type { ErrorText } from "./chain/errorTexts.ts";
import type { ContractName } from "./chain/contractNames.ts";
import { type Both, plainSpeech, type Speech } from "./chain/words.ts";
import { commonsPoolErrors } from "./commons/errors.ts";
import { coopTimelockErrors } from "./governance/errors.ts";
import { coopGovernorErrors } from "./governance/governorErrors.ts";
import { memberRegistryErrors } from "./people/errors.ts";
import { guardiansErrors } from "./people/guardianErrors.ts";
import { relayErrors } from "./people/relayErrors.ts";
import { marketErrors } from "./price/errors.ts";
import { surplusPoolErrors } from "./price/poolErrors.ts";
import { shareLedgerErrors } from "./value/errors.ts";
import { challengesErrors } from "./work/challengeErrors.ts";
import { contributionLedgerErrors } from "./work/errors.ts";
import { projectRegistryErrors } from "./work/projectErrors.ts";
import { projectReviewsErrors } from "./work/reviewErrors.ts";

/** The words of every error of every contract. */
export const errorTexts = {
  timelock: coopTimelockErrors,
  parameters: parametersErrors,
  memberRegistry: memberRegistryErrors,
  guardians: guardiansErrors,
  relay: relayErrors,
  projectRegistry: projectRegistryErrors,
  projectReviews: projectReviewsErrors,
  contributionLedger: contributionLedgerErrors,
  challenges: challengesErrors,
  shareLedger: shareLedgerErrors,
  surplusPool: surplusPoolErrors,
  market: marketErrors,
  commonsPool: commonsPoolErrors,
  governor: coopGovernorErrors,
} as const satisfies Record<ContractName, object>;

const byName: Readonly<Record<string, ErrorText<never>>> = Object.assign({}, ...Object.values(errorTexts));

/** A failure in words, in both languages: what happened, that nothing was lost, what to do. Never a code. */
export function explainFailure({ data }: Failure, speech: Speech = plainSpeech): Both {
  if (data.kind === "wallet") return walletTexts[data.problem];
  if (data.kind === "network") return networkTexts[data.problem];
  const { rule } = data;
  if (rule.is !== "error") return refusalText(rule);
  const text = byName[rule.name];
  return text ? text(rule.args as never, speech) : refusalText({ is: "code", code: rule.name });
}
