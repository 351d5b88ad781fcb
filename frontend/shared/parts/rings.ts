/** One ring of the tree: the shares of one epoch. */
export interface Ring {
  epoch: number;
  /** Micro-shares of that epoch. */
  shares: bigint;
}

/** A ring as it is drawn: its outer edge at each of `points` directions, and its mean radius. */
export interface DrawnRing {
  epoch: number;
  radius: number;
  path: string;
}

const points = 48;
/** The pith takes a part of the radius, so that the first ring is not a dot. */
const pith = 0.05;
/** How much of its inner neighbour's shape a ring forgets. */
const softening = 0.15;

/**
 * Rings whose widths are in proportion to the shares of their epochs, outermost at `radius`. Each ring follows the one inside it
 * and adds a little wobble that depends on its epoch alone, so the same history always gives the same tree.
 */
export function drawRings(rings: readonly Ring[], centre: { x: number; y: number }, radius: number): DrawnRing[] {
  const grown = rings.filter((ring) => ring.shares > 0n);
  const total = grown.reduce((sum, ring) => sum + ring.shares, 0n);
  if (total === 0n) return [];
  let edge = new Array<number>(points).fill(radius * pith);
  let sum = 0n;
  const edges = grown.map((ring) => {
    sum += ring.shares;
    const mean = radius * (pith + (1 - pith) * ratio(sum, total));
    const width = mean - average(edge);
    // Narrow rings follow the one inside them; wide ones grow their own shape, but never a wild one.
    const size = Math.min(width * 0.4, radius * 0.075);
    const grownEdge = edge.map((at, i) => at * (1 - softening) + average(edge) * softening + width + size * wobble(ring.epoch, (i / points) * 2 * Math.PI));
    const drift = mean / average(grownEdge);
    edge = grownEdge.map((at) => at * drift);
    return { epoch: ring.epoch, radius: mean, edge };
  });
  const fit = radius / Math.max(...edge);
  return edges.map((ring) => ({ epoch: ring.epoch, radius: ring.radius * fit, path: smooth(ring.edge.map((at) => at * fit), centre) }));
}

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** A fraction of two large numbers, exact to one in a million. */
function ratio(part: bigint, whole: bigint): number {
  return Number((part * 1_000_000n) / whole) / 1_000_000;
}

/** Three slow waves with phases from the epoch; always between −1 and 1. */
function wobble(epoch: number, angle: number): number {
  const phase = (k: number) => (((epoch + 1) * 2654435761 * k) % 6283) / 1000;
  return (Math.sin(2 * angle + phase(1)) + 0.7 * Math.sin(3 * angle + phase(3)) + 0.45 * Math.sin(5 * angle + phase(7))) / 2.15;
}

/** A closed curve through points around the centre (Catmull-Rom, written as cubic Béziers). */
function smooth(radii: readonly number[], centre: { x: number; y: number }): string {
  const at = (i: number) => {
    const k = (i + radii.length) % radii.length;
    const angle = (k / radii.length) * 2 * Math.PI;
    const r = radii[k] ?? 0;
    return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  };
  const n = (value: number) => value.toFixed(1);
  const first = at(0);
  let path = `M${n(first.x)} ${n(first.y)}`;
  for (let i = 0; i < radii.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path += `C${n(b.x + (c.x - a.x) / 6)} ${n(b.y + (c.y - a.y) / 6)} ${n(c.x - (d.x - b.x) / 6)} ${n(c.y - (d.y - b.y) / 6)} ${n(c.x)} ${n(c.y)}`;
  }
  return `${path}Z`;
}
