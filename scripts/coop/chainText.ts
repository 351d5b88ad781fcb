// What the command line says about chain, record and keys, in both languages.

const en = {
  noPractice: "No practice network is running here: start one with npm start, or name another cooperative with --deployment FILE. Nothing was sent.",
  noRecord: (file: string) => `${file}: there is no such file. It should be a deployment record. Nothing was sent.`,
  badRecord: (file: string, faults: string) => `${file}: this is no deployment record. Nothing was sent.\n${faults}`,
  unreachable: (url: string, practice: boolean) => `The chain at ${url} does not answer. ${practice ? "Start it with npm start" : "Check the network, or name another node with --rpc"}, then run the same command again. Nothing was sent.`,
  otherChain: (url: string, found: number, wanted: number) => `The chain at ${url} is number ${found}, but the cooperative lives on number ${wanted}. Name another node with --rpc. Nothing was sent.`,
  restarted: (url: string) => `The chain at ${url} is not the one in the deployment record: it was started anew, or is another. Use the record that belongs to it. Nothing was sent.`,
  notPractice: "The record says practice, but this is not the practice chain. No key was used, and nothing was sent.",
  notKept: (name: string, why: string) => `${name} is needed, and is not in Hardhat's keystore: npm run x -- hardhat keystore set ${name}. Nothing was sent.\n(${why})`,
  noProject: (project: number) => `There is no project ${project} in this cooperative. Nothing was sent.`,
  noSteward: (project: number) => `No practice seat is a steward of project ${project}. Nothing was sent.`,
  notSteward: (address: string, project: number) => `The key in the keystore, of ${address}, is not that of a steward of project ${project}. Only a steward does this. Nothing was sent.`,
  refused: (what: string) => `${what} What was done before stands. The same command can be run again.`,
  sends: (member: string, what: string) => `${member}: ${what}`,
  memberName: (member: number, name: string) => `${name} (practice member ${member})`,
  yourKey: (member: number) => `Member ${member} (your key)`,
};

export type ChainWords = typeof en;

const zh: ChainWords = {
  noPractice: "此处没有运行练习网：请用npm start启动，或用--deployment FILE指明别的合作社。什么都没有发送。",
  noRecord: (file) => `${file}：没有这个文件。它应当是部署记录。什么都没有发送。`,
  badRecord: (file, faults) => `${file}：这不是部署记录。什么都没有发送。\n${faults}`,
  unreachable: (url, practice) => `位于${url}的链没有回应。请${practice ? "用npm start启动它" : "检查网络，或用--rpc指明别的节点"}，再运行同一命令。什么都没有发送。`,
  otherChain: (url, found, wanted) => `位于${url}的链是${found}号，而合作社在${wanted}号链上。请用--rpc指明别的节点。什么都没有发送。`,
  restarted: (url) => `位于${url}的链不是部署记录里的那一条：它已重新启动，或是另一条。请使用属于它的记录。什么都没有发送。`,
  notPractice: "记录写着练习，但这不是练习链。没有使用任何钥匙，什么都没有发送。",
  notKept: (name, why) => `需要${name}，而Hardhat的钥匙库里没有：npm run x -- hardhat keystore set ${name}。什么都没有发送。\n（${why}）`,
  noProject: (project) => `这个合作社没有${project}号项目。什么都没有发送。`,
  noSteward: (project) => `没有哪个练习席位是${project}号项目的干事。什么都没有发送。`,
  notSteward: (address, project) => `钥匙库里的钥匙属于${address}，不是${project}号项目干事的。只有干事能做这件事。什么都没有发送。`,
  refused: (what) => `${what}此前所做的都算数。可以再次运行同一命令。`,
  sends: (member, what) => `${member}：${what}`,
  memberName: (member, name) => `${name}（练习成员${member}号）`,
  yourKey: (member) => `${member}号成员（您的钥匙）`,
};

export const chainWords: Record<"zh" | "en", ChainWords> = { en, zh };
