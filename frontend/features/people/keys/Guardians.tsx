import type { Address } from "viem";
import type { CheckedItem } from "#client/offnet/check.ts";
import type { Member } from "#client/people/fold.ts";
import { guardiansAt, guardOf, neededToOpen } from "#client/people/foldGuards.ts";
import { mayChangeGuardians } from "#client/people/mayGuard.ts";
import { GUARDIANS } from "#client/people/setGuardians.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { proposeGuardians, proposeKeepGuardians } from "../acts/keys.ts";
import { Guardian } from "../Guardian.tsx";
import { CheckedRow } from "../pass/CheckedRow.tsx";
import { bundleOf, isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { useText } from "../pass/useText.ts";
import { PracticeGuardians } from "./PracticeGuardians.tsx";
import { keysText } from "./text.ts";

/** Who may recover the member: now, soon, and how others are asked. */
export function Guardians({ member }: { member: Member }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const guard = guardOf(ledger, member.id);
  const list = guardiansAt(guard, now);
  const next = guard.next && now < guard.next.from ? guard.next : null;
  const obstacle = mayChangeGuardians(ledger, member.id, now);
  const needed = neededToOpen(guard, now).needed;
  return (
    <Section title={t.guardians}>
      <p className="prose text-ink-2">{t.guardiansLead}</p>
      {list.length === 0 && !next && <div className="mt-3"><Notice>{t.guardiansNone}</Notice></div>}
      {list.length > 0 && <GuardianList label={t.guardiansNeed(needed, list.length)} list={list} />}
      {next && (
        <div className="mt-4">
          <GuardianList label={t.pending(formatMoment(next.from, language, now))} list={next.list} />
          <p className="text-sm text-ink-2">{t.pendingNote}</p>
          <p className="my-3"><Button look="second" small onClick={() => proposeKeepGuardians(ledger, member, now)}>{t.keep}</Button></p>
          <MoveTime to={next.from} label={t.pendingMove} />
        </div>
      )}
      {obstacle ? <Closed is={obstacle.is} at={obstacle.at} /> : <Ask key={`${member.id}/${member.keyEpoch}`} member={member} />}
    </Section>
  );
}

function GuardianList({ label, list }: { label: string; list: readonly Address[] }) {
  return (
    <>
      <h3 className="num mt-4 text-lg">{label}</h3>
      <ul aria-label={label}>
        {list.map((guardian) => (
          <li key={guardian} className="border-b border-line py-2.5 last:border-b-0"><Guardian address={guardian} /></li>
        ))}
      </ul>
    </>
  );
}

/** Why guardians cannot be changed now, and from when on they can. */
function Closed({ is, at }: { is: NonNullable<ReturnType<typeof mayChangeGuardians>>["is"]; at: number | null }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { now } = useLedger();
  const date = at === null ? "" : formatMoment(at, language, now);
  const text = is === "KeyTooYoung" || is === "VetoFresh" ? t.obstacle[is](date) : t.obstacle.RecoveryIsOpen;
  return (
    <div className="mt-4">
      <Notice>{text}</Notice>
      {at !== null && <MoveTime to={at} label={t.obstacleMove} />}
    </div>
  );
}

function Ask({ member }: { member: Member }) {
  const t = useWords(keysText);
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const { text, put } = useText(`guardians/${member.id}`);
  const consents = itemsIn(text ?? "", "guardianConsent").filter((item) => item.member === member.id);
  const checked = useCheckedItems(consents);
  if (text === null || !deployment) return null;
  const link = linkTo(`/guard?member=${member.id}`)!;
  const keep = (list: readonly Of<"guardianConsent">[]) => put(bundleOf(list, deployment));
  const add = (more: readonly Of<"guardianConsent">[]) => keep([...consents.filter(({ guardian }) => !more.some((one) => one.guardian.toLowerCase() === guardian.toLowerCase())), ...more]);
  const take = (given: string): Both | null => {
    const found = itemsIn(given, "guardianConsent");
    const mine = found.filter((item) => item.member === member.id);
    if (mine.length === 0) return found.length > 0 ? { zh: keysText.zh.notForYou, en: keysText.en.notForYou } : { zh: passText.zh.notThis, en: passText.en.notThis };
    add(mine);
    return null;
  };
  return (
    <div className="mt-6">
      <h3 className="text-lg">{t.ask}</h3>
      <p className="prose mb-3 text-sm text-ink-2">{t.askNote}</p>
      <PassOn text={link} about={t.askAbout} link={link} />
      <PracticeGuardians member={member} taken={consents.map(({ guardian }) => guardian)} onConsent={(one) => add([one])} />
      <div className="mt-5"><TakeIn label={t.takeGuardian} onText={take} /></div>
      {consents.length > 0 && <Consents checked={checked} count={consents.length} onDrop={(gone) => keep(consents.filter(({ signature }) => signature !== gone.signature))} />}
      <SetThem checked={checked} onSet={(good) => proposeGuardians(ledger, member, good, now, () => put(""))} />
    </div>
  );
}

type Checked = readonly (CheckedItem & { readonly item: Of<"guardianConsent"> })[] | null;

/** Those that may stay: also of guardians who are so already, who sign again like the others. */
const usable = (checked: Checked) => (checked ?? []).filter(({ verdict }) => isSound(verdict) || verdict.is === "done");

function Consents({ checked, count, onDrop }: { checked: Checked; count: number; onDrop: (item: Of<"guardianConsent">) => void }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { now } = useLedger();
  return (
    <>
      <h3 className="mt-5 text-lg">{t.consents}</h3>
      <p className="num text-sm text-ink-2">{t.consentsCount(count)}</p>
      <ul aria-label={t.consents}>
        {checked?.map((row) => (
          <CheckedRow key={row.item.signature} checked={row} {...(row.verdict.is === "bad" ? {} : { note: t.until(formatMoment(row.item.expires, language, now)) })} onDrop={() => onDrop(row.item)} />
        ))}
      </ul>
    </>
  );
}

function SetThem({ checked, onSet }: { checked: Checked; onSet: (good: readonly Of<"guardianConsent">[]) => void }) {
  const t = useWords(keysText);
  const good = usable(checked).map(({ item }) => item);
  const closed = good.length < GUARDIANS.fewest ? t.setToo(GUARDIANS.fewest - good.length) : good.length > GUARDIANS.most ? t.setMany : undefined;
  return <div className="mt-4"><Button look={closed ? "second" : "primary"} closed={closed} onClick={() => onSet(good)}>{t.set}</Button></div>;
}

