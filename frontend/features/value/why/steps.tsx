import type { ReactNode } from "react";
import type { Explanation, LeafWhy } from "#client/value/explain.ts";
import type { RecordWhy } from "#client/value/explainClaim.ts";
import { formatMicro, MICRO } from "../../../shared/language/numbers.ts";
import type { Language } from "../../../shared/language/words.ts";
import { booksStore } from "../../../shared/books/books.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import type { WhyBlock, WhyStep } from "../../../shared/parts/why.ts";
import { claimLink, quantityWords } from "../../people/claimWords.ts";
import { isDrawn, type Opened, sharesOfLot, type Source } from "./choice.ts";
import { recordTitle } from "./recordTitle.ts";
import type { whyText } from "./text.ts";

type Words = (typeof whyText)["zh"];

/** What is found of the chosen piece's evidence. */
export interface Found {
  readonly total: string;
  readonly blocks: readonly WhyBlock[];
}

const plain = (text: string): ReactNode => <strong className="font-serif">{text}</strong>;
const shares = (micro: bigint): ReactNode => <Amount micro={micro} unit="shares" size="row" />;
const credit = (micro: bigint): ReactNode => <Amount micro={micro} unit="credit" size="row" />;

/** The columns: shares, lots, records, attestations, evidence. Lots that were not drawn begin a picture of their own. */
export function whySteps(t: Words, language: Language, explanations: readonly Explanation[], opened: Opened, chosen: { answer?: string; file?: string }, found: Found): WhyStep[] {
  const { explanation, lot, drawn, sources, source } = opened;
  const lots = explanation.lots.filter((other) => isDrawn(other) === drawn);
  const steps: WhyStep[] = [];
  if (drawn)
    steps.push({
      id: "project",
      title: t.shares,
      total: shares(explanations.reduce((sum, one) => sum + one.shares, 0n)),
      blocks: explanations.filter((one) => one.shares > 0n).map((one) => ({ id: String(one.project), label: projectWords(one.project)[language], weight: one.shares, micro: one.shares, href: `#/p/${one.project}` })),
      chosen: String(explanation.project),
    });
  steps.push({
    id: "epoch",
    title: drawn ? t.lots : t.lotsWaiting,
    total: shares(lots.reduce((sum, one) => sum + sharesOfLot(one), 0n)),
    blocks: lots.map((one) => ({
      id: String(one.epoch),
      label: t.epoch(one.epoch),
      weight: sharesOfLot(one),
      micro: sharesOfLot(one),
      ...(drawn ? {} : { note: one.direct?.lot.state === "open" ? t.notFinal : t.notDrawn }),
    })),
    chosen: String(lot.epoch),
  });
  steps.push({ id: "record", title: t.records, total: recordsTotal(t, opened), blocks: sources.map((one) => sourceBlock(t, language, one, opened)), chosen: source.id });
  steps.push(source.is === "record" ? answersOfRecord(t, language, source.why, chosen.answer) : answersOfLeaf(t, language, source.why, chosen.answer));
  steps.push({ id: "file", title: t.evidence, total: plain(found.total), blocks: found.blocks, chosen: found.blocks.find(({ id }) => id === chosen.file)?.id ?? found.blocks[0]?.id ?? null });
  return steps;
}

function recordsTotal(t: Words, { lot, sources }: Opened): ReactNode {
  const leaves = sources.filter(({ is }) => is === "leaf").length;
  if (!lot.direct) return plain(t.leaves(leaves));
  return (
    <>
      {credit(lot.direct.earned)}
      {leaves > 0 && <span className="block text-sm font-normal text-ink-2">+ {t.leaves(leaves)}</span>}
    </>
  );
}

/** Heights are by shares, so that records and leaves can stand in one column; a record shows its credit. */
function sourceBlock(t: Words, language: Language, source: Source, { lot, drawn }: Opened): WhyBlock {
  if (source.is === "leaf")
    return { id: source.id, label: t.history, weight: source.why.draw.shares, note: t.leaf(formatMicro(source.why.draw.shares, language)), href: `#/batches/${source.why.leaf.batch}` };
  const { claim, part } = source.why;
  const direct = lot.direct!;
  const ofLot = drawn ? direct.lot.shares : sharesOfLot(lot);
  const weight = direct.earned === 0n ? 0n : (part * ofLot) / direct.earned;
  const round = claim.round && claim.tenths !== 10 ? { note: t.round(claim.tenths) } : claim.lane === "joint" ? { note: t.partOf(formatMicro(claim.inForce, language)) } : {};
  return { id: source.id, label: recordTitle(claim, language), weight, micro: part, href: claimLink(claim), ...round };
}

function answersOfRecord(t: Words, language: Language, { claim, part, answers }: RecordWhy, chosen?: string): WhyStep {
  const project = booksStore.get().ledger?.work.projects.get(claim.project);
  const blocks = answers.map((answer) => ({
    id: String(answer.attester),
    label: memberWords(answer.attester)[language],
    weight: 1n,
    micro: answer.value,
    href: `#/m/${answer.attester}`,
    note: `${quantityWords(claim, project, answer.quantity, language)}${answer.middle ? `${language === "zh" ? "，" : ", "}${t.middle}` : ""}`,
  }));
  const middle = answers.find((answer) => answer.middle)?.attester;
  const own = blocks.find(({ id }) => id === chosen)?.id ?? (middle === undefined ? null : String(middle));
  return { id: "answer", title: t.attestations, total: credit(part), blocks, chosen: own };
}

function answersOfLeaf(t: Words, language: Language, { batch }: LeafWhy, chosen?: string): WhyStep {
  const blocks = batch.answers.map((answer) => ({
    id: String(answer.attester),
    label: memberWords(answer.attester)[language],
    weight: MICRO,
    note: answer.quantity > 0 ? t.yes : t.no,
    href: `#/m/${answer.attester}`,
  }));
  const own = blocks.find(({ id }) => id === chosen)?.id ?? blocks[0]?.id ?? null;
  return { id: "answer", title: t.attestations, total: plain(t.answers(blocks.length)), blocks, chosen: own };
}
