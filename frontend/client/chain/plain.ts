// Anybody's words, made harmless to read. They are shown as text and never as markup; this is about what a reader sees.

// Control and format characters, and all that have no width or turn the reading direction: they make words look like others.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
const heaps = /(\p{M}{3})\p{M}+/gu; // marks piled on one letter run over the lines above and below

/** Words that are what they look like: composed, without invisible characters, runs of space made one, cut at `most` characters. */
export function plainText(text: string, most: number, form: "NFC" | "NFKC" = "NFC"): string {
  const clean = text.normalize(form).replace(/[^\S\uFEFF]+/gu, " ").replace(invisible, "").replace(heaps, "$1").replace(/ +/g, " ").trim();
  const letters = [...clean];
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join("")}…`;
}

/** Words that cannot close the quotes in which they are shown. */
export const withoutQuotes = (text: string): string => text.replace(/[“”„‟〝〞「」『』«»"]/g, "'");
