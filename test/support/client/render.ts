import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FunctionComponent } from "react";
import { tsImport } from "tsx/esm/api";
import { root } from "../../../scripts/lib/files.ts";

/** Loads something with React as it is published: its build for development is several times slower. */
async function asPublished<T>(load: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    return await load();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** A view of the pages, drawn as a string: views are compiled as the pages' own settings say. */
export async function loadView<Props extends object>(path: string, name: string): Promise<(props: Props) => string> {
  const [{ createElement }, { renderToStaticMarkup }, views] = await asPublished(() =>
    Promise.all([
      import("react"),
      import("react-dom/server"),
      tsImport(pathToFileURL(join(root, "frontend", path)).href, { parentURL: import.meta.url, tsconfig: join(root, "frontend/tsconfig.json") }) as Promise<Record<string, FunctionComponent<Props>>>,
    ]),
  );
  return (props) => renderToStaticMarkup(createElement(views[name]!, props));
}

/** An element as it stands in a markup. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#x27": "'" };
const decoded = (text: string): string => text.replace(/&(lt|gt|quot|amp|#x27);/g, (_, name: string) => entities[name]!);

/** The elements of a markup that React wrote, and its words. Throws where an angle stands that is part of neither. */
export function takeApart(markup: string): { tags: readonly Tag[]; words: string } {
  const tags: Tag[] = [];
  const words = markup.replace(/<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)\/?>/g, (_, name: string, attributes: string) => {
    const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, decoded(value ?? "")] as const);
    tags.push({ name, attributes: new Map(pairs) });
    return "";
  });
  if (/[<>]/.test(words)) throw new Error(`an angle is left in ${words.slice(0, 200)}`);
  return { tags, words: decoded(words) };
}
