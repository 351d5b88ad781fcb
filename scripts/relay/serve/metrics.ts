// Numbers for whoever watches over the service, in the text form of Prometheus.

interface Counter {
  readonly help: string;
  readonly values: Map<string, number>;
}

const COUNTERS = {
  relay_items_accepted_total: "Items accepted, by kind.",
  relay_items_turned_away_total: "Items not accepted, by reason.",
  relay_items_done_total: "Items that came to pass; by: whether this service carried them.",
  relay_items_refused_total: "Items accepted that did not come to pass; by: where that was found.",
  relay_transactions_total: "Transactions, by how they ended.",
  relay_gas_used_total: "Gas paid for.",
  relay_http_answers_total: "Answers, by status.",
  relay_chain_failures_total: "Rounds that the way to the chain stopped.",
} as const;
export type CounterName = keyof typeof COUNTERS;

/** Numbers of the moment, with their help. */
export type Gauges = readonly (readonly [name: string, help: string, value: number])[];

export class Metrics {
  private readonly counters = new Map<CounterName, Counter>(Object.entries(COUNTERS).map(([name, help]) => [name as CounterName, { help, values: new Map() }]));

  /** Adds to a counter. `label`: as `name="value"`; values are this program's own words, never a visitor's. */
  add(name: CounterName, label = "", amount = 1): void {
    const { values } = this.counters.get(name)!;
    values.set(label, (values.get(label) ?? 0) + amount);
  }

  /** All of it as text. */
  render(gauges: Gauges): string {
    const counters = [...this.counters].flatMap(([name, { help, values }]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} counter`,
      ...(values.size === 0 ? [`${name} 0`] : [...values].map(([label, value]) => `${name}${label === "" ? "" : `{${label}}`} ${value}`)),
    ]);
    const now = gauges.flatMap(([name, help, value]) => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]);
    return `${[...counters, ...now].join("\n")}\n`;
  }
}
