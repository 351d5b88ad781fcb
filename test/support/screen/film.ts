import { writeFileSync } from "node:fs";
import { type Pixels } from "../client/pixels.ts";

/** Pixels of each side of a film. */
const SIDE = 480;
/** What is seen around a code that is filmed: a desk, neither dark nor bright. */
const DESK = 150;

/** Writes pictures as a film that the browser takes for what its camera sees (YUV4MPEG2), so many a second, over and over. */
export function writeFilm(path: string, pictures: readonly Pixels[], speed: number): void {
  const grey = Buffer.alloc((SIDE * SIDE) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F${speed}:1 Ip A1:1 C420jpeg\n`)];
  for (const picture of pictures) parts.push(Buffer.from("FRAME\n"), film(picture), grey);
  writeFileSync(path, Buffer.concat(parts));
}

/** How the code is held: a few degrees askew. */
const [cos, sin] = [Math.cos(0.12), Math.sin(0.12)];

/** A picture as a cheap camera sees it: on a desk, askew, washed out, and with some noise. */
function film({ width, height, data }: Pixels): Buffer {
  const seen = Buffer.alloc(SIDE * SIDE, DESK);
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const [fromX, fromY] = [x - SIDE / 2, y - SIDE / 2];
      const [atX, atY] = [Math.round(width / 2 + cos * fromX + sin * fromY), Math.round(height / 2 - sin * fromX + cos * fromY)];
      if (atX < 0 || atY < 0 || atX >= width || atY >= height) continue;
      const noise = ((x * 7919 + y * 104_729) % 31) - 15;
      seen[y * SIDE + x] = 50 + noise + Math.round(data[(atY * width + atX) * 4]! * 0.6);
    }
  return seen;
}
