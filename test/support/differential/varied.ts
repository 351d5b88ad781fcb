// The same history once more, with calls of anyone at other times and in another order, which must change nothing.
import type { Random } from "../client/random.ts";
import type { Work } from "../model/work.ts";
import type { Scene, StagedAct } from "./acts.ts";
import { Drawing } from "./drawing.ts";
import type { Tree } from "./tree.ts";

const MOST_EXTRAS = 4;
const isAnyones = ({ is }: StagedAct): boolean => is === "close" || is === "draw" || is === "drawLeaf";

/** Chooses where anyone calls what, in a history that is otherwise as it was. */
export class Varied {
  private readonly random: Random;
  private readonly work: Work;
  private readonly trees: ReadonlyMap<string, Tree>;
  private readonly drawing: Drawing;

  constructor(work: Work, random: Random, trees: ReadonlyMap<string, Tree>) {
    [this.work, this.random, this.trees] = [work, random, trees];
    this.drawing = new Drawing(work, random, false);
  }

  /** The scenes between the last one and this one, and this one itself. The times of acts of will stay. */
  *before({ at, acts }: Scene, last: number): Iterable<{ readonly at: number; readonly acts: Iterable<StagedAct> }> {
    const { random } = this;
    if (at > last + 1 && random.part() < 0.5) yield { at: random.whole(last + 1, at - 1), acts: this.extras() };
    yield { at, acts: this.reordered(acts) };
  }

  /** Acts of will in their order; anyone's calls anywhere between them, in any order, and others beside. */
  private *reordered(acts: readonly StagedAct[]): Iterable<StagedAct> {
    const { random } = this;
    const willed = acts.filter((act) => !isAnyones(act));
    const anyones = random.some(acts.filter(isAnyones), acts.length);
    while (willed.length + anyones.length > 0) {
      const take = random.whole(1, willed.length + anyones.length) <= willed.length ? willed : anyones;
      yield take.shift()!;
      if (random.part() < 0.1) yield* this.extras();
    }
  }

  private *extras(): Iterable<StagedAct> {
    const { random, drawing, work } = this;
    for (let left = random.whole(1, MOST_EXTRAS); left > 0; left--) {
      const luck = random.part();
      if (luck < 0.25) yield drawing.closing();
      else if (luck < 0.6) yield drawing.drawing();
      else if (luck < 0.9) yield drawing.drawingLeaf(this.trees);
      else yield* this.seats(random.whole(1, work.people.count));
    }
  }
  /** Where it changes nothing: a seat is taken when it is called for, which is an act of will of whoever calls. */
  private *seats(member: number): Iterable<StagedAct> {
    const { people } = this.work;
    if (people.isSeated(member) || people.standingOf(member) !== "Active") yield { is: "seat", member };
  }
}
