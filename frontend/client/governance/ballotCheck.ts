import { type Address, isAddressEqual } from "viem";
import type { MemberId } from "../chain/ids.ts";
import { type Both, plainSpeech, type Speech, tell } from "../chain/words.ts";
import { type Member, seatedAt } from "../people/fold.ts";
import { type BallotPlace, isKeySignature, signerOfBallot } from "./ballot.ts";
import type { ReadBallot } from "./ballotList.ts";
import type { GovernanceBooks } from "./fold.ts";
import { proposalState } from "./state.ts";
import { ballotOf } from "./tally.ts";
import type { Proposal } from "./types.ts";

/** Why a ballot cannot be counted, or that only the chain can say. */
export type BallotProblem = "otherChain" | "otherCooperative" | "noProposal" | "early" | "over" | "noMember" | "notSeated" | "keyReplaced" | "signature" | "voted" | "twice";

/** What is known of a ballot before it is sent. `wallet`: signed for a contract wallet, which only the chain can ask. */
export type BallotVerdict = { readonly is: "good" } | { readonly is: "wallet"; readonly wallet: Address } | { readonly is: "bad"; readonly problem: BallotProblem };

/** A ballot and what was found. */
export interface CheckedBallot {
  readonly ballot: ReadBallot;
  readonly verdict: BallotVerdict;
  readonly say: Both;
}

export interface BallotCheckOptions {
  /** The addresses, in small letters, that are contracts: a member whose key is one may have signed by it. */
  readonly contracts?: ReadonlySet<string>;
  readonly speech?: Speech;
}

/** Checks ballots without sending anything: the key recovers, is in force, was seated at the snapshot, has not voted, the vote is open. */
export async function checkBallots(ballots: readonly ReadBallot[], books: GovernanceBooks, place: BallotPlace, now: number, options: BallotCheckOptions = {}): Promise<CheckedBallot[]> {
  const taken = new Set<string>();
  const checked: CheckedBallot[] = [];
  for (const ballot of ballots) {
    const key = `${ballot.proposalId} ${ballot.member}`;
    let verdict = await checkBallot(ballot, books, place, now, options.contracts);
    if (verdict.is !== "bad" && taken.has(key)) verdict = { is: "bad", problem: "twice" };
    if (verdict.is !== "bad") taken.add(key);
    checked.push({ ballot, verdict, say: sayVerdict(verdict, ballot, books, options.speech ?? plainSpeech) });
  }
  return checked;
}

/** Checks one ballot. */
export async function checkBallot(ballot: ReadBallot, books: GovernanceBooks, place: BallotPlace, now: number, contracts: ReadonlySet<string> = new Set()): Promise<BallotVerdict> {
  const problem = placeProblem(ballot, place) ?? voteProblem(ballot, books, now);
  if (problem) return { is: "bad", problem };
  const proposal = books.governance.proposals.get(ballot.proposalId)!;
  const member = books.people.members.get(ballot.member);
  if (!member) return { is: "bad", problem: "noMember" };
  const signed = await signatureOf(ballot, member, books, place, contracts);
  if (signed.is === "bad") return signed;
  const later = seatProblem(proposal, member.id, books);
  return later ? { is: "bad", problem: later } : signed;
}

function placeProblem({ chainId, governor }: ReadBallot, place: BallotPlace): BallotProblem | null {
  if (chainId !== place.chainId) return "otherChain";
  return isAddressEqual(governor, place.contracts.governor) ? null : "otherCooperative";
}

function voteProblem({ proposalId }: ReadBallot, books: GovernanceBooks, now: number): BallotProblem | null {
  const proposal = books.governance.proposals.get(proposalId);
  if (!proposal) return "noProposal";
  const state = proposalState(proposal, books, now);
  return state === "active" ? null : state === "pending" ? "early" : "over";
}

