import { type Both, tell } from "../../chain/words.ts";
import { keyWords } from "./keys.ts";

/** Everything that can be wrong with a document, and the values that its sentence needs. */
export interface FaultValues {
  notText: [];
  tooLarge: [bytes: number, most: number];
  unseen: [code: string];
  headMissing: [];
  headOpen: [];
  notEntry: [line: string];
  wideColon: [key: string];
  valueMissing: [key: string];
  unclean: [key: string];
  formatUnknown: [format: string];
  keyUnknown: [key: string];
  keyTwice: [key: string, first: number];
  keyMissing: [key: string];
  titleMissing: [];
  languageAlone: [key: string, title: string];
  tooLong: [key: string, most: number];
  notWhole: [key: string, least: string, most: string];
  notAmount: [key: string, least: string, most: string];
  notMembers: [key: string];
  membersCount: [key: string, least: number, most: number];
  memberTwice: [key: string, member: number];
  proposerAgain: [key: string];
  notCid: [];
  notDifference: [];
  noneAmongOthers: [];
  tooManyDifferences: [most: number];
  notLanguage: [];
  bodyMissing: [];
}

export type FaultCode = keyof FaultValues;

/** Something wrong with a document: where, in which entry of the head (null: in no one entry), and what. */
export type Fault = { readonly [C in FaultCode]: { readonly code: C; readonly line: number; readonly key: string | null; readonly values: FaultValues[C] } }[FaultCode];

/** Makes a fault. `line` is counted from 1. */
export function faultAt<C extends FaultCode>(line: number, key: string | null, code: C, ...values: FaultValues[C]): Fault {
  return { code, line, key, values } as unknown as Fault;
}

const zh = (key: string): string => `“${keyWords(key).zh}”（${key}）`;
const en = (key: string): string => `“${keyWords(key).en}” (${key})`;

