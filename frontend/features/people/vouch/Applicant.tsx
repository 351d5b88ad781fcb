import type { MemberId } from "#client/chain/ids.ts";
import { memberByKey } from "#client/people/fold.ts";
import { joinCountOf, mayVouch, quarterNow, sponsorOf } from "#client/people/mayJoin.ts";
import { learnedOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { ErrorNote, Notice } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { applicantName } from "../acts/joining.ts";
import { AddressWarning } from "../AddressWarning.tsx";
import { LearnedList } from "../LearnedList.tsx";
import { itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { passText } from "../pass/text.ts";
import { useSigning } from "../pass/useSigning.ts";
import { useText } from "../pass/useText.ts";
import { vouchText } from "./text.ts";

type Application = Of<"application">;

/** Who wants to join or return, as the application says it, and the vouch. */
export function Applicant({ application }: { application: Application }) {
  const t = useWords(vouchText);
  const pass = useWords(passText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const [checked] = useCheckedItems([application]) ?? [];
  const before = memberByKey(ledger, application.applicant);
  const returns = before?.standing === "left" && before.key.toLowerCase() === application.applicant.toLowerCase();
  const bad = checked?.verdict.is === "bad" || (checked?.verdict.is === "done" && !returns);
  const learned = learnedOf({ profile: { digest: application.profileDigest, uri: application.profileUri, changedAt: 0 } });
  return (
    <Section title={returns ? t.whoReturns : t.who}>
      <Card>
        <p className="text-sm text-ink-2">{t.selfCalled}</p>
        <p className="font-serif text-xl">{applicantName(application)[language]}</p>
        {returns && <p className="prose mt-1">{t.returns(before.id)}</p>}
        <p className="mt-4 text-sm text-ink-2">{t.address}</p>
        <code className="block font-mono text-sm break-all">{application.applicant}</code>
        <p className="mt-3 text-sm text-ink-2">{t.holds}</p>
        <p className="num">{formatMoment(application.expires, language, now)}</p>
        {learned.length > 0 && <div className="mt-3"><p className="text-sm text-ink-2">{t.learned}</p><LearnedList ids={learned} /></div>}
      </Card>
      <p className="prose mt-3 text-ink-2">{t.compare}</p>
      <div className="mt-3 flex flex-col gap-2 empty:hidden"><AddressWarning address={application.applicant} /></div>
      {!checked && <p role="status" className="mt-3 text-ink-2">{pass.looking}</p>}
      {bad && <div className="mt-3"><ErrorNote title={t.notGood} advice={checked?.verdict.is === "done" ? t.member : checked?.say[language]} /></div>}
      {checked && !bad && <Sign application={application} />}
    </Section>
  );
}

function Sign({ application }: { application: Application }) {
  const t = useWords(vouchText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const me = useMe();
  const signing = useSigning();
  const { text, put } = useText(`vouches/${me ?? 0}`);
  const closed = useObstacle(me, application.applicant);
  const joinCount = joinCountOf(ledger, application.applicant);
  const given = text === null ? undefined : itemsIn(text, "vouch").findLast((vouch) => vouch.applicant.toLowerCase() === application.applicant.toLowerCase() && vouch.joinCount === joinCount && vouch.expires >= now);
  if (!deployment) return null;
  const expires = now + HOLDS;
  const sign = async () => {
    const member = ledger.people.members.get(me as MemberId);
    if (!member || text === null) return;
    const terms = { applicant: application.applicant, joinCount, sponsor: member.id, keyEpoch: member.keyEpoch, expires };
    const signature = await signing.sign(signable("Vouch", terms, deployment));
    if (signature) put(`${text}\n${writeBundle([{ kind: "vouch", ...terms, signature }], deployment)}`.trim());
  };
  if (given)
    return (
      <div className="mt-6">
        <p role="status" className="font-serif text-lg">{t.signed}</p>
        <p className="prose mb-3 text-ink-2">{t.signedNote}</p>
        <PassOn text={writeBundle([given], deployment)} about={t.about(applicantName(application)[language])} file={`vouch-${given.sponsor}-${given.applicant.slice(2, 8)}`} />
      </div>
    );
  return (
    <div className="mt-6 flex flex-col gap-4">
      <Meaning until={expires} me={me} />
      {signer ? <SignButton signing={signing} closed={closed ?? undefined} onPress={() => void sign()}>{t.sign}</SignButton> : <Button className="self-start" onClick={askForSigner}>{t.signIn}</Button>}
    </div>
  );
}

function Meaning({ until, me }: { until: number; me: MemberId | null }) {
  const t = useWords(vouchText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { joined, most, next } = quarterNow(ledger, now);
  const own = me === null ? null : sponsorOf(ledger, me, now);
  return (
    <>
      <div>
        <h3 className="text-lg">{t.means}</h3>
        <ul className="num prose mt-1 list-disc ps-5">
          <li>{t.meansOne}</li>
          <li>{t.meansTwo}</li>
          <li>{t.meansThree}</li>
          {own && <li>{t.meansFour(Math.max(0, own.most - own.used), own.most)}</li>}
          <li>{t.meansFive(formatMoment(until, language, now))}</li>
          <li>{t.quarter(joined, most, formatDate(next, language, now))}</li>
        </ul>
      </div>
      {joined >= most && <Notice>{t.full(formatMoment(next, language, now))}</Notice>}
    </>
  );
}

/** Why the one who signs cannot vouch now, in words; null: nothing stands in the way, or nobody signs. */
function useObstacle(me: MemberId | null, applicant: string): string | null {
  const { obstacle: t } = useWords(vouchText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  if (me === null) return t.notMember;
  if (memberByKey(ledger, applicant)?.id === me) return t.self;
  const found = mayVouch(ledger, me, now);
  if (!found) return null;
  return found.is === "NotSeated" || found.at === null ? t.NotSeated : t[found.is](formatMoment(found.at, language, now));
}
