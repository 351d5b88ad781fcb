import { readTarget } from "#client/work/statement/markdown/links.ts";
import { type Inline, wordsOf } from "#client/work/statement/markdown/tree.ts";
import { useWords } from "../language/language.ts";
import { MarkdownPicture } from "./MarkdownPicture.tsx";
import { markdownText } from "./MarkdownText.ts";

const tags = { stress: "em", strong: "strong", struck: "s" } as const;

/** The pieces of a line. Inside a link a picture is its description, since a button there could not be pressed. */
export function MarkdownLine({ inside, linked = false }: { inside: readonly Inline[]; linked?: boolean }) {
  return inside.map((piece, place) => <MarkdownPiece key={place} piece={piece} linked={linked} />);
}

function MarkdownPiece({ piece, linked }: { piece: Inline; linked: boolean }) {
  if ("text" in piece) return piece.is === "text" ? piece.text : <code className="rounded-sm bg-well px-1 font-mono text-[0.9em] break-words">{piece.text}</code>;
  if (piece.is === "break") return <br />;
  if (piece.is === "picture") return linked ? piece.alt || piece.host : <MarkdownPicture href={piece.href} host={piece.host} alt={piece.alt} />;
  if (piece.is === "link") return <MarkdownLink piece={piece} />;
  const Tag = tags[piece.is];
  return (
    <Tag>
      <MarkdownLine inside={piece.inside} linked={linked} />
    </Tag>
  );
}

/** A link. Where it leads away its host stands beside it, unless its words already say that very host. */
function MarkdownLink({ piece: { to, inside } }: { piece: Extract<Inline, { is: "link" }> }) {
  const t = useWords(markdownText);
  const words = <MarkdownLine inside={inside} linked />;
  if (to.is === "route")
    return (
      <a href={to.href} className="underline underline-offset-4">
        {words}
      </a>
    );
  const said = readTarget(wordsOf(inside).trim());
  return (
    <>
      <a href={to.href} target="_blank" rel="noopener noreferrer" className="underline underline-offset-4">
        {words}
      </a>
      {!(said?.is === "away" && said.host === to.host) && <span className="text-sm text-ink-3">{t.host(to.host)}</span>}
    </>
  );
}
