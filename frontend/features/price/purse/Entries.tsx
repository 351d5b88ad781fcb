import { memberOfHolder } from "#client/price/holders.ts";
import type { PurseEntry } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Language } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { DataTable } from "../../../shared/parts/DataTable.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { holderName } from "../market/views.ts";
import { purseText } from "./text.ts";

/** Why a purse changed, in words. */
function reasonWords({ reason, holder }: PurseEntry, language: Language): string {
  const t = purseText[language].reasons;
  switch (reason.is) {
    case "withdrawal":
      return t.withdrawal(shortHex(reason.to));
    case "line":
      return t.line(flowWords[reason.flow][language]);
    case "dividend":
      return t.dividend(projectWords(reason.project)[language]);
    case "reserve":
      return t.reserve(projectWords(reason.project)[language]);
    case "adopted":
      return reason.to === holder ? t.adoptedIn(holderName(reason.from)[language]) : t.adoptedOut(holderName(reason.to)[language]);
    default:
      return t[reason.is];
  }
}

/** Where the reason can be looked at; null: nowhere. */
function linkOf({ reason, holder }: PurseEntry): string | null {
  if ("order" in reason) return `#/market/order/${reason.order}`;
  return reason.is === "dividend" && memberOfHolder(holder) !== 0 ? "#/ledgers/dividends" : null;
}

/** Every change of a purse, newest first, with its reason. */
export function Entries({ entries }: { entries: readonly PurseEntry[] }) {
  const { now } = useLedger();
  const t = useWords(purseText);
  const language = useLanguage();
  if (entries.length === 0) return <p className="text-ink-2">{t.historyNone}</p>;
  return (
    <DataTable
      caption={t.history}
      rows={entries.toReversed()}
      rowKey={({ tx, logIndex, reason }) => `${tx}${logIndex}${reason.is}`}
      columns={[
        { key: "what", head: t.whatHead, lead: true, cell: (entry) => <Reason text={reasonWords(entry, language)} link={linkOf(entry)} /> },
        { key: "when", head: t.whenHead, cell: ({ at }) => <span className="text-sm text-ink-2">{formatMoment(at, language, now)}</span> },
        { key: "amount", head: t.amountHead, end: true, cell: ({ token, amount }) => <Money token={token} amount={amount} signed exact /> },
        { key: "balance", head: t.balanceHead, end: true, cell: ({ token, balance }) => <Money token={token} amount={balance} exact /> },
      ]}
    />
  );
}

const Reason = ({ text, link }: { text: string; link: string | null }) => (link ? <a href={link} className="opens">{text}</a> : <>{text}</>);
