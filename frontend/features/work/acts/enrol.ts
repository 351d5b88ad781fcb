import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { attesterLimit, FEW, MOST_PROJECTS } from "#client/work/answers.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { isClosedIn } from "#client/work/charters.ts";
import { keyOf } from "#client/work/fold.ts";
import { budgetOf, enrolledIn, isEnrolled } from "#client/work/sums.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { microWords, projectWords } from "./names.ts";
import { actsText } from "./text.ts";

/** What enrolling would do now, as the contract decides it. `from`: the first epoch in which it counts. */
export type Enrolling = { readonly is: "open"; readonly from: number } | { readonly is: "already"; readonly through: number } | { readonly is: "threeProjects" } | { readonly is: "closed" };

/** Whether and from when on a member would attest in a project. */
export function enrolling(ledger: Ledger, project: ProjectId, member: MemberId, now: number): Enrolling {
  const epoch = epochOf(ledger, now);
  const already = isEnrolled(ledger, project, member, epoch);
  const from = already || enrolledIn(ledger, project, epoch) >= FEW ? epoch + 1 : epoch;
  const found = ledger.work.projects.get(project);
  if (found && isClosedIn(found, from)) return { is: "closed" };
  if (isEnrolled(ledger, project, member, from)) return { is: "already", through: ledger.work.terms.get(keyOf(project, member))!.at(-1)!.through };
  return !already && othersOf(ledger, project, member, epoch) >= MOST_PROJECTS ? { is: "threeProjects" } : { is: "open", from };
}

/** In how many other projects a member attests in an epoch or later. */
function othersOf({ work }: Ledger, project: ProjectId, member: MemberId, epoch: number): number {
  return [...work.projects.keys()].filter((other) => other !== project && (work.terms.get(keyOf(other, member))?.at(-1)?.through ?? -1) >= epoch).length;
}

/** Opens the sheet of an enrolment; does nothing where it is not open. Errors: InputFault. */
export function proposeEnrol(ledger: Ledger, project: ProjectId, me: MemberId, now: number): void {
  const state = enrolling(ledger, project, me, now);
  if (state.is !== "open") return;
  const epoch = epochOf(ledger, now);
  const title = projectWords(ledger, project);
  const count = othersOf(ledger, project, me, epoch);
  const already = isEnrolled(ledger, project, me, epoch);
  const limit = microWords(attesterLimit(budgetOf(ledger, project, epoch), enrolledIn(ledger, project, epoch) + (already ? 0 : 1)));
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.enrolTitle, en: en.enrolTitle },
    act: { zh: zh.enrolAct(title.zh), en: en.enrolAct(title.en) },
    intent: parseEnrol({ project }),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.enrolSentence(title[language], state.from === epoch ? t.enrolNow : t.enrolNext(state.from)),
        changes: [{ label: t.enrolCount, before: t.ofThree(count + (already ? 1 : 0)), after: t.ofThree(count + 1) }],
        terms: [
          { label: t.enrolBudget, text: t.enrolBudgetText(limit[language]) },
          { label: t.enrolStays, text: t.enrolStaysText },
          { label: t.publicLabel, text: t.publicEnrol },
        ],
        details: [{ label: t.project, text: String(project) }],
      };
    },
    done: { zh: zh.enrolDone(title.zh), en: en.enrolDone(title.en) },
    link: "#/attest",
  });
}
