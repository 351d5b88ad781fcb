import type { guardiansAbi } from "../abi/Guardians.ts";
import { type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { signedErrors } from "./signedErrors.ts";

/** What Guardians refuses, in words. */
export const guardiansErrors: ErrorTexts<typeof guardiansAbi> = {
  ...signedErrors,
  AddressUsed: () => refusal(tell("这个地址是或曾是某位成员的钥匙，不能作新钥匙", "This address is or was a member's key and cannot be the new one"), tell("请换一个从未用过的地址", "Use an address that was never used here")),
  GuardedElsewhere: () => refusal(tell("成员名册指定的是另一个监护合约", "The members' registry names another contract for its guardians"), tell("请检查部署顺序后重新部署", "Check the order of the deployment, and deploy again")),
  GuardiansInvalid: () => refusal(tell("监护人要三到五位，各不相同，不能是本人，也不能是已换掉的钥匙", "Guardians must be three to five, each once, not the member, and not keys that were replaced"), tell("请改一改名单", "Please change the list")),
  KeyTooYoung: ([, from], speech) => {
    const at = speech.time(Number(from));
    return refusal(tell("这把钥匙启用不满三十天，还不能换监护人", "This key is less than thirty days old and cannot change guardians yet"), tell(`请在${at.zh}以后再换`, `Do it after ${at.en}`));
  },
  NoGuardians: ([member], speech) => refusal(tell(`${speech.member(member).zh}没有监护人，钥匙丢了无法找回`, `${speech.member(member).en} has no guardians, so a lost key cannot be recovered`), tell("钥匙还在时，请先设监护人", "While the key is there, name guardians")),
  NoRecovery: ([member], speech) => refusal(tell(`${speech.member(member).zh}没有正在进行的找回`, `No recovery is open for ${speech.member(member).en}`), tell("请刷新页面看看现在的情况", "Read again to see how things stand")),
  NotAGuardian: ([index]) => refusal(tell(`第${index + 1n}个签名的不是这位成员现在的监护人，或者签名没有按地址排好`, `Signer ${index + 1n} is not a guardian of this member now, or the signatures are not in order`), tell("请核对监护人名单", "Compare with the list of guardians")),
  NothingWaits: ([member], speech) => refusal(tell(`${speech.member(member).zh}没有等着生效的监护人名单`, `No change of ${speech.member(member).en}'s guardians waits`), tell("请刷新页面看看现在的情况", "Read again to see how things stand")),
  RecoveryDue: ([, due], speech) => {
    const at = speech.time(Number(due));
    return refusal(tell(`反对的时间到${at.zh}为止，已经过了`, `It could be vetoed until ${at.en}, which has passed`), tell("请联系您的监护人", "Talk to your guardians"));
  },
  RecoveryIsOpen: ([member], speech) => refusal(tell(`${speech.member(member).zh}的找回还在进行中`, `A recovery of ${speech.member(member).en} is open`), tell("请等它完成、被反对或被撤销", "Wait until it is finished, vetoed or cancelled")),
  RecoveryStands: () => refusal(tell("这次找回由全体监护人在两次反对之后发起，不能再反对", "All guardians opened this recovery after two vetoes; it cannot be vetoed"), tell("请联系您的监护人，他们可以撤销", "Talk to your guardians, who can cancel it")),
  RecoveryTooEarly: ([, due], speech) => {
    const at = speech.time(Number(due));
    return refusal(tell(`等待期到${at.zh}才满`, `The wait ends at ${at.en}`), tell("请到时再完成", "Finish it then"));
  },
  TooFewGuardians: ([signed, needed]) => refusal(tell(`只有${signed}位监护人签了名，要${needed}位`, `${signed} ${signed === 1n ? "guardian" : "guardians"} signed, and ${needed} are needed`), tell("请再收集签名", "Gather more signatures")),
  VetoFresh: ([, from], speech) => {
    const at = speech.time(Number(from));
    return refusal(tell("不久前反对过一次找回，监护人暂时不能换", "A recovery was vetoed not long ago, so guardians cannot be changed for a while"), tell(`请在${at.zh}以后再换`, `Do it after ${at.en}`));
  },
};
