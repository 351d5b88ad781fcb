import type { StepName } from "../record.ts";

/**
 * Whose act a function is.
 * member: a member's own, refused to everyone else. ballot: likewise, on a vote that is open. anyone: with the same result whoever
 * calls. vote: what passed, and nothing else. timelock: the governor's, or a role's that nobody holds. round: Challenges' alone.
 * recovery: the Guardians contract's alone. never: refused to all.
 */
export type Whose = "member" | "ballot" | "anyone" | "vote" | "timelock" | "round" | "recovery" | "never";

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
  governor: {
    cancel: "member", castBallots: "anyone", castVote: "ballot", castVoteBySig: "ballot", castVoteWithReason: "ballot", castVoteWithReasonAndParams: "ballot", castVoteWithReasonAndParamsBySig: "ballot",
    execute: "anyone", propose: "member", queue: "anyone", relay: "vote", onERC1155BatchReceived: "never", onERC1155Received: "never", onERC721Received: "never",
  },
};

/** With which errors each is refused; an empty answer or another error means that it was not refused for who called. */
export const REFUSALS: Readonly<Record<Exclude<Whose, "anyone">, RegExp>> = {
  member: /^(NotAMember|KeyReplaced|GovernorUnableToCancel|GovernorNonexistentProposal)$/,
  ballot: /^(GovernorNonexistentProposal|GovernorInvalidSignature|NoVoteAtSnapshot|NotAMember)$/,
  vote: /^(OnlyByVote|GovernorOnlyExecutor)$/,
  timelock: /^AccessControl(UnauthorizedAccount|BadConfirmation)$/,
  round: /^OnlyChallenges$/,
  recovery: /^OnlyGuardians$/,
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
];
