// What a form of an offer or a request holds as text, and what is wrong with it.
import { DAY } from "#client/chain/epoch.ts";
import type { Holder, MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { InputFault } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import { checkAddress, checkOffer, checkRequest } from "#client/price/checks.ts";
import { holderOfMember, memberOfHolder, NO_ONE } from "#client/price/holders.ts";
import { isNamedSeller } from "#client/price/accounts.ts";
import { ITEM_SCHEMA_DIGEST, itemDigest, itemUri, makeItem } from "#client/price/item.ts";
import { leastSurplus, surplusPerUnit } from "#client/price/math.ts";
import type { CostLine, Flow, Offer, Request } from "#client/price/types.ts";
import { charterIn, isOpenIn, projectOf } from "#client/work/charters.ts";
import { epochOf } from "#client/chain/clock.ts";
import { parseTokens } from "../../../shared/language/money.ts";
import type { Both } from "../../../shared/language/words.ts";
import { marketText } from "./text.ts";

/** A cost as it is written. `member`: a number, or empty for an address. */
export interface CostDraft {
  readonly member: string;
  readonly address: string;
  readonly flow: Flow;
  readonly amount: string;
}

/** A form as it is written. */
export interface Draft {
  readonly project: string;
  readonly token: string;
  readonly flow: Flow;
  readonly name: string;
  readonly unit: string;
  readonly text: string;
  readonly place: string;
  readonly price: string;
  readonly quantity: string;
  readonly window: string;
  readonly holds: string;
  readonly arbiter: string;
  readonly costs: readonly CostDraft[];
  readonly group: boolean;
  readonly target: string;
  readonly most: string;
}

export const emptyDraft: Draft = { project: "", token: "", flow: "goods", name: "", unit: "", text: "", place: "", price: "", quantity: "", window: "7", holds: "14", arbiter: "", costs: [], group: false, target: "", most: "" };
export const emptyCost: CostDraft = { member: "", address: "", flow: "goods", amount: "" };

const fault = (key: keyof (typeof marketText)["zh"]["fault"]): Both => ({ zh: marketText.zh.fault[key], en: marketText.en.fault[key] });

function whole(field: string, written: string): bigint {
  const clean = written.normalize("NFKC").trim();
  if (/^\d{1,18}$/.test(clean) && BigInt(clean) > 0n) return BigInt(clean);
  throw new InputFault(field, fault("whole"));
}

function amount(field: string, written: string, decimals: number): bigint {
  const read = parseTokens(written, decimals);
  if (read !== null) return read;
  throw new InputFault(field, fault("amount"));
}

function days(field: string, written: string, most: number): number {
  const read = Number(whole(field, written));
  if (read <= most) return read * DAY;
  throw new InputFault(field, fault("whole"));
}

/** Projects in whose name a member may sell now. */
export function sellable(ledger: Ledger, me: MemberId, now: number): ProjectId[] {
  const open = [...ledger.work.projects.values()].filter((project) => project.id !== 0 && isOpenIn(project, epochOf(ledger, now)));
  return open.filter((project) => project.stewards.includes(me) || isNamedSeller(ledger, project.id, me)).map(({ id }) => id);
}

/** Cost lines as they are written. Errors: InputFault. */
export function costsOf({ costs }: Draft, ledger: Ledger, decimals: number): CostLine[] {
  return costs.map((line, place) => {
    if (line.member === "") throw new InputFault(`cost${place}`, fault("choose"));
    const to = line.member === "address" ? (checkAddress(`cost${place}`, line.address.trim()) as Holder) : holderOfMember(Number(line.member) as MemberId);
    const keyEpoch = ledger.people.members.get(memberOfHolder(to))?.keyEpoch ?? 0;
    return { to, keyEpoch, flow: line.flow, amount: amount(`cost${place}`, line.amount, decimals) };
  });
}

/** So that the same terms can be signed twice: 128 bits of chance. */
function salt(): bigint {
  return crypto.getRandomValues(new Uint32Array(4)).reduce((sum, part) => (sum << 32n) | BigInt(part), 0n);
}

function common(draft: Draft, now: number, decimals: number) {
  const item = makeItem({ name: draft.name, unit: draft.unit, text: draft.text, place: draft.place });
  if (draft.token === "") throw new InputFault("token", fault("choose"));
  const terms = {
    token: draft.token as Token, flow: draft.flow, schema: ITEM_SCHEMA_DIGEST, item: itemDigest(item), price: amount("price", draft.price, decimals), quantity: whole("quantity", draft.quantity),
    // A little less than it may be, since a block's time may lie behind.
    closes: now + days("holds", draft.holds, 30) - (draft.holds.trim() === "30" ? 3600 : 0), window: days("window", draft.window, 365),
    arbiter: draft.arbiter === "" ? NO_ONE : holderOfMember(Number(draft.arbiter) as MemberId), salt: salt(),
  };
  return { uri: itemUri(item), terms };
}

/** The offer as it is written. Errors: InputFault with the field. */
export function offerOf(draft: Draft, ledger: Ledger, me: MemberId, now: number, decimals: number): { offer: Offer; uri: string } {
  if (draft.project === "") throw new InputFault("project", fault("choose"));
  const { uri, terms } = common(draft, now, decimals);
  const seller = holderOfMember(me);
  const group = draft.group ? { target: whole("target", draft.target), most: whole("most", draft.most) } : { target: 0n, most: 0n };
  const offer: Offer = {
    ...terms, ...group, project: Number(draft.project) as ProjectId, seller: me, keyEpoch: ledger.people.members.get(me)!.keyEpoch,
    costs: costsOf(draft, ledger, decimals), round: ledger.price.rounds.get(seller) ?? 0,
  };
  checkOffer(offer);
  const { minSurplus } = charterIn(projectOf(ledger, offer.project), epochOf(ledger, now));
  if (surplusPerUnit(offer.price, offer.costs) < leastSurplus(offer.price, minSurplus)) throw new InputFault("price", { zh: marketText.zh.tooSmall, en: marketText.en.tooSmall });
  return { offer, uri };
}

/** The request as it is written. Errors: InputFault with the field. */
export function requestOf(draft: Draft, ledger: Ledger, buyer: Holder, now: number, decimals: number): { request: Request; uri: string } {
  const { uri, terms } = common(draft, now, decimals);
  const keyEpoch = ledger.people.members.get(memberOfHolder(buyer))?.keyEpoch ?? 0;
  const request: Request = { ...terms, buyer, keyEpoch, project: Number(draft.project || "0") as ProjectId, round: ledger.price.rounds.get(buyer) ?? 0 };
  checkRequest(request);
  return { request, uri };
}
