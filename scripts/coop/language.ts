// Which of our two languages the command line speaks: --lang, else the machine's own.

export type Language = "zh" | "en";

/** `--lang zh` or `--lang=en` among the arguments; else by LC_ALL, LC_MESSAGES, LANG; else English. Numbers and files never depend on it. */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.split("=")[1] : args[at + 1];
  if (asked === "zh" || asked === "en") return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
