import type { Hex } from "viem";
import { bytesOf, canonicalText, digestOf } from "#client/work/statement/canonical.ts";
import { CRITERIA, type Mark } from "#client/work/types.ts";

/** A review that is being written. */
export interface ReviewDraft {
  readonly marks: readonly (Mark | null)[];
  readonly comment: string;
  /** Where the comment is kept: in the act itself, or at an address that the reviewer gives. */
  readonly keep: "act" | "address";
  readonly address: string;
}

/** Nothing is marked beforehand. */
export const blankReview: ReviewDraft = { marks: Array.from({ length: CRITERIA }, () => null), comment: "", keep: "act", address: "" };

export const isReviewWritten = ({ marks, comment }: ReviewDraft): boolean => comment.trim() !== "" || marks.some((mark) => mark !== null);

/** A comment as it is hashed, and its digest; null for none. */
export function commentOf(text: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: Hex } | null {
  if (text.trim() === "") return null;
  const bytes = bytesOf(canonicalText(text)) as Uint8Array<ArrayBuffer>;
  return { bytes, digest: digestOf(bytes) };
}

/** Reads what a browser kept; null for what does not fit. */
export function readReviewDraft(content: unknown): ReviewDraft | null {
  const kept = content as Partial<ReviewDraft> | null;
  if (typeof kept !== "object" || kept === null || !Array.isArray(kept.marks) || kept.marks.length !== CRITERIA) return null;
  const marks = kept.marks.every((mark) => mark === null || mark === 0 || mark === 1 || mark === 2);
  return marks && typeof kept.comment === "string" && typeof kept.address === "string" && (kept.keep === "act" || kept.keep === "address") ? (kept as ReviewDraft) : null;
}
