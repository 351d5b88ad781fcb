import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { InterfaceAbi } from "ethers";
import { root } from "../../scripts/lib/files.ts";
import { chain } from "./chain.ts";

interface Solc {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}
interface Compiled {
  readonly abi: InterfaceAbi;
  readonly evm: { readonly bytecode: { readonly object: string } };
  readonly storageLayout: Layout;
}

/** Where a contract keeps what: as the compiler tells it. `offset` in bytes from the lowest, `slot` in decimals. */
export interface Layout {
  readonly storage: readonly Variable[];
  readonly types: Readonly<Record<string, { readonly label: string; readonly numberOfBytes: string; readonly members?: readonly Variable[] }>>;
}
export interface Variable {
  readonly label: string;
  readonly slot: string;
  readonly offset: number;
  readonly type: string;
}

const compiled = new Map<string, Record<string, Compiled>>();

/** Asks the compiler about one source. Throws what it has to say. */
function ask(file: string, outputSelection: object): Record<string, Compiled> {
  const known = compiled.get(file);
  if (known) return known;
  const solc = createRequire(import.meta.url)("solc") as Solc;
  const read = (path: string) => ({ contents: readFileSync(join(root, path.startsWith("@") ? `node_modules/${path}` : path), "utf8") });
  const settings = { evmVersion: "prague", optimizer: { enabled: true, runs: 200 }, outputSelection };
  const input = { language: "Solidity", sources: { [file]: { content: read(file).contents } }, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as { errors?: { severity: string; formattedMessage: string }[]; contracts: Record<string, Record<string, Compiled>> };
  const fault = output.errors?.find(({ severity }) => severity === "error");
  if (fault) throw new Error(fault.formattedMessage);
  compiled.set(file, output.contracts[file]!);
  return output.contracts[file]!;
}

/** Deploys a contract of a source of test/support that is not compiled with the rest, on the specs' chain. */
export async function deploySource(file: string, contract: string, ...values: readonly unknown[]) {
  const { abi, evm } = ask(file, { "*": { "*": ["abi", "evm.bytecode.object"] } })[contract]!;
  const factory = await chain.ethers.getContractFactory(abi as never, `0x${evm.bytecode.object}`);
  const deployed = await factory.deploy(...values);
  await deployed.waitForDeployment();
  return deployed;
}

/** The storage layout of one of the cooperative's contracts. */
export const layoutOf = (file: string, contract: string): Layout => ask(file, { "*": { [contract]: ["storageLayout"] } })[contract]!.storageLayout;
