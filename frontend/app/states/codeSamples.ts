/** Hex digits that look like a signature's, the same every time. */
function digits(seed: number, count: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 28).toString(16);
  }).join("");
}

/** A ballot as it is carried: short enough for one code. */
export const oneBallot: string = ballots(1);

/** Six kilobytes: twenty ballots and a greeting. */
export const manyBallots: string = `${ballots(20)}\n何立夏托周白露带来，请代为送上。Carried by Zhou Bailu.`;

function ballots(count: number): string {
  const list = Array.from({ length: count }, (_, at) => ({
    proposalId: BigInt(`0x${digits(at + 77, 64)}`).toString(),
    support: "for",
    member: at + 1,
    keyEpoch: 0,
    signature: `0x${digits(at + 1, 128)}1b`,
  }));
  return JSON.stringify({ form: "gongsheng-ballots/1", chainId: 31337, governor: `0x${digits(9, 40)}`, ballots: list });
}
