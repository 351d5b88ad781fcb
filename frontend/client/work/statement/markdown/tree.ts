/** Where a link may lead: to a page of this house, or away, with the host that the reader will see beside it. */
export type Target = { readonly is: "route"; readonly href: string } | { readonly is: "away"; readonly href: string; readonly host: string };

/** A piece of a line. What a view draws is in this list and nothing else: there is no piece for HTML. */
export type Inline =
  | { readonly is: "text" | "code"; readonly text: string }
  | { readonly is: "stress" | "strong" | "struck"; readonly inside: readonly Inline[] }
  | { readonly is: "link"; readonly to: Target; readonly inside: readonly Inline[] }
  /** A picture somewhere else. Danger: to show it is to ask that host; never without the reader's word. */
  | { readonly is: "picture"; readonly href: string; readonly host: string; readonly alt: string }
  | { readonly is: "break" };

export type Align = "start" | "center" | "end" | null;

export interface Item {
  /** Of a list of tasks; null in any other. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

/** A part of a text. Quotes and lists are nested a few levels deep at most. */
export type Block =
  | { readonly is: "paragraph"; readonly inside: readonly Inline[] }
  | { readonly is: "heading"; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly is: "list"; readonly first: number | null; readonly loose: boolean; readonly items: readonly Item[] }
  | { readonly is: "quote"; readonly blocks: readonly Block[] }
  | { readonly is: "code"; readonly text: string }
  | { readonly is: "table"; readonly aligns: readonly Align[]; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly is: "rule" };

/** The words of some pieces, without what they look like. */
export function wordsOf(inside: readonly Inline[]): string {
  return inside.map((piece) => ("inside" in piece ? wordsOf(piece.inside) : piece.is === "break" ? " " : piece.is === "picture" ? piece.alt : piece.text)).join("");
}
