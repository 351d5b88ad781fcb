// Where elections are held: in the model, and where contracts are given in both at once.
import { type Act, attempt } from "../../../test/support/model/acts.ts";
import type { Contracts } from "../../../test/support/model/contracts.ts";
import type { Governance } from "../../../test/support/model/governance.ts";
import { look } from "../../../test/support/model/look.ts";
import { Views } from "../../../test/support/model/views.ts";

/** Something that the model and the contracts say differently. */
export class Disagreement extends Error {}

/** A cooperative in which acts follow one another, each in a second of its own. */
export class Stage {
  readonly model: Governance;
  private readonly contracts: Contracts | undefined;
  private readonly views: Views | undefined;

  constructor(model: Governance, contracts?: Contracts) {
    this.model = model;
    this.contracts = contracts;
    this.views = contracts && new Views(model, contracts);
  }

  get now(): number {
    return this.model.clock.now;
  }

  /** Acts at a time, or in the next second where that is past. The rule that refused it, or null. Throws Disagreement. */
  async act(act: Act, at = this.now + 1): Promise<string | null> {
    this.model.clock.now = Math.max(this.now + 1, at);
    const meant = attempt(this.model, act);
    if (this.contracts && this.views) {
      const said = await this.contracts.attempt(act, this.now);
      if (String(said) !== String(meant)) throw new Disagreement(`${act.is}: the contracts say ${said}, the model ${meant}.`);
      const views = this.model.proposals.flatMap((_, place) => this.views!.proposal(place, [1]));
      const differences = await look(this.contracts.place, views, this.contracts.errorSelector);
      if (differences.length > 0) throw new Disagreement(`${act.is}: ${differences.join("; ")}`);
    }
    return typeof meant === "string" ? meant : null;
  }
}
