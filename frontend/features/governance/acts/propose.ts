import type { Address } from "viem";
import { parameterAt, epochOf } from "#client/chain/clock.ts";
import { InputFault } from "#client/chain/intent.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { weighOf } from "#client/governance/preview.ts";
import { describeAction } from "#client/governance/describe.ts";
import { mostOpen, openProposals } from "#client/governance/may.ts";
import { draftProposal, parsePropose } from "#client/governance/propose.ts";
import { proposalIdOf } from "#client/governance/proposalParts.ts";
import { quorumFor } from "#client/governance/tally.ts";
import type { Ledger } from "#client/ledger.ts";
import { tellFailure } from "../../../shared/act/failure.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { pageSpeech } from "../../../shared/books/speech.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { announce } from "../../../shared/parts/announce.ts";
import { datesOf } from "../propose/dates.ts";
import { proposeText } from "../propose/text.ts";
import { causeDigest, wantedOf, type Writing } from "../propose/writing.ts";
import { governanceText } from "../text.ts";
import { decodedOf, proposalLink, titleOf } from "../titles.ts";
import { actsText } from "./text.ts";

/** Opens the sheet of a proposal. What is wrong and was not seen in the form is said aloud; nothing is lost. */
export function proposeProposal(ledger: Ledger, writing: Writing, me: MemberId, proposer: Address, now: number, onDone: () => void): void {
  const { deployment } = networkStore.get();
  const actions = wantedOf(writing, ledger);
  const first = actions[0];
  if (!deployment || !first) return;
  const input = { actions, description: descriptionOf(writing), proposer };
  let drafted;
  try {
    drafted = draftProposal(input, deployment);
  } catch (error) {
    if (error instanceof InputFault) return announce(error.say);
    return announce(tellFailure(error).title);
  }
  const title = titleOf(ledger, drafted);
  const { matter, majority } = weighOf(ledger, first, now);
  const { opens, closes, timelockDays } = datesOf(ledger, matter, now);
  const quorum = quorumFor(ledger.people.seated, parameterAt(ledger, "quorumPercent", epochOf(ledger, now)), matter);
  const decoded = decodedOf(ledger, drafted);
  const open = openProposals(ledger, me, now).length;
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.proposeTitle, en: en.proposeTitle },
    act: { zh: zh.proposeAct(title.zh), en: en.proposeAct(title.en) },
    intent: parsePropose(input, deployment),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.proposeSentence(decoded.map((action) => describeAction(action, ledger, pageSpeech)[language]).join(language === "zh" ? "；" : "; ")),
        changes: [{ label: t.openNow, before: t.ofMost(open, mostOpen(ledger, now)), after: t.ofMost(open + 1, mostOpen(ledger, now)) }],
        terms: [
          { label: t.opens, text: formatMoment(opens, language, now) },
          { label: t.closes, text: formatMoment(closes, language, now) },
          { label: t.passes, text: t.passesText(quorum, governanceText[language].threshold[majority]) },
          { label: t.after, text: t.afterText(timelockDays) },
          { label: t.publicLabel, text: t.proposePublic },
        ],
        details: drafted.targets.flatMap((target, place) => [
          { label: t.target(place + 1), text: target, hash: true },
          { label: t.data(place + 1), text: drafted.calldatas[place]!, hash: true },
        ]),
      };
    },
    done: { zh: zh.proposeDone, en: en.proposeDone },
    link: proposalLink({ id: proposalIdOf(drafted) }),
    onDone,
  });
}

/** The words as they are published: why, and of an expulsion the cause or its digest. */
export function descriptionOf({ sort, words, cause, causePublic }: Writing): string {
  if (sort !== "expel") return words.trim();
  const { zh, en } = proposeText;
  const heading = `## ${zh.causeHeading} · ${en.causeHeading}`;
  const digest = causeDigest(cause);
  return [words.trim(), heading, causePublic ? cause.trim() : "", `${zh.causeDigest(digest)}`].filter((part) => part !== "").join("\n\n");
}
