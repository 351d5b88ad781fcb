import { writeBundle } from "#client/offnet/bundle.ts";
import type { Member } from "#client/people/fold.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { neededToClose } from "#client/people/mayGuard.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { proposeCancelRecovery } from "../acts/recovery.ts";
import { CheckedRow } from "../pass/CheckedRow.tsx";
import { bundleOf, isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { useSigning } from "../pass/useSigning.ts";
import { useText } from "../pass/useText.ts";
import { recoverText } from "./text.ts";

type Cancelling = Of<"recoveryCancel">;

/** Guardians close what they opened. All sign the same date: whoever comes later signs that of the first. */
export function Cancel({ member }: { member: Member }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const signing = useSigning();
  const opening = guardOf(ledger, member.id).openings;
  const { text, put } = useText(`cancel/${member.id}/${opening}`);
  const all = itemsIn(text ?? "", "recoveryCancel").filter((item) => item.member === member.id && item.opening === opening && item.expires >= now);
  const signed = all.filter(({ expires }) => expires === all[0]?.expires);
  const checked = useCheckedItems(signed);
  if (text === null || !deployment || !signer) return null;
  const good = (checked ?? []).filter(({ verdict }) => isSound(verdict)).map(({ item }) => item);
  const needed = neededToClose(ledger, member.id, now);
  const missing = needed - good.length;
  const name = nameOf(member)[language];
  const mine = signed.some((item) => item.signer.toLowerCase() === signer.address.toLowerCase());
  const keep = (list: readonly Cancelling[]) => put(bundleOf(list, deployment));
  const sign = async () => {
    const terms = { member: member.id, opening, expires: signed[0]?.expires ?? now + HOLDS, signer: signer.address };
    const signature = await signing.sign(signable("RecoveryCancel", terms, deployment));
    if (signature) put(`${text}\n${writeBundle([{ kind: "recoveryCancel", ...terms, signature }], deployment)}`.trim());
  };
  const take = (given: string): Both | null => {
    const found = itemsIn(given, "recoveryCancel").filter((item) => item.member === member.id && item.opening === opening);
    if (found.length === 0) return { zh: passText.zh.notThis, en: passText.en.notThis };
    keep([...found, ...(found[0]!.expires === signed[0]?.expires ? signed.filter(({ signer: by }) => !found.some((one) => one.signer === by)) : [])]);
    return null;
  };
  return (
    <Section title={t.cancelTitle} note={t.cancelLead}>
      <p className="num mb-2 text-sm text-ink-2">{t.approvalsOf(good.length, needed)}</p>
      <ul aria-label={t.approvals}>
        {checked?.map((row) => <CheckedRow key={row.item.signature} checked={row} onDrop={() => keep(signed.filter(({ signature }) => signature !== row.item.signature))} />)}
      </ul>
      {mine ? <p role="status" className="my-3">{t.cancelSigned}</p> : <div className="my-3"><SignButton look="second" signing={signing} onPress={() => void sign()}>{t.cancelSign}</SignButton></div>}
      {signed.length > 0 && <PassOn text={bundleOf(signed, deployment)} about={t.cancelAbout(name)} file={`cancel-${member.id}`} />}
      <div className="mt-5"><TakeIn label={t.cancelTake} onText={take} /></div>
      <div className="mt-5">
        <Button look={missing > 0 ? "second" : "primary"} closed={missing > 0 ? t.missing(missing) : undefined} onClick={() => proposeCancelRecovery({ member: member.id, opening, expires: good[0]!.expires }, good.slice(0, needed), () => put(""))}>{t.cancel}</Button>
      </div>
    </Section>
  );
}
