import { words } from "../../shared/language/words.ts";

/** Words of what Home says of money. */
export const priceText = words({
  zh: {
    orderKind: "订单",
    dividendKind: "可领的盈余",
    dividendTitle: (amounts: string) => `领取盈余${amounts}`,
    dividendNote: "早领晚领一样多",
    draw: "去领取",
    open: "去看看",
    note: { ship: "等您发货", deliver: "到了请说一声", accept: "等您验收", arbitrate: "等您仲裁", rate: "等您评价", refund: "可以取回货款", acceptBySilence: "买方没有答复，可以按默认验收", endDispute: "争议期满，可以结束", split: "有争议，等您商定" },
    purse: "在您的钱袋里",
    purseEmpty: "您的钱袋是空的。",
    toPurse: "看钱袋",
    paid: "所有订单付出的价款",
    nothingPaid: "还没有订单结清。",
    toLedgers: "看两本账",
  },
  en: {
    orderKind: "Order",
    dividendKind: "Dividends",
    dividendTitle: (amounts) => `Draw ${amounts} of dividends`,
    dividendNote: "no deadline",
    draw: "Draw",
    open: "Look",
    note: { ship: "waits for you to ship it", deliver: "say when it has come", accept: "waits for you to accept it", arbitrate: "waits for your ruling", rate: "waits for your rating", refund: "you may take the price back", acceptBySilence: "the buyer is silent; it may be accepted so", endDispute: "the dispute has run out and may be ended", split: "in dispute; agree on how it ends" },
    purse: "In your purse",
    purseEmpty: "Your purse is empty.",
    toPurse: "See the purse",
    paid: "Paid for all orders",
    nothingPaid: "No order has ended yet.",
    toLedgers: "See both ledgers",
  },
});
