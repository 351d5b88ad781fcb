import { calendarText } from "#client/chain/ics.ts";
import { chainKey } from "#client/chain/deployment.ts";
import { deadlinesOfProposal } from "#client/governance/deadlines.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger, useMe } from "../../shared/books/books.ts";
import { useNetwork } from "../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { saveFile } from "../../shared/parts/saveFile.ts";
import { governanceText } from "./text.ts";
import { proposalLink, titleOf } from "./titles.ts";

/** Saves the moments to come of proposals as a calendar file, so that no vote is missed by those who do not open the page. Nothing where none lies ahead. */
export function CalendarButton({ proposals, all }: { proposals: readonly Proposal[]; all?: boolean }) {
  const t = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const me = useMe();
  const deadlines = proposals.flatMap((proposal) => deadlinesOfProposal(proposal, ledger, me, now).map((deadline) => ({ deadline, proposal })));
  if (!deployment || deadlines.length === 0) return null;
  const place = chainKey(deployment).replace(":0x", "-");
  const save = () => {
    const entries = deadlines.map(({ deadline, proposal }) => ({
      uid: `${deadline.uid}-${place}@gongsheng`,
      at: deadline.at,
      // By what it would do, and not by what the proposer calls it.
      title: `${t.moment[deadline.is as keyof typeof t.moment]}${language === "zh" ? "：" : ": "}${titleOf(ledger, proposal)[language]}`,
      words: deployment.name[language],
      url: new URL(proposalLink(proposal), document.baseURI).href,
      sequence: deadline.sequence,
    }));
    saveFile(all ? "gongsheng.ics" : `gongsheng-${proposals[0]!.id.toString(16).slice(0, 8)}.ics`, "text/calendar;charset=utf-8", calendarText(entries, now));
  };
  return <Button look="text" small onClick={save}>{all ? t.calendarAll : t.calendar}</Button>;
}
