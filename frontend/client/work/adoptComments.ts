import { checkHash } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkMember } from "../chain/checks.ts";

/** So many fit one transaction on any chain. */
const MOST_ADOPTED = 50;

/** Says whose comments on an earlier statement this one takes up. Errors: InputFault. */
export function parseAdoptComments({ statement, reviewed, reviewers }: { statement: string; reviewed: string; reviewers: readonly number[] }): Intent {
  const members = [...new Set(reviewers)].map((reviewer) => checkMember("reviewers", reviewer));
  if (members.length === 0 || members.length > MOST_ADOPTED)
    throw new InputFault("reviewers", { zh: `请选1到${MOST_ADOPTED}位评议人。`, en: `Choose from 1 to ${MOST_ADOPTED} reviewers.` });
  return intend("projectReviews", "adopt", [checkHash("statement", statement), checkHash("reviewed", reviewed), members], "CommentAdopted", members.length);
}
