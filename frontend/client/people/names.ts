import { type Hex, keccak256, toBytes } from "viem";
import { isHash, type StatementId } from "../chain/ids.ts";
import { InputFault } from "../chain/intent.ts";
import { plainText } from "../chain/plain.ts";
import type { Both } from "../chain/words.ts";
import type { Member, PeopleBooks } from "./fold.ts";

/** What a member shows of themselves; more fields may stand in the document and are kept as they are. */
export interface ProfileDocument {
  readonly zh: string;
  readonly en: string;
  /** Articles that the member learned from; left out where none is named. */
  readonly learned?: readonly StatementId[];
}

/** How many articles of a profile are shown. */
export const MOST_LEARNED = 12;

/** The articles that a profile names; whoever wrote it may have named anything. */
export function learnedOf({ profile }: Pick<Member, "profile">): StatementId[] {
  const named = profile && readInline(profile.uri, profile.digest)?.learned;
  if (!Array.isArray(named)) return [];
  return [...new Set(named.filter((id): id is string => typeof id === "string" && isHash(id)).map((id) => id.toLowerCase() as StatementId))].slice(0, MOST_LEARNED);
}

/** How many characters of a name are shown. */
export const MOST_NAME = 40;

/** A name that is what it looks like, or null where nothing is left. */
export function safeName(name: unknown): string | null {
  if (typeof name !== "string") return null;
  const clean = plainText(name, MOST_NAME, "NFKC");
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

/** Reads a document that is its own address. Null where it is another kind of address, or its bytes are not what the digest says. */
export function readInline(uri: string, digest: Hex): Record<string, unknown> | null {
  const body = /^data:application\/json(?:;charset=utf-8)?,(.*)$/is.exec(uri)?.[1];
  if (body === undefined || body.length > 100_000) return null;
  try {
    const text = decodeURIComponent(body);
    if (keccak256(toBytes(text)) !== digest) return null;
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A document as its own address, and the digest of its bytes. */
export function writeInline(document: object): { uri: string; digest: Hex } {
  const text = JSON.stringify(document);
  return { uri: `data:application/json,${encodeURIComponent(text)}`, digest: keccak256(toBytes(text)) };
}

/** A profile as it is published. Errors: InputFault for a name of which nothing can be shown. */
export function profileDocument(profile: ProfileDocument): { uri: string; digest: Hex } {
  for (const language of ["zh", "en"] as const)
    if (safeName(profile[language]) !== profile[language])
      throw new InputFault(language, { zh: `姓名最多${MOST_NAME}个字符，不能有看不见的字符。`, en: `A name has at most ${MOST_NAME} characters and no invisible ones.` });
  return writeInline(profile);
}

/** A member's name in both languages, as the profile says it; the number where there is no profile that can be read. */
export function nameOf(member: Pick<Member, "id" | "profile">): Both & { readonly known: boolean } {
  const document = member.profile && readInline(member.profile.uri, member.profile.digest);
  const [zh, en] = [safeName(document?.zh), safeName(document?.en)];
  if (zh === null && en === null) return { zh: `${member.id}号成员`, en: `Member ${member.id}`, known: false };
  return { zh: zh ?? en!, en: en ?? zh!, known: true };
}

/** Members whose names are written alike, so that the number must stand beside them. */
export function namesakes({ people }: PeopleBooks): Set<number> {
  const byName = new Map<string, number[]>();
  for (const member of people.members.values()) {
    const name = nameOf(member);
    for (const key of new Set([name.zh.toLowerCase(), name.en.toLowerCase()])) byName.set(key, [...(byName.get(key) ?? []), member.id]);
  }
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat());
}
