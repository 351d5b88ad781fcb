// What `coop audit` says, in both languages.
import type { AuditPart } from "../deploy/audit.ts";

const en = {
  help: `Looks for anyone who could rule the cooperative. Reads the chain alone and sends nothing.

Usage: npm run -s coop -- audit [--deployment FILE] [--founding FILE] [--rpc URL] [--json]

  --deployment FILE   the deployment record; left out: the practice network's
  --founding FILE     what the founders signed, as the deployment left it beside the record (CHAIN.founding.json is looked for there)
  --rpc URL           another node than the record's; do not take the word of the deployer's node
  --json              prints one JSON object

It compares the code of every contract with what is compiled here from these sources (npm run x -- hardhat build), every value that a
constructor fixed, every contract's word on the others; it reads all logs of roles; it tries every function from ten addresses, and every
function as a proposal; it looks for masters, proxies and stray operations.

Exits: 0  nobody rules: 0 keys left
       1  something was found, or the chain or the machine failed
       2  what was given cannot be used`,
  audits: (name: string, chainId: number, url: string) => `${name}, chain ${chainId}, read at ${url}`,
  parts: {
    chain: () => "the chain is the record's",
    code: (count: number) => `${count} contracts have the code that is compiled here, byte for byte, and none is a person's key`,
    immutables: (count: number) => `${count} values that constructors fixed mean what they should`,
    masters: (count: number) => `no proxy and no owner: ${count} slots and questions are empty`,
    wires: (count: number) => `${count} views name the right contracts`,
    roles: (count: number) => `the timelock administers itself, and the governor alone proposes, cancels and executes: ${count} roles read from all logs and asked again`,
    doors: (count: number) => `${count} calls from ten addresses were refused, each for who called`,
    powers: (count: number) => (count === 0 ? "nobody may propose now, so that no vote could be tried" : `${count} functions were tried as proposals: a vote may do the listed ones and no other`),
    queue: (count: number) => `${count} operations ever waited in the timelock, each from a vote`,
    numbers: (count: number) => `${count} numbers are within their bounds and began at their defaults`,
    founding: (count: number) => `members and charters of the first day are what the founders signed: ${count} compared`,
  } satisfies Record<AuditPart, (count: number) => string>,
  deployer: (address: string | null) => (address === null ? "The node does not tell who sent the contracts." : `The contracts were sent by ${address}, who has no power over them.`),
  noFounding: (file: string) => `What the founders signed is not at hand (${file}), so that the charters of the first day were not compared with it.`,
  notMade: (count: number) => `${count} further parts were not made: after this they would prove nothing.`,
  sound: "0 keys left",
  unsound: (count: number) => `${count === 1 ? "One thing" : `${count} things`} found. Do not trust this deployment.`,
  badFounding: (file: string, why: string) => `${file}: this is not what founders signed (${why}). Nothing was audited.`,
};

export type AuditWords = typeof en;

const zh: AuditWords = {
  help: `寻找任何可能支配合作社的人。只读链，什么都不发送。

用法：npm run -s coop -- audit [--deployment 文件] [--founding 文件] [--rpc 地址] [--json]

  --deployment 文件   部署记录；不写则为练习网的
  --founding 文件     发起人所签的内容，部署时放在记录旁边（不写则在那里找 链编号.founding.json）
  --rpc 地址          换一个节点；不要只信部署者的节点
  --json              输出一个JSON对象

逐一核对：每个合约的代码与这里由源码编译的一致（npm run x -- hardhat build）、构造时固定的每个值、合约之间互相的指认；读遍角色的
全部日志；从十个地址试每个函数，又把每个函数当作提案来试；查找主人、代理和来历不明的待执行事项。

退出码：0  没有人能支配：剩余钥匙0把
        1  发现了问题，或者链、本机出错
        2  所给的内容无法使用`,
  audits: (name, chainId, url) => `${name}，${chainId}号链，读自${url}`,
  parts: {
    chain: () => "链是记录里的那一条",
    code: (count) => `${count}个合约的代码与这里编译的逐字节相同，没有一个是某人的钥匙`,
    immutables: (count) => `构造时固定的${count}个值，含义都对`,
    masters: (count) => `没有代理，没有主人：${count}处存储和提问都是空的`,
    wires: (count) => `${count}处指认都对`,
    roles: (count) => `时间锁自己管自己，只有治理合约能提交、取消、执行：读遍日志，又逐一问过${count}次`,
    doors: (count) => `从十个地址试了${count}次调用，都因调用者是谁而被拒绝`,
    powers: (count) => (count === 0 ? "现在没有人可以提案，所以无从试起" : `把${count}个函数当作提案试过：表决能做清单里的，别的都不能`),
    queue: (count) => `时间锁里先后有过${count}件事，都来自表决`,
    numbers: (count) => `${count}个数都在界限之内，也都从默认值开始`,
    founding: (count) => `第一天的成员与章程正是发起人所签：比对了${count}项`,
  },
  deployer: (address) => (address === null ? "节点没有说合约是谁发送的。" : `合约由${address}发送，此人对它们没有任何权力。`),
  noFounding: (file) => `手边没有发起人所签的内容（${file}），所以没有拿第一天的章程与它比对。`,
  notMade: (count) => `还有${count}项没有做：在此之后它们说明不了什么。`,
  sound: "剩余钥匙0把（0 keys left）",
  unsound: (count) => `发现${count}个问题。请不要信任这个部署。`,
  badFounding: (file, why) => `${file}：这不是发起人所签的内容（${why}）。没有做任何核对。`,
};

export const auditWords: Record<"zh" | "en", AuditWords> = { en, zh };
