import { expect } from "chai";
import { findPurchases, ownContracts } from "../../../scripts/check/bought.ts";

const head = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n";

/** The reasons found in a small house given as path → text, without its first two lines. */
const reasons = (house: Record<string, string>): string[] => findPurchases(Object.fromEntries(Object.entries(house).map(([file, text]) => [file, head + text]))).map(({ file, why }) => `${file}: ${why}`);

/** A ledger of credit, and a market whose function `pay` does what it is given. */
const withMarket = (body: string, more = ""): string[] =>
  reasons({
    "contracts/work/Ledger.sol": `
      interface ILedger { function settle(uint256 id, uint64 value) external; function creditOf(uint256 id) external view returns (uint64); }
      library Words { function set(mapping(uint256 => uint64) storage words, uint256 id, uint64 value) internal { words[id] = value; } }
      contract Ledger is ILedger {
        using Words for mapping(uint256 => uint64);
        mapping(uint256 => uint64) private _credits;
        function settle(uint256 id, uint64 value) external { _credit(id, value); }
        function creditOf(uint256 id) external view returns (uint64) { return _credits[id]; }
        function _credit(uint256 id, uint64 value) private { mapping(uint256 => uint64) storage credits = _credits; credits.set(id, value); }
      }`,
    "contracts/price/Market.sol": `
      import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
      import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
      import {ILedger, Ledger} from "../work/Ledger.sol";
      ${more}
      contract Market {
        using SafeERC20 for IERC20;
        IERC20 public token; ILedger public ledger; uint256 public paid;
        ${body}
      }`,
  });

