import type { Writing } from "./writing.ts";

/** What every part of the form gets: the writing, ways to change it, and what is wrong with the fields that were left. */
export interface WriteProps {
  readonly writing: Writing;
  readonly change: (part: Partial<Writing>) => void;
  readonly setField: (key: string, value: string) => void;
  /** By key of the head; `body` for the text. */
  readonly faults: Readonly<Record<string, string | undefined>>;
  /** The writer has left the field: from now on it says what is wrong. */
  readonly leave: (key: string) => void;
}

/** The id of the control that a fault leads to. */
export const fieldId = (key: string): string => `write-${key.replaceAll(".", "-")}`;
