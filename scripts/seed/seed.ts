// The one seed: specs, development and pictures all stand on it. The same chain gives the same addresses, hashes and times.
import { ContractFactory } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";
import { readArtifactOf } from "../deploy/artifact.ts";
import { STEPS } from "../deploy/record.ts";
import { practiceBundle } from "./bundle.ts";
import type { Both, Practice, PracticeSeat, Seed } from "../lib/practice.ts";
import { seedDocuments } from "./documents.ts";
import { deployPractice } from "./founding.ts";
import { tellLife } from "./life.ts";
import { practiceMembers } from "./people.ts";
import { COOPERATIVE_NAMES } from "./projects.ts";
import { Teller, type PracticeChain } from "./teller.ts";

/** The seats with both names of their keys, as pages and scripts ask for them. */
export type SeedSeat = PracticeSeat & { readonly privateKey: string };

const parts: readonly Both[] = [
  { zh: "第0期：开张、第一批记录、导入旧账本、表决接纳早市", en: "Epoch 0: opening, the first records, an old notebook imported, a market admitted by vote" },
  { zh: "第1期：质疑与第二轮、评议与表决", en: "Epoch 1: challenges and second rounds, reviews and votes" },
  { zh: "第2期：第一次领取份额", en: "Epoch 2: the first shares are drawn" },
  { zh: "第3期：有几件事在等您", en: "Epoch 3: some things wait for you" },
];

/**
 * Deploys to an empty practice chain and tells the cooperative's life up to day 97. The chain's first block must lie before
 * what is told, and its accounts must be the practice node's own.
 */
export const seed: Seed = async (chain, tell) => {
  const record = await foundPractice(chain);
  const teller = new Teller(chain.provider as PracticeChain, record, record.genesis + 60);
  const evidence = await tellLife(teller, (epoch) => tell(parts[epoch]!));
  const bundles = new Map([["practice.coop.json", await practiceBundle(teller)]]);
  return { deployment: { ...record, name: COOPERATIVE_NAMES }, seats: seatsOf(), evidence, statements: statementFiles(), bundles } satisfies Practice;
};

/** The practice cooperative on its first day, with nothing told yet, and the token to practise with. They stand in neighbouring seconds. */
export async function foundPractice(chain: NetworkConnection<"l1">) {
  const head = await chain.ethers.provider.getBlock("latest");
  const first = head!.timestamp;
  const [deployer] = await chain.ethers.getSigners();
  const onStep = async (step: number): Promise<void> => {
    await chain.provider.request({ method: "evm_setNextBlockTimestamp", params: [`0x${(first + step).toString(16)}`] });
  };
  const record = await deployPractice(deployer!, { onStep });
  await onStep(STEPS.length + 1);
  const { abi, bytecode } = readArtifactOf("practice", "PracticeToken");
  const token = await new ContractFactory(abi, bytecode, deployer).deploy();
  return { ...record, practiceToken: await token.getAddress() };
}

/** Under the names by which pages look for a document beside themselves. */
const statementFiles = (): Map<string, string> => new Map([...seedDocuments()].map(([digest, text]) => [`${digest}.md`, text]));

const seatsOf = (): SeedSeat[] => practiceMembers().map(({ member, name, address, privateKey }) => ({ member, name, address, key: privateKey, privateKey }));
