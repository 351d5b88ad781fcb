// What may be changed in a piece of Solidity: one small fault at a time, of the kinds that people make.
import { isNode, type Node, partsOf } from "./ast.ts";

export const OPERATORS = ["comparison", "arithmetic", "bits", "logic", "condition", "branches", "statement", "number", "truth", "arguments"] as const;
export type Operator = (typeof OPERATORS)[number];

/** Bytes of a source, and what takes their place. */
export interface Change {
  readonly operator: Operator;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const COMPARISONS: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==" };
const OTHERS: readonly (readonly [Operator, Readonly<Record<string, string>>])[] = [
  ["arithmetic", { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=" }],
  ["bits", { "&": "|", "|": "&", "<<": ">>", ">>": "<<", "&=": "|=", "|=": "&=" }],
  ["logic", { "&&": "||", "||": "&&" }],
];

/** Finds the changes of one piece. */
class Finder {
  readonly changes: Change[] = [];
  private readonly source: Buffer;
  constructor(source: Buffer) {
    this.source = source;
  }

  private span({ src }: Node): { at: number; length: number; end: number } {
    const [at, length] = src.split(":").map(Number) as [number, number];
    return { at, length, end: at + length };
  }
  private text(node: Node): string {
    const { at, end } = this.span(node);
    return this.source.toString("utf8", at, end);
  }
  private add(operator: Operator, node: Node, text: string): void {
    const { at, length } = this.span(node);
    this.changes.push({ operator, at, length, text });
  }

  visit(node: Node, inConstructor = false): void {
    const within = inConstructor || node.kind === "constructor";
    if (node.nodeType === "InlineAssembly" || node.nodeType.endsWith("TypeName")) return;
    this.rules[node.nodeType]?.(node, within);
    for (const part of partsOf(node)) if (part !== node.loopExpression) this.visit(part, within);
  }

  private readonly rules: Readonly<Record<string, (node: Node, inConstructor: boolean) => unknown>> = {
    BinaryOperation: (node) => this.swapOperator(node, node.leftExpression as Node, node.rightExpression as Node),
    Assignment: (node) => this.swapOperator(node, node.leftHandSide as Node, node.rightHandSide as Node),
    UnaryOperation: (node) => this.unary(node),
    Literal: (node) => this.literal(node),
    Conditional: (node) => this.conditional(node),
    IfStatement: (node) => this.condition(node),
    FunctionCall: (node) => this.swapArguments(node),
    ExpressionStatement: (node, inConstructor) => this.takeOut(node, inConstructor),
    EmitStatement: (node) => this.takeOut(node, false),
    RevertStatement: (node) => !this.sole.has(node.id) && this.takeOut(node, false),
    ModifierInvocation: (node) => node.kind === "modifierInvocation" && this.add("statement", node, ""),
  };

  private swapOperator(node: Node, left: Node, right: Node): void {
    const operator = node.operator as string;
    const gap = this.source.toString("utf8", this.span(left).end, this.span(right).at);
    const at = this.span(left).end + Buffer.byteLength(gap.slice(0, gap.indexOf(operator)));
    const put = (kind: Operator, text: string): number => this.changes.push({ operator: kind, at, length: operator.length, text });
    const compared = COMPARISONS[operator];
    if (compared && !this.bounds.has(node.id)) put("comparison", compared);
    for (const [kind, swaps] of OTHERS) if (swaps[operator]) put(kind, swaps[operator]);
  }

  private unary(node: Node): void {
    const { operator, subExpression } = node as unknown as { operator: string; subExpression: Node };
    if (operator === "++" || operator === "--") this.add("arithmetic", node, this.text(node).replace(operator, operator === "++" ? "--" : "++"));
    if (operator === "!") this.add("logic", node, this.text(subExpression));
    if (operator === "~") this.add("bits", node, this.text(subExpression));
  }

  private literal(node: Node): void {
    const text = this.text(node);
    if (node.kind === "bool") this.add("truth", node, text === "true" ? "false" : "true");
    if (node.kind !== "number") return;
    const plain = /^(\d{1,9})( \w+)?$/.exec(text);
    const beside = (step: number): string => (plain ? `${Number(plain[1]) + step}${plain[2] ?? ""}` : `(${text} ${step > 0 ? "+" : "-"} 1)`);
    this.add("number", node, beside(1));
    if (!/^(0x)?0+$/.test(text)) this.add("number", node, beside(-1));
  }

  /** Comparisons that choose the smaller or larger of two: where both are equal it does not matter which. */
  private readonly bounds = new Set<number>();

  private conditional(node: Node): void {
    const { condition, trueExpression, falseExpression } = node as unknown as Record<"condition" | "trueExpression" | "falseExpression", Node>;
    const [yes, no] = [this.text(trueExpression), this.text(falseExpression)];
    this.changes.push({ operator: "branches", at: this.span(trueExpression).at, length: this.span(falseExpression).end - this.span(trueExpression).at, text: `${no} : ${yes}` });
    if (condition.nodeType !== "BinaryOperation") return;
    const sides = [condition.leftExpression, condition.rightExpression].map((side) => this.text(side as Node));
    if (sides.includes(yes) && sides.includes(no)) this.bounds.add(condition.id);
  }

  /** Refusals that are all that an `if` does: without it they are as if its condition were false. */
  private readonly sole = new Set<number>();

  /** An `if` that refuses never refuses; any other is always or never so. */
  private condition(node: Node): void {
    const body = node.trueBody as Node;
    const only = body.nodeType === "Block" && (body.statements as Node[]).length === 1 ? (body.statements as Node[])[0]! : body;
    this.add("condition", node.condition as Node, "false");
    if (only.nodeType === "RevertStatement") this.sole.add(only.id);
    else this.add("condition", node.condition as Node, "true");
  }

  private swapArguments(node: Node): void {
    const given = node.arguments as Node[];
    const typeOf = ({ typeDescriptions }: Node): unknown => (typeDescriptions as { typeString?: string }).typeString;
    for (const [place, second] of given.entries()) {
      const first = given[place - 1];
      if (!first || typeOf(first) !== typeOf(second) || this.text(first) === this.text(second)) continue;
      const { at, end } = { at: this.span(first).at, end: this.span(second).end };
      const between = this.source.toString("utf8", this.span(first).end, this.span(second).at);
      this.changes.push({ operator: "arguments", at, length: end - at, text: `${this.text(second)}${between}${this.text(first)}` });
    }
  }

  /** Takes a statement out with its semicolon. What a constructor writes into immutables cannot be left out. */
  private takeOut(node: Node, inConstructor: boolean): void {
    const expression = node.expression;
    if (isNode(expression) && expression.nodeType === "Assignment" && inConstructor) return;
    const { at, end } = this.span(node);
    const rest = /^\s*;/.exec(this.source.toString("utf8", end, end + 80));
    if (rest) this.changes.push({ operator: "statement", at, length: end - at + rest[0].length, text: "{}" });
  }
}

/** Every small fault of a piece of a source, in the order in which they stand. */
export function changesOf(node: Node, source: Buffer): Change[] {
  const finder = new Finder(source);
  finder.visit(node);
  return finder.changes.sort((a, b) => a.at - b.at);
}
