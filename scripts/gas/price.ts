// Measures buying, selling and drawing dividends, among few and among a hundred thousand holders of shares.
import { ContractFactory, id, MaxUint256, toBeHex, type Contract, ZeroAddress, zeroPadValue } from "ethers";
import { signableOffer } from "#client/price/digest.ts";
import { offerFrom } from "#client/price/terms.ts";
import { readArtifactOf } from "../deploy/artifact.ts";
import { work } from "./flatWork.ts";
import { DAY, EPOCH, type Place, settle } from "./place.ts";

const PROJECT = 1;
const COIN = 1_000_000n;
/** Who does what: a steward sells, one buys, one is paid for a cost, two attest, and one more enrols. */
const [SELLER, BUYER, CARRIER, ATTESTERS] = [1, 6, 7, [4, 5]] as const;
/** Lots that the holder has, one an epoch. */
const LOTS = 9;

const holderOf = (member: number): string => zeroPadValue(toBeHex(member), 20);

/** A market whose seller, buyer and beneficiary dealt before, and one holder of shares. */
export class Stall {
  readonly place: Place;
  readonly token: Contract;
  readonly address: string;
  private salt = 0n;

  private constructor(place: Place, token: Contract, address: string) {
    this.place = place;
    this.token = token;
    this.address = address;
  }

  /** Opens it: a token that a vote listed, and full purses. */
  static async open(place: Place): Promise<Stall> {
    const { abi, bytecode } = readArtifactOf("practice", "PracticeToken");
    const token = (await new ContractFactory(abi, bytecode, place.wallet(SELLER)).deploy()) as Contract;
    const address = await token.getAddress();
    const { timelock, surplusPool } = place.record.contracts;
    const data = place.as(SELLER, "surplusPool").interface.encodeFunctionData("list", [address, true]);
    await place.provider.request({ method: "hardhat_impersonateAccount", params: [timelock] });
    await place.provider.request({ method: "hardhat_setBalance", params: [timelock, toBeHex(10n ** 20n)] });
    await place.provider.request({
      method: "eth_sendTransaction",
      params: [{ from: timelock, to: surplusPool, data }],
    });
    for (const member of [BUYER]) {
      const own = token.connect(place.wallet(member)) as Contract;
      await place.cost(own.getFunction("mint")(place.wallet(member).address, 1_000_000n * COIN));
      await place.cost(own.getFunction("approve")(surplusPool, MaxUint256));
      await place.cost(place.as(member, "surplusPool").getFunction("deposit")(address, 900_000n * COIN));
    }
    return new Stall(place, token, address);
  }

