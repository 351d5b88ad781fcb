// What founders and the deployer read, in both languages.
import { type Fault, sayFault } from "#client/work/statement/faults.ts";

const en = {
  notRead: (file: string, why: string): string => `${file} cannot be read: ${why}. Nothing was changed.`,
  notJson: (file: string, line: number, why: string): string => `${file}:${line}: not JSON (${why}). Nothing was changed.`,
  faults: (file: string, faults: readonly string[]): string => `${file} cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}\nNothing was changed and nothing was sent.`,
  missing: (field: string): string => `${field}: is missing`,
  unknown: (field: string): string => `${field}: is not known here`,
  wanted: { text: "should be a text", list: "should be a list", object: "should be an object", address: "should be an address, 0x and 40 hexadecimal digits", zero: "may not be the zero address", hash: "should be a digest, 0x and 64 hexadecimal digits", signature: "should be a signature, 0x and hexadecimal digits, or null while there is none", two: "needs \"zh\" and \"en\"" },
  whole: (least: number, most: number): string => `should be a whole number from ${least} to ${most}`,
  length: (least: number, most: number): string => `should hold ${least} to ${most} entries`,
  twice: (what: string): string => `names ${what} twice`,
  noMember: (number: number, founders: number): string => `names member ${number}; the founders are members 1 to ${founders}`,
  unread: (file: string): string => `the file ${file} cannot be read`,
  inStatement: (file: string, fault: Fault): string => `${file}: ${sayFault(fault).en}`,
  amends: (file: string): string => `${file} would amend a project; a founding project is new, so remove "amends"`,
  badUri: (ipfs: string): string => `is no address that a page can open. Write an https address or ${ipfs}, or leave it out: then the statement goes on chain whole`,
  usage: `What a founder signs before a cooperative is deployed.

  npm run -s x -- node scripts/deploy/consent.ts FILE              who has signed, and what a wallet is to sign (EIP-712)
  npm run -s x -- node scripts/deploy/consent.ts FILE --add 0x…    puts a signature made in a wallet into the file
  npm run -s x -- node scripts/deploy/consent.ts FILE --sign       signs with a private key read from standard input

Exits: 0 done; 1 somebody's consent is still missing; 2 what was given cannot be used, and nothing was changed.`,
  signed: (place: number, key: string): string => `founder ${place} ${key}: has signed`,
  unsigned: (place: number, key: string): string => `founder ${place} ${key}: has not signed`,
  spoiled: (place: number, key: string): string => `founder ${place} ${key}: signed something else; sign again`,
  toSign: "Each founder signs this with the own key as \"founder\":",
  notAFounder: (address: string): string => `${address} is no founder in this file. Nothing was changed.`,
  noKey: "That is no private key. Nothing was changed.",
  noSignature: "That is no signature of a founder over this file. Nothing was changed.",
  added: (place: number, file: string): string => `The consent of founder ${place} stands in ${file}.`,
  wrongChain: (chain: number, wanted: number): string => `This network is chain ${chain}, and the founders signed for chain ${wanted}. Nothing was sent.`,
  wrongDeployer: (deployer: string, wanted: string): string => `The key in the keystore is ${deployer}'s, and the founders signed for ${wanted}. Nothing was sent.`,
  step: (step: number, of: number, name: string): string => `${step}/${of} ${name} …`,
  deployed: (file: string): string => `Deployed and checked. The record is ${file}. From now on only a vote changes anything: check it with npm run -s coop -- audit.`,
  exists: (file: string): string => `${file} exists already: a cooperative stands on this chain. Move the file away to deploy another. Nothing was sent.`,
};

export type DeployWords = typeof en;

const zh: DeployWords = {
  notRead: (file, why) => `无法读取${file}：${why}。什么都没有改动。`,
  notJson: (file, line, why) => `${file}:${line}：不是JSON（${why}）。什么都没有改动。`,
  faults: (file, faults) => `${file}无法使用：\n${faults.map((fault) => `  ${fault}`).join("\n")}\n什么都没有改动，什么都没有发送。`,
  missing: (field) => `${field}：缺少这一项`,
  unknown: (field) => `${field}：不认识这一项`,
  wanted: { text: "应为文字", list: "应为列表", object: "应为对象", address: "应为地址（0x加40位十六进制数）", zero: "不能是零地址", hash: "应为摘要（0x加64位十六进制数）", signature: "应为签名（0x加十六进制数），还没有签名时为null", two: "需要\"zh\"和\"en\"两项" },
  whole: (least, most) => `应为${least}到${most}之间的整数`,
  length: (least, most) => `应有${least}到${most}项`,
  twice: (what) => `${what}写了两次`,
  noMember: (number, founders) => `写了${number}号成员，而发起人是1号到${founders}号`,
  unread: (file) => `无法读取文件${file}`,
  inStatement: (file, fault) => `${file}：${sayFault(fault).zh}`,
  amends: (file) => `${file}写的是修订别的项目；发起的项目是新的，请删去“amends”`,
  badUri: (ipfs) => `不是网页能打开的地址。请写https地址或${ipfs}，或不写：那样整份项目说都上链`,
  usage: `合作社部署之前，发起人签字用。

  npm run -s x -- node scripts/deploy/consent.ts 文件              看谁已签字，以及钱包要签的内容（EIP-712）
  npm run -s x -- node scripts/deploy/consent.ts 文件 --add 0x…    把钱包里做好的签名写进文件
  npm run -s x -- node scripts/deploy/consent.ts 文件 --sign       用从标准输入读取的私钥签字

退出码：0 已完成；1 还有人没有签字；2 所给的内容无法使用，什么都没有改动。`,
  signed: (place, key) => `发起人${place} ${key}：已签字`,
  unsigned: (place, key) => `发起人${place} ${key}：尚未签字`,
  spoiled: (place, key) => `发起人${place} ${key}：签的是别的内容，请重新签字`,
  toSign: "每位发起人以自己的钥匙作为“founder”，签下面的内容：",
  notAFounder: (address) => `${address}不是这份文件里的发起人。什么都没有改动。`,
  noKey: "这不是私钥。什么都没有改动。",
  noSignature: "这不是任何发起人对这份文件的签名。什么都没有改动。",
  added: (place, file) => `发起人${place}的同意已写入${file}。`,
  wrongChain: (chain, wanted) => `这个网络是${chain}号链，发起人签的是${wanted}号链。什么都没有发送。`,
  wrongDeployer: (deployer, wanted) => `钥匙库里的钥匙属于${deployer}，发起人签的是${wanted}。什么都没有发送。`,
  step: (step, of, name) => `${step}/${of} ${name} …`,
  deployed: (file) => `已部署并核对。记录写在${file}。从现在起只有表决能改动它：可用npm run -s coop -- audit核对。`,
  exists: (file) => `${file}已经存在：这条链上已有合作社。要另行部署，请先移走这个文件。什么都没有发送。`,
};

export const deployWords: Record<"zh" | "en", DeployWords> = { en, zh };
