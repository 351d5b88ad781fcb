import type { Ledger } from "#client/ledger.ts";
import { MOST_LOTS, parseDraw } from "#client/value/draw.ts";
import { type Lot, sharesOf } from "#client/value/lots.ts";
import { propose } from "../../shared/act/proposal.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import { sharesText } from "./text.ts";

/** Opens the sheet by which lots of one member in one project are drawn, all in one transaction. Errors: InputFault. */
export function proposeDraw(ledger: Ledger, given: readonly Lot[]): void {
  const lots = [...given].sort((a, b) => a.epoch - b.epoch).slice(0, MOST_LOTS);
  const { project, member } = lots[0]!;
  const [name, title] = [memberWords(member), projectWords(project)];
  const epochs = lots.map(({ epoch }) => epoch);
  const shares = lots.reduce((sum, lot) => sum + lot.shares, 0n);
  const before = sharesOf(ledger, project, member);
  const { zh, en } = sharesText;
  propose({
    title: { zh: zh.drawTitle, en: en.drawTitle },
    act: { zh: zh.drawAct(title.zh, zh.epochList(epochs)), en: en.drawAct(title.en, en.epochList(epochs)) },
    intent: parseDraw({ project, member, epochs }),
    explain: (language) => {
      const t = sharesText[language];
      const show = (micro: bigint) => formatMicro(micro, language);
      const only = lots.length === 1 ? lots[0]! : null;
      return {
        sentence: t.drawSentence(name[language], title[language], t.epochList(epochs), show(shares)),
        changes: [
          {
            label: t.drawChange(title[language]),
            before: show(before),
            after: show(before + shares),
            value: true,
            sum: only ? t.sumOne(show(only.credit), show(only.issued), show(only.total), show(shares)) : t.sumMany(lots.map((lot) => show(lot.shares)).join(" + "), show(shares)),
          },
        ],
        terms: [
          { label: t.whenLabel, text: t.whenText },
          { label: t.roundedLabel, text: t.roundedDown },
          { label: t.publicLabel, text: t.publicText },
        ],
        details: [],
      };
    },
    done: { zh: zh.drawDone(formatMicro(shares, "zh")), en: en.drawDone(formatMicro(shares, "en")) },
    link: `#/why/${member}/${project}`,
  });
}
