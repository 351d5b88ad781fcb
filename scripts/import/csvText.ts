// What reading a spreadsheet says, in both languages. A line of the file stands before each sentence about a line.
import type { CsvFault } from "./csvRows.ts";

const en = {
  faults: {
    quoteInside: "a quotation mark stands within a cell that does not begin with one; double it and quote the whole cell",
    afterQuote: "something follows a closing quotation mark; within a quoted cell a quotation mark is doubled",
    quoteOpen: "a cell that begins with a quotation mark here never ends",
  } satisfies Record<CsvFault, string> as Record<CsvFault, string>,
  notUtf8: "not UTF-8. Save it anew as “CSV UTF-8”",
  noHeader: "the first line must name the columns",
  noColumn: (column: string, there: string) => `no column is called "${column}"; there are: ${there}`,
  columnTwice: (column: string) => `two columns are called "${column}"`,
  width: (here: number, header: number) => `${here} cells, but the header has ${header}`,
  nobody: (column: string) => `"${column}" names nobody`,
  gap: (column: string, text: string) => `"${column}" has a gap between two people: ${text}`,
  empty: (column: string) => `"${column}" is empty`,
  badMoment: (column: string, text: string, order: string) => `"${column}" must be a date as ${order}, with a time like 18:30 behind it or none, not "${text}"`,
  noZone: (column: string, text: string) => `"${column}" says no time zone: ${text}. Name it with --zone, for instance --zone +08:00`,
  noSuchMoment: (column: string, text: string) => `"${column}" is no day of the calendar or no time of the clock: ${text}`,
  formula: (column: string, text: string) => `"${column}" holds a formula and not its result: ${text}. Save the file with values`,
  thousands: (column: string, text: string, decimal: string) => `"${column}" has marks between thousands: ${text}. Write it without them, decimals after "${decimal}"`,
  badPoints: (column: string, text: string, decimal: string) => `"${column}" must be a number from zero on with at most six decimals after "${decimal}", not "${text}"`,
  same: (line: number) => `the same record as in line ${line}. If both are meant, name a column that tells them apart with --id`,
  badLines: (count: number) => `${count} lines cannot be used. Nothing was changed.`,

  columnsNeeded: "A CSV file needs to know its columns: name --who, --what and --when, or a file with --map. --help shows how. Nothing was done.",
  badSeparator: (given: string) => `A separator is one mark and no letter, digit or quotation mark, not "${given}". Nothing was done.`,
  badZone: (given: string) => `--zone must be Z or like +08:00, not "${given}". Nothing was done.`,
  badDateOrder: (given: string) => `--date must be Y-M-D, D-M-Y or M-D-Y, with - . or / between, not "${given}". Nothing was done.`,
  badDecimalMark: (given: string) => `--decimal must be . or , and not "${given}". Nothing was done.`,
  mapUnread: (why: string) => `no mapping: a JSON object with names of columns is needed (${why})`,
  mapField: (field: string, known: string) => `"${field}" means nothing here; known are ${known}`,
  mapNotText: (field: string) => `"${field}" must be a text`,
  equationNeeds: { lines: "A CSV file has no changed lines: --equation must be commits or points. Nothing was done.", points: "--equation points needs a CSV file with a column named by --points. Nothing was done." },
  understood: (count: number) => `The first ${count} rows as they are understood:`,
  columns: { line: "line", when: "when (UTC)", who: "who", what: "what", points: "points", where: "where" },
};

export type CsvWords = typeof en;

const zh: CsvWords = {
  faults: {
    quoteInside: "单元格不以引号开头，中间却有引号；请把引号写两遍，并给整格加引号",
    afterQuote: "收尾的引号后面还有内容；引号之内的引号要写两遍",
    quoteOpen: "从这里以引号开头的单元格始终没有收尾",
  },
  notUtf8: "不是UTF-8编码。请另存为“CSV UTF-8”",
  noHeader: "第一行必须是各列的名称",
  noColumn: (column, there) => `没有名为“${column}”的列；现有：${there}`,
  columnTwice: (column) => `有两列都叫“${column}”`,
  width: (here, header) => `有${here}格，表头却有${header}格`,
  nobody: (column) => `“${column}”没有写人`,
  gap: (column, text) => `“${column}”里两个人之间有空缺：${text}`,
  empty: (column) => `“${column}”是空的`,
  badMoment: (column, text, order) => `“${column}”必须是${order}形式的日期，后面可以有18:30这样的时间，不能是“${text}”`,
  noZone: (column, text) => `“${column}”没有写时区：${text}。请用--zone写明，例如--zone +08:00`,
  noSuchMoment: (column, text) => `“${column}”在日历或钟面上不存在：${text}`,
  formula: (column, text) => `“${column}”是公式而不是结果：${text}。请把文件另存为数值`,
  thousands: (column, text, decimal) => `“${column}”带有千位分隔：${text}。请去掉，小数写在“${decimal}”之后`,
  badPoints: (column, text, decimal) => `“${column}”必须是不小于零的数，“${decimal}”之后最多六位小数，不能是“${text}”`,
  same: (line) => `与第${line}行是同一条记录。如果两条都算，请用--id指明能区分它们的列`,
  badLines: (count) => `有${count}行无法使用。什么都没有改变。`,

  columnsNeeded: "读CSV文件要知道各列的含义：请写明--who、--what和--when，或用--map给出文件。用--help可查看用法。什么都没有做。",
  badSeparator: (given) => `分隔符是一个符号，不能是字母、数字或引号，不能是“${given}”。什么都没有做。`,
  badZone: (given) => `--zone必须是Z或+08:00这样的时区，不能是“${given}”。什么都没有做。`,
  badDateOrder: (given) => `--date必须是Y-M-D、D-M-Y或M-D-Y，中间用-、.或/，不能是“${given}”。什么都没有做。`,
  badDecimalMark: (given) => `--decimal必须是.或,，不能是“${given}”。什么都没有做。`,
  mapUnread: (why) => `不是对应表：应为写有列名的JSON对象（${why}）`,
  mapField: (field, known) => `“${field}”在这里没有含义；可用的有${known}`,
  mapNotText: (field) => `“${field}”必须是文本`,
  equationNeeds: { lines: "CSV文件没有改动行数：--equation必须是commits或points。什么都没有做。", points: "--equation points需要CSV文件，并用--points指明列。什么都没有做。" },
  understood: (count) => `最前面的${count}行读作：`,
  columns: { line: "行", when: "时间（UTC）", who: "人", what: "事", points: "分值", where: "地点" },
};

export const csvWords: Record<"zh" | "en", CsvWords> = { en, zh };
