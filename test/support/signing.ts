// Signatures that people give off-net, as the client asks a wallet for them.
import { type SignedTerms, type SignedType, signable, type SigningPlace } from "#client/people/signing.ts";
import type { TypedDataDomain, TypedDataField } from "ethers";
import type { Cooperative } from "./cooperative.ts";
import { keyOf, type Person } from "./people.ts";

/** Of what is signed, what is said otherwise than it is: the domain, for words meant for another chain or contract. */
export type OtherDomain = Partial<TypedDataDomain>;

/** Which cooperative's signatures these are. */
export const placeOf = ({ record }: Pick<Cooperative, "record">): SigningPlace => record as unknown as SigningPlace;

/** A person's signature over these terms, 65 bytes. */
export async function signsTerms<T extends SignedType>(coop: Pick<Cooperative, "record">, who: Pick<Person, "address">, type: T, terms: SignedTerms[T], other: OtherDomain = {}): Promise<string> {
  const { domain, types, message } = signable(type, terms, placeOf(coop)) as unknown as { domain: TypedDataDomain; types: Record<string, TypedDataField[]>; message: Record<string, unknown> };
  return keyOf(who).signTypedData({ ...domain, ...other }, types, message);
}
