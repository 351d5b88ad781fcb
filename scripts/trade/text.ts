// What the verbs of trade say, in both languages: purse, statement-of, market, divide, draw-dividends.

const common = "[--deployment FILE] [--rpc URL]";

const en = {
  purseHelp: `Shows what a purse holds, token by token. Sends nothing.

Usage: npm run -s coop -- purse MEMBER|ADDRESS ${common} [--json]

  MEMBER    a member's number
  ADDRESS   an address that is no member's`,
  purseUsage: "One member's number or one address is needed: npm run -s coop -- purse 3. Nothing was sent.",
  noMember: (typed: string) => `There is no member ${typed}. Nothing was sent.`,
  noProject: (typed: string) => `There is no project ${typed}. Nothing was sent.`,
  emptyPurse: (who: string) => `The purse of ${who} is empty.`,
  purseOf: (who: string) => `The purse of ${who}:`,

  statementHelp: `Writes a statement of account: what was there, what came, what went, what is there. Sends nothing.

Usage: npm run -s coop -- statement-of member|project NUMBER [--from DATE] [--until DATE] [--epoch N] [--csv] ${common}

  --from, --until   days in UTC, both included: 2026-03-01; left out, from the beginning until now
  --epoch           an epoch instead
  --csv             as CSV (RFC 4180), every line with its transaction

Of a member it is the purse, of a project what it has for its shares, its reserve and its pocket. Shares stand apart: value and price
are never in one account.`,
  statementUsage: "Say whose statement: npm run -s coop -- statement-of member 3. Nothing was sent.",
  badSpan: "A day is written 2026-03-01, an epoch as its number, and the last day is not before the first. Nothing was sent.",
  account: { purse: "purse", dividend: "dividends for its shares", reserve: "reserve", pocket: "dividends of the reserve's shares", capital: "guarantee capital to be taken in" },
  reason: {
    deposit: "deposit", withdrawal: "withdrawal", escrow: "price of an order", back: "back from an order", rebate: "patronage rebate", line: "paid for a cost", dividend: "dividend", reserve: "paid from a reserve",
    adopted: "purse of an earlier address", capital: "guarantee capital", arrived: "surplus of an order", joined: "to the reserve, while there were no shares", drawn: "drawn", spent: "spent by vote", taken: "into the commons",
  },
  opening: "opening",
  closing: "closing",
  heads: ["time", "reason", "amount", "balance", "transaction"],
  nothing: "No money was there or moved until then.",
  shares: (project: string) => `shares of ${project}`,
  sharesDrawn: (epoch: number) => `drawn, epoch ${epoch}`,

  marketHelp: `Shows the market. Sends nothing.

Usage: npm run -s coop -- market list ${common} [--json]
       npm run -s coop -- market offer|request|order ID ${common}

  list      offers that can be ordered and requests that nobody has met
  ID        the first digits of a number are enough where only one begins so`,
  marketUsage: "Say what: npm run -s coop -- market list, or market order ID. Nothing was sent.",
  offers: (count: number) => `${count === 1 ? "1 offer" : `${count} offers`} can be ordered:`,
  requests: (count: number) => `${count === 1 ? "1 request" : `${count} requests`} that nobody has met:`,
  none: (what: string, typed: string) => `There is no ${what} that begins with ${typed}. Nothing was sent.`,
  several: (what: string, typed: string) => `More than one ${what} begins with ${typed}. Give more digits. Nothing was sent.`,
  words: { offer: "offer", request: "request", order: "order" },
  offerLine: (id: string, what: string, price: string, left: string, who: string) => `  ${id}  ${what}: ${price} each, ${left} left, by ${who}`,
  requestLine: (id: string, what: string, price: string, left: string, who: string) => `  ${id}  ${what}: up to ${price} each, ${left} wanted, by ${who}`,
  of: (project: string) => `of ${project}`,
  closes: (when: string) => `closes ${when}`,
  ships: (days: string) => `ships within ${days} days`,
  group: (filled: string, target: string, reached: boolean) => (reached ? `group buy, reached with ${target}` : `group buy: ${filled} of ${target} pledged`),
  line: (amount: string, flow: string, who: string) => `${amount} for ${flow}, to ${who}`,
  surplus: (amount: string) => `${amount} surplus`,
  orders: (count: number) => (count === 1 ? "1 order" : `${count} orders`),
  bought: (who: string, quantity: string, price: string) => `bought by ${who}: ${quantity} for ${price}`,
  due: (when: string) => `to be shipped before ${when}`,
  silent: (when: string) => `silence accepts it from ${when} on`,
  disputeEnds: (when: string) => `the dispute ends by its stage from ${when} on`,
  ended: (back: string, surplus: string) => `${back} went back, ${surplus} was surplus`,
  stars: (count: number) => `rated ${count} of 5`,

  divideHelp: `Divides what surpluses brought in final epochs over shares. Anyone may; it moves nobody's money.

Usage: npm run -s coop -- divide [--project NUMBER] ${common}`,
  nothingToDivide: "There is nothing to divide now. An epoch is divided once it is final and its shares are closed.",
  divided: (project: string, epochs: string) => `${project}: divided ${epochs}.`,

  drawHelp: `Draws dividends into their owners' purses. Anyone may, for anyone; sooner or later gives the same.

Usage: npm run -s coop -- draw-dividends [--member NUMBER] ${common}

Without --member, those of all members.`,
  nothingToDraw: "There are no dividends to draw now.",
  drew: (who: string, project: string, amount: string) => `${who}: ${amount} of ${project}.`,
  badNumber: (typed: string) => `${typed} is no number of a member or a project. Nothing was sent.`,
};

