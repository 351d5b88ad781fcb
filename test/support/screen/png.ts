import { inflateSync } from "node:zlib";
import { type Pixels } from "../client/pixels.ts";

/** Bytes of a pixel, by the colour type of the file: red, green, blue, and with opacity. */
const steps: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** The pixels of a screenshot: a PNG of eight bits a colour, not interlaced. Throws for any other. */
export function readPng(file: Buffer): Pixels {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const step = steps[file[25]!];
  if (file.toString("latin1", 1, 4) !== "PNG" || file[24] !== 8 || !step || file[28] !== 0) throw new Error("That is no PNG as screenshots are.");
  const rows = inflateSync(Buffer.concat(chunks(file)));
  const stride = width * step;
  const pixels: Pixels = { width, height, data: new Uint8Array(width * height * 4).fill(255) };
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = Uint8Array.from(rows.subarray(start + 1, start + 1 + stride));
    unfilter(row, above, rows[start]!, step);
    for (let x = 0; x < width; x += 1) pixels.data.set(row.subarray(x * step, x * step + 3), (y * width + x) * 4);
    above = row;
  }
  return pixels;
}

function chunks(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT") found.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** Each byte is written as its difference from its neighbours, in one of five ways. */
function unfilter(row: Uint8Array, above: Uint8Array, way: number, step: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const [left, up, corner] = [at < step ? 0 : row[at - step]!, above[at]!, at < step ? 0 : above[at - step]!];
    row[at]! += [0, left, up, (left + up) >> 1, nearest(left, up, corner)][way]!;
  }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
