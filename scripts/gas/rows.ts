// What gas is measured of, beside the best that others reach, the floor of arithmetic, and what we set out to reach.

/** One measured act. All figures are gas of a receipt, cold storage; `peer` with the name of who reaches it. */
export interface Row {
  readonly key: string;
  readonly act: string;
  readonly peer?: readonly [gas: number, name: string];
  readonly floor?: number;
  readonly must?: number;
  readonly stretch?: number;
  readonly note?: string;
}

export const rows: readonly Row[] = [
  { key: "join", act: "join as a founder, each of three more", peer: [172_173, "Aragon"], floor: 44_289, must: 93_000, stretch: 84_000 },
  {
    key: "joinWithVouches", act: "join by two vouches, the mean of three", floor: 74_000, must: 125_000, stretch: 107_000,
    note: "three signatures; beyond the prototype: whether a vouch was taken back (two slots), what the vote allows a quarter (another contract, two slots), the soulbound token's two events",
  },
  { key: "takeSeat", act: "take a seat", note: "a step of the total, so that a vote knows how many were seated" },
  { key: "rotateKey", act: "change one's key", must: 70_000, stretch: 63_000 },
  { key: "setGuardians", act: "name three guardians", note: "three signatures and three addresses kept, so that whoever must recover a member reads them from any node" },
  { key: "openRecovery", act: "open a recovery, two guardians of three", note: "three signatures; the guardians are read, and each as the member that he may be" },
  { key: "finishRecovery", act: "finish a recovery: everything follows", note: "the same for ten and for ten thousand" },
  {
    key: "relayBatch20", act: "carry twenty acts, each all-in (a change of profile, 28,300 when sent directly)", peer: [26_234, "OpenZeppelin's forwarder, a call of 27,022 when sent directly"], floor: 20_000, must: 23_000, stretch: 20_500,
    note: "the call itself reads the seat and writes a log of 1,900; a log for each act of 1,400, so that the nonces can be rebuilt from the log; who is asked whom the key belongs to is the registry",
  },
  { key: "relayFirst20", act: "the same, each member's first act", note: "a new slot for the nonce" },
  { key: "relayOne", act: "carry a single act" },
  {
    key: "record", act: "record a contribution", peer: [200_260, "EAS attest, 32 bytes"], floor: 45_057, must: 58_500, stretch: 54_500,
    note: "beyond the prototype: the running total that sets the number of attesters, enrolment, whether the evidence is taken (three slots), and the whole report in the log",
  },
  {
    key: "attest", act: "attest, the first of three answers", peer: [179_996, "EAS attest with refUID"], floor: 29_808, must: 51_000, stretch: 45_000,
    note: "opens the sheet that keeps who answered what, so that a second round can leave them out; enrolment, budget and the limit between two members are three slots; the first time ever between two members costs 17,100 more",
  },
  { key: "attestSecond", act: "attest, the second of three" },
  {
    key: "attestAndCredit", act: "attest, the last answer: seals and credits, in a word in use", must: 66_000, stretch: 58_000,
    note: "takes the evidence digest (a new slot, so that nothing counts twice), credits the member, corrects the project's sum; three events",
  },
  { key: "attestAndCreditNewWord", act: "the same, in a new word of four epochs, the project's first of the epoch", must: 83_000, stretch: 75_000, note: "also opens the epoch's book, with budget and stop" },
  { key: "recordAndThreeAttestations", act: "a record and its three attestations", peer: [740_248, "EAS"], must: 228_000, stretch: 205_000 },
  { key: "attestMany20", act: "attestMany of 20, each", peer: [165_600, "EAS multiAttest"], must: 17_000, stretch: 12_500, note: "each opens the sheet of another record" },
  { key: "enrol", act: "enrol as an attester" },
  { key: "withdraw", act: "withdraw a record" },
  { key: "challenge", act: "challenge" },
  { key: "answer", act: "answer a second round, first of its word" },
  { key: "postRoot", act: "post a root, any number of leaves", peer: [30_353, "1inch, a bare root"], floor: 27_070, must: 68_000, stretch: 62_000, note: "a claim that is attested and can be challenged: claim, root and sum are three slots; the data's digest and address are in the log" },
  { key: "drawLeaf10k", act: "draw a leaf of 10,000", peer: [57_225, "1inch cumulative"], must: 60_000, stretch: 54_000, note: "14 sums beside 14 hashes, the binding of the person to a member, and a new word of the bitmap; the first of 256 neighbours" },
  { key: "drawLeaf10kNew", act: "the same, a holder's first in the project", must: 78_000, stretch: 70_000 },
  { key: "closeEpoch", act: "close an epoch", must: 69_000, stretch: 58_000 },
  { key: "drawLot1", act: "draw one lot, an existing holding", must: 44_000, stretch: 40_000, note: "four epochs share a word" },
  { key: "drawLot4", act: "draw four lots at once, an existing holding", must: 54_000, stretch: 48_000, note: "a call, a check and an event each" },
  { key: "openAndFund", act: "order, the first of an offer, out of a purse", note: "puts the offer on record with both signatures: its slot, and its terms in the log" },
  {
    key: "fundOrder", act: "order, out of a purse", peer: [153_845, "Kleros, an escrowed order"], floor: 72_788, must: 91_000, stretch: 84_000,
    note: "beyond the prototype, each a cold slot or two: the seller's signature and key in force, whether he took all back, what the charter of today says of sales, whether the token is still listed, and a purse by member; a key that was replaced sells nothing",
  },
  { key: "shipOrder", act: "ship" },
  {
    key: "acceptOrder", act: "accept: a cost, a rebate, and a surplus that arrives", peer: [98_341, "Seaport fill"], floor: 31_833, must: 74_000, stretch: 69_000,
    note: "two purses, the project's arrivals and the commons', one slot each; all terms come back as data (6,500) and every part is in the log",
  },
  { key: "surplusIn", act: "divide an epoch's surplus over any number of holders", peer: [76_042, "StakingRewards notify"], floor: 46_682, must: 68_000, stretch: 61_000 },
  { key: "drawDividendAsCredit", act: "draw a dividend into one's purse", floor: 29_545, must: 43_000, stretch: 38_000 },
  {
    key: "drawDividend", act: "draw a dividend, ERC-20 paid out", peer: [50_434, "MerkleDistributor, ten holders"], floor: 43_901, must: 58_000, stretch: 53_500,
    note: "whose key it is (two slots), what is held of the token in all, and the balance before and after, so that a token that takes more than asked is refused",
  },
  { key: "drawDividendOneLot", act: "the same, with one lot more, in a word of four epochs in use", must: 84_000, stretch: 76_000, note: "how much of the lot is counted is kept, since a leaf drawn later makes it grow" },
  { key: "drawDividendFourLots", act: "the same, with four lots more, a new word", must: 106_000, stretch: 92_000, note: "likewise; the word is a new slot" },
  {
    key: "propose", act: "propose, one action, 516 bytes of calldata", peer: [68_820, "OpenZeppelin with its timelock"], floor: 52_157, must: 92_000, stretch: 86_000,
    note: "beyond the peer: what the proposal needs is kept with it (a slot, which the second vote has saved again), the proposals a member has open (a slot), who may propose, five numbers of the epoch, and what it needs in the log",
  },
  { key: "voteFirst", act: "vote, the first on a proposal", peer: [83_255, "OpenZeppelin"], floor: 51_789, must: 80_000, stretch: 74_000 },
  { key: "voteNewWord", act: "vote, the first of 128 neighbours", must: 64_000, stretch: 60_000 },
  {
    key: "voteLater", act: "vote, later", peer: [66_155, "OpenZeppelin"], floor: 34_689, must: 46_500, stretch: 43_000,
    note: "four slots: the proposal, its tally, a word of ballots, the member's seat; OpenZeppelin's checks and its event stay as they are",
  },
  { key: "voteBySig", act: "vote by signature", peer: [80_666, "OpenZeppelin"], floor: 42_033, must: 58_000, stretch: 52_000, note: "the same; no nonce" },
  { key: "ballotBundle1", act: "carry one ballot in a bundle" },
  { key: "ballotBundle10", act: "carry ten ballots, each", peer: [80_666, "OpenZeppelin, one by one"], must: 15_500, stretch: 13_500, note: "the same as a hundred" },
  {
    key: "ballotBundle100", act: "carry a hundred ballots, each", peer: [80_666, "OpenZeppelin, one by one"], floor: 10_785, must: 11_500, stretch: 9_800,
    note: "2,405 of it the event that any reader of OpenZeppelin's votes knows, one a ballot; and what cannot be counted is skipped and told",
  },
  { key: "queueAndExecute", act: "queue and execute", peer: [268_685, "OpenZeppelin with its timelock"], must: 268_685, stretch: 250_000 },
  { key: "decision", act: "a whole decision: propose, three votes, queue, execute", peer: [553_070, "OpenZeppelin with its timelock"], floor: 232_113, must: 553_070, stretch: 500_000 },
  { key: "draftStatement", act: "draft a statement", note: "its terms are kept as a hash; the whole charter is in the log" },
  { key: "submitStatement", act: "submit a statement", note: "pays for the sheet of its reviews (two slots) and for a copy of who wrote it, so that each reviewer pays less" },
  { key: "reviewFirst", act: "review, the first of a submission", peer: [245_170, "EAS attest, 64 bytes"], must: 82_000, stretch: 77_000, note: "from fifty seated on it is asked who vouched for whom: 5,000 of it; here two hundred are seated" },
  { key: "reviewNewWord", act: "review, the first of ten neighbours", must: 64_000, stretch: 60_000, note: "who may review is asked of the members and of the authors; the comment's digest is in the log" },
  { key: "reviewSameWord", act: "review, a neighbour reviewed before", must: 46_000, stretch: 43_000, note: "the same" },
  { key: "reviewRevised", act: "revise a review", must: 48_000, stretch: 44_000, note: "the same" },
];
