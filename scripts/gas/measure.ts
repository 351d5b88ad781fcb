// Measures what acts cost: gasUsed of receipts, each act in a transaction and a block of its own, so that storage is cold.
import { Contract, type ContractTransactionReceipt, type ContractTransactionResponse, type HDNodeWallet, id, Wallet, toUtf8Bytes, keccak256, ZeroHash } from "ethers";
import { network } from "hardhat";
import { buildSumTree } from "#client/work/sumTree.ts";
import { identityOf } from "#client/work/leaf.ts";
import { readArtifact } from "../deploy/artifact.ts";
import { deploy } from "../deploy/deploy.ts";
import { predictAddresses, signConsent, type Charter } from "../deploy/founding.ts";
import type { StepName } from "../deploy/record.ts";

const DAY = 86_400;
const EPOCH = 28 * DAY;
/** Twenty attest, so that the limit between pairs is paid for too: a cooperative as it will mostly be. */
const MEMBERS = 20;
const UNIT = 1_000_000n;
const BUDGET = 100_000n * UNIT;
const LEAVES = 10_000;

/** Measures every act. Returns gas by key, in the order measured. */
export async function measure(): Promise<Record<string, bigint>> {
  const { ethers, networkHelpers } = await network.create();
  const [deployer, ...funders] = await ethers.getSigners();
  const members: HDNodeWallet[] = [];
  for (let i = 0; i < MEMBERS; i++) {
    const member = Wallet.fromPhrase("test test test test test test test test test test test junk", ethers.provider as never).deriveChild(1_000 + i);
    await funders[i % funders.length]!.sendTransaction({ to: member.address, value: 10n ** 20n });
    members.push(member.connect(ethers.provider as never));
  }
  const founding = id("The gas cooperative");
  const nonce = await deployer!.getNonce();
  const agreed = {
    chainId: Number((await ethers.provider.getNetwork()).chainId), registry: predictAddresses(await deployer!.getAddress(), nonce).memberRegistry,
    keys: members.map(({ address }) => address), founding,
  };
  const charter: Charter = { statement: id("terms"), uri: "", industry: 1, budget: BUDGET, rates: [UNIT, UNIT, UNIT, UNIT], minSurplus: 5, salesCap: 1n, stewards: [1, 2] };
  const founders = await Promise.all(members.map(async (member) => ({ key: member.address, profileDigest: ZeroHash, profileUri: "", consent: await signConsent(agreed, member) })));
  const record = await deploy({ deployer: deployer as never, name: "Gas", practice: true, founders, founding, charters: [charter, charter] });

  const contract = (name: StepName, member: number): Contract => new Contract(record.contracts[name], readArtifact(name).abi, members[member - 1]!);
  const ledger = (member: number): Contract => contract("contributionLedger", member);
  const shares = contract("shareLedger", 1);
  const gas: Record<string, bigint> = {};
  const send = async (call: Promise<ContractTransactionResponse>): Promise<bigint> => ((await (await call).wait()) as ContractTransactionReceipt).gasUsed;
  const nextEpoch = async (): Promise<void> => void (await networkHelpers.time.increase(EPOCH));

  const PROJECT = 1;
  let made = 0;
  const report = async (quantity: bigint) => ({ project: PROJECT, kind: 0, quantity, evidence: id(`evidence ${++made}`), occurredAt: await networkHelpers.time.latest(), split: [], uri: "" });
  /** Records as a member and returns evidence and gas. A quantity of 500 asks for three answers, of 50 for two. */
  const recorded = async (member: number, quantity: bigint): Promise<[string, bigint]> => {
    const given = await report(quantity);
    return [given.evidence, await send(ledger(member).getFunction("record")(given))];
  };
  const attested = (attester: number, by: number, evidence: string, quantity: bigint): Promise<bigint> => send(ledger(attester).getFunction("attest")(by, evidence, quantity));

  for (let member = 1; member <= MEMBERS; member++) {
    const used = await send(ledger(member).getFunction("enrol")(PROJECT));
    if (member === MEMBERS) gas.enrol = used;
  }
  // Everyone attests and records before, so that what follows is nobody's first act. The first ten who enrolled attest at once,
  // the others from the next epoch on; who answers stays.
  const round = async (attesters: number): Promise<void> => {
    for (let by = 1; by <= attesters; by++) {
      const [evidence] = await recorded(by, 200n);
      for (let n = 1; n <= 3; n++) await attested(((by + n - 1) % attesters) + 1, by, evidence, 200n);
    }
  };
  await round(10);
  await nextEpoch();
  for (let epoch = 1; epoch < 4; epoch++) {
    await round(MEMBERS);
    await nextEpoch();
  }

  // A new epoch, the first of a word of four: credit of member 1 opens a word.
  const [first] = await recorded(1, 500n);
  await attested(2, 1, first, 500n);
  await attested(3, 1, first, 500n);
  gas.attestAndCreditNewWord = await attested(4, 1, first, 500n);
  for (let by = 2; by <= 12; by++) {
    const [evidence] = await recorded(by, 200n);
    for (let n = 1; n <= 3; n++) await attested(((by + n - 1) % MEMBERS) + 1, by, evidence, 200n);
  }
  // The attesters of member 1 attested for him before: the slots between them are in use, as they mostly will be.
  const [second, recordGas] = await recorded(1, 400n);
  gas.record = recordGas;
  gas.attest = await attested(2, 1, second, 400n);
  gas.attestSecond = await attested(3, 1, second, 400n);
  gas.attestAndCredit = await attested(4, 1, second, 400n);
  gas.recordAndThreeAttestations = gas.record + gas.attest + gas.attestSecond + gas.attestAndCredit;
  gas.challenge = await send(contract("challenges", 8).getFunction("challenge")(1, second));
  gas.answer = await send(contract("challenges", 9).getFunction("answer")(1, second, 10));

  const many: string[] = [];
  for (let i = 0; i < 20; i++) many.push((await recorded(16 + (i % 3), 2n))[0]);
  const makers = many.map((_, i) => 16 + (i % 3));
  gas.attestMany20 = (await send(ledger(19).getFunction("attestMany")(makers, many, many.map(() => 2n)))) / 20n;
  const [withdrawn] = await recorded(1, 1n);
  gas.withdraw = await send(ledger(1).getFunction("withdraw")(1, withdrawn));

  // A batch of ten thousand leaves, two of whose people are members 3 and 4.
  const leaves = Array.from({ length: LEAVES }, (_, i) => ({ identity: identityOf(`person ${i}`), value: UNIT + BigInt(i), recordsDigest: keccak256(toUtf8Bytes(String(i))) as `0x${string}` }));
  const tree = buildSumTree(leaves);
  gas.postRoot = await send(ledger(1).getFunction("postBatch")(PROJECT, tree.root, tree.sum, BUDGET / 4n, id("data"), "https://example.org/history.jsonl"));
  for (let attester = 2; attester <= 8; attester++) await attested(attester, 1, tree.root, 1n);
  for (const [person, member] of [[5_000, 3], [6_000, 20], [7_000, 4]] as const) {
    await send(ledger(2).getFunction("proposeBinding")(PROJECT, identityOf(`person ${person}`), member));
    const evidence = await ledger(2).getFunction("bindingEvidence")(PROJECT, identityOf(`person ${person}`), member);
    for (const attester of [9, 10, 11]) await attested(attester, 2, evidence, 1n);
  }
  const batch = await ledger(1).getFunction("idOf")(1, tree.root);

  // The epochs of the rounds are final: one lot, four lots, one close.
  await nextEpoch();
  await nextEpoch();
  await nextEpoch();
  const epoch = 4;
  await send(shares.getFunction("close")(PROJECT, 3n));
  gas.closeEpoch = await send(shares.getFunction("close")(PROJECT, 1n));
  await send(shares.getFunction("close")(PROJECT, 9n));
  await send(shares.getFunction("draw")(PROJECT, 5, [1]));
  gas.drawLot1 = await send(shares.getFunction("draw")(PROJECT, 5, [2]));
  await send(shares.getFunction("draw")(PROJECT, 6, [0]));
  gas.drawLot4 = await send(shares.getFunction("draw")(PROJECT, 6, [1, 2, 3, epoch]));
  const leafProof = (person: number) => {
    const index = tree.indexOf(identityOf(`person ${person}`));
    const leaf = tree.leaves[index]!;
    return { ...leaf, ...tree.proof(index) };
  };
  // Member 20 holds nothing yet in this epoch's word; member 3 drew there before.
  await send(shares.getFunction("draw")(PROJECT, 3, [epoch]));
  gas.drawLeaf10k = await send(shares.getFunction("drawLeaf")(batch, leafProof(5_000)));
  gas.drawLeaf10kNew = await send(shares.getFunction("drawLeaf")(batch, leafProof(6_000)));
  return gas;
}
