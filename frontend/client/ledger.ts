import { applyToClock, type ClockState, emptyClock } from "./chain/clock.ts";
import { Draft } from "./chain/draft.ts";
import type { ChainEvent } from "./chain/events.ts";
import type { Holder } from "./chain/ids.ts";
import { applyToCommons, type CommonsBooks, emptyCommons } from "./commons/fold.ts";
import { applyToGovernance, emptyGovernance, type GovernanceBooks } from "./governance/fold.ts";
import { applyToPeople, emptyPeople } from "./people/fold.ts";
import { applyToPrice, emptyPrice } from "./price/fold.ts";
import { applyToValue, emptyValue } from "./value/fold.ts";
import { applyToWork, emptyWork } from "./work/fold.ts";

/**
 * All that the cooperative's log says, and nothing else: no chain is asked here. Plain data, never changed in place, so that a
 * view may compare by identity. Readers of one noun take the books of that noun, of which this is one.
 */
export interface Ledger extends CommonsBooks, GovernanceBooks {
  /** Every event, oldest first. */
  readonly timeline: readonly ChainEvent[];
}

/** The books before the first event. `genesis`: the first second of epoch 0, seconds since 1970; `commonsPurse`: where guarantee capital lies. */
export function emptyLedger(genesis: number, commonsPurse?: Holder): Ledger {
  return {
    clock: emptyClock(genesis), people: emptyPeople(), work: emptyWork(), value: emptyValue(), price: emptyPrice(commonsPurse), commons: emptyCommons(), governance: emptyGovernance(),
    timeline: [],
  };
}

/** The books after events, which must be given in the order of the chain. */
export function applyEvents(ledger: Ledger, events: readonly ChainEvent[]): Ledger {
  const [people, work, value] = [new Draft(ledger.people), new Draft(ledger.work), new Draft(ledger.value)];
  const [price, commons, governance] = [new Draft(ledger.price), new Draft(ledger.commons), new Draft(ledger.governance)];
  let clock: ClockState = ledger.clock;
  for (const event of events) {
    clock = applyToClock(clock, event);
    applyToPeople(people, event, clock.genesis);
    applyToWork(work, event, clock.genesis);
    applyToValue(value, event);
    applyToPrice(price, event, clock.genesis);
    applyToCommons(commons, event);
    applyToGovernance(governance, event, people.state);
  }
  const books = { people: people.state, work: work.state, value: value.state, price: price.state, commons: commons.state, governance: governance.state };
  return { clock, ...books, timeline: [...ledger.timeline, ...events] };
}

/** The books after one more event. For many, `applyEvents` is quicker. */
export const applyEvent = (ledger: Ledger, event: ChainEvent): Ledger => applyEvents(ledger, [event]);
