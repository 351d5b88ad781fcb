// Reads a call as a person types it: contributionLedger.attest(2, 0xab…, 6).
import { type AbiFunction, type AbiParameter, encodeFunctionData, type Hex, isAddress } from "viem";
import { type ContractName, contractNames } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import { type Both, tell } from "#client/chain/words.ts";

/** A typed call that cannot be read. `at`: the character, from 1. */
export class CallFault extends Error {
  readonly at: number;
  readonly say: Both;
  constructor(at: number, say: Both) {
    super(say.en);
    this.at = at;
    this.say = say;
  }
}

/** What was typed, before it is known what the function takes. A quoted text is never taken for a number. */
type Typed =
  | { readonly is: "word" | "quoted"; readonly text: string; readonly at: number }
  | { readonly is: "list"; readonly parts: readonly Typed[]; readonly at: number }
  | { readonly is: "record"; readonly parts: ReadonlyMap<string, Typed>; readonly at: number };

/** A call to a contract of the cooperative. */
export interface TypedCall {
  readonly contract: ContractName;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly data: Hex;
}

/** Reads it. Numbers are whole; lists stand in [ ], structs in ( ) by place or in { } by name; texts in quotes. Errors: CallFault. */
export function parseCall(text: string): TypedCall {
  const head = /^\s*([A-Za-z]\w*)\s*\.\s*([A-Za-z_]\w*)\s*(?=\()/.exec(text);
  if (!head) throw new CallFault(1, tell("请写成“合约.函数(…)”", "Write it as contract.function(…)"));
  const [whole, typedContract = "", functionName = ""] = head;
  const contract = contractNames.find((name) => name.toLowerCase() === typedContract.toLowerCase());
  if (!contract) throw new CallFault(1, tell(`没有“${typedContract}”这个合约；有${contractNames.join("、")}`, `There is no contract “${typedContract}”; there are ${contractNames.join(", ")}`));
  const reader = new Reader(text, whole.length);
  const typed = reader.list(")");
  reader.end();
  const own = (abis[contract] as readonly { type: string; name?: string; stateMutability?: string }[]).filter((item) => item.type === "function" && item.name === functionName) as unknown as readonly AbiFunction[];
  const writes = own.filter(({ stateMutability }) => stateMutability !== "view" && stateMutability !== "pure");
  if (writes.length === 0) throw new CallFault(typedContract.length + 2, tell(`${contract}没有能改动什么的函数“${functionName}”`, `${contract} has no function “${functionName}” that changes anything`));
  const fits = writes.find(({ inputs }) => inputs.length === typed.parts.length);
  if (!fits) throw new CallFault(whole.length + 1, tell(`${functionName}要${writes.map(describe).join("或")}`, `${functionName} takes ${writes.map(describe).join(" or ")}`));
  const args = fits.inputs.map((input, place) => take(input, typed.parts[place]!));
  return { contract, functionName, args, data: encodeFunctionData({ abi: [fits], functionName, args }) };
}

const describe = ({ name, inputs }: AbiFunction): string => `${name}(${inputs.map((input) => `${typeOf(input)}${input.name ? ` ${input.name}` : ""}`).join(", ")})`;

const partsOf = (parameter: AbiParameter): readonly AbiParameter[] => ("components" in parameter ? parameter.components : []);
const typeOf = (parameter: AbiParameter): string => (parameter.type.startsWith("tuple") ? `(${partsOf(parameter).map((part) => `${typeOf(part)} ${part.name}`).join(", ")})${parameter.type.slice(5)}` : parameter.type);

/** What was typed, as the type that the function takes. */
function take(parameter: AbiParameter, typed: Typed): unknown {
  const wrong = (): CallFault => new CallFault(typed.at, tell(`这里应当是${typeOf(parameter)}`, `This should be ${typeOf(parameter)}`));
  const list = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (list) {
    if (typed.is !== "list" || (list[2] !== "" && typed.parts.length !== Number(list[2]))) throw wrong();
    const inner = { ...parameter, type: list[1] } as AbiParameter;
    return typed.parts.map((part) => take(inner, part));
  }
  if (parameter.type === "tuple") return takeStruct(parameter, typed, wrong);
  if (typed.is !== "word" && typed.is !== "quoted") throw wrong();
  const { text } = typed;
  if (parameter.type === "string") return text;
  if (parameter.type === "address" && isAddress(text, { strict: false })) return text;
  if (parameter.type === "bool" && (text === "true" || text === "false")) return text === "true";
  const bytes = /^bytes(\d*)$/.exec(parameter.type);
  if (bytes && /^0x(?:[0-9a-fA-F]{2})*$/.test(text) && (bytes[1] === "" || text.length === 2 + 2 * Number(bytes[1]))) return text;
  const number = /^(u?)int(\d+)$/.exec(parameter.type);
  if (number && typed.is === "word" && /^-?\d+$/.test(text)) return within(BigInt(text), number[1] === "u", BigInt(number[2]!), wrong);
  throw wrong();
}

function takeStruct(parameter: AbiParameter, typed: Typed, wrong: () => CallFault): Record<string, unknown> {
  const parts = partsOf(parameter);
  if (typed.is === "list" && typed.parts.length === parts.length) return Object.fromEntries(parts.map((part, place) => [part.name, take(part, typed.parts[place]!)]));
  if (typed.is !== "record" || typed.parts.size !== parts.length) throw wrong();
  return Object.fromEntries(
    parts.map((part) => {
      const given = typed.parts.get(part.name!);
      if (!given) throw wrong();
      return [part.name, take(part, given)];
    }),
  );
}

function within(value: bigint, unsigned: boolean, bits: bigint, wrong: () => CallFault): bigint {
  const [least, most] = unsigned ? [0n, 1n << bits] : [-(1n << (bits - 1n)), 1n << (bits - 1n)];
  if (value < least || value >= most) throw wrong();
  return value;
}

class Reader {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** A list that begins here and ends with `close`. */
  list(close: ")" | "]"): Extract<Typed, { is: "list" }> {
    const at = this.at + 1;
    this.at += 1;
    const parts: Typed[] = [];
    while (this.next() !== close) {
      if (parts.length > 0) this.comma();
      parts.push(this.value());
    }
    this.at += 1;
    return { is: "list", parts, at };
  }

  end(): void {
    if (this.next() !== "") throw this.fault();
  }

  private value(): Typed {
    const letter = this.next();
    if (letter === "[") return this.list("]");
    if (letter === "(") return this.list(")");
    if (letter === "{") return this.record();
    if (letter === '"') return this.quoted();
    const word = /^[\w.-]+/.exec(this.text.slice(this.at))?.[0];
    if (word === undefined) throw this.fault();
    this.at += word.length;
    return { is: "word", text: word, at: this.at - word.length + 1 };
  }

  private record(): Typed {
    const at = this.at + 1;
    this.at += 1;
    const parts = new Map<string, Typed>();
    while (this.next() !== "}") {
      if (parts.size > 0) this.comma();
      this.next();
      const name = /^(?:"(\w+)"|(\w+))\s*:/.exec(this.text.slice(this.at));
      if (!name) throw this.fault();
      const field = name[1] ?? name[2] ?? "";
      if (parts.has(field)) throw this.fault();
      this.at += name[0].length;
      parts.set(field, this.value());
    }
    this.at += 1;
    return { is: "record", parts, at };
  }

  private quoted(): Typed {
    const found = /^"(?:[^"\\]|\\.)*"/s.exec(this.text.slice(this.at))?.[0];
    if (found === undefined) throw this.fault();
    const at = this.at + 1;
    this.at += found.length;
    try {
      return { is: "quoted", text: String(JSON.parse(found)), at };
    } catch {
      throw new CallFault(at, tell("引号里的文字不合规矩", "What stands in these quotes is malformed"));
    }
  }

  private comma(): void {
    if (this.next() !== ",") throw this.fault();
    this.at += 1;
  }

  /** The next letter that is no space; "" at the end. */
  private next(): string {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
    return this.text[this.at] ?? "";
  }

  private fault(): CallFault {
    return new CallFault(this.at + 1, tell("从这里起读不懂", "From here on it cannot be read"));
  }
}
