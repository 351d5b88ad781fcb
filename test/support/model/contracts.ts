// Does on the contracts what the model does in numbers.
import { packVoter } from "#client/governance/castBallots.ts";
import { AbiCoder, id, Interface, keccak256, Signature } from "ethers";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS, type StepName } from "../../../scripts/deploy/record.ts";
import type { Place } from "../../../scripts/gas/place.ts";
import { type Act, type Ballot, COUNTED } from "./acts.ts";
import type { Action } from "./governance.ts";

const coder = AbiCoder.defaultAbiCoder();
const EMPTY = `0x${"0".repeat(64)}`;
const BALLOT = { MemberBallot: [{ name: "proposalId", type: "uint256" }, { name: "support", type: "uint8" }, { name: "member", type: "uint32" }, { name: "keyEpoch", type: "uint16" }] };

/** Marks as they travel: two bits a criterion, the first lowest. */
export const packMarks = (marks: readonly number[]): number => marks.reduce((packed, mark, place) => packed + mark * 4 ** place, 0);

/** The contracts of a place, as a member's acts reach them. */
export class Contracts {
  readonly place: Place;
  /** The numbers of proposals, in the order of the model's list. */
  readonly proposals: bigint[] = [];
  /** What each was proposed with, as it is given again. */
  private readonly texts: (readonly [...unknown[], string])[] = [];
  private readonly faces: Record<StepName, Interface>;
  private readonly errors = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(place: Place) {
    this.place = place;
    this.faces = Object.fromEntries(STEPS.map(({ name }) => [name, new Interface(readArtifact(name).abi)])) as unknown as Record<StepName, Interface>;
    for (const face of Object.values(this.faces)) {
      face.forEachError(({ name, selector }) => {
        this.errors.set(selector.slice(2), name);
        this.names.set(name, selector.slice(2));
      });
    }
  }

  selector = (contract: StepName, name: string): string => this.faces[contract].getFunction(name)!.selector.slice(2);
  errorSelector = (name: string): string => this.names.get(name) ?? "unknown";

  /** A statement's or an article's number, from its name in the model. */
  statementId(name: string): string {
    const [kind, author, document] = name.split(" ") as [string, string, string];
    return kind === "article" ? keccak256(coder.encode(["string", "uint32", "bytes32"], ["article", author, document])) : keccak256(coder.encode(["uint32", "bytes32"], [author, document]));
  }

  /** Does an act in the second `now`: the rule that refused it, or what became of each ballot. */
  async attempt(act: Act, now: number): Promise<string | number[]> {
    const { provider, record } = this.place;
    const [contract, data] = await this.encode(act);
    await provider.request({ method: "evm_setNextBlockTimestamp", params: [now] });
    const sender = act.is === "vote" ? (act.carrier ?? act.by) : act.by;
    const sent = { from: this.place.wallet(sender).address, to: record.contracts[contract], data, gas: "0xf42400", maxFeePerGas: "0x174876e800", maxPriorityFeePerGas: "0x0" };
    try {
      const hash = (await provider.request({ method: "eth_sendTransaction", params: [sent] })) as string;
      if (act.is === "propose") {
        const text = [...this.given(act.actions), id(act.description)] as const;
        this.texts.push(text);
        this.proposals.push(BigInt(keccak256(coder.encode(["address[]", "uint256[]", "bytes[]", "bytes32"], text))));
      }
      return act.is === "bundle" ? await this.outcomes(hash) : [];
    } catch (error) {
      return this.ruleOf(error);
    }
  }

  private ruleOf(error: unknown): string {
    for (let cause = error as { data?: unknown; cause?: unknown } | undefined; cause; cause = cause.cause as typeof cause) {
      const data = typeof cause.data === "string" ? cause.data : (cause.data as { data?: string } | undefined)?.data;
      if (data !== undefined) return this.errors.get(data.slice(2, 10)) ?? data;
    }
    throw error;
  }

