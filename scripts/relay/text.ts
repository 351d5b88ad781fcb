// What `coop relay` says, in both languages.

const en = {
  help: `Carries what members signed off-net: acts, ballots, applications with their vouches, recoveries with their approvals. Anyone may; nobody
can change what was signed.

Usage: npm run -s coop -- relay FILE… [--dry-run] [--journal FILE] [--deployment FILE] [--rpc URL] [--json]
       npm run -s coop -- relay --serve [--port N] [--host ADDRESS] [--state FOLDER] …

  FILE             bundles (.coop.json), several in one text if you like, or lists of ballots; - is standard input
  --dry-run        checks and explains every item, and sends nothing
  --journal FILE   where it is kept what was sent; left out: FILE.journal beside the first file
  --per-lot N      acts in one transaction at most, 1 to 100; left out: 20
  --gas-per-act N  gas that one act may have at most; left out: 2000000
  --json           prints one JSON object

Every item is checked and rehearsed before anything is sent; what the chain would refuse is told with its reason and costs nothing. What
depends on another item of the files is tried again after it. Stopped at any moment, even by force, the same command goes on where it
was and does nothing twice: each transaction is on the disk before it is sent, and the chain uses an act's number once.

With --serve it carries for others, over HTTP, from the key's own money (docs/relay.md):
  --port N           left out: 8787            --host ADDRESS     left out: 127.0.0.1, this machine alone
  --state FOLDER     where it keeps what it accepted; left out: relay-CHAIN beside the deployment record
  --most-waiting N   items that may wait; left out: 5000      --per-member N     items of one member an hour; left out: 20
  --gas-per-hour N   left out: 20000000        --gas-per-act N    left out: 1000000
  --most-gwei N      waits while gas costs more; left out: no limit

On the practice network the first seat pays (the service: an account of its own); elsewhere the key in Hardhat's keystore (LIVE_KEY).

Exits: 0  all are done, now or before
       1  the chain, the network or the machine failed, or the key has no money; run the same command again
       2  what was given cannot be used; nothing was sent
       4  some are not done: each is told with its reason`,
  usage: "At least one file is needed: npm run -s coop -- relay FILE; or --serve. Nothing was sent.",
  serveAlone: "--serve takes no files and is no dry run. Nothing was sent.",
  forServe: "is for --serve alone. Nothing was sent.",
  noWhole: (least: number, most: number) => `must be a whole number from ${least} to ${most}. Nothing was sent.`,
  notRead: (why: string) => `cannot be read (${why}). Nothing was sent.`,
  notWritten: (why: string) => `cannot be written (${why}), and without it nothing is sent.`,
  journalTaken: (lock: string, pid: number) => `Another run has this journal (process ${pid}). Wait for it; if there is no such run, delete ${lock}. Nothing was sent.`,
  journalBroken: "this journal was changed by another hand and cannot be trusted. Name another with --journal: the chain itself keeps anything from being done twice. Nothing was sent.",
  journalForeign: "this journal is of another cooperative or chain. Name another with --journal. Nothing was sent.",
  resumes: "Going on with a transaction that an earlier run had sent …",
  wouldCarry: (good: number, before: number, waiting: number, refused: number) => `${good} can be carried, ${before} were done before, ${waiting} wait, ${refused} cannot be carried. Nothing was sent.`,
  lot: (place: number, of: number, done: number, not: number, tx: string | null) => `  ${place}/${of}: ${done} done${not > 0 ? `, ${not} not` : ""}${tx === null ? "" : `  ${tx}`}`,
  carried: (done: number, before: number, waiting: number, refused: number) => `${done} done now, ${before} had been done before, ${waiting} wait, ${refused} were not done.`,

  noHost: "must be an address of this machine, such as 127.0.0.1 or 0.0.0.0. Nothing was started.",
  noService: (why: string) => `The service cannot start: ${why}. What was accepted before is not lost.`,
  stateTaken: (folder: string, pid: number) => `Another service keeps its state in ${folder} (process ${pid}). Two must not share an account. Name another folder with --state, and another key.`,
  serves: (name: string, url: string, payer: string, waiting: number) => `Carrying for ${name} at ${url}\n  paid by ${payer}\n  ${waiting} waiting from before\n  ends with Ctrl+C; nothing that was accepted is lost`,
};

export type RelayWords = typeof en;

