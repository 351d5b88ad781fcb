import type { shareLedgerAbi } from "../abi/ShareLedger.ts";
import { type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";

/** What ShareLedger refuses, in words. */
export const shareLedgerErrors: ErrorTexts<typeof shareLedgerAbi> = {
  AlreadyDrawn: ([project, epoch, member], speech) =>
    refusal(tell(`${speech.member(member).zh}在${speech.project(project).zh}第${epoch}期的份额已经领取过了`, `The shares of ${speech.member(member).en} in ${speech.project(project).en} for epoch ${epoch} were drawn before`), tell("不必再做什么，份额已在账上", "There is nothing to do; they are in the ledger")),
  CloseFirst: ([project, epoch], speech) =>
    refusal(tell(`${speech.project(project).zh}第${epoch}期之前还有几期没有结算`, `Earlier epochs of ${speech.project(project).en} must be closed before epoch ${epoch}`), tell("请先结算（任何人都可以），再领取", "Close them first, which anyone may do, then draw")),
  LeafDrawnBefore: () => refusal(tell("这一份已经领取过了", "This leaf was drawn before"), tell("不必再做什么，份额已在账上", "There is nothing to do; its shares are in the ledger")),
  NotBoundYet: () =>
    refusal(tell("这个身份还没有认定给成员，或认定还没有生效", "This identity is not bound to a member yet, or the binding does not count yet"), tell("请请项目干事提出认定，生效后再领取；它会等三年", "Ask a steward to propose the binding and draw once it counts; the leaf waits three years")),
  NotFinalYet: ([project, epoch, at], speech) =>
    refusal(tell(`${speech.project(project).zh}第${epoch}期还可能变动，${speech.time(Number(at)).zh}起才能领取`, `Epoch ${epoch} of ${speech.project(project).en} can still change; it can be drawn from ${speech.time(Number(at)).en} on`), tell("请到时再来，份额不会丢", "Come back then; the shares will be there")),
  NothingToDraw: ([project, epoch, member], speech) =>
    refusal(tell(`${speech.member(member).zh}在${speech.project(project).zh}第${epoch}期没有计入的贡献`, `${speech.member(member).en} has no credit in ${speech.project(project).en} for epoch ${epoch}`), tell("请核对项目和期数", "Check project and epoch")),
  ProofInvalid: () => refusal(tell("这份数据算不出本批公布的根", "This data does not lead to the root of the batch"), tell("请取得发布时的数据文件，再试一次", "Get the data file as it was published and try again")),
  SharesStay: () => refusal(tell("份额不能转让、授权或出借", "Shares are never transferred, approved or lent"), tell("份额属于成员，换钥匙不影响", "They belong to the member, whatever the key")),
};
