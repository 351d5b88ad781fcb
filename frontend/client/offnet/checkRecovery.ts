import { isAddressEqual } from "viem";
import type { MemberId } from "../chain/ids.ts";
import type { Member } from "../people/fold.ts";
import { type Guard, guardiansAt, guardOf } from "../people/foldGuards.ts";
import { speaksFor } from "../people/mayGuard.ts";
import { digestOf, type SignedType } from "../people/signing.ts";
import { authorBy } from "./authors.ts";
import { bad, type Env, expiryProblem, type Of, signedBy, waits } from "./env.ts";
import type { Verdict } from "./verdicts.ts";

/** What is to be said of a guardian's consent: the member alone can use it. */
export async function checkGuardianConsent(item: Of<"guardianConsent">, env: Env): Promise<Verdict> {
  const { people } = env.ledger;
  const member = people.members.get(item.member as MemberId);
  if (!member) return bad("nobody");
  const author = await authorBy(item.guardian, digestOf("GuardianConsent", item, env.deployment), item.signature, env.hasCode);
  if (author.is === "nobody") return bad("notSigned");
  const guard = guardOf(env.ledger, member.id);
  if ([...guardiansAt(guard, env.now), ...(guard.next?.list ?? [])].some((one) => isAddressEqual(one, item.guardian))) return { is: "done" };
  if (people.byKey.get(item.guardian.toLowerCase()) === member.id) return bad("ownGuardian");
  if (speaksFor(env.ledger, item.guardian) !== item.guardian.toLowerCase()) return bad("keyReplaced");
  return expiryProblem(item.expires, env.now) ?? (author.is === "wallet" ? author : waits({ is: "member", member: member.id }));
}

const signedTypes = { recoveryConsent: "RecoveryConsent", recoveryApproval: "RecoveryApproval", recoveryCancel: "RecoveryCancel" } as const satisfies Record<string, SignedType>;

/** Whatever is signed about a recovery. */
export type RecoveryItem = Of<"recoveryConsent"> | Of<"recoveryApproval"> | Of<"recoveryCancel">;

/** What is to be said of a word about a recovery by itself; whether there are enough of them is told by `inRecoveries`. */
export async function checkRecovery(item: RecoveryItem, env: Env): Promise<Verdict> {
  const member = env.ledger.people.members.get(item.member as MemberId);
  if (!member) return bad("nobody");
  const author = await authorBy(item.signer, digestOf(signedTypes[item.kind], item as never, env.deployment), item.signature, env.hasCode);
  if (author.is === "nobody" || (item.kind === "recoveryConsent" && !isAddressEqual(item.signer, item.newKey))) return bad("notSigned");
  const guard = guardOf(env.ledger, member.id);
  const turn = item.kind === "recoveryCancel" ? closingTurn(item, guard) : openingTurn(item, guard);
  if (turn) return turn;
  if (guardiansAt(guard, env.now).length === 0) return bad("noGuardians");
  if (item.kind !== "recoveryConsent" && !isGuardian(item, member, guard, env)) return bad(wasGuardian(item, guard, env) ? "keyReplaced" : "notGuardian");
  if (item.kind !== "recoveryCancel" && env.ledger.people.byKey.has(item.newKey.toLowerCase())) return bad("keyBarred");
  const late = expiryProblem(item.expires, env.now);
  if (late) return late;
  return item.kind !== "recoveryCancel" && guard.recovery ? waits({ is: "recovery" }) : signedBy(author);
}

function openingTurn({ opening, newKey }: Of<"recoveryConsent"> | Of<"recoveryApproval">, { openings, recovery, ended }: Guard): Verdict | null {
  if (opening > openings + 1) return bad("otherTurn");
  if (opening > openings) return null;
  const opened = opening === openings && recovery ? recovery.newKey : ended.find((one) => one.opening === opening)?.newKey;
  return opened && isAddressEqual(opened, newKey) ? { is: "done" } : bad("used");
}

function closingTurn({ opening }: Of<"recoveryCancel">, { openings, recovery, ended }: Guard): Verdict | null {
  if (opening > openings) return bad("otherTurn");
  if (opening === openings && recovery) return null;
  return ended.some((one) => one.opening === opening && one.how === "cancelled") ? { is: "done" } : bad("used");
}

function isGuardian({ signer }: RecoveryItem, { key }: Member, guard: Guard, { ledger, now }: Env): boolean {
  return !isAddressEqual(signer, key) && guardiansAt(guard, now).some((guardian) => speaksFor(ledger, guardian) === signer.toLowerCase());
}

/** Whether a guardian signed with a key that was replaced since. */
function wasGuardian({ signer }: RecoveryItem, guard: Guard, { ledger, now }: Env): boolean {
  const speaks = speaksFor(ledger, signer);
  return speaks !== signer.toLowerCase() && guardiansAt(guard, now).some((guardian) => speaksFor(ledger, guardian) === speaks);
}
