import type { AnyDocument } from "#client/work/statement/format.ts";
import { kinds } from "#client/work/types.ts";
import type { LiveCharter } from "./CharterFields.tsx";

/** Whether an amendment may move a number so: by a tenth at most, and nothing begins or ends. Micro-units. */
const mayMove = (was: bigint, is: bigint): boolean => (is > was ? is - was : was - is) * 10n <= was;

/** The keys of the head whose numbers an amendment moves too far. */
export function movedTooFar(document: AnyDocument | null, live: LiveCharter | null): string[] {
  if (document?.is !== "statement" || !live) return [];
  const far = mayMove(live.budget, document.budget) ? [] : ["budget"];
  return [...far, ...kinds.filter((kind) => !mayMove(live.rates[kind], document.rates[kind])).map((kind) => `rate.${kind}`)];
}
