// What the import says, in both languages.
import { csvWords } from "./csvText.ts";
import type { LineWords } from "./lines.ts";

export interface JsonlWords extends LineWords {
  emptyLine: string;
  notJson(why: string): string;
  notObject: string;
  missing(field: string): string;
  badCommit: string;
  badAuthor: string;
  badCoauthors: string;
  badTime: string;
  badCount(field: string): string;
}

export interface GitWords {
  noGit: string;
  notARepository: string;
  noCommits: string;
  shallow: string;
  partial: string;
  noAddress: string;
  mailmapNotCommitted: string;
  gitSaid(what: string): string;
}

/** What stands in one row of the table of people. All of it is text already. */
export interface ReportNumbers {
  records: number;
  people: number;
  leaves: number;
  leftOut: number;
  total: string;
  root: string;
  dataDigest: string;
}

const en = {
  jsonl: {
    tooLong: (bytes) => `the line is longer than ${bytes} bytes, which no record is`,
    notUtf8: "not UTF-8",
    emptyLine: "an empty line, where a record should stand",
    notJson: (why) => `not JSON: ${why}`,
    notObject: "not a JSON object",
    missing: (field) => `"${field}" is missing`,
    badCommit: '"commit" must be 40 or 64 hexadecimal digits in lower case',
    badAuthor: '"author" must be a text that is not empty',
    badCoauthors: '"coauthors" must be a list of texts that are not empty',
    badTime: '"at" must be a date and time with its zone, like 2026-01-31T18:30:00+08:00',
    badCount: (field) => `"${field}" must be a whole number from 0 to 9007199254740991`,
  } satisfies JsonlWords as JsonlWords,
  git: {
    noGit: "There is no git on this machine. Install it, then run the same command again. Nothing was sent.",
    notARepository: "this folder is not the top of a git repository",
    noCommits: "the repository has no commit yet",
    shallow: "this clone is shallow: what is missing would change every number. Fetch all of it (git fetch --unshallow), then run the same command again",
    partial: "this clone is partial: files that are needed are not in it. Fetch all of it (git fetch --refetch --no-filter), or clone it anew, then run the same command again",
    noAddress: "the author has no e-mail address. Give one in .mailmap, commit it, then run the same command again",
    mailmapNotCommitted: "the .mailmap that lies there is not the one that HEAD holds; only the one in HEAD counts. Commit it if you mean it",
    gitSaid: (what) => `git could not go on: ${what}`,
  } satisfies GitWords as GitWords,
  csv: csvWords.en,
  help: `Records a real work history as one batch of a project.

Usage: npm run -s coop -- import PATH --project ID [options]

PATH, from where you stand, is
  a git repository   what HEAD reaches, without merges; people are their e-mail addresses, .mailmap and Co-authored-by honoured
  a JSON Lines file  {"commit","author","coauthors","at","files","added","deleted"} on every line; people are the author texts
  a CSV file         of a spreadsheet; people are the names in the column --who. See below

--project ID        the project's number
--equation NAME     commits: every record is worth 1 (this one if none is named)
                    lines:   log2(1 + lines added + lines deleted); not for CSV
                    points:  what the column --points says; for CSV alone, and taken there unless another is named
--dry-run           needs no chain and sends nothing
--json              prints one JSON object on standard output, and nothing else
--data DIR          where the published data files of batches lie (default: the folder data beside the deployment record).
                    With --dry-run, records in files of this project that lie there are left out; without --data none are
--credit N          what the batch is to count for, in units of value (default: all of it, at most half the project's budget)
--uri URI           where you publish the data file: a link, or words that say how to get it (needed outside of the practice network)
--out FILE          also writes the data file there, in a dry run too
--deployment FILE   the deployment record (default: that of the practice network)
--rpc URL           the chain's address (default: that of the practice network)
--lang zh|en        the language

The columns of a CSV file, by the names in its first line; or all of them in a JSON file with --map, {"who":"…","what":"…","when":"…"}:
--who, --what, --when COLUMN   needed
--points, --where, --id COLUMN what a record is worth in units; the place; what tells records apart (default: all columns named)
--people MARK       between several people of one cell (default: a cell is one person)
--separator MARK    between cells (default: comma; tab for .tsv)
--zone ZONE         of times that name none: Z or like +08:00
--date ORDER        of the parts of a date (default: Y-M-D; others D/M/Y, M/D/Y, with - . or /)
--decimal MARK      before decimals (default: .)
A formula is text and is not worked out. Every line that cannot be used is named, and then nothing is done.

A record is known by its commit; one that an earlier batch of the project counted is left out.
An import that was interrupted can be run again: what is posted is found on the chain, and not posted twice.

Exits: 0  done, or nothing new      1  chain, network or machine failed      2  unusable path, option or line; nothing was sent
       3  data of an earlier batch cannot be had; nothing was sent`,
  noPath: "Name one path: a git repository, a JSON Lines file or a CSV file. --help shows how. Nothing was done.",
  noSuchPath: "there is no such file or folder",
  cannotWrite: (why: string) => `cannot be written: ${why}. Nothing was sent.`,
  cannotRead: (why: string) => `cannot be read: ${why}`,
  badProject: "--project must name the project's number, from 0 to 4294967295. Nothing was done.",
  badEquation: (given: string) => `--equation must be commits, lines or points, not "${given}". Nothing was done.`,
  badCredit: (given: string) => `--credit must be a number of units above zero with at most six decimals, not "${given}". Nothing was done.`,
  noRecords: "there is no record in it",
  repeated: (commit: string, where: string) => `commit ${commit} stands already at ${where}`,
  tooMuch: (why: string) => `the tree cannot be built: ${why}`,
  reading: (records: string) => `Reading: ${records} records`,
  building: "Building the tree",
  table: { person: "person", identity: "identity", records: "records", value: "value", share: "share" },
  others: (count: string) => `… and ${count} more`,
  summary: (of: ReportNumbers) =>
    [
      `records      ${of.records}${of.leftOut > 0 ? ` new, ${of.leftOut} counted before and left out` : ""}`,
      `people       ${of.people}${of.leaves < of.people ? `, ${of.leaves} of them with value` : ""}`,
      `total value  ${of.total}`,
      `root         ${of.root}`,
      `data digest  ${of.dataDigest}`,
    ].join("\n"),
  nothingNew: (leftOut: number) => `Nothing new: all ${leftOut} records were counted by earlier batches of the project.`,
  nothingWorth: (records: number) => `Nothing to post: the ${records} new records are worth nothing under this equation.`,
  drySent: "Dry run: nothing was sent.",
  earlierUnread: (file: string, line: number, reason: string) => `${file}${line > 0 ? `:${line}` : ""}: ${reason}. So it is not known what was counted before, and nothing was sent.`,
  noDataFolder: (folder: string) => `The folder ${folder} cannot be read, so it is not known what was counted before. Nothing was sent.`,
};

