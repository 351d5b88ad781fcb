// What `coop sign` says, in both languages.

const en = {
  help: `Signs on a machine that needs no network. Nothing is sent: whoever gets the file can carry it, and nobody can change it.

Usage: npm run -s coop -- sign WHAT [--deployment FILE] [--seat N] [--out FILE] …

  act                --member N --nonce [KEY:]NUMBER --call 'contributionLedger.attest(2, 0x…, 6)' [--key-epoch N] [--from WHEN]
                     or --to ADDRESS --data 0x… in the place of --call
  application        [--name NAME | --profile-uri URI --profile-digest 0x…]            the key that signs asks to join
  vouch              --for ADDRESS --member N [--key-epoch N] [--join-count N]
  key-consent        --member N [--key-epoch N]            the new key signs; key epoch of the old one
  guardian-consent   --member N                            the guardian signs; N is the member to be guarded
  recovery-consent   --member N --opening N                the new key signs
  recovery-approval  --member N --opening N --new-key ADDRESS
  recovery-cancel    --member N --opening N
  ballot             --proposal NUMBER --vote for|against|abstain --member N [--key-epoch N]
  confirm            --record FILE --member N --nonce [KEY:]NUMBER [--item N] [--key-epoch N] [--from WHEN]
                     the other side of an experience or a learning; the record is in the file, and goes on with it

  --deployment FILE  the deployment record; left out: the practice network's
  --seat N           on the practice network: the seat whose key signs. Left out: the key in Hardhat's keystore (LIVE_KEY)
  --out FILE         adds to this file (name it ….coop.json); left out: prints. What was signed anew takes its own place
  --key-epoch N      how many keys the member had before this one; left out: 0
  --nonce            the number of the next act, as “Off-net” in the app shows it; acts of different keys do not wait for each other.
                     Left out where --out holds an act of the member: the number after it. KEY: alone does the same for that key
  --item N           which of the file's things, as coop relay --dry-run counts them; left out: the only record that names the member
  --days N           how long it holds, 1 to 30; left out: 7. Or --expires WHEN
  --from WHEN        an act: not before; left out: five minutes ago
  --now WHEN         the time, where this machine's clock is not the chain's
  WHEN               seconds since 1970, 2026-02-01, or 2026-02-01T12:00Z

All who sign a recovery must name the same --expires. A call: numbers are whole, value is in micro-units, texts stand in quotes, lists
in [ ], structs in ( ) by place or in { } by name.

Exits: 0  signed
       1  the key is not to be had
       2  what was given cannot be used; nothing was signed`,
  usage: (kinds: string) => `Say what to sign: ${kinds}. --help tells what each takes. Nothing was signed.`,
  signed: (what: string, address: string, file: string | null) => `Signed, not sent: ${what}.\n  by ${address}${file === null ? "" : `\n  added to ${file}`}`,
  withRecord: (by: number) => `The record goes on with it, in the same file. Whether member ${by} signed that is checked where both are carried.`,
  recordMissing: "is needed: the file that holds the signed record. Nothing was signed.",
  noFile: "there is no such file. It should hold the signed record. Nothing was signed.",
  noRecords: "it holds no signed record. Nothing was signed.",
  noSuchRecord: (all: readonly number[]) => `that is no record; of the things in the file these are: ${all.join(", ")}. Nothing was signed.`,
  whichRecord: (all: readonly number[]) => `is needed: several records wait for this member's word, ${all.join(", ")}. Nothing was signed.`,
  confirmedAlready: (number: number, by: number) => `record ${number} is confirmed already: member ${by} signed that, and it is in the file. Nothing was signed.`,
  namesAnother: (number: number, other: number, member: number) => `record ${number} names member ${other} as its other side, not member ${member}. Nothing was signed.`,
  oneSided: (number: number) => `record ${number} is neither an experience nor a learning, and nobody confirms it. Nothing was signed.`,
  recordMalformed: (number: number) => `record ${number} has people or parts such as no contract takes; whoever recorded it must sign it anew. Nothing was signed.`,
  seatIsForPractice: "seats are for the practice network; here the key in the keystore signs. Nothing was signed.",
  noSeat: (seat: string) => `there is no practice seat ${seat}. Nothing was signed.`,
  fileBroken: (why: string) => `it holds something that cannot be read, and was left alone. ${why}`,
  fileForeign: "it holds what was signed for another chain or cooperative, and was left alone. Nothing was signed; name another file.",
  notForThis: (kind: string) => `${kind} does not take this. --help tells what it takes. Nothing was signed.`,
  missing: {
    nonce: "is needed: the number of the next act, as “Off-net” in the app shows it. Nothing was signed.",
    member: "is needed: the member's number. Nothing was signed.",
    for: "is needed: the address of the person who wants to join. Nothing was signed.",
    opening: "is needed: one more than the recoveries that were ever opened for the member; to close one, its own number. Nothing was signed.",
  } as Partial<Record<string, string>>,
  needed: "is needed. --help tells how it is written. Nothing was signed.",
  window: "an act may wait 30 days at most, and must not end before it begins. Nothing was signed.",
  otherContract: "is no contract of this cooperative. Nothing was signed.",
  notForMembers: "is nothing that a member does, or cannot be read to its last byte. Nothing was signed.",
  callMissing: "is needed, or --to with --data. Nothing was signed.",
  callOrData: "says what --call says already: give one or the other. Nothing was signed.",
  noBytes: "must be 0x and an even number of hexadecimal digits. Nothing was signed.",
  badCall: (at: number, why: string) => `at character ${at}: ${why}. Nothing was signed.`,
  noWhole: (least: number, most: number) => `must be a whole number from ${least} to ${most}. Nothing was signed.`,
  daysOrExpires: "says what --expires says already: give one or the other. Nothing was signed.",
  tooLong: "must lie ahead, and at most 30 days: the contracts refuse anything else. Nothing was signed.",
  noMoment: "must be seconds since 1970, a date as in 2026-02-01, or a time as in 2026-02-01T12:00Z. Nothing was signed.",
  noAddress: "must be an address: 0x and 40 hexadecimal digits, and its capitals, where it has any, must be right. Nothing was signed.",
  noHash: "must be 0x and 64 hexadecimal digits. Nothing was signed.",
  noNonce: "must be a number, KEY:NUMBER, or KEY: alone. Nothing was signed.",
  noProposal: "must be the proposal's whole number on chain, as coop proposals shows it. Nothing was signed.",
  noVote: "must be for, against or abstain. Nothing was signed.",
};

