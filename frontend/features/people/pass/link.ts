/** The longest bundle that is put into a link, in bytes: messengers cut longer ones. */
const MOST = 4_000;

/** A page of this house as an address that can be given to somebody; `bundle` comes along behind the hash, which no server sees. Null where it is too long for a link. */
export function linkTo(path: string, bundle?: string): string | null {
  const here = window.location.href.split("#")[0]!;
  if (bundle === undefined) return `${here}#${path}`;
  const bytes = new TextEncoder().encode(bundle);
  if (bytes.length > MOST) return null;
  const packed = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${here}#${path}${path.includes("?") ? "&" : "?"}b=${packed}`;
}

/** The bundle that a link brought along; empty for none, or for one that was cut. */
export function bundleIn(packed: unknown): string {
  if (typeof packed !== "string") return "";
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}
