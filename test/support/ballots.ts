// Ballots that members sign with no network at hand.
import { Signature, type TypedDataDomain } from "ethers";
import { packVoter } from "#client/governance/castBallots.ts";
import { practiceAccount } from "../../scripts/seed/people.ts";
import { type Proposal, SUPPORT } from "./assembly.ts";
import type { Cooperative } from "./cooperative.ts";
import type { Person } from "./people.ts";

/** What a ballot says. `place`: the practice account whose key signs; the member's own unless the key was replaced. */
export interface BallotWish {
  readonly support?: number;
  readonly member?: number;
  readonly keyEpoch?: number;
  readonly place?: number;
  readonly domain?: Partial<TypedDataDomain>;
}

/** A ballot before it is packed for a bundle. */
export interface Signed {
  readonly member: number;
  readonly keyEpoch: number;
  readonly support: number;
  readonly r: string;
  readonly vs: string;
}

export interface WalletSigned {
  readonly member: number;
  readonly keyEpoch: number;
  readonly support: number;
  readonly wallet: string;
  readonly signature: string;
}

export interface Bundle {
  readonly proposalId: bigint;
  readonly ballots: Signed[];
  readonly wallets: WalletSigned[];
}

const TYPES = {
  MemberBallot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "member", type: "uint32" },
    { name: "keyEpoch", type: "uint16" },
  ],
};
const TYPES_WITH_REASON = { MemberBallotWithReason: [...TYPES.MemberBallot, { name: "reason", type: "string" }] };

/** The domain that every ballot is signed for. */
export const domainOf = ({ record }: Cooperative): TypedDataDomain => ({ name: "Gongsheng", version: "1", chainId: record.chainId, verifyingContract: record.contracts.governor });

/** Signs a ballot, as a wallet that knows EIP-712 shows it; 65 bytes. */
export const signs = async (coop: Cooperative, who: Person, { id }: Pick<Proposal, "id">, wish: BallotWish = {}): Promise<string> => {
  const { support = SUPPORT.for, member = who.id, keyEpoch = 0, place = who.id, domain } = wish;
  return practiceAccount(place).signTypedData({ ...domainOf(coop), ...domain }, TYPES, { proposalId: id, support, member, keyEpoch });
};

/** Signs a ballot with a reason. */
export const signsWithReason = async (coop: Cooperative, who: Person, { id }: Pick<Proposal, "id">, reason: string, { support = SUPPORT.for, keyEpoch = 0 }: BallotWish = {}): Promise<string> =>
  practiceAccount(who.id).signTypedData(domainOf(coop), TYPES_WITH_REASON, { proposalId: id, support, member: who.id, keyEpoch, reason });

/** A signed ballot, in 64 bytes, as a bundle carries it. */
export const ballot = async (coop: Cooperative, who: Person, proposal: Pick<Proposal, "id">, wish: BallotWish = {}): Promise<Signed> => {
  const { r, yParityAndS } = Signature.from(await signs(coop, who, proposal, wish));
  return { member: wish.member ?? who.id, keyEpoch: wish.keyEpoch ?? 0, support: wish.support ?? SUPPORT.for, r, vs: yParityAndS };
};

/** A ballot of a member whose key is a contract, signed by the wallet's owner. */
export const walletBallot = async (coop: Cooperative, owner: Person, wallet: string, proposal: Pick<Proposal, "id">, wish: BallotWish & { readonly member: number }): Promise<WalletSigned> => ({
  member: wish.member, keyEpoch: wish.keyEpoch ?? 1, support: wish.support ?? SUPPORT.for, wallet,
  signature: await signs(coop, owner, proposal, { ...wish, keyEpoch: wish.keyEpoch ?? 1 }),
});

export const bundle = ({ id }: Pick<Proposal, "id">, ballots: Signed[], wallets: WalletSigned[] = []): Bundle => ({ proposalId: id, ballots, wallets });

/** Bundles as the governor takes them: who votes what in one word. */
export const packed = (bundles: readonly Bundle[]) =>
  bundles.map(({ proposalId, ballots, wallets }) => ({ proposalId, wallets, ballots: ballots.map(({ member, keyEpoch, support, r, vs }) => ({ voter: packVoter(member, keyEpoch, support), r, vs })) }));

/** Carries bundles; a stranger does it, unless another is named. */
export const carries = (coop: Cooperative, bundles: readonly Bundle[], by: Person = coop.stranger, gasLimit?: number) =>
  coop.governor.connect(by.signer).castBallots(packed(bundles), gasLimit === undefined ? {} : { gasLimit });
