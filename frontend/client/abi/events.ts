// Made by scripts/generate/abi.ts from contracts/**; never edit it by hand.
import type { AbiEvent } from "viem";

/** What Parameters tells. */
export const parametersEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"parameter","type":"uint8"},{"indexed":false,"name":"value","type":"uint8"},{"indexed":false,"name":"from","type":"uint32"}],"name":"ParameterChanged","type":"event"},
];

/** What MemberRegistry tells. */
export const memberRegistryEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"owner","type":"address"},{"indexed":true,"name":"approved","type":"address"},{"indexed":true,"name":"tokenId","type":"uint256"}],"name":"Approval","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"owner","type":"address"},{"indexed":true,"name":"operator","type":"address"},{"indexed":false,"name":"approved","type":"bool"}],"name":"ApprovalForAll","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"delegator","type":"address"},{"indexed":true,"name":"fromDelegate","type":"address"},{"indexed":true,"name":"toDelegate","type":"address"}],"name":"DelegateChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"delegate","type":"address"},{"indexed":false,"name":"previousVotes","type":"uint256"},{"indexed":false,"name":"newVotes","type":"uint256"}],"name":"DelegateVotesChanged","type":"event"},
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"cause","type":"bytes32"},{"indexed":false,"name":"seated","type":"uint256"}],"name":"Expelled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":true,"name":"key","type":"address"},{"indexed":false,"name":"founder","type":"bool"},{"indexed":false,"name":"sponsor","type":"uint32"},{"indexed":false,"name":"cosponsor","type":"uint32"}],"name":"Joined","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":true,"name":"key","type":"address"},{"indexed":true,"name":"former","type":"address"},{"indexed":false,"name":"keyEpoch","type":"uint16"},{"indexed":false,"name":"recovered","type":"bool"}],"name":"KeyChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"tokenId","type":"uint256"}],"name":"Locked","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"seated","type":"uint256"}],"name":"MemberLeft","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"key","type":"address"},{"indexed":false,"name":"until","type":"uint40"}],"name":"PersonNamed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"digest","type":"bytes32"},{"indexed":false,"name":"uri","type":"string"}],"name":"ProfileChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"joinCount","type":"uint32"},{"indexed":false,"name":"sponsor","type":"uint32"},{"indexed":false,"name":"cosponsor","type":"uint32"}],"name":"Returned","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"seated","type":"uint256"}],"name":"Seated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"from","type":"address"},{"indexed":true,"name":"to","type":"address"},{"indexed":true,"name":"tokenId","type":"uint256"}],"name":"Transfer","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"tokenId","type":"uint256"}],"name":"Unlocked","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"sponsor","type":"uint32"},{"indexed":true,"name":"vouch","type":"bytes32"}],"name":"VouchRevoked","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"sponsor","type":"uint32"},{"indexed":false,"name":"until","type":"uint40"}],"name":"VouchingBarred","type":"event"},
];

/** What Guardians tells. */
export const guardiansEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"}],"name":"GuardiansKept","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"guardians","type":"address[]"},{"indexed":false,"name":"from","type":"uint40"}],"name":"GuardiansProposed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"opening","type":"uint32"}],"name":"RecoveryCancelled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":true,"name":"newKey","type":"address"},{"indexed":false,"name":"opening","type":"uint32"},{"indexed":false,"name":"done","type":"bool"}],"name":"RecoveryFinished","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":true,"name":"newKey","type":"address"},{"indexed":false,"name":"opening","type":"uint32"},{"indexed":false,"name":"due","type":"uint40"},{"indexed":false,"name":"stands","type":"bool"},{"indexed":false,"name":"cancelled","type":"bool"}],"name":"RecoveryOpened","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"opening","type":"uint32"}],"name":"RecoveryVetoed","type":"event"},
];

/** What Relay tells. */
export const relayEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"nonce","type":"uint256"}],"name":"Carried","type":"event"},
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"nonce","type":"uint256"},{"indexed":false,"name":"reason","type":"bytes"}],"name":"NotCarried","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"nonce","type":"uint256"}],"name":"Revoked","type":"event"},
];

