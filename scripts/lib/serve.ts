import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const kinds: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".md": "text/markdown; charset=utf-8",
};

/** The content type of a made file, by its name. */
export const kindOf = (path: string): string => kinds[extname(path)] ?? "text/plain; charset=utf-8";

/** A folder served on this machine alone. */
export interface Served {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Makes a server listen on the first free port from `port` (0: any) and gives it. Throws when none of 100 is free. */
export async function listenFrom(server: Server, port: number): Promise<number> {
  for (let tried = port; tried < port + 100; tried += 1) {
    const taken = await new Promise<boolean>((done, failed) => {
      const onError = (error: NodeJS.ErrnoException): void => (error.code === "EADDRINUSE" || error.code === "EACCES" ? done(true) : failed(error));
      server.once("error", onError);
      server.listen(tried, "127.0.0.1", () => {
        server.off("error", onError);
        done(false);
      });
    });
    const address = server.address();
    if (!taken && address !== null && typeof address === "object") return address.port;
  }
  throw new Error(`No port is free from ${port} to ${port + 99}.`);
}

/** Files that are not in the folder: the text of a path, or undefined where there is none. */
export type MadeFiles = (path: string) => string | undefined;

/** Serves a folder, and `made` files that are not in it, on 127.0.0.1 from `port` on; the folder's own files below a path that begins and ends with a slash. */
export async function serveFolder(folder: string, port = 0, made: MadeFiles = () => undefined, below = "/"): Promise<Served> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, kind: string, body: string | Buffer): void => {
      // Nothing is kept: a page of yesterday's build beside today's chain would puzzle everyone.
      response.writeHead(status, { "content-type": kind, "cache-control": "no-store", "x-content-type-options": "nosniff" });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    try {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
      const text = made(path);
      if (text !== undefined) return answer(200, kindOf(path), text);
      if (!path.startsWith(below)) return answer(404, "text/plain", "Not here.");
      const inside = path.slice(below.length - 1);
      const file = normalize(join(folder, inside.endsWith("/") ? `${inside}index.html` : inside));
      if (!file.startsWith(folder + sep)) return answer(404, "text/plain", "Not here.");
      return answer(200, kinds[extname(file)] ?? "application/octet-stream", await readFile(file));
    } catch {
      return answer(404, "text/plain; charset=utf-8", "Not here.");
    }
  });
  const found = await listenFrom(server, port);
  return {
    url: `http://127.0.0.1:${found}/`,
    port: found,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
