// Mocha's usual report for people, and beside it the numbers for scripts/test.ts in the file $GONGSHENG_REPORT.
const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");

module.exports = class Report extends reporters.Spec {
  done(failures, finish) {
    const { tests, passes, failures: failed, pending } = this.stats;
    writeFileSync(process.env.GONGSHENG_REPORT, JSON.stringify({ tests, passed: passes, failed, pending }));
    finish?.(failures);
  }
};
