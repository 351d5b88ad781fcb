import { type FormEvent, useState } from "react";
import type { Hex } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import { InputFault } from "#client/chain/intent.ts";
import { bindingOf, identityOfMember } from "#client/value/leaves.ts";
import { holds } from "#client/work/stage.ts";
import { statementOf } from "#client/work/statements.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { Field } from "../../../shared/parts/Field.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { holderName, proposeBinding } from "./acts.ts";
import { bindingsIn } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** What can be done about an identity that was found: propose the binding, ask a steward to, or see that it is claimed. */
export function ClaimIdentity({ batch, identity }: { batch: BatchClaim; identity: Hex }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const t = useWords(batchText);
  const language = useLanguage();
  const binding = bindingOf(ledger, identity);
  if (binding && holds(binding, now)) return <p className="mt-2">{t.meAlready(holderName(ledger, binding.member)[language])}</p>;
  const waits = bindingsIn(ledger, batch.project).some((claim) => claim.identity === identity && claim.stage === "pending");
  if (waits) return <p className="mt-2">{t.mePending}</p>;
  const stewards = ledger.work.projects.get(batch.project)?.stewards ?? [];
  if (me === null)
    return (
      <p className="mt-3 flex flex-wrap items-center gap-4">
        <Button onClick={askForSigner}>{t.meSeat}</Button>
        <span className="text-sm text-ink-2">{t.meSignIn}</span>
      </p>
    );
  if (stewards.includes(me)) return <ProposeForm batch={batch} identity={identity} me={me} />;
  if (identityOfMember(ledger, me)) return <p className="mt-2">{t.meBoundElse}</p>;
  return <AskSteward batch={batch} identity={identity} me={me} stewards={stewards} />;
}

function ProposeForm({ batch, identity, me }: { batch: BatchClaim; identity: Hex; me: MemberId }) {
  const { ledger, now } = useLedger();
  const t = useWords(batchText);
  const language = useLanguage();
  const [member, setMember] = useState(String(me));
  const [fault, setFault] = useState<string | null>(null);
  const name = ledger.people.members.has(Number(member) as MemberId) ? holderName(ledger, Number(member) as MemberId)[language] : null;
  const review = (event: FormEvent) => {
    event.preventDefault();
    try {
      setFault(null);
      proposeBinding(ledger, batch, identity, me, Number(member) as MemberId, now);
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      setFault(error.say[language]);
    }
  };
  return (
    <form onSubmit={review} className="mt-3 flex flex-col gap-3">
      <Field label={t.bindFor} hint={name ?? t.bindForHint} error={fault ?? undefined} inputMode="numeric" value={member} onChange={(event) => setMember(event.target.value)} />
      <div>
        <Button type="submit">{t.meBind}</Button>
      </div>
    </form>
  );
}

function AskSteward({ batch, identity, me, stewards }: { batch: BatchClaim; identity: Hex; me: MemberId; stewards: readonly MemberId[] }) {
  const { ledger } = useLedger();
  const t = useWords(batchText);
  const language = useLanguage();
  const project = ledger.work.projects.get(batch.project);
  const text = t.askText(holderName(ledger, me)[language], identity, project ? statementOf(project).title[language] : String(batch.project), location.href);
  const { done, copy } = useCopy(text);
  return (
    <div className="mt-3">
      <p>{t.meAskSteward}</p>
      <ul className="flex flex-wrap gap-x-4 py-1">
        {stewards.map((steward) => (
          <li key={steward}>
            <MemberName id={steward} />
          </li>
        ))}
      </ul>
      <p className="my-2 rounded-md bg-sheet p-4 text-sm break-words">{text}</p>
      <Button look="second" onClick={copy}>{done ? t.copied : t.meCopy}</Button>
    </div>
  );
}
