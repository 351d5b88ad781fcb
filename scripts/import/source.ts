// What every kind of history gives the importer: its records one after another, and where to look when one is wrong.

/** A record as its source tells it. `names` are the people, each once, the author first; `at` in seconds since 1970. */
export interface SourceRecord {
  commit: string;
  at: number;
  names: readonly string[];
  added: number;
  deleted: number;
  /** What it is worth, where the source says so. Micro-units. */
  points?: bigint;
}

export interface Source {
  records: AsyncIterable<SourceRecord>;
  /** Where the record with this number, counted from 1, stands, for messages: `file:line` or `repository:commit`. */
  placeOf(number: number, commit: string): string;
  /** How much has been read, for the progress bar; `total` 0 while unknown. Bytes or commits. */
  progress(): { done: number; total: number };
  /** The first records as they were understood, for the eyes of whoever mapped the columns; filled while reading. A cell for each column. */
  understood?: readonly string[][];
}

/** The author and those who worked with him, each once, the author first. */
export const withoutRepeats = (author: string, others: readonly string[]): string[] => [...new Set([author, ...others])];
