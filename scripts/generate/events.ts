/** An item of a contract's interface, as the compiler gives it. */
export interface AbiItem {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly { readonly type: string }[];
}

/** What an item is called and takes: items are kept in its order, whatever order the compiler gives. */
export const signature = ({ type, name = "", inputs = [] }: AbiItem): string => `${type} ${name}(${inputs.map((input) => input.type).join(",")})`;

/** Items in the order in which they are written down. */
export const inOrder = <T extends AbiItem>(items: readonly T[]): T[] => [...items].sort((a, b) => (signature(a) < signature(b) ? -1 : 1));

/** `memberRegistry` for MemberRegistry. */
export const constantStem = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** Solidity's own names of types tell a program that reads the log nothing, and would be a fifth of what is loaded. */
const withoutNamesOfTypes = (item: AbiItem): string => JSON.stringify(item, (key, value: unknown) => (key === "internalType" ? undefined : value));

/** The text of events.ts: the events of every contract, for those who only read. */
export function eventsSource(abis: ReadonlyMap<string, readonly AbiItem[]>): string {
  const parts = [...abis].map(([name, abi]) => {
    const items = inOrder(abi.filter(({ type }) => type === "event")).map((item) => `  ${withoutNamesOfTypes(item)},\n`);
    return `/** What ${name} tells. */\nexport const ${constantStem(name)}Events: readonly AbiEvent[] = [${items.length > 0 ? `\n${items.join("")}` : ""}];\n`;
  });
  return `// Made by scripts/generate/abi.ts from contracts/**; never edit it by hand.\nimport type { AbiEvent } from "viem";\n\n${parts.join("\n")}`;
}
