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

/** Compiles the door to the libraries and deploys it on the specs' chain. It is not compiled with the rest: only parity needs it. */
export async function openMathematics() {
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
  const { abi, evm } = output.contracts[file]!.Mathematics!;
  const factory = await chain.ethers.getContractFactory(abi as never, `0x${evm.bytecode.object}`);
  const deployed = await factory.deploy();
  await deployed.waitForDeployment();
  return deployed;
}
