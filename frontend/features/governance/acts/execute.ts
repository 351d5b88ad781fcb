import { epochOf } from "#client/chain/clock.ts";
import { epochStart } from "#client/chain/epoch.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { governanceText } from "../text.ts";
import { decodedOf, proposalLink, titleOf } from "../titles.ts";
import { parseExecute } from "#client/governance/execute.ts";
import { actsText } from "./text.ts";

/** Opens the sheet that carries out what passed and has waited. Anyone may. */
export function proposeExecute(ledger: Ledger, proposal: Proposal, now: number): void {
  const title = titleOf(ledger, proposal);
  const next = epochOf(ledger, now) + 1;
  const atOnce = decodedOf(ledger, proposal).every((action) => action.type === "stewards" || action.type === "expel");
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.executeTitle, en: en.executeTitle },
    act: { zh: zh.executeAct(title.zh), en: en.executeAct(title.en) },
    intent: parseExecute(proposal),
    explain: (language) => {
      const t = actsText[language];
      const { state, title: label } = governanceText[language];
      return {
        sentence: t.executeSentence(title[language]),
        changes: [{ label, before: state.queued, after: state.executed }],
        terms: [
          { label: t.executeBinds, text: atOnce ? t.executeNow : t.executeNext(next, formatDate(epochStart(ledger.clock.genesis, next), language, now)) },
          { label: t.anyone, text: t.anyoneText },
        ],
        details: [{ label: t.number, text: `0x${proposal.id.toString(16)}`, hash: true }],
      };
    },
    done: { zh: zh.executeDone, en: en.executeDone },
    link: proposalLink(proposal),
  });
}
