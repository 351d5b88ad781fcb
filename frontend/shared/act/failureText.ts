import { words } from "../language/words.ts";

/** What is said when an act does not succeed: what happened, that nothing was lost, what to do. */
export const failureText = words({
  zh: {
    rejected: "您在钱包中取消了请求，未发送任何内容。",
    walletBusy: "钱包里还有一个未处理的请求，请打开钱包完成它。",
    wrongNetwork: (here: string, there: string) => `您的钱包在${here}，本合作社在${there}。`,
    wrongNetworkAdvice: "什么也没有发送。请先切换网络，再发送。",
    network: "网络节点繁忙，您的内容已保存在本机。可重试或更换节点。",
    networkAdvice: "这不是规则拒绝了您，只是节点没有回答。",
    noGas: (coin: string) => `此地址没有足够的${coin}支付手续费。未发送任何内容。`,
    nothingChanged: "未发生任何变更。",
    unknownRevert: (code: string) => `合约拒绝了此操作（代码${code}），未发生任何变更。`,
    unknown: "没有成功，未发送任何内容。",
    unknownAdvice: "您填写的内容还在。可以重试；如果再次出现，请复制明细给帮助您的人。",
    notRecorded: "交易已入块，但其中没有应有的记录，所以不算成功。",
    replaced: "这笔交易被钱包里的另一笔替换了。",
    pastRevert: "合约在入块时拒绝了它，未发生任何变更。",
  },
  en: {
    rejected: "You closed the request in your wallet. Nothing was sent.",
    walletBusy: "Your wallet already has a request open. Open the wallet to finish it.",
    wrongNetwork: (here, there) => `Your wallet is on ${here}. This co-op lives on ${there}.`,
    wrongNetworkAdvice: "Nothing was sent. Switch the network first, then send.",
    network: "The network connection is busy. Your work is saved here. Try again or change node.",
    networkAdvice: "No rule refused you; the node just did not answer.",
    noGas: (coin) => `This address has too little ${coin} for the fee. Nothing was sent.`,
    nothingChanged: "Nothing changed.",
    unknownRevert: (code) => `The contract refused this and gave code ${code}. Nothing changed.`,
    unknown: "It did not succeed. Nothing was sent.",
    unknownAdvice: "What you wrote is still here. Try again; if it happens again, copy the details for whoever helps you.",
    notRecorded: "The transaction is in a block, but the record that belongs in it is missing, so it does not count as done.",
    replaced: "Your wallet replaced this transaction by another.",
    pastRevert: "The contract refused it when its block was made. Nothing changed.",
  },
});
