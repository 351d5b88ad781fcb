import { type Address, getAddress } from "viem";
import { type ContractName, contractNames } from "../chain/contractNames.ts";
import type { Deployment } from "../chain/deployment.ts";
import type { MemberId } from "../chain/ids.ts";
import type { PeopleBooks } from "../people/fold.ts";

/** Whose a known address is. */
export type Owner = { readonly is: "contract"; readonly name: ContractName } | { readonly is: "member"; readonly member: MemberId };

/** An address that the cooperative knows. */
export interface Known {
  readonly address: Address;
  readonly owner: Owner;
}

/** A known address that another could be taken for, since people read the first and the last digits. */
export interface Lookalike extends Known {
  /** Which four hex digits are the same. */
  readonly shares: "first" | "last" | "both";
}

/** All addresses that the cooperative knows: its contracts, and every key that is or was a member's. */
export function knownAddresses({ people }: PeopleBooks, { contracts }: Pick<Deployment, "contracts">): Known[] {
  return [
    ...contractNames.map((name) => ({ address: contracts[name], owner: { is: "contract", name } as const })),
    ...[...people.byKey].map(([key, member]) => ({ address: getAddress(key), owner: { is: "member", member } as const })),
  ];
}

/** The known addresses that an address, or a member's key, could be taken for: same first four hex digits, or same last four. */
export function lookalikes(subject: Address | MemberId, books: PeopleBooks, deployment: Pick<Deployment, "contracts">): Lookalike[] {
  const address = typeof subject === "number" ? books.people.members.get(subject)?.key : subject;
  if (address === undefined) return [];
  const mine = address.toLowerCase();
  return knownAddresses(books, deployment).flatMap((known) => {
    const other = known.address.toLowerCase();
    // A member's own former keys are told as the member's; they are no trap.
    if (other === mine || (typeof subject === "number" && known.owner.is === "member" && known.owner.member === subject)) return [];
    const [first, last] = [other.slice(2, 6) === mine.slice(2, 6), other.slice(-4) === mine.slice(-4)];
    return first || last ? [{ ...known, shares: first && last ? "both" : first ? "first" : "last" }] : [];
  });
}
