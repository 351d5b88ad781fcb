import { type Address, type Hex, isAddressEqual, recoverAddress } from "viem";
import { isKeySignature, longSignature } from "../governance/ballot.ts";
import type { Member, PeopleBooks } from "../people/fold.ts";

/** Whether an address is a contract, as the chain says. */
export type HasCode = (address: Address) => boolean | Promise<boolean>;

/** Who signed: the key that should have; one that the member had before; perhaps a contract wallet, which the chain must ask; or nobody who could. */
export type Author = { readonly is: "key"; readonly signer: Address } | { readonly is: "wallet"; readonly wallet: Address } | { readonly is: "former" } | { readonly is: "nobody" };

/** The address whose key signed a digest; null where the bytes are no key's signature. */
export async function signerOf(hash: Hex, signature: Hex): Promise<Address | null> {
  if (!isKeySignature(signature)) return null;
  try {
    return await recoverAddress({ hash, signature: longSignature(signature) });
  } catch {
    return null;
  }
}

/** Whether an address signed. */
export async function authorBy(address: Address, hash: Hex, signature: Hex, hasCode: HasCode | undefined): Promise<Author> {
  const signer = await signerOf(hash, signature);
  if (signer && isAddressEqual(signer, address)) return { is: "key", signer };
  return (await hasCode?.(address)) ? { is: "wallet", wallet: address } : { is: "nobody" };
}

/** Whether a member signed with the key that he says. */
export async function authorOf(member: Member, keyEpoch: number, hash: Hex, signature: Hex, { people }: PeopleBooks, hasCode: HasCode | undefined): Promise<Author> {
  const signer = await signerOf(hash, signature);
  if (signer && isAddressEqual(signer, member.key)) return keyEpoch === member.keyEpoch ? { is: "key", signer } : { is: "nobody" };
  if (signer && people.byKey.get(signer.toLowerCase()) === member.id) return { is: "former" };
  if (!hasCode) return { is: "nobody" };
  if (keyEpoch === member.keyEpoch) return (await hasCode(member.key)) ? { is: "wallet", wallet: member.key } : { is: "nobody" };
  if (keyEpoch > member.keyEpoch) return { is: "nobody" };
  for (const [key, id] of people.byKey) if (id === member.id && !isAddressEqual(key as Address, member.key) && (await hasCode(key as Address))) return { is: "former" };
  return { is: "nobody" };
}
