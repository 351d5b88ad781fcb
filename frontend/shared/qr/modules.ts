import { encodeQR } from "qr";

/** How much of a code may be hidden: 15 % of one that stands still, 7 % of one of many that come again. */
export type Level = "medium" | "low";

/** White squares around a code, by which readers tell where it ends. The standard wants four. */
const QUIET = 4;

/** The squares of a code, true where black, with its quiet zone. Errors: as the encoder throws, for more than one code holds. */
export const modulesOf = (text: string, level: Level): readonly (readonly boolean[])[] => encodeQR(text, "raw", { ecc: level, border: QUIET });

/** The black squares as one path, a square a unit: each row's neighbours are one rectangle. */
export function pathOf(modules: readonly (readonly boolean[])[]): string {
  let path = "";
  for (const [y, row] of modules.entries())
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
    }
  return path;
}