async function signatureOf(ballot: ReadBallot, member: Member, books: GovernanceBooks, place: BallotPlace, contracts: ReadonlySet<string>): Promise<BallotVerdict> {
  const key = isKeySignature(ballot.signature) ? await signerOfBallot(ballot, place) : null;
  if (ballot.keyEpoch !== member.keyEpoch) return { is: "bad", problem: ballot.keyEpoch < member.keyEpoch ? "keyReplaced" : "signature" };
  if (key && isAddressEqual(key, member.key)) return { is: "good" };
  if (contracts.has(member.key.toLowerCase())) return { is: "wallet", wallet: member.key };
  const former = key && books.people.byKey.get(key.toLowerCase()) === member.id;
  return { is: "bad", problem: former ? "keyReplaced" : "signature" };
}

function seatProblem(proposal: Proposal, member: MemberId, books: GovernanceBooks): BallotProblem | null {
  if (!seatedAt(books, member, proposal.opensAt)) return "notSeated";
  return ballotOf(proposal, member) ? "voted" : null;
}

function sayVerdict(verdict: BallotVerdict, { member, proposalId, support }: ReadBallot, { governance }: GovernanceBooks, speech: Speech): Both {
  const who = speech.member(member);
  const vote = { for: tell("赞成", "for"), against: tell("反对", "against"), abstain: tell("弃权", "abstaining") }[support];
  if (verdict.is === "good") return tell(`${who.zh}投${vote.zh}，签名属实，可以送出。`, `${begin(who.en)} votes ${vote.en}; the signature is true and the ballot can be carried.`);
  if (verdict.is === "wallet") return tell(`${who.zh}投${vote.zh}，用的是合约钱包；签名要由链上来验。`, `${begin(who.en)} votes ${vote.en} by a contract wallet; only the chain can check its signature.`);
  const proposal = governance.proposals.get(proposalId);
  switch (verdict.problem) {
    case "otherChain":
      return bad("这张票是另一条链上的", "This ballot is for another chain", "请到那条链的页面去送", "Carry it on the page of that chain");
    case "otherCooperative":
      return bad("这张票是另一个合作社的", "This ballot is for another cooperative", "请到那个合作社的页面去送", "Carry it on the page of that cooperative");
    case "noProposal":
      return bad("链上没有它说的那份提案，或这里还没有读到", "The proposal that it names is not on the chain, or was not read here yet", "请刷新后再试", "Read again and try once more");
    case "early":
      return bad(`还没有开票，${speech.time(proposal!.opensAt + 1).zh}开始`, `The vote is not open yet; it opens on ${speech.time(proposal!.opensAt + 1).en}`, "请到时再送，签名仍然有效", "Carry it then; the signature stays good");
    case "over":
      return bad(`表决已于${speech.time(proposal!.closesAt).zh}结束，或已撤销`, `The vote ended on ${speech.time(proposal!.closesAt).en}, or was cancelled`, "这张票来不及了", "The ballot came too late");
    case "noMember":
      return bad(`没有${member}号成员`, `There is no member ${member}`, "请核对", "Check whose ballot it is");
    case "notSeated":
      return bad(`${who.zh}在定下名单时还没有入席`, `${begin(who.en)} had no seat when the roll was taken`, "以后的表决可以投", "Votes to come are open to this member");
    case "keyReplaced":
      return bad(`${who.zh}的这把钥匙已经换掉了`, `This key of ${who.en} was replaced`, "请本人用现在的钥匙重新签署", "Ask the member to sign with the key in force");
    case "signature":
      return bad(`签名不是${who.zh}的，或票在签署之后被改过`, `The signature is not of ${who.en}, or the ballot was altered after it was signed`, "请本人重新签署", "Ask the member to sign again");
    case "voted":
      return bad(`${who.zh}已经投过票`, `${begin(who.en)} has voted already`, "不必再送", "There is no need to carry it");
    case "twice":
      return bad(`这里已经有${who.zh}的一张好票`, `There is a good ballot of ${who.en} in this list already`, "只送前面那张", "The earlier one is carried");
  }
}

const bad = (zh: string, en: string, doZh: string, doEn: string): Both => tell(`${zh}。这张不会送出，其余的不受影响。${doZh}。`, `${en}. It will not be carried, and the others are untouched. ${doEn}.`);

const begin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
