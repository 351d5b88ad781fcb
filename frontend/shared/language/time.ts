import type { Language } from "./words.ts";

const locale: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale[language], options)));
  return made.format(at * 1000);
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** 18:00, in the reader's zone. `at` is seconds since 1970, here and below. */
export function formatClock(at: number, language: Language): string {
  return format(language, clock, at);
}

/** 11月22日 / 22 Nov; with the year where it is not the year of `now`, or where no `now` is given. */
export function formatDate(at: number, language: Language, now?: number): string {
  const sameYear = now !== undefined && new Date(at * 1000).getFullYear() === new Date(now * 1000).getFullYear();
  return format(language, { ...(sameYear ? {} : { year: "numeric" }), month: language === "zh" ? "long" : "short", day: "numeric" }, at);
}

/** The reader's zone at that moment: UTC+8. */
export function formatZone(at: number): string {
  const minutes = -new Date(at * 1000).getTimezoneOffset();
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${String(size % 60).padStart(2, "0")}` : "";
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

/** Date, clock and zone of a deadline: 11月22日18:00（UTC+8） / 22 Nov, 18:00 (UTC+8). */
export function formatMoment(at: number, language: Language, now?: number): string {
  const date = formatDate(at, language, now);
  return language === "zh"
    ? `${date}${formatClock(at, language)}（${formatZone(at)}）`
    : `${date}, ${formatClock(at, language)} (${formatZone(at)})`;
}

/** Today the clock, else the date: what a list says. */
export function formatWhen(at: number, language: Language, now: number): string {
  const same = new Date(at * 1000).toDateString() === new Date(now * 1000).toDateString();
  return same ? formatClock(at, language) : formatDate(at, language, now);
}

/** A length of time in its two largest useful parts, cut: 3小时56分 / 3 h 56 min. Seconds in, never below zero. */
export function formatSpan(seconds: number, language: Language): string {
  const left = Math.max(0, Math.floor(seconds));
  const [days, hours, minutes] = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60];
  const zh = language === "zh";
  const day = zh ? `${days}天` : `${days} ${days === 1 ? "day" : "days"}`;
  const hour = zh ? `${hours}小时` : `${hours} h`;
  const minute = zh ? `${minutes}分` : `${minutes} min`;
  const join = zh ? "" : " ";
  if (days >= 3) return day;
  if (days > 0) return hours > 0 ? day + join + hour : day;
  if (hours > 0) return minutes > 0 ? hour + join + minute : hour;
  if (minutes > 0) return zh ? `${minutes}分钟` : minute;
  return zh ? `${left}秒` : `${left} s`;
}

/** How long ago: 6秒前 / 6 s ago. */
export function formatAgo(seconds: number, language: Language): string {
  return formatSpan(seconds, language) + (language === "zh" ? "前" : " ago");
}
