import { arithmeticOf } from "#client/governance/arithmetic.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { parseVote } from "#client/governance/vote.ts";
import { actsText } from "./text.ts";

/** Opens the sheet of a ballot. */
export function proposeVote(ledger: Ledger, proposal: Proposal, support: Support, reason: string, now: number): void {
  const title = titleOf(ledger, proposal);
  const sums = arithmeticOf(proposal, ledger, now);
  const { zh, en } = actsText;
  const said = { zh: governanceText.zh.support[support], en: governanceText.en.support[support] };
  propose({
    title: { zh: zh.voteTitle, en: en.voteTitle },
    act: { zh: zh.voteAct(said.zh, title.zh), en: en.voteAct(said.en, title.en) },
    intent: parseVote(proposal, support, reason),
    explain: (language) => {
      const t = actsText[language];
      const { has, needed } = sums.quorum;
      return {
        sentence: t.voteSentence(said[language], title[language]),
        changes: [
          { label: t.voteCounts(said[language]), before: String(sums[support]), after: String(sums[support] + 1) },
          ...(support === "against" ? [] : [{ label: t.voteTurnout, before: String(has), after: String(has + 1), limit: t.needed(needed) }]),
        ],
        terms: [
          ...(reason === "" ? [] : [{ label: t.voteReason, text: reason }]),
          { label: t.publicLabel, text: reason === "" ? t.votePublic : t.votePublicReason },
          { label: t.voteStays, text: t.voteStaysText },
        ],
        details: [{ label: t.number, text: `0x${proposal.id.toString(16)}`, hash: true }],
      };
    },
    done: { zh: zh.voteDone, en: en.voteDone },
    link: proposalLink(proposal),
  });
}