/** What ProjectRegistry tells. */
export const projectRegistryEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"steward","type":"uint32"},{"indexed":false,"name":"wanted","type":"bool"},{"indexed":false,"name":"asking","type":"uint256"}],"name":"ClosingAsked","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":false,"name":"grade","type":"uint8"},{"indexed":false,"name":"fromEpoch","type":"uint32"},{"indexed":false,"name":"probationUntil","type":"uint32"},{"indexed":false,"name":"commonsPercent","type":"uint8"},{"components":[{"name":"statement","type":"bytes32"},{"name":"uri","type":"string"},{"name":"industry","type":"uint32"},{"name":"budget","type":"uint64"},{"name":"rates","type":"uint48[4]"},{"name":"minSurplus","type":"uint8"},{"name":"salesCap","type":"uint128"},{"name":"stewards","type":"uint32[]"}],"indexed":false,"name":"charter","type":"tuple"}],"name":"ProjectAdmitted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":false,"name":"fromEpoch","type":"uint32"},{"components":[{"name":"statement","type":"bytes32"},{"name":"uri","type":"string"},{"name":"industry","type":"uint32"},{"name":"budget","type":"uint64"},{"name":"rates","type":"uint48[4]"},{"name":"minSurplus","type":"uint8"},{"name":"salesCap","type":"uint128"},{"name":"stewards","type":"uint32[]"}],"indexed":false,"name":"charter","type":"tuple"}],"name":"ProjectAmended","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":false,"name":"fromEpoch","type":"uint32"},{"indexed":false,"name":"closing","type":"uint8"}],"name":"ProjectClosed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":false,"name":"fromEpoch","type":"uint32"},{"components":[{"name":"statement","type":"bytes32"},{"name":"uri","type":"string"},{"name":"industry","type":"uint32"},{"name":"budget","type":"uint64"},{"name":"rates","type":"uint48[4]"},{"name":"minSurplus","type":"uint8"},{"name":"salesCap","type":"uint128"},{"name":"stewards","type":"uint32[]"}],"indexed":false,"name":"charter","type":"tuple"}],"name":"ProjectFounded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":true,"name":"proposer","type":"uint32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":false,"name":"previous","type":"bytes32"},{"indexed":false,"name":"cofounders","type":"uint32[]"},{"components":[{"name":"statement","type":"bytes32"},{"name":"uri","type":"string"},{"name":"industry","type":"uint32"},{"name":"budget","type":"uint64"},{"name":"rates","type":"uint48[4]"},{"name":"minSurplus","type":"uint8"},{"name":"salesCap","type":"uint128"},{"name":"stewards","type":"uint32[]"}],"indexed":false,"name":"charter","type":"tuple"}],"name":"StatementDrafted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":false,"name":"stewards","type":"uint32[]"}],"name":"StewardsReplaced","type":"event"},
];

/** What ProjectReviews tells. */
export const projectReviewsEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"article","type":"bytes32"},{"indexed":true,"name":"author","type":"uint32"},{"indexed":false,"name":"document","type":"bytes32"},{"indexed":false,"name":"uri","type":"string"},{"indexed":false,"name":"coauthors","type":"uint32[]"}],"name":"ArticlePublished","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":true,"name":"reviewed","type":"bytes32"},{"indexed":true,"name":"reviewer","type":"uint32"}],"name":"CommentAdopted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":true,"name":"member","type":"uint32"}],"name":"Disowned","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":true,"name":"reviewer","type":"uint32"},{"indexed":false,"name":"submission","type":"uint16"},{"indexed":false,"name":"marks","type":"uint24"},{"indexed":false,"name":"comment","type":"bytes32"},{"indexed":false,"name":"uri","type":"string"},{"indexed":false,"name":"reviews","type":"uint256"}],"name":"Reviewed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":false,"name":"submission","type":"uint16"},{"indexed":false,"name":"deadline","type":"uint40"},{"indexed":false,"name":"needed","type":"uint8"},{"indexed":false,"name":"best","type":"uint8"}],"name":"Submitted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"statement","type":"bytes32"},{"indexed":false,"name":"submission","type":"uint16"}],"name":"TakenBack","type":"event"},
];

