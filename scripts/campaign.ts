// Long runs, outside of `npm test`: npm run campaign -- NAME …. Each is a module of its own in scripts/campaign/; results go to docs/results/.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/files.ts";

const names = readdirSync(join(root, "scripts/campaign")).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : []));
const [name, ...args] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run campaign -- NAME …\nCampaigns: ${names.join(", ")}`);
  process.exitCode = 2;
} else {
  const campaign = (await import(`./campaign/${name}.ts`)) as { run(args: string[]): Promise<void> };
  await campaign.run(args);
}