  private async encode(act: Act): Promise<readonly [StepName, string]> {
    const call = (contract: StepName, name: string, ...given: unknown[]): readonly [StepName, string] => [contract, this.faces[contract].encodeFunctionData(name, given)];
    switch (act.is) {
      case "draft": return call("projectRegistry", "draft", act.project, EMPTY, act.cofounders, act.charter);
      case "submit": return call("projectReviews", "submit", this.statementId(act.statement));
      case "takeBack": return call("projectReviews", "takeBack", this.statementId(act.statement));
      case "disown": return call("projectReviews", "disown", this.statementId(act.statement));
      case "review": return call("projectReviews", "review", this.statementId(act.statement), packMarks(act.marks), EMPTY, "");
      case "publish": return call("projectReviews", "publish", act.document, "", act.coauthors);
      case "adopt": return call("projectReviews", "adopt", this.statementId(act.statement), this.statementId(act.reviewed), act.reviewers);
      case "askToClose": return call("projectRegistry", "askToClose", act.project, act.wanted);
      case "propose": return call("governor", "propose", ...this.given(act.actions), act.description);
      case "cancel":
      case "queue":
      case "execute": return call("governor", act.is, ...this.texts[act.proposal]!);
      case "vote": {
        const given = [this.proposals[act.proposal], act.support] as const;
        if (act.carrier === undefined) return call("governor", "castVote", ...given);
        const signed = await this.signature(act.proposal, { member: act.by, support: act.support, signer: act.by });
        return call("governor", "castVoteBySig", ...given, this.place.wallet(act.by).address, signed.serialized);
      }
      case "bundle": return call("governor", "castBallots", [{ proposalId: this.proposals[act.proposal], ballots: await Promise.all(act.ballots.map((ballot) => this.sign(act.proposal, ballot))), wallets: [] }]);
    }
  }

  private signature = async (proposal: number, { member, support, signer }: Ballot): Promise<Signature> => {
    const domain = { name: "Gongsheng", version: "1", chainId: 31337, verifyingContract: this.place.record.contracts.governor };
    const signed = await this.place.wallet(signer).signTypedData(domain, BALLOT, { proposalId: this.proposals[proposal], support, member, keyEpoch: 0 });
    return Signature.from(signed);
  };

  private async sign(proposal: number, ballot: Ballot): Promise<object> {
    const { r, yParityAndS } = await this.signature(proposal, ballot);
    return { voter: packVoter(ballot.member, 0, ballot.support), r, vs: yParityAndS };
  }

  private given(actions: readonly Action[]): [string[], number[], string[]] {
    const calls = actions.map((action) => this.call(action));
    return [calls.map(([contract]) => this.place.record.contracts[contract]), calls.map(() => 0), calls.map(([, data]) => data)];
  }

  private call(action: Action): readonly [StepName, string] {
    const call = (contract: StepName, name: string, ...given: unknown[]): readonly [StepName, string] => [contract, this.faces[contract].encodeFunctionData(name, given)];
    switch (action.is) {
      case "parameter": return call("parameters", "set", action.place, action.value);
      case "admit": return call("projectRegistry", "admit", this.statementId(action.statement), action.submission, action.project, action.charter);
      case "cooperative": return call("projectRegistry", "amendCooperative", action.charter);
      case "stewards": return call("projectRegistry", "replaceStewards", action.project, action.stewards);
      case "close": return call("projectRegistry", "close", action.project);
      case "expel": return call("memberRegistry", "expel", action.member, EMPTY);
    }
  }

  /** What the log says of each ballot, in order. */
  private async outcomes(hash: string): Promise<number[]> {
    const { logs } = (await this.place.provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as { logs: { topics: string[]; data: string }[] };
    return logs.flatMap((log) => {
      const event = this.faces.governor.parseLog(log);
      if (event?.name === "VoteCast") return [COUNTED];
      return event?.name === "BallotSkipped" ? [Number(event.args[2])] : [];
    });
  }
}
