import type { KeyboardEvent, ReactNode } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { useWide } from "../../../shared/look/useWide.ts";
import { DataTable } from "../../../shared/parts/DataTable.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { type FlowBand, type FlowNode, layOut, type PlacedBand, type PlacedNode } from "./layout.ts";
import { ledgersText } from "./text.ts";

/** A node as it is labelled. */
export interface LabelledNode extends FlowNode {
  readonly label: string;
}

/** Colours of one ledger; the two are never in one drawing. */
const hands = {
  value: { bar: "fill-value", band: "stroke-value-mid", amount: "fill-value font-figures font-bold", text: "text-value" },
  price: { bar: "fill-price", band: "stroke-price-mid", amount: "fill-price", text: "text-price" },
} as const;

interface Props {
  readonly hand: keyof typeof hands;
  readonly nodes: readonly LabelledNode[];
  readonly bands: readonly FlowBand[];
  /** What is seen, in one sentence. */
  readonly caption: ReactNode;
  /** The same, for those who cannot see the drawing. */
  readonly label: string;
  /** An amount, short and with its unit where there is room. */
  readonly show: (amount: bigint) => string;
  readonly chosen: FlowBand | null;
  readonly onChoose: (band: FlowBand | null) => void;
}

const bar = 6;

/** Flows from left to right, in the hand of one ledger. A band that is chosen says below what it is made of; all of them stand in a table as well. */
export function FlowFigure(props: Props) {
  const { hand, nodes, bands, caption, label, show } = props;
  const t = useWords(ledgersText);
  const parts = useWords(partsText);
  const name = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  const rows = bands.map((band) => ({ ...band, key: `${band.from}/${band.to}` }));
  return (
    <figure aria-label={label} className="mt-5">
      <Drawing {...props} name={name} />
      <figcaption className="mt-3 text-sm text-ink-2">{caption}</figcaption>
      <details className="no-print">
        <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{parts.showTable}</summary>
        <DataTable
          caption={label}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "from", head: t.from, lead: true, cell: ({ from }) => name(from) },
            { key: "to", head: t.to, cell: ({ to }) => name(to) },
            { key: "amount", head: t.amount, end: true, cell: ({ amount }) => <span className={`keep ${hands[hand].text}`}>{show(amount)}</span> },
          ]}
        />
      </details>
    </figure>
  );
}

function Drawing({ hand, nodes, bands, label, show, chosen, onChoose, name }: Props & { name: (id: string) => string }) {
  const wide = useWide(1280);
  const middle = useWide(640);
  // So many units as it is wide in pixels, or a little fewer: no label is smaller than the page's smallest words.
  const [width, left, right] = wide ? [420, 92, 108] : middle ? [540, 100, 125] : [300, 68, 92];
  const placed = layOut(nodes, bands, { tall: 250, slot: 40, gap: 8 });
  const last = Math.max(...nodes.map(({ column }) => column), 1);
  const x = (column: number) => left + ((width - left - right - bar) * column) / last;
  const columnOf = (id: string) => placed.nodes.find((node) => node.id === id)!.column;
  return (
    <svg viewBox={`0 0 ${width} ${Math.ceil(placed.height)}`} role="group" aria-label={label} className="mx-auto block w-full max-w-2xl text-[14px]">
      {placed.bands.map((band) => (
        <Band key={`${band.from}/${band.to}`} band={band} x0={x(columnOf(band.from)) + bar} x1={x(columnOf(band.to))} look={hands[hand].band} words={`${name(band.from)} → ${name(band.to)}: ${show(band.amount)}`} chosen={same(band, chosen)} quiet={chosen !== null} onChoose={() => onChoose(same(band, chosen) ? null : band)} />
      ))}
      {placed.nodes.map((node) => (
        <g key={node.id} aria-hidden="true">
          <rect x={x(node.column)} y={node.y} width={bar} height={node.height} className={hands[hand].bar} />
          <Label node={node} label={name(node.id)} x={x(node.column)} side={node.column === 0 ? "start" : node.column === last ? "end" : "over"} room={node.column === 0 ? left - 8 : node.column === last ? right - 8 : ((width - left - right) / last) * 0.72} amount={node.column === last ? show(node.amount) : null} look={hands[hand].amount} />
        </g>
      ))}
    </svg>
  );
}

const same = (a: FlowBand, b: FlowBand | null): boolean => b !== null && a.from === b.from && a.to === b.to;

function Band({ band, x0, x1, look, words, chosen, quiet, onChoose }: { band: PlacedBand; x0: number; x1: number; look: string; words: string; chosen: boolean; quiet: boolean; onChoose: () => void }) {
  const half = (x0 + x1) / 2;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  };
  return (
    <path
      d={`M${x0} ${band.y0}C${half} ${band.y0} ${half} ${band.y1} ${x1} ${band.y1}`}
      fill="none"
      strokeWidth={band.width}
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={chosen}
      onClick={onChoose}
      onKeyDown={press}
      className={`cursor-pointer ${look} ${chosen ? "opacity-80" : quiet ? "opacity-20 hover:opacity-60" : "opacity-35 hover:opacity-60"}`}
    >
      <title>{words}</title>
    </path>
  );
}

/** At the sides beside the bar; in the middle over the bands, left of it. */
function Label({ node, label, x, side, room, amount, look }: { node: PlacedNode; label: string; x: number; side: "start" | "over" | "end"; room: number; amount: string | null; look: string }) {
  const at = side === "end" ? x + bar + 7 : x - 6;
  const middle = node.y + node.height / 2;
  return (
    <text x={at} y={middle} textAnchor={side === "end" ? "start" : "end"} dominantBaseline="central" className={side === "over" ? "fill-ink" : "fill-ink-2"}>
      <tspan x={at} dy={amount ? "-0.6em" : 0}>{shorten(label, room)}</tspan>
      {amount && <tspan x={at} dy="1.25em" className={`num ${look}`}>{amount}</tspan>}
    </text>
  );
}

/** So much of a name as fits; the whole of it stands in the table. A Chinese character is twice as wide as a letter. */
function shorten(text: string, room: number): string {
  let used = 0;
  const chars = [...text];
  for (const [at, char] of chars.entries()) {
    used += char > "\u2e80" ? 14 : 7.4;
    if (used > room) return `${chars.slice(0, Math.max(1, at - 1)).join("")}…`;
  }
  return text;
}
