import { readBundle } from "#client/offnet/bundle.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { isNamed, namedUntil, quarterNow, vouchesNeeded } from "#client/people/mayJoin.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { applicantName, proposeJoin } from "../acts/joining.ts";
import { bundleOf, isOf, isSound, type Of, useCheckedItems } from "../pass/checked.ts";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { joinText } from "./text.ts";
import { Vouches } from "./Vouches.tsx";

type Application = Of<"application">;
type Vouch = Of<"vouch">;

/** A signed application, the vouches for it, and the joining once there are enough. */
export function Gather({ application, kept, put }: { application: Application; kept: string; put: (text: string) => void }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const vouches = ownVouches(kept, application.applicant);
  const checked = useCheckedItems([application, ...vouches]);
  const good = checked?.filter(({ item, verdict }) => item.kind === "vouch" && isSound(verdict) && !(verdict.is === "waits" && verdict.for.is === "sponsor")) as (CheckedItem & { item: Vouch })[] | undefined;
  if (!deployment) return null;
  const name = applicantName(application);
  const text = bundleOf([application], deployment);
  const named = isNamed(ledger, application.applicant, now);
  const rewrite = () => put(bundleOf(vouches, deployment));
  return (
    <>
      <Section title={`1. ${t.signedTitle}`} note={t.signedUntil(formatMoment(application.expires, language, now))}>
        <p className="font-serif text-xl">{name[language]}</p>
        <Button look="text" small onClick={rewrite}>{t.again}</Button>
        <p className="text-sm text-ink-3">{t.againLead}</p>
      </Section>
      {named ? (
        <div className="mt-8"><Notice>{t.named(formatMoment(namedUntil(ledger, application.applicant), language, now))}</Notice></div>
      ) : (
        <Section title={`2. ${t.two(vouchesNeeded(ledger))}`} note={t.giveNote}>
          <PassOn text={text} about={t.about(name[language])} file={`application-${application.applicant.slice(2, 8)}`} link={linkTo("/vouch", text)} />
          <Vouches applicant={application.applicant} joinCount={0} vouches={vouches} checked={checked} put={(list) => put(bundleOf([application, ...list], deployment))} />
        </Section>
      )}
      <Send application={application} good={(good ?? []).map(({ item }) => item)} named={named} put={put} />
    </>
  );
}

/** The vouches for an address that a kept text holds. */
export const ownVouches = (kept: string, applicant: string): Vouch[] => readBundle(kept).items.filter((item): item is Vouch => isOf(item, "vouch") && item.applicant.toLowerCase() === applicant.toLowerCase());

/** The joining itself: by whoever signs here, or by anyone to whom all of it is given. */
function Send({ application, good, named, put }: { application: Application; good: readonly Vouch[]; named: boolean; put: (text: string) => void }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const { joined, most, next } = quarterNow(ledger, now);
  const needed = named ? 0 : vouchesNeeded(ledger);
  const used = named ? [] : good.slice(0, needed);
  const missing = needed - used.length;
  const closed = now > application.expires ? t.expired : missing > 0 ? t.notEnough(missing) : !named && joined >= most ? t.full(formatMoment(next, language, now)) : undefined;
  return (
    <Section title={`3. ${t.joinTitle}`} note={t.joinNote}>
      <Button closed={closed} onClick={() => proposeJoin(ledger, application, used, () => put(""))}>{t.join}</Button>
      {!closed && deployment && (
        <div className="mt-6">
          <h3 className="mb-2 text-lg">{t.handOver}</h3>
          <PassOn text={bundleOf([application, ...used], deployment)} about={t.all(applicantName(application)[language])} file={`joining-${application.applicant.slice(2, 8)}`} />
        </div>
      )}
    </Section>
  );
}
