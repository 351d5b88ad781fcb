import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";

/** A question as pages put it to the node. */
export interface Question {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A door between pages and chain that a test may shut, so that the node is gone for the pages as if it were killed. */
export interface Gate {
  readonly url: string;
  /** Every question that came through, in order. */
  readonly questions: Question[];
  /** Hangs up on everyone and refuses whoever comes. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Puts a gate before a node. */
export async function startGate(rpc: string): Promise<Gate> {
  const questions: Question[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((message, answer) => void pass(message, answer).catch(() => answer.destroy()));
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  async function pass(message: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(message);
    if (message.method === "POST") questions.push(...[JSON.parse(body.toString()) as Question | Question[]].flat());
    const onward = request(rpc, { method: message.method, headers: { ...message.headers, host: new URL(rpc).host, connection: "close" }, agent: false });
    onward.end(body);
    const [reply] = (await once(onward, "response")) as [IncomingMessage];
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    answer.end(await buffer(reply));
  }

  const listen = async (port: number): Promise<number> => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}`,
    questions,
    async shut() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: async () => void (await listen(port)),
  };
}
