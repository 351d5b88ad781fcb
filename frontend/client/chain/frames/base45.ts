/** The signs that a QR code writes in five and a half bits each (RFC 9285). */
const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const values = new Map([...signs].map((sign, value) => [sign, value]));

/** Bytes as text: three signs for two bytes, two for a last one. It never ends in a space, so nothing is lost where texts are trimmed. */
export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const value = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += signs[value % 45]! + signs[Math.floor(value / 45) % 45]!;
    if (pair) text += signs[Math.floor(value / 2025)]!;
  }
  return text;
}

/** The bytes of such a text; null where it is none. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  for (let at = 0, to = 0; at < text.length; at += 3) {
    const [a, b, c] = [text[at]!, text[at + 1]!, text[at + 2]].map((sign) => (sign === undefined ? 0 : values.get(sign)));
    if (a === undefined || b === undefined || c === undefined) return null;
    const pair = at + 2 < text.length;
    const value = a + b * 45 + c * 2025;
    if (value > (pair ? 65_535 : 255)) return null;
    if (pair) bytes[to++] = value >> 8;
    bytes[to++] = value & 255;
  }
  return bytes;
}
