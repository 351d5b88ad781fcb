// Mocha's usual report for people, and beside it the numbers for scripts/test.ts in the file $GONGSHENG_REPORT.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class Report extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    // A test that passes when it is tried again says all the same why it had failed.
    runner.on("retry", (test, error) => console.log(`tried again: ${test.fullTitle()}\n  ${error.stack ?? error.message}`));
  }

  done(failures, finish) {
    const { tests, passes, failures: failed, pending } = this.stats;
    writeFileSync(process.env.GONGSHENG_REPORT, JSON.stringify({ tests, passed: passes, failed, pending }));
    finish?.(failures);
  }
};
