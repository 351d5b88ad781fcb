import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Member } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { projectsAttested } from "#client/work/sums.ts";
import { sharersOf } from "#client/work/twoSided.ts";
import type { Claim } from "#client/work/types.ts";
import type { Both, Language } from "../../shared/language/words.ts";

/** A member as the list shows them. */
export interface MemberRow {
  readonly member: Member;
  readonly name: Both;
  /** Whether the profile says the name; else it is the number. */
  readonly known: boolean;
  readonly attests: readonly ProjectId[];
  /** Records that were not taken back, joint ones included. */
  readonly contributions: number;
}

export type MemberOrder = "name" | "number";

/** All members with what they do now. */
export function memberRows(ledger: Ledger, now: number): MemberRow[] {
  const counts = new Map<MemberId, number>();
  for (const claim of ledger.work.claims.values())
    if (isContribution(claim)) for (const owner of sharersOf(claim)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const epoch = epochOf(ledger, now);
  return [...ledger.people.members.values()].map((member) => {
    const { zh, en, known } = nameOf(member);
    return { member, name: { zh, en }, known, attests: projectsAttested(ledger, member.id, epoch), contributions: counts.get(member.id) ?? 0 };
  });
}

/** A record of the direct lane that was not taken back. */
export const isContribution = (claim: Claim): boolean => (claim.lane === "record" || claim.lane === "joint") && claim.stage !== "withdrawn";

/** Those that fit what was typed: part of a name in either language, a number, or part of an address from six characters on. */
export function findMembers(rows: readonly MemberRow[], query: string): MemberRow[] {
  const wanted = plain(query);
  if (wanted === "") return [...rows];
  const number = /^(?:no\.?|#)?(\d+)号?$/.exec(wanted)?.[1];
  return rows.filter(({ member, name }) => {
    if (number !== undefined && member.id === Number(number)) return true;
    if (/^0x[0-9a-f]{4,}$/.test(wanted) && member.key.toLowerCase().startsWith(wanted)) return true;
    return plain(name.zh).includes(wanted) || plain(name.en).includes(wanted);
  });
}

/** Spaces and capitals do not matter: linxiaoman finds Lin Xiaoman. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

const collators: Record<Language, Intl.Collator> = { zh: new Intl.Collator("zh-Hans-u-co-pinyin"), en: new Intl.Collator("en") };

/** By name as the language orders names (in Chinese by pinyin), or by number. */
export function orderMembers(rows: readonly MemberRow[], order: MemberOrder, language: Language): MemberRow[] {
  const byName = (a: MemberRow, b: MemberRow) => collators[language].compare(a.name[language], b.name[language]) || a.member.id - b.member.id;
  return [...rows].sort(order === "number" ? (a, b) => a.member.id - b.member.id : byName);
}
