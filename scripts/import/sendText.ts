// What posting, binding, drawing and verifying say, in both languages. Amounts come as text, in units; moments as text too.

const en = {
  dataWritten: (file: string) => `Data file written: ${file}`,
  enrolling: (who: string) => `${who} enrols as an attester, since too few attest in this project.`,
  posting: (who: string, credit: string, sum: string) => `${who} posts the batch: ${sum} units of records, to count for ${credit}.`,
  posted: (id: string) => `Posted: batch ${id}`,
  attesting: (who: string) => `${who} attests: yes.`,
  practiceAloud: "This is the practice network: its steward and its attesters act by themselves, as members would.",
  leftToMembers: (needed: number) => `Attesting is left to the members: ${needed} answers are needed.`,
  tooFew: (missing: number) => `${missing} answers are still missing, and no practice seat can give them now.`,
  sealed: (epoch: number, until: string, final: string) => `Sealed: it counts in epoch ${epoch}, can be challenged until ${until}, and its leaves can be drawn from ${final} on, once their people are bound.`,
  refusedBatch: "The attesters said no: the batch counts for nothing.",
  creditTooHigh: (most: string) => `--credit is above half the project's budget of this epoch, ${most} units. Nothing was sent.`,
  uriNeeded: "Name with --uri where you publish the data file: whoever cannot read it and rebuild the root says no. --dry-run --out FILE writes it. Nothing was sent.",
  waitsStill: (id: string) => `Batch ${id} was posted before and waits for answers.`,
  noData: (digest: string, uri: string, file: string) =>
    `The data of a batch (digest ${digest}) cannot be had${uri ? ` from ${uri}` : ""}. Without it, it is not known what was counted. Put it at ${file}, then run the same command again. Nothing was sent.`,
  otherData: (where: string, digest: string) => `${where} is not the data that the chain names (digest ${digest}). Nothing was sent.`,

  bindHelp: `Says that an identity of an imported history is a member. Attested and challengeable; it counts one epoch after it was sealed.

Usage: npm run -s coop -- bind NAME --project ID --member N [options]

NAME                the name in the history: an e-mail address for git, the author text for JSON Lines
--identity HASH     the identity itself, in place of NAME
--project ID        the project whose steward proposes it
--member N          the member's number
--json              prints one JSON object on standard output, and nothing else
--data DIR, --deployment FILE, --rpc URL, --lang zh|en   as for import

On the practice network the steward proposes and the attesters attest; elsewhere the steward's key comes from Hardhat's keystore.
Exits: 0  done, or bound already    1  refused, or chain, network or machine failed    2  unusable option, or no such person`,
  bindUsage: "Name one person (NAME or --identity), --project and --member. --help shows how. Nothing was done.",
  noSuchPerson: (name: string, project: number) => `No batch of project ${project} has a leaf for ${name}. For git, give the e-mail address; for JSON Lines, the author text as it stands there. Nothing was sent.`,
  noSuchMember: (member: number) => `There is no member ${member}. Nothing was sent.`,
  boundAlready: (member: number) => `This identity is bound to member ${member} already.`,
  memberBound: (member: number) => `Member ${member} is bound to another identity already. Nothing was sent.`,
  proposing: (who: string, identity: string, member: number) => `${who} says that ${identity} is member ${member}.`,
  bound: (from: string, until: string) => `Sealed: it can be challenged until ${until} and counts from ${from} on.`,
  bindingRefused: "The attesters said no: the identity stays unbound.",

  drawHelp: `Draws leaves of imported histories for their owners. Anyone may, for anyone, whenever, with the same result.

Usage: npm run -s coop -- draw [NAME] --project ID [options]

NAME                one person of the history; without it, every leaf that can be drawn
--identity HASH     the identity itself, in place of NAME
--project ID        the project
--json              prints one JSON object on standard output, and nothing else
--data DIR, --deployment FILE, --rpc URL, --lang zh|en   as for import

Exits: 0  done, or nothing to draw now    1  refused, or chain, network or machine failed    2  unusable option, or no such person
       3  data of a batch cannot be had`,
  drawUsage: "Name --project, and at most one person. --help shows how. Nothing was done.",
  closing: "Closing earlier epochs of the project first.",
  drawn: (who: string, shares: string, withheld: string) => `Drawn for ${who}: ${shares} shares${withheld === "0" ? "" : `; ${withheld} above the stop went to the reserve`}.`,
  nothingToDraw: "No leaf can be drawn now.",
  notYet: (count: number) => `${count} leaves wait: their people are not bound yet, or their epoch is not final.`,
  drawableFrom: (when: string) => `The first of them that is bound can be drawn from ${when} on.`,
  member: (member: number) => `member ${member}`,
  reserve: "the project's reserve",

  verifyHelp: `Rebuilds the tree of a batch from its data file, and compares with the chain.

Usage: npm run -s coop -- verify FILE [options]
       npm run -s coop -- verify --batch ID [options]

FILE                a batch's data file
--batch ID          a batch on the chain; its data is looked for in the data folder and where its event says
--source PATH       also read the history itself as import does (for CSV with the same columns), and compare
--offline           asks no chain: only whether the file's numbers follow from its records
--json              prints one JSON object on standard output, and nothing else
--data DIR, --deployment FILE, --rpc URL, --lang zh|en   as for import

Exits: 0  all the same    1  chain, network or machine failed    2  unusable option, path or line    3  unavailable: data cannot be had, or
       is not what was posted    4  false: the data was had, and something differs: it is said what`,
  verifyUsage: "Name a data file, or --batch and the batch's number. --help shows how. Nothing was done.",
  noSuchBatch: (id: string) => `There is no batch ${id} in this cooperative.`,
  unsound: (file: string, line: number, reason: string) => `${file}${line > 0 ? `:${line}` : ""}: ${reason}`,
  rebuilt: (records: number, people: number, sum: string, root: string, digest: string) =>
    `Rebuilt from ${records} records of ${people} people:\n  total value  ${sum}\n  root         ${root}\n  data digest  ${digest}`,
  sameAsChain: (id: string) => `The same as on the chain: batch ${id}.`,
  unavailable: (id: string) => `Batch ${id} is unavailable: neither true nor false is known of it. Who attests answers no to data that cannot be had, and so does a second round.`,
  unknownTwice: "So it is not known whether this batch counts again what was counted before.",
  onNoChain: (digest: string) => `No batch on this chain names data with the digest ${digest}.`,
  differs: (what: string, here: string, there: string) => `${what} differs: ${here} here, ${there} there.`,
  sameAsSource: (path: string, unread: number) => `The same as ${path} gives${unread > 0 ? `; ${unread} records there are not in this batch` : ""}.`,
  notInSource: (count: number, path: string) => `${count} records of the batch are not in ${path}.`,
  countedTwice: (count: number) => `${count} records were counted by an earlier batch already.`,
  project: "project",
  sum: "sum",
  root: "root",
  data: "data",
};

