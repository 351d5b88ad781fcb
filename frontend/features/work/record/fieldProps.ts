import type { FieldName, Faults } from "./check.ts";
import type { RecordDraft } from "./draft.ts";

/** What every part of the form gets: the draft, a way to change it, and what is wrong with the fields that were left. */
export interface FieldProps {
  readonly draft: RecordDraft;
  readonly change: (part: Partial<RecordDraft>) => void;
  readonly faults: Faults;
  /** The reader has left the field: from now on it says what is wrong. */
  readonly leave: (field: FieldName) => void;
}

/** The id of the control that a fault leads to. */
export const fieldId = (field: FieldName): string => `record-${field}`;
