// `coop proposals`: what is being decided, with the arithmetic of each vote.
import { parseArgs } from "node:util";
import { actionsOf } from "#client/governance/actions.ts";
import { arithmeticOf } from "#client/governance/arithmetic.ts";
import { dangersOf, describeAction } from "#client/governance/describe.ts";
import { expiresAt, isDecided } from "#client/governance/state.ts";
import { proposalStates } from "#client/governance/types.ts";
import { majorityWords, proposalStateWords } from "#client/governance/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, type Cooperative, openCooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { findProposal, type Numbered, numbered, titleOf } from "./find.ts";
import { readNow } from "./now.ts";
import { decideWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = decideWords[language];
  const own = { all: { type: "boolean", default: false }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.proposalsHelp);
    return EXIT.done;
  }
  if (positionals.length > 1) throw new Failure(words.proposalsUsage, EXIT.badInput);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await readNow(cooperative);
  const shown = choose(ledger, now, positionals[0], values.all, language);
  if (values.json) console.log(JSON.stringify(shown.map((one) => toJson(one, ledger, now))));
  else if (shown.length === 0) console.log(words.noProposals);
  else for (const one of shown) console.log(tell(one, cooperative, ledger, now, language));
  return EXIT.done;
}

function choose(ledger: Ledger, now: number, typed: string | undefined, all: boolean, language: Language): Numbered[] {
  if (typed !== undefined) {
    const found = findProposal(ledger, typed);
    if (!found) throw new Failure(decideWords[language].noProposal(typed), EXIT.badInput);
    return [found];
  }
  return numbered(ledger).filter(({ proposal }) => all || !isDecided(arithmeticOf(proposal, ledger, now).state));
}

function tell({ number, proposal }: Numbered, { deployment }: Cooperative, ledger: Ledger, now: number, language: Language): string {
  const words = decideWords[language];
  const speech = speechOf(ledger);
  const sum = arithmeticOf(proposal, ledger, now);
  const actions = actionsOf(proposal, ledger, deployment);
  const moment = (at: number): string => speech.time(at)[language];
  return [
    words.head(number, titleOf(proposal), proposalStateWords[proposalStates.indexOf(sum.state)]![language]),
    ...actions.map((action) => `    → ${describeAction(action, ledger, speech)[language]}`),
    ...actions.flatMap((action) => dangersOf(action, ledger, now).map((danger) => `    ! ${danger[language]}`)),
    `    ${words.ballots(sum.for, sum.against, sum.abstain, sum.electorate)}`,
    `    ${words.quorum(sum.quorum.has, sum.quorum.needed)}`,
    `    ${words.threshold(majorityWords[sum.threshold.majority][language], sum.for, sum.threshold.needed)}`,
    ...(sum.state === "active" ? [`    ${sum.carried ? words.carried : sum.possible ? words.moreNeeded(sum.moreNeeded) : words.impossible}`] : []),
    `    ${words.times[sum.state](moment, { opens: proposal.opensAt + 1, closes: proposal.closesAt + 1, eta: proposal.eta ?? 0, expires: expiresAt(proposal) + 1 })}`,
    `    ${words.by(speech.member(proposal.proposer)[language], String(proposal.id))}`,
  ].join("\n");
}

function toJson({ number, proposal }: Numbered, ledger: Ledger, now: number): object {
  const { state, for: yes, against, abstain, electorate, quorum, threshold, carried, moreNeeded } = arithmeticOf(proposal, ledger, now);
  const { id, proposer, matter, createdAt, opensAt, closesAt, eta } = proposal;
  const needed = { quorum: quorum.needed, for: threshold.needed, more: moreNeeded };
  return { number, id: String(id), title: titleOf(proposal), state, proposer, matter, majority: threshold.majority, for: yes, against, abstain, seated: electorate, needed, carried, createdAt, opensAt, closesAt, eta, expiresAt: expiresAt(proposal) };
}
