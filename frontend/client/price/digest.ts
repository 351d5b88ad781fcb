// What sellers, beneficiaries and buyers sign (EIP-712). Twin of contracts/price/OfferTerms.sol.
import { encodeAbiParameters, hashTypedData, keccak256, type TypedDataDefinition } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import type { Holder, OfferId, OrderId, RequestId } from "../chain/ids.ts";
import { rawOffer, rawRequest } from "./terms.ts";
import type { Offer, Order, Request, Split } from "./types.ts";

const types = {
  Offer:
    "uint32 project,uint32 seller,uint16 keyEpoch,address token,uint8 flow,bytes32 schema,bytes32 item,uint112 price,CostLine[] costs,uint64 quantity,uint40 closes,uint32 window,address arbiter,uint64 target,uint64 most,uint32 round,uint256 salt",
  CostLine: "address to,uint16 keyEpoch,uint8 flow,uint112 amount",
  Request:
    "address buyer,uint16 keyEpoch,uint32 project,address token,uint8 flow,bytes32 schema,bytes32 item,uint112 price,uint64 quantity,uint40 closes,uint32 window,address arbiter,uint32 round,uint256 salt",
  Split: "bytes32 order,uint256 back,address party,uint16 keyEpoch,uint40 expires",
} as const;

/** Which market's signatures. */
export type MarketPlace = Pick<Deployment, "chainId" | "contracts">;

const fieldsOf = (type: keyof typeof types): { name: string; type: string }[] =>
  types[type].split(",").map((field) => {
    const [kind = "", name = ""] = field.split(" ");
    return { name, type: kind };
  });

function typedData(primaryType: "Offer" | "Request" | "Split", message: object, { chainId, contracts }: MarketPlace): TypedDataDefinition {
  const domain = { name: "Gongsheng", version: "1", chainId, verifyingContract: contracts.market };
  const fields = { [primaryType]: fieldsOf(primaryType), ...(primaryType === "Offer" ? { CostLine: fieldsOf("CostLine") } : {}) };
  return { domain, types: fields, primaryType, message } as unknown as TypedDataDefinition;
}

/** What the seller of an offer signs, and the beneficiary of each cost line. */
export const signableOffer = (offer: Offer, place: MarketPlace): TypedDataDefinition => typedData("Offer", rawOffer(offer), place);
/** What the buyer of a request signs. */
export const signableRequest = (request: Request, place: MarketPlace): TypedDataDefinition => typedData("Request", rawRequest(request), place);
/** What one side of a split signs for the other to carry. */
export const signableSplit = (split: Split, place: MarketPlace): TypedDataDefinition => typedData("Split", split, place);

/** The offer's id: the digest that is signed. */
export const offerIdOf = (offer: Offer, place: MarketPlace): OfferId => hashTypedData(signableOffer(offer, place)) as OfferId;
/** The request's id: the digest that is signed. */
export const requestIdOf = (request: Request, place: MarketPlace): RequestId => hashTypedData(signableRequest(request, place)) as RequestId;

/** The id of an order of an offer. */
export const orderIdIn = (offer: OfferId, buyer: Holder, quantity: bigint, place: number): OrderId =>
  keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "address" }, { type: "uint64" }, { type: "uint32" }], [offer, buyer, quantity, place])) as OrderId;

/** The order's id. */
export const orderIdOf = ({ offer, buyer, quantity, place }: Order, market: MarketPlace): OrderId => orderIdIn(offerIdOf(offer, market), buyer, quantity, place);
