import { getAddress } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { Action } from "#client/governance/actions.ts";
import { changesOf, dangersOf, describeAction } from "#client/governance/describe.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { pageSpeech } from "../../../shared/books/speech.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { decodedOf } from "../titles.ts";
import { ActionData } from "./ActionData.tsx";
import { NamedKeys } from "./NamedKeys.tsx";
import { NamedMember } from "./NamedMember.tsx";
import { StatementFacts } from "./StatementFacts.tsx";
import { proposalText } from "./text.ts";

/** What a proposal does if it passes: each action as a sentence read from the chain's data, with everything that it names in full. */
export function Actions({ proposal }: { proposal: Pick<Proposal, "targets" | "calldatas"> }) {
  const t = useWords(proposalText);
  const { ledger } = useLedger();
  const actions = decodedOf(ledger, proposal);
  return (
    <Section title={t.actions} note={t.actionsNote}>
      <ol className="flex flex-col gap-6">
        {actions.map((action, place) => (
          <li key={place}>
            {actions.length > 1 && <p className="text-sm text-ink-2">{t.actionNo(place + 1, actions.length)}</p>}
            <OneAction action={action} />
            <ActionData target={getAddress(proposal.targets[place]!)} data={proposal.calldatas[place]!} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OneAction({ action }: { action: Action }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const changes = action.type === "name" ? [] : changesOf(action, ledger, now, pageSpeech);
  return (
    <div className="flex flex-col gap-3">
      <p className="prose font-serif text-xl leading-normal">{`${describeAction(action, ledger, pageSpeech)[language]}${language === "zh" ? "。" : "."}`}</p>
      {dangersOf(action, ledger, now).map((danger) => (
        <ErrorNote key={danger.en} title={danger[language]} />
      ))}
      {changes.length > 0 && (
        <dl>
          {changes.map(({ label, before, after }) => (
            <div key={label.en} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2 last:border-b-0">
              <dt className="text-ink-2 first-letter:uppercase">{label[language]}</dt>
              <dd className="num ms-auto text-end">
                {before && <><span className="text-ink-2">{before[language]}</span><span aria-hidden="true"> → </span></>}
                <span className="font-semibold">{after[language]}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {action.type === "admit" && <StatementFacts action={action} />}
      {action.type === "name" && <NamedKeys keys={action.keys} />}
      {membersIn(action).map((member) => (
        <NamedMember key={member} member={member} />
      ))}
    </div>
  );
}

/** Whom an action names. */
function membersIn(action: Action): readonly MemberId[] {
  if (action.type === "stewards") return action.stewards;
  if (action.type === "expel" || action.type === "readmit") return [action.member];
  return action.type === "admit" || action.type === "cooperative" ? action.charter.stewards : [];
}
