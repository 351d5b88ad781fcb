const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

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
    const begins = want === "value" && (mark === "{" || mark === "[");
    if (closes) open.pop();
    if (begins) open.push(mark === "{" ? "}" : "]");
    fresh = begins;
    if (closes || (want === "value" && (string ?? plain) !== undefined)) want = "next";
    else if (begins) want = mark === "{" ? "name" : "value";
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
