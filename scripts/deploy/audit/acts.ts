import type { StepName } from "../record.ts";

/**
 * Whose act a function is.
 * member: a member's own, refused to everyone else. ballot: likewise, on a vote that is open. anyone: with the same result whoever
 * calls. vote: what passed, and nothing else. timelock: the governor's, or a role's that nobody holds. round: Challenges' alone.
 * recovery: the Guardians contract's alone. market, commons: likewise the Market's and the CommonsPool's. party: an order's buyer,
 * seller, beneficiary or arbiter, or whoever signed an offer or a request. own: anyone's, with what is his own. never: refused to all.
 */
export type Whose = "member" | "ballot" | "party" | "own" | "anyone" | "vote" | "timelock" | "round" | "recovery" | "market" | "commons" | "never";

/** Every function that may change something. One that is added and not named here fails the audit. */
export const ACTS: Readonly<Record<StepName, Readonly<Record<string, Whose>>>> = {
  timelock: {
    cancel: "timelock", execute: "timelock", executeBatch: "timelock", grantRole: "timelock", renounceRole: "timelock", revokeRole: "timelock", schedule: "timelock", scheduleBatch: "timelock",
    onERC1155BatchReceived: "anyone", onERC1155Received: "anyone", onERC721Received: "anyone",
  },
  parameters: { set: "vote" },
  memberRegistry: {
    expel: "vote", namePersons: "vote", readmit: "vote", join: "anyone", takeSeat: "anyone", recover: "recovery",
    rejoin: "member", resign: "member", revokeVouch: "member", rotate: "member", setProfile: "member",
  },
  guardians: { cancelRecovery: "anyone", finishRecovery: "anyone", keepGuardians: "member", openRecovery: "anyone", setGuardians: "member", veto: "member" },
  relay: { carry: "anyone", carryMany: "anyone", revoke: "member" },
  projectRegistry: { admit: "vote", amendCooperative: "vote", askToClose: "member", close: "vote", draft: "member", replaceStewards: "vote" },
  projectReviews: { adopt: "member", disown: "member", publish: "member", review: "member", submit: "member", takeBack: "member" },
  contributionLedger: { attest: "member", attestMany: "member", confirm: "member", enrol: "member", postBatch: "member", proposeBinding: "member", record: "member", reopen: "round", settle: "round", withdraw: "member" },
  challenges: { answer: "member", challenge: "member" },
  shareLedger: { close: "anyone", draw: "anyone", drawLeaf: "anyone" },
  surplusPool: {
    escrow: "market", settle: "market", takeCapital: "commons", takeReserve: "commons", list: "vote", spendPocket: "vote", spendReserve: "vote",
    drawOut: "member", deposit: "own", depositWithPermit: "own", withdraw: "own", adopt: "anyone", divide: "anyone", draw: "anyone",
  },
  market: {
    accept: "party", acceptBySilence: "party", arbitrate: "party", cancelOffer: "party", cancelRequest: "party", deliver: "party", dispute: "party", endDispute: "party", rate: "party", refund: "party", ship: "party", split: "party",
    nameSeller: "member", cancelAll: "own", fund: "own", answer: "anyone", open: "anyone", openRequest: "anyone",
  },
  commonsPool: { adopt: "vote", release: "vote", pull: "anyone", sweep: "anyone" },
  governor: {
    cancel: "member", castBallots: "anyone", castVote: "ballot", castVoteBySig: "ballot", castVoteWithReason: "ballot", castVoteWithReasonAndParams: "ballot", castVoteWithReasonAndParamsBySig: "ballot",
    execute: "anyone", propose: "member", queue: "anyone", relay: "vote", onERC1155BatchReceived: "never", onERC1155Received: "never", onERC721Received: "never",
  },
};

/** Acts that are refused to nobody: they change nothing, or nothing but what is the caller's. */
export const isOpen = (whose: Whose): whose is "anyone" | "own" => whose === "anyone" || whose === "own";

/**
 * With which errors each is refused; an empty answer or another error means that it was not refused for who called. While no order
 * is funded there is none to be a stranger to: NoSuchOrder is said before it is asked who calls.
 */
export const REFUSALS: Readonly<Record<Exclude<Whose, "anyone" | "own">, RegExp>> = {
  member: /^(NotAMember|KeyReplaced|GovernorUnableToCancel|GovernorNonexistentProposal)$/,
  ballot: /^(GovernorNonexistentProposal|GovernorInvalidSignature|NoVoteAtSnapshot|NotAMember)$/,
  party: /^(NoSuchOrder|NotYourOrder)$/,
  vote: /^(OnlyByVote|GovernorOnlyExecutor)$/,
  timelock: /^AccessControl(UnauthorizedAccount|BadConfirmation)$/,
  round: /^OnlyChallenges$/,
  recovery: /^OnlyGuardians$/,
  market: /^OnlyByMarket$/,
  commons: /^OnlyByCommons$/,
  never: /^GovernorDisabledDeposit$/,
};

/** What a vote may do: the governor's whole table of powers. */
export const POWERS: readonly (readonly [StepName, string])[] = [
  ["parameters", "set"],
  ["memberRegistry", "expel"],
  ["memberRegistry", "namePersons"],
  ["memberRegistry", "readmit"],
  ["projectRegistry", "admit"],
  ["projectRegistry", "amendCooperative"],
  ["projectRegistry", "replaceStewards"],
  ["projectRegistry", "close"],
  ["surplusPool", "list"],
  ["surplusPool", "spendReserve"],
  ["surplusPool", "spendPocket"],
  ["commonsPool", "adopt"],
  ["commonsPool", "release"],
];