describe("the check that value cannot be bought", () => {
  // Compiled once, with a market that is yet to be built: an honest one, and two that are not.
  const market = `${head}
    import {ICommonsPool} from "../commons/ICommonsPool.sol";
    import {ISurplusPool} from "./ISurplusPool.sol";
    import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
    import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
    import {MemberId, ProjectId} from "../types/Ids.sol";
    import {IShareLedger} from "../value/IShareLedger.sol";
    import {IChallenges} from "../work/IChallenges.sol";
    abstract contract Purse { using SafeERC20 for IERC20; IERC20 token; function _pay(address to, uint256 amount) internal { token.safeTransfer(to, amount); } }
    contract Honest is Purse { function claim(IShareLedger shares, MemberId by) external { _pay(msg.sender, shares.sharesOf(ProjectId.wrap(0), by)); } }
    contract Closing is Purse { function claim(IShareLedger shares) external { shares.close(ProjectId.wrap(0), 1); _pay(msg.sender, 1); } }
    contract Crediting { mapping(MemberId => uint256) public sums; function credit(IShareLedger shares, MemberId by) external { ++sums[by]; shares.draw(ProjectId.wrap(0), by, new uint32[](1)); } }
    contract Pulling { function pull(ICommonsPool commons, IChallenges rounds, MemberId by) external { commons.pull(msg.sender); rounds.answer(by, 0, 0); } }
    contract Weighing { function weigh(ISurplusPool pool, IChallenges rounds, MemberId by) external { rounds.answer(by, 0, uint8(pool.capitalOf(msg.sender))); } }
    contract Judging is Purse { function judge(IChallenges rounds, MemberId by) external { _pay(msg.sender, 1); rounds.answer(by, 0, 0); } }`;
  let found: readonly { readonly file: string; readonly why: string }[] = [];
  before(() => {
    found = findPurchases({ ...ownContracts(), "contracts/price/TrialMarket.sol": market });
  });

  it("finds no way in the contracts as they are", () => {
    expect(Object.keys(ownContracts())).to.include.members(["contracts/work/ContributionLedger.sol", "contracts/value/ShareLedger.sol"]);
    expect(found.filter(({ file }) => file !== "contracts/price/TrialMarket.sol")).to.deep.equal([]);
  });

  it("finds those that price would open into the contracts as they are, and lets an honest market be", () => {
    const [closing = "", crediting = "", judging = "", pulling = "", weighing = "", ...more] = found.map(({ why }) => why).sort();
    expect(closing).to.match(/^Closing\.claim meets both: Closing\.claim → Purse\._pay → SafeERC20\.safeTransfer.*ShareLedger\.close may change ShareLedger\._\w+$/);
    expect(crediting).to.match(/^Crediting\.credit meets both: Crediting\.credit has to do with Crediting\.sums; .*ShareLedger\.draw may change ShareLedger\.\w+$/);
    expect(judging).to.match(/^Judging\.judge meets both: .*Challenges\.answer may change Challenges\._\w+$/);
    expect(pulling).to.match(/^Pulling\.pull meets both: Pulling\.pull → CommonsPool\.pull → .*Challenges\.answer may change Challenges\._\w+$/);
    expect(weighing).to.match(/^Weighing\.weigh meets both: Weighing\.weigh → SurplusPool\.capitalOf has to do with SurplusPool\.capitalOf; .*Challenges\.answer may change Challenges\._\w+$/);
    expect(more).to.deep.equal([]);
  });

  it("finds every function that would meet both, were a line added to purses, orders or commons as they are", () => {
    const file = { pool: "contracts/price/SurplusPool.sol", market: "contracts/price/Market.sol", commons: "contracts/commons/CommonsPool.sol" };
    const house = ownContracts();
    const plant = (name: string, before: string, line: string): void => {
      const [ahead, behind, ...more] = house[name]!.split(before);
      expect(behind !== undefined && more.length === 0, `${name} has one line ${before}`).to.equal(true);
      house[name] = `${ahead}${line}\n${before}${behind}`;
    };
    // Division closes the shares that it divides over; a rating answers a second round; the commons attests what it adopts.
    plant(file.pool, "            (bool closed, uint64 shares) = shareLedger.sharesThrough(project, epoch);", "shareLedger.close(project, 1);");
    plant(file.market, "        _orders[id].stars = stars;", "IChallenges(msg.sender).answer(order.offer.seller, comment, stars);");
    plant(file.market, "import {IProjectRegistry,", 'import {IChallenges} from "../work/IChallenges.sol";');
    plant(file.commons, "        adoptedCode[target] = adopted", "IContributionLedger(target).attest(MemberId.wrap(1), codeHash, 1);");
    plant(file.commons, "import {ICommonsPool}", 'import {MemberId} from "../types/Ids.sol";\nimport {IContributionLedger} from "../work/IContributionLedger.sol";');
    expect(findPurchases(house).map(({ why }) => why.split(" meets both")[0]).sort()).to.deep.equal([
      "CommonsPool.adopt", "CommonsPool.pull", "CommonsPool.release", "CommonsPool.sweep", "Market.rate",
      "SurplusPool.divide", "SurplusPool.draw", "SurplusPool.drawOut", "SurplusPool.spendReserve", "SurplusPool.takeCapital", "SurplusPool.takeReserve",
    ]);
  });

  it("lets a market pay in one function, and read value in it", () => {
    expect(withMarket("function pay(uint256 id) external { paid += ledger.creditOf(id); token.safeTransfer(msg.sender, paid); }")).to.deep.equal([]);
    expect(withMarket("function pay() external payable { paid += msg.value; } function tell() external { ledger.settle(1, 1); }")).to.deep.equal([]);
  });

  for (const [way, body, more = ""] of [
    ["one after another", "function pay() external { token.safeTransfer(msg.sender, 1); ledger.settle(1, 1); }"],
    ["the other way round", "function pay() external { ledger.settle(1, 1); token.transfer(msg.sender, 1); }"],
    ["in private functions", "function pay() external { _a(); } function _a() private { _b(); token.approve(msg.sender, 1); } function _b() private { ledger.settle(1, 1); }"],
    ["by a balance that is only read", "function pay() external { ledger.settle(1, uint64(token.balanceOf(msg.sender))); }"],
    ["by coins", "function pay() external payable { ledger.settle(1, uint64(msg.value)); }"],
    ["by coins that are sent on", "function pay() external { payable(msg.sender).transfer(1); ledger.settle(1, 1); }"],
    ["by a call that nobody can follow", "function pay(address to, bytes calldata what) external { (bool done, ) = to.call(what); require(done); ledger.settle(1, 1); }"],
    ["by an instruction", "function pay(address to) external { assembly { pop(call(gas(), to, 1, 0, 0, 0, 0)) } ledger.settle(1, 1); }"],
    ["in a modifier", "modifier paying() { token.safeTransfer(msg.sender, 1); _; } function pay() external paying { ledger.settle(1, 1); }"],
    ["in a library", "function pay() external { Till.take(token); ledger.settle(1, 1); }", "library Till { function take(IERC20 token) internal { token.transferFrom(msg.sender, address(this), 1); } }"],
    ["through another contract", "Till public till; function pay() external { till.take(); ledger.settle(1, 1); }", "interface Till { function take() external; } contract Box is Till { IERC20 token; function take() external { token.transfer(msg.sender, 1); } }"],
    ["by an interface made for it", "function pay() external { Mine(address(ledger)).settle(1, 1); token.safeTransfer(msg.sender, 1); }", "interface Mine { function settle(uint256 id, uint64 value) external; }"],
    ["by a token's interface made for it", "Coin public coin; function pay() external { coin.transferFrom(msg.sender, address(this), 1); ledger.settle(1, 1); }", "interface Coin { function transferFrom(address, address, uint256) external; }"],
    ["where the ledger is made", "function pay() external { Ledger made = new Ledger(); made.settle(1, 1); token.safeTransfer(msg.sender, 1); }"],
    ["when coins come in", "receive() external payable { ledger.settle(1, uint64(msg.value)); }"],
  ] as const) {
    it(`finds both in one function: ${way}`, () => {
      const found = withMarket(body, more);
      expect(found).to.have.length(1);
      expect(found[0]).to.match(/^contracts\/price\/Market\.sol: Market\.(pay|receive) meets both: .*Ledger\._credits$/);
    });
  }

  for (const [way, body, more = ""] of [
    ["a purse that is filled", "mapping(address => uint256) purses; function pay() external { purses[msg.sender] += 1; ledger.settle(1, 1); }"],
    ["a purse that is only read", "mapping(address => uint256) purses; function pay() external { ledger.settle(1, uint64(purses[msg.sender])); }"],
    ["a purse of a library's", "mapping(address => uint256) purses; function pay() external { Till.take(purses); ledger.settle(1, 1); }", "library Till { function take(mapping(address => uint256) storage purses) internal { purses[msg.sender] = 0; } }"],
    ["another contract's purse, by an interface made for it", "function pay(Till till) external { ledger.settle(1, uint64(till.purseOf(msg.sender))); }", "interface Till { function purseOf(address) external view returns (uint256); } contract Box { mapping(address => uint256) public purseOf; }"],
    ["by a selector that is sent", "function pay(address to) external { (bool done, ) = to.call(abi.encodeWithSelector(ILedger.settle.selector, 1, 1)); require(done); }"],
  ] as const) {
    it(`finds both though no token is named: ${way}`, () => {
      const found = withMarket(body, more);
      expect(found).to.have.length(1);
      expect(found[0]).to.match(/^contracts\/price\/Market\.sol: Market\.pay meets both: .*Ledger\._credits$/);
    });
  }

  it("lets a selector be that is compared and goes no further", () => {
    expect(withMarket("function pay(bytes4 what) external { token.transfer(msg.sender, what == ILedger.settle.selector ? 1 : 2); }")).to.deep.equal([]);
    expect(withMarket("function pay(bytes4 what) external { token.transfer(msg.sender, 1); if (what != ILedger.settle.selector) ledger.settle(1, 1); }")).to.have.length(1);
  });

  it("finds it where a part is overridden, or another operator meant", () => {
    const over = "abstract contract Base { function pay() external { _act(); settle_(); } function _act() internal virtual {} function settle_() internal virtual {} }\n contract Paid is Base { IERC20 t; ILedger l; function _act() internal override { t.transfer(msg.sender, 1); } function settle_() internal override { l.settle(1, 1); } }";
    expect(withMarket("", over)).to.deep.equal(["contracts/price/Market.sol: Base.pay meets both: Base.pay → Paid._act names a token's transfer(address,uint256); Base.pay → Paid.settle_ → Ledger.settle → Ledger._credit may change Ledger._credits"]);
    const operator = "type Sum is uint64; using {plus as +} for Sum global; IERC20 constant COIN = IERC20(address(1)); function plus(Sum a, Sum) pure returns (Sum) { COIN.transfer; return a; }";
    expect(withMarket("function pay() external { Sum.wrap(1) + Sum.wrap(2); ledger.settle(1, 1); }", operator)).to.have.length(1);
  });

  const token = 'import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";';
  for (const [what, text, says] of [
    ["a function that takes coins", "contract A { function give() external payable {} }", /A\.give takes coins/],
    ["a contract that takes coins", "contract A { receive() external payable {} }", /A\.receive takes coins/],
    ["a token", `${token} contract A { IERC20 token; }`, /a token comes in by @openzeppelin/],
    ["a token that is called otherwise", "interface Coin { function transfer(address to, uint256 amount) external; }", /a token comes in by contracts/],
    ["a part of a token", "interface Coin { function balanceOf(address owner) external view returns (uint256); }", /an interface has a token's balanceOf/],
    ["a balance of coins", "contract A { function a() external view returns (uint256) { return address(this).balance; } }", /uses \.balance/],
    ["a call that cannot be followed", "contract A { function a(address to) external { (bool done, ) = to.call(''); require(done); } }", /uses \.call /],
    ["foreign code run as its own", "contract A { function a(address to) external { (bool done, ) = to.delegatecall(''); require(done); } }", /uses \.delegatecall/],
    ["coins sent with a call", "contract B { function b() external payable {} } contract A { function a(B b) external { b.b{value: 1}(); } }", /sends coins with a call/],
    ["an instruction for coins", "contract A { function a() external view returns (uint256 b) { assembly { b := selfbalance() } } }", /the instruction selfbalance/],
    ["a function that is kept", "contract A { function () external b; function a() external { b(); } }", /b holds a function/],
  ] as const) {
    it(`finds ${what} in a folder that does without money, one of today or of tomorrow`, () => {
      for (const folder of ["people", "work", "value", "libraries", "tomorrow"]) {
        const found = reasons({ [`contracts/${folder}/A.sol`]: text });
        expect(found.filter((reason) => says.test(reason)), folder).to.have.length.of.at.least(1);
      }
    });
  }

  it("finds a token that comes in by another file, and coins taken by an ancestor", () => {
    const found = reasons({
      "contracts/base/Paid.sol": `${token} abstract contract Paid { function _coin() internal pure returns (IERC20) {} function give() external payable {} }`,
      "contracts/value/A.sol": 'import {Paid} from "../base/Paid.sol"; contract A is Paid {}',
    });
    expect(found).to.include("contracts/value/A.sol: A.give takes coins");
    expect(found).to.include("contracts/value/A.sol: a token comes in by @openzeppelin/contracts/token/ERC20/IERC20.sol");
  });

  it("does not take a stranger's fault for an answer: what does not compile is no pass", () => {
    expect(() => reasons({ "contracts/work/A.sol": "contract A { missing x; }" })).to.throw(/missing/);
  });
});
