import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keccak256, sha256, toUtf8Bytes } from "ethers";
import { expect } from "chai";
import { network } from "hardhat";
import { readAgreement } from "../../../scripts/deploy/agreement.ts";
import { checkDeployment } from "../../../scripts/deploy/check.ts";
import { runConsent } from "../../../scripts/deploy/consent.ts";
import { FileRefused, readFoundersFile } from "../../../scripts/deploy/foundersFile.ts";
import { deployFromFile, recordFile } from "../../../scripts/deploy/live.ts";
import { deployWords } from "../../../scripts/deploy/text.ts";
import { practiceAccount, practiceSeats } from "../../../scripts/seed/people.ts";
import { failureOf } from "../../support/failure.ts";

const words = deployWords.en;
const charter = { statement: "statement.md" };
const example = readFileSync(join(import.meta.dirname, "../../../scripts/deploy/statement.example.md"), "utf8");
/** The example's statement, with some entries of its head otherwise. */
const statementWith = (changes: Record<string, string>): string =>
  Object.entries({ budget: "100", stewards: "2", ...changes }).reduce((text, [key, value]) => text.replace(new RegExp(`^${key}: .*$`, "m"), `${key}: ${value}`), example);

describe("A founders file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gongsheng-founders-"));
    file = join(folder, "founders.json");
    writeFileSync(join(folder, "founding.md"), "We found this together.\n");
    writeStatement({});
  });
  const writeStatement = (changes: Record<string, string>): void => writeFileSync(join(folder, "statement.md"), statementWith(changes));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function content() {
    const founders = practiceSeats()
      .slice(0, 3)
      .map(({ address, name }) => ({ key: address, profile: { ...name }, consent: null as string | null }));
    return { name: "试社 Trial", chainId: 31337, deployer: practiceAccount(0).address, nonce: 0, founding: "founding.md", founders, charters: [charter] };
  }
  const write = (given: unknown): void => writeFileSync(file, JSON.stringify(given, null, 2));
  const said: string[] = [];
  const consent = (...args: string[]) => {
    said.length = 0;
    return runConsent([file, ...args.filter((arg) => !arg.startsWith("key:"))], () => args.find((arg) => arg.startsWith("key:"))?.slice(4) ?? "", (line) => said.push(line), words);
  };
  const faultsOf = (given: unknown): string => {
    write(given);
    const before = readFileSync(file, "utf8");
    try {
      readFoundersFile(file, words);
    } catch (error) {
      expect(error).to.be.instanceOf(FileRefused);
      expect(readFileSync(file, "utf8")).to.equal(before);
      return (error as Error).message;
    }
    return "";
  };

  it("is signed by each founder in turn, and then deployed from", async () => {
    write(content());
    expect(await consent()).to.equal(1);
    expect(said[0]).to.contain("founder 1").and.to.contain("has not signed");
    for (const { privateKey, member } of practiceSeats().slice(0, 3)) {
      expect(await consent("--sign", `key:${privateKey}\n`)).to.equal(0);
      expect(said[0]).to.contain(`The consent of founder ${member} stands in`);
    }
    expect(await consent()).to.equal(0);
    const { ethers } = await network.create();
    const steps: string[] = [];
    const record = await deployFromFile(file, (await ethers.getSigners())[0]!, folder, (line) => steps.push(line), words);
    expect(record.practice).to.equal(false);
    expect(JSON.parse(readFileSync(recordFile(31337, folder), "utf8"))).to.deep.equal(record);
    expect(steps[0]).to.equal("1/14 timelock …");
    // Anyone can hold the agreement against the chain: its digest is what the registry has.
    const registry = await ethers.getContractAt("MemberRegistry", record.contracts.memberRegistry);
    const agreement = readFileSync(join(folder, "31337.founding.json"));
    expect(await registry.founding()).to.equal(keccak256(agreement));
    expect(JSON.parse(agreement.toString()).charters[0].budget).to.equal("100000000");
    // And its charters, to the last character of the statement.
    const agreed = readAgreement(join(folder, "31337.founding.json"));
    expect(agreed.charters[0]!.statement).to.equal(sha256(toUtf8Bytes(statementWith({}))));
    await checkDeployment(ethers.provider, record, agreed);
    const other = { ...agreed, charters: [{ ...agreed.charters[0]!, budget: 100_000_001n }] };
    expect((await failureOf(checkDeployment(ethers.provider, record, other))).message).to.contain("The charter of project 0: the chain has").and.to.contain("100000001");
    const again = await failureOf(deployFromFile(file, (await ethers.getSigners())[0]!, folder, () => undefined, words));
    expect(again.message).to.contain("exists already").and.to.contain("Nothing was sent.");
  });

  it("takes a signature that was made in a wallet, and no other", async () => {
    write(content());
    const { founding } = readFoundersFile(file, words);
    const { signConsent } = await import("../../../scripts/deploy/founding.ts");
    const signature = await signConsent(founding, practiceAccount(2) as never);
    expect(await consent("--add", signature)).to.equal(0);
    expect(said[0]).to.contain("founder 2");
    expect(await consent("--add", `0x${"12".repeat(65)}`)).to.equal(2);
    expect(said[0]).to.contain("no signature of a founder");
    expect(await consent("--sign", `key:${practiceAccount(9).privateKey}`)).to.equal(2);
    expect(said[0]).to.contain("is no founder in this file");
    expect(await consent("--sign", "key:hello")).to.equal(2);
    expect(said[0]).to.contain("no private key");
  });

  it("shows a consent that was given to something else", async () => {
    write(content());
    await consent("--sign", `key:${practiceAccount(1).privateKey}`);
    const changed = JSON.parse(readFileSync(file, "utf8"));
    const [first] = changed.founders;
    const others = [
      { nonce: 5 }, { chainId: 5 }, { name: "other" }, { charters: [{ ...charter, uri: "https://coop.example/statement.md" }] },
      { founders: [first, { ...changed.founders[1], profile: { zh: "别人", en: "Other" } }, changed.founders[2]] },
    ];
    for (const other of others) {
      write({ ...changed, ...other });
      expect(await consent()).to.equal(1);
      expect(said[0], JSON.stringify(other)).to.contain("founder 1").and.to.contain("signed something else");
    }
    write(changed);
    for (const other of [{ budget: "101" }, { "rate.work": "10.5" }, { "summary.en": "Something else." }] as Record<string, string>[]) {
      writeStatement(other);
      await consent();
      expect(said[0], JSON.stringify(other)).to.contain("signed something else");
    }
    writeStatement({});
    await consent();
    expect(said[0]).to.contain("has signed");
    writeFileSync(join(folder, "founding.md"), "We found something else.\n");
    await consent();
    expect(said[0]).to.contain("signed something else");
  });

  it("is refused before anything is sent when a consent is missing, or chain or key are others", async () => {
    write(content());
    const { ethers } = await network.create();
    const [deployer, stranger] = await ethers.getSigners();
    const tried = (signer = deployer) => failureOf(deployFromFile(file, signer!, folder, () => undefined, words));
    expect((await tried()).message).to.contain("Founder 1").and.to.contain("Nothing was sent");
    expect((await tried(stranger)).message).to.contain("the founders signed for");
    write({ ...content(), chainId: 5 });
    expect((await tried()).message).to.contain("This network is chain 31337");
    expect(await ethers.provider.getBlockNumber()).to.equal(0);
  });

  it("names the line where it is no JSON, and says when it cannot be read", () => {
    writeFileSync(file, '{\n  "name": "x",\n  "chainId": ,\n}\n');
    expect(() => readFoundersFile(file, words)).to.throw(FileRefused, /founders\.json:3: not JSON/);
    for (const [text, line] of [["", 1], ["{\n\n", 3], ['{"a":[1,2,],\n"b":1}', 1], ['{"a":"x\n"}', 1], ['{"a":{}}\n\n}', 3], ['[\n01]', 2]] as const) {
      writeFileSync(file, text);
      expect(() => readFoundersFile(file, words), text).to.throw(FileRefused, `founders.json:${line}: not JSON`);
    }
    expect(() => readFoundersFile(join(folder, "none.json"), words)).to.throw(FileRefused, /cannot be read: ENOENT/);
  });

  it("names every field that is wrong, all at once", () => {
    const { name: _, ...rest } = content();
    const founders = [{ key: "0x12", profile: { zh: "甲" }, consent: "no" }, rest.founders[1], rest.founders[1]];
    writeStatement({ stewards: "2, 9" });
    const message = faultsOf({ ...rest, chainId: 0, deployer: 7, nonce: -1, founding: "nowhere.md", founders, charters: [{ ...charter, uri: "javascript:alert(1)", extra: 1 }, { statement: "none.md" }, {}], colour: "red" });
    for (const part of [
      "name: is missing", "chainId: should be a whole number from 1", "deployer: should be an address", "nonce: should be a whole number", "founding: the file nowhere.md cannot be read",
      "founders[0].key: should be an address", 'founders[0].profile: needs "zh" and "en"', "founders[0].consent: should be a signature", "founders: names 0x", "charters[0].statement: names member 9",
      "charters[0].uri: is no address that a page can open", "charters[0].extra: is not known here", "charters[1].statement: the file none.md cannot be read", "charters[2].statement: is missing", "colour: is not known here", "Nothing was changed and nothing was sent.",
    ]) expect(message).to.contain(part);
  });

  it("is refused with two founders, with no charter, and with amounts out of bounds", () => {
    const given = content();
    expect(faultsOf({ ...given, founders: given.founders.slice(1) })).to.contain("founders: should hold 3 to 100 entries");
    expect(faultsOf({ ...given, charters: [] })).to.contain("charters: should hold 1 to 20");
    writeStatement({ budget: "0", "rate.work": "1099512", minSurplus: "4" });
    const message = faultsOf(given);
    expect(message).to.match(/charters\[0\]\.statement: statement\.md: Line 12: .*281474976\.710655/).and.to.match(/Line 13: .*1099511\.627775/).and.to.match(/Line 21: .*from 5 to 50/);
    writeStatement({ "differs": "none\namends: 1" });
    expect(faultsOf(given)).to.contain("statement.md would amend a project");
    writeFileSync(join(folder, "statement.md"), "no head\n");
    expect(faultsOf(given)).to.contain("statement.md: Line 1: ");
    writeStatement({});
    expect(faultsOf({ ...given, deployer: `0x${"0".repeat(40)}` })).to.contain("deployer: may not be the zero address");
    expect(faultsOf([])).to.contain("should be an object");
  });

  it("has an example that is in order, but for the keys and signatures that nobody can give", () => {
    const { charters, founders, name } = readFoundersFile(join(import.meta.dirname, "../../../scripts/deploy/founders.example.json"), words);
    expect([name, founders.length, charters.length, charters[0]!.budget]).to.deep.equal(["示例合作社 Example Co-op", 3, 1, 2_400_000_000n]);
    expect(founders.every(({ consent }) => consent === null)).to.equal(true);
  });

  it("says the same in Chinese", () => {
    write({ ...content(), chainId: 0 });
    expect(() => readFoundersFile(file, deployWords.zh)).to.throw(FileRefused, /chainId：?:? ?应为1到/);
  });
});