/** What ContributionLedger tells. */
export const contributionLedgerEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"attester","type":"uint32"},{"indexed":false,"name":"quantity","type":"uint32"},{"indexed":false,"name":"answered","type":"uint8"},{"indexed":false,"name":"needed","type":"uint8"},{"indexed":false,"name":"epoch","type":"uint32"}],"name":"Attested","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"by","type":"uint32"},{"indexed":false,"name":"root","type":"bytes32"},{"indexed":false,"name":"sum","type":"uint64"},{"indexed":false,"name":"credit","type":"uint64"},{"indexed":false,"name":"needed","type":"uint8"},{"indexed":false,"name":"dataDigest","type":"bytes32"},{"indexed":false,"name":"uri","type":"string"}],"name":"BatchPosted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"epoch","type":"uint32"},{"indexed":false,"name":"batches","type":"uint64"}],"name":"BatchesCredited","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"by","type":"uint32"},{"indexed":false,"name":"identity","type":"bytes32"},{"indexed":false,"name":"member","type":"uint32"},{"indexed":false,"name":"needed","type":"uint8"}],"name":"BindingProposed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"by","type":"uint32"}],"name":"Confirmed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"epoch","type":"uint32"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"credit","type":"uint64"},{"indexed":false,"name":"direct","type":"uint64"}],"name":"Credited","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"from","type":"uint32"},{"indexed":false,"name":"through","type":"uint32"}],"name":"Enrolled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"by","type":"uint32"},{"indexed":false,"name":"kind","type":"uint8"},{"indexed":false,"name":"quantity","type":"uint32"},{"indexed":false,"name":"value","type":"uint64"},{"indexed":false,"name":"evidence","type":"bytes32"},{"indexed":false,"name":"occurredAt","type":"uint40"},{"indexed":false,"name":"tier","type":"uint8"},{"indexed":false,"name":"needed","type":"uint8"},{"components":[{"name":"member","type":"uint32"},{"name":"parts","type":"uint8"}],"indexed":false,"name":"split","type":"tuple[]"},{"indexed":false,"name":"uri","type":"string"}],"name":"Recorded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":false,"name":"value","type":"uint64"}],"name":"Revalued","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":false,"name":"quantity","type":"uint32"},{"indexed":false,"name":"value","type":"uint64"},{"indexed":false,"name":"epoch","type":"uint32"}],"name":"Sealed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"by","type":"uint32"}],"name":"Withdrawn","type":"event"},
];

/** What Challenges tells. */
export const challengesEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"attester","type":"uint32"},{"indexed":false,"name":"tenths","type":"uint8"},{"indexed":false,"name":"answers","type":"uint16"},{"indexed":false,"name":"inForce","type":"uint8"}],"name":"Answered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"challenger","type":"uint32"},{"indexed":false,"name":"quorum","type":"uint8"},{"indexed":false,"name":"closesAt","type":"uint40"}],"name":"Challenged","type":"event"},
];

/** What ShareLedger tells. */
export const shareLedgerEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"owner","type":"address"},{"indexed":true,"name":"spender","type":"address"},{"indexed":true,"name":"id","type":"uint256"},{"indexed":false,"name":"amount","type":"uint256"}],"name":"Approval","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"holder","type":"uint32"},{"indexed":true,"name":"epoch","type":"uint32"},{"indexed":false,"name":"shares","type":"uint64"},{"indexed":false,"name":"balance","type":"uint64"}],"name":"Drawn","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"epoch","type":"uint32"},{"indexed":false,"name":"issued","type":"uint64"},{"indexed":false,"name":"credit","type":"uint64"},{"indexed":false,"name":"total","type":"uint64"}],"name":"EpochClosed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"batch","type":"bytes32"},{"indexed":true,"name":"index","type":"uint256"},{"indexed":true,"name":"holder","type":"uint32"},{"indexed":false,"name":"identity","type":"bytes32"},{"indexed":false,"name":"shares","type":"uint64"},{"indexed":false,"name":"toReserve","type":"uint64"},{"indexed":false,"name":"depth","type":"uint8"}],"name":"LeafDrawn","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"owner","type":"address"},{"indexed":true,"name":"spender","type":"address"},{"indexed":false,"name":"approved","type":"bool"}],"name":"OperatorSet","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"caller","type":"address"},{"indexed":true,"name":"sender","type":"address"},{"indexed":true,"name":"receiver","type":"address"},{"indexed":true,"name":"id","type":"uint256"},{"indexed":false,"name":"amount","type":"uint256"}],"name":"Transfer","type":"event"},
];

/** What SurplusPool tells. */
export const surplusPoolEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"former","type":"address"},{"indexed":true,"name":"holder","type":"address"},{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"purse","type":"uint256"}],"name":"Adopted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"purse","type":"uint256"}],"name":"CapitalTaken","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"holder","type":"address"},{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"purse","type":"uint256"},{"indexed":false,"name":"held","type":"uint256"}],"name":"Deposited","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"purse","type":"uint256"}],"name":"DividendDrawn","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"to","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"held","type":"uint256"}],"name":"DividendPaidOut","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"epochs","type":"uint32[]"},{"indexed":false,"name":"lots","type":"uint64[]"},{"indexed":false,"name":"shares","type":"uint64"}],"name":"LotsCounted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"to","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"cause","type":"bytes32"},{"indexed":false,"name":"fromPocket","type":"bool"},{"indexed":false,"name":"left","type":"uint256"}],"name":"ReserveSpent","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"order","type":"bytes32"},{"indexed":false,"name":"epoch","type":"uint32"},{"indexed":false,"name":"rebate","type":"uint256"},{"indexed":false,"name":"dividend","type":"uint256"},{"indexed":false,"name":"commons","type":"uint256"},{"indexed":false,"name":"capital","type":"uint256"},{"indexed":false,"name":"reserve","type":"uint256"}],"name":"SurplusArrived","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"epoch","type":"uint32"},{"indexed":false,"name":"dividend","type":"uint256"},{"indexed":false,"name":"shares","type":"uint64"},{"indexed":false,"name":"accumulator","type":"uint192"},{"indexed":false,"name":"reserve","type":"uint256"},{"indexed":false,"name":"capital","type":"uint256"}],"name":"SurplusDivided","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"listed","type":"bool"}],"name":"TokenListed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"holder","type":"address"},{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"to","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"purse","type":"uint256"},{"indexed":false,"name":"held","type":"uint256"}],"name":"Withdrawn","type":"event"},
];