export type SendWords = typeof en;

const zh: SendWords = {
  dataWritten: (file) => `已写好数据文件：${file}`,
  enrolling: (who) => `${who}登记见证，因为这个项目的见证人太少。`,
  posting: (who, credit, sum) => `${who}提交批次：记录共${sum}个单位，计为${credit}。`,
  posted: (id) => `已提交：批次${id}`,
  attesting: (who) => `${who}见证：是。`,
  practiceAloud: "这是练习网：干事和见证人自动行事，正如成员会做的那样。",
  leftToMembers: (needed) => `见证留给成员：需要${needed}个答复。`,
  tooFew: (missing) => `还缺${missing}个答复，眼下没有练习席位能给出。`,
  sealed: (epoch, until, final) => `已定值：计入第${epoch}期，${until}之前可以质疑；其中的人认领之后，从${final}起可以领取各自的叶。`,
  refusedBatch: "见证人答复否：这个批次不计任何价值。",
  creditTooHigh: (most) => `--credit超过了项目本期预算的一半（${most}个单位）。什么都没有发送。`,
  uriNeeded: "请用--uri写明您在何处公布数据文件：读不到它、不能重建树根的人都会答复否。--dry-run --out FILE可写出它。什么都没有发送。",
  waitsStill: (id) => `批次${id}先前已提交，正等待答复。`,
  noData: (digest, uri, file) => `取不到一个批次的数据（摘要${digest}）${uri ? `，地址为${uri}` : ""}。没有它，就不知道已计入了什么。请把它放到${file}，再运行同一命令。什么都没有发送。`,
  otherData: (where, digest) => `${where}不是链上所指的数据（摘要${digest}）。什么都没有发送。`,

  bindHelp: `声明导入历史中的一个身份就是某位成员。需要见证，可以质疑；定值之后满一期才作数。

用法：npm run -s coop -- bind 名字 --project 编号 --member 编号 [选项]

名字                历史中的名字：git为电子邮箱，JSON Lines为author文本
--identity 哈希     直接给出身份，代替名字
--project 编号      由哪个项目的干事提出
--member 编号       成员编号
--json              只在标准输出上打印一个JSON对象
--data 文件夹、--deployment 文件、--rpc 地址、--lang zh|en   与import相同

在练习网上由干事提出、见证人见证；在别处，干事的钥匙来自Hardhat钥匙库。
退出码：0  已完成，或已认领    1  被拒绝，或链、网络、本机出错    2  选项无法使用，或没有这个人`,
  bindUsage: "请给出一个人（名字或--identity）、--project和--member。用--help可查看用法。什么都没有做。",
  noSuchPerson: (name, project) => `${project}号项目的批次里没有${name}的叶。git请给出电子邮箱，JSON Lines请照原样给出author文本。什么都没有发送。`,
  noSuchMember: (member) => `没有${member}号成员。什么都没有发送。`,
  boundAlready: (member) => `这个身份已由${member}号成员认领。`,
  memberBound: (member) => `${member}号成员已认领了另一个身份。什么都没有发送。`,
  proposing: (who, identity, member) => `${who}声明${identity}就是${member}号成员。`,
  bound: (from, until) => `已定值：${until}之前可以质疑，从${from}起作数。`,
  bindingRefused: "见证人答复否：这个身份仍未认领。",

  drawHelp: `为主人领取导入历史中的叶。谁都可以，替谁都可以，何时都一样。

用法：npm run -s coop -- draw [名字] --project 编号 [选项]

名字                历史中的一个人；不写则领取所有可领取的叶
--identity 哈希     直接给出身份，代替名字
--project 编号      项目
--json              只在标准输出上打印一个JSON对象
--data 文件夹、--deployment 文件、--rpc 地址、--lang zh|en   与import相同

退出码：0  已完成，或眼下没有可领取的    1  被拒绝，或链、网络、本机出错    2  选项无法使用，或没有这个人
        3  取不到某个批次的数据`,
  drawUsage: "请给出--project，至多一个人。用--help可查看用法。什么都没有做。",
  closing: "先结算这个项目较早的各期。",
  drawn: (who, shares, withheld) => `已为${who}领取：${shares}份额${withheld === "0" ? "" : `；超过上限的${withheld}归公积`}。`,
  nothingToDraw: "眼下没有可领取的叶。",
  notYet: (count) => `有${count}片叶在等待：它们的人还没有认领，或所在的期尚未定局。`,
  drawableFrom: (when) => `其中已认领的，最早从${when}起可以领取。`,
  member: (member) => `${member}号成员`,
  reserve: "项目公积",

  verifyHelp: `根据数据文件重建一个批次的树，并与链核对。

用法：npm run -s coop -- verify 文件 [选项]
      npm run -s coop -- verify --batch 编号 [选项]

文件                批次的数据文件
--batch 编号        链上的批次；在数据文件夹和事件所写的地址里寻找它的数据
--source 路径       还像import那样读取历史本身（CSV须写明同样的列）并核对
--offline           不问链：只核对文件里的数字是否由其中的记录得出
--json              只在标准输出上打印一个JSON对象
--data 文件夹、--deployment 文件、--rpc 地址、--lang zh|en   与import相同

退出码：0  全部一致    1  链、网络或本机出错    2  选项、路径或某一行无法使用    3  取不到：没有数据，或不是提交时的数据
        4  不符：取到了数据，但有不一致，会说明是什么`,
  verifyUsage: "请给出数据文件，或--batch和批次编号。用--help可查看用法。什么都没有做。",
  noSuchBatch: (id) => `这个合作社没有批次${id}。`,
  unsound: (file, line, reason) => `${file}${line > 0 ? `:${line}` : ""}：${reason}`,
  rebuilt: (records, people, sum, root, digest) => `由${people}人的${records}条记录重建：\n  总价值    ${sum}\n  根        ${root}\n  数据摘要  ${digest}`,
  sameAsChain: (id) => `与链上一致：批次${id}。`,
  unavailable: (id) => `批次${id}取不到数据：真假都无从知道。取不到数据时，见证人答复否，第二轮也一样。`,
  unknownTwice: "因此不知道这个批次有没有重复计入先前已计的内容。",
  onNoChain: (digest) => `这条链上没有哪个批次指向摘要为${digest}的数据。`,
  differs: (what, here, there) => `${what}不一致：这里是${here}，那里是${there}。`,
  sameAsSource: (path, unread) => `与${path}得出的一致${unread > 0 ? `；其中另有${unread}条记录不在这个批次里` : ""}。`,
  notInSource: (count, path) => `批次里有${count}条记录不在${path}里。`,
  countedTwice: (count) => `有${count}条记录先前的批次已经计入。`,
  project: "项目",
  sum: "总和",
  root: "根",
  data: "数据",
};

export const sendWords: Record<"zh" | "en", SendWords> = { en, zh };
