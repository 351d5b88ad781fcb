import { CRITERIA, type Mark } from "./types.ts";

/** Twelve marks from 24 bits, two a criterion, the first lowest. Errors: RangeError for what holds no marks of 0, 1 or 2. */
export function readMarks(packed: number): Mark[] {
  const marks = Array.from({ length: CRITERIA }, (_, place) => (packed >>> (2 * place)) & 3);
  if (packed >>> (2 * CRITERIA) !== 0 || marks.includes(3)) throw new RangeError(`${packed} holds no marks`);
  return marks as Mark[];
}

/** Twelve marks as 24 bits. Errors: RangeError where there are not twelve of 0, 1 or 2. */
export function packMarks(marks: readonly number[]): number {
  if (marks.length !== CRITERIA || marks.some((mark) => ![0, 1, 2].includes(mark))) throw new RangeError("twelve marks of 0, 1 or 2 are needed");
  return marks.reduce((packed, mark, place) => packed | (mark << (2 * place)), 0);
}
