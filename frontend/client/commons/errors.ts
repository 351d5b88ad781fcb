import type { commonsPoolAbi } from "../abi/CommonsPool.ts";
import { type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { wiredOtherwiseText } from "../price/errors.ts";
import { aboveATenthText, onlyByVoteText, surplusPoolErrors } from "../price/poolErrors.ts";

/** What CommonsPool refuses, in words. */
export const commonsPoolErrors: ErrorTexts<typeof commonsPoolAbi> = {
  AboveATenth: aboveATenthText,
  AdoptedAlready: ([, adopted]) => refusal(adopted ? tell("这个合约连同这份代码已经采用", "The contract is adopted with this code already") : tell("这个合约没有以这份代码采用过", "The contract is not adopted with this code"), tell("不必再表决", "No vote is needed")),
  CodeDiffers: () => refusal(tell("那个地址上现在的代码，不是表决采用的那一份", "The code at that address is not the one that a vote adopted"), tell("请先核对新的代码，再提案采用它", "Look at the new code, and propose to adopt it")),
  NotAContract: () => refusal(tell("那个地址上没有合约，或者它借用别处的代码", "No contract stands at that address, or it borrows its code from elsewhere"), tell("请核对地址；公共池只付给代码固定的合约", "Check the address; the commons pays only contracts whose code is their own")),
  OnlyByVote: onlyByVoteText,
  TimelockMissing: surplusPoolErrors.TimelockMissing,
  WiredOtherwise: wiredOtherwiseText,
};
