import type { FailureData, NetworkProblem, WalletProblem } from "./failure.ts";
import { plainText } from "./plain.ts";
import { type Both, tell } from "./words.ts";

/** What went wrong in the wallet, in words. */
export const walletTexts: Readonly<Record<WalletProblem, Both>> = {
  rejected: tell("您在钱包中取消了请求，什么也没有发送。内容还在，可以再发。", "You closed the request in your wallet, and nothing was sent. What you wrote is still here; send it again whenever you like."),
  busy: tell("钱包里还有一个请求没有处理，什么也没有发送。请打开钱包，先处理它。", "Your wallet still has a request open, and nothing was sent. Open the wallet and finish that one first."),
  otherChain: tell("您的钱包在另一个网络，什么也没有发送。请切换到合作社的网络，再发一次。", "Your wallet is on another network, and nothing was sent. Switch to the cooperative's network and send it again."),
  noFunds: tell("这个地址付不起手续费，什么也没有发送。请存入一些该网络的币，再发一次。", "This address cannot pay the fee, and nothing was sent. Put some of the network's coin there and send it again."),
  unsupported: tell("这个钱包不会做这件事，什么也没有发送。请换一个钱包。", "This wallet cannot do this, and nothing was sent. Use another wallet."),
  gone: tell("钱包断开了，什么也没有发送。请重新连接，再发一次。", "The wallet is no longer connected, and nothing was sent. Connect it and send it again."),
  replaced: tell("这笔交易被钱包里的另一笔替换了，所以没有生效。若不是您的意思，可以再发一次。", "Your wallet replaced this transaction by another, so it did not happen. If you did not mean that, send it again."),
};

/** What went wrong on the way to the chain, in words. */
export const networkTexts: Readonly<Record<NetworkProblem, Both>> = {
  unreachable: tell("连不上节点。没有丢失任何内容。请检查网络，或在设置里换一个节点。", "The node cannot be reached. Nothing was lost. Check your connection, or choose another node in the settings."),
  busy: tell("节点很忙，暂时没有回答。没有丢失任何内容。请稍等再试，或换一个节点。", "The node is busy and did not answer. Nothing was lost. Wait a little and try again, or choose another node."),
  slow: tell("比平常久。没有丢失任何内容，已经发送的仍会入块。请稍后再看。", "It takes longer than usual. Nothing was lost, and what was sent can still be taken into a block. Look again later."),
  otherChain: tell("这个节点属于另一条链。没有读取，也没有发送任何内容。请在设置里换一个节点。", "This node serves another chain. Nothing was read or sent. Choose another node in the settings."),
  restarted: tell("练习网重新开始了，旧的记录不在了；您自己的文件还在。请刷新页面。", "The practice network was started anew, so its old records are gone; your own files are not. Reload the page."),
  reorganised: tell("链改写了最近的区块。没有丢失任何内容；正在从头核对，请稍等。", "The chain rewrote its latest blocks. Nothing was lost; everything is being read again, please wait."),
  behind: tell("这个节点还没有跟上。没有丢失任何内容。请稍等再试，或换一个节点。", "This node has not caught up yet. Nothing was lost. Wait a little and try again, or choose another node."),
  unknown: tell("节点给了一个无法理解的回答。没有丢失任何内容。请重试；如果再次出现，请换一个节点，或复制明细给帮助您的人。", "The node gave an answer that makes no sense here. Nothing was lost. Try again; if it happens again, choose another node or copy the details for whoever helps you."),
};

/** A refusal that is none of our errors, in words. */
export function refusalText(rule: Exclude<Extract<FailureData, { kind: "rule" }>["rule"], { is: "error" }>): Both {
  if (rule.is === "words" && rule.words !== "") {
    const words = plainText(rule.words, 120);
    return tell(`合约拒绝了：“${words}”。什么也没有改变。请复制明细给帮助您的人。`, `The contract refused and said “${words}”. Nothing changed. Copy the details for whoever helps you.`);
  }
  if (rule.is === "noEvent") return tell("交易已入块，但其中没有应有的记录，所以不算成功。请刷新看看现在的状态，再决定是否重发。", "The transaction is in a block, but the record that belongs in it is missing, so it does not count as done. Read again to see where things stand before you send it again.");
  if (rule.is === "reverted") return tell("合约在入块时拒绝了它，什么也没有改变。请刷新看看现在的状态，再试一次。", "The contract refused it when its block was made, and nothing changed. Read again to see where things stand, then try again.");
  return tell("合约拒绝了，没有说明原因。什么也没有改变。请重试；如果再次出现，请复制明细给帮助您的人。", "The contract refused without saying why. Nothing changed. Try again; if it happens again, copy the details for whoever helps you.");
}
