import { checkHash } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { type ProfileDocument, profileDocument } from "./names.ts";

const MOST_URI = 2_000;

/** Changes the caller's profile to a document that is its own address. Errors: InputFault. */
export function parseSetProfile(profile: ProfileDocument): Intent {
  const { uri, digest } = profileDocument(profile);
  if (uri.length > MOST_URI) throw new InputFault("profile", { zh: "资料太长，请缩短。", en: "The profile is too long; please shorten it." });
  return intend("memberRegistry", "setProfile", [checkHash("profile", digest), uri], "ProfileChanged");
}
