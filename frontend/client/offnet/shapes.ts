import { type Address, getAddress, type Hex, isAddress, zeroAddress } from "viem";
import { isHash } from "../chain/ids.ts";
import { type Both, tell } from "../chain/words.ts";
import { type Support, supports } from "../governance/types.ts";
import { type CostLine, flows, type Flow } from "../price/types.ts";

/** Bytes of a call at most. */
export const MOST_DATA = 100_000;
/** Bytes of a signature at most; a key's has 64 or 65, a contract wallet's may have more. */
export const MOST_SIGNATURE = 5_000;
/** Characters of a profile's address at most. */
export const MOST_URI = 100_000;

/** What stands in a file. */
export type Json = string | number | readonly Json[] | { readonly [name: string]: Json };

/** How a field stands in the file, and as what it is read. `read` gives undefined for anything else. */
interface Field<T> {
  read(value: unknown): T | undefined;
  write(value: T): Json;
  readonly must: Both;
}

const whole = (least: number, most: number): Field<number> => ({
  // Minus zero is a number of JSON; it is zero here.
  read: (value) => (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most ? (value as number) + 0 : undefined),
  write: (value) => value,
  must: tell(`应当是${least}到${most}的整数`, `must be a whole number from ${least} to ${most}`),
});

const number = (bits: number): Field<bigint> => ({
  read: (value) => {
    if (typeof value !== "string" || !/^(?:0|[1-9]\d{0,77})$/.test(value)) return undefined;
    const read = BigInt(value);
    return read < 1n << BigInt(bits) ? read : undefined;
  },
  write: (value) => String(value),
  must: tell(`应当是用引号括起来的十进制整数，小于2的${bits}次方`, `must be a whole decimal number in quotes, below 2 to the power of ${bits}`),
});
const number256 = number(256);

const address: Field<Address> = {
  read: (value) => (typeof value === "string" && isAddress(value, { strict: false }) && value.toLowerCase() !== zeroAddress ? getAddress(value.toLowerCase()) : undefined),
  write: (value) => value.toLowerCase(),
  must: tell("应当是一个地址：0x和40位十六进制数", "must be an address: 0x and 40 hexadecimal digits"),
};

const hash: Field<Hex> = {
  read: (value) => (isHash(value) ? (value.toLowerCase() as Hex) : undefined),
  write: (value) => value.toLowerCase(),
  must: tell("应当是0x和64位十六进制数", "must be 0x and 64 hexadecimal digits"),
};

const bytes = (least: number, most: number): Field<Hex> => ({
  read: (value) => (typeof value === "string" && value.length >= 2 + 2 * least && value.length <= 2 + 2 * most && /^0x(?:[0-9a-fA-F]{2})*$/.test(value) ? (value.toLowerCase() as Hex) : undefined),
  write: (value) => value.toLowerCase(),
  must: tell(`应当是0x和${least}到${most}个字节的十六进制数`, `must be 0x and ${least} to ${most} bytes in hexadecimal digits`),
});

const text: Field<string> = {
  read: (value) => (typeof value === "string" && value.length <= MOST_URI && !/\p{Surrogate}/u.test(value) ? value : undefined),
  write: (value) => value,
  must: tell(`应当是至多${MOST_URI}个字符的文字，不能有半个字符`, `must be a text of at most ${MOST_URI} characters, none of them half a character`),
};

const support: Field<Support> = {
  read: (value) => supports.find((one) => one === value),
  write: (value) => value,
  must: tell("应当是for、against或abstain", "must be for, against or abstain"),
};

/** A purse's holder, or where `none` nobody: in small letters, as the books have it. */
const holder = (none: boolean): Field<Address> => ({
  read: (value) => (typeof value === "string" && isAddress(value, { strict: false }) && (none || value.toLowerCase() !== zeroAddress) ? (value.toLowerCase() as Address) : undefined),
  write: (value) => value.toLowerCase(),
  must: none ? tell("应当是一个地址，或全零（没有人）", "must be an address, or all zeros for nobody") : tell("应当是一个地址：0x和40位十六进制数", "must be an address: 0x and 40 hexadecimal digits"),
});

const flow: Field<Flow> = {
  read: (value) => flows.find((one) => one === value),
  write: (value) => value,
  must: tell(`应当是${flows.join("、")}之一`, `must be one of ${flows.join(", ")}`),
};

/** A list of at most so many; every entry as `one` reads it. */
const list = <T>(one: Field<T>, most: number): Field<readonly T[]> => ({
  read: (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const read = value.map((entry) => one.read(entry));
    return read.every((entry) => entry !== undefined) ? (read as T[]) : undefined;
  },
  write: (value) => value.map((entry) => one.write(entry)),
  must: tell(`应当是至多${most}项的列表，每一项${one.must.zh}`, `must be a list of ${most} at most, each of which ${one.must.en}`),
});

