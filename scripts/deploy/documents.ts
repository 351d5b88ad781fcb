import { keccak256, toUtf8Bytes } from "ethers";

/** A document short enough to be its own address, and the digest of its bytes. */
export function inlineDocument(content: unknown): { uri: string; digest: string } {
  const text = JSON.stringify(content) ?? "";
  return { uri: `data:application/json,${encodeURIComponent(text)}`, digest: keccak256(toUtf8Bytes(text)) };
}
