// What lies beside the pages for whoever wants to try carrying: signed in the hills, sent by nobody yet.
import type { Item } from "#client/offnet/bundle.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import type { SignedTerms, SignedType } from "#client/people/signing.ts";
import { inlineDocument } from "../deploy/documents.ts";
import { signTerms } from "../lib/sign.ts";
import { writeEvidence } from "./evidence.ts";
import { practiceAccount } from "./people.ts";
import { END, seedRecords, WHO, type Who } from "./records.ts";
import type { Teller } from "./teller.ts";

type Hex = `0x${string}`;

const DAY = 86_400;
/** One who asks for vouches, and has one of two. */
const APPLICANT = { account: 21, name: { zh: "顾春分", en: "Gu Chunfen" } } as const;
/** Who saw which work, and how much of it. */
const SEEN: readonly (readonly [who: Who, title: string, quantity: number])[] = [
  ["zhou", "Cleaned the mill after the season", 6],
  ["fang", "Cleaned the mill after the season", 6],
  ["chen", "试种紫米两分地", 10],
];

/** The bundle's text: three attestations, an application and one vouch for it. They hold for a week from the day the seed ends. */
export async function practiceBundle(teller: Teller): Promise<string> {
  const { chainId, contracts } = teller.record;
  const now = teller.secondOf(END);
  const sign = async <T extends SignedType>(account: number, type: T, terms: SignedTerms[T]) => ({ ...terms, signature: (await signTerms(teller.record, practiceAccount(account), type, terms)) as Hex });

  const items: Item[] = [];
  for (const [who, title, quantity] of SEEN) {
    const { by, note, files = [] } = seedRecords.find((record) => record.title === title)!;
    const data = teller.encode("contributionLedger", "attest", [WHO[by], writeEvidence(title, note, files).digest, quantity]) as Hex;
    const act = { member: WHO[who], keyEpoch: 0, to: contracts.contributionLedger as Hex, data, nonce: 0n, notBefore: now - DAY, notAfter: now + 7 * DAY };
    items.push({ kind: "act", ...(await sign(WHO[who], "Act", act)) });
  }
  const { digest, uri } = inlineDocument(APPLICANT.name);
  const applicant = practiceAccount(APPLICANT.account).address as Hex;
  items.push({ kind: "application", ...(await sign(APPLICANT.account, "Application", { applicant, profileDigest: digest as Hex, profileUri: uri, expires: now + 7 * DAY })) });
  items.push({ kind: "vouch", ...(await sign(WHO.he, "Vouch", { applicant, joinCount: 0, sponsor: WHO.he, keyEpoch: 0, expires: now + 7 * DAY })) });
  return writeBundle(items, { chainId, contracts: contracts as never });
}
