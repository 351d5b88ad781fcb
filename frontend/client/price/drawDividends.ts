import { checkProject, checkUint32 } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkToken } from "./checks.ts";

/** So many lots and claims fit one transaction on any chain. */
export const MOST_COUNTED = 50;
export const MOST_CLAIMS = 12;

/** Whose dividends of which project and token. `epochs`: of lots that were drawn and shall be counted from now on. */
export interface DividendClaim {
  readonly project: number;
  readonly token: string;
  /** 0: the project's reserve. */
  readonly member: number;
  readonly epochs: readonly number[];
}

/** Draws dividends for their holders, into their purses; anyone may, for anyone. In as many transactions as it takes. Errors: InputFault. */
export function parseDrawDividends(claims: readonly DividendClaim[]): Intent[] {
  if (claims.length === 0) throw new InputFault("claims", { zh: "没有可以领取的盈余。", en: "There are no dividends to draw." });
  const checked = claims.map((claim) => ({
    project: checkProject("project", claim.project),
    token: checkToken("token", claim.token),
    member: checkUint32("member", claim.member),
    epochs: [...new Set(claim.epochs.map((epoch) => checkUint32("epochs", epoch)))].sort((a, b) => a - b),
  }));
  // Where lots are counted of which nothing is owed yet, nothing is drawn.
  return batchesOf(checked).map((batch) => ({ ...intend("surplusPool", "draw", [batch], "DividendDrawn"), or: "LotsCounted" }));
}

/** Claims in batches; one with more lots than fit is drawn in several parts, with the same result. */
export function batchesOf<C extends { readonly epochs: readonly number[] }>(claims: readonly C[]): C[][] {
  const parts = claims.flatMap((claim) => {
    const count = Math.max(1, Math.ceil(claim.epochs.length / MOST_COUNTED));
    return Array.from({ length: count }, (_, place) => ({ ...claim, epochs: claim.epochs.slice(place * MOST_COUNTED, (place + 1) * MOST_COUNTED) }));
  });
  const batches: C[][] = [];
  let lots = 0;
  for (const part of parts) {
    const last = batches.at(-1);
    if (last && last.length < MOST_CLAIMS && lots + part.epochs.length <= MOST_COUNTED) {
      last.push(part);
      lots += part.epochs.length;
    } else {
      batches.push([part]);
      lots = part.epochs.length;
    }
  }
  return batches;
}
