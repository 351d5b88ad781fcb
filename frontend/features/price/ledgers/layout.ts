// Places the bars and bands of a drawing of flows. Pure: it could be drawn on paper.

/** Where flows come from and go to. Its size is what comes in or what goes out, whichever is more. */
export interface FlowNode {
  readonly id: string;
  /** 0 is the leftmost. */
  readonly column: number;
}

/** An amount that goes from one node to another, above zero. */
export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

export interface PlacedNode extends FlowNode {
  readonly amount: bigint;
  readonly y: number;
  readonly height: number;
}

export interface PlacedBand extends FlowBand {
  /** The middles of its two ends. */
  readonly y0: number;
  readonly y1: number;
  readonly width: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly PlacedBand[];
  readonly height: number;
}

/** `tall`: what the largest column is drawn at; `slot`: the least distance from one label to the next; `gap`: between bars that are high enough. */
export interface Measures {
  readonly tall: number;
  readonly slot: number;
  readonly gap: number;
}

/**
 * Heights are true to one scale over all columns, and never below one pixel. Nodes stand in the order given; bands leave and arrive in
 * the order of the nodes at their other ends, so that they cross no more than they must.
 */
export function layOut(nodes: readonly FlowNode[], bands: readonly FlowBand[], { tall, slot, gap }: Measures): Layout {
  const amounts = new Map(nodes.map(({ id }) => [id, sizeOf(id, bands)]));
  const columns = [...new Set(nodes.map(({ column }) => column))].map((column) => nodes.filter((node) => node.column === column));
  const most = columns.map((column) => column.reduce((sum, { id }) => sum + amounts.get(id)!, 0n)).reduce((a, b) => (a > b ? a : b), 1n);
  const scale = (amount: bigint) => Math.max(1, (Number((amount * 1_000_000_000_000n) / most) / 1_000_000_000_000) * tall);
  const slotOf = (amount: bigint) => Math.max(slot, scale(amount) + gap);
  const heights = columns.map((column) => column.reduce((sum, { id }) => sum + slotOf(amounts.get(id)!), 0));
  const height = Math.max(...heights, 0);
  const placed = columns.flatMap((column, at) => {
    let top = (height - heights[at]!) / 2;
    return column.map((node) => {
      const amount = amounts.get(node.id)!;
      const [own, room] = [scale(amount), slotOf(amount)];
      const y = top + (room - own) / 2;
      top += room;
      return { ...node, amount, y, height: own };
    });
  });
  return { nodes: placed, bands: joinUp(placed, bands, scale), height };
}

/** Each band takes its part of the bar at either end, from the top. */
function joinUp(nodes: readonly PlacedNode[], bands: readonly FlowBand[], scale: (amount: bigint) => number): PlacedBand[] {
  const order = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = (id: string) => order.get(id)!;
  const ends = (side: "from" | "to", other: "from" | "to") => {
    const used = new Map(nodes.map(({ id, y }) => [id, y]));
    const middles = new Map<FlowBand, number>();
    for (const band of [...bands].sort((a, b) => at(a[side]) - at(b[side]) || at(a[other]) - at(b[other]))) {
      const top = used.get(band[side])!;
      middles.set(band, top + scale(band.amount) / 2);
      used.set(band[side], top + scale(band.amount));
    }
    return middles;
  };
  const [leaving, arriving] = [ends("from", "to"), ends("to", "from")];
  return bands.map((band) => ({ ...band, y0: leaving.get(band)!, y1: arriving.get(band)!, width: scale(band.amount) }));
}

function sizeOf(id: string, bands: readonly FlowBand[]): bigint {
  const sum = (side: "from" | "to") => bands.filter((band) => band[side] === id).reduce((all, { amount }) => all + amount, 0n);
  const [out, into] = [sum("from"), sum("to")];
  return out > into ? out : into;
}
