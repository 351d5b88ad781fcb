import type { Address, Hex } from "viem";
import type { ProposalId } from "../chain/ids.ts";
import { type Both, tell } from "../chain/words.ts";
import { actionsOf } from "../governance/actions.ts";
import { describeAction } from "../governance/describe.ts";
import { idOfParts } from "../governance/proposalParts.ts";
import { type Support, supports } from "../governance/types.ts";
import { type CallTexts, does, quoted, type Teller } from "./teller.ts";

const MOST_SHOWN = 280;

const votes: Readonly<Record<Support, Both>> = {
  for: tell("赞成", "votes for"),
  against: tell("反对", "votes against"),
  abstain: tell("弃权，不投赞成也不投反对：", "abstains on"),
};

/** What a proposal would do, in the words of its actions; the proposal's number alone where it was not read. */
export function proposalWords(t: Pick<Teller, "ledger" | "deployment" | "speech">, id: bigint): Both {
  const proposal = t.ledger.governance.proposals.get(id as ProposalId);
  const name = `${String(id).slice(0, 8)}…`;
  if (!proposal) return tell(`提案${name}（这里没有读到）`, `proposal ${name}, which was not read here`);
  const deeds = deedsOf(t, proposal);
  return tell(`提案（${deeds.zh}）`, `the proposal (${deeds.en})`);
}

function deedsOf({ ledger, deployment, speech }: Pick<Teller, "ledger" | "deployment" | "speech">, calls: Parameters<typeof actionsOf>[0]): Both {
  const deeds = actionsOf(calls, ledger, deployment).map((action) => describeAction(action, ledger, speech));
  return tell(deeds.map(({ zh }) => zh).join("；"), deeds.map(({ en }) => en).join("; "));
}

/** A vote in words. */
export function voteWords(t: Teller, id: bigint, support: number, reason: string): Both {
  const [what, said] = [proposalWords(t, id), supports[support]];
  const vote = said ? votes[said] : tell("投一张看不懂的票，关于", "casts something that is no vote on");
  const why = reason === "" ? tell("", "") : tell(`，理由：${quoted(reason, MOST_SHOWN).zh}`, `, with the reason ${quoted(reason, MOST_SHOWN).en}`);
  return does(t, `${vote.zh}${what.zh}${why.zh}`, `${vote.en} ${what.en}${why.en}`);
}

/** Acts on votes. */
export const governorCalls: CallTexts<"governor"> = {
  castVote: ([id, support], t) => voteWords(t, id, support, ""),
  castVoteWithReason: ([id, support, reason], t) => voteWords(t, id, support, reason),
  castVoteWithReasonAndParams: ([id, support, reason], t) => voteWords(t, id, support, reason),
  propose: ([targets, , calldatas, description], t) => {
    const deeds = deedsOf(t, { targets, calldatas });
    const words = quoted(description, MOST_SHOWN);
    return does(t, `提出提案：${deeds.zh}；说明：${words.zh}`, `proposes: ${deeds.en}; saying ${words.en}`);
  },
  cancel: ([targets, values, calldatas, hash], t) => {
    const what = named(t, targets, values, calldatas, hash);
    return does(t, `撤销${what.zh}`, `cancels ${what.en}`);
  },
  queue: ([targets, values, calldatas, hash], t) => {
    const what = named(t, targets, values, calldatas, hash);
    return does(t, `把${what.zh}交给时间锁`, `gives ${what.en} to the timelock`);
  },
  execute: ([targets, values, calldatas, hash], t) => {
    const what = named(t, targets, values, calldatas, hash);
    return does(t, `执行${what.zh}`, `carries out ${what.en}`);
  },
  castBallots: ([bundles], t) => does(t, `替别人送${bundles.length}份提案的选票`, `carries ballots on ${bundles.length === 1 ? "1 proposal" : `${bundles.length} proposals`}`),
  castVoteBySig: ([id, support], t) => voteWords(t, id, support, ""),
  castVoteWithReasonAndParamsBySig: ([id, support, , reason], t) => voteWords(t, id, support, reason),
  onERC1155BatchReceived: null,
  onERC1155Received: null,
  onERC721Received: null,
  relay: null,
};

/** A proposal that is named by its actions and the hash of its words. */
function named(t: Teller, targets: readonly Address[], values: readonly bigint[], calldatas: readonly Hex[], hash: Hex): Both {
  const id = idOfParts(targets, values, calldatas, hash);
  if (t.ledger.governance.proposals.has(id)) return proposalWords(t, id);
  const deeds = deedsOf(t, { targets, calldatas });
  return tell(`提案（${deeds.zh}，这里没有读到）`, `the proposal (${deeds.en}), which was not read here`);
}
