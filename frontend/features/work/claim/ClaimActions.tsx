import { answerObstacle, attestObstacle, challengeObstacle, type Obstacle } from "#client/work/may.ts";
import type { Claim } from "#client/work/types.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { proposeChallenge } from "../acts/challenge.ts";
import { proposeWithdraw } from "../acts/withdraw.ts";
import { obstacleText } from "../obstacleText.ts";
import { AttestForm } from "./AttestForm.tsx";
import { Band } from "./Band.tsx";
import { DrawAction } from "./DrawAction.tsx";
import { EnrolWay } from "./EnrolWay.tsx";
import { OthersMay } from "./OthersMay.tsx";
import { RoundForm } from "./RoundForm.tsx";
import { Unconfirmed } from "./Unconfirmed.tsx";
import type { Stand } from "./stand.ts";
import { claimText } from "./text.ts";

/** What the reader can do about a claim, or in words why not. */
export function ClaimActions({ claim, stand }: { claim: Claim; stand: Stand }) {
  const t = useWords(claimText);
  const me = useMe();
  const signer = useSigner();
  const { situation } = stand;
  const over = situation === "withdrawn" || situation === "lapsed" || situation === "void" || situation === "nothing";
  if (situation === "unconfirmed") return <Unconfirmed claim={claim} me={me} />;
  if (me === null) {
    if (over || situation === "final" || situation === "standing") return null;
    return (
      <Band>
        <p className="text-ink-2">{signer ? t.notMember : t.signIn}</p>
        {!signer && <Button look={situation === "waiting" ? "primary" : "second"} onClick={askForSigner}>{t.signInAct}</Button>}
      </Band>
    );
  }
  if (situation === "void") return claim.owners.includes(me) && claim.answers.length === 0 ? <Own claim={claim} me={me} /> : null;
  if (situation === "waiting") return claim.owners.includes(me) ? <Own claim={claim} me={me} /> : <First claim={claim} me={me} />;
  if (situation === "window") return <Window claim={claim} me={me} />;
  if (situation === "round") return <Second claim={claim} me={me} />;
  if (!over) return claim.lane === "record" || claim.lane === "joint" ? <DrawAction claim={claim} me={me} /> : null;
  return claim.owners.includes(me) && (claim.lane === "record" || claim.lane === "joint") ? (
    <Band>
      <a href={`#/contribute/new?again=${claim.id}`} className={buttonClass("second")}>
        {t.again}
      </a>
    </Band>
  ) : null;
}

function Own({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const t = useWords(claimText);
  const open = claim.answers.length === 0;
  return (
    <Band>
      <p className="text-ink-2">{open ? t.withdrawHint : t.ownWaits}</p>
      {open && (
        <Button look="second" onClick={() => proposeWithdraw(ledger, claim, me, now)}>
          {t.withdraw}
        </Button>
      )}
      <OthersMay claim={claim} />
    </Band>
  );
}

function First({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const obstacle = attestObstacle(ledger, claim, me, now);
  return obstacle === null ? <Band><AttestForm claim={claim} me={me} /></Band> : <Hindered claim={claim} me={me} obstacle={obstacle} />;
}

function Second({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const obstacle = answerObstacle(ledger, claim, me, now);
  return obstacle === null ? <Band><RoundForm claim={claim} /></Band> : <Hindered claim={claim} me={me} obstacle={obstacle} />;
}

/** Why not, and the way around it where there is one. */
function Hindered({ claim, me, obstacle }: { claim: Claim; me: MemberId; obstacle: Obstacle }) {
  const why = useWords(obstacleText);
  return (
    <Band>
      <p className="prose text-ink-2">{why[obstacle]}</p>
      <OthersMay claim={claim} />
      {(obstacle === "NotEnrolled" || obstacle === "AnswererNotEnrolled") && <EnrolWay project={claim.project} me={me} />}
    </Band>
  );
}

function Window({ claim, me }: { claim: Claim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const t = useWords(claimText);
  const why = useWords(obstacleText);
  const obstacle = challengeObstacle(ledger, claim, me, now);
  if (obstacle === "OwnClaimChallenged") return null;
  return (
    <Band>
      <p className="prose text-ink-2">{t.challengeHint}</p>
      <Button look="second" closed={obstacle ? why[obstacle] : undefined} onClick={() => proposeChallenge(ledger, claim, me, now)}>
        {t.challenge}
      </Button>
    </Band>
  );
}
