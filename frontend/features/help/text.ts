import { words } from "../../shared/language/words.ts";

/** Words of the page that explains. */
export const helpText = words({
  zh: {
    title: "名词与道理",
    lead: "价值怎么来的，什么是公开的，练习网是什么，以及每个词的一句话。",
    valueTitle: "价值怎么来的，六句话",
    value: {
      one: "做了事，记一笔：哪个项目、什么、多少、有什么凭证。",
      two: "看到的人来见证，说出自己看到了多少；够了人数，取各答复里偏低的中位数定值。",
      three: "定值后有七天，任何在席成员都可以质疑；一旦质疑，由没答复过的见证人再议21天。",
      four: "一期是28天；本期定下的价值分，到下一期结束时定局，谁也改不了。",
      five: "一个项目一期发出的份额，是预算与全部价值分中较小的一个，按各人的价值分来分，往小处取整。",
      six: "份额领到名下，不能转让，也没有价格；点开任何一个数，都能一路看到当初的凭证。",
    },
    publicTitle: "什么是公开的",
    public: {
      one: "链上写下的人人可读，永远删不掉：编号、钥匙地址、您给自己写的姓名、每笔记录的数量、每份答复。",
      two: "凭证不上链：链上只有一个摘要，文件在您手里；您可以出示、保留或删除。",
      three: "公开文字由您选择：记录时可以让所有人读到一句话，也可以只留摘要。",
      four: "本站没有服务器：它在您的浏览器里直接读链。您选的节点会看到您的网络地址和所读的内容。",
    },
    practiceTitle: "练习网是什么",
    practice: {
      one: "练习网是您自己电脑上的一条链，人物都是虚构的，钥匙人人皆知，什么都不作数。",
      two: "在那里可以把时间拨快，几分钟就走完一期；关掉再开，一切从头。",
      three: "真正的合作社里，时间不能拨，钥匙只在您手里，记下的就是记下了。",
    },
    wordsTitle: "名词",
    search: "查一个词",
    none: (query: string) => `没有“${query}”这个词。`,
    clear: "看全部名词",
    count: (n: number) => `${n}个词`,
  },
  en: {
    title: "Glossary and reasons",
    lead: "How value comes about, what is public, what practice means, and one line for each word.",
    valueTitle: "How value comes about, in six sentences",
    value: {
      one: "Whoever did something records it: in which project, what, how much, on what evidence.",
      two: "Those who saw it attest, each saying how much they saw; when there are enough, the lower middle of the answers seals its value.",
      three: "For seven days any seated member may challenge it; then attesters who have not answered yet say within 21 days what holds.",
      four: "An epoch is 28 days; what is sealed in one becomes final when the next one ends, and nobody can change it any more.",
      five: "A project issues in an epoch the smaller of its budget and all credit, shared by each one's credit and rounded down.",
      six: "Shares are drawn to a member, cannot be transferred and have no price; every number opens, down to the evidence it began with.",
    },
    publicTitle: "What is public",
    public: {
      one: "Whatever is on chain can be read by all and deleted by none: numbers, key addresses, the name you give yourself, the quantity of each record, each answer.",
      two: "Evidence is not on chain: there is a digest only. The files are yours, to show, withhold or delete.",
      three: "Words are your choice: with a record you may publish a sentence for everyone, or leave the digest alone.",
      four: "There is no server: your browser reads the chain itself. The node you chose sees your network address and what you read.",
    },
    practiceTitle: "What practice means",
    practice: {
      one: "A practice network is a chain on your own machine: its people are made up, its keys are known to all, and nothing counts.",
      two: "Time can be moved on there, so that an epoch passes in minutes; start it again and everything begins anew.",
      three: "In a real co-op time cannot be moved, your key is yours alone, and what is recorded is recorded.",
    },
    wordsTitle: "Words",
    search: "Find a word",
    none: (query) => `The word "${query}" is not here.`,
    clear: "See all words",
    count: (n) => `${n} words`,
  },
});