export type TradeWords = typeof en;

const zh: TradeWords = {
  purseHelp: `显示一个钱袋里有什么，逐种代币列出。不发送任何东西。

用法：npm run -s coop -- purse 成员|地址 [--deployment 文件] [--rpc 网址] [--json]

  成员   成员编号
  地址   不属于成员的地址`,
  purseUsage: "需要一个成员编号或一个地址：npm run -s coop -- purse 3。什么都没有发送。",
  noMember: (typed) => `没有${typed}号成员。什么都没有发送。`,
  noProject: (typed) => `没有${typed}号项目。什么都没有发送。`,
  emptyPurse: (who) => `${who}的钱袋是空的。`,
  purseOf: (who) => `${who}的钱袋：`,

  statementHelp: `写一份对账单：原有多少，进了多少，出了多少，现有多少。不发送任何东西。

用法：npm run -s coop -- statement-of member|project 编号 [--from 日期] [--until 日期] [--epoch 期] [--csv] [--deployment 文件] [--rpc 网址]

  --from、--until   协调世界时的日子，两天都算：2026-03-01；不写就是从开始到现在
  --epoch           改为一期
  --csv             写成CSV（RFC 4180），每行都有交易

成员的是钱袋；项目的是按份额分配的盈余、公积，和公积所持份额的盈余。份额另列：价值和价格从不在同一个账户里。`,
  statementUsage: "请说明是谁的：npm run -s coop -- statement-of member 3。什么都没有发送。",
  badSpan: "日子写作2026-03-01，期写它的数字，结束的一天不能早于开始。什么都没有发送。",
  account: { purse: "钱袋", dividend: "按份额分配的盈余", reserve: "项目公积", pocket: "公积所持份额的盈余", capital: "待入池的担保资本" },
  reason: {
    deposit: "存入", withdrawal: "取出", escrow: "订单货款", back: "订单退回", rebate: "惠顾返还", line: "成本所得", dividend: "盈余分配", reserve: "公积支付",
    adopted: "旧地址的钱袋", capital: "担保资本", arrived: "订单的盈余", joined: "没有份额时并入公积", drawn: "领取", spent: "表决支出", taken: "收入公共池",
  },
  opening: "期初",
  closing: "期末",
  heads: ["时间", "事由", "变动", "余额", "交易"],
  nothing: "到那时为止，没有任何款项。",
  shares: (project) => `${project}的份额`,
  sharesDrawn: (epoch) => `领取，第${epoch}期`,

  marketHelp: `显示市场。不发送任何东西。

用法：npm run -s coop -- market list [--deployment 文件] [--rpc 网址] [--json]
      npm run -s coop -- market offer|request|order 编号

  list   现在可以下单的报价，和还没有人接的求购
  编号   只写开头几位也行，只要没有别的同样开头`,
  marketUsage: "请说明看什么：npm run -s coop -- market list，或market order 编号。什么都没有发送。",
  offers: (count) => `可以下单的报价${count}份：`,
  requests: (count) => `还没有人接的求购${count}份：`,
  none: (what, typed) => `没有以${typed}开头的${what}。什么都没有发送。`,
  several: (what, typed) => `以${typed}开头的${what}不止一个，请多写几位。什么都没有发送。`,
  words: { offer: "报价", request: "求购", order: "订单" },
  offerLine: (id, what, price, left, who) => `  ${id}  ${what}：单价${price}，还剩${left}，卖方${who}`,
  requestLine: (id, what, price, left, who) => `  ${id}  ${what}：单价至多${price}，还要${left}，买方${who}`,
  of: (project) => `项目：${project}`,
  closes: (when) => `${when}截止`,
  ships: (days) => `${days}天内发出`,
  group: (filled, target, reached) => (reached ? `拼单，已凑满${target}` : `拼单：已认购${filled}，共需${target}`),
  line: (amount, flow, who) => `${amount}付${flow}，给${who}`,
  surplus: (amount) => `${amount}是盈余`,
  orders: (count) => `${count}笔订单`,
  bought: (who, quantity, price) => `买方${who}：${quantity}，共${price}`,
  due: (when) => `须在${when}前发出`,
  silent: (when) => `${when}起，沉默即验收`,
  disputeEnds: (when) => `${when}起，争议按阶段了结`,
  ended: (back, surplus) => `退回${back}，盈余${surplus}`,
  stars: (count) => `评了${count}星，满分5星`,

  divideHelp: `把已定局各期的盈余分到份额上。谁都可以做；不动任何人的钱。

用法：npm run -s coop -- divide [--project 编号] [--deployment 文件] [--rpc 网址]`,
  nothingToDivide: "现在没有可分的。一期定局、份额结清之后，才能分。",
  divided: (project, epochs) => `${project}：已分${epochs}。`,

  drawHelp: `把盈余领进主人的钱袋。谁都可以替谁领；早领晚领一样多。

用法：npm run -s coop -- draw-dividends [--member 编号] [--deployment 文件] [--rpc 网址]

不写--member，就替所有成员领。`,
  nothingToDraw: "现在没有可领的盈余。",
  drew: (who, project, amount) => `${who}：${project}的${amount}。`,
  badNumber: (typed) => `${typed}不是成员或项目的编号。什么都没有发送。`,
};

export const tradeWords: Record<"zh" | "en", TradeWords> = { en, zh };
