import { useMemo } from "react";
import { MOST_CHARACTERS, readMarkdown } from "#client/work/statement/markdown/blocks.ts";
import { languageOf } from "#client/work/statement/markdown/language.ts";
import { type Align, type Block, type Inline, type Item, wordsOf } from "#client/work/statement/markdown/tree.ts";
import { languageTag, useWords } from "../language/language.ts";
import { MarkdownLine } from "./MarkdownLine.tsx";
import { markdownText } from "./MarkdownText.ts";

const sizes = { 2: "mt-8 text-xl", 3: "mt-6 text-lg", 4: "mt-4 text-base", 5: "mt-4 text-base", 6: "mt-4 text-base" } as const;
type Level = keyof typeof sizes;

/**
 * What a member wrote, drawn from a closed list of parts: no HTML, no picture that was not asked for, no link but to http, https, ipfs
 * and the pages of this house. The highest heading of the text becomes `top`, so that a page keeps its one h1. Headings,
 * paragraphs, items and tables tell their language, for voices and line breaks.
 */
export function Markdown({ text, top = 2 }: { text: string; top?: 2 | 3 | 4 }) {
  const t = useWords(markdownText);
  const blocks = useMemo(() => readMarkdown(text), [text]);
  const highest = headingsOf(blocks).reduce((least, level) => Math.min(least, level), 6);
  return (
    <div className="[&>*:first-child]:mt-0">
      <Blocks blocks={blocks} demote={top - highest} />
      {text.length > MOST_CHARACTERS && <p className="mt-3 text-sm text-ink-3">{t.cut}</p>}
    </div>
  );
}

const inner = (block: Block): readonly Block[] => (block.is === "quote" ? block.blocks : block.is === "list" ? block.items.flatMap(({ blocks }) => blocks) : []);
const headingsOf = (blocks: readonly Block[]): number[] => blocks.flatMap((block) => (block.is === "heading" ? [block.level] : headingsOf(inner(block))));

/** What `lang` says of some words; nothing where they are in neither language. */
function tagOf(inside: readonly Inline[]): string | undefined {
  const language = languageOf(wordsOf(inside));
  return language ? languageTag[language] : undefined;
}

interface Manner {
  /** Added to the level of each heading. */
  readonly demote: number;
  /** In a list without empty lines, an item's words are no paragraph of their own. */
  readonly tight?: boolean;
}

function Blocks({ blocks, demote, tight = false }: Manner & { blocks: readonly Block[] }) {
  return blocks.map((block, place) => <BlockView key={place} block={block} demote={demote} tight={tight} />);
}

function BlockView({ block, demote, tight }: Manner & { block: Block }) {
  const t = useWords(markdownText);
  switch (block.is) {
    case "heading": {
      const level = Math.max(2, Math.min(6, block.level + demote)) as Level;
      const Tag = `h${level}` as const;
      return (
        <Tag lang={tagOf(block.inside)} className={sizes[level]}>
          <MarkdownLine inside={block.inside} />
        </Tag>
      );
    }
    case "paragraph":
      if (tight) return <MarkdownLine inside={block.inside} />;
      return (
        <p lang={tagOf(block.inside)} className="prose mt-3">
          <MarkdownLine inside={block.inside} />
        </p>
      );
    case "quote":
      return (
        <blockquote className="mt-3 border-s-2 border-line ps-4 text-ink-2">
          <Blocks blocks={block.blocks} demote={demote} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, place) => <ItemView key={place} item={item} demote={demote} tight={!block.loose} />);
      if (block.first === null) return <ul className="mt-3 list-disc ps-6 [li_&]:mt-0">{items}</ul>;
      return <ol start={block.first} className="mt-3 list-decimal ps-8 [li_&]:mt-0">{items}</ol>;
    }
    case "code":
      return (
        // Long lines scroll, and what scrolls must be reached by key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} role="region" aria-label={t.code} className="mt-3 overflow-x-auto rounded-sm bg-well p-3 font-mono text-sm">
          <code>{block.text}</code>
        </pre>
      );
    case "table":
      return <TableView block={block} />;
    case "rule":
      return <hr className="mt-6 mb-6 border-line" />;
  }
}

function ItemView({ item: { done, blocks }, demote, tight }: Manner & { item: Item }) {
  const t = useWords(markdownText);
  const [first] = blocks;
  return (
    <li lang={tight && first?.is === "paragraph" ? tagOf(first.inside) : undefined} className={done === null ? undefined : "list-none"}>
      {done !== null && (
        <>
          <span aria-hidden="true" className={`-ms-6 me-2.5 inline-block size-3.5 rounded-sm border border-ink ${done ? "bg-ink" : ""}`} />
          <span className="sr-only">{done ? t.done : t.open}</span>
        </>
      )}
      <Blocks blocks={blocks} demote={demote} tight={tight} />
    </li>
  );
}

const alignClass = (align: Align | undefined): string => (align === "center" ? "text-center" : align === "end" ? "num text-end" : "text-start");

function TableView({ block: { aligns, head, rows } }: { block: Extract<Block, { is: "table" }> }) {
  const t = useWords(markdownText);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} role="region" aria-label={t.table} className="mt-3 overflow-x-auto">
      <table lang={tagOf([head, ...rows.slice(0, 8)].flat(2))} className="min-w-full border-collapse">
        <thead>
          <tr>
            {head.map((cell, place) => (
              <th key={place} scope="col" className={`border-b border-edge px-3 py-2 font-semibold first:ps-0 ${alignClass(aligns[place])}`}>
                <MarkdownLine inside={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <td key={place} colSpan={place === row.length - 1 && row.length < head.length ? head.length - row.length + 1 : undefined} className={`border-b border-line px-3 py-2 align-top first:ps-0 ${alignClass(aligns[place])}`}>
                  <MarkdownLine inside={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
