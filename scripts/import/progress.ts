// A bar on a terminal; elsewhere a line now and then. Always on standard error: standard output belongs to the result.

export interface Progress {
  /** `part` from 0 to 1, or NaN while unknown. `text` is only made when it is shown. */
  show(part: number, text: () => string): void;
  end(): void;
}

const BAR = 24; //             characters
const TERMINAL_PAUSE = 100; // milliseconds between two drawings
const LOG_PAUSE = 5_000; //    milliseconds between two lines where there is no terminal

export function startProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const terminal = out.isTTY === true;
  let last = terminal ? 0 : Date.now();
  let drawn = false;
  return {
    show(part, text) {
      const now = Date.now();
      if (now - last < (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) return;
      last = now;
      drawn = true;
      const known = Number.isFinite(part);
      const percent = known ? `${Math.floor(Math.min(1, part) * 100)} %` : "";
      if (!terminal) return void out.write(`${text()} ${percent}\n`);
      const full = known ? Math.round(Math.min(1, part) * BAR) : 0;
      out.write(`\r\x1b[K${"█".repeat(full)}${"░".repeat(BAR - full)} ${percent.padStart(5)}  ${text()}`);
    },
    end() {
      if (terminal && drawn) out.write("\r\x1b[K");
    },
  };
}