export type ImportWords = typeof en;

const zh: ImportWords = {
  jsonl: {
    tooLong: (bytes) => `这一行超过${bytes}字节，不会是一条记录`,
    notUtf8: "不是UTF-8编码",
    emptyLine: "此处应为一条记录，却是空行",
    notJson: (why) => `不是JSON：${why}`,
    notObject: "不是JSON对象",
    missing: (field) => `缺少“${field}”`,
    badCommit: "“commit”必须是40位或64位小写十六进制数字",
    badAuthor: "“author”必须是非空文本",
    badCoauthors: "“coauthors”必须是非空文本的列表",
    badTime: "“at”必须是带时区的日期和时间，例如2026-01-31T18:30:00+08:00",
    badCount: (field) => `“${field}”必须是0到9007199254740991之间的整数`,
  },
  git: {
    noGit: "本机没有git。请安装后再运行同一命令。什么都没有发送。",
    notARepository: "这个文件夹不是git仓库的顶层",
    noCommits: "仓库里还没有提交",
    shallow: "这是浅克隆：缺少的部分会改变每一个数字。请先取回全部历史（git fetch --unshallow），再运行同一命令",
    partial: "这是部分克隆：缺少需要的文件。请取回全部内容（git fetch --refetch --no-filter）或重新克隆，再运行同一命令",
    noAddress: "作者没有电子邮箱。请写进.mailmap并提交，再运行同一命令",
    mailmapNotCommitted: "此处的.mailmap与HEAD中的不同；只认HEAD中的。如需使用，请先提交",
    gitSaid: (what) => `git无法继续：${what}`,
  },
  csv: csvWords.zh,
  help: `把真实的工作历史记为某个项目的一批。

用法：npm run -s coop -- import 路径 --project 编号 [选项]

路径从您所在的位置算起，可以是
  git仓库        HEAD可达的提交，不含合并；以电子邮箱识别人，遵守.mailmap和Co-authored-by
  JSON Lines文件 每行为{"commit","author","coauthors","at","files","added","deleted"}；以author文本识别人
  CSV文件        电子表格另存而成；以--who列中的名字识别人。见下文

--project 编号      项目编号
--equation 名称     commits：每条记录值1（不写时用这个）
                    lines：  log2(1 + 增加行数 + 删除行数)；不用于CSV
                    points： --points列所写；只用于CSV，不另写时就用它
--dry-run           不需要链，什么都不发送
--json              只在标准输出上打印一个JSON对象
--data 文件夹       各批次已公布的数据文件所在（默认：部署记录旁的data文件夹）。
                    与--dry-run同用时，略去其中本项目文件里已有的记录；不写--data则不略去
--credit 数         这一批要计入的价值，以单位计（默认：全部，但不超过项目预算的一半）
--uri 地址          您公布数据文件的地方：链接，或说明如何取得的文字（练习网以外必须写明）
--out 文件          另把数据文件写到此处，试运行时也写
--deployment 文件   部署记录（默认：练习网络的）
--rpc 地址          链的地址（默认：练习网络的）
--lang zh|en        语言

CSV文件的列，用第一行中的名称写明；也可以用--map给出一个JSON文件，{"who":"…","what":"…","when":"…"}：
--who、--what、--when 列名     必须写明
--points、--where、--id 列名   一条记录值多少单位；地点；用来区分记录的编号（默认：所有写明的列）
--people 符号       一格里几个人之间的符号（默认：一格就是一个人）
--separator 符号    各格之间（默认：逗号；.tsv为制表符）
--zone 时区         没写时区的时间用它：Z或+08:00这样
--date 次序         日期各部分的次序（默认：Y-M-D；还有D/M/Y、M/D/Y，中间可用-、.或/）
--decimal 符号      小数点（默认：.）
公式只当文本，不计算。无法使用的每一行都会指出，这时什么都不做。

记录以提交编号识别；项目先前批次已计入的会略去。
中断的导入可以再次运行：已提交的会在链上找到，不会重复提交。

退出码：0  已完成，或没有新的      1  链、网络或本机出错      2  路径、选项或某一行无法使用；什么都没有发送
        3  取不到先前批次的数据；什么都没有发送`,
  noPath: "请给出一个路径：git仓库、JSON Lines文件或CSV文件。用--help可查看用法。什么都没有做。",
  noSuchPath: "没有这个文件或文件夹",
  cannotWrite: (why) => `无法写入：${why}。什么都没有发送。`,
  cannotRead: (why) => `无法读取：${why}`,
  badProject: "--project必须是项目编号，从0到4294967295。什么都没有做。",
  badEquation: (given) => `--equation必须是commits、lines或points，不能是“${given}”。什么都没有做。`,
  badCredit: (given) => `--credit必须是大于零、最多六位小数的单位数，不能是“${given}”。什么都没有做。`,
  noRecords: "其中没有记录",
  repeated: (commit, where) => `提交${commit}在${where}已经出现过`,
  tooMuch: (why) => `无法建树：${why}`,
  reading: (records) => `正在读取：${records}条记录`,
  building: "正在建树",
  table: { person: "人", identity: "身份", records: "记录", value: "价值", share: "占比" },
  others: (count) => `……以及另外${count}人`,
  summary: (of) =>
    [
      `记录      ${of.records}条${of.leftOut > 0 ? `新记录，另有${of.leftOut}条先前已计入，已略去` : ""}`,
      `人        ${of.people}人${of.leaves < of.people ? `，其中${of.leaves}人有价值` : ""}`,
      `总价值    ${of.total}`,
      `树根      ${of.root}`,
      `数据摘要  ${of.dataDigest}`,
    ].join("\n"),
  nothingNew: (leftOut) => `没有新的：全部${leftOut}条记录都已由项目先前的批次计入。`,
  nothingWorth: (records) => `没有可提交的：按这个公式，${records}条新记录的价值都是零。`,
  drySent: "试运行：什么都没有发送。",
  earlierUnread: (file, line, reason) => `${file}${line > 0 ? `:${line}` : ""}：${reason}。因此不知道先前计入了什么，什么都没有发送。`,
  noDataFolder: (folder) => `无法读取文件夹${folder}，因此不知道先前计入了什么。什么都没有发送。`,
};

export const importWords: Record<"zh" | "en", ImportWords> = { en, zh };
