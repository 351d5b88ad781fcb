import { expect } from "chai";
import { AbiCoder, concat, id as hashOf, keccak256, TypedDataEncoder } from "ethers";
import { type Address, getAddress, type Hex } from "viem";
import { ballotDigest } from "#client/governance/ballot.ts";
import { supports } from "#client/governance/types.ts";
import { digestOf, signable, type SignedTerms, type SignedType, type SigningPlace, typeText } from "#client/people/signing.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { placeOf } from "../../support/signing.ts";

const VALUES = Number(process.env.GONGSHENG_DIGESTS ?? 1_000);

async function threeMembers() {
  return found({ members: 3 });
}

const random = new Random(specSeed);
const number = (bits: number): number => (random.part() < 0.1 ? 2 ** bits - 1 : Number(random.big(1n << BigInt(bits))));
const address = (): Address => getAddress(`0x${random.hash().slice(2, 42)}`);
const bytes = (): Hex => `0x${Array.from({ length: random.whole(0, 6) }, () => random.hash().slice(2)).join("").slice(0, 2 * random.whole(0, 190))}`;
const words = (): string => random.some(["", "林小满", "data:,a", "é", "👨‍👩", "\u0000", " ", "\u202E", "“”", "x".repeat(99)], random.whole(0, 6)).join("");

/** Random values of each type that people sign. */
const makers: { readonly [T in SignedType]: () => SignedTerms[T] } = {
  Act: () => ({ member: number(32), keyEpoch: number(16), to: address(), data: bytes(), nonce: random.big(1n << 256n), notBefore: number(40), notAfter: number(40) }),
  Application: () => ({ applicant: address(), profileDigest: random.hash(), profileUri: words(), expires: number(40) }),
  Vouch: () => ({ applicant: address(), joinCount: number(32), sponsor: number(32), keyEpoch: number(16), expires: number(40) }),
  KeyConsent: () => ({ member: number(32), keyEpoch: number(16), newKey: address(), expires: number(40) }),
  GuardianConsent: () => ({ member: number(32), guardian: address(), expires: number(40) }),
  RecoveryConsent: () => ({ member: number(32), opening: number(32), newKey: address(), expires: number(40) }),
  RecoveryApproval: () => ({ member: number(32), opening: number(32), newKey: address(), expires: number(40), signer: address() }),
  RecoveryCancel: () => ({ member: number(32), opening: number(32), expires: number(40), signer: address() }),
};

/** The constant of a type's name in the contract that checks it. */
const constants: { readonly [T in SignedType]: string } = {
  Act: "ACT", Application: "APPLICATION", Vouch: "VOUCH", KeyConsent: "KEY_CONSENT", GuardianConsent: "GUARDIAN_CONSENT",
  RecoveryConsent: "RECOVERY_CONSENT", RecoveryApproval: "RECOVERY_APPROVAL", RecoveryCancel: "RECOVERY_CANCEL",
};
const types = Object.keys(makers) as SignedType[];

type Coop = Awaited<ReturnType<typeof threeMembers>>;
const checker = ({ relay, members, guardians }: Coop, type: SignedType) => (type === "Act" ? relay : ["Application", "Vouch", "KeyConsent"].includes(type) ? members : guardians) as typeof relay;

