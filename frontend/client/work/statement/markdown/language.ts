/** In which of the two languages some words are, by their letters; null where there are none. */
export function languageOf(words: string): "zh" | "en" | null {
  const some = words.slice(0, 2_000);
  const han = some.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = some.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han + latin === 0) return null;
  return han >= latin ? "zh" : "en"; // a 汉字 is about as much as a word
}
