import { type FrameFault, frameFault } from "./faults.ts";
import { type Bundle, digestOf, readFrame, toHex } from "./frame.ts";
import { type Equations, startEquations } from "./mix.ts";
import { unpack } from "./pack.ts";

/**
 * What a code comes to.
 * - plain: it is no frame, and its own text is all there is
 * - part: one of several; `fresh` if it told anything new
 * - whole: with it the text is complete
 */
export type Offered =
  | { readonly is: "plain"; readonly text: string }
  | { readonly is: "part"; readonly known: number; readonly count: number; readonly fresh: boolean }
  | { readonly is: "whole"; readonly text: string }
  | FrameFault;

/** Puts texts together again from codes in any order, with repeats and gaps, also where several are shown in turn. */
export interface Collector {
  /** Takes in what was read from one code. Never rejects. */
  offer(code: string): Promise<Offered>;
}

/** So many texts may be under way at once; with one more, that which waited longest for a part is given up. */
const MOST_BUNDLES = 4;

const keyOf = ({ id, length, count, packed }: Bundle): string => [id, length, count, packed].join(" ");

export function startCollector(): Collector {
  const underWay = new Map<string, Equations>();
  const equationsOf = (key: string, bundle: Bundle): Equations => {
    const known = underWay.get(key) ?? startEquations(bundle);
    underWay.delete(key);
    underWay.set(key, known);
    for (const [oldest] of underWay) if (underWay.size > MOST_BUNDLES) underWay.delete(oldest);
    return known;
  };
  return {
    async offer(code) {
      const frame = readFrame(code);
      if (frame === null) return { is: "plain", text: code };
      if ("is" in frame) return frame;
      const { bundle, number, part } = frame;
      const key = keyOf(bundle);
      const equations = equationsOf(key, bundle);
      const fresh = equations.take(number, part);
      if (equations.known() < bundle.count) return { is: "part", known: equations.known(), count: bundle.count, fresh };
      underWay.delete(key);
      return finish(bundle, equations.solve());
    },
  };
}

async function finish({ id, packed }: Bundle, bytes: Uint8Array): Promise<Offered> {
  if (toHex(digestOf(bytes, id.length / 2)) !== id) return frameFault("spoilt");
  const text = await unpack({ bytes, packed });
  return typeof text === "string" ? { is: "whole", text } : text;
}
