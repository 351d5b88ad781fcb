import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/files.ts";
import { memberId, projectId } from "#client/chain/ids.ts";
import { bytesOf, canonicalText, digestOf } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import type { Difference, Told } from "#client/work/statement/fields.ts";
import { type ArticleDocument, MOST, parseStatement, type StatementDocument } from "#client/work/statement/format.ts";
import { type Kind, kinds } from "#client/work/types.ts";
import type { Random } from "./random.ts";

/** Two statements of projects that do not exist: the first in both languages, the second in Chinese. */
export const examples = { ferry: readExample("ferry"), beanCurd: readExample("beanCurd") } as const;

function readExample(name: string): string {
  return readFileSync(join(root, `test/support/client/statements/${name}.md`), "utf8");
}

/** An example as a document. */
export function exampleDocument(name: keyof typeof examples): StatementDocument {
  const parsed = parseStatement(examples[name]);
  if (parsed.is === "faulty") throw new Error(`${name} is no statement`);
  return parsed.document;
}

const words = ["稻米", "渡口", "ferry", "mend", "每周三", "，", "。", " ", "naïve", "e\u0301", "#", "---", "|", "key: value", "👩‍🌾", "ｆｕｌｌ", "*", "`", "  "];

/** Some words on one line, as canonical text has them: no space at either end. Never empty. */
function line(random: Random, most: number): string {
  const text = Array.from({ length: random.whole(1, most) }, () => random.one(words)).join("");
  return canonicalText(text).trim().replace(/\s+/gu, " ") || "稻";
}

/** Plain words for a head: no emoji that are joined by what cannot be seen. */
const plain = (random: Random, most = 6): string => line(random, most).replace(/\u200D/gu, "").normalize("NFC").trim() || "稻";

function told(random: Random, languages: readonly ("zh" | "en")[]): Told {
  return { zh: languages.includes("zh") ? plain(random) : null, en: languages.includes("en") ? plain(random) : null };
}

/** No longer than a unit may be. */
const unit = (random: Random, languages: readonly ("zh" | "en")[]): Told => ({ zh: languages.includes("zh") ? random.one(["小时", "次"]) : null, en: languages.includes("en") ? random.one(["hour", "time"]) : null });

function difference(random: Random): Difference {
  const words = plain(random, 3).replace(/\|/g, "/").replace(/^#+/, "").trim() || "坊";
  return { neighbour: random.part() < 0.5 ? { is: "project", project: projectId(random.whole(0, 2 ** 32 - 1)) } : { is: "words", words }, how: plain(random) };
}

function body(random: Random): string {
  const lines = Array.from({ length: random.whole(1, 12) }, () => (random.part() < 0.3 ? "" : line(random, 8)));
  return canonicalText(`稻${lines.join("\n")}`).trimEnd();
}

/** A random statement in which nothing is wrong. */
export function randomStatement(random: Random): StatementDocument {
  const languages = random.one([["zh"], ["en"], ["zh", "en"]] as const);
  const members = random.some(Array.from({ length: 40 }, (_, place) => memberId(place * 7_919 + 1)), 16);
  const cards = kinds.map((kind) => [kind, random.part() < 0.4 ? 0n : random.big(MOST.rate) + 1n] as const);
  return {
    is: "statement",
    title: told(random, languages),
    summary: told(random, languages),
    industry: random.whole(0, 2 ** 32 - 1),
    proposer: members[0]!,
    cofounders: members.slice(1, 1 + random.whole(0, 7)),
    previous: random.part() < 0.5 ? null : cidOf(digestOf(bytesOf(random.hash()))),
    amends: random.part() < 0.5 ? null : projectId(random.whole(1, 2 ** 32 - 1)),
    differs: Array.from({ length: random.whole(0, 4) }, () => difference(random)),
    free: told(random, languages),
    budget: random.big(MOST.budget) + 1n,
    rates: Object.fromEntries(cards) as Record<Kind, bigint>,
    units: Object.fromEntries(cards.map(([kind, rate]) => [kind, rate > 0n || random.part() < 0.2 ? unit(random, languages) : null])) as Record<Kind, Told | null>,
    minSurplus: random.whole(5, 50),
    salesCap: random.big(MOST.salesCap),
    stewards: members.slice(8, 9 + random.whole(0, 6)),
    body: body(random),
  };
}

/** A random article in which nothing is wrong. */
export function randomArticle(random: Random): ArticleDocument {
  const members = random.some(Array.from({ length: 40 }, (_, place) => memberId(place + 1)), 8);
  return {
    is: "article",
    language: random.one(["zh", "en"] as const),
    title: plain(random),
    summary: plain(random),
    author: members[0]!,
    coauthors: members.slice(1, 1 + random.whole(0, 7)),
    previous: null,
    body: body(random),
  };
}
