const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** The line, from 1, at which a text stops being JSON. JSON.parse does not always say where. */
export function brokenLine(text: string): number {
  const open: string[] = [];
  let want: "value" | "name" | "colon" | "next" = "value";
  let at = 0;
  // After an opening bracket its closing one may follow at once.
  let fresh = false;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const [, mark, string, plain] = token ?? [];
    const inside = open.at(-1);
    const closes = mark !== undefined && mark === inside && (want === "next" || fresh);
    fresh = false;
    if (closes) (open.pop(), (want = "next"));
    else if (want === "value" && (mark === "{" || mark === "[")) (open.push(mark === "{" ? "}" : "]"), (want = mark === "{" ? "name" : "value"), (fresh = true));
    else if (want === "value" && (string ?? plain) !== undefined) want = "next";
    else if (want === "name" && string !== undefined) want = "colon";
    else if (want === "colon" && mark === ":") want = "value";
    else if (want === "next" && mark === "," && inside !== undefined) want = inside === "}" ? "name" : "value";
    else break;
    at = TOKEN.lastIndex;
  }
  const blank = /\s*/y;
  blank.lastIndex = at;
  blank.exec(text);
  return text.slice(0, blank.lastIndex).split("\n").length;
}
