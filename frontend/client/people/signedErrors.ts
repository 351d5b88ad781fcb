import type { Address } from "viem";
import { developers, type ErrorText, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";

/** What every contract says that takes signatures. */
export const signedErrors = {
  InvalidShortString: () => refusal(tell("合约的名称太长", "The contract's name is too long"), developers),
  StringTooLong: () => refusal(tell("给合约的文字太长", "A text given to the contract is too long"), developers),
  SignatureExpired: ([expires], speech) => {
    const until = speech.time(Number(expires));
    return refusal(tell(`这份签名只到${until.zh}有效，已经过期`, `This signature held until ${until.en} and has expired`), tell("请签名的人重新签一份", "Ask whoever signed it to sign anew"));
  },
  SignatureInvalid: () => refusal(tell("签名不是应当签的人签的，或者签的是别的内容", "A signature is not by whoever should have signed, or is over something else"), tell("请本人在这个合作社的页面上重新签", "Ask that person to sign again on this cooperative's page")),
  SignatureTooLong: ([, most], speech) => {
    const until = speech.time(Number(most));
    return refusal(tell(`签名的有效期太长，现在最远只能到${until.zh}`, `The signature holds for too long; now it may hold until ${until.en} at most`), tell("请按较短的有效期重新签", "Ask for a signature that holds for less long"));
  },
} as const satisfies {
  InvalidShortString: ErrorText<readonly []>;
  StringTooLong: ErrorText<readonly [string]>;
  SignatureExpired: ErrorText<readonly [bigint, bigint]>;
  SignatureInvalid: ErrorText<readonly [Address]>;
  SignatureTooLong: ErrorText<readonly [bigint, bigint]>;
};
