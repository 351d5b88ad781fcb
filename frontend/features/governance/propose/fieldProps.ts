import type { Faults } from "./check.ts";
import type { Writing } from "./writing.ts";

/** What every part of the form gets: what is written, a way to change it, and what is wrong with the fields that were left. */
export interface FieldProps {
  readonly writing: Writing;
  readonly change: (part: Partial<Writing>) => void;
  readonly faults: Faults;
  /** The reader has left the field: from now on it says what is wrong. */
  readonly leave: (field: string) => void;
}

/** The id of the control that a fault leads to. */
export const fieldId = (field: string): string => `proposal-${field}`;
