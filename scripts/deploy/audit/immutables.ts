import { AbiCoder, id as hashOf, keccak256, type Provider, toBeHex, zeroPadValue } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { type Immutable, readImmutables } from "../artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../record.ts";
import { wordAt } from "./code.ts";
import type { Finding } from "./finding.ts";

const NAME = "Gongsheng";
const VERSION = "1";
const DOMAIN = hashOf("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

const ofAddress = (address: string): string => zeroPadValue(address.toLowerCase(), 32);
const ofNumber = (value: number): string => toBeHex(value, 32);

/** OpenZeppelin's short text: its bytes from the left, its length in the last byte. */
function ofShortText(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  return `0x${bytes.toString("hex").padEnd(62, "0")}${bytes.length.toString(16).padStart(2, "0")}`;
}

/** What each immutable variable must hold, by its name in the source; undefined for a name that is not known here. */
function expected({ contracts, genesis, chainId }: DeploymentRecord, step: StepName, name: string): string | undefined {
  const self = contracts[step];
  const words: Record<string, string> = {
    timelock: ofAddress(contracts.timelock),
    relay: ofAddress(contracts.relay),
    _trustedForwarder: ofAddress(contracts.relay),
    parameters: ofAddress(contracts.parameters),
    members: ofAddress(contracts.memberRegistry),
    guardians: ofAddress(contracts.guardians),
    projects: ofAddress(contracts.projectRegistry),
    reviews: ofAddress(contracts.projectReviews),
    contributions: ofAddress(contracts.contributionLedger),
    challenges: ofAddress(contracts.challenges),
    shareLedger: ofAddress(contracts.shareLedger),
    surplusPool: ofAddress(contracts.surplusPool),
    pool: ofAddress(contracts.surplusPool),
    market: ofAddress(contracts.market),
    commonsPool: ofAddress(contracts.commonsPool),
    genesis: ofNumber(genesis),
    _genesis: ofNumber(genesis),
    _name: ofShortText(NAME),
    _version: ofShortText(VERSION),
    _hashedName: hashOf(NAME),
    _hashedVersion: hashOf(VERSION),
    _cachedChainId: ofNumber(chainId),
    _cachedThis: ofAddress(self),
    _cachedDomainSeparator: keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "bytes32", "bytes32", "uint256", "address"], [DOMAIN, hashOf(NAME), hashOf(VERSION), chainId, self])),
  };
  return words[name];
}

/** Every value that a constructor fixed for ever, each compared by what it means. */
export async function findImmutableFaults(provider: Provider, record: DeploymentRecord, founding?: string): Promise<Finding> {
  const faults: Both[] = [];
  let looked = 0;
  for (const { name: step, contract } of STEPS) {
    const code = await provider.getCode(record.contracts[step]);
    for (const { name, places } of readImmutables(step)) {
      looked += 1;
      faults.push(...compare(contract, { name, places }, code, name === "founding" ? (founding ?? wordAt(code, places[0]!)) : expected(record, step, name)));
    }
  }
  return { looked, faults };
}

function compare(contract: string, { name, places }: Immutable, code: string, wanted: string | undefined): Both[] {
  if (wanted === undefined) return [tell(`${contract}里固定的${name}是什么意思，这里不知道。`, `${contract} fixes ${name}, and nobody here knows what it means.`)];
  const held = new Set(places.map((place) => wordAt(code, place)));
  return [...held].filter((word) => word !== wanted).map((word) => tell(`${contract}里固定的${name}是${word}，应当是${wanted}。`, `${contract} fixes ${name} as ${word}, and it should be ${wanted}.`));
}
