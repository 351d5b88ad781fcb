// Lines of a file or of a program's output, one after another, without ever holding the whole. A line ends at a line feed.
import { createReadStream } from "node:fs";
import { BadInput } from "../coop/failure.ts";

/** A line longer than this is not a record but a mistake. Bytes. */
export const LONGEST_LINE = 1_048_576;

export interface LineWords {
  tooLong(bytes: number): string;
  notUtf8: string;
}

/** Lines as bytes, without their line feeds; what follows the last one counts as a line if there is any. `onLong` is called in place of holding more than `longest`. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, longest = Infinity, onLong?: () => never): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; from = end + 1, end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end);
      if (bytes + piece.length > longest) onLong?.();
      yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      bytes = 0;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > longest) onLong?.();
  }
  if (bytes > 0) yield Buffer.concat(rest);
}

/**
 * The lines of `file` as text, a byte order mark at its beginning and carriage returns at the ends taken away; `onBytes` hears
 * how far we are. `shown` is the file's name in messages.
 * Errors: BadInput for a line above LONGEST_LINE and for bytes that are not UTF-8; those of reading the file.
 */
export async function* readLines(file: string, shown: string, words: LineWords, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let number = 0;
  const refuse = (reason: string): never => {
    throw new BadInput(`${shown}:${number}`, reason);
  };
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      yield chunk;
    }
  };
  const onLong = (): never => {
    number++;
    return refuse(words.tooLong(LONGEST_LINE));
  };
  for await (const bytes of splitLines(chunks(), LONGEST_LINE, onLong)) {
    number++;
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      return refuse(words.notUtf8);
    }
    yield (number === 1 && text.startsWith("\ufeff") ? text.slice(1) : text).replace(/\r$/, "");
  }
}
