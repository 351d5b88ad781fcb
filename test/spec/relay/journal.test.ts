import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { Journal, JournalBroken, JournalTaken } from "../../../scripts/relay/journal.ts";
import { type Sent, type Settled, unsettled } from "../../../scripts/relay/payer.ts";
import { freshFolder, projectFolder } from "../../support/coop.ts";

interface Line {
  readonly number: number;
}

describe("The journal of what was sent", () => {
  let place: ReturnType<typeof freshFolder>;
  beforeEach(() => (place = freshFolder()));
  afterEach(() => place.drop());
  const file = (): string => join(place.folder, "deep", "a.journal");
  const write = (...numbers: number[]): void => {
    const journal = new Journal<Line>(file());
    journal.note(...numbers.map((number) => ({ number })));
    journal.close();
  };
  const read = (): number[] => {
    const journal = new Journal<Line>(file());
    journal.close();
    return journal.before.map(({ number }) => number);
  };

  it("gives back what was written, in its order, over many runs", () => {
    write(1, 2);
    write(3);
    expect(read()).to.deep.equal([1, 2, 3]);
  });

  it("leaves out a line that was cut off at any of its bytes, and goes on after the whole ones", () => {
    write(1, 2);
    const whole = readFileSync(file());
    const last = whole.indexOf(10) + 1;
    for (let end = last; end < whole.length; end++) {
      writeFileSync(file(), whole.subarray(0, end));
      expect(read(), `cut at ${end}`).to.deep.equal([1]);
      write(9);
      expect(read(), `cut at ${end}`).to.deep.equal([1, 9]);
      writeFileSync(file(), whole);
    }
    expect(read()).to.deep.equal([1, 2]);
  });

  it("trusts no file that another hand changed, and names the line", () => {
    write(1);
    appendFileSync(file(), "garbage\n");
    expect(() => new Journal(file())).to.throw(JournalBroken).with.property("line", 2);
    // It was not left locked.
    expect(() => new Journal(file())).to.throw(JournalBroken);
  });

  it("belongs to one process at a time, and to the next where that was killed", () => {
    write(1);
    const holder = `
      import { Journal } from ${JSON.stringify(join(projectFolder, "scripts/relay/journal.ts"))};
      const journal = new Journal(${JSON.stringify(file())});
      journal.note({ number: 2 });
      process.kill(process.pid, "SIGKILL");`;
    const { signal } = spawnSync(process.execPath, ["--input-type=module", "--eval", holder]);
    expect(signal).to.equal("SIGKILL");
    expect(existsSync(`${file()}.lock`)).to.equal(true);
    expect(read()).to.deep.equal([1, 2]);
    // Process 1 is always alive.
    writeFileSync(`${file()}.lock`, "1");
    expect(() => new Journal(file())).to.throw(JournalTaken).with.property("pid", 1);
  });

  it("can be written anew in fewer lines", () => {
    write(1, 2, 3);
    const journal = new Journal<Line>(file());
    journal.rewrite([{ number: 3 }]);
    journal.note({ number: 4 });
    expect(journal.size).to.equal(readFileSync(file()).length);
    journal.close();
    expect(read()).to.deep.equal([3, 4]);
  });

  it("tells which transactions were sent and not settled", () => {
    const sent = (nonce: number, hash: string): Sent => ({ is: "sent", nonce, hash: hash as "0x", raw: "0x", ids: [], at: 0 });
    const settled = (nonce: number): Settled => ({ is: "settled", nonce, status: "success", hash: "0x", gasUsed: 1, ids: [], at: 0 });
    expect(unsettled([])).to.deep.equal([]);
    expect(unsettled([sent(1, "0xa"), settled(1)])).to.deep.equal([]);
    // A fee that was raised: either of the two may have been mined.
    expect(unsettled([sent(1, "0xa"), settled(1), sent(2, "0xb"), sent(2, "0xc")]).map(({ hash }) => hash)).to.deep.equal(["0xb", "0xc"]);
  });
});
