// A model of work and value in plain numbers, to compare the contracts with, and to play campaigns on without a chain. Claims are
// objects that are never changed in place, only replaced; who attests where is a set for each epoch; sums are added up from the claims.
//
//   const work = foundWork(60, [plainCharter(1_000_000_000n, [1_000_000n, 0n, 0n, 0n])]); // members 1 to 60, all seated; project 0
//   work.clock.now += DAY; //                                                              time is set by whoever plays
//   for (let member = 1; member <= 12; member++) work.enrol(member, 0);
//   const { id } = work.record(20, { project: 0, kind: "Work", quantity: 5, evidence: "e1", occurredAt: work.clock.now, split: [] });
//   for (const member of [1, 2]) work.attest(member, id, 5); //                             the n-th answer seals: work.claims.find(id)
//   work.clock.now = work.clock.start(2); //                                               epoch 0 is final when epoch 1 ends
//   work.draw(0, 20, [0]); //                                                              work.shares.sharesOf(0, 20)
//
// Every act applies, or throws Refused (its `rule` is the name of the contract's error) and changes nothing; `attemptWork` in workActs.ts
// does acts that are plain data. Amounts are bigint micro-units, times seconds. Views: work.credits.sums(project, epoch),
// work.credits.of(project, epoch, member), work.spending.limit(project), work.enrolment.in(project), work.rounds.eligible(claim, challenger).
// `people` may be played at any time (join, seat, leave, expel: see people.ts); votes are not modelled: whoever calls what a vote
// may do (charters.admit, amend, close; numbers.set) has won it.
import { Attesting } from "./attesting.ts";
import { type Batch, Batches } from "./batches.ts";
import { Charters } from "./charters.ts";
import { type Claim, Claims } from "./claims.ts";
import { Credits } from "./credits.ts";
import { Enrolment } from "./enrolment.ts";
import { Journal } from "./journal.ts";
import { Numbers } from "./parameters.ts";
import { People } from "./people.ts";
import type { Charter } from "./projects.ts";
import { Recording, type Report } from "./recording.ts";
import { Rounds } from "./rounds.ts";
import { Clock } from "./rules.ts";
import { type LeafPlace, Shares } from "./shares.ts";
import { Spending } from "./spending.ts";
import { Standings } from "./standing.ts";

/** Work and value of a cooperative. Whoever acts is given by number; 0 is a stranger. */
export class Work {
  readonly clock: Clock;
  readonly numbers: Numbers;
  readonly people: People;
  readonly standings: Standings;
  readonly charters: Charters;
  readonly enrolment: Enrolment;
  readonly spending: Spending;
  readonly claims: Claims;
  readonly credits: Credits;
  readonly rounds: Rounds;
  readonly batches: Batches;
  readonly shares: Shares;
  private readonly journal = new Journal();
  private readonly recording: Recording;
  private readonly attesting: Attesting;

  constructor(people: People, founding: readonly Charter[]) {
    const { journal } = this;
    this.people = people;
    this.numbers = people.numbers;
    const clock = (this.clock = people.numbers.clock);
    const standings = (this.standings = new Standings(people));
    const charters = (this.charters = new Charters(journal, people, founding));
    const enrolment = (this.enrolment = new Enrolment(journal, clock, charters));
    const spending = (this.spending = new Spending(journal, clock, charters, enrolment));
    const claims = (this.claims = new Claims(journal, clock));
    this.recording = new Recording(clock, standings, charters, enrolment, spending, claims);
    this.attesting = new Attesting(clock, standings, charters, enrolment, spending, claims);
    this.rounds = new Rounds(journal, this.numbers, standings, enrolment, claims);
    this.batches = new Batches(clock, standings, charters, enrolment, claims);
    this.credits = new Credits(charters, claims);
    this.shares = new Shares(journal, clock, this.credits, this.batches);
  }

  // --- members ---

  enrol(by: number, project: number): void {
    this.journal.wholly(() => {
      this.standings.mayAttest(by);
      this.enrolment.enrol(by, project);
    });
  }
  record = (by: number, report: Report): Claim => this.journal.wholly(() => this.recording.record(by, report));
  confirm = (by: number, id: string, report: Report): void => this.journal.wholly(() => this.recording.confirm(by, id, report));
  withdraw = (by: number, id: string): void => this.journal.wholly(() => this.recording.withdraw(by, id));
  attest = (by: number, id: string, quantity: number): void => this.attestMany(by, [{ id, quantity }]);
  attestMany = (by: number, answers: readonly { readonly id: string; readonly quantity: number }[]): void => this.journal.wholly(() => this.attesting.attest(by, answers));
  challenge = (by: number, id: string): void => this.journal.wholly(() => this.rounds.challenge(by, id));
  answer = (by: number, id: string, tenths: number): void => this.journal.wholly(() => this.rounds.answer(by, id, tenths));

  // --- stewards ---

  postBatch = (by: number, batch: Batch): Claim => this.journal.wholly(() => this.batches.post(by, batch));
  proposeBinding = (by: number, project: number, identity: string, member: number): Claim => this.journal.wholly(() => this.batches.bind(by, project, identity, member));

  // --- anyone ---

  close = (project: number, most: number): number => this.journal.wholly(() => this.shares.close(project, most));
  draw = (project: number, member: number, epochs: readonly number[]): bigint => this.journal.wholly(() => this.shares.draw(project, member, epochs));
  drawLeaf = (batch: string, leaf: LeafPlace): bigint => this.journal.wholly(() => this.shares.drawLeaf(batch, leaf));
}

/** A cooperative of so many founders, all seated, whose first second is `genesis`. */
export function foundWork(members: number, founding: readonly Charter[], genesis = 1_767_571_200): Work {
  const keys = Array.from({ length: members }, (_, place) => `0x${(place + 1).toString(16).padStart(40, "0")}`);
  return new Work(new People(new Numbers(new Clock(genesis)), keys), founding);
}
