import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseAskToClose } from "#client/work/askToClose.ts";
import { askersNeeded } from "#client/work/mayReview.ts";
import type { Project } from "#client/work/types.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { projectWords } from "../acts/names.ts";
import { projectText } from "./text.ts";

/** Opens the sheet by which a steward asks to close a project, or asks no more. Errors: InputFault. */
export function proposeAskToClose(ledger: Ledger, project: Project, me: MemberId, wanted: boolean, epoch: number): void {
  const title = projectWords(ledger, project.id);
  const needed = askersNeeded(project.stewards.length);
  const before = project.asking.length;
  const after = wanted ? before + 1 : before - 1;
  const { zh, en } = projectText;
  propose({
    title: wanted ? { zh: zh.askTitle, en: en.askTitle } : { zh: zh.unaskTitle, en: en.unaskTitle },
    act: wanted ? { zh: zh.askAct(title.zh), en: en.askAct(title.en) } : { zh: zh.unaskAct(title.zh), en: en.unaskAct(title.en) },
    intent: parseAskToClose({ project: project.id, wanted }),
    explain: (language) => {
      const t = projectText[language];
      return {
        sentence: (wanted ? t.askSentence : t.unaskSentence)(title[language]),
        changes: [{ label: t.askChange, before: t.askOf(before, needed), after: t.askOf(after, needed) }],
        terms: wanted
          ? [
              { label: t.askTerm, text: after >= needed ? t.askTermNow(epoch + 1) : t.askTermLater(needed - after) },
              { label: t.askTermVoid, text: t.askTermVoidText },
            ]
          : [],
        details: [{ label: t.stewards, text: String(me) }],
      };
    },
    done: wanted ? { zh: zh.askDone, en: en.askDone } : { zh: zh.unaskDone, en: en.unaskDone },
    link: `#/p/${project.id}`,
  });
}
