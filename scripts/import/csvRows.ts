// The rows of a CSV text, as RFC 4180 has them and no looser: what a stricter reader would take otherwise is a fault with its line.

export type CsvFault = "quoteInside" | "afterQuote" | "quoteOpen";

/** A row, or what is wrong with it. `line` is where it begins, counted from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
  fault: CsvFault | null;
}

/** Takes a text piece by piece and gives its rows. Line ends are LF or CRLF; within quotes CRLF becomes LF. */
export class CsvRows {
  private row: CsvRow = { line: 1, cells: [], fault: null };
  private cell = "";
  private state: "start" | "plain" | "quoted" | "quoteSeen" = "start";
  private line = 1;
  private carriage = false; // a CR that may belong to a line's end
  private readonly separator: string;
  private readonly tokens: RegExp; // each mark by itself, and what stands between marks in one

  constructor(separator: string) {
    this.separator = separator;
    const marks = `\\r\\n"\\u{${separator.codePointAt(0)!.toString(16)}}`;
    this.tokens = new RegExp(`[${marks}]|[^${marks}]+`, "gu");
  }

  /** The rows that end in this piece. */
  *push(text: string): Generator<CsvRow> {
    for (const token of text.match(this.tokens) ?? []) {
      if (this.carriage && token !== "\n") this.take("\r");
      this.carriage = token === "\r";
      if (this.carriage) continue;
      if (token === "\n") this.line++;
      if (token === "\n" && this.state !== "quoted") yield this.endRow();
      else this.take(token);
    }
  }

  /** The last row, where no line end closes it. */
  *end(): Generator<CsvRow> {
    if (this.state === "quoted") this.row.fault ??= "quoteOpen";
    if (this.state !== "start" || this.row.cells.length > 0) yield this.endRow();
  }

  private take(token: string): void {
    if (this.state === "quoted") {
      if (token === '"') this.state = "quoteSeen";
      else this.cell += token;
    } else if (token === this.separator) {
      this.row.cells.push(this.cell);
      this.cell = "";
      this.state = "start";
    } else if (this.state === "quoteSeen") {
      if (token !== '"') this.row.fault ??= "afterQuote";
      this.cell += token;
      this.state = token === '"' ? "quoted" : "plain";
    } else if (token === '"' && this.state === "start") this.state = "quoted";
    else {
      if (token === '"') this.row.fault ??= "quoteInside";
      this.cell += token;
      this.state = "plain";
    }
  }

  private endRow(): CsvRow {
    const row = this.row;
    row.cells.push(this.cell);
    this.cell = "";
    this.state = "start";
    this.row = { line: this.line, cells: [], fault: null };
    return row;
  }
}
