import type { coopTimelockAbi } from "../abi/CoopTimelock.ts";
import { developers, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";

const days = (seconds: bigint): string => String(Math.round(Number(seconds) / 864) / 100);

/** What CoopTimelock refuses, in words; what CoopGovernor refuses is in governorErrors.ts. */
export const coopTimelockErrors: ErrorTexts<typeof coopTimelockAbi> = {
  AccessControlBadConfirmation: () => refusal(tell("只能放弃自己的权限", "A role can only be given up by whoever holds it"), developers),
  AccessControlUnauthorizedAccount: () => refusal(tell("这个地址没有这项权限；权限只属于表决", "This address has no such power; powers belong to the vote alone"), tell("请提出提案", "Make a proposal")),
  DelayIsAParameter: () =>
    refusal(tell("等待期是合作社的参数，由每份提案带来，时间锁自己不改", "The delay is a number of the cooperative that each proposal brings with it; the timelock does not change it"), tell("要改它，请提案修改等待天数", "To change it, propose another number of days")),
  EtherRefused: () => refusal(tell("时间锁不收币", "The timelock takes no coins"), tell("请不要给它转账", "Send none to it")),
  FailedCall: () => refusal(tell("表决通过的操作在执行时失败了", "What was voted failed when it was carried out"), tell("请看提案的明细；修正后须重新表决", "See the proposal's details; what is wrong must be put right by another vote")),
  GovernorMissing: () => refusal(tell("部署时没有给出表决合约的地址", "The deployment did not name a governor"), developers),
  TimelockInsufficientDelay: ([delay, least]) =>
    refusal(tell(`等待期${days(delay)}天短于规定的${days(least)}天`, `A delay of ${days(delay)} days is below the ${days(least)} days that are set`), tell("请改长等待期", "Make the delay longer")),
  TimelockInvalidOperationLength: () => refusal(tell("提案的目标、内容和金额个数不一致", "Targets, contents and amounts of the proposal differ in number"), developers),
  TimelockUnauthorizedCaller: () => refusal(tell("这件事只有时间锁自己能做", "Only the timelock itself does this"), tell("请提出提案", "Make a proposal")),
  TimelockUnexecutedPredecessor: () => refusal(tell("排在它之前的提案还没有执行", "A proposal that must come first was not carried out yet"), tell("请先执行那一份", "Carry that one out first")),
  TimelockUnexpectedOperationState: () => refusal(tell("这份提案现在不在能这样做的状态：还在等待、已经执行或已经取消", "The proposal is not where this can be done: it still waits, was carried out, or was cancelled"), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
};
