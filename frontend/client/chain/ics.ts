// Calendar files (RFC 5545), so that a deadline can stand in the calendar that a person looks at anyway.

/** A moment in a calendar. */
export interface CalendarEntry {
  /** The same for the same deadline for ever, so that a calendar moves an entry instead of adding another. */
  readonly uid: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly words?: string;
  readonly url?: string;
  /** How often the moment was moved. */
  readonly sequence?: number;
}

/** The octets of a line at most, without its end. */
const LINE = 75;
const encoder = new TextEncoder();

/** A calendar of entries. `now`, in seconds since 1970, is written as the time of writing; a day before each entry there is an alarm. */
export function calendarText(entries: readonly CalendarEntry[], now: number): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gongsheng//Deadlines//EN", "CALSCALE:GREGORIAN", ...entries.flatMap((entry) => entryLines(entry, now)), "END:VCALENDAR"];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function entryLines({ uid, at, title, words, url, sequence = 0 }: CalendarEntry, now: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${utcStamp(at)}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escapeText(title)}`,
    ...(words ? [`DESCRIPTION:${escapeText(words)}`] : []),
    ...(url && !/[\p{Cc}\s]/u.test(url) ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** A moment as a calendar writes it, in UTC. */
export const utcStamp = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Anybody's words as the value of a property: nothing in them can begin a line or another property. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A line cut into lines of 75 octets at most, each but the first begun by a space; no character is cut. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let [piece, octets] = ["", 0];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE) {
      lines.push(piece);
      [piece, octets] = [" ", 1];
    }
    piece += letter;
    octets += size;
  }
  return [...lines, piece].join("\r\n");
}