const zh: RelayWords = {
  help: `代为送出成员离线签好的内容：事、选票、带担保的加入申请、带签名的找回。谁都可以送；谁也改不了签好的内容。

用法：npm run -s coop -- relay 文件… [--dry-run] [--journal 文件] [--deployment 文件] [--rpc 地址] [--json]
      npm run -s coop -- relay --serve [--port 端口] [--host 地址] [--state 文件夹] …

  文件             签好的文件（.coop.json），一段文字里可以有几份，也可以是选票；-是标准输入
  --dry-run        逐份检查并说明，什么都不发送
  --journal 文件   发送过什么记在这里；不写则在第一个文件旁边，名为“文件.journal”
  --per-lot 件数   一笔交易里最多几件，1到100；不写则为20
  --gas-per-act 数 一件事最多用多少手续费额度；不写则为2000000
  --json           输出一个JSON对象

发送之前每一份都先检查、预演；链会拒绝的说明原因，不花钱。要等文件里另一份的，等那份做成后再试。无论何时停下，哪怕被强行终止，
再运行同一命令就从那里接着做，不会重复：每笔交易先写进磁盘再发送，而且链上每件事的编号只能用一次。

加上--serve则通过HTTP替别人代送，手续费由这把钥匙出（见docs/relay.md）：
  --port 端口        不写则为8787              --host 地址        不写则为127.0.0.1，只限本机
  --state 文件夹     收下的内容存在哪里；不写则在部署记录旁边的“relay-链编号”
  --most-waiting 份  最多多少份在等；不写则为5000        --per-member 份    每位成员每小时几份；不写则为20
  --gas-per-hour 数  不写则为20000000          --gas-per-act 数   不写则为1000000
  --most-gwei 数     手续费单价高于它就等；不写则不限

练习网上由第一个席位付手续费（服务则用自己的账户）；别处由Hardhat钥匙库里的钥匙付（LIVE_KEY）。

退出码：0  全部做成，现在或此前
        1  链、网络或本机出错，或钥匙里没有钱；请再运行同一命令
        2  所给的内容无法使用；什么都没有发送
        4  有没做成的：每一份都说明原因`,
  usage: "至少需要一个文件：npm run -s coop -- relay 文件；或者--serve。什么都没有发送。",
  serveAlone: "--serve不接受文件，也不能预演。什么都没有发送。",
  forServe: "只用于--serve。什么都没有发送。",
  noWhole: (least, most) => `应当是${least}到${most}的整数。什么都没有发送。`,
  notRead: (why) => `读不出来（${why}）。什么都没有发送。`,
  notWritten: (why) => `写不进去（${why}），没有它就不发送。`,
  journalTaken: (lock, pid) => `另一次运行正在用这份日志（进程${pid}）。请等它结束；若没有这样的运行，请删除${lock}。什么都没有发送。`,
  journalBroken: "这份日志被别人改过，不可信。请用--journal另指一份：链本身就不会让任何事做两次。什么都没有发送。",
  journalForeign: "这份日志属于别的合作社或别的链。请用--journal另指一份。什么都没有发送。",
  resumes: "接着处理上次运行已发出的一笔交易……",
  wouldCarry: (good, before, waiting, refused) => `${good}份可以送，${before}份此前已做成，${waiting}份要等，${refused}份送不了。什么都没有发送。`,
  lot: (place, of, done, not, tx) => `  ${place}/${of}：做成${done}份${not > 0 ? `，没成${not}份` : ""}${tx === null ? "" : `  ${tx}`}`,
  carried: (done, before, waiting, refused) => `现在做成${done}份，此前已做成${before}份，${waiting}份要等，${refused}份没有做成。`,

  noHost: "应当是本机的一个地址，如127.0.0.1或0.0.0.0。什么都没有启动。",
  noService: (why) => `服务无法启动：${why}。此前收下的不会丢。`,
  stateTaken: (folder, pid) => `另一个服务正在用${folder}（进程${pid}）。两个服务不能共用一个账户。请用--state另指文件夹，并换一把钥匙。`,
  serves: (name, url, payer, waiting) => `正在为${name}代送，地址${url}\n  手续费由${payer}付\n  此前收下、还在等的有${waiting}份\n  按Ctrl+C结束；收下的不会丢`,
};

export const relayWords: Record<"zh" | "en", RelayWords> = { en, zh };
