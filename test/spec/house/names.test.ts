import { expect } from "chai";
import { findNames } from "../../../scripts/check/names.ts";

const names = (text: string, local: string[] = []): string[] => findNames(text, local).map(({ line, name }) => `${line} ${name}`);
/** Put together here, so that this file does not name them itself. */
const scheme = ["https:", "", ""].join("/");

describe("the check of names", () => {
  it("lets this machine and the names kept for examples be named", () => {
    expect(names(`${scheme}127.0.0.1:8545 and ws://localhost:1 and ${scheme}rpc.example.org/x`)).to.deep.equal([]);
  });

  it("finds any other host, with its line, also behind a user's name", () => {
    expect(names(`one\n${scheme}cdn.somewhere.io/lib.js`)).to.deep.equal(["2 cdn.somewhere.io"]);
    expect(names(`${scheme}me@code.somewhere.io/x`)).to.deep.equal(["1 code.somewhere.io"]);
  });

  it("finds places on somebody's own machine", () => {
    expect(names(["", "home", "lin", "gongsheng"].join("/"))).to.have.length(1);
    expect(names("see /checkout/of/mine/a.ts", ["/checkout/of/mine/"])).to.have.length(1);
    expect(names("frontend/home/a.ts")).to.deep.equal([]);
  });
});
