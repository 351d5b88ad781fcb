import { useState } from "react";
import type { Address } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { Member } from "#client/people/fold.ts";
import { wardsOf } from "#client/people/mayGuard.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import type { OfferedSeat } from "../../../shared/chain/deployment.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import type { Of } from "../pass/checked.ts";
import { seatsWhere } from "../seats.ts";
import { recoverText } from "./text.ts";

/** On the practice network guardians whose seats are offered sign at a press. Elsewhere, and where there is none, it draws nothing. */
export function PracticeApprovals({ member, request, signed, onApproval }: { member: Member; request: Of<"recoveryConsent">; signed: readonly Address[]; onApproval: (approval: Of<"recoveryApproval">) => void }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [busy, setBusy] = useState<number | null>(null);
  if (!deployment?.practice) return null;
  const keyOf = (id: number) => ledger.people.members.get(id as MemberId)!.key;
  const able = seatsWhere(ledger, deployment.seats, (id) => wardsOf(ledger, keyOf(id), now).includes(member.id) && !signed.some((key) => key.toLowerCase() === keyOf(id).toLowerCase()));
  if (able.length === 0) return null;
  const press = async (seat: OfferedSeat) => {
    setBusy(seat.member);
    const { opening, newKey, expires } = request;
    const terms = { member: member.id, opening, newKey, expires, signer: keyOf(seat.member) };
    const { signAsSeat } = await import("../../../shared/signer/practice.ts");
    const signature = await signAsSeat(seat, signable("RecoveryApproval", terms, deployment));
    onApproval({ kind: "recoveryApproval", ...terms, signature, place: request.place, number: 0 });
    setBusy(null);
  };
  return (
    <div className="mt-4 rounded-md bg-practice-wash p-4">
      <h3 className="text-lg text-practice">{t.practiceTitle}</h3>
      <p className="prose text-sm text-practice">{t.practiceNote}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {able.map((seat) => (
          <Button key={seat.member} look="second" small busy={busy === seat.member} onClick={() => void press(seat)}>{t.practicePress(seat.name[language])}</Button>
        ))}
      </div>
    </div>
  );
}
