// Says to the contracts what an act of the model is.
import { AbiCoder, keccak256, ZeroHash } from "ethers";
import type { StepName } from "../../../scripts/deploy/record.ts";
import { KINDS } from "../model/charters.ts";
import type { Charter } from "../model/projects.ts";
import type { Report } from "../model/recording.ts";
import { encode, faceOf, selector, type Value, type Word, word } from "./abi.ts";
import type { ProvedLeaf } from "./tree.ts";
import { keyOf, type Stage } from "./stage.ts";
import type { StagedAct } from "./acts.ts";

/** A call, in hex digits without 0x. `before`: calls that must succeed first, which no act of the model stands for. */
export interface Call {
  readonly actor: string;
  readonly to: string;
  readonly data: string;
  readonly before?: readonly Call[];
}

const coder = AbiCoder.defaultAbiCoder();
const EVERYONE = "";
/** Who writes every statement. */
const FIRST = 1;
/** So long does what is signed hold. */
const LASTS = 7 * 86_400;

/** Speaks to the contracts of a stage. */
export class Teller {
  private readonly stage: Stage;
  private readonly places: Record<StepName, string>;
  private readonly evidences = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  constructor(stage: Stage) {
    this.stage = stage;
    this.places = Object.fromEntries(Object.entries(stage.record.contracts).map(([name, address]) => [name, address.slice(2).toLowerCase()])) as Record<StepName, string>;
  }

  place = (contract: StepName): string => this.places[contract];
  actor = (member: number): string => keyOf(member).address.slice(2).toLowerCase();

  /** What a claim has for evidence, from its number in the model. */
  evidenceOf(claim: string): string {
    const evidence = claim.slice(claim.indexOf(" ") + 1);
    if (!evidence.startsWith("binding ")) return evidence;
    const known = this.evidences.get(evidence);
    if (known !== undefined) return known;
    const [, project, identity, member] = evidence.split(" ") as [string, string, string, string];
    const hash = keccak256(`0x${encode([Number(project), identity, Number(member)])}`);
    this.evidences.set(evidence, hash);
    return hash;
  }
  makerOf = (claim: string): number => Number(claim.slice(0, claim.indexOf(" ")));
  /** A claim's number on the chain; of none, zero. */
  idOf(claim: string): string {
    if (claim === "") return ZeroHash;
    const known = this.ids.get(claim) ?? keccak256(`0x${word(this.makerOf(claim))}${this.evidenceOf(claim).slice(2)}`);
    this.ids.set(claim, known);
    return known;
  }

  async call(act: StagedAct, now: number): Promise<Call> {
    const ledger = (by: number, name: string, ...values: Value[]): Call => this.says(by, "contributionLedger", name, ...values);
    const named = (claim: string): Word[] => [this.makerOf(claim), this.evidenceOf(claim)];
    switch (act.is) {
      case "enrol": return ledger(act.by, "enrol", act.project);
      case "record": return ledger(act.by, "record", reportOf(act.report));
      case "confirm": return ledger(act.by, "confirm", ...named(act.claim), digestOf(act.report));
      case "withdraw": return ledger(act.by, "withdraw", ...named(act.claim));
      case "attest": return ledger(act.by, "attest", ...named(act.claim), act.quantity);
      case "attestMany": return ledger(act.by, "attestMany", { list: act.answers.map(({ id }) => this.makerOf(id)) }, { list: act.answers.map(({ id }) => this.evidenceOf(id)) }, { list: act.answers.map(({ quantity }) => quantity) });
      case "challenge": return this.says(act.by, "challenges", "challenge", ...named(act.claim));
      case "answer": return this.says(act.by, "challenges", "answer", ...named(act.claim), act.tenths);
      case "postBatch": return ledger(act.by, "postBatch", act.batch.project, act.batch.root, act.batch.sum, act.batch.credit, ZeroHash, { bytes: "0x" });
      case "proposeBinding": return ledger(act.by, "proposeBinding", act.project, act.identity, act.member);
      case "close": return this.anyone("shareLedger", "close", act.project, act.most);
      case "draw": return this.anyone("shareLedger", "draw", act.project, act.member, { list: act.epochs });
      case "drawLeaf": return this.anyone("shareLedger", "drawLeaf", this.idOf(act.batch), proofOf(act.leaf));
      case "seat": return this.anyone("memberRegistry", "takeSeat", act.member);
      case "join": return this.join(act.newcomer, act.sponsors, now + LASTS);
      case "leave": return this.says(act.by, "memberRegistry", "resign");
      case "expel": return this.voted("memberRegistry", selector("memberRegistry", "expel") + encode([act.member, ZeroHash]));
      case "number": return this.voted("parameters", selector("parameters", "set") + encode([act.place, act.value]));
      case "admit": return this.admit(0, act.charter);
      case "amend": return act.project === 0 ? this.voted("projectRegistry", faceOf("projectRegistry").encodeFunctionData("amendCooperative", [act.charter]).slice(2)) : this.admit(act.project, act.charter);
      case "stewards": return this.voted("projectRegistry", selector("projectRegistry", "replaceStewards") + encode([act.project, { list: act.stewards }]));
      case "closeProject": return this.voted("projectRegistry", selector("projectRegistry", "close") + encode([act.project]));
    }
  }

