// Measures the same acts among few and among many, by members whose numbers lie far apart.
import { draft, propose, review, submit, untilOpen, vote } from "./governance.ts";
import { carryAll, join, recover, rotate, strangeKey } from "./people.ts";
import { DAY, type Place, settle } from "./place.ts";

/** So many are seated; the total has a step for each, and each step lies before the act. */
export const SIZES = [10, 1_000, 10_000] as const;
/** Whether the dearest size costs more than one in a hundred more than the cheapest. */
export function grows(used: readonly bigint[]): boolean {
  const [least, most] = [used, used].map((all, place) => all.reduce((a, b) => (a < b === (place === 0) ? a : b))) as [bigint, bigint];
  return (most - least) * 100n > least;
}

/** What people do to their membership and keys, and being carried, with one of the last to have joined. */
async function people(place: Place, far: number, put: (act: string, used: bigint) => void): Promise<void> {
  await join(place, strangeKey(1), [1, far]);
  put("joinWithVouches", await join(place, strangeKey(2), [2, far]));
  put("rotateKey", await rotate(place, 6, strangeKey(3)));
  const recovered = await recover(place, 7, [1, 2, far], strangeKey(4));
  put("openRecovery", recovered.open);
  put("finishRecovery", recovered.finish);
  await carryAll(place, [4, 5, far], 0);
  put("carry three acts, each", await carryAll(place, [4, 5, far], 1));
}

/** Gas by act, in the order of `SIZES`. Submitting among few asks who may review, which many need not: it is measured among many. */
export async function measureFlat(): Promise<Record<string, bigint[]>> {
  const rows: Record<string, bigint[]> = {};
  const put = (act: string, used: bigint): void => void (rows[act] ??= []).push(used);
  for (const size of SIZES) {
    const [near, far] = [size - 1, size];
    const place = await settle(size, [0, 4, 5, 6, 7, near, far]);
    await propose(place, far, 25);
    await place.wait(10 * DAY); // so that the proposer has proposed before
    const proposal = await propose(place, far, 20);
    put("propose", proposal.gas);
    await untilOpen(place);
    put("voteFirst", await vote(place, far, proposal));
    put("voteLater", await vote(place, near, proposal));
    const [statement, drafted] = await draft(place, far, "statement");
    put("draftStatement", drafted);
    const submitted = await submit(place, far, statement);
    if (size > 10) put("submitStatement", submitted);
    const first = await review(place, 4, statement);
    const second = await review(place, 5, statement);
    // From fifty seated on a review asks who vouched for whom, which few need not.
    if (size > 10) put("reviewFirst", first);
    if (size > 10) put("reviewSameWord", second);
    await people(place, far, put);
  }
  return rows;
}
