import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { readText, root } from "../../../scripts/lib/files.ts";
import { type Served, serveFolder } from "../../../scripts/lib/serve.ts";

const entry = "virtual:room";

/** What the room does: it draws texts by the house's own view, each anew, and waits until the page has them. */
const source = `
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Markdown } from ${JSON.stringify(join(root, "frontend/shared/parts/Markdown.tsx"))};

const room = createRoot(document.getElementById("root"));
let times = 0;
globalThis.draw = (text) => flushSync(() => room.render(createElement(Markdown, { key: (times += 1), text })));
`;

/** An empty page that can draw what members write, under the policy of the real one and stricter: no string may become code or markup. */
export async function openRoom(): Promise<Served> {
  const built = await build({
    configFile: false,
    root: join(root, "frontend"),
    logLevel: "error",
    plugins: [react(), { name: "room", resolveId: (id) => (id === entry ? `\0${entry}` : null), load: (id) => (id === `\0${entry}` ? source : null) }],
    build: { write: false, modulePreload: { polyfill: false }, rollupOptions: { input: entry } },
  });
  const output = "output" in built ? built.output : [];
  const [script, ...more] = output.flatMap((file) => (file.type === "chunk" && "code" in file ? [file.code] : []));
  if (script === undefined || more.length > 0) throw new Error("The room is not one script.");
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readText("frontend/index.html"))?.[1];
  if (!policy) throw new Error("The house has no policy.");
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}; require-trusted-types-for 'script'; trusted-types 'none'"><title>Room</title><link rel="icon" href="data:,"><script type="module" src="./room.js"></script></head><body><div id="root"></div></body></html>`;
  const files = new Map([["/room.html", page], ["/room.js", script]]);
  return serveFolder(join(root, "frontend/public"), 0, (path) => files.get(path));
}
