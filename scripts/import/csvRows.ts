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

  constructor(separator: string) {
    this.separator = separator;
  }

  /** The rows that end in this piece. */
  *push(text: string): Generator<CsvRow> {
    for (const char of text) {
      if (this.carriage && char !== "\n") this.take("\r");
      this.carriage = char === "\r";
      if (this.carriage) continue;
      if (char === "\n") this.line++;
      if (char === "\n" && this.state !== "quoted") yield this.endRow();
      else this.take(char);
    }
  }

  /** The last row, where no line end closes it. */
  *end(): Generator<CsvRow> {
    if (this.state === "quoted") this.row.fault ??= "quoteOpen";
    if (this.state !== "start" || this.row.cells.length > 0) yield this.endRow();
  }

  private take(char: string): void {
    if (this.state === "quoted") {
      if (char === '"') this.state = "quoteSeen";
      else this.cell += char;
    } else if (char === this.separator) {
      this.row.cells.push(this.cell);
      this.cell = "";
      this.state = "start";
    } else if (this.state === "quoteSeen") {
      if (char !== '"') this.row.fault ??= "afterQuote";
      this.cell += char;
      this.state = char === '"' ? "quoted" : "plain";
    } else if (char === '"' && this.state === "start") this.state = "quoted";
    else {
      if (char === '"') this.row.fault ??= "quoteInside";
      this.cell += char;
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
