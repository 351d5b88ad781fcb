import type { CheckedBallot } from "#client/governance/ballotCheck.ts";
import { bundlesOf, parseCastBallots } from "#client/governance/castBallots.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { type Outcome, outcomesOf } from "../carry/carried.ts";
import { governanceText } from "../text.ts";
import { titleOf } from "../titles.ts";
import { actsText } from "./text.ts";

/** Opens the sheet that sends signed ballots of any members. `onDone` gets what the receipt says of each. */
export function proposeCarry(ledger: Ledger, sent: readonly CheckedBallot[], onDone: (outcomes: readonly Outcome[]) => void): void {
  const bundles = bundlesOf(sent);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.carryTitle, en: en.carryTitle },
    act: { zh: zh.carryAct(sent.length), en: en.carryAct(sent.length) },
    intent: parseCastBallots(bundles),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.carrySentence(sent.length),
        changes: bundles.flatMap(({ proposalId, ballots, wallets }) => {
          const proposal = ledger.governance.proposals.get(proposalId);
          if (!proposal) return [];
          const before = proposal.ballots.length;
          return [{ label: titleOf(ledger, proposal)[language], before: String(before), after: String(before + ballots.length + wallets.length), sum: t.carryBallots }];
        }),
        terms: [
          { label: t.carryGains, text: t.carryGainsText },
          { label: t.carrySkip, text: t.carrySkipText },
        ],
        details: sent.slice(0, 50).map(({ ballot }) => ({ label: `${governanceText[language].support[ballot.support]} · ${ballot.member}`, text: ballot.signature, hash: true })),
      };
    },
    done: { zh: zh.carryDone, en: en.carryDone },
    link: "#/decide/carry",
    onDone: (_, receipt) => {
      const { deployment } = networkStore.get();
      if (deployment) onDone(outcomesOf(sent, receipt, deployment));
    },
  });
}
