import type { MemberId } from "#client/chain/ids.ts";
import { directLot } from "#client/value/lots.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { proposeDrawLot } from "../acts/draw.ts";
import { Band } from "./Band.tsx";
import { claimText } from "./text.ts";

/** The shares of the epoch in which a contributor's record counts: to draw, drawn, or when. */
export function DrawAction({ claim, me }: { claim: RecordClaim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  if (!claim.owners.includes(me)) return null;
  const lot = directLot(ledger, claim.project, claim.epoch, me, now);
  if (!lot || lot.state === "open") return null;
  const shares = formatMicro(lot.shares, language);
  return (
    <Band>
      {lot.state === "drawable" ? (
        <Button onClick={() => proposeDrawLot(ledger, lot)}>{t.draw(shares)}</Button>
      ) : (
        <p className="flex flex-wrap gap-x-4">
          <span>{t.drawn(shares)}</span>
          <a href={`#/why/${me}/${claim.project}`} className="opens reach">
            {t.drawnWhy}
          </a>
        </p>
      )}
    </Band>
  );
}
