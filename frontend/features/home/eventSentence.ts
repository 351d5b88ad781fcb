import type { ChainEvent } from "#client/chain/events.ts";
import type { ContributionId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import type { Language, Piece } from "../../shared/language/words.ts";
import { claimLink } from "../people/claimWords.ts";
import { eventText } from "./eventText.ts";
import { subject } from "./waiting.ts";

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
  if (event.contract === "memberRegistry") {
    const { args, name } = event;
    if (name === "Joined" || name === "Seated" || name === "ProfileChanged") return { pieces: t[name](member(args.member)), link: `#/m/${args.member}` };
  }
  if (event.contract === "projectRegistry") return { pieces: t.ProjectFounded(project(event.args.project)), link: `#/p/${event.args.project}` };
  if (event.contract === "parameters") return { pieces: t.ParameterChanged, link: "#/settings" };
  return null;
}
