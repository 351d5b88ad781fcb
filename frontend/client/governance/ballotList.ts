import { type Address, getAddress, type Hex, isAddress } from "viem";
import type { MemberId, ProposalId } from "../chain/ids.ts";
import { type Both, tell } from "../chain/words.ts";
import type { BallotPlace, SignedMemberBallot } from "./ballot.ts";
import { supports } from "./types.ts";

/** The name of the form in which ballots are handed on. */
export const BALLOTS = "gongsheng-ballots/1";
/** So many are read from one text. */
export const MOST_BALLOTS = 10_000;
const MOST_SIGNATURE = 10_000;

/** Something in a list that is no ballot. `place`: from 0; null: of the whole text. */
export interface BallotFault {
  readonly place: number | null;
  readonly is: "notJson" | "otherForm" | "tooMany" | "proposal" | "support" | "member" | "keyEpoch" | "signature" | "chain" | "governor" | "notObject";
  readonly say: Both;
}

/** A ballot as it was read: of which chain and contract, and where in the list it stood. */
export interface ReadBallot extends SignedMemberBallot {
  readonly chainId: number;
  readonly governor: Address;
  readonly place: number;
}

/** What a text held. */
export interface BallotList {
  readonly ballots: readonly ReadBallot[];
  readonly faults: readonly BallotFault[];
}

/** Ballots as a text to be handed on. Signatures of keys are written with 65 bytes, as wallets give them. */
export function writeBallots(ballots: readonly SignedMemberBallot[], { chainId, contracts }: BallotPlace): string {
  const list = ballots.map(({ proposalId, support, member, keyEpoch, signature }) => ({ proposalId: String(proposalId), support, member, keyEpoch, signature }));
  return `${JSON.stringify({ form: BALLOTS, chainId, governor: contracts.governor, ballots: list }, null, 2)}\n`;
}

/**
 * Reads ballots from a text: one list, or several lists one after another (as people paste them). What is no ballot is told by its
 * place, and the others are read all the same. Never throws.
 */
export function readBallots(text: string): BallotList {
  const faults: BallotFault[] = [];
  const ballots: ReadBallot[] = [];
  let place = 0;
  for (const piece of pieces(text)) {
    const json = parse(piece);
    if (json === undefined) faults.push(fault(null, "notJson", "这段文字不是选票：读不出JSON", "This text holds no ballots: it cannot be read as JSON"));
    else place = readList(json, place, ballots, faults);
  }
  return { ballots, faults };
}

/** Reads one list that was parsed already. `first`: the place of its first ballot in all that is read; `most`: so many at most. */
export function readBallotList(json: unknown, first: number, most: number): BallotList & { readonly passed: number } {
  const faults: BallotFault[] = [];
  const ballots: ReadBallot[] = [];
  const passed = readList(json, first, ballots, faults, Math.min(most, MOST_BALLOTS));
  return { ballots, faults, passed };
}

function readList(json: unknown, first: number, ballots: ReadBallot[], faults: BallotFault[], most = MOST_BALLOTS): number {
  const list = json as Readonly<Record<string, unknown>>;
  if (typeof json !== "object" || json === null || list.form !== BALLOTS || !Array.isArray(list.ballots)) {
    faults.push(fault(null, "otherForm", `这不是“${BALLOTS}”格式的选票`, `These are no ballots of the form “${BALLOTS}”`));
    return first;
  }
  if (!Number.isSafeInteger(list.chainId)) faults.push(fault(null, "chain", "没有写明是哪条链的选票", "It does not say which chain the ballots are for"));
  else if (typeof list.governor !== "string" || !isAddress(list.governor, { strict: false })) faults.push(fault(null, "governor", "没有写明是哪个合作社的选票", "It does not say which cooperative the ballots are for"));
  else {
    const [chainId, governor] = [list.chainId as number, getAddress(list.governor)];
    for (const [place, item] of list.ballots.entries()) {
      if (ballots.length >= most) {
        faults.push(fault(null, "tooMany", `一次至多读${MOST_BALLOTS}张`, `At most ${MOST_BALLOTS} are read at once`));
        break;
      }
      const read = readOne(item, first + place);
      if ("say" in read) faults.push(read);
      else ballots.push({ ...read, chainId, governor, place: first + place });
    }
  }
  return first + list.ballots.length;
}

function readOne(json: unknown, place: number): SignedMemberBallot | BallotFault {
  if (typeof json !== "object" || json === null) return fault(place, "notObject", "不是选票", "no ballot");
  const { proposalId, support, member, keyEpoch, signature } = json as Readonly<Record<string, unknown>>;
  if (typeof proposalId !== "string" || !/^[1-9]\d{0,77}$/.test(proposalId) || BigInt(proposalId) >= 1n << 256n) return fault(place, "proposal", "提案编号不对", "the proposal's number is wrong");
  const said = supports.find((one) => one === support);
  if (said === undefined) return fault(place, "support", "投的不是赞成、反对或弃权", "it says neither for, nor against, nor abstain");
  if (!isWhole(member, 1, 2 ** 32 - 1)) return fault(place, "member", "成员号码不对", "the member's number is wrong");
  if (!isWhole(keyEpoch, 0, 2 ** 16 - 1)) return fault(place, "keyEpoch", "钥匙的次序不对", "the key's number is wrong");
  if (!isSignature(signature)) return fault(place, "signature", "签名残缺，或不合规矩", "the signature is broken or malformed");
  return { proposalId: BigInt(proposalId) as ProposalId, support: said, member: member as MemberId, keyEpoch, signature: signature.toLowerCase() as Hex };
}

const isWhole = (value: unknown, least: number, most: number): value is number => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** Bytes; whether they are a signature of the member's key, or of a contract wallet, is found where they are checked. */
const isSignature = (value: unknown): value is Hex => typeof value === "string" && value.length <= MOST_SIGNATURE && /^0x(?:[0-9a-fA-F]{2})+$/.test(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The JSON objects of a text, one after another, by their braces outside of strings; a text without any is one piece. */
function pieces(text: string): string[] {
  if (parse(text) !== undefined) return [text];
  const found: string[] = [];
  let [depth, start, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === "\\") at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"' && depth > 0) quoted = true;
    else if (letter === "{") {
      if (depth === 0) start = at;
      depth += 1;
    } else if (letter === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, at + 1));
    }
  }
  return depth === 0 && found.length > 0 ? found : [...found, text.slice(depth > 0 ? start : 0)];
}

/** A fault as a whole sentence: what is wrong, that nothing was sent, what to do. */
function fault(place: number | null, is: BallotFault["is"], zh: string, en: string): BallotFault {
  const say =
    place === null
      ? tell(`${zh}。什么也没有发送。请取得原来的文字再试。`, `${en}. Nothing was sent. Get the text as it was written and try again.`)
      : tell(`第${place + 1}张：${zh}。它不会发送，其余的不受影响。请让本人重新签署。`, `Ballot ${place + 1}: ${en}. It will not be sent, and the others are untouched. Ask the member to sign again.`);
  return { place, is, say };
}