/** What is wrong and what to do about it. A fault without its two sentences does not compile. */
const faultTexts: { readonly [C in FaultCode]: (...values: FaultValues[C]) => Both } = {
  notText: () => tell("这个文件不是UTF-8文本。请在编辑器里另存为UTF-8。", "This file is not UTF-8 text. Save it as UTF-8 in your editor."),
  tooLarge: (bytes, most) => tell(`全文有${bytes}字节，最多${most}字节。请缩短，或把附件放到别处再链接过来。`, `The document has ${bytes} bytes, and ${most} at most fit. Shorten it, or keep attachments elsewhere and link to them.`),
  unseen: (code) => tell(`这一行有一个看不见的字符（${code}），别人无法知道它在那里。请删去这一行重新输入。`, `There is a character on this line that nobody can see (${code}). Delete the line and type it anew.`),
  headMissing: () => tell("文档要以一行“---”开头，接着是“键: 值”。请在最前面加上。", "The document has to begin with a line “---”, followed by lines “key: value”. Add them at the top."),
  headOpen: () => tell("开头的“---”没有结束。请在最后一个“键: 值”之后另起一行写“---”。", "The head that begins with “---” does not end. Write “---” on a line of its own after the last “key: value”."),
  notEntry: (line) => tell(`“${line}”不是“键: 值”。请改写成一行，冒号后空一格；正文请写在第二个“---”之后。`, `“${line}” is no “key: value”. Write it on one line with a space after the colon; the text itself comes after the second “---”.`),
  wideColon: (key) => tell(`“${key}”后面是中文冒号。请换成英文冒号和一个空格。`, `“${key}” is followed by a full-width colon. Put a plain colon and a space.`),
  valueMissing: (key) => tell(`${zh(key)}后面是空的。请填写，或删去这一行。`, `${en(key)} is empty. Fill it in, or remove the line.`),
  unclean: (key) => tell(`${zh(key)}里有看不见的字符、连写的表情或堆叠的符号。请用普通文字重新输入。`, `${en(key)} has characters that cannot be seen, joined emoji or piled marks. Type it anew in plain letters.`),
  formatUnknown: (format) => tell(`这里读不懂格式“${format}”。第一项应当是“gongsheng: statement/1”或“gongsheng: article/1”；更新的格式请用更新的页面打开。`, `The format “${format}” cannot be read here. The first entry is “gongsheng: statement/1” or “gongsheng: article/1”; open a newer format with a newer page.`),
  keyUnknown: (key) => tell(`没有“${key}”这一项。请核对拼写和大小写，或移到正文里。`, `There is no entry called “${key}”. Check its spelling and capitals, or move it into the text.`),
  keyTwice: (key, first) => tell(`${zh(key)}在第${first}行已经写过。请只留一行。`, `${en(key)} already stands on line ${first}. Keep one of them.`),
  keyMissing: (key) => tell(`缺少${zh(key)}。请加一行“${key}: …”。`, `${en(key)} is missing. Add a line “${key}: …”.`),
  titleMissing: () => tell("没有标题。请写title.zh或title.en，或两个都写。", "There is no title. Write title.zh or title.en, or both."),
  languageAlone: (key, title) => tell(`${zh(key)}用了标题没有用的语言。请补上${title}，或删去这一行。`, `${en(key)} is in a language that the title does not have. Add ${title}, or remove this line.`),
  tooLong: (key, most) => tell(`${zh(key)}最多${most}个字符。请缩短，详细的话写进正文。`, `${en(key)} has at most ${most} characters. Shorten it and keep the details for the text.`),
  notWhole: (key, least, most) => tell(`${zh(key)}应当是${least}到${most}的整数，只用数字。`, `${en(key)} is a whole number from ${least} to ${most}, in digits alone.`),
  notAmount: (key, least, most) => tell(`${zh(key)}应当是${least}到${most}的数，最多六位小数，例如2400或12.5。`, `${en(key)} is a number from ${least} to ${most} with at most six decimals, like 2400 or 12.5.`),
  notMembers: (key) => tell(`${zh(key)}要写成员编号，多位用逗号隔开，例如2, 6。`, `${en(key)} takes members' numbers with commas between them, like 2, 6.`),
  membersCount: (key, least, most) => tell(`${zh(key)}应当有${least}到${most}位。请增减编号。`, `${en(key)} takes ${least} to ${most} members. Add or remove numbers.`),
  memberTwice: (key, member) => tell(`${zh(key)}里${member}号成员写了两次。请只留一个。`, `${en(key)} names member ${member} twice. Keep one of them.`),
  proposerAgain: (key) => tell(`${zh(key)}里有本人。请删去，本人已经另有一行。`, `${en(key)} names the one who already has a line of their own. Remove that number.`),
  notCid: () => tell("上一版要写它的CID：以bafkrei开头，共59个字符。请从那一版的页面复制。", "The earlier version is named by its CID: it begins with bafkrei and has 59 characters. Copy it from that version's page."),
  notDifference: () => tell("请写成“#项目号码 | 怎样不同”或“相近项目的名称 | 怎样不同”；没有找到相近的，写“none”。", "Write “#number of a project | how it differs” or “name of the neighbour | how it differs”; write “none” where none was found."),
  noneAmongOthers: () => tell("既写了“none”，又写了相近的项目。请只留一种。", "It says “none” and names neighbours as well. Keep one or the other."),
  tooManyDifferences: (most) => tell(`相近的项目最多写${most}个。请留下最相近的。`, `At most ${most} neighbours fit. Keep the nearest.`),
  notLanguage: () => tell("语言应当是zh或en。", "The language is zh or en."),
  bodyMissing: () => tell("第二个“---”之后没有正文。请写下项目说本身。", "There is no text after the second “---”. Write what you have to say."),
};

/** What is wrong, without the place. */
export function describeFault({ code, values }: Fault): Both {
  return (faultTexts[code] as (...values: readonly unknown[]) => Both)(...values);
}

/** The place and what is wrong, as an editor lists it. */
export function sayFault(fault: Fault): Both {
  const said = describeFault(fault);
  return tell(`第${fault.line}行：${said.zh}`, `Line ${fault.line}: ${said.en}`);
}

/** Stands above a list of faults. */
export function sayFaults(count: number): Both {
  return tell(`这份文档还有${count}处要改。您写的都还在，改好就能用。`, `${count === 1 ? "One thing" : `${count} things`} in this document must be put right first. All that you wrote is still here.`);
}
