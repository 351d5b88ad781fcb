import type { MemberId } from "../chain/ids.ts";
import type { Ledger } from "../ledger.ts";
import { nextNumber } from "../people/foldNonces.ts";
import { splitNonce } from "../people/nonces.ts";
import { digestOf, LONGEST } from "../people/signing.ts";
import { authorOf } from "./authors.ts";
import { isForMembers, readCall, takesActs } from "./call.ts";
import { bad, type Env, type Of, signedBy, waits } from "./env.ts";
import type { Problem, Verdict } from "./verdicts.ts";

/** What is to be said of an act by itself; that another comes first is told by `inSeries`. */
export async function checkAct(item: Of<"act">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now } = env;
  const member = ledger.people.members.get(item.member as MemberId);
  if (!member) return bad("nobody");
  const author = await authorOf(member, item.keyEpoch, digestOf("Act", item, deployment), item.signature, ledger, env.hasCode);
  if (author.is === "nobody") return bad("notSigned");
  const { key, number } = splitNonce(item.nonce);
  if (number < nextNumber(ledger, item.member, key)) return carriedBefore(ledger).has(`${item.member}:${item.nonce}`) ? { is: "done" } : bad("revoked");
  if (author.is === "former") return bad("keyReplaced");
  const problem = windowProblem(item) ?? callProblem(item, env);
  if (problem) return bad(problem);
  if (now > item.notAfter) return bad("expired");
  return now < item.notBefore ? waits({ is: "time", at: item.notBefore }) : signedBy(author);
}

function windowProblem({ notBefore, notAfter }: Of<"act">): Problem | null {
  return notAfter < notBefore || notAfter - notBefore > LONGEST ? "windowInvalid" : null;
}

function callProblem({ to, data }: Of<"act">, { deployment }: Env): Problem | null {
  const call = readCall(to, data, deployment);
  if (call.is === "otherContract") return "otherContract";
  if (!takesActs(call.contract)) return "takesNoActs";
  if (call.is === "unknownCall") return "unknownCall";
  return isForMembers(call) ? null : "notForMembers";
}

const indices = new WeakMap<Ledger["timeline"], ReadonlySet<string>>();

/** Member and nonce (`member:nonce`) of all acts that were done. What is used and not among them was revoked. */
function carriedBefore({ timeline }: Ledger): ReadonlySet<string> {
  const known = indices.get(timeline);
  if (known) return known;
  const carried = new Set<string>();
  for (const event of timeline) if (event.contract === "relay" && event.name === "Carried") carried.add(`${event.args.member}:${event.args.nonce}`);
  indices.set(timeline, carried);
  return carried;
}