  // --- private ---

  private says = (by: number, contract: StepName, name: string, ...values: Value[]): Call => ({ actor: this.actor(by), to: this.places[contract], data: selector(contract, name) + encode(values) });
  private anyone = (contract: StepName, name: string, ...values: Value[]): Call => ({ actor: EVERYONE, to: this.places[contract], data: selector(contract, name) + encode(values) });
  private voted = (contract: StepName, data: string): Call => ({ actor: EVERYONE, to: this.places.timelock, data: this.places[contract] + data });

  /** A statement that the first member writes; the vote follows at once. */
  private admit(project: number, charter: Charter): Call {
    const face = faceOf("projectRegistry");
    const statement = keccak256(coder.encode(["uint32", "bytes32"], [FIRST, charter.statement]));
    const draft = { actor: this.actor(FIRST), to: this.places.projectRegistry, data: face.encodeFunctionData("draft", [project, ZeroHash, [], charter]).slice(2) };
    return { ...this.voted("projectRegistry", face.encodeFunctionData("admit", [statement, 1, project, charter]).slice(2)), before: [draft] };
  }

  private async join(newcomer: number, sponsors: readonly number[], expires: number): Promise<Call> {
    const domain = { name: "Gongsheng", version: "1", chainId: 31337, verifyingContract: this.stage.record.contracts.memberRegistry };
    const applicant = keyOf(newcomer).address;
    const application = { applicant, profileDigest: ZeroHash, profileUri: "", expires };
    const signature = await keyOf(newcomer).signTypedData(domain, APPLICATION, application);
    const vouches = await Promise.all(sponsors.map(async (sponsor) => {
      const terms = { applicant, joinCount: 0, sponsor, keyEpoch: 0, expires };
      return { ...terms, signature: await keyOf(sponsor).signTypedData(domain, VOUCH, terms) };
    }));
    return { actor: EVERYONE, to: this.places.memberRegistry, data: faceOf("memberRegistry").encodeFunctionData("join", [{ ...application, signature }, vouches]).slice(2) };
  }
}

const APPLICATION = { Application: [{ name: "applicant", type: "address" }, { name: "profileDigest", type: "bytes32" }, { name: "profileUri", type: "string" }, { name: "expires", type: "uint40" }] };
const VOUCH = { Vouch: [{ name: "applicant", type: "address" }, { name: "joinCount", type: "uint32" }, { name: "sponsor", type: "uint32" }, { name: "keyEpoch", type: "uint16" }, { name: "expires", type: "uint40" }] };

const reportOf = ({ project, kind, quantity, evidence, occurredAt, split }: Report): Value => ({ struct: [project, KINDS.indexOf(kind), quantity, evidence, occurredAt, { list: split.map(({ member, parts }) => [member, parts]) }, { bytes: "0x" }] });
const proofOf = ({ identity, value, index, digest, hashes, sums }: ProvedLeaf): Value => ({ struct: [identity, value, digest, index, { list: hashes }, { list: sums }] });

const digestOf = (report: Report): string => keccak256(`0x${encode([reportOf(report)])}`);
