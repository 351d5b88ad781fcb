import { parameterNames } from "#client/chain/clock.ts";
import type { ChainEvent, EventOf } from "#client/chain/events.ts";
import type { ContributionId, ProposalId, StatementId } from "#client/chain/ids.ts";
import { parameterAmount, parameterWords } from "#client/chain/parameterWords.ts";
import type { Ledger } from "#client/ledger.ts";
import { titleOf } from "#client/work/statements.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import type { Language, Piece } from "../../shared/language/words.ts";
import { shortHex } from "../../shared/parts/Address.tsx";
import { proposalLink, titleOf as proposalTitle } from "../governance/titles.ts";
import { claimLink } from "../people/claimWords.ts";
import { isAboutPeople, tellPeople } from "../people/eventSentence.ts";
import { eventText } from "./eventText.ts";
import { subject } from "./subject.ts";

/** An event as a sentence, and where to read more. */
export interface Told {
  readonly pieces: string | readonly Piece[];
  readonly link: string;
}

/** Puts an event into a sentence; null for one that another event tells as well. */
export function tellEvent(ledger: Ledger, event: ChainEvent, language: Language): Told | null {
  const t = eventText[language];
  const member = (id: number) => memberWords(id)[language];
  const project = (id: number) => projectWords(id)[language];
  const micro = (amount: bigint) => formatMicro(amount, language);
  const claim = (id: string) => ledger.work.claims.get(id as ContributionId);
  const what = (id: string) => {
    const found = claim(id);
    return found ? subject(found, language) : "";
  };
  const to = (id: string) => {
    const found = claim(id);
    return found ? claimLink(found) : "#/";
  };
  if (event.contract === "contributionLedger") {
    const { args, name } = event;
    if (name === "Recorded") return { pieces: t.Recorded(member(args.by), what(args.id)), link: to(args.id) };
    if (name === "Attested") return { pieces: t.Attested(member(args.attester), what(args.id)), link: to(args.id) };
    if (name === "Sealed") return { pieces: args.value > 0n ? t.Sealed(what(args.id), micro(args.value)) : t.SealedNothing(what(args.id)), link: to(args.id) };
    if (name === "Confirmed") return { pieces: t.Confirmed(member(args.by), what(args.id)), link: to(args.id) };
    if (name === "Withdrawn") return { pieces: t.Withdrawn(member(args.by), what(args.id)), link: to(args.id) };
    if (name === "Enrolled") return { pieces: t.Enrolled(member(args.member), project(args.project)), link: `#/p/${args.project}` };
    if (name === "BatchPosted") return { pieces: t.BatchPosted(member(args.by), project(args.project)), link: `#/batches/${args.id}` };
    if (name === "BindingProposed") return { pieces: t.BindingProposed(member(args.by), member(args.member)), link: to(args.id) };
  }
  if (event.contract === "challenges")
    return event.name === "Challenged"
      ? { pieces: t.Challenged(member(event.args.challenger), what(event.args.id)), link: to(event.args.id) }
      : { pieces: t.Answered(member(event.args.attester), what(event.args.id)), link: to(event.args.id) };
  if (event.contract === "shareLedger") {
    const { args, name } = event;
    if (name === "EpochClosed") return { pieces: t.EpochClosed(project(args.project), args.epoch, micro(args.issued)), link: `#/p/${args.project}` };
    if (name === "Drawn") {
      const link = `#/why/${args.holder}/${args.project}`;
      return { pieces: args.holder === 0 ? t.DrawnReserve(project(args.project), micro(args.shares)) : t.Drawn(member(args.holder), project(args.project), args.epoch, micro(args.shares)), link };
    }
  }
  if (isAboutPeople(event)) return tellPeople(event, language);
  if (event.contract === "projectRegistry" || event.contract === "projectReviews") return tellWork(ledger, event, language);
  if (event.contract === "governor") return tellVote(ledger, event, language);
  if (event.contract === "parameters" && event.name === "ParameterChanged") {
    const parameter = parameterNames[event.args.parameter];
    if (!parameter) return null;
    return { pieces: t.ParameterChanged(parameterWords[parameter].name[language], parameterAmount(parameter, event.args.value)[language], event.args.from), link: "#/terms" };
  }
  return null;
}

/** What happened to projects, statements, articles and their reviews. */
function tellWork(ledger: Ledger, event: EventOf<"projectRegistry"> | EventOf<"projectReviews">, language: Language): Told | null {
  const t = eventText[language];
  const member = (id: number) => memberWords(id)[language];
  const project = (id: number) => projectWords(id)[language];
  const statement = (id: string) => {
    const record = ledger.work.statements.get(id as StatementId);
    return record ? titleOf(record)[language] : shortHex(id);
  };
  switch (event.name) {
    case "ProjectFounded":
      return { pieces: t.ProjectFounded(project(event.args.project)), link: `#/p/${event.args.project}` };
    case "StatementDrafted":
      return { pieces: t.StatementDrafted(member(event.args.proposer), statement(event.args.statement)), link: `#/s/${event.args.statement}` };
    case "ProjectAdmitted":
    case "ProjectAmended":
      return { pieces: t[event.name](project(event.args.project), event.args.fromEpoch), link: `#/p/${event.args.project}` };
    case "StewardsReplaced":
      return { pieces: t.StewardsReplaced(project(event.args.project)), link: `#/p/${event.args.project}` };
    case "ClosingAsked":
      return { pieces: (event.args.wanted ? t.ClosingAsked : t.ClosingUnasked)(member(event.args.steward), project(event.args.project)), link: `#/p/${event.args.project}` };
    case "ProjectClosed":
      return { pieces: t.ProjectClosed(project(event.args.project), event.args.fromEpoch), link: `#/p/${event.args.project}` };
    case "Submitted":
    case "TakenBack":
      return { pieces: t[event.name](statement(event.args.statement)), link: `#/s/${event.args.statement}` };
    case "Disowned":
      return { pieces: t.Disowned(member(event.args.member), statement(event.args.statement)), link: `#/s/${event.args.statement}` };
    case "Reviewed":
      return { pieces: t.Reviewed(member(event.args.reviewer), statement(event.args.statement)), link: `#/s/${event.args.statement}` };
    case "CommentAdopted":
      return { pieces: t.CommentAdopted(statement(event.args.statement), member(event.args.reviewer)), link: `#/s/${event.args.statement}` };
    case "ArticlePublished":
      return { pieces: t.ArticlePublished(member(event.args.author), statement(event.args.article)), link: `#/s/${event.args.article}` };
    default:
      return null;
  }
}

/** What happened to votes. The event of who proposed what is told, not the one of its data; ballots that did not count are told on the vote's own page. */
function tellVote(ledger: Ledger, event: EventOf<"governor">, language: Language): Told | null {
  const t = eventText[language];
  if (!("proposalId" in event.args)) return null;
  const proposal = ledger.governance.proposals.get(event.args.proposalId as ProposalId);
  if (!proposal) return null;
  const title = proposalTitle(ledger, proposal)[language];
  const link = proposalLink(proposal);
  switch (event.name) {
    case "ProposalWeighed":
      return { pieces: t.ProposalWeighed(memberWords(event.args.proposer)[language], title), link };
    case "VoteCast":
    case "VoteCastWithParams": {
      const member = ledger.people.byKey.get(event.args.voter.toLowerCase());
      return { pieces: t.VoteCast(memberWords(member ?? 0)[language], title), link };
    }
    case "ProposalQueued":
    case "ProposalExecuted":
    case "ProposalCanceled":
    case "ProposalExtended":
      return { pieces: t[event.name](title), link };
    default:
      return null;
  }
}
