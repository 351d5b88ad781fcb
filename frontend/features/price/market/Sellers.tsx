import { useState } from "react";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { sellersOf } from "#client/price/accounts.ts";
import { nameSellerObstacle } from "#client/price/may.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { MemberSelect } from "../../people/MemberSelect.tsx";
import { proposeSeller } from "./acts.ts";
import { marketText } from "./text.ts";

/** Who else sells for a project: its stewards name them, and name them no more. Nothing for others. */
export function Sellers({ project, me }: { project: ProjectId; me: MemberId }) {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const [chosen, setChosen] = useState<number | null>(null);
  const named = sellersOf(ledger, project);
  if (!ledger.work.projects.get(project)?.stewards.includes(me)) return null;
  const mayName = chosen !== null && nameSellerObstacle(ledger, project, chosen as MemberId, true, me) === null;
  return (
    <Section title={t.sellers} note={t.sellersNote}>
      <ul aria-label={t.sellers} className="[&>li]:border-b [&>li]:border-line">
        {named.map((member) => (
          <li key={member} className="flex min-h-13 items-center justify-between gap-3 py-2">
            <MemberName id={member} />
            <Button look="text" small onClick={() => proposeSeller(project, member, false)}>{t.unnameSeller}</Button>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1"><MemberSelect label={t.sellerChoice} value={chosen} onChoose={setChosen} /></div>
        {mayName && <Button look="second" onClick={() => proposeSeller(project, chosen as MemberId, true)}>{t.nameSeller}</Button>}
      </div>
    </Section>
  );
}
