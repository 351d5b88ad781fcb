// The browser of the screen tests and pictures: one pinned Chromium with its own fonts, so that every machine draws alike.
import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { giveUp } from "./children.mjs";
import { installTool, platform, toolHome } from "./tools.mjs";
import { words } from "./words.mjs";

const kept = {
  "noto-sans-sc": ["400Regular/NotoSansSC_400Regular.ttf", "600SemiBold/NotoSansSC_600SemiBold.ttf", "700Bold/NotoSansSC_700Bold.ttf"],
  "noto-serif-sc": ["400Regular/NotoSerifSC_400Regular.ttf", "600SemiBold/NotoSerifSC_600SemiBold.ttf", "700Bold/NotoSerifSC_700Bold.ttf"],
  "noto-sans-mono": ["400Regular/NotoSansMono_400Regular.ttf"],
};

/** Keeps the weights that the pages use: a package holds nine of 10 MB each. */
function finishFonts(part) {
  for (const [name, files] of Object.entries(kept)) {
    for (const file of files) cpSync(join(part, "node_modules/@expo-google-fonts", name, file), join(part, file.split("/").pop()));
    cpSync(join(part, "node_modules/@expo-google-fonts", name, "LICENSE"), join(part, `LICENSE-${name}`), { force: false });
  }
  rmSync(join(part, "node_modules"), { recursive: true });
}

/** The families that pages may ask for by other names, and which of ours answers. */
const answers = {
  "Noto Sans SC": ["sans-serif", "system-ui", "Noto Sans CJK SC"],
  "Noto Serif SC": ["serif", "Noto Serif", "Noto Serif CJK SC"],
  "Noto Sans Mono": ["monospace", "ui-monospace"],
};

function fontSettings(fonts, cache) {
  const aliases = Object.entries(answers).flatMap(([ours, names]) =>
    names.map((name) => `  <match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${ours}</string></edit></match>`),
  );
  // Chinese inside monospace words has to come from somewhere too.
  const last = `  <match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>`;
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n  <dir>${fonts}</dir>\n  <cachedir>${cache}</cachedir>\n${[...aliases, last].join("\n")}\n</fontconfig>\n`;
}

function unpack(part, packed, options) {
  const bytes = brotliDecompressSync(readFileSync(join(part, "node_modules/@sparticuz/chromium/bin", packed)));
  const { status, stderr } = spawnSync("tar", ["-x", "-f", "-", "-C", part, ...options], { input: bytes, maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`tar could not unpack ${packed}: ${stderr}`);
}

/** Unpacks the browser and the few system libraries it brings. */
function finishBrowser(part) {
  writeFileSync(join(part, "chromium"), brotliDecompressSync(readFileSync(join(part, "node_modules/@sparticuz/chromium/bin/chromium.br"))));
  chmodSync(join(part, "chromium"), 0o755);
  unpack(part, "al2023.tar.br", []);
  unpack(part, "swiftshader.tar.br", []);
  rmSync(join(part, "node_modules"), { recursive: true });
  // A wrapper, so that the libraries and the fonts reach the browser alone.
  writeFileSync(
    join(part, "browser"),
    `#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd)\nLD_LIBRARY_PATH="$here/lib:$LD_LIBRARY_PATH" FONTCONFIG_FILE="$here/fonts.conf" exec "$here/chromium" "$@"\n`,
  );
  chmodSync(join(part, "browser"), 0o755);
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    for (const file of [name, ...folders.map((folder) => join(folder, name))]) {
      try {
        if (!file.includes("/")) continue;
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not there: the next one.
      }
    }
  }
}

const known = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What a task needs to find the browser, where it is already there; nothing is fetched. */
export function browserIfThere() {
  if (process.env.CHROME) return {};
  const program = join(toolHome("chromium"), "browser");
  return existsSync(program) ? { CHROME: program } : {};
}

/** What a task needs to find the browser: $CHROME if given, else the pinned one, else one on this machine. */
export async function browser() {
  if (process.env.CHROME) return {};
  if (platform !== "linux-x64") {
    const found = onPath(known);
    if (found) return { CHROME: found };
    giveUp(words.browser, words.noBrowser, words.noBrowserRemedy);
  }
  try {
    const fonts = await installTool("fonts", words.fonts, finishFonts);
    const home = await installTool("chromium", words.browser, finishBrowser);
    // Written every time: the folder may have been moved since.
    mkdirSync(join(home, "font-cache"), { recursive: true });
    writeFileSync(join(home, "fonts.conf"), fontSettings(fonts, join(home, "font-cache")));
    return { CHROME: join(home, "browser") };
  } catch (error) {
    giveUp(words.browser, error.message, words.browserRemedy);
  }
}
