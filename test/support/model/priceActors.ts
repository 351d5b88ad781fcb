import type { People } from "./people.ts";
import { need } from "./rules.ts";
import { type Holder, NO_ONE } from "./priceTerms.ts";

/** Whose purse an address acts for, and who signed. An address that became a member's key is that member's from then on. */
export class Actors {
  private readonly people: People;

  constructor(people: People) {
    this.people = people;
  }

  /** The holder for whom an address acts. Refused for a key that is in force no more. */
  holderOf(address: string): Holder {
    const { keys } = this.people;
    const member = keys.idOf(address);
    if (member === 0) return address;
    need(keys.keyOf(member) === address, "KeyReplaced");
    return member;
  }
  /** The member whose key an address is. */
  memberOf = (address: string): number => this.people.keys.speaker(address);
  /** The same purse under the name it has today. */
  today(holder: Holder): Holder {
    if (typeof holder === "number") return holder;
    const member = this.people.keys.idOf(holder);
    return member === 0 ? holder : member;
  }
  /** A purse that somebody has. */
  checkPayee(holder: Holder): void {
    need(holder !== NO_ONE, "PayeeRefused");
    if (typeof holder === "number") this.exists(holder);
  }
  exists(member: number): void {
    need(member >= 1 && member <= this.people.count, "NoSuchMember");
  }

  /** Whether a holder signed: `signer` is the address whose key did; empty: nobody's. */
  checkSigned(holder: Holder, keyEpoch: number, signer: string): void {
    const { keys } = this.people;
    if (typeof holder === "string" || holder === NO_ONE)
      return need(holder !== NO_ONE && signer === holder && keys.idOf(signer) === 0, "HolderDidNotSign");
    this.exists(holder);
    need(keys.keyEpochOf(holder) === keyEpoch && keys.keyOf(holder) === signer, "HolderDidNotSign");
  }
}
