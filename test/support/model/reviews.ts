import type { Numbers } from "./parameters.ts";
import { type Grade, GRADES, Projects, type Statement } from "./projects.ts";
import { DAY, need } from "./rules.ts";

export const CRITERIA = 12;
/** A median of 0 in return to users, closed loop or price–value separation caps the grade at C. */
const CAPPING = [2, 6, 7];
const KEPT = 90 * DAY;

/** In the order of the contracts' numbers. */
export const STAGES = ["None", "Draft", "InReview", "Reviewed", "Admitted"] as const;
export type Stage = (typeof STAGES)[number];

/** One asking for reviews. Times in seconds; `filledAt` 0: not yet. */
export interface Submission {
  number: number;
  submittedAt: number;
  deadline: number;
  filledAt: number;
  needed: number;
  best: Grade;
  marks: Map<number, readonly number[]>;
}

/** The mark in the middle, of an even number the lower one. */
export const lowerMedian = (marks: readonly number[]): number => marks.toSorted((a, b) => a - b)[Math.ceil(marks.length / 2) - 1]!;

export const worse = (a: Grade, b: Grade): Grade => (GRADES.indexOf(a) < GRADES.indexOf(b) ? a : b);

/** The grade that the twelve medians give. */
export function gradeOfMedians(medians: readonly number[]): Grade {
  const sum = medians.reduce((total, mark) => total + mark, 0);
  const grade = sum >= 22 ? "APlus" : sum >= 18 ? "A" : sum >= 14 ? "B" : sum >= 10 ? "C" : "D";
  return CAPPING.some((criterion) => medians[criterion] === 0) ? worse(grade, "C") : grade;
}

/** The grade that reviews give, of at least one. */
export function gradeOfReviews(reviews: readonly (readonly number[])[]): Grade {
  return gradeOfMedians(Array.from({ length: CRITERIA }, (_, criterion) => lowerMedian(reviews.map((marks) => marks[criterion]!))));
}

/** What the members think of statements and articles. */
export class Reviews {
  readonly projects: Projects;
  readonly numbers: Numbers;
  submissions = new Map<string, Submission>();

  constructor(projects: Projects, numbers: Numbers) {
    this.projects = projects;
    this.numbers = numbers;
  }

  stageOf(name: string): Stage {
    const statement = this.projects.statements.get(name);
    if (!statement) return "None";
    if (statement.admitted) return "Admitted";
    const { now } = this.projects.clock;
    const submission = this.submissions.get(name);
    if (!submission || submission.submittedAt === 0) return "Draft";
    if (submission.filledAt === 0) return now < submission.submittedAt + KEPT ? "InReview" : "Draft";
    const fixedAt = Math.max(submission.filledAt, submission.deadline);
    if (now < fixedAt) return "InReview";
    return statement.article || now < fixedAt + KEPT ? "Reviewed" : "Draft";
  }

  gradeOf(name: string): Grade {
    need(["Reviewed", "Admitted"].includes(this.stageOf(name)), "NotReviewed");
    const { marks, best } = this.submissions.get(name)!;
    return marks.size === 0 ? best : worse(gradeOfReviews([...marks.values()]), best);
  }

  submit(by: number, name: string): void {
    this.projects.members.mayRecord(by);
    this.ownedBy(by, name);
    need(this.stageOf(name) === "Draft", "NotDraft");
    this.begin(name);
  }

  takeBack(by: number, name: string): void {
    this.projects.members.mayAsk(by);
    this.ownedBy(by, name);
    need(["InReview", "Reviewed"].includes(this.stageOf(name)), "NothingToTakeBack");
    this.submissions.get(name)!.submittedAt = 0;
  }

  review(by: number, name: string, marks: readonly number[]): void {
    this.projects.members.mayAttest(by);
    need(marks.every((mark) => mark <= 2), "MarksInvalid");
    need(this.stageOf(name) === "InReview", "NotInReview");
    need(!this.find(name).authors.includes(by), "OwnStatement");
    const submission = this.submissions.get(name)!;
    const first = !submission.marks.has(by);
    submission.marks.set(by, marks);
    if (first && submission.marks.size === submission.needed) submission.filledAt = this.projects.clock.now;
  }

  publish(by: number, document: string, coauthors: readonly number[]): string {
    this.projects.members.mayRecord(by);
    const name = Projects.nameOf(by, document, true);
    need(!this.projects.statements.has(name), "ArticleTaken");
    this.projects.checkCofounders(by, coauthors);
    this.projects.statements.set(name, { proposer: by, named: [by, ...coauthors], authors: [by, ...coauthors], document, article: true, project: 0, charter: null, admitted: false });
    this.begin(name);
    return name;
  }

  adopt(by: number, name: string, reviewed: string, reviewers: readonly number[]): void {
    this.projects.members.mayAsk(by);
    this.ownedBy(by, name);
    for (const reviewer of reviewers) need(this.submissions.get(reviewed)?.marks.has(reviewer) === true, "NoSuchReview");
  }

  /** One who was named as an author says that it is not his. */
  disown(by: number, name: string): void {
    this.projects.members.mayAsk(by);
    const statement = this.find(name);
    need(by !== statement.proposer && statement.authors.includes(by), "NotCoauthor");
    statement.authors = statement.authors.filter((author) => author !== by);
  }

  find(name: string): Statement {
    const statement = this.projects.statements.get(name);
    need(statement !== undefined, "NoSuchStatement");
    return statement;
  }

  private ownedBy(by: number, name: string): void {
    need(this.find(name).proposer === by, "NotProposer");
  }

  /** Where fifty are seated five may always review; where fewer are, those who are not among the authors. */
  private begin(name: string): void {
    const { members, clock } = this.projects;
    const { authors } = this.find(name);
    const seated = members.seated();
    const eligible = seated >= 50 ? 5 : seated - authors.filter((author) => members.isSeated(author)).length;
    this.submissions.set(name, {
      number: (this.submissions.get(name)?.number ?? 0) + 1,
      submittedAt: clock.now,
      deadline: clock.now + this.numbers.get("ReviewDays") * DAY,
      filledAt: eligible === 0 ? clock.now : 0,
      needed: Math.min(5, eligible),
      best: eligible === 0 ? "C" : eligible < 3 ? "B" : "APlus",
      marks: new Map(),
    });
  }
}
