import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { parseCancel } from "#client/governance/cancel.ts";
import { actsText } from "./text.ts";

/** Opens the sheet that withdraws one's own proposal before its vote opens. */
export function proposeCancel(ledger: Ledger, proposal: Proposal): void {
  const title = titleOf(ledger, proposal);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.cancelTitle, en: en.cancelTitle },
    act: { zh: zh.cancelAct(title.zh), en: en.cancelAct(title.en) },
    intent: parseCancel(proposal),
    explain: (language) => {
      const t = actsText[language];
      const { state, title: label } = governanceText[language];
      return {
        sentence: t.cancelSentence(title[language]),
        changes: [{ label, before: state.pending, after: state.cancelled }],
        terms: [
          { label: t.cancelAgain, text: t.cancelAgainText },
          { label: t.publicLabel, text: t.cancelStays },
        ],
        details: [{ label: t.number, text: `0x${proposal.id.toString(16)}`, hash: true }],
      };
    },
    done: { zh: zh.cancelDone, en: en.cancelDone },
    link: proposalLink(proposal),
  });
}
