// The file in which signed things are handed on (`.coop.json`), told field by field in docs/off-net.md.
import canonicalize from "canonicalize";
import { type Address, type Hex, keccak256, toBytes } from "viem";
import { plainText } from "../chain/plain.ts";
import { type Both, tell } from "../chain/words.ts";
import type { SignedMemberBallot } from "../governance/ballot.ts";
import { BALLOTS, readBallotList } from "../governance/ballotList.ts";
import type { SignedAct } from "../people/carry.ts";
import type { SignedApplication, SignedVouch } from "../people/join.ts";
import type { SignedGuardianConsent } from "../people/setGuardians.ts";
import type { KeyConsentTerms, RecoveryCancelTerms, RecoveryTerms, SigningPlace } from "../people/signing.ts";
import type { Offer, Request, Split } from "../price/types.ts";
import { MOST_TEXT, type Piece, piecesOf } from "./json.ts";
import { type Json, kinds, type Misfit, readAddress, readChainId, readFields, writeFields } from "./shapes.ts";

/** The name of the form. */
export const BUNDLE = "gongsheng-bundle/1";
/** So many items are read from one text. */
export const MOST_ITEMS = 10_000;
/** So many faults are told one by one. */
const MOST_FAULTS = 100;

interface Signed {
  readonly signature: Hex;
}
interface By {
  readonly signer: Address;
}

/** An offer with its seller's signature; `agreed`: those of its cost lines' beneficiaries in their order, 0x of who has not signed yet. */
export interface OfferItem extends Offer, Signed {
  readonly kind: "offer";
  readonly uri: string;
  readonly agreed: readonly Hex[];
}
/** A request with its buyer's signature. */
export interface RequestItem extends Request, Signed {
  readonly kind: "request";
  readonly uri: string;
}
/** How one side of an order would end it. */
export interface SplitItem extends Split, Signed {
  readonly kind: "split";
}

/** Anything that somebody signed off-net. */
export type Item =
  | ({ readonly kind: "act" } & SignedAct)
  | ({ readonly kind: "application" } & SignedApplication)
  | ({ readonly kind: "vouch" } & SignedVouch)
  | ({ readonly kind: "keyConsent" } & KeyConsentTerms & Signed)
  | ({ readonly kind: "guardianConsent" } & SignedGuardianConsent)
  | ({ readonly kind: "recoveryConsent" } & RecoveryTerms & By & Signed)
  | ({ readonly kind: "recoveryApproval" } & RecoveryTerms & By & Signed)
  | ({ readonly kind: "recoveryCancel" } & RecoveryCancelTerms & By & Signed)
  | ({ readonly kind: "ballot" } & SignedMemberBallot)
  | OfferItem
  | RequestItem
  | SplitItem;

/** Of which cooperative an item is, as its file says: a bundle names the registry, the older form of ballots the governor. */
export interface ItemPlace {
  readonly chainId: number;
  readonly registry: Address | null;
  readonly governor: Address | null;
}

/** An item as it was read. `number`: its place in the text, from 0. */
export type ReadItem = Item & { readonly place: ItemPlace; readonly number: number };

/** What could not be read. `place`: a path such as `items[2].nonce`; empty: the text itself. `line`: where its bundle begins. */
export interface BundleFault {
  readonly place: string;
  readonly line: number;
  readonly say: Both;
}

/** What a text held. */
export interface ReadBundle {
  readonly items: readonly ReadItem[];
  readonly faults: readonly BundleFault[];
}

/** Items as one canonical text (RFC 8785): the same items in the same order are always the same bytes. */
export function writeBundle(items: readonly Item[], { chainId, contracts }: SigningPlace): string {
  return canonicalize({ form: BUNDLE, chainId, registry: contracts.memberRegistry.toLowerCase(), items: items.map(writeItem) })!;
}

const writeItem = (item: Item): Record<string, Json> => ({ kind: item.kind, ...writeFields(item.kind, item as unknown as Record<string, unknown>) });

/** What an item is known by: the same words of the same signer are one, however they were signed. The keccak256 of its canonical bytes without signatures. */
export function itemId(item: Item): Hex {
  const { signature: _, agreed: _others, ...words } = writeItem(item);
  return keccak256(toBytes(canonicalize(words)!));
}

/**
 * Reads what was signed from a text: a bundle, several pasted one after another, or ballots in their older form. What cannot be
 * read is told by its place, and the others are read all the same. Never throws.
 */
