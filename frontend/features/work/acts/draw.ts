import type { Ledger } from "#client/ledger.ts";
import { parseDraw } from "#client/value/draw.ts";
import { type Lot, sharesOf } from "#client/value/lots.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { memberWords, microWords, projectWords } from "./names.ts";
import { actsText } from "./text.ts";

/** Opens the sheet by which a member's lot of one project and epoch is drawn. Errors: InputFault. */
export function proposeDrawLot(ledger: Ledger, lot: Lot): void {
  const [name, title, shares] = [memberWords(ledger, lot.member), projectWords(ledger, lot.project), microWords(lot.shares)];
  const before = sharesOf(ledger, lot.project, lot.member);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.drawTitle, en: en.drawTitle },
    act: { zh: zh.drawAct(title.zh, lot.epoch), en: en.drawAct(title.en, lot.epoch) },
    intent: parseDraw({ project: lot.project, member: lot.member, epochs: [lot.epoch] }),
    explain: (language) => {
      const t = actsText[language];
      const show = (micro: bigint) => microWords(micro)[language];
      return {
        sentence: t.drawSentence(name[language], title[language], lot.epoch, shares[language]),
        changes: [{ label: t.drawChange(title[language]), before: show(before), after: show(before + lot.shares), value: true, sum: t.drawSum(show(lot.credit), show(lot.issued), show(lot.total), show(lot.shares)) }],
        terms: [
          { label: t.drawWhen, text: t.drawWhenText },
          { label: t.publicLabel, text: t.publicDraw },
        ],
        details: [],
      };
    },
    done: { zh: zh.drawDone(shares.zh), en: en.drawDone(shares.en) },
    link: `#/why/${lot.member}/${lot.project}`,
  });
}