/** Bytes, or none where somebody has not signed yet. */
const maybeSigned: Field<Hex> = {
  read: (value) => (value === "" ? "0x" : signature.read(value)),
  write: (value) => (value === "0x" ? "" : value.toLowerCase()),
  must: tell("应当是一份签名，还没有签的是空文字", "must be a signature, or an empty text where none was given yet"),
};

const member = whole(1, 2 ** 32 - 1);
const count32 = whole(0, 2 ** 32 - 1);
const keyEpoch = whole(0, 2 ** 16 - 1);
const time = whole(0, 2 ** 40 - 1);
const signature = bytes(1, MOST_SIGNATURE);
const uint112 = number(112);
const uint64 = number(64);

const line: Field<CostLine> = {
  read: (value) => {
    const fields = readAll(lineShape, value);
    return fields as CostLine | undefined;
  },
  write: (value) => writeAll(lineShape, value as unknown as Readonly<Record<string, unknown>>),
  must: tell("应当写明收款人、钥匙序号、哪类流动和数额", "must say to whom, the key's number, which flow and how much"),
};
const lineShape = { to: holder(false), keyEpoch, flow, amount: uint112 } as const;

/** Offers and requests have these alike. */
const wanted = {
  token: holder(false), flow, schema: hash, item: hash, price: uint112, quantity: uint64, closes: time, window: count32, arbiter: holder(true), round: count32, salt: number256,
  /** Where its description lies, or the description itself. */
  uri: text, signature,
} as const;

const recovery = { member, opening: count32, newKey: address, expires: time, signer: address, signature };

/** What stands in an item of each kind, and how. */
export const shapes = {
  act: { member, keyEpoch, to: address, data: bytes(0, MOST_DATA), nonce: number256, notBefore: time, notAfter: time, signature },
  application: { applicant: address, profileDigest: hash, profileUri: text, expires: time, signature },
  vouch: { applicant: address, joinCount: count32, sponsor: member, keyEpoch, expires: time, signature },
  keyConsent: { member, keyEpoch, newKey: address, expires: time, signature },
  guardianConsent: { member, guardian: address, expires: time, signature },
  recoveryConsent: recovery,
  recoveryApproval: recovery,
  recoveryCancel: { member, opening: count32, expires: time, signer: address, signature },
  ballot: { proposalId: number256, support, member, keyEpoch, signature },
  /** `signature`: the seller's; `agreed`: of each cost line's beneficiary, in their order. */
  offer: { project: member, seller: member, keyEpoch, costs: list(line, 8), target: uint64, most: uint64, ...wanted, agreed: list(maybeSigned, 8) },
  request: { buyer: holder(false), keyEpoch, project: count32, ...wanted },
  split: { order: hash, back: number256, party: holder(false), keyEpoch, expires: time, signature },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field<unknown>>>>>;

/** The kinds of items. */
export type Kind = keyof typeof shapes;
export const kinds = Object.keys(shapes) as Kind[];

/** An entry that is not what it must be; `name`: of the entry. */
export interface Misfit {
  readonly name: string;
  readonly is: "missing" | "wrong" | "unknown";
  readonly must: Both | null;
}

/** Reads the entries of a kind out of JSON, each exactly once and no others. */
export function readFields(kind: Kind, json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | Misfit {
  const fields: Readonly<Record<string, Field<unknown>>> = shapes[kind];
  const extra = Object.keys(json).find((name) => name !== "kind" && !Object.hasOwn(fields, name));
  if (extra !== undefined) return { name: extra, is: "unknown", must: null };
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(json, name)) return { name, is: "missing", must: field.must };
    values[name] = field.read(json[name]);
    if (values[name] === undefined) return { name, is: "wrong", must: field.must };
  }
  return values;
}

/** The entries of a kind as they stand in the file; others that the value may have are left out. */
export const writeFields = (kind: Kind, values: Readonly<Record<string, unknown>>): Record<string, Json> => writeAll(shapes[kind], values);

function writeAll(fields: Readonly<Record<string, Field<unknown>>>, values: Readonly<Record<string, unknown>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.write(values[name])]));
}

/** Reads an object of exactly these entries. */
function readAll(fields: Readonly<Record<string, Field<unknown>>>, value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(value).length !== Object.keys(fields).length) return undefined;
  const read = Object.entries(fields).map(([name, field]) => [name, Object.hasOwn(value, name) ? field.read((value as Record<string, unknown>)[name]) : undefined] as const);
  return read.every(([, entry]) => entry !== undefined) ? Object.fromEntries(read) : undefined;
}

export const readAddress = address.read;
export const readChainId = whole(1, Number.MAX_SAFE_INTEGER).read;
