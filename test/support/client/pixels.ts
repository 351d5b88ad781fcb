/** A picture as decoders take it: red, green, blue and opacity of each pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A white picture. */
export const blank = (width: number, height: number): Pixels => ({ width, height, data: new Uint8Array(width * height * 4).fill(255) });

function blacken({ width, data }: Pixels, left: number, top: number, right: number, bottom: number): void {
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
}

/**
 * The drawing of a code, made into pixels as a browser does it: the markup's white square, and on it the black path of rectangles one
 * square high. Throws where the markup draws anything else.
 */
export function paint(markup: string, scale: number): { readonly size: number; readonly black: readonly (readonly [number, number])[]; readonly pixels: Pixels } {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(markup)?.[1]);
  const [white, path] = [...markup.matchAll(/<path fill="#(?:fff|000)" d="([^"]+)"/g)].map(([, d]) => d!);
  if (white !== `M0 0h${size}v${size}H0z` || path === undefined) throw new Error("There is no white square with a path on it.");
  const pixels = blank(size * scale, size * scale);
  const black: [number, number][] = [];
  const rest = path.replace(/M(\d+) (\d+)h(\d+)v1H\1z/g, (_, left: string, top: string, width: string) => {
    const [x, y] = [Number(left), Number(top)];
    blacken(pixels, x * scale, y * scale, (x + Number(width)) * scale, (y + 1) * scale);
    for (let at = 0; at < Number(width); at += 1) black.push([x + at, y]);
    return "";
  });
  if (rest !== "") throw new Error(`The path also draws ${rest.slice(0, 80)}`);
  return { size, black, pixels };
}
