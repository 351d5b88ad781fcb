// What all founders signed, as one file: `deployments/<chainId>.founding.json`.
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import { keccak256, toUtf8Bytes } from "ethers";
import type { Agreed } from "./audit/founding.ts";
import type { Charter, Founder } from "./founding.ts";

/** A founder before any signature. */
type Named = Omit<Founder, "consent">;

/** A charter as JSON can hold it. */
type Written = Omit<Charter, "budget" | "rates" | "salesCap"> & { readonly budget: string; readonly rates: readonly string[]; readonly salesCap: string };

/**
 * The agreement as canonical JSON (RFC 8785). The contracts take profiles and charters from the deployer: because the consents cover
 * these bytes, anyone can tell whether the deployer changed a word.
 */
export function writeAgreement(name: string, document: string, founders: readonly Named[], charters: readonly Charter[]): string {
  const members = founders.map(({ key, profileUri, profileDigest }) => ({ key, profileUri, profileDigest }));
  const terms = charters.map((charter) => ({ ...charter, budget: String(charter.budget), rates: charter.rates.map(String), salesCap: String(charter.salesCap) }));
  return canonicalize({ name, document, members, charters: terms })!;
}

/** Reads an agreement that `writeAgreement` made. Errors: Error with the reason, for any other file. */
export function readAgreement(file: string): Agreed {
  const text = readFileSync(file, "utf8");
  const { name, document, members, charters } = JSON.parse(text) as { name: string; document: string; members: Named[]; charters: Written[] };
  const terms = charters.map((charter): Charter => ({ ...charter, budget: BigInt(charter.budget), rates: charter.rates.map(BigInt) as unknown as Charter["rates"], salesCap: BigInt(charter.salesCap) }));
  if (writeAgreement(name, document, members, terms) !== text) throw new Error("not as the deployment wrote it");
  return { founding: keccak256(toUtf8Bytes(text)), founders: members, charters: terms };
}
