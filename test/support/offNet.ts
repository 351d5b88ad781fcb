// Acts that members sign with no network at hand, and those who carry them. Verbs for specs, as in cooperative.ts.
import type { BaseContract } from "ethers";
import { nonceOf } from "#client/people/nonces.ts";
import { chain } from "./chain.ts";
import type { Cooperative } from "./cooperative.ts";
import type { Person } from "./people.ts";
import { type OtherDomain, signsTerms } from "./signing.ts";

const DAY = 86_400;
/** What a carrier gives an act here, unless it says otherwise. */
export const GAS = 1_000_000;

/** An act as the Relay takes it. */
export interface Act {
  readonly member: number;
  readonly keyEpoch: number;
  readonly to: string;
  readonly data: string;
  readonly nonce: bigint;
  readonly notBefore: number;
  readonly notAfter: number;
}
export interface Parcel {
  readonly act: Act;
  readonly gas: number;
  readonly signature: string;
}

/** What may be said otherwise than is usual. `by`: whose key signs. `key`, `number`: of the nonce. */
export interface ActWish extends Partial<Act> {
  readonly by?: Pick<Person, "address">;
  readonly key?: bigint;
  readonly number?: bigint;
  readonly gas?: number;
  readonly domain?: OtherDomain;
}

interface Called {
  getAddress(): Promise<string>;
}

let drawn = 0n;
/** A nonce key that nobody used here. */
export const freshKey = (): bigint => 1_000_000n + (drawn += 1n);

export class OffNet {
  private readonly coop: Cooperative;

  constructor(coop: Cooperative) {
    this.coop = coop;
  }

  /** Writes down an act of a member, from now on for a week, with a nonce key of its own. */
  writes = async (who: Person, to: Called | string, data: string, wish: ActWish = {}): Promise<Act> => {
    const { member = who.id, key = freshKey(), number = 0n } = wish;
    const keyEpoch = wish.keyEpoch ?? Number((await this.coop.members.seatOf(who.id)).keyEpoch);
    const now = await this.coop.now();
    const { nonce = nonceOf(key, number), notBefore = now, notAfter = now + 7 * DAY } = wish;
    return { member, keyEpoch, to: wish.to ?? (typeof to === "string" ? to : await to.getAddress()), data: wish.data ?? data, nonce, notBefore, notAfter };
  };
  signature = (by: Pick<Person, "address">, act: Act, domain: OtherDomain = {}): Promise<string> => signsTerms(this.coop, by, "Act", act as never, domain);
  /** A member signs an act. */
  signs = async (who: Person, to: Called | string, data: string, wish: ActWish = {}): Promise<Parcel> => {
    const act = await this.writes(who, to, data, wish);
    return { act, gas: wish.gas ?? GAS, signature: await this.signature(wish.by ?? who, act, wish.domain) };
  };
  /** Somebody carries one; a stranger, unless another is named. */
  carries = (parcel: Parcel, by: Person = this.coop.stranger, gasLimit?: number) => this.coop.relay.connect(by.signer).carry(parcel, gasLimit === undefined ? {} : { gasLimit });
  carriesMany = (parcels: readonly Parcel[], by: Person = this.coop.stranger, gasLimit?: number) => this.coop.relay.connect(by.signer).carryMany([...parcels], gasLimit === undefined ? {} : { gasLimit });
  /** What carrying many would give: for each the error that keeps it from being done, "0x" where it is done. */
  would = (parcels: readonly Parcel[], by: Person = this.coop.stranger): Promise<string[]> => this.coop.relay.connect(by.signer).carryMany.staticCall([...parcels]);
  /** Why an act of a bundle was not done, by name and values; "" where it was done. `reader`: a contract that may have said so. */
  why = (reason: string, ...readers: readonly BaseContract[]): string => {
    if (reason === "0x") return "";
    for (const { interface: reader } of [this.coop.relay, this.coop.members, ...readers] as readonly BaseContract[]) {
      const parsed = reader.parseError(reason);
      if (parsed) return `${parsed.name}(${parsed.args.join(", ")})`;
    }
    return reason;
  };
  /** The number that the next act of this nonce key must have. */
  next = ({ act }: Pick<Parcel, "act">): Promise<bigint> => this.coop.relay.nextNumber(act.member, act.nonce >> 64n);
  /** The Relay's own hand, for what it would never do by itself. */
  relayHand = async () => {
    const address = await this.coop.relay.getAddress();
    await chain.networkHelpers.impersonateAccount(address);
    await chain.networkHelpers.setBalance(address, 10n ** 20n);
    return chain.ethers.getSigner(address);
  };
}
