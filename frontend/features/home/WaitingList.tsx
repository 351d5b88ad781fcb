import { useState } from "react";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatSpan } from "../../shared/language/time.ts";
import { useChainNow } from "../../shared/chain/clock.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { UrgentCard } from "../../shared/parts/Card.tsx";
import { Deadline } from "../../shared/parts/Deadline.tsx";
import { partsText } from "../../shared/parts/text.ts";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { homeText } from "./text.ts";
import type { Item } from "./waiting.ts";

const first = 4;

/** The most urgent thing as a card, the rest as rows. */
export function WaitingList({ items }: { items: readonly Item[] }) {
  const t = useWords(homeText);
  const [all, setAll] = useState(false);
  const [urgent, ...rest] = items;
  if (!urgent) return <div><a href="#/contribute" className={buttonClass()}>{t.step.record}</a></div>;
  const rows = all ? rest : rest.slice(0, first);
  return (
    <div className="min-w-0">
      <UrgentCard
        kind={urgent.kind}
        deadline={urgent.until === null ? urgent.shares === null ? undefined : <Amount micro={urgent.shares} unit="shares" /> : <Deadline at={urgent.until} />}
        title={urgent.title}
        note={urgent.note}
        action={<a href={urgent.href} className={buttonClass()}>{urgent.action}</a>}
      />
      {rows.length > 0 && (
        <div className="mt-3 lg:px-7">
          <Rows label={t.waitingList}>
            {rows.map((item) => (
              <LinkRow key={item.key} href={item.href} title={item.title} note={<Note item={item} />} end={item.shares !== null && <Amount micro={item.shares} unit="shares" />} />
            ))}
          </Rows>
          {rest.length > rows.length && <Button look="text" small onClick={() => setAll(true)}>{t.more(rest.length - rows.length)}</Button>}
        </div>
      )}
    </div>
  );
}

function Note({ item }: { item: Item }) {
  const parts = useWords(partsText);
  const language = useLanguage();
  const now = useChainNow();
  if (item.until === null) return item.note;
  const comma = language === "zh" ? "，" : ", ";
  return `${item.note}${comma}${parts.left(formatSpan(item.until - now, language))}`;
}
