import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

/** Static files that work from any folder: every address in the build is relative to the page. */
export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [react(), tailwind(), ...(command === "serve" ? [withoutPolicy] : [])],
  server: { host: "127.0.0.1", port: 5173 },
  preview: { host: "127.0.0.1", port: 5173 },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
}));

/** The development server needs inline scripts and styles for its refresh; the built page does without, under its policy. */
const withoutPolicy = {
  name: "gongsheng-without-policy",
  apply: "serve" as const,
  transformIndexHtml: (page: string) => page.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
};
