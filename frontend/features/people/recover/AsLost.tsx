import type { Address } from "viem";
import type { CheckedItem } from "#client/offnet/check.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import type { Member } from "#client/people/fold.ts";
import { guardOf, neededToOpen } from "#client/people/foldGuards.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";
import { proposeOpenRecovery } from "../acts/recovery.ts";
import { CheckedRow } from "../pass/CheckedRow.tsx";
import { bundleOf, isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { useSigning } from "../pass/useSigning.ts";
import { useText } from "../pass/useText.ts";
import { PracticeApprovals } from "./PracticeApprovals.tsx";
import { recoverText } from "./text.ts";

type Request = Of<"recoveryConsent">;
type Approval = Of<"recoveryApproval">;

/** Whether a guardian signed this very request. */
export const isFor = (request: Request, { member, opening, newKey, expires }: Approval): boolean =>
  member === request.member && opening === request.opening && newKey.toLowerCase() === request.newKey.toLowerCase() && expires === request.expires;

/** The side of whoever lost a key and holds a new one: the request, the guardians' signatures, the opening. */
export function AsLost({ member, newKey }: { member: Member; newKey: Address }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signing = useSigning();
  const opening = guardOf(ledger, member.id).openings + 1;
  const { text, put } = useText(`recovery/${member.id}/${opening}/${newKey.toLowerCase()}`);
  if (text === null || !deployment) return <Skeleton rows={2} />;
  const request = itemsIn(text, "recoveryConsent").at(-1);
  const name = nameOf(member)[language];
  const sign = async () => {
    const terms = { member: member.id, opening, newKey, expires: now + HOLDS };
    const signature = await signing.sign(signable("RecoveryConsent", terms, deployment));
    if (signature) put(writeBundle([{ kind: "recoveryConsent", ...terms, signer: newKey, signature }], deployment));
  };
  const barred = ledger.people.byKey.has(newKey.toLowerCase()) ? t.used : undefined;
  if (!request || now > request.expires)
    return (
      <Section title={t.lostTitle}>
        <p className="prose">{t.lostLead(name)}</p>
        <p className="mt-3 text-sm text-ink-2">{t.newKey}</p>
        <code className="mb-4 block font-mono text-sm break-all">{newKey}</code>
        <SignButton signing={signing} closed={barred} onPress={() => void sign()}>{request ? t.renew : t.sign}</SignButton>
      </Section>
    );
  const asked = bundleOf([request], deployment);
  return (
    <>
      <Section title={t.requestSigned} note={t.requestNote(formatMoment(request.expires, language, now))}>
        <PassOn text={asked} about={t.requestAbout(name)} file={`recovery-${member.id}`} link={linkTo(`/recover?member=${member.id}`, asked)} />
      </Section>
      <Approvals member={member} request={request} text={text} put={put} />
    </>
  );
}

function Approvals({ member, request, text, put }: { member: Member; request: Request; text: string; put: (text: string) => void }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const approvals = itemsIn(text, "recoveryApproval").filter((item) => isFor(request, item));
  const checked = useCheckedItems([request, ...approvals]);
  if (!deployment) return null;
  const good = (checked ?? []).filter((one): one is CheckedItem & { item: Approval } => one.item.kind === "recoveryApproval" && isSound(one.verdict));
  const needed = neededToOpen(guardOf(ledger, member.id), now).needed;
  const keep = (list: readonly Approval[]) => put(bundleOf([request, ...list], deployment));
  const add = (more: readonly Approval[]) => keep([...approvals.filter(({ signer }) => !more.some((one) => one.signer.toLowerCase() === signer.toLowerCase())), ...more]);
  const take = (given: string): Both | null => {
    const found = itemsIn(given, "recoveryApproval");
    const mine = found.filter((item) => isFor(request, item));
    if (mine.length === 0) return found.length > 0 ? { zh: recoverText.zh.notForThis, en: recoverText.en.notForThis } : { zh: passText.zh.notThis, en: passText.en.notThis };
    add(mine);
    return null;
  };
  const used = good.slice(0, needed).map(({ item }) => item);
  const missing = needed - used.length;
  return (
    <Section title={t.approvals} note={t.approvalsOf(good.length, needed)}>
      <ul aria-label={t.approvals}>
        {checked?.filter(({ item }) => item.kind === "recoveryApproval").map((row) => (
          <CheckedRow key={row.item.signature} checked={row} onDrop={() => keep(approvals.filter(({ signature }) => signature !== row.item.signature))} />
        ))}
      </ul>
      <PracticeApprovals member={member} request={request} signed={approvals.map(({ signer }) => signer)} onApproval={(one) => add([one])} />
      <div className="mt-5"><TakeIn label={t.takeApproval} onText={take} /></div>
      <div className="mt-6 flex flex-col items-start gap-4">
        <p className="prose text-ink-2">{t.openNote}</p>
        <Button closed={missing > 0 ? t.missing(missing) : undefined} onClick={() => proposeOpenRecovery(ledger, request, used, now, () => put(""))}>{t.open}</Button>
        {missing <= 0 && <PassOn text={bundleOf([request, ...used], deployment)} about={t.all(nameOf(member)[language])} file={`recovery-${member.id}-signed`} />}
      </div>
    </Section>
  );
}
