import { useState } from "react";
import type { Address } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { Member } from "#client/people/fold.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import type { OfferedSeat } from "../../../shared/chain/deployment.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import type { Of } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { seatsWhere } from "../seats.ts";
import { keysText } from "./text.ts";

/** On the practice network the offered seats consent at a press: everybody has their keys. Elsewhere it draws nothing. */
export function PracticeGuardians({ member, taken, onConsent }: { member: Member; taken: readonly Address[]; onConsent: (consent: Of<"guardianConsent">) => void }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [busy, setBusy] = useState<number | null>(null);
  if (!deployment?.practice) return null;
  const keyOf = (id: number) => ledger.people.members.get(id as MemberId)!.key;
  const free = seatsWhere(ledger, deployment.seats, (id) => id !== member.id && !taken.some((key) => key.toLowerCase() === keyOf(id).toLowerCase()));
  const press = async (seat: OfferedSeat) => {
    setBusy(seat.member);
    const terms = { member: member.id, guardian: keyOf(seat.member), expires: now + HOLDS };
    const { signAsSeat } = await import("../../../shared/signer/practice.ts");
    const signature = await signAsSeat(seat, signable("GuardianConsent", terms, deployment));
    onConsent({ kind: "guardianConsent", ...terms, signature, place: { chainId: deployment.chainId, registry: deployment.contracts.memberRegistry, governor: null }, number: 0 });
    setBusy(null);
  };
  return (
    <div className="mt-4 rounded-md bg-practice-wash p-4">
      <h3 className="text-lg text-practice">{t.practiceTitle}</h3>
      <p className="prose text-sm text-practice">{t.practiceNote}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {free.slice(0, 5).map((seat) => (
          <Button key={seat.member} look="second" small busy={busy === seat.member} onClick={() => void press(seat)}>{t.practicePress(seat.name[language])}</Button>
        ))}
      </div>
    </div>
  );
}