  /** An offer with one cost line, and both signatures. */
  async offer(): Promise<{ offer: Record<string, unknown>; signatures: string[] }> {
    const { place } = this;
    const now = Number(
      (
        (await place.provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as {
          timestamp: string;
        }
      ).timestamp,
    );
    const costs = [{ to: holderOf(CARRIER), keyEpoch: 0, flow: 2, amount: 40n * COIN }];
    const offer = {
      project: PROJECT,
      seller: SELLER,
      keyEpoch: 0,
      token: this.address,
      flow: 0,
      schema: id("schema"),
      item: id("item"),
      price: 100n * COIN,
      costs,
      quantity: 1000n,
      closes: now + 20 * DAY,
      window: 7 * DAY,
      arbiter: ZeroAddress,
      target: 0n,
      most: 0n,
      round: 0,
      salt: (this.salt += 1n),
    };
    const { domain, types, message } = signableOffer(offerFrom(offer as never), place.record as never) as never as { domain: object; types: Record<string, { name: string; type: string }[]>; message: object };
    return { offer, signatures: await Promise.all([SELLER, CARRIER].map((member) => place.wallet(member).signTypedData(domain, types, message))) };
  }

  /** Orders one unit, ships and accepts; gives what funding, shipping and accepting cost. */
  async sell(
    { offer, signatures }: { offer: Record<string, unknown>; signatures: string[] },
    at: number,
  ): Promise<{ fund: bigint; ship: bigint; accept: bigint }> {
    const { place } = this;
    const order = { offer, buyer: holderOf(BUYER), quantity: 1n, place: at };
    const given = at === 0 ? signatures : signatures.slice(0, 1);
    const fund = await place.cost(
      place.as(BUYER, "market").getFunction("fund")(offer, given, at === 0 ? "data:," : "", 1n),
    );
    const ship = await place.cost(place.as(SELLER, "market").getFunction("ship")(order));
    return { fund, ship, accept: await place.cost(place.as(BUYER, "market").getFunction("accept")(order)) };
  }

  /** Two orders in this epoch, the second of which is measured. */
  async trade(): Promise<{ open: bigint; fund: bigint; ship: bigint; accept: bigint }> {
    const offer = await this.offer();
    const { fund: open } = await this.sell(offer, 0);
    return { open, ...(await this.sell(offer, 1)) };
  }

  divide = (): Promise<bigint> =>
    this.place.cost(this.place.as(BUYER, "surplusPool").getFunction("divide")(PROJECT, this.address, 8n));
  draw = (member: number, epochs: readonly number[]): Promise<bigint> =>
    this.place.cost(
      this.place.as(BUYER, "surplusPool").getFunction("draw")([
        { project: PROJECT, token: this.address, member, epochs },
      ]),
    );
  drawOut = (member: number, epochs: readonly number[]): Promise<bigint> =>
    this.place.cost(
      this.place.as(member, "surplusPool").getFunction("drawOut")(
        PROJECT,
        this.address,
        epochs,
        this.place.wallet(member).address,
      ),
    );
}

/** Two members work for nine epochs, and draw every lot. Gives the first of those epochs. */
export async function holdShares(place: Place, holders: readonly number[]): Promise<number> {
  for (const member of [...ATTESTERS, BUYER, CARRIER])
    await place.cost(place.as(member, "contributionLedger").getFunction("enrol")(PROJECT));
  const first = Number(await place.as(BUYER, "parameters").getFunction("currentEpoch")());
  for (let epoch = 0; epoch < LOTS; epoch++) {
    for (const holder of holders) await work(place, holder, ATTESTERS, `lot ${epoch} of ${holder}`);
    await place.wait(EPOCH);
  }
  await place.wait(2 * EPOCH);
  await place.cost(place.as(BUYER, "shareLedger").getFunction("close")(PROJECT, 50n));
  const epochs = Array.from({ length: LOTS }, (_, epoch) => first + epoch);
  for (const holder of holders)
    await place.cost(place.as(BUYER, "shareLedger").getFunction("draw")(PROJECT, holder, epochs));
  return first;
}

/** Gas by act, of a cooperative of `total` seated. `holder`: one who holds shares; `other`: another. */
export async function measurePrice(
  total = 20,
  [holder, other]: readonly [number, number] = [9, 10],
): Promise<Record<string, bigint>> {
  const place = await settle(total, [4, 5, 6, 7, holder, other], { steps: false });
  const first = await holdShares(place, [holder, other]);
  const stall = await Stall.open(place);
  const lots = (from: number, count: number): number[] =>
    Array.from({ length: count }, (_, place_) => first + from + place_);
  const season = async (): Promise<{ open: bigint; fund: bigint; ship: bigint; accept: bigint; divide: bigint }> => {
    const traded = await stall.trade();
    await place.wait(2 * EPOCH);
    return { ...traded, divide: await stall.divide() };
  };
  await season();
  await stall.drawOut(holder, lots(0, 1));
  await stall.draw(other, lots(0, 1));
  const { open, fund, ship, accept, divide } = await season();
  const drawDividendAsCredit = await stall.draw(other, []);
  const drawDividend = await stall.drawOut(holder, []);
  await season();
  const drawDividendOneLot = await stall.drawOut(holder, lots(1, 1));
  await season();
  return {
    openAndFund: open,
    fundOrder: fund,
    shipOrder: ship,
    acceptOrder: accept,
    surplusIn: divide,
    drawDividendAsCredit,
    drawDividend,
    drawDividendOneLot,
    drawDividendFourLots: await stall.drawOut(holder, lots(3, 4)),
  };
}

/** So many are seated; one of the last to have joined holds the shares. */
export const HOLDERS = [10, 1_000, 100_000] as const;

/** Gas by act, in the order of `HOLDERS`. */
export async function measureHolders(): Promise<Record<string, bigint[]>> {
  const rows: Record<string, bigint[]> = {};
  for (const size of HOLDERS) {
    for (const [act, used] of Object.entries(await measurePrice(size, [size - 1, size]))) (rows[act] ??= []).push(used);
  }
  return rows;
}
