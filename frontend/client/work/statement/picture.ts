import { getBytes, type Getting, type NotHad } from "./get.ts";

/** Bytes of a picture that a reader asked for, at most. */
const MOST_PICTURE = 5_000_000;
const WAIT = 20_000;

/** Kinds of picture that hold nothing but dots, by how their bytes begin. SVG is none: it may hold scripts and links. */
const beginnings: readonly { readonly type: string; readonly bytes: readonly (number | null)[] }[] = [
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
];

/** A picture that came; its type is what its bytes say, whatever its host calls it. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The type of a picture by its bytes; null for everything else. */
export const pictureType = (bytes: Uint8Array): string | null => beginnings.find((beginning) => beginning.bytes.every((byte, place) => byte === null || bytes[place] === byte))?.type ?? null;

/** Gets a picture that the reader asked for. The page's policy lets no picture be linked from elsewhere, so its bytes are fetched. Never rejects. */
export async function getPicture(url: string, fetch: Getting["fetch"]): Promise<Picture | NotHad | "noPicture"> {
  const got = await getBytes(url, { fetch, most: MOST_PICTURE, wait: WAIT });
  if (typeof got === "string") return got;
  const type = pictureType(got.bytes);
  return type === null ? "noPicture" : { bytes: got.bytes, type };
}
