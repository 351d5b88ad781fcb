// What is checked of an input before it becomes an intent. Each throws InputFault with the field and what to do.
import type { Hex } from "viem";
import { type ContributionId, isHash, type MemberId, type ProjectId } from "./ids.ts";
import { InputFault } from "./intent.ts";

const UINT32 = 2 ** 32 - 1;

/** A whole number within bounds, both included. */
export function checkWhole(field: string, value: number, least: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new InputFault(field, { zh: `请填写${least}到${most}之间的整数。`, en: `Enter a whole number from ${least} to ${most}.` });
}

/** A whole number of 32 bits. */
export const checkUint32 = (field: string, value: number, least = 0): number => checkWhole(field, value, least, UINT32);

export const checkMember = (field: string, value: number): MemberId => checkUint32(field, value, 1) as MemberId;
export const checkProject = (field: string, value: number): ProjectId => checkUint32(field, value) as ProjectId;

/** 32 bytes that are not all zero. */
export function checkHash(field: string, value: string): Hex {
  if (isHash(value) && BigInt(value) !== 0n) return value.toLowerCase() as Hex;
  throw new InputFault(field, { zh: "这里需要一个完整的摘要（0x和64位十六进制数）。", en: "A whole digest is needed here: 0x and 64 hexadecimal digits." });
}

export const checkClaimId = (field: string, value: string): ContributionId => checkHash(field, value) as ContributionId;

/** An amount in micro-units, within bounds. */
export function checkAmount(field: string, value: bigint, least: bigint, most: bigint): bigint {
  if (value >= least && value <= most) return value;
  throw new InputFault(field, { zh: `数额应当在${least}到${most}微单位之间。`, en: `The amount must be from ${least} to ${most} micro-units.` });
}

/** A seconds-since-1970 date that is not beyond any calendar. */
export const checkDate = (field: string, value: number): number => checkWhole(field, value, 1, 2 ** 40 - 1);
