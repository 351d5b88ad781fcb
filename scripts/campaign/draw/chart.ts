// Draws lines over a plane as SVG, in the few shapes that results need.

/** A line, with what it is called. Points in the units of the axes. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dashed?: boolean;
}

/** An axis from 0: what it counts, its end, and a mark every so much. */
export interface Axis {
  readonly title: string;
  readonly end: number;
  readonly step: number;
  readonly unit: string;
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [720, 380, 56, 40, 190, 48];
const COLOURS = ["#2f6f4f", "#b4552d", "#3b5f8a", "#8a6d1f", "#7a3e6d", "#333333", "#1f7a7a"];
const text = (x: number, y: number, said: string, anchor = "start", more = ""): string => `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${said.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`;
const round = (value: number): number => Math.round(value * 10) / 10;

/** A picture of lines, named at the right. */
export function drawLines(title: string, across: Axis, up: Axis, lines: readonly Line[]): string {
  const [wide, high] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  const place = ([x, y]: readonly [number, number]): readonly [number, number] => [round(LEFT + (x / across.end) * wide), round(TOP + high - (y / up.end) * high)];
  const parts = [`<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`, text(LEFT, 22, title, "start", ' font-size="13"')];
  for (let x = 0; x <= across.end + 1e-9; x += across.step) {
    const [at] = place([x, 0]);
    parts.push(`<path d="M${at} ${TOP}V${TOP + high}" stroke="#ddd"/>`, text(at, TOP + high + 15, `${round(x)}${across.unit}`, "middle"));
  }
  for (let y = 0; y <= up.end + 1e-9; y += up.step) {
    const [, at] = place([0, y]);
    parts.push(`<path d="M${LEFT} ${at}H${LEFT + wide}" stroke="#ddd"/>`, text(LEFT - 6, at + 4, `${round(y)}${up.unit}`, "end"));
  }
  parts.push(text(LEFT + wide / 2, HEIGHT - 10, across.title, "middle"), text(14, TOP + high / 2, up.title, "middle", ` transform="rotate(-90 14 ${round(TOP + high / 2)})"`));
  for (const [index, { name, points, dashed }] of lines.entries()) {
    const colour = COLOURS[index % COLOURS.length];
    const stroke = ` fill="none" stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ""}`;
    const y = TOP + 8 + index * 20;
    parts.push(`<path d="M${points.map((point) => place(point).join(" ")).join("L")}"${stroke}/>`, `<path d="M${WIDTH - RIGHT + 14} ${y}h22"${stroke}/>`, text(WIDTH - RIGHT + 42, y + 4, name));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#333">${parts.join("")}</svg>\n`;
}
