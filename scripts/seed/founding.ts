// How the practice cooperative is founded: the same deployment as any other, with keys that everyone knows.
import { keccak256, toUtf8Bytes, type Signer, type Wallet } from "ethers";
import { deploy, type DeployOptions } from "../deploy/deploy.ts";
import { inlineDocument } from "../deploy/documents.ts";
import { predictAddresses, signConsent, type Charter, type Founder } from "../deploy/founding.ts";
import type { DeploymentRecord } from "../deploy/record.ts";
import { practiceAccount, practiceSeats } from "./people.ts";
import { COOPERATIVE_NAME, practiceCharters } from "./projects.ts";

/** What the founders of the practice cooperative sign. */
export const PRACTICE_FOUNDING = keccak256(
  toUtf8Bytes("青溪合作社由十二人发起，只供练习。\nQingxi Co-op is founded by twelve, to practise on.\n"),
);

/** The founders with their consents, for a deployment that begins at the deployer's next nonce. */
export async function practiceFounders(deployer: Signer): Promise<Founder[]> {
  const provider = deployer.provider!;
  const [from, { chainId }] = await Promise.all([deployer.getAddress(), provider.getNetwork()]);
  const registry = predictAddresses(from, await provider.getTransactionCount(from)).memberRegistry;
  const seats = practiceSeats();
  const founding = { chainId: Number(chainId), registry, keys: seats.map(({ address }) => address), founding: PRACTICE_FOUNDING };
  return Promise.all(
    seats.map(async ({ member, address, name }) => {
      const profile = inlineDocument(name);
      const consent = await signConsent(founding, practiceAccount(member) as unknown as Wallet);
      return { key: address, profileDigest: profile.digest, profileUri: profile.uri, consent };
    }),
  );
}

/** What a practice deployment may do otherwise than the seed's. */
export type PracticeOptions = Partial<Pick<DeployOptions, "onStep" | "name">> & { readonly charters?: readonly Charter[] };

/** Deploys the practice cooperative. `deployer` is account 0 of the node where addresses are to be the same every time. */
export async function deployPractice(deployer: Signer, options: PracticeOptions = {}): Promise<DeploymentRecord> {
  const founders = await practiceFounders(deployer);
  return deploy({ deployer, name: COOPERATIVE_NAME, practice: true, founders, founding: PRACTICE_FOUNDING, charters: practiceCharters, ...options });
}
