import { expect } from "chai";
import { Signature, TypedDataEncoder, Wallet } from "ethers";
import { type Hex, hexToBigInt } from "viem";
import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import { ballotDigest, longSignature, type MemberBallot, shortSignature, signable, signerOfBallot } from "#client/governance/ballot.ts";
import { supports } from "#client/governance/types.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { World } from "../../support/client/world.ts";

const BALLOTS = 1_000;

async function threeMembers() {
  return found({ members: 3 });
}

describe("A ballot off-net is the same to the contract, to viem and to ethers", () => {
  const random = new Random(specSeed + 5);
  const any = (): MemberBallot => ({
    proposalId: hexToBigInt(random.hash()) as ProposalId,
    support: random.one(supports),
    member: random.one([1, 127, 128, 2 ** 32 - 1, random.whole(1, 2 ** 32 - 1)]) as MemberId,
    keyEpoch: random.one([0, 1, 2 ** 16 - 1, random.whole(0, 2 ** 16 - 1)]),
  });

  it(`in the digest of ${BALLOTS} random ballots`, async function () {
    this.timeout(120_000);
    const { governor, record } = await load(threeMembers);
    const { deployment } = new World(record);
    for (let count = 0; count < BALLOTS; count += 50) {
      const ballots = Array.from({ length: 50 }, any);
      const theirs = await Promise.all(ballots.map(({ proposalId, support, member, keyEpoch }) => governor.ballotDigest(proposalId, supports.indexOf(support), member, keyEpoch)));
      ballots.forEach((ballot, place) => {
        const mine = ballotDigest(ballot, deployment);
        expect(mine).to.equal(theirs[place]);
        const { domain, types, message } = signable(ballot, deployment);
        expect(mine).to.equal(TypedDataEncoder.hash(domain, types as never, message));
      });
    }
  });

  it("in its signature, of 64 bytes or 65, whoever writes it", async () => {
    const { record } = await load(threeMembers);
    const { deployment } = new World(record);
    for (let count = 0; count < 60; count++) {
      const wallet = new Wallet(random.hash());
      const ballot = any();
      const { domain, types, message } = signable(ballot, deployment);
      const signature = (await wallet.signTypedData(domain, types as never, message)) as Hex;
      const { r, vs } = shortSignature(signature);
      const { compactSerialized } = Signature.from(signature);
      expect(`${r}${vs.slice(2)}`).to.equal(compactSerialized);
      expect(longSignature(compactSerialized as Hex)).to.equal(signature);
      expect(shortSignature(compactSerialized as Hex)).to.deep.equal({ r, vs });
      // Some wallets write 0 and 1 where others write 27 and 28.
      expect(longSignature(`${signature.slice(0, 130)}${signature.endsWith("1b") ? "00" : "01"}` as Hex)).to.equal(signature);
      for (const written of [signature, compactSerialized as Hex]) expect(await signerOfBallot({ ...ballot, signature: written }, deployment)).to.equal(wallet.address);
    }
  });
});
