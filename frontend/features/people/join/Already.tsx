import type { Member } from "#client/people/fold.ts";
import { isSeated } from "#client/people/fold.ts";
import { vouchesNeeded } from "#client/people/mayJoin.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { Return } from "./Return.tsx";
import { SeatCard } from "./SeatCard.tsx";
import { joinText } from "./text.ts";

/** Joining, for one who is or was a member: the seat that comes, the way back, or the vote that it takes. */
export function Already({ member }: { member: Member }) {
  const t = useWords(joinText);
  const { ledger } = useLedger();
  if (member.standing === "left")
    return (
      <>
        <Section title={t.leftTitle}>
          <p className="prose">{t.leftLead(vouchesNeeded(ledger))}</p>
        </Section>
        <Return member={member} />
      </>
    );
  if (member.standing === "expelled") {
    const link = linkTo(`/decide/new?type=readmit&member=${member.id}`)!;
    return (
      <Section title={t.expelledTitle}>
        <p className="prose mb-4">{t.expelledLead}</p>
        <PassOn text={link} about={t.expelledLink} link={link} />
      </Section>
    );
  }
  return (
    <>
      <SeatCard member={member} />
      <Section title={t.memberTitle}>
        {isSeated(ledger, member.id) && <p className="prose mb-3">{t.memberSeated}</p>}
        <a href={`#/m/${member.id}`} className={buttonClass("second")}>{t.toPage}</a>
      </Section>
      <Invite />
    </>
  );
}

/** The page of joining as a link and a code, for somebody else. */
export function Invite() {
  const t = useWords(joinText);
  const link = linkTo("/join")!;
  return (
    <Section title={t.invite}>
      <PassOn text={link} about={t.title} link={link} />
    </Section>
  );
}
