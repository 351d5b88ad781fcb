import { useState } from "react";
import type { Address } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import { readBundle } from "#client/offnet/bundle.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { mayVouch, vouchesNeeded } from "#client/people/mayJoin.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import type { OfferedSeat } from "../../../shared/chain/deployment.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { CheckedRow } from "../pass/CheckedRow.tsx";
import { isOf, isSound, type Of } from "../pass/checked.ts";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { seatsWhere } from "../seats.ts";
import { HOLDS } from "../pass/holds.ts";
import { joinText } from "./text.ts";

type Vouch = Of<"vouch">;

interface VouchesProps {
  readonly applicant: Address;
  /** How often the applicant joined before. */
  readonly joinCount: number;
  readonly vouches: readonly Vouch[];
  readonly checked: readonly CheckedItem[] | null;
  readonly put: (vouches: readonly Vouch[]) => void;
}

/** The vouches that came, each checked, and the ways by which more come. */
export function Vouches({ applicant, joinCount, vouches, checked, put }: VouchesProps) {
  const t = useWords(joinText);
  const pass = useWords(passText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const rows = checked?.filter((one): one is CheckedItem & { item: Vouch } => isOf(one.item, "vouch"));
  const good = rows?.filter(({ verdict }) => isSound(verdict)).length ?? 0;
  const take = (text: string): Both | null => {
    const found = readBundle(text).items.filter((item): item is Vouch => isOf(item, "vouch"));
    const mine = found.filter((item) => item.applicant.toLowerCase() === applicant.toLowerCase());
    if (mine.length === 0) return found.length > 0 ? { zh: joinText.zh.notForYou, en: joinText.en.notForYou } : { zh: passText.zh.notThis, en: passText.en.notThis };
    const before = vouches.filter(({ sponsor }) => !mine.some((item) => item.sponsor === sponsor));
    put([...before, ...mine]);
    return null;
  };
  return (
    <>
      <PracticeSponsors applicant={applicant} joinCount={joinCount} vouches={vouches} put={put} />
      <h3 className="mt-8 text-lg">{t.received}</h3>
      <p role="status" className="num text-sm text-ink-2">{vouches.length === 0 ? t.receivedNone : rows ? t.receivedOf(good, vouchesNeeded(ledger)) : pass.looking}</p>
      <ul aria-label={t.received} className="mb-4">
        {rows?.map((row) => (
          <CheckedRow key={row.item.signature} checked={row} {...(isSound(row.verdict) && !(row.verdict.is === "waits" && row.verdict.for.is === "sponsor") ? { note: t.sound(formatMoment(row.item.expires, language, now)) } : {})} onDrop={() => put(vouches.filter(({ signature }) => signature !== row.item.signature))} />
        ))}
      </ul>
      <TakeIn label={t.takeIn} onText={take} />
    </>
  );
}

/** On the practice network the offered seats vouch at a press: everybody has their keys. Elsewhere it draws nothing. */
function PracticeSponsors({ applicant, joinCount, vouches, put }: Omit<VouchesProps, "checked">) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [busy, setBusy] = useState<number | null>(null);
  if (!deployment?.practice) return null;
  const able = seatsWhere(ledger, deployment.seats, (id) => mayVouch(ledger, id, now) === null && !vouches.some(({ sponsor }) => sponsor === id));
  const press = async (seat: OfferedSeat) => {
    setBusy(seat.member);
    const sponsor = ledger.people.members.get(seat.member as MemberId)!;
    const terms = { applicant, joinCount, sponsor: seat.member, keyEpoch: sponsor.keyEpoch, expires: now + HOLDS };
    const { signAsSeat } = await import("../../../shared/signer/practice.ts");
    const signature = await signAsSeat(seat, signable("Vouch", terms, deployment));
    const place = { chainId: deployment.chainId, registry: deployment.contracts.memberRegistry, governor: null };
    put([...vouches, { kind: "vouch", ...terms, signature, place, number: 0 }]);
    setBusy(null);
  };
  return (
    <div className="mt-6 rounded-md bg-practice-wash p-4">
      <h3 className="text-lg text-practice">{t.practiceTitle}</h3>
      <p className="prose text-sm text-practice">{t.practiceNote}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {able.length === 0 && <p>{t.practiceNone}</p>}
        {able.slice(0, 4).map((seat) => (
          <Button key={seat.member} look="second" small busy={busy === seat.member} onClick={() => void press(seat)}>{t.practicePress(seat.name[language])}</Button>
        ))}
      </div>
    </div>
  );
}
