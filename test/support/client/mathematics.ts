import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Abi } from "viem";
import { chain } from "../chain.ts";

const root = resolve(import.meta.dirname, "../../..");
const file = "test/support/Mathematics.sol";

interface Solc {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } | { error: string } }): string;
}

/** What the compiler made of the door to the libraries. It is not compiled with the rest: only parity needs it. */
function compile() {
  const solc = createRequire(import.meta.url)("solc") as Solc;
  const read = (path: string) => ({ contents: readFileSync(resolve(root, path), "utf8") });
  const settings = { evmVersion: "prague", optimizer: { enabled: true, runs: 200 }, outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } };
  const input = { language: "Solidity", sources: { [file]: { content: read(file).contents } }, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as {
    errors?: { severity: string; formattedMessage: string }[];
    contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
  };
  const fault = output.errors?.find(({ severity }) => severity === "error");
  if (fault) throw new Error(fault.formattedMessage);
  return output.contracts[file]!.Mathematics!;
}

let compiled: ReturnType<typeof compile> | undefined;

/** Deploys the door to the libraries on the specs' chain. */
export async function openMathematics() {
  const { abi, evm } = (compiled ??= compile());
  const factory = await chain.ethers.getContractFactory(abi as never, `0x${evm.bytecode.object}`);
  const deployed = await factory.deploy();
  await deployed.waitForDeployment();
  return deployed;
}