/** What Market tells. */
export const marketEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"holder","type":"address"},{"indexed":false,"name":"round","type":"uint32"}],"name":"AllCancelled","type":"event"},
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"offer","type":"bytes32"},{"indexed":false,"name":"units","type":"uint64"}],"name":"GroupReached","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"offer","type":"bytes32"}],"name":"OfferCancelled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"offer","type":"bytes32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"seller","type":"uint32"},{"components":[{"name":"project","type":"uint32"},{"name":"seller","type":"uint32"},{"name":"keyEpoch","type":"uint16"},{"name":"token","type":"address"},{"name":"flow","type":"uint8"},{"name":"schema","type":"bytes32"},{"name":"item","type":"bytes32"},{"name":"price","type":"uint112"},{"components":[{"name":"to","type":"address"},{"name":"keyEpoch","type":"uint16"},{"name":"flow","type":"uint8"},{"name":"amount","type":"uint112"}],"name":"costs","type":"tuple[]"},{"name":"quantity","type":"uint64"},{"name":"closes","type":"uint40"},{"name":"window","type":"uint32"},{"name":"arbiter","type":"address"},{"name":"target","type":"uint64"},{"name":"most","type":"uint64"},{"name":"round","type":"uint32"},{"name":"salt","type":"uint256"}],"indexed":false,"name":"terms","type":"tuple"},{"indexed":false,"name":"uri","type":"string"}],"name":"OfferOpened","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"}],"name":"OrderDelivered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"},{"indexed":true,"name":"by","type":"address"},{"indexed":false,"name":"stage","type":"uint8"},{"indexed":false,"name":"cause","type":"bytes32"}],"name":"OrderDisputed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"},{"indexed":true,"name":"offer","type":"bytes32"},{"indexed":false,"name":"stage","type":"uint8"},{"indexed":false,"name":"back","type":"uint256"},{"indexed":false,"name":"surplus","type":"uint256"}],"name":"OrderEnded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"},{"indexed":true,"name":"offer","type":"bytes32"},{"indexed":true,"name":"buyer","type":"address"},{"indexed":false,"name":"quantity","type":"uint64"},{"indexed":false,"name":"place","type":"uint32"},{"indexed":false,"name":"stage","type":"uint8"}],"name":"OrderFunded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"},{"indexed":true,"name":"project","type":"uint32"},{"indexed":false,"name":"stars","type":"uint8"},{"indexed":false,"name":"comment","type":"bytes32"}],"name":"OrderRated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"order","type":"bytes32"}],"name":"OrderShipped","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"request","type":"bytes32"},{"indexed":true,"name":"order","type":"bytes32"},{"indexed":false,"name":"filled","type":"uint64"}],"name":"RequestAnswered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"request","type":"bytes32"}],"name":"RequestCancelled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"request","type":"bytes32"},{"indexed":true,"name":"buyer","type":"address"},{"components":[{"name":"buyer","type":"address"},{"name":"keyEpoch","type":"uint16"},{"name":"project","type":"uint32"},{"name":"token","type":"address"},{"name":"flow","type":"uint8"},{"name":"schema","type":"bytes32"},{"name":"item","type":"bytes32"},{"name":"price","type":"uint112"},{"name":"quantity","type":"uint64"},{"name":"closes","type":"uint40"},{"name":"window","type":"uint32"},{"name":"arbiter","type":"address"},{"name":"round","type":"uint32"},{"name":"salt","type":"uint256"}],"indexed":false,"name":"terms","type":"tuple"},{"indexed":false,"name":"uri","type":"string"}],"name":"RequestOpened","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"seller","type":"uint32"},{"indexed":true,"name":"by","type":"uint32"},{"indexed":false,"name":"named","type":"bool"}],"name":"SellerNamed","type":"event"},
];

