import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { memberByKey } from "#client/people/fold.ts";
import { JOIN_TIMES, joinCountOf } from "#client/people/mayJoin.ts";
import { digestOf } from "#client/people/signing.ts";
import { vouchesOf } from "#client/people/vouches.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { proposeRevokeVouch } from "../acts/joining.ts";
import { guardianWords } from "../guardians.ts";
import { MemberName } from "../MemberName.tsx";
import { itemsIn, type Of } from "../pass/checked.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { useText } from "../pass/useText.ts";
import { vouchText } from "./text.ts";

type Vouch = Of<"vouch">;

/** What a member vouched for: unused vouches of this browser, and on chain who joined by them. */
export function Given({ me }: { me: MemberId }) {
  const t = useWords(vouchText);
  const { ledger } = useLedger();
  const { text } = useText(`vouches/${me}`);
  const kept = itemsIn(text ?? "", "vouch").toReversed();
  const wards = vouchesOf(ledger, me);
  return (
    <>
      <Section title={t.given} note={t.givenNote}>
        {kept.length === 0 && wards.length === 0 && <p className="py-2 text-ink-2">{t.givenNone}</p>}
        {text !== null && text !== "" && (
          <ul aria-label={t.given}>
            {kept.map((vouch) => (
              <GivenRow key={vouch.signature} vouch={vouch} />
            ))}
          </ul>
        )}
      </Section>
      {wards.length > 0 && <Wards me={me} />}
    </>
  );
}

type Fate = { readonly is: "until" | "expired" } | { readonly is: "used"; readonly member: number } | { readonly is: "usedByOther" | "revoked" | "keyGone" };

/** What became of a vouch, by the books. */
function fateOf(ledger: Ledger, vouch: Vouch, now: number, revoked: boolean): Fate {
  const member = memberByKey(ledger, vouch.applicant);
  if (joinCountOf(ledger, vouch.applicant) > vouch.joinCount) return member && member.joinCount === vouch.joinCount + 1 && member.sponsors.includes(vouch.sponsor as MemberId) ? { is: "used", member: member.id } : { is: "usedByOther" };
  if (revoked) return { is: "revoked" };
  if (ledger.people.members.get(vouch.sponsor as MemberId)?.keyEpoch !== vouch.keyEpoch) return { is: "keyGone" };
  return { is: now > vouch.expires ? "expired" : "until" };
}

function GivenRow({ vouch }: { vouch: Vouch }) {
  const t = useWords(vouchText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [shown, setShown] = useState(false);
  if (!deployment) return null;
  const fate = fateOf(ledger, vouch, now, ledger.people.revokedVouches.has(digestOf("Vouch", vouch, deployment)));
  const name: Both = guardianWords(ledger, vouch.applicant);
  const moment = formatMoment(vouch.expires, language, now);
  const said = fate.is === "until" ? t.until(moment) : fate.is === "expired" ? t.expired(moment) : fate.is === "used" ? t.used(fate.member) : t[fate.is];
  return (
    <li className="flex items-start gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1.5"><StateMark state={fate.is === "until" ? "signed" : fate.is === "used" ? "final" : fate.is === "expired" ? "expired" : "replaced"} /></span>
      <div className="min-w-0 flex-1">
        <p className="break-all">{name[language]}</p>
        <p className="num text-sm text-ink-2">{said}</p>
        {fate.is === "until" && (
          <p className="mt-1 flex flex-wrap gap-x-5">
            <Button look="text" small aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? t.hide : t.show}</Button>
            <Button look="text" small onClick={() => proposeRevokeVouch(vouch, name)}>{t.revoke}</Button>
          </p>
        )}
        {shown && fate.is === "until" && <PassOn text={writeBundle([vouch], deployment)} about={t.about(name[language])} file={`vouch-${vouch.sponsor}-${vouch.applicant.slice(2, 8)}`} />}
      </div>
    </li>
  );
}

function Wards({ me }: { me: MemberId }) {
  const t = useWords(vouchText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  return (
    <Section title={t.wards}>
      <Rows label={t.wards}>
        {vouchesOf(ledger, me).map(({ id, joinedAt, standing }) => {
          const until = joinedAt + JOIN_TIMES.liable;
          return <FactRow key={id} label={<MemberName id={id} />}>{standing === "expelled" ? t.expelledWard : now < until ? t.liable(formatDate(until, language, now)) : t.free}</FactRow>;
        })}
      </Rows>
    </Section>
  );
}
