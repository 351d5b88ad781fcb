import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import type { Server } from "node:http";
import { expect } from "chai";
import { makeServer } from "../../../scripts/relay/serve/http.ts";

const PATIENCE = { head: 400, whole: 800, idle: 400 };

describe("The door of the relay service", function () {
  this.timeout(30_000);
  let server: Server;
  let port: number;
  let posted: string[];
  let answers: number[];
  let hold: Promise<void> | null;
  beforeEach(async () => {
    [posted, answers, hold] = [[], [], null];
    const routes = {
      post: async (body: string) => {
        posted.push(body);
        await hold;
        return { status: 202, json: { ok: true } };
      },
      take: async (body: string) => ({ status: 202, json: { taken: body } }),
      show: () => ({ status: 200, text: "{}" }),
      act: (id: string) => ({ status: 200, json: { id } }),
      health: async () => ({ status: 503, json: {}, wait: 30 }),
      metrics: () => ({ status: 200, text: "relay_waiting 0\n" }),
      answered: (status: number) => void answers.push(status),
    };
    server = makeServer(routes, { body: 1_000, atOnce: 2, patience: PATIENCE });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const at = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`, init);
  const sayOf = async (response: Response): Promise<{ zh: string; en: string }> => ((await response.json()) as { say: { zh: string; en: string } }).say;
  const open = async (): Promise<{ socket: Socket; ended: Promise<number>; said: () => string }> => {
    const socket = connect(port, "127.0.0.1");
    const since = Date.now();
    let said = "";
    socket.on("data", (data) => (said += data.toString()));
    socket.on("error", () => undefined);
    const ended = new Promise<number>((done) => socket.on("close", () => done(Date.now() - since)));
    await once(socket, "connect");
    return { socket, ended, said: () => said };
  };

  it("knows five addresses, and says so to whoever asks for another", async () => {
    expect((await at("/bundles", { method: "POST", body: "x" })).status).to.equal(202);
    expect(posted).to.deep.equal(["x"]);
    expect(await (await at("/acts/0xab")).json()).to.deep.equal({ id: "0xab" });
    expect((await at("/metrics?x=1")).status).to.equal(200);
    expect(await (await at("/market", { method: "POST", body: "y" })).json()).to.deep.equal({ taken: "y" });
    expect(await (await at("/market")).text()).to.equal("{}");
    expect((await at("/market", { method: "DELETE" })).status).to.equal(405);
    const none = await at("/");
    expect(none.status).to.equal(404);
    const say = await sayOf(none);
    expect(say.en).to.contain("POST /bundles");
    expect(say.zh).to.contain("POST /bundles");
    for (const [path, method] of [["/bundles", "GET"], ["/acts/1", "DELETE"], ["/health", "POST"]] as const) expect((await at(path, { method })).status).to.equal(405);
    expect(answers).to.deep.equal([202, 200, 200, 202, 200, 405, 404, 405, 405, 405]);
  });

  it("lets pages of any origin ask, and nothing more: no cookies, and no numbers for operators", async () => {
    const preflight = await at("/bundles", { method: "OPTIONS", headers: { origin: "https://coop.example", "access-control-request-method": "POST", "access-control-request-headers": "content-type" } });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin"), preflight.headers.get("access-control-allow-methods"), preflight.headers.get("access-control-allow-headers")]).to.deep.equal([204, "*", "GET, POST", "content-type"]);
    const health = await at("/health");
    expect([health.headers.get("access-control-allow-origin"), health.headers.get("access-control-expose-headers"), health.headers.get("retry-after")]).to.deep.equal(["*", "retry-after", "30"]);
    expect(health.headers.get("access-control-allow-credentials")).to.equal(null);
    expect((await at("/metrics")).headers.get("access-control-allow-origin")).to.equal(null);
  });

  it("listens to no more than so many bytes, whether their number was told or not", async () => {
    const told = await at("/bundles", { method: "POST", body: "x".repeat(1_001) });
    expect(told.status).to.equal(413);
    expect((await sayOf(told)).zh).to.contain("没有收下");
    // A stream tells no length.
    const stream = new ReadableStream({ start: (controller) => (controller.enqueue(new TextEncoder().encode("x".repeat(5_000))), controller.close()) });
    const untold = await at("/bundles", { method: "POST", body: stream, duplex: "half" } as RequestInit);
    expect([untold.status, (await sayOf(untold)).en]).to.deep.equal([413, "This is too large; at most 1000 bytes are taken at once. Nothing was accepted: send it in parts, or send it yourself."]);
    expect((await at("/bundles", { method: "POST", body: "x".repeat(1_000) })).status).to.equal(202);
    expect(posted).to.have.length(1);
    // One who lies about it is not heard to the end.
    const { socket, ended, said } = await open();
    socket.write(`POST /bundles HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n800\r\n${"x".repeat(2_048)}\r\n`);
    await ended;
    expect(said()).to.match(/^HTTP\/1\.1 413 /);
  });

  it("looks at so many at once, and asks the others to come again", async () => {
    let go: () => void = () => undefined;
    hold = new Promise<void>((done) => (go = done));
    const first = [at("/bundles", { method: "POST", body: "1" }), at("/bundles", { method: "POST", body: "2" })];
    while (posted.length < 2) await new Promise((done) => setTimeout(done, 10));
    const third = await at("/bundles", { method: "POST", body: "3" });
    expect([third.status, third.headers.get("retry-after")]).to.deep.equal([503, "2"]);
    // Who only looks is never kept waiting.
    expect((await at("/acts/1")).status).to.equal(200);
    go();
    expect((await Promise.all(first)).map(({ status }) => status)).to.deep.equal([202, 202]);
    expect((await at("/bundles", { method: "POST", body: "4" })).status).to.equal(202);
  });

  it("waits for nobody who dribbles: not in the head, not in the body, not between requests", async () => {
    const [head, body, idle] = [await open(), await open(), await open()];
    head.socket.write("POST /bundles HTTP/1.1\r\nhost: x\r\n");
    const dribble = setInterval(() => head.socket.write("x-a: b\r\n"), 50);
    body.socket.write("POST /bundles HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\n");
    const drops = setInterval(() => body.socket.write("x"), 50);
    idle.socket.write("GET /acts/1 HTTP/1.1\r\nhost: x\r\n\r\n");
    const [headTook, bodyTook, idleTook] = await Promise.all([head.ended, body.ended, idle.ended]);
    clearInterval(dribble);
    clearInterval(drops);
    for (const took of [headTook, bodyTook, idleTook]) expect(took).to.be.within(350, 8_000);
    expect(head.said()).to.match(/^HTTP\/1\.1 408 /);
    expect(idle.said()).to.match(/^HTTP\/1\.1 200 /);
    expect(posted).to.deep.equal([]);
    expect((await at("/bundles", { method: "POST", body: "x" })).status).to.equal(202);
  });

  it("outlives whoever breaks off, and what it was never made for", async () => {
    const { socket, ended } = await open();
    socket.write("POST /bundles HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\nxxx");
    await new Promise((done) => setTimeout(done, 50));
    socket.destroy();
    await ended;
    const noise = await open();
    noise.socket.write("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n");
    await noise.ended;
    const long = await open();
    long.socket.write(`GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await long.ended;
    expect(posted).to.deep.equal([]);
    expect((await at("/bundles", { method: "POST", body: "x" })).status).to.equal(202);
  });
});
