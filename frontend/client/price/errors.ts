import type { Address } from "viem";
import type { marketAbi } from "../abi/Market.ts";
import { developers, type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { notActiveText } from "../people/errors.ts";
import { signedErrors } from "../people/signedErrors.ts";
import { misfitWords, orderStageSentences } from "./words.ts";

/** An amount of a token whose places nobody named here. */
export const smallest = (units: bigint) => tell(`${units}（以代币最小单位计）`, `${units} (in the token's smallest unit)`);

const readAgain = tell("请刷新，看它现在的状态", "Read again to see where it stands");
const lookAtOrder = tell("请刷新订单，看现在可以做什么", "Read the order again to see what can be done now");

/** Market and purses say it alike. */
export const holderDidNotSignText: ErrorText<readonly [Address, number]> = () =>
  refusal(tell("有一处签名不是应当签的人用现在的钥匙签的，或者签的是别的条款", "A signature is not by the key in force of whoever should have signed, or is over other terms"), tell("请当事人在这个合作社的页面上重新签", "Ask that party to sign again on this cooperative's page"));

/** The wiring of a deployment; market and commons say it alike. */
export const wiredOtherwiseText = () => refusal(tell("要部署的合约彼此没有指明对方", "The contracts being deployed do not name each other"), developers);

/** What Market refuses, in words. */
export const marketErrors: ErrorTexts<typeof marketAbi> = {
  ...signedErrors,
  AboveBuyersMost: ([wanted, most]) => refusal(tell(`这样您一共认购${wanted}份，而每位买方至多${most}份`, `With this you would have pledged ${wanted}, and a buyer may pledge ${most} at most`), tell("请减少数量", "Pledge fewer")),
  BackOutOfBounds: ([back, most]) => refusal(tell(`退给买方的是${smallest(back).zh}，而货款一共只有${smallest(most).zh}`, `${smallest(back).en} cannot go back to the buyer: the price was ${smallest(most).en}`), tell("请填写不超过货款的数额", "Enter an amount up to the price")),
  CooperativeSellsNothing: () => refusal(tell("合作社本身不卖东西", "The cooperative itself sells nothing"), tell("请以一个项目的名义报价", "Offer it for one of the projects")),
  DoesNotFit: ([which]) => refusal(tell(`这份报价和这份求购对不上：${(misfitWords[which] ?? misfitWords[0]!).zh}`, `This offer and this request do not fit: ${(misfitWords[which] ?? misfitWords[0]!).en}`), tell("请另选一份对得上的", "Choose one that fits")),
  GroupIsReached: ([, at], speech) => refusal(tell(`拼单已在${speech.time(Number(at)).zh}成团，认购的正在制作`, `The group buy reached its target on ${speech.time(Number(at)).en}; what was pledged is being made`), tell("已经成团的不再加、也不再撤；请另开一份报价", "Nothing is added or taken back any more; a new offer can be made")),
  GroupOutOfBounds: ([target, most, quantity]) => refusal(tell(`拼单的目标（${target}）须在1到报价总数（${quantity}）之间，每位买方的上限（${most}）不能是零`, `The target of a group buy (${target}) must be from 1 to what is offered (${quantity}), and a buyer's most (${most}) above zero`), tell("请改好数字，重新签一份报价", "Put the numbers right and sign a new offer")),
  HolderDidNotSign: holderDidNotSignText,
  NoSuchOrder: () => refusal(tell("链上没有这样一份订单：条款与当初签署并付款的不同", "There is no such order: the terms are not those that were signed and paid for"), readAgain),
  NotActive: notActiveText,
  NotSellerOf: ([project, member], speech) => refusal(tell(`${speech.member(member).zh}既不是${speech.project(project).zh}的干事，也没有被指定为它的卖方`, `${speech.member(member).en} is neither a steward of ${speech.project(project).en} nor named as its seller`), tell("请项目的干事指定卖方", "Ask a steward of the project to name the seller")),
  NotStewardOf: ([project, member], speech) => refusal(tell(`${speech.member(member).zh}不是${speech.project(project).zh}的干事`, `${speech.member(member).en} is no steward of ${speech.project(project).en}`), tell("这件事请项目的干事来做", "Ask a steward of the project to do it")),
  NotYourOrder: () => refusal(tell("这一笔是别人的，这件事要由它的当事人来做", "This belongs to others, and one of them has to do it"), tell("请核对您用的钥匙；买方、卖方各有能做的事", "Check which key you are using; buyer and seller each have what they can do")),
  OfferClosed: ([closes], speech) => refusal(tell(`它只收单到${speech.time(Number(closes)).zh}`, `It took orders until ${speech.time(Number(closes)).en}`), tell("请对方签一份新的", "Ask for a new one to be signed")),
  OrderStands: ([, stage]) => refusal(tell(`现在做不了这件事：这份订单${(orderStageSentences[stage] ?? orderStageSentences[0]!).zh}`, `This cannot be done now: the order ${(orderStageSentences[stage] ?? orderStageSentences[0]!).en}`), lookAtOrder),
  OrderTooEarly: ([, from], speech) => refusal(tell(`这件事要到${speech.time(Number(from)).zh}才能做`, `This can be done from ${speech.time(Number(from)).en} on`), tell("请到时再来，货款一直在托管里", "Come back then; the price stays in escrow")),
  PledgesBind: ([, closes], speech) => refusal(tell(`认购在${speech.time(Number(closes)).zh}之前不能撤回`, `A pledge binds until ${speech.time(Number(closes)).en}`), tell("到时没有成团，就可以全数退回", "If the target is missed by then, all of it can be taken back")),
  PriceOutOfBounds: () => refusal(tell("价格和数量须大于零，乘起来也不能超出合约能记的数", "Price and quantity must be above zero, and their product within what can be held"), tell("请改好数字", "Put the numbers right")),
  ProjectNotSelling: ([project], speech) => refusal(tell(`${speech.project(project).zh}现在不售卖：它还没有生效，或已经关闭`, `${speech.project(project).en} sells nothing now: it is not live yet, or is closed`), tell("已有的订单照旧走完；请另选项目", "Orders that are under way go on; choose another project")),
  QuantityOutOfBounds: ([wanted, left]) => refusal(tell(`想要${wanted}份，现在只剩${left}份`, `${wanted} were asked for, and ${left} are left`), tell("请改为1到剩余数量之间的数", "Ask for at least one and at most what is left")),
  RatingRefused: ([, given]) => (given === 0 ? refusal(tell("评价是1到5颗星", "A rating is one to five stars"), tell("请重新选择", "Choose again")) : refusal(tell(`这份订单已经评过${given}颗星`, `This order was rated before, with ${given} of five stars`), tell("评价只有一次，不再改", "A rating is given once and stays"))),
  SalesCapReached: ([project, wanted, left], speech) => refusal(tell(`${speech.project(project).zh}还在考察期，这一期用这种代币只能再卖${smallest(left).zh}，这份订单是${smallest(wanted).zh}`, `${speech.project(project).en} is on probation and may sell for ${smallest(left).en} more in this token and epoch; this order is ${smallest(wanted).en}`), tell("请减少数量，或等下一期", "Order less, or wait for the next epoch")),
  SellerNamedAlready: ([, seller, named], speech) => (named ? refusal(tell(`${speech.member(seller).zh}已经是指定的卖方`, `${speech.member(seller).en} is named as a seller already`), tell("不必再做什么", "There is nothing to do")) : refusal(tell(`${speech.member(seller).zh}本来就没有被指定为卖方`, `${speech.member(seller).en} is not named as a seller`), tell("不必再做什么", "There is nothing to do"))),
  ShippingOver: ([, due], speech) => refusal(tell(`发出的期限已于${speech.time(Number(due)).zh}结束`, `The time to ship was over on ${speech.time(Number(due)).en}`), tell("可以把货款退给买方，或请买方下一份新订单", "The price can be given back, or the buyer can order anew")),
  SignaturesMissing: ([given, needed]) => refusal(tell(`报价需要${needed}份签名（卖方一份，每笔费用的收款人各一份），只有${given}份`, `The offer needs ${needed} signatures, the seller's and one for each cost line, and there are ${given}`), tell("请补齐签名再提交", "Gather the signatures and try again")),
  SurplusTooSmall: ([surplus, least]) => refusal(tell(`每份的盈余是${smallest(surplus).zh}，章程要求至少${smallest(least).zh}`, `Of each unit ${smallest(surplus).en} is left over, and the charter asks for ${smallest(least).en} at least`), tell("请提高价格，或减少费用", "Raise the price, or lower the costs")),
  TakenBack: () => refusal(tell("它已经被签署的人收回", "Whoever signed it took it back"), tell("请对方签一份新的", "Ask for a new one to be signed")),
  TooManyCostLines: ([given, most]) => refusal(tell(`报价里有${given}笔费用，至多${most}笔`, `The offer has ${given} cost lines, and may have ${most} at most`), tell("请合并几笔", "Put some of them together")),
  WindowOutOfBounds: () => refusal(tell("从付款到发出的时间须大于零，且不超过一年", "The time from payment to shipping must be above zero and at most a year"), tell("请改好时间", "Put the time right")),
  WiredOtherwise: wiredOtherwiseText,
};
