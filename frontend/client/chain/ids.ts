import { type Address, type Hex, isAddress } from "viem";

declare const brand: unique symbol;
interface Brand<B extends string> {
  readonly [brand]: B;
}

/** A member, from 1. As a holder of shares, 0 is the project's reserve. */
export type MemberId = number & Brand<"MemberId">;
/** A project, from 0: the cooperative itself. */
export type ProjectId = number & Brand<"ProjectId">;
/** A claim on value: a record, a batch or a binding. 32 bytes, lower-case hex. */
export type ContributionId = Hex & Brand<"ContributionId">;
/** A project statement or an article. 32 bytes, lower-case hex. */
export type StatementId = Hex & Brand<"StatementId">;
/** A proposal that is voted on: the hash of its actions and its words. */
export type ProposalId = bigint & Brand<"ProposalId">;
/** Whose purse it is: a member, whose number is written as an address, or an address that is no member's. 20 bytes, lower-case hex. */
export type Holder = Address & Brand<"Holder">;
/** A settlement token. Lower-case hex. */
export type Token = Address & Brand<"Token">;
/** An offer: the digest that its seller signed. 32 bytes, lower-case hex. */
export type OfferId = Hex & Brand<"OfferId">;
/** A request: the digest that its buyer signed. 32 bytes, lower-case hex. */
export type RequestId = Hex & Brand<"RequestId">;
/** An order: the hash of offer, buyer, quantity and place. 32 bytes, lower-case hex. */
export type OrderId = Hex & Brand<"OrderId">;

/** Nobody; as a holder of shares, the project's reserve. */
export const NOBODY = 0 as MemberId;
/** The cooperative itself. */
export const COOPERATIVE = 0 as ProjectId;

const isUint32 = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 32;

/** Errors: RangeError for what is no whole number below 2^32. */
export function memberId(value: number): MemberId {
  if (!isUint32(value)) throw new RangeError(`${value} is no member's number`);
  return value as MemberId;
}

/** Errors: RangeError for what is no whole number below 2^32. */
export function projectId(value: number): ProjectId {
  if (!isUint32(value)) throw new RangeError(`${value} is no project's number`);
  return value as ProjectId;
}

/** Errors: RangeError for what is not 32 bytes of hex. */
export function contributionId(value: string): ContributionId {
  if (!isHash(value)) throw new RangeError(`${value} is no claim's id`);
  return value.toLowerCase() as ContributionId;
}

/** Errors: RangeError for what is not 32 bytes of hex. */
export function statementIdFrom(value: string): StatementId {
  if (!isHash(value)) throw new RangeError(`${value} is no statement's id`);
  return value.toLowerCase() as StatementId;
}

/** Errors: RangeError for what is no address. */
export function tokenOf(value: string): Token {
  if (!isAddress(value, { strict: false })) throw new RangeError(`${value} is no token's address`);
  return value.toLowerCase() as Token;
}

/** Errors: RangeError for what is not 32 bytes of hex. */
export function orderIdFrom(value: string): OrderId {
  if (!isHash(value)) throw new RangeError(`${value} is no order's id`);
  return value.toLowerCase() as OrderId;
}

/** Errors: RangeError for what is not 32 bytes of hex. */
export function offerIdFrom(value: string): OfferId {
  if (!isHash(value)) throw new RangeError(`${value} is no offer's id`);
  return value.toLowerCase() as OfferId;
}

/** Errors: RangeError for what is not 32 bytes of hex. */
export function requestIdFrom(value: string): RequestId {
  if (!isHash(value)) throw new RangeError(`${value} is no request's id`);
  return value.toLowerCase() as RequestId;
}

/** Errors: RangeError for what is no whole number below 2^256, written in digits. */
export function proposalId(value: string | bigint): ProposalId {
  if (typeof value === "string" && !/^\d{1,78}$/.test(value)) throw new RangeError(`${value} is no proposal's number`);
  const number = BigInt(value);
  if (number < 0n || number >= 1n << 256n) throw new RangeError(`${value} is no proposal's number`);
  return number as ProposalId;
}

/** Whether the text is 32 bytes of hex. */
export const isHash = (value: unknown): value is Hex => typeof value === "string" && /^0x[0-9a-fA-F]{64}$/.test(value);
