// Runs lists of specs again and again in one process, each time on the chain as it was at first: only the contracts' code has changed meanwhile.
//   node worker.ts FILE… -- FILE…     standing in a copy of the project. Asked over Node's channel for a list by its number.
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import type { chain as Chain } from "../../../test/support/chain.ts";
import type { Ran } from "./runner.ts";

const folder = process.cwd();
process.env.HH_TEST = "true";
const { chain } = (await import(pathToFileURL(join(folder, "test/support/chain.ts")).href)) as { chain: typeof Chain };

async function loadList(files: readonly string[]): Promise<Mocha> {
  const mocha = new Mocha({ timeout: 60_000, bail: true, reporter: "min" });
  mocha.cleanReferencesAfterRun(false);
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  return mocha;
}

function runList(mocha: Mocha): Promise<Ran> {
  const since = Date.now();
  let failed: Ran["failed"] = undefined;
  return new Promise((done) => {
    const runner = mocha.run(() => done({ passed: runner.stats!.passes, ...(failed && { failed }), milliseconds: Date.now() - since }));
    runner.on("fail", (test, error: Error) => (failed ??= { file: relative(folder, test.file ?? test.parent?.file ?? ""), title: test.fullTitle(), why: String(error?.message).split("\n")[0]!.slice(0, 200) }));
  });
}

const args = process.argv.slice(2);
const border = args.indexOf("--");
const lists = [await loadList(args.slice(0, border)), await loadList(args.slice(border + 1))];
let first = await chain.networkHelpers.takeSnapshot();

process.on("message", (place: number) => {
  void (async () => {
    const ran = await runList(lists[place]!);
    await first.restore();
    // Fixtures hold what was deployed with other code.
    await chain.networkHelpers.clearSnapshots();
    first = await chain.networkHelpers.takeSnapshot();
    process.send!(ran);
  })();
});
process.on("disconnect", () => process.exit());
process.send!("ready");
