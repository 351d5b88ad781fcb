import { arithmeticOf } from "#client/governance/arithmetic.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { plainSentence, Sentence } from "../../../shared/parts/Sentence.tsx";
import { proposalText } from "./text.ts";

/** How to count the vote without this page. */
export function Recipe({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const { quorum } = arithmeticOf(proposal, ledger, now);
  return (
    <Section title={t.recipe}>
      <details>
        <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t.recipeLead}</summary>
        <ol className="mt-2 list-decimal ps-6">
          {t.recipeSteps(deployment?.contracts.governor ?? "", proposal.id.toString(), String(quorum.needed)).map((step) => (
            <li key={plainSentence([step])} className="prose py-1 break-all"><Sentence pieces={[step]} /></li>
          ))}
        </ol>
        <p className="prose mt-2 text-sm text-ink-2">{t.recipeNode}</p>
      </details>
    </Section>
  );
}
