// A tree in a terminal: each line of a node stands under it, each branch is drawn to its end.

/** A node: its head, the lines that belong to it alone, and what it is made of. */
export interface Branch {
  readonly head: string;
  readonly lines?: readonly string[];
  readonly branches?: readonly Branch[];
}

/** The tree, line by line. */
export function drawTree(root: Branch): string {
  return [root.head, ...below(root, "")].join("\n");
}

function below({ lines = [], branches = [] }: Branch, indent: string): string[] {
  const own = lines.map((line) => `${indent}${branches.length > 0 ? "│ " : "  "}${line}`);
  const parts = branches.flatMap((branch, place) => {
    const last = place === branches.length - 1;
    return [`${indent}${last ? "└─" : "├─"} ${branch.head}`, ...below(branch, `${indent}${last ? "   " : "│  "}`)];
  });
  return [...own, ...parts];
}
