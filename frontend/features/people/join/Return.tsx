import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import type { Member } from "#client/people/fold.ts";
import { quarterNow, vouchesNeeded } from "#client/people/mayJoin.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";
import { proposeRejoin } from "../acts/joining.ts";
import { bundleOf, isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { useSigning } from "../pass/useSigning.ts";
import { useText } from "../pass/useText.ts";
import { joinText } from "./text.ts";
import { Vouches } from "./Vouches.tsx";

/** The way back of a member who left: a signed request for sponsors, their fresh vouches, and the return. */
export function Return({ member }: { member: Member }) {
  const { deployment } = useNetwork();
  const { text, put } = useText(`rejoin/${member.id}/${member.joinCount}`);
  if (text === null || !deployment) return <Skeleton rows={3} />;
  return <Gather member={member} text={text} put={put} />;
}

function Gather({ member, text, put }: { member: Member; text: string; put: (text: string) => void }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signing = useSigning();
  const request = itemsIn(text, "application").at(-1);
  const vouches = itemsIn(text, "vouch");
  const checked = useCheckedItems(vouches);
  if (!deployment) return null;
  const name = nameOf(member)[language];
  const sign = async () => {
    const { profile } = member;
    const terms = { applicant: member.key, profileDigest: profile?.digest ?? (`0x${"0".repeat(64)}` as const), profileUri: profile?.uri ?? "", expires: now + HOLDS };
    const signature = await signing.sign(signable("Application", terms, deployment));
    if (signature) put(`${writeBundle([{ kind: "application", ...terms, signature }], deployment)}\n${text}`);
  };
  const keep = (list: readonly Of<"vouch">[]) => put(bundleOf([...(request ? [request] : []), ...list], deployment));
  const asked = request && bundleOf([request], deployment);
  return (
    <>
      <Section title={`1. ${t.two(vouchesNeeded(ledger))}`} note={asked ? t.giveNote : t.oneNote}>
        {asked ? <PassOn text={asked} about={t.askAbout(name)} file={`return-${member.id}`} link={linkTo("/vouch", asked)} /> : <SignButton signing={signing} onPress={() => void sign()}>{t.askSign}</SignButton>}
        <Vouches applicant={member.key} joinCount={member.joinCount} vouches={vouches} checked={checked} put={keep} />
      </Section>
      <Send member={member} checked={checked} onDone={() => put("")} />
    </>
  );
}

function Send({ member, checked, onDone }: { member: Member; checked: readonly (CheckedItem & { readonly item: Of<"vouch"> })[] | null; onDone: () => void }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { joined, most, next } = quarterNow(ledger, now);
  const needed = vouchesNeeded(ledger);
  // The member puts his vouches in himself: that they wait for him is all there is to wait for.
  const good = (checked ?? []).filter(({ verdict }) => isSound(verdict) && !(verdict.is === "waits" && verdict.for.is === "sponsor")).slice(0, needed);
  const missing = needed - good.length;
  const closed = missing > 0 ? t.notEnough(missing) : joined >= most ? t.full(formatMoment(next, language, now)) : undefined;
  return (
    <Section title={`2. ${t.rejoin}`}>
      <Button closed={closed} onClick={() => proposeRejoin(good.map(({ item }) => item), member.id, onDone)}>{t.rejoin}</Button>
    </Section>
  );
}
