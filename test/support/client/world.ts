import { type Address, createPublicClient, custom, encodeFunctionData, type Hex, type PublicClient } from "viem";
import { parseDeployment, type Deployment } from "#client/chain/deployment.ts";
import { toFailure } from "#client/chain/toFailure.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { Signer } from "#client/chain/send.ts";
import { readLedger, type Reading } from "#client/read.ts";
import type { Ledger } from "#client/ledger.ts";
import type { DeploymentRecord } from "../../../scripts/deploy/record.ts";
import { chain } from "../chain.ts";

type Provider = typeof chain.provider;

/** A client of a chain, as a page has one of its own. */
const clientOf = (provider: Provider): PublicClient => createPublicClient({ transport: custom(provider as never, { retryCount: 0 }), pollingInterval: 5, cacheTime: 0 });

/** A client of the specs' chain. */
export const client: PublicClient = clientOf(chain.provider);

/** The cooperative as a page sees it: the books of its log, and acts sent by keys that the node holds. */
export class World {
  readonly deployment: Deployment;
  private readonly provider: Provider;
  private readonly client: PublicClient;
  private reading: Reading | undefined;

  /** `provider`: of the specs' chain, unless the cooperative lives on another. */
  constructor(record: DeploymentRecord, provider: Provider = chain.provider) {
    this.deployment = parseDeployment(JSON.parse(JSON.stringify(record)));
    this.provider = provider;
    this.client = provider === chain.provider ? client : clientOf(provider);
  }

  /** The books up to the newest block. */
  async read(): Promise<Ledger> {
    this.reading = await readLedger(this.client, this.deployment, this.reading);
    return this.reading.ledger;
  }

  /** The time of the newest block, which views are asked at. */
  now = async (): Promise<number> => Number((await this.client.getBlock()).timestamp);

  /** A signer for an account that the node may speak for. */
  signer(address: string): Signer {
    return {
      address: address as Address,
      chainId: () => this.client.getChainId(),
      writeContract: ({ address: to, abi, functionName, args }) => this.carry(address, to, encodeFunctionData({ abi, functionName, args })),
    };
  }

  /** Sends an intent at once; the name of the rule that refused it, or null. Anything but a rule is thrown. */
  async attempt(intent: Intent, from: string): Promise<string | null> {
    const { address, abi, functionName, args } = callOf(this.deployment, intent);
    try {
      await this.carry(from, address, encodeFunctionData({ abi, functionName, args }));
      return null;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.data.kind === "rule" && failure.data.rule.is === "error") return failure.data.rule.name;
      throw failure;
    }
  }

  /** What a view of a contract says at the newest block. */
  view<T>(contract: keyof Deployment["contracts"], functionName: string, ...args: readonly unknown[]): Promise<T> {
    const call = callOf(this.deployment, { contract, functionName, args, expects: "", times: 0 });
    return this.client.readContract(call) as Promise<T>;
  }

  /** What an act would give back, if anyone did it in the next block. */
  async simulate<T>(contract: keyof Deployment["contracts"], functionName: string, ...args: readonly unknown[]): Promise<T> {
    const call = callOf(this.deployment, { contract, functionName, args, expects: "", times: 0 });
    return (await this.client.simulateContract(call)).result as T;
  }

  private async carry(from: string, to: string, data: Hex): Promise<Hex> {
    const sent = { from, to, data, gas: "0x7a1200", maxFeePerGas: "0x174876e800", maxPriorityFeePerGas: "0x0" };
    return (await this.provider.request({ method: "eth_sendTransaction", params: [sent] })) as Hex;
  }
}
