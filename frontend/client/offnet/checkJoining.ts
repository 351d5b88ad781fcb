import type { MemberId } from "../chain/ids.ts";
import type { Ledger } from "../ledger.ts";
import { joinCountOf, mayVouch } from "../people/mayJoin.ts";
import { digestOf } from "../people/signing.ts";
import { authorBy, authorOf } from "./authors.ts";
import { bad, type Env, expiryProblem, type Of, signedBy, waits } from "./env.ts";
import type { Verdict } from "./verdicts.ts";

/** What is to be said of an application by itself; whether there are vouches is told by `inJoinings`. */
export async function checkApplication(item: Of<"application">, env: Env): Promise<Verdict> {
  const author = await authorBy(item.applicant, digestOf("Application", item, env.deployment), item.signature, env.hasCode);
  if (author.is === "nobody") return bad("notSigned");
  if (env.ledger.people.byKey.has(item.applicant.toLowerCase())) return joinedBefore(env.ledger).has(item.applicant.toLowerCase()) ? { is: "done" } : bad("keyBarred");
  return expiryProblem(item.expires, env.now) ?? signedBy(author);
}

/** What is to be said of a vouch by itself. */
export async function checkVouch(item: Of<"vouch">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now } = env;
  const sponsor = ledger.people.members.get(item.sponsor as MemberId);
  if (!sponsor) return bad("nobody");
  const digest = digestOf("Vouch", item, deployment);
  const author = await authorOf(sponsor, item.keyEpoch, digest, item.signature, ledger, env.hasCode);
  if (author.is === "nobody") return bad("notSigned");
  const joined = joinCountOf(ledger, item.applicant);
  if (item.joinCount < joined) return bad("used");
  if (ledger.people.revokedVouches.has(digest)) return bad("revoked");
  if (author.is === "former") return bad("keyReplaced");
  if (item.joinCount > joined) return bad("otherTurn");
  return expiryProblem(item.expires, now) ?? sponsorProblem(item, env) ?? (joined > 0 ? waits({ is: "member", member: ledger.people.byKey.get(item.applicant.toLowerCase())! }) : signedBy(author));
}

function sponsorProblem({ sponsor, expires }: Of<"vouch">, { ledger, now }: Env): Verdict | null {
  const obstacle = mayVouch(ledger, sponsor as MemberId, now);
  if (!obstacle) return null;
  if (obstacle.at === null) return bad("notSeated");
  if (obstacle.is === "NoVouchLeft") return obstacle.at > expires ? bad("noVouchLeft") : waits({ is: "quarter", at: obstacle.at });
  return obstacle.at > expires ? bad("barred") : waits({ is: "sponsor", at: obstacle.at });
}

/** What is to be said of a new key's consent: the member alone can use it. */
export async function checkKeyConsent(item: Of<"keyConsent">, env: Env): Promise<Verdict> {
  const { people } = env.ledger;
  const member = people.members.get(item.member as MemberId);
  if (!member) return bad("nobody");
  const author = await authorBy(item.newKey, digestOf("KeyConsent", item, env.deployment), item.signature, env.hasCode);
  if (author.is === "nobody") return bad("notSigned");
  const holder = people.byKey.get(item.newKey.toLowerCase());
  if (item.keyEpoch < member.keyEpoch && holder === member.id) return { is: "done" };
  if (item.keyEpoch !== member.keyEpoch) return bad("otherTurn");
  if (holder !== undefined) return bad("keyBarred");
  return expiryProblem(item.expires, env.now) ?? (author.is === "wallet" ? author : waits({ is: "member", member: member.id }));
}

const indices = new WeakMap<Ledger["timeline"], ReadonlySet<string>>();

/** The addresses, in small letters, that joined; other keys were changed to. */
function joinedBefore({ timeline }: Ledger): ReadonlySet<string> {
  const known = indices.get(timeline);
  if (known) return known;
  const joined = new Set<string>();
  for (const event of timeline) if (event.contract === "memberRegistry" && event.name === "Joined") joined.add(event.args.key.toLowerCase());
  indices.set(timeline, joined);
  return joined;
}

