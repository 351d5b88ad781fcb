// What `npm start` says, in both languages.

const en = {
  title: "Gongsheng: a practice cooperative on this machine",
  contracts: "Compiling the contracts (about a minute the first time)",
  chain: "Starting a chain",
  seed: "Founding the cooperative and telling its life so far",
  pages: "Building the pages",
  serve: "Serving the pages",
  done: (took: string): string => `done (${took})`,
  still: (took: string): string => `still at it after ${took}`,
  portInUse: (what: string, wanted: number, got: number): string => `Port ${wanted} is in use by another program; ${what} on ${got} instead.`,
  theChain: "the chain listens",
  thePages: "the pages are",
  open: (url: string): string => `Open        ${url}`,
  chainAt: (url: string, id: number): string => `Chain       ${url}  (chain id ${id}, practice only, gone when this ends)`,
  first: `Try first   1. Look around: everything can be read without a wallet.
            2. Take a seat under "Me": the keys are for practice and worth nothing.
            3. Attest and review what waits for you, vote before the vote closes in ten minutes, record something yourself,
               move time forward, draw your shares.`,
  stop: "Stop        Ctrl-C",
  stopped: "Stopped. The practice chain is gone; npm start makes the same one again.",
  failed: (step: string, why: string): string => `This step failed: ${step}\n${why}`,
  again: "Nothing is left running. After mending the cause, run npm start again.",
};

/** All of its sentences; the other language must have each. */
export type DevWords = typeof en;

const zh: DevWords = {
  title: "共生：在本机上的练习合作社",
  contracts: "编译合约（第一次约需一分钟）",
  chain: "启动一条链",
  seed: "创立合作社，并写入它至今的经历",
  pages: "生成页面",
  serve: "提供页面",
  done: (took) => `完成（${took}）`,
  still: (took) => `仍在进行，已用${took}`,
  portInUse: (what, wanted, got) => `端口${wanted}已被其他程序占用；${what}改用端口${got}。`,
  theChain: "链",
  thePages: "页面",
  open: (url) => `打开    ${url}`,
  chainAt: (url, id) => `链      ${url}  （链ID ${id}，仅供练习，程序结束即消失）`,
  first: `先试试  1. 随处看看：不连钱包也能查看一切。
        2. 在“我的”里坐上一个席位：密钥只供练习，没有价值。
        3. 为等待您的贡献作证，评议等待您的项目说，赶在十分钟后截止前投票，自己记录一笔，把时间向前推，领取份额。`,
  stop: "停止    Ctrl-C",
  stopped: "已停止。练习链已消失；再次运行npm start会重建同样的一条。",
  failed: (step, why) => `这一步失败了：${step}\n${why}`,
  again: "没有任何程序留在运行。排除原因后，请再次运行npm start。",
};

/** The sentences in both languages. */
export const devWords: Record<"zh" | "en", DevWords> = { en, zh };
