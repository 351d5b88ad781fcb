// A chain in this process with a cooperative of many founders, whose keys are at hand.
import { createServer } from "node:http";
import hre from "hardhat";
import { id, type Signer } from "ethers";
import { createPublicClient, type Hex, http, type PublicClient } from "viem";
import { type LocalAccount, privateKeyToAccount } from "viem/accounts";
import { type Deployment, parseDeployment } from "#client/chain/deployment.ts";
import { readLedger, type Reading } from "#client/read.ts";
import { listenFrom } from "../../lib/serve.ts";
import { pause } from "../../relay/payer.ts";
import { practiceAccount } from "../../seed/people.ts";
import { deploy } from "../../deploy/deploy.ts";
import { type Charter, CONSENT_TYPES, consentDomain, predictAddresses } from "../../deploy/founding.ts";

/** A cooperative to try the relay on. */
export interface Ground {
  readonly url: string;
  /** As a deployment record's file has it. */
  readonly record: object;
  readonly deployment: Deployment;
  readonly client: PublicClient;
  /** The keys of members 1, 2, …, in order. */
  readonly keys: readonly LocalAccount[];
  readonly privateKeys: readonly Hex[];
  /** Asks the node. */
  ask(method: string, ...params: unknown[]): Promise<unknown>;
  read(): Promise<Reading>;
  close(): Promise<void>;
}

const UNIT = 1_000_000n;
/** Project 0 is the cooperative itself; in project 1 everyone works. */
const charter = (title: string): Charter => ({ statement: id(title), uri: `data:,${title}`, industry: 9499, budget: 1_000_000n * UNIT, rates: [UNIT, UNIT, UNIT, UNIT], minSurplus: 20, salesCap: 7n, stewards: [1] });

/** So many founders do not fit one transaction of a public chain; here they may. The contracts are the same. */
const ROOMY = { allowUnlimitedContractSize: true, blockGasLimit: 1_000_000_000, transactionGasCap: 1_000_000_000 };

/** Founds it on the first free port from `from` on. */
export async function foundMany(members: number, from: number): Promise<Ground> {
  const privateKeys = Array.from({ length: members }, (_, place) => id(`member ${place + 1} of the relay's ground`) as Hex);
  const keys = privateKeys.map((key) => privateKeyToAccount(key));
  const founding = id("The relay's ground");
  const agreed = { chainId: 31337, registry: predictAddresses(practiceAccount(0).address, 0).memberRegistry, keys: keys.map(({ address }) => address), founding };
  const founders = await Promise.all(
    keys.map(async (key) => {
      const message = { founder: key.address, founders: agreed.keys, founding };
      const consent = await key.signTypedData({ domain: consentDomain(agreed) as never, types: CONSENT_TYPES, primaryType: "FounderConsent", message } as never);
      return { key: key.address, profileDigest: founding, profileUri: "", consent };
    }),
  );
  const probe = createServer();
  const port = await listenFrom(probe, from);
  await new Promise<void>((done) => void probe.close(() => done()));
  const server = await hre.network.createServer({ network: "node", chainType: "l1", override: ROOMY as never }, "127.0.0.1", port);
  await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const { ethers } = await hre.network.create({ network: "practice", chainType: "l1", override: { url } });
  const deployer = (await ethers.getSigners())[0]!;
  // Looking at hundreds of consents takes so long that the node has closed the connection by then; whoever asks first finds out.
  const onStep = async (step: number): Promise<void> => void (step === 1 && (await ethers.provider.getBlockNumber().catch(() => pause(100))));
  const made = await deploy({ deployer: deployer as unknown as Signer, name: "Ground", practice: true, founders, founding, charters: [charter("cooperative"), charter("mill")], onStep });
  const record = { ...made, rpc: url, seats: keys.map(({ address }, place) => ({ member: place + 1, address, privateKey: privateKeys[place] })) };
  const deployment = parseDeployment(record);
  const client = createPublicClient({ transport: http(url), pollingInterval: 50 });
  const ask = (method: string, ...params: unknown[]): Promise<unknown> => client.request({ method, params } as never);
  // The first seat pays for `coop relay`; the others have nothing, and need nothing.
  await ask("hardhat_setBalance", keys[0]!.address, "0x56bc75e2d63100000");
  return { url, record, deployment, client, keys, privateKeys, ask, read: () => readLedger(client, deployment), close: () => server.close() };
}
