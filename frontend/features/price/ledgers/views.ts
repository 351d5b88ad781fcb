import { epochOf } from "#client/chain/clock.ts";
import { isFinal } from "#client/chain/epoch.ts";
import { COOPERATIVE, type ProjectId, type Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { moneyFlows } from "#client/price/flows.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import { epochSpan } from "#client/price/statement.ts";
import { type Flow, flows, type OrderRecord, type SurplusParts } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { type CreditEnd, creditEnds } from "#client/value/credited.ts";
import { type Source, valueFlows } from "#client/value/flows.ts";
import { kinds } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { projectWords } from "../../../shared/books/names.ts";
import type { Language } from "../../../shared/language/words.ts";
import type { LabelledNode } from "./FlowFigure.tsx";
import type { FlowBand } from "./layout.ts";
import { ledgersText } from "./text.ts";

/** An epoch, or all of them. */
export type Span = number | null;

/** How an epoch stands. */
export function epochState(ledger: Ledger, epoch: number, now: number): "final" | "closing" | "running" {
  if (isFinal(ledger.clock.genesis, epoch, now)) return "final";
  return epoch === epochOf(ledger, now) ? "running" : "closing";
}

/** Tokens of the price ledger: those a vote listed at some time. The one with the most orders first. */
export function tokensByOrders({ price }: Ledger): Token[] {
  const orders = new Map<Token, number>();
  for (const { offer } of price.orders.values()) {
    const { token } = price.offers.get(offer)!.terms;
    orders.set(token, (orders.get(token) ?? 0) + 1);
  }
  return [...price.tokens.keys()].sort((a, b) => (orders.get(b) ?? 0) - (orders.get(a) ?? 0));
}

/** As a label begins. */
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A drawing's nodes and bands. */
export interface Picture {
  readonly nodes: readonly LabelledNode[];
  readonly bands: readonly FlowBand[];
}

const projectNode = (project: ProjectId, column: number, language: Language): LabelledNode => ({ id: `project:${project}`, column, label: projectWords(project)[language] });

/** The epochs of a span, both included. */
export const epochsOf = (span: Span): readonly [first: number, last: number] => (span === null ? [0, Number.MAX_SAFE_INTEGER] : [span, span]);

/** The same as moments. */
export const timeOf = (ledger: Ledger, span: Span): { from: number; until: number } => (span === null ? { from: 0, until: Number.MAX_SAFE_INTEGER } : epochSpan(ledger.clock.genesis, span, span));

const valueSources: readonly Source[] = [...kinds, "history"];
const valueEnds: readonly CreditEnd[] = ["shares", "overBudget", "limited"];

/** What a source of value is called. */
export const sourceWords = (source: Source, language: Language): string => (source === "history" ? ledgersText[language].batch : kindWords[source][language]);

/** From kinds of contribution through projects to shares. */
export function valuePicture(ledger: Ledger, span: Span, language: Language): Picture {
  const { earned } = valueFlows(ledger, ...epochsOf(span));
  const { ends, closed } = creditEnds(ledger, ...epochsOf(span));
  const t = ledgersText[language];
  const label = (end: CreditEnd) => (end === "shares" && !closed ? t.expected : t.ends[end]);
  const nodes = [
    ...valueSources.map((source) => ({ id: `source:${source}`, column: 0, label: upper(sourceWords(source, language)) })),
    ...projectsOf(earned).map((project) => projectNode(project, 1, language)),
    ...valueEnds.map((end) => ({ id: `end:${end}`, column: 2, label: label(end) })),
  ];
  const bands = [
    ...earned.map(({ source, project, value }) => ({ from: `source:${source}`, to: `project:${project}`, amount: value })),
    ...ends.map(({ project, end, amount }) => ({ from: `project:${project}`, to: `end:${end}`, amount })),
  ];
  return used({ nodes, bands });
}

/** What a price paid for before any surplus: a cost, by what flowed; or it went back to its buyer. */
export type CostEnd = Flow | "back";
/** What a surplus became. */
export type SurplusEnd = keyof SurplusParts;
const costEnds: readonly CostEnd[] = [...flows, "back"];
export const surplusEnds: readonly SurplusEnd[] = ["dividend", "rebate", "reserve", "commons", "capital"];

/** Orders in a token that ended in a span; the newest end first. */
export function endedOrders(ledger: Ledger, token: Token, span: Span): OrderRecord[] {
  const { from, until } = timeOf(ledger, span);
  const ended = [...ledger.price.orders.values()].filter((order) => order.end !== null && order.end.at >= from && order.end.at < until && offerOfOrder(ledger, order).terms.token === token);
  return ended.sort((a, b) => b.end!.at - a.end!.at);
}

/** From projects to costs, and through surplus to what it becomes. */
export function pricePicture(ledger: Ledger, token: Token, span: Span, language: Language): Picture {
  const t = ledgersText[language];
  const sold = [...ledger.work.projects.keys()].map((project) => ({ project, flows: moneyFlows(ledger, token, timeOf(ledger, span), project) })).filter(({ flows: { total } }) => total > 0n);
  const whole = moneyFlows(ledger, token, timeOf(ledger, span));
  const isCost = (to: string): to is CostEnd => (costEnds as readonly string[]).includes(to);
  const costLabel = (end: CostEnd) => (end === "back" ? t.back : upper(flowWords[end][language]));
  const nodes = [
    ...projectsOf(sold).map((project) => projectNode(project, 0, language)),
    { id: "surplus", column: 1, label: t.surplus },
    ...costEnds.map((end) => ({ id: `cost:${end}`, column: 2, label: costLabel(end) })),
    ...surplusEnds.map((end) => ({ id: `part:${end}`, column: 2, label: t.surplusEnds[end] })),
  ];
  const bands = [
    ...sold.flatMap(({ project, flows: { links } }) => [
      ...links.filter(({ to }) => isCost(to)).map(({ to, amount }) => ({ from: `project:${project}`, to: `cost:${to}`, amount })),
      ...links.filter(({ to }) => to === "surplus").map(({ amount }) => ({ from: `project:${project}`, to: "surplus", amount })),
    ]),
    ...whole.links.filter(({ from }) => from === "surplus").map(({ to, amount }) => ({ from: "surplus", to: `part:${to}`, amount })),
  ];
  return used({ nodes, bands });
}

const projectsOf = (list: readonly { readonly project: ProjectId }[]): ProjectId[] => [...new Set(list.map(({ project }) => project))].sort((a, b) => Number(a === COOPERATIVE) - Number(b === COOPERATIVE) || a - b);

function used({ nodes, bands }: Picture): Picture {
  const named = new Set(bands.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id }) => named.has(id)), bands };
}

/** What a node's id names, after its kind. */
const after = (id: string, kind: string): string | null => (id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : null);

/** What a band of the value drawing is made of. */
export function valueFilter({ from, to }: FlowBand): { source: Source | null; project: ProjectId } {
  const project = Number(after(from, "project") ?? after(to, "project")) as ProjectId;
  return { source: after(from, "source") as Source | null, project };
}

/** What a band of the price drawing is made of: of which project, and for what. */
export function priceFilter({ from, to }: FlowBand): { project: ProjectId | null; cost: CostEnd | null; part: SurplusEnd | null } {
  const project = after(from, "project");
  return { project: project === null ? null : (Number(project) as ProjectId), cost: after(to, "cost") as CostEnd | null, part: after(to, "part") as SurplusEnd | null };
}