/** What CommonsPool tells. */
export const commonsPoolEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"token","type":"address"},{"indexed":true,"name":"target","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"capital","type":"uint256"}],"name":"CapitalReleased","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"target","type":"address"},{"indexed":false,"name":"codeHash","type":"bytes32"},{"indexed":false,"name":"adopted","type":"bool"}],"name":"ContractAdopted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"capital","type":"uint256"}],"name":"Pulled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"project","type":"uint32"},{"indexed":true,"name":"token","type":"address"},{"indexed":false,"name":"amount","type":"uint256"},{"indexed":false,"name":"capital","type":"uint256"}],"name":"Swept","type":"event"},
];

/** What CoopGovernor tells. */
export const coopGovernorEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"proposalId","type":"uint256"},{"indexed":true,"name":"member","type":"uint32"},{"indexed":false,"name":"reason","type":"uint8"}],"name":"BallotSkipped","type":"event"},
  {"anonymous":false,"inputs":[],"name":"EIP712DomainChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"proposalId","type":"uint256"}],"name":"ProposalCanceled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"proposalId","type":"uint256"},{"indexed":false,"name":"proposer","type":"address"},{"indexed":false,"name":"targets","type":"address[]"},{"indexed":false,"name":"values","type":"uint256[]"},{"indexed":false,"name":"signatures","type":"string[]"},{"indexed":false,"name":"calldatas","type":"bytes[]"},{"indexed":false,"name":"voteStart","type":"uint256"},{"indexed":false,"name":"voteEnd","type":"uint256"},{"indexed":false,"name":"description","type":"string"}],"name":"ProposalCreated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"proposalId","type":"uint256"}],"name":"ProposalExecuted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"proposalId","type":"uint256"},{"indexed":false,"name":"extendedDeadline","type":"uint64"}],"name":"ProposalExtended","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"proposalId","type":"uint256"},{"indexed":false,"name":"etaSeconds","type":"uint256"}],"name":"ProposalQueued","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"proposalId","type":"uint256"},{"indexed":true,"name":"proposer","type":"uint32"},{"indexed":false,"name":"matter","type":"uint8"},{"indexed":false,"name":"majority","type":"uint8"},{"indexed":false,"name":"quorumPercent","type":"uint8"},{"indexed":false,"name":"timelockDays","type":"uint8"}],"name":"ProposalWeighed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"voter","type":"address"},{"indexed":false,"name":"proposalId","type":"uint256"},{"indexed":false,"name":"support","type":"uint8"},{"indexed":false,"name":"weight","type":"uint256"},{"indexed":false,"name":"reason","type":"string"}],"name":"VoteCast","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"voter","type":"address"},{"indexed":false,"name":"proposalId","type":"uint256"},{"indexed":false,"name":"support","type":"uint8"},{"indexed":false,"name":"weight","type":"uint256"},{"indexed":false,"name":"reason","type":"string"},{"indexed":false,"name":"params","type":"bytes"}],"name":"VoteCastWithParams","type":"event"},
];

/** What CoopTimelock tells. */
export const coopTimelockEvents: readonly AbiEvent[] = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"index","type":"uint256"},{"indexed":false,"name":"target","type":"address"},{"indexed":false,"name":"value","type":"uint256"},{"indexed":false,"name":"data","type":"bytes"}],"name":"CallExecuted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":false,"name":"salt","type":"bytes32"}],"name":"CallSalt","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"},{"indexed":true,"name":"index","type":"uint256"},{"indexed":false,"name":"target","type":"address"},{"indexed":false,"name":"value","type":"uint256"},{"indexed":false,"name":"data","type":"bytes"},{"indexed":false,"name":"predecessor","type":"bytes32"},{"indexed":false,"name":"delay","type":"uint256"}],"name":"CallScheduled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"id","type":"bytes32"}],"name":"Cancelled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":false,"name":"oldDuration","type":"uint256"},{"indexed":false,"name":"newDuration","type":"uint256"}],"name":"MinDelayChange","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"role","type":"bytes32"},{"indexed":true,"name":"previousAdminRole","type":"bytes32"},{"indexed":true,"name":"newAdminRole","type":"bytes32"}],"name":"RoleAdminChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"role","type":"bytes32"},{"indexed":true,"name":"account","type":"address"},{"indexed":true,"name":"sender","type":"address"}],"name":"RoleGranted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"role","type":"bytes32"},{"indexed":true,"name":"account","type":"address"},{"indexed":true,"name":"sender","type":"address"}],"name":"RoleRevoked","type":"event"},
];
