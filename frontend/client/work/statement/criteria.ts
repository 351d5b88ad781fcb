import { type Both, tell } from "../../chain/words.ts";

/** One of the twelve points on which a statement is graded: what it is called, and what a reader asks there. */
export interface Criterion {
  readonly title: Both;
  readonly asks: Both;
}

/** The twelve points in the order of the contract. As headings they are a suggestion, and nobody has to use them. */
export const criteria: readonly Criterion[] = [
  { title: tell("全行业覆盖", "Industry coverage"), asks: tell("这个行业里从头到尾有哪些环节？这个项目照顾到了哪些？", "Which steps does this trade have from end to end, and which of them does the project reach?") },
  { title: tell("社会创新价值", "Social innovation"), asks: tell("它解决了一个什么新问题，或者怎样用新办法解决老问题？", "Which problem does it solve that was not solved, or which old one in a new way?") },
  { title: tell("用户超值回报", "Return to users"), asks: tell("使用者得到的，凭什么多于付出的？", "Why do users get back more than they give?") },
  { title: tell("互联网基因", "Network-native"), asks: tell("参加的人越多，它为什么越好？", "Why does it become better the more people take part?") },
  { title: tell("社会型企业", "Social enterprise"), asks: tell("盈余之外，它为谁的什么事负责？", "Apart from a surplus, what does it answer for, and to whom?") },
  { title: tell("系统支撑", "System support"), asks: tell("它靠哪些系统和人手运转？哪一处坏了会停？", "Which systems and hands keep it going, and what stops it when it breaks?") },
  { title: tell("闭环结构", "Closed loop"), asks: tell("货、钱、信息怎样走完一圈回到起点？", "How do goods, money and information come round to where they began?") },
  { title: tell("价格和价值分离", "Price–value separation"), asks: tell("什么按价格付，什么按价值分？两本账怎样不相混？", "What is paid as a price and what is shared as value, and what keeps the two ledgers apart?") },
  { title: tell("增信赋能", "Credit and empowerment"), asks: tell("参加的人因此多了什么信用、什么本领？", "Which credit and which skills do those who take part gain?") },
  { title: tell("瞬间引爆", "Ignition"), asks: tell("第一批人为什么现在就来？", "Why do the first people come now?") },
  { title: tell("商业生态", "Business ecosystem"), asks: tell("它让哪些别的项目活得更好？", "Which other projects live better because of it?") },
  { title: tell("虚拟价值积累", "Value accumulation"), asks: tell("一年以后留下什么别人拿不走的东西？", "What remains after a year that nobody can take away?") },
];
