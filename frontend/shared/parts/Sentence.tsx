import type { Piece } from "../language/words.ts";

/** A sentence with its stressed pieces; dates, amounts and short names stay on one line. */
export function Sentence({ pieces }: { pieces: string | readonly Piece[] }) {
  if (typeof pieces === "string") return pieces;
  return pieces.map((piece, i) => {
    if (typeof piece === "string") return piece;
    if ("keep" in piece) return <span key={i} className={keepClass(piece.keep)}>{piece.keep}</span>;
    return <strong key={i} className={`font-bold ${keepClass(piece.strong)}`}>{piece.strong}</strong>;
  });
}

/** Long names break rather than push the page wide. */
const keepClass = (text: string) => (text.length <= 16 ? "keep" : "");

/** The words alone, for labels and the live region. */
export function plainSentence(pieces: string | readonly Piece[]): string {
  if (typeof pieces === "string") return pieces;
  return pieces.map((piece) => (typeof piece === "string" ? piece : "keep" in piece ? piece.keep : piece.strong)).join("");
}
