// One random history, in the model and on the contracts at once.
import { type Connection, settle } from "../../../scripts/gas/place.ts";
import { Random } from "../client/random.ts";
import { type Act, attempt } from "./acts.ts";
import { Chance } from "./chance.ts";
import { Contracts } from "./contracts.ts";
import { Governance } from "./governance.ts";
import { look, type View } from "./look.ts";
import type { Charter } from "./projects.ts";
import { Views } from "./views.ts";

/** What a history met: acts done, rules that refused, states and grades seen. */
export type Met = Map<string, number>;

const count = (met: Met, what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);
/** After so many acts everything is compared, not only what an act may have touched. */
const ALL_EVERY = 250;
/** Below three seated there is little left to do: so many acts show it. */
const FEW_ACTS = 20;

/**
 * Plays so many random acts of `size` members and compares after each; fewer where expulsions leave fewer than three seated.
 * Returns how many. Throws, with the seed, at the first difference. The chain is left as it was.
 */
export async function play(connection: Connection, size: number, acts: number, seed: number, met: Met): Promise<number> {
  const kept = await connection.provider.request({ method: "evm_snapshot", params: [] });
  try {
    return await playOn(connection, size, acts, seed, met);
  } finally {
    await connection.provider.request({ method: "evm_revert", params: [kept] });
  }
}

async function playOn(connection: Connection, size: number, acts: number, seed: number, met: Met): Promise<number> {
  // What is looked at is chosen apart, so that looking more changes no history.
  const eyes = new Random(seed + 1);
  const place = await settle(size, Array.from({ length: size + 1 }, (_, member) => member), { given: connection });
  const contracts = new Contracts(place);
  for (let member = 0; member <= size; member++) await place.provider.request({ method: "hardhat_impersonateAccount", params: [place.wallet(member).address] });
  const model = await begin(place, size);
  const views = new Views(model, contracts);
  let paralysed = 0;
  const chance = new Chance(model, new Random(seed));
  for (let step = 0; step < acts; step++) {
    const { act, at } = chance.next();
    model.clock.now = at;
    const where = `seed ${seed}, size ${size}, step ${step}, second ${at}: ${show(act)}`;
    const said = await contracts.attempt(act, at);
    const meant = attempt(model, act);
    if (String(said) !== String(meant)) throw new Error(`${where}\nThe contracts say ${said || "done"}, the model ${meant || "done"}.`);
    count(met, typeof meant === "string" ? `refused ${meant}` : act.is === "vote" && act.carrier !== undefined ? "voteBySig" : act.is);
    if (act.is === "bundle" && typeof meant !== "string") for (const outcome of meant) count(met, `ballot ${outcome}`);
    const wanted = step % ALL_EVERY === ALL_EVERY - 1 || step === acts - 1 ? everything(model, views) : touched(model, views, act, eyes);
    const differences = await look(place, wanted, contracts.errorSelector);
    if (differences.length > 0) throw new Error(`${where}\n${differences.slice(0, 10).join("\n")}`);
    count(met, "views");
    met.set("views", met.get("views")! + wanted.length - 1);
    for (const proposal of model.proposals.slice(-8)) count(met, `state ${model.stateOf(proposal)}`);
    for (const name of [...model.projects.statements.keys()].slice(-8)) countStage(model, name, met);
    if (model.members.seated() < 3 && (paralysed += 1) === FEW_ACTS) return step + 1;
  }
  return acts;
}

function countStage(model: Governance, name: string, met: Met): void {
  const stage = model.reviews.stageOf(name);
  count(met, `stage ${stage}`);
  if (stage === "Reviewed" || stage === "Admitted") count(met, `grade ${model.reviews.gradeOf(name)}`);
}

/** The model at the founding, with the seats that the registry tells. */
async function begin(place: Awaited<ReturnType<typeof settle>>, size: number): Promise<Governance> {
  const registry = place.as(1, "memberRegistry");
  const seatedFrom: number[] = [];
  for (let member = 1; member <= size; member++) seatedFrom.push(Number((await registry.getFunction("seatOf")(member)).seatedFrom));
  const charter: Charter = place.charter;
  const model = new Governance(place.record.genesis, seatedFrom, [charter, charter]);
  const block = (await place.provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as { timestamp: string };
  model.clock.now = Number(block.timestamp);
  return model;
}

const show = (act: Act): string => JSON.stringify(act, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** What an act may have touched, and a few others at random. */
function touched(model: Governance, views: Views, act: Act, random: Random): View[] {
  const members = [random.whole(1, model.members.seats.length), Math.max(1, act.by)];
  const latest = model.proposals.length - 1;
  const proposals = new Set([latest, random.whole(0, Math.max(0, latest)), "proposal" in act ? act.proposal : -1].filter((place) => place >= 0 && place <= latest));
  const names = [...model.projects.statements.keys()];
  const statements = new Set([...(names.length > 0 ? [random.one(names.slice(-20))] : []), ..."statement" in act ? [act.statement] : []]);
  const { epoch, now } = model.clock;
  const last = model.projects.list.length - 1;
  const projects = new Set([random.whole(0, last), random.whole(0, last)]);
  return [
    ...[...proposals].flatMap((place) => views.proposal(place, members)),
    ...[...statements].flatMap((name) => views.statement(name, members)),
    ...[...projects].flatMap((project) => views.project(project, [epoch + random.whole(-1, 1), epoch + 1].filter((wanted) => wanted >= 0))),
    ...views.rest(members, [now - 1, now, now - random.whole(1, 5_000_000)].filter((time) => time > model.clock.genesis), act.is === "execute" ? [epoch, epoch + 1] : []),
  ];
}

function everything(model: Governance, views: Views): View[] {
  const members = model.members.seats.map((_, place) => place + 1);
  const few = members.slice(0, 3);
  const epochs = Array.from({ length: model.clock.epoch + 3 }, (_, epoch) => epoch);
  return [
    ...model.proposals.flatMap((_, place) => views.proposal(place, few)),
    ...[...model.projects.statements.keys()].flatMap((name) => views.statement(name, few)),
    ...model.projects.list.flatMap((_, project) => views.project(project, epochs)),
    ...views.rest(members, [], epochs),
  ];
}
