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

/** A picture as a cheap camera sees it: in the middle of a desk, washed out, and with some noise. */
function film({ width, height, data }: Pixels): Buffer {
  if (Math.max(width, height) > SIDE) throw new Error("The picture is larger than the film.");
  const seen = Buffer.alloc(SIDE * SIDE, DESK);
  const [left, top] = [Math.floor((SIDE - width) / 2), Math.floor((SIDE - height) / 2)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const noise = ((x * 7919 + y * 104_729) % 31) - 15;
      seen[(top + y) * SIDE + left + x] = 50 + noise + Math.round(data[(y * width + x) * 4]! * 0.6);
    }
  return seen;
}
