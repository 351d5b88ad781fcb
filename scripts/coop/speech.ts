import { plainSpeech, type Speech, tell } from "#client/chain/words.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { statementOf } from "#client/work/statements.ts";

/** How a terminal tells values: moments in UTC, names with their numbers, since two may share a name. */
export function speechOf({ people, work }: Pick<Ledger, "people" | "work">): Speech {
  return {
    ...plainSpeech,
    member: (id) => {
      const member = people.members.get(id as MemberId);
      const name = member && nameOf(member);
      return name?.known ? tell(`${name.zh}（${id}号成员）`, `${name.en} (member ${id})`) : plainSpeech.member(id);
    },
    project: (id) => {
      const project = work.projects.get(id as ProjectId);
      const statement = project && statementOf(project);
      return statement?.known ? tell(`${statement.title.zh}（${id}号项目）`, `${statement.title.en} (project ${id})`) : plainSpeech.project(id);
    },
  };
}
