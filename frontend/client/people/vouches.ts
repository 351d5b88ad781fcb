import type { MemberId } from "../chain/ids.ts";
import type { Member, PeopleBooks } from "./fold.ts";

/** Those for whose latest joining the member vouched, newest first. */
export const vouchesOf = ({ people }: PeopleBooks, sponsor: MemberId): Member[] =>
  [...people.members.values()].filter(({ sponsors }) => sponsors.includes(sponsor)).sort((a, b) => b.joinedAt - a.joinedAt || b.id - a.id);