export function readBundle(text: string): ReadBundle {
  const reader = new Reader();
  if (text.length > MOST_TEXT) reader.whole(1, tell(`文字太长，一次至多读${MOST_TEXT}个字符`, `The text is too long; at most ${MOST_TEXT} characters are read at once`));
  else {
    const pieces = piecesOf(text, MOST_ITEMS);
    if (pieces.length === 0) reader.whole(1, tell("这段文字里没有签好的内容", "Nothing that was signed is in this text"));
    for (const piece of pieces) reader.piece(piece);
  }
  return { items: reader.items, faults: reader.faults };
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === "object" && json !== null && !Array.isArray(json);

class Reader {
  readonly items: ReadItem[] = [];
  readonly faults: BundleFault[] = [];
  /** Items passed so far, read or not. */
  private passed = 0;

  /** A fault of a whole bundle. */
  whole(line: number, what: Both, place = ""): void {
    const todo = tell("什么也没有发送。请取得原来的文件再试。", "Nothing was sent. Get the file as it was written and try again.");
    this.fault({ place, line, say: tell(`${what.zh}。${todo.zh}`, `${what.en}. ${todo.en}`) });
  }

  piece(piece: Piece): void {
    if (piece.is === "broken") return this.whole(piece.line, tell("这段文字残缺，读不出来", "This text is broken off or garbled and cannot be read"));
    if (piece.is === "deep") return this.whole(piece.line, tell("这段文字嵌套太深，不是签好的内容", "This text is nested too deep to be something signed"));
    if (piece.is === "twice") return this.whole(piece.line, tell(`“${piece.name}”在同一处写了两次，各人读出来会不一样`, `“${piece.name}” stands twice in one place, so that readers would not agree on it`));
    if (isObject(piece.json) && piece.json.form === BALLOTS) return this.ballots(piece.json, piece.line);
    this.bundle(piece.json, piece.line);
  }

  private bundle(json: unknown, line: number): void {
    if (!isObject(json) || json.form !== BUNDLE || !Array.isArray(json.items)) return this.whole(line, tell(`这不是“${BUNDLE}”格式的文件`, `This is no file of the form “${BUNDLE}”`));
    const extra = Object.keys(json).find((name) => !["form", "chainId", "registry", "items"].includes(name));
    if (extra !== undefined) return this.whole(line, tell(`这里多了“${plainText(extra, 40)}”，不知道是什么意思`, `“${plainText(extra, 40)}” does not belong here, and nobody can say what it means`), plainText(extra, 40));
    const chainId = readChainId(json.chainId);
    const registry = readAddress(json.registry);
    if (chainId === undefined) return this.whole(line, tell("没有写明是哪条链的", "It does not say which chain it is for"), "chainId");
    if (registry === undefined) return this.whole(line, tell("没有写明是哪个合作社的", "It does not say which cooperative it is for"), "registry");
    for (const item of json.items) if (!this.item(item, { chainId, registry, governor: null }, line)) return;
  }

  /** Returns false where no more are read. */
  private item(json: unknown, place: ItemPlace, line: number): boolean {
    if (this.items.length >= MOST_ITEMS) {
      this.whole(line, tell(`一次至多读${MOST_ITEMS}份，其余的没有读`, `At most ${MOST_ITEMS} are read at once, and the rest was not`));
      return false;
    }
    const number = this.passed++;
    const kind = isObject(json) ? kinds.find((one) => one === json.kind) : undefined;
    if (kind === undefined) return this.misfit(number, line, { name: "kind", is: "wrong", must: tell(`应当是${kinds.join("、")}之一`, `must be one of ${kinds.join(", ")}`) });
    const fields = readFields(kind, json as Readonly<Record<string, unknown>>);
    if (isMisfit(fields)) return this.misfit(number, line, fields);
    this.items.push({ kind, ...fields, place, number } as unknown as ReadItem);
    return true;
  }

  private misfit(number: number, line: number, { name, is, must }: Misfit): boolean {
    const field = plainText(name, 40);
    const what = {
      missing: tell(`缺少“${field}”，它${must?.zh ?? ""}`, `“${field}” is missing; it ${must?.en ?? ""}`),
      wrong: tell(`“${field}”不对，它${must?.zh ?? ""}`, `“${field}” is wrong; it ${must?.en ?? ""}`),
      unknown: tell(`多了“${field}”，不知道是什么意思`, `“${field}” does not belong there, and nobody can say what it means`),
    }[is];
    const say = tell(`第${number + 1}份：${what.zh}。它不会送出，其余的不受影响。请本人重新签署。`, `Item ${number + 1}: ${what.en}. It will not be carried, and the others are untouched. Ask whoever signed it to sign again.`);
    this.fault({ place: `items[${number}].${field}`, line, say });
    return true;
  }

  /** The older form, in which ballots alone were handed on. */
  private ballots(json: Readonly<Record<string, unknown>>, line: number): void {
    const { ballots, faults, passed } = readBallotList(json, this.passed, MOST_ITEMS - this.items.length);
    this.passed = passed;
    for (const { chainId, governor, place, ...ballot } of ballots) this.items.push({ kind: "ballot", ...ballot, place: { chainId, registry: null, governor }, number: place });
    for (const { place, say } of faults) this.fault({ place: place === null ? "" : `ballots[${place}]`, line, say });
  }

  private fault(fault: BundleFault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
    else if (this.faults.length === MOST_FAULTS)
      this.faults.push({ place: "", line: fault.line, say: tell(`还有别的毛病，这里只列出前${MOST_FAULTS}处。什么也没有发送。`, `There are more faults; only the first ${MOST_FAULTS} are listed. Nothing was sent.`) });
  }
}

const isMisfit = (fields: Readonly<Record<string, unknown>> | Misfit): fields is Misfit => "must" in fields && "is" in fields;

/** Whether the text is of this kind, so that a page knows whom to ask. */
export const looksLikeBundle = (text: string): boolean => text.includes(`"${BUNDLE}"`) || text.includes(`"${BALLOTS}"`);
