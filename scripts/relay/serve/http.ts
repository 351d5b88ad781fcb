// The service's door to the network: what it answers, how much it listens to, and for how long.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Both, tell } from "#client/chain/words.ts";

/** An answer. `wait`: seconds until it is worth asking again. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly wait?: number;
}

/** What is behind the door. */
export interface Routes {
  post(body: string): Promise<Answer>;
  /** Offers and requests, to be shown. */
  take(body: string): Promise<Answer>;
  /** Those that are shown. */
  show(): Answer;
  act(id: string): Answer;
  health(): Promise<Answer>;
  metrics(): Answer;
  /** Told of each answer's status. */
  answered(status: number): void;
}

export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** Bodies that are read and looked at at once. */
  readonly atOnce: number;
  /** A visitor who is slow has so many milliseconds for the head, and for the whole; one who says nothing so many between requests. */
  readonly patience?: { readonly head: number; readonly whole: number; readonly idle: number };
}

const PATIENCE = { head: 5_000, whole: 15_000, idle: 5_000 };
const MOST_CONNECTIONS = 512;

/** In words, in both languages. */
export const say = (zh: string, en: string): { say: Both } => ({ say: tell(zh, en) });

const sentences = {
  noPath: say("这里没有这个地址。可用的有：POST /bundles、GET /acts/编号、POST与GET /market、GET /health、GET /metrics。", "There is nothing here. There are POST /bundles, GET /acts/ID, POST and GET /market, GET /health and GET /metrics."),
  noMethod: say("这个地址不接受这种请求。什么都没有改变。", "This address does not take such a request. Nothing was changed."),
  tooLarge: (most: number) => say(`内容太大，一次至多${most}字节。没有收下；请分几次送，或自己发送。`, `This is too large; at most ${most} bytes are taken at once. Nothing was accepted: send it in parts, or send it yourself.`),
  broken: say("请求没有收完。没有收下；请再试一次。", "The request broke off. Nothing was accepted; please try again."),
  busy: say("正忙，没有收下。请过几秒再试，或自己发送。", "Busy just now. Nothing was accepted: try again in a few seconds, or send it yourself."),
  failed: say("服务出了没有预料到的错误。已收下的不会丢；请稍后再试，或自己发送。", "Something failed here that was not foreseen. What was accepted is not lost: try again later, or send it yourself."),
};

/** Makes the server; it does not listen yet. */
export function makeServer(routes: Routes, limits: Limits): Server {
  let reading = 0;
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const { method = "" } = request;
    if (method === "OPTIONS") return { status: 204 };
    if (path === "/bundles" || (path === "/market" && method === "POST")) {
      if (method !== "POST") return { status: 405, json: sentences.noMethod };
      if (Number(request.headers["content-length"] ?? 0) > limits.body) return { status: 413, json: sentences.tooLarge(limits.body) };
      if (reading >= limits.atOnce) return { status: 503, json: sentences.busy, wait: 2 };
      reading += 1;
      try {
        const body = await readBody(request, limits.body);
        return body === null ? { status: 413, json: sentences.tooLarge(limits.body) } : await (path === "/market" ? routes.take(body) : routes.post(body));
      } finally {
        reading -= 1;
      }
    }
    const known = path === "/health" || path === "/metrics" || path === "/market" || path.startsWith("/acts/");
    if (!known) return { status: 404, json: sentences.noPath };
    if (method !== "GET" && method !== "HEAD") return { status: 405, json: sentences.noMethod };
    if (path === "/health") return routes.health();
    if (path === "/market") return routes.show();
    return path === "/metrics" ? routes.metrics() : routes.act(path.slice("/acts/".length));
  };
  const { head, whole, idle } = limits.patience ?? PATIENCE;
  const server = createServer({ headersTimeout: head, requestTimeout: whole, keepAliveTimeout: idle, connectionsCheckingInterval: head / 5, maxHeaderSize: 8_192 }, (request, response) => {
    request.on("error", () => undefined);
    void answerTo(request)
      .catch((error: unknown): Answer => {
        if (error instanceof BrokenOff) return { status: 400, json: sentences.broken };
        console.error(error);
        return { status: 500, json: sentences.failed };
      })
      .then((answer) => {
        routes.answered(answer.status);
        write(request, response, answer);
      });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 64;
  return server;
}

class BrokenOff extends Error {}

/** The body as text; null where it is larger than `most`, whatever its head said. Errors: BrokenOff. */
function readBody(request: IncomingMessage, most: number): Promise<string | null> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) done(null);
      else chunks.push(chunk);
    });
    request.on("end", () => done(Buffer.concat(chunks).toString("utf8")));
    for (const event of ["close", "error", "aborted"]) request.on(event, () => failed(new BrokenOff()));
  });
}

/** Pages of any origin may ask: nothing here depends on who asks, and no cookie or password is ever sent along. Numbers for operators are for no page. */
function headersFor({ url = "" }: IncomingMessage, { status, wait }: Answer): Record<string, string> {
  const open = url.startsWith("/metrics")
    ? {}
    : { "access-control-allow-origin": "*", "access-control-expose-headers": "retry-after", ...(status === 204 ? { "access-control-allow-methods": "GET, POST", "access-control-allow-headers": "content-type", "access-control-max-age": "86400" } : {}) };
  return { "cache-control": "no-store", "x-content-type-options": "nosniff", ...open, ...(wait === undefined ? {} : { "retry-after": String(Math.max(1, Math.ceil(wait))) }) };
}

function write(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const { status, json, text } = answer;
  const body = status === 204 ? "" : (text ?? `${JSON.stringify(json)}\n`);
  // Whoever sent more than is taken is not listened to any longer.
  const close: Record<string, string> = status === 413 || !request.complete ? { connection: "close" } : {};
  const kind: Record<string, string> = status === 204 ? {} : { "content-type": text === undefined ? "application/json; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8" };
  response.writeHead(status, { ...headersFor(request, answer), ...kind, ...close });
  response.end(request.method === "HEAD" ? undefined : body, () => {
    if (close.connection) setTimeout(() => request.socket.destroy(), 500).unref();
  });
}