export type SignWords = typeof en;

const zh: SignWords = {
  help: `在不联网的机器上签名。什么都不发送：拿到文件的人都可以代为送出，谁也改不了。

用法：npm run -s coop -- sign 内容 [--deployment 文件] [--seat 席位] [--out 文件] …

  act                --member 号码 --nonce [串:]序号 --call 'contributionLedger.attest(2, 0x…, 6)' [--key-epoch 次序] [--from 时间]
                     也可用 --to 地址 --data 0x… 代替 --call
  application        [--name 姓名 | --profile-uri 地址 --profile-digest 0x…]            签名的钥匙申请加入
  vouch              --for 地址 --member 号码 [--key-epoch 次序] [--join-count 次数]
  key-consent        --member 号码 [--key-epoch 次序]            由新钥匙签；次序是旧钥匙的
  guardian-consent   --member 号码                               由监护人签；号码是被监护的成员
  recovery-consent   --member 号码 --opening 第几次               由新钥匙签
  recovery-approval  --member 号码 --opening 第几次 --new-key 地址
  recovery-cancel    --member 号码 --opening 第几次
  ballot             --proposal 编号 --vote 赞成|反对|弃权 --member 号码 [--key-epoch 次序]
  confirm            --record 文件 --member 号码 --nonce [串:]序号 [--item 第几份] [--key-epoch 次序] [--from 时间]
                     由体验或学习的另一方签；记录取自文件，并与确认放在一起

  --deployment 文件  部署记录；不写则为练习网的
  --seat 席位        在练习网上：用哪个席位的钥匙签。不写则用Hardhat钥匙库里的钥匙（LIVE_KEY）
  --out 文件         加进这个文件（请命名为….coop.json）；不写则打印出来。重签的内容替换原来那份
  --key-epoch 次序   这把钥匙之前成员换过几把；不写则为0
  --nonce            下一件事的序号，应用的“离线”页会显示；不同的串互不等待。
                     若--out的文件里已有该成员的事，可以不写，接着往下数；只写“串:”则在那一串里往下数
  --item 第几份      文件里的第几份，与coop relay --dry-run的数法相同；不写则取唯一一笔写明该成员是另一方的记录
  --days 天数        有效多少天，1到30；不写则为7。也可以写 --expires 时间
  --from 时间        一件事：不早于；不写则为五分钟前
  --now 时间         现在的时间，供本机时钟与链不一致时使用
  时间               1970年以来的秒数，或2026-02-01，或2026-02-01T12:00Z

为同一次找回签名的人，--expires必须相同。调用里的数都是整数，价值以微单位计；文字加引号，列表用[ ]，结构按次序写在( )里，或按名字写在{ }里。

退出码：0  已签好
        1  取不到钥匙
        2  所给的内容无法使用；什么都没有签`,
  usage: (kinds) => `请写明签什么：${kinds}。用--help可查看各需要什么。什么都没有签。`,
  signed: (what, address, file) => `已签好，没有发送：${what}。\n  签名者${address}${file === null ? "" : `\n  已加进${file}`}`,
  withRecord: (by) => `那笔记录也一并交出，在同一份文件里。它是不是${by}号成员签的，送的时候会核对。`,
  recordMissing: "必须写明：存有那笔已签记录的文件。什么都没有签。",
  noFile: "没有这个文件。它应当存有那笔已签的记录。什么都没有签。",
  noRecords: "文件里没有签好的记录。什么都没有签。",
  noSuchRecord: (all) => `那一份不是记录；文件里是记录的有第${all.join("、")}份。什么都没有签。`,
  whichRecord: (all) => `必须写明：有几笔都在等这位成员确认，是第${all.join("、")}份。什么都没有签。`,
  confirmedAlready: (number, by) => `第${number}份已经确认过：${by}号成员签的确认就在文件里。什么都没有签。`,
  namesAnother: (number, other, member) => `第${number}份写的另一方是${other}号成员，不是${member}号。什么都没有签。`,
  oneSided: (number) => `第${number}份既不是体验也不是学习，不用谁确认。什么都没有签。`,
  recordMalformed: (number) => `第${number}份写的人或份数不对，合约不会收；请记录的人重签。什么都没有签。`,
  seatIsForPractice: "席位只在练习网上有；在这里由钥匙库里的钥匙签。什么都没有签。",
  noSeat: (seat) => `没有${seat}号练习席位。什么都没有签。`,
  fileBroken: (why) => `文件里有读不出的内容，没有动它。${why}`,
  fileForeign: "文件里是为别的链或别的合作社签的内容，没有动它。什么都没有签；请换一个文件。",
  notForThis: (kind) => `${kind}用不到这一项。用--help可查看它需要什么。什么都没有签。`,
  missing: {
    nonce: "必须写明：下一件事的序号，应用的“离线”页会显示。什么都没有签。",
    member: "必须写明：成员的号码。什么都没有签。",
    for: "必须写明：想加入的人的地址。什么都没有签。",
    opening: "必须写明：比这位成员历来的找回次数多一；要撤销则写那一次的次序。什么都没有签。",
  },
  needed: "必须写明。用--help可查看写法。什么都没有签。",
  window: "一件事最多等三十天，结束不能早于开始。什么都没有签。",
  otherContract: "不是这个合作社的合约。什么都没有签。",
  notForMembers: "不是成员做的事，或者没法逐字节读懂。什么都没有签。",
  callMissing: "必须写明，或者写--to和--data。什么都没有签。",
  callOrData: "与--call重复：只写其中一种。什么都没有签。",
  noBytes: "应当是0x和偶数位十六进制数。什么都没有签。",
  badCall: (at, why) => `第${at}个字符：${why}。什么都没有签。`,
  noWhole: (least, most) => `应当是${least}到${most}的整数。什么都没有签。`,
  daysOrExpires: "与--expires重复：只写其中一种。什么都没有签。",
  tooLong: "应当在将来，最多三十天：超出的合约不认。什么都没有签。",
  noMoment: "应当是1970年以来的秒数，或形如2026-02-01的日期，或形如2026-02-01T12:00Z的时间。什么都没有签。",
  noAddress: "应当是一个地址：0x和40位十六进制数；若有大写，大小写必须正确。什么都没有签。",
  noHash: "应当是0x和64位十六进制数。什么都没有签。",
  noNonce: "应当是一个数，或“串:序号”，或只写“串:”。什么都没有签。",
  noProposal: "应当是提案在链上的完整编号，coop proposals会显示。什么都没有签。",
  noVote: "应当是赞成、反对或弃权。什么都没有签。",
};

export const signWords: Record<"zh" | "en", SignWords> = { en, zh };
