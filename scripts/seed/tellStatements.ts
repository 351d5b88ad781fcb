// The acts by which statements and articles were written and reviewed.
import { AbiCoder, keccak256, sha256, toUtf8Bytes, ZeroHash } from "ethers";
import { packMarks } from "#client/work/marks.ts";
import { charterIn, seedArticle, seedStatement, type StatementName } from "./documents.ts";
import type { Moment } from "./moment.ts";
import { WHO } from "./records.ts";
import { seedArticles, seedStatements, type SeedArticle, type SeedReview, type SeedStatement } from "./statements.ts";

const abi = AbiCoder.defaultAbiCoder();
const bySeed = new Map(seedStatements.map(({ document, by }) => [document, by]));

/** A statement's id, as ProjectRegistry's view of the same name says. */
export function statementIdOf(name: StatementName): string {
  const by = bySeed.get(name);
  if (by === undefined) throw new Error(`Nobody in the seed drafts ${name}.`);
  return keccak256(abi.encode(["uint32", "bytes32"], [WHO[by], seedStatement(name).digest]));
}

/** An article's id, as ProjectReviews' view of the same name says. */
export const articleIdOf = ({ document, by }: SeedArticle): string => keccak256(abi.encode(["string", "uint32", "bytes32"], ["article", WHO[by], seedArticle(document).digest]));

/** What `admit` takes of a statement that was submitted once. */
export const admissionOf = (name: StatementName): readonly unknown[] => [statementIdOf(name), 1, seedStatements.find(({ document }) => document === name)!.amends ?? 0, charterIn(name)];

/** All that was written and reviewed. */
export const tellStatements = (): Moment[] => [...seedStatements.flatMap(tellStatement), ...seedArticles.flatMap(tellArticle)];

function tellStatement(statement: SeedStatement): Moment[] {
  const { document: name, by, day, amends = 0, previous, submitted, adopts = [], reviews = [] } = statement;
  const author = WHO[by];
  const id = statementIdOf(name);
  const before = previous === undefined ? ZeroHash : statementIdOf(previous);
  const { cofounders } = seedStatement(name).document;
  const moments: Moment[] = [{ day, act: (teller, now) => teller.act(now, author, "projectRegistry", "draft", amends, before, cofounders, charterIn(name)) }];
  if (adopts.length > 0) moments.push({ day, act: (teller, now) => teller.act(now, author, "projectReviews", "adopt", id, before, adopts.map((who) => WHO[who])) });
  if (submitted !== undefined) moments.push({ day: submitted, act: (teller, now) => teller.act(now, author, "projectReviews", "submit", id) });
  return [...moments, ...reviews.map((review) => tellReview(id, review))];
}

function tellArticle(article: SeedArticle): Moment[] {
  const { digest, uri, document } = seedArticle(article.document);
  const coauthors = document.is === "article" ? document.coauthors : [];
  const published: Moment = { day: article.day, act: (teller, now) => teller.act(now, WHO[article.by], "projectReviews", "publish", digest, uri, coauthors) };
  return [published, ...(article.reviews ?? []).map((review) => tellReview(articleIdOf(article), review))];
}

function tellReview(id: string, [day, who, marks, comment = ""]: SeedReview): Moment {
  const digest = comment === "" ? ZeroHash : sha256(toUtf8Bytes(comment));
  const uri = comment === "" ? "" : `data:,${encodeURIComponent(comment)}`;
  return { day, act: (teller, now) => teller.act(now, WHO[who], "projectReviews", "review", id, packMarks([...marks].map(Number)), digest, uri) };
}
