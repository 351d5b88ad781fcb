import type { relayAbi } from "../abi/Relay.ts";
import { type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { signedErrors } from "./signedErrors.ts";

/** What the Relay refuses, in words. */
export const relayErrors: ErrorTexts<typeof relayAbi> = {
  ...signedErrors,
  ActExpired: ([notAfter], speech) => {
    const until = speech.time(Number(notAfter));
    return refusal(tell(`这件事签名时定在${until.zh}以前送到，已经过期`, `This act was signed to arrive by ${until.en} and has expired`), tell("请本人重新签一份", "Ask the member to sign it anew"));
  },
  ActFailed: () => refusal(tell("这件事没有做成，也没有给出原因，多半是给的手续费额度不够", "The act failed without a reason, most likely for too little gas"), tell("可以用更大的额度再送一次", "Carry it again with more gas")),
  ActNotSigned: ([member], speech) =>
    refusal(
      tell(`这不是${speech.member(member).zh}用现在的钥匙签的：内容被改过、是给别处签的，或钥匙已换`, `${speech.member(member).en} did not sign this with the key in force: it was altered, signed for another place, or the key was changed`),
      tell("请本人重新签一份", "Ask the member to sign it anew"),
    ),
  ActTooEarly: ([notBefore], speech) => {
    const from = speech.time(Number(notBefore));
    return refusal(tell(`这件事签名时定在${from.zh}以后才做`, `This act was signed for after ${from.en}`), tell("请到时再送", "Carry it then"));
  },
  ActWindowInvalid: () => refusal(tell("签名的有效时间不对：最多三十天，结束不能早于开始", "The time it was signed for is wrong: thirty days at most, and not ending before it begins"), tell("请本人重新签一份", "Ask the member to sign it anew")),
  GasMissing: ([, needed]) => refusal(tell(`交易的手续费额度不够，至少还要${needed}`, `The transaction has too little gas; at least ${needed} is needed here`), tell("请加大额度，或一次少送几件", "Give it more, or carry fewer at once")),
  NonceAhead: () => refusal(tell("这件事要排在同一串里的前一件之后", "Another act of the same series must come first"), tell("请先送前一件", "Carry that one first")),
  NonceUsed: () => refusal(tell("这件事已经做过了，或者已被本人撤销", "This act was done already, or its member took it back"), tell("不必再送", "There is no need to carry it again")),
  RelayedElsewhere: () => refusal(tell("成员名册指定的是另一个代递合约", "The members' registry names another Relay"), tell("请检查部署顺序后重新部署", "Check the order of the deployment, and deploy again")),
  TargetUnknown: () => refusal(tell("它要去的地方不是这个合作社接受代递的合约", "Where it would go is no contract of this cooperative that takes carried acts"), tell("不要送出，请告诉给您这份文件的人", "Do not carry it, and tell whoever gave it to you")),
};
