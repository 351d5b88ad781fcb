// Deploys a cooperative to a real network from the file that its founders signed:
//   GONGSHENG_FOUNDERS=founders.json npm run x -- hardhat run scripts/deploy/live.ts --network live
// The chain's address and the deployer's key come from Hardhat's keystore (LIVE_RPC_URL, LIVE_KEY).
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Signer } from "ethers";
import { chooseLanguage } from "../coop/language.ts";
import { root } from "../lib/files.ts";
import { ConsentRefused } from "./consents.ts";
import { deploy } from "./deploy.ts";
import { FileRefused, readFoundersFile } from "./foundersFile.ts";
import type { DeploymentRecord } from "./record.ts";
import { deployWords, type DeployWords } from "./text.ts";

/** Where the record of a chain is kept. */
export const recordFile = (chainId: number, folder: string = join(root, "deployments")): string => join(folder, `${chainId}.json`);

/**
 * Deploys from a founders file and writes the record. Throws FileRefused where the file, the chain or the key is another than the
 * founders signed for (nothing was sent), and as `deploy` does.
 */
export async function deployFromFile(file: string, deployer: Signer, folder: string, say: (line: string) => void, words: DeployWords): Promise<DeploymentRecord> {
  const { name, chainId, deployer: wanted, nonce, founding, agreement, founders, charters } = readFoundersFile(file, words);
  const chain = Number((await deployer.provider!.getNetwork()).chainId);
  if (chain !== chainId) throw new FileRefused(words.wrongChain(chain, chainId));
  const address = await deployer.getAddress();
  if (address !== wanted) throw new FileRefused(words.wrongDeployer(address, wanted));
  const target = recordFile(chainId, folder);
  if (existsSync(target)) throw new FileRefused(words.exists(target));
  const missing = founders.findIndex(({ consent }) => consent === null);
  if (missing >= 0) throw new ConsentRefused(missing, founders[missing]!.key);
  const signed = founders.map((founder) => ({ ...founder, consent: founder.consent! }));
  const onStep = (step: number, of: number, what: string): void => say(words.step(step, of, what));
  const record = await deploy({ deployer, name, practice: false, founders: signed, founding: founding.founding, charters, nonce, onStep });
  mkdirSync(folder, { recursive: true });
  // Its keccak256 is what the founders signed and what MemberRegistry holds as `founding`.
  writeFileSync(join(folder, `${chainId}.founding.json`), agreement);
  writeFileSync(`${target}.part`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${target}.part`, target);
  say(words.deployed(target));
  return record;
}

/** Hardhat runs this file as a program; specs import it. */
export async function main(): Promise<void> {
  const words = deployWords[chooseLanguage(process.argv)];
  const { network } = await import("hardhat");
  const { ethers } = await network.create();
  const [deployer] = await ethers.getSigners();
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), process.env.GONGSHENG_FOUNDERS ?? "founders.json");
  try {
    await deployFromFile(file, deployer!, join(root, "deployments"), (line) => console.log(line), words);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = error instanceof FileRefused || error instanceof ConsentRefused ? 2 : 1;
  }
}

if (process.argv.some((arg) => arg.endsWith("deploy/live.ts"))) await main();
