// Acts of members at chosen moments on a practice chain, and nothing that a member could not do.
import { Interface } from "ethers";
import { readArtifact } from "../deploy/artifact.ts";
import type { DeploymentRecord, StepName } from "../deploy/record.ts";
import { practiceMembers } from "./people.ts";

/** A practice chain: it moves its clock when asked, and its accounts need no signature. */
export interface PracticeChain {
  request(call: { method: string; params?: unknown[] }): Promise<unknown>;
}

const DAY = 86_400;

/** Where the token to practise with stands. Throws where the deployment has none. */
export function practiceToken({ record }: Teller): string {
  if (!record.practiceToken) throw new Error("This deployment has no practice token.");
  return record.practiceToken;
}

/** Tells the life of a cooperative. Moments are days since its first second; they only go forward. */
export class Teller {
  readonly record: DeploymentRecord;
  private readonly chain: PracticeChain;
  private readonly interfaces = new Map<StepName, Interface>();
  private last: number;

  constructor(chain: PracticeChain, record: DeploymentRecord, last: number) {
    this.chain = chain;
    this.record = record;
    this.last = last;
  }

  /** Seconds since 1970 of a day of this cooperative's life. */
  secondOf(day: number): number {
    return this.record.genesis + Math.round(day * DAY);
  }

  /** An act of a member, in a block of its own. Throws, with the contract's reason, where it is refused. */
  async act(day: number, member: number, contract: StepName, verb: string, ...args: readonly unknown[]): Promise<void> {
    const from = practiceMembers()[member - 1]!.address;
    await this.send(day, from, this.record.contracts[contract], this.encode(contract, verb, args), `${verb} of member ${member}`);
  }

  /** A call from any account of the practice node, in a block of its own. `what`: how a refusal names it. Throws as `act` does. */
  async send(day: number, from: string, to: string, data: string, what: string): Promise<void> {
    // Two acts of one moment stand in neighbouring seconds: no two blocks share one.
    this.last = Math.max(this.secondOf(day), this.last + 1);
    await this.chain.request({ method: "evm_setNextBlockTimestamp", params: [`0x${this.last.toString(16)}`] });
    // Gas and price are given, so that a call costs one question and the same on every machine.
    const sent = { from, to, data, gas: "0x4c4b40", maxFeePerGas: "0x174876e800", maxPriorityFeePerGas: "0x0" };
    try {
      // A practice chain mines at once, and answers a call that reverts with the contract's reason.
      await this.chain.request({ method: "eth_sendTransaction", params: [sent] });
    } catch (cause) {
      throw new Error(`${what} on day ${day} was not carried out: ${(cause as Error).message}`, { cause });
    }
  }

  /** A call as bytes. */
  encode(contract: StepName, verb: string, args: readonly unknown[]): string {
    return this.speak(contract).encodeFunctionData(verb, args);
  }

  /** What a view says now. */
  async read(contract: StepName, view: string, ...args: readonly unknown[]): Promise<unknown> {
    const reader = this.speak(contract);
    const call = { to: this.record.contracts[contract], data: reader.encodeFunctionData(view, args) };
    const answer = (await this.chain.request({ method: "eth_call", params: [call, "latest"] })) as string;
    return reader.decodeFunctionResult(view, answer)[0];
  }

  /** Lets time pass with nothing done but a block. */
  async wait(day: number): Promise<void> {
    this.last = Math.max(this.secondOf(day), this.last + 1);
    await this.chain.request({ method: "evm_setNextBlockTimestamp", params: [`0x${this.last.toString(16)}`] });
    await this.chain.request({ method: "evm_mine", params: [] });
  }

  /** Seconds since 1970 of the last act. */
  get now(): number {
    return this.last;
  }

  private speak(contract: StepName): Interface {
    let spoken = this.interfaces.get(contract);
    if (!spoken) this.interfaces.set(contract, (spoken = new Interface(readArtifact(contract).abi)));
    return spoken;
  }
}
