// `coop audit`: reads the chain alone and says whether anyone rules the cooperative.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { JsonRpcProvider } from "ethers";
import { type Audit, auditDeployment, auditParts } from "../deploy/audit.ts";
import { readAgreement } from "../deploy/agreement.ts";
import type { Agreed } from "../deploy/audit/founding.ts";
import type { DeploymentRecord } from "../deploy/record.ts";
import { auditWords } from "./auditText.ts";
import { EXIT } from "./exit.ts";
import { Failure } from "./failure.ts";
import type { Language } from "./language.ts";
import { chainArgs, type Cooperative, openCooperative, PRACTICE_RECORD } from "./open.ts";
import { fromWhereTheUserStands } from "./place.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = auditWords[language];
  const own = { founding: { type: "string" }, json: { type: "boolean", default: false } } as const;
  const { values } = parseArgs({ args, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.help);
    return EXIT.done;
  }
  const cooperative = await openCooperative(values, language);
  const { deployment, url } = cooperative;
  const beside = join(values.deployment === undefined ? dirname(PRACTICE_RECORD) : dirname(fromWhereTheUserStands(values.deployment)), `${deployment.chainId}.founding.json`);
  const file = values.founding === undefined ? beside : fromWhereTheUserStands(values.founding);
  const agreed = values.founding === undefined && !existsSync(file) ? undefined : read(file, language);

  const provider = new JsonRpcProvider(url, deployment.chainId, { staticNetwork: true, batchMaxCount: 50 });
  try {
    const audit = await auditDeployment(provider, toRecord(cooperative), agreed);
    if (values.json) console.log(JSON.stringify(toJson(audit)));
    else {
      console.log(words.audits(deployment.name[language], deployment.chainId, url));
      tell(audit, language, agreed ? null : file);
    }
    return audit.faults.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    provider.destroy();
  }
}

function read(file: string, language: Language): Agreed {
  try {
    return readAgreement(file);
  } catch (error) {
    throw new Failure(auditWords[language].badFounding(file, (error as Error).message), EXIT.badInput);
  }
}

/** The record as deployments write it. */
function toRecord({ deployment }: Cooperative): DeploymentRecord {
  const { name, chainId, genesisBlock, genesisHash, genesis, practice, contracts } = deployment;
  return { name: name.en, chainId, genesisBlock: Number(genesisBlock), genesisHash, genesis, practice, contracts };
}

function tell({ findings, faults, deployer }: Audit, language: Language, missing: string | null): void {
  const words = auditWords[language];
  for (const part of auditParts) {
    const finding = findings.get(part);
    if (!finding) continue;
    if (finding.faults.length === 0) console.log(`✔ ${words.parts[part](finding.looked)}`);
    for (const fault of finding.faults) console.error(`✘ ${fault[language]}`);
  }
  const skipped = auditParts.filter((part) => part !== "founding" && !findings.has(part)).length;
  if (skipped > 0) console.log(words.notMade(skipped));
  if (missing !== null && skipped === 0) console.log(`– ${words.noFounding(missing)}`);
  if (faults.length > 0) return console.error(words.unsound(faults.length));
  console.log(words.deployer(deployer));
  console.log(words.sound);
}

const toJson = ({ findings, faults, deployer }: Audit): object => ({
  keysLeft: faults.length === 0 ? 0 : null,
  deployer,
  looked: Object.fromEntries([...findings].map(([part, { looked }]) => [part, looked])),
  faults: [...findings].flatMap(([part, finding]) => finding.faults.map((fault) => ({ part, ...fault }))),
});
