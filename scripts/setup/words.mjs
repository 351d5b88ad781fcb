// @ts-check
// What setup says, in both languages. The language is the machine's own.
/** @satisfies {Record<string, string | ((...given: any[]) => string)>} */
const en = {
  usage: (tasks) => `Usage: npm start | npm test | npm run ${tasks} [-- arguments]\nnpm run x -- COMMAND … runs any command with the project's tools, for example: npm run x -- hardhat build`,
  waiting: "Another setup is running in this folder; waiting for it.",
  getting: (what) => `Getting ${what} …`,
  got: (what, time) => `Getting ${what}: done in ${time}.`,
  stopped: (step, why) => `\nSetup stopped at "${step}": ${why}`,
  npmEnded: (code) => `npm ended with ${code}; what it said is above.`,
  lock: "the setup's lock",
  lockRemedy: (folder) => `Check that ${folder} can be written, then run the same command again.`,
  node: "Node",
  privateNode: (version) => `a private Node (this machine has ${version})`,
  nodeIs: (version) => `this machine has Node ${version}.`,
  nodeMissing: "it could not be fetched, or there is none for this machine.",
  nodeRemedy: "Check the network and run the same command again, or install Node 22.13 or newer first.",
  dependencies: "the dependencies",
  dependenciesNow: "the dependencies (about a minute the first time)",
  leftOut: (name) => `npm went on without ${name}, which this machine needs.`,
  dependenciesRemedy: "Check the network and the free space (about 600 MB), then run the same command again.",
  browser: "the browser for screen tests",
  fonts: "the Chinese fonts for the browser",
  noBrowser: "there is no Chromium or Chrome on this machine.",
  noBrowserRemedy: "Install one, or name it: CHROME=/path/to/chrome npm test",
  browserRemedy: "Check the network and the free space (about 400 MB) and run the same command again, or name a Chromium: CHROME=/path/to/chromium npm test",
  noCommand: (name) => `there is no command "${name}".`,
  noCommandRemedy: "Check the spelling; the project's own commands are in node_modules/.bin.",
};

/** @type {typeof en} */
const zh = {
  usage: (tasks) => `用法：npm start | npm test | npm run ${tasks} [-- 参数]\nnpm run x -- 命令 … 用本项目的工具运行任何命令，例如：npm run x -- hardhat build`,
  waiting: "本文件夹里正有另一个准备过程，等它完成。",
  getting: (what) => `正在取得${what}……`,
  got: (what, time) => `已取得${what}，用时${time}。`,
  stopped: (step, why) => `\n准备过程停在“${step}”：${why}`,
  npmEnded: (code) => `npm以${code}结束，它说的话在上面。`,
  lock: "准备过程的锁",
  lockRemedy: (folder) => `请确认${folder}可以写入，然后再次运行同一命令。`,
  node: "Node",
  privateNode: (version) => `本项目自用的Node（本机的是${version}）`,
  nodeIs: (version) => `本机的Node是${version}。`,
  nodeMissing: "没能取到，或没有适合本机的。",
  nodeRemedy: "请检查网络后再次运行同一命令；也可以先安装Node 22.13或更新的版本。",
  dependencies: "依赖",
  dependenciesNow: "依赖（第一次约需一分钟）",
  leftOut: (name) => `npm略过了本机需要的${name}。`,
  dependenciesRemedy: "请检查网络和剩余空间（约600 MB），然后再次运行同一命令。",
  browser: "界面测试用的浏览器",
  fonts: "浏览器用的中文字体",
  noBrowser: "本机没有Chromium或Chrome。",
  noBrowserRemedy: "请安装一个，或指明它的位置：CHROME=/path/to/chrome npm test",
  browserRemedy: "请检查网络和剩余空间（约400 MB），然后再次运行同一命令；也可指明一个Chromium：CHROME=/path/to/chromium npm test",
  noCommand: (name) => `没有“${name}”这个命令。`,
  noCommandRemedy: "请检查拼写；本项目自己的命令在node_modules/.bin里。",
};

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

/** The sentences in the machine's language; English where it is neither. */
export const words = /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? zh : en;
