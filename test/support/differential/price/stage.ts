// The cooperative of the differential, with tokens to pay with and reviews that grade by name.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Charter as FoundingCharter } from "../../../../scripts/deploy/founding.ts";
import { root } from "../../../../scripts/lib/files.ts";
import { type Connection, setStage, type Stage } from "../stage.ts";
import { FOUNDERS, FOUNDING, TOKENS, type TokenName } from "./cast.ts";

const CODES: Record<TokenName, string> = {
  plain: "PlainToken",
  silent: "SilentToken",
  moody: "MoodyToken",
  echo: "EchoToken",
};

function readCodes(): Record<string, string> {
  const file = "test/support/differential/price/Tokens.sol";
  const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };
  const settings = {
    evmVersion: "prague",
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { "*": { "*": ["evm.deployedBytecode.object"] } },
  };
  const input = {
    language: "Solidity",
    sources: { [file]: { content: readFileSync(join(root, file), "utf8") } },
    settings,
  };
  const { contracts } = JSON.parse(solc.compile(JSON.stringify(input))) as {
    contracts: Record<string, Record<string, { evm: { deployedBytecode: { object: string } } }>>;
  };
  return Object.fromEntries(
    Object.entries(contracts[file]!).map(([name, { evm }]) => [name, `0x${evm.deployedBytecode.object}`]),
  );
}

const stages = new WeakMap<Connection, Stage>();
/** As it was just founded; a chain has one. */
export async function moneyStage(connection: Connection): Promise<Stage> {
  const known = stages.get(connection);
  if (known) return known;
  const stage = await setStage(connection, FOUNDERS, FOUNDING as readonly FoundingCharter[]);
  const codes = readCodes();
  for (const [name, address] of Object.entries(TOKENS))
    await connection.networkHelpers.setCode(address, codes[CODES[name as TokenName]]!);
  await connection.networkHelpers.setCode(stage.record.contracts.projectReviews, codes.GradedByName!);
  stages.set(connection, stage);
  return stage;
}