/** What the contract computes, from its own constants and the domain that it tells, by the letter of EIP-712. */
async function byTheLetter(coop: Coop, type: SignedType, terms: object): Promise<string> {
  const contract = checker(coop, type) as unknown as Record<string, () => Promise<string>> & typeof coop.relay;
  const { name, version, chainId, verifyingContract } = await contract.eip712Domain();
  const domain = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes32", "bytes32", "uint256", "address"], [hashOf("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"), hashOf(name), hashOf(version), chainId, verifyingContract]));
  const fields = /\((.*)\)/.exec(typeText(type))![1]!.split(",").map((field) => field.split(" ") as [string, string]);
  const values = fields.map(([kind, field]) => {
    const value = (terms as Record<string, unknown>)[field];
    return kind === "string" ? hashOf(value as string) : kind === "bytes" ? keccak256(value as string) : value;
  });
  const kinds = fields.map(([kind]) => (kind === "string" || kind === "bytes" ? "bytes32" : kind));
  return keccak256(concat(["0x1901", domain, keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", ...kinds], [await contract[constants[type]]!(), ...values]))]));
}

function byEthers(type: SignedType, terms: object, place: SigningPlace): string {
  const { domain, types: fields, message } = signable(type, terms as never, place) as unknown as { domain: object; types: never; message: never };
  return TypedDataEncoder.hash(domain, fields, message);
}

describe("What people sign", () => {
  it("is, type by type, what the contract's constant names", async () => {
    const coop = await load(threeMembers);
    for (const type of types) expect(await (checker(coop, type) as unknown as Record<string, () => Promise<string>>)[constants[type]]!(), type).to.equal(hashOf(typeText(type)));
  });

  for (const type of types)
    it(`has one digest by the contract's constants, by viem and by ethers, over ${VALUES} random values: ${type}`, async function () {
      this.timeout(300_000);
      const coop = await load(threeMembers);
      const place = placeOf(coop);
      for (let value = 0; value < VALUES; value++) {
        const terms = makers[type]();
        const digest = digestOf(type, terms as never, place);
        expect(byEthers(type, terms, place), JSON.stringify(terms, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one))).to.equal(digest);
        if (value % 4 === 0) expect(await byTheLetter(coop, type, terms)).to.equal(digest);
      }
    });

  it("of acts and vouches has the digest that the contracts themselves give", async function () {
    this.timeout(300_000);
    const coop = await load(threeMembers);
    const place = placeOf(coop);
    for (let value = 0; value < VALUES; value++) {
      const act = makers.Act();
      expect(await coop.relay.actDigest(act)).to.equal(digestOf("Act", act, place));
      const vouch = makers.Vouch();
      expect(await coop.members.vouchDigest(vouch.applicant, vouch.joinCount, vouch.sponsor, vouch.keyEpoch, vouch.expires)).to.equal(digestOf("Vouch", vouch, place));
    }
  });

  it("of ballots has the digest that the governor gives", async function () {
    this.timeout(120_000);
    const coop = await load(threeMembers);
    for (let value = 0; value < VALUES / 4; value++) {
      const ballot = { proposalId: random.big(1n << 256n) as never, support: random.one(supports), member: number(32) as never, keyEpoch: number(16) };
      expect(await coop.governor.ballotDigest(ballot.proposalId, supports.indexOf(ballot.support), ballot.member, ballot.keyEpoch)).to.equal(ballotDigest(ballot, placeOf(coop)));
    }
  });

  it("names another digest for another chain, another contract, and every other value", async () => {
    const coop = await load(threeMembers);
    const place = placeOf(coop);
    for (const type of types) {
      const terms = makers[type]() as unknown as Record<string, unknown>;
      const digest = digestOf(type, terms as never, place);
      const elsewhere = Object.fromEntries(Object.keys(place.contracts).map((name) => [name, address()])) as unknown as SigningPlace["contracts"];
      const others = [digestOf(type, terms as never, { ...place, chainId: 1 }), digestOf(type, terms as never, { ...place, contracts: elsewhere })];
      for (const field of Object.keys(terms)) {
        const value = terms[field];
        const other = typeof value === "bigint" ? value ^ 1n : typeof value === "number" ? value ^ 1 : field === "profileUri" ? `${String(value)}x` : field === "data" ? `${String(value)}00` : field === "profileDigest" ? random.hash() : address();
        others.push(digestOf(type, { ...terms, [field]: typeof value === "number" ? Math.abs(other as number) : other } as never, place));
      }
      expect(new Set([digest, ...others]).size, type).to.equal(others.length + 1);
    }
  });
});
