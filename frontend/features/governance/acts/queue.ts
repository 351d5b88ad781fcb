import { DAY } from "#client/chain/epoch.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { parseQueue } from "#client/governance/queue.ts";
import { actsText } from "./text.ts";

/** Opens the sheet that queues what passed. Anyone may. */
export function proposeQueue(ledger: Ledger, proposal: Proposal, now: number): void {
  const title = titleOf(ledger, proposal);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.queueTitle, en: en.queueTitle },
    act: { zh: zh.queueAct(title.zh), en: en.queueAct(title.en) },
    intent: parseQueue(proposal),
    explain: (language) => {
      const t = actsText[language];
      const { state } = governanceText[language];
      return {
        sentence: t.queueSentence(title[language]),
        changes: [{ label: governanceText[language].title, before: state.succeeded, after: state.queued }],
        terms: [
          { label: t.queueWhen, text: formatMoment(now + proposal.timelockDays * DAY, language, now) },
          { label: t.anyone, text: t.anyoneText },
        ],
        details: [{ label: t.number, text: `0x${proposal.id.toString(16)}`, hash: true }],
      };
    },
    done: { zh: zh.queueDone, en: en.queueDone },
    link: proposalLink(proposal),
  });
}
