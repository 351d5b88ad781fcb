// Finds the cooperative that a command speaks to: its deployment record, its chain, and where data files lie.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createPublicClient, http, type PublicClient } from "viem";
import { getBlock, getChainId } from "viem/actions";
import { type Deployment, DeploymentFault, parseDeployment } from "#client/chain/deployment.ts";
import { parsePractice, PRACTICE_CHAIN, type PracticeSeat } from "#client/chain/practice.ts";
import { type Ledger } from "#client/ledger.ts";
import { type Reading, readLedger } from "#client/read.ts";
import { root } from "../lib/files.ts";
import { EXIT } from "./exit.ts";
import { Failure } from "./failure.ts";
import type { Language } from "./language.ts";
import { chainWords } from "./chainText.ts";
import { liveRpc } from "./keystore.ts";
import { fromWhereTheUserStands } from "./place.ts";

/** Where `npm start` leaves the record of the practice network. */
export const PRACTICE_RECORD = join(root, "deployments", `${PRACTICE_CHAIN}.json`);

/** What every command that speaks to the chain takes. */
export interface ChainOptions {
  deployment?: string | undefined;
  rpc?: string | undefined;
  data?: string | undefined;
}

/** Those options, for node:util's parseArgs. */
export const chainArgs = { deployment: { type: "string" }, rpc: { type: "string" }, data: { type: "string" }, lang: { type: "string" }, help: { type: "boolean", short: "h", default: false } } as const;

/** A cooperative within reach. */
export interface Cooperative {
  deployment: Deployment;
  /** The seats whose keys the record of a practice network gives to everybody; elsewhere none. */
  seats: readonly PracticeSeat[];
  client: PublicClient;
  /** The chain's address. */
  url: string;
  /** Where data files are published and looked for. */
  dataFolder: string;
  /** What the chain says now, and its time in seconds since 1970. */
  read(): Promise<{ ledger: Ledger; now: number }>;
}

/** Opens the cooperative. Errors: Failure (2) for a record that is none; Failure (1) for a chain that is not there, or is another. */
export async function openCooperative(options: ChainOptions, language: Language): Promise<Cooperative> {
  const { file, deployment, seats } = readRecord(options, language);
  const url = options.rpc ?? deployment.rpc ?? (deployment.practice ? "http://127.0.0.1:8545" : await liveRpc(language));
  const client = createPublicClient({ transport: http(url, { retryCount: 1, timeout: 30_000 }), pollingInterval: deployment.practice ? 100 : 2_000 });
  await checkChain(client, deployment, url, language);
  const dataFolder = options.data === undefined ? join(dirname(file), "data") : fromWhereTheUserStands(options.data);
  let reading: Reading | undefined;
  const read = async (): Promise<{ ledger: Ledger; now: number }> => {
    reading = await readLedger(client, deployment, reading);
    const { timestamp } = await getBlock(client, { blockNumber: reading.checkpoint.block });
    return { ledger: reading.ledger, now: Number(timestamp) };
  };
  return { deployment, seats, client, url, dataFolder, read };
}

/** The record that a command names, with the practice seats that it gives away. Asks no chain. Errors: Failure (2) for a record that is none. */
export function readRecord({ deployment: typed }: Pick<ChainOptions, "deployment">, language: Language): Pick<Cooperative, "deployment" | "seats"> & { readonly file: string } {
  const file = typed === undefined ? PRACTICE_RECORD : fromWhereTheUserStands(typed);
  const found = parseRecord(file, typed, language);
  if (found.deployment.practice && found.deployment.chainId !== PRACTICE_CHAIN) throw new Failure(chainWords[language].notPractice, EXIT.badInput);
  return { file, ...found };
}

function parseRecord(file: string, typed: string | undefined, language: Language): Pick<Cooperative, "deployment" | "seats"> {
  const words = chainWords[language];
  if (!existsSync(file)) throw new Failure(typed === undefined ? words.noPractice : words.noRecord(typed), typed === undefined ? EXIT.failed : EXIT.badInput);
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    const deployment = parseDeployment(json);
    const isPractice = deployment.practice && deployment.chainId === PRACTICE_CHAIN;
    return { deployment, seats: isPractice ? parsePractice(json, deployment) : [] };
  } catch (error) {
    const faults = error instanceof DeploymentFault ? error.faults.map((fault) => fault[language]) : [String(error)];
    throw new Failure(words.badRecord(typed ?? file, faults.join("\n")), EXIT.badInput);
  }
}

async function checkChain(client: PublicClient, deployment: Deployment, url: string, language: Language): Promise<void> {
  const words = chainWords[language];
  let chainId: number;
  let hash: string | null;
  try {
    chainId = await getChainId(client);
    hash = await getBlock(client, { blockNumber: deployment.genesisBlock }).then((block) => block.hash, (error: Error) => {
      if (error.name === "BlockNotFoundError") return null;
      throw error;
    });
  } catch {
    throw new Failure(words.unreachable(url, deployment.practice));
  }
  if (chainId !== deployment.chainId) throw new Failure(words.otherChain(url, chainId, deployment.chainId));
  if (hash !== deployment.genesisHash) throw new Failure(words.restarted(url));
}
