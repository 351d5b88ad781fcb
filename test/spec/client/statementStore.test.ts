import { expect } from "chai";
import type { Hex } from "viem";
import { besideUrl, gatewayUrl, insideAddress, ipfsAddress, readAddress } from "#client/work/statement/address.ts";
import { bytesOf, digestOf, MOST_BYTES } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { getPicture, pictureType } from "#client/work/statement/picture.ts";
import { type Outcome, type Reach, readDocument, sayOutcome, verify } from "#client/work/statement/store.ts";
import { examples } from "../../support/client/statements.ts";

const here = "https://coop.example/pages/";
/** Put together here, so that this file names no host but those kept for examples. */
const tls = ["https:", "", ""].join("/");
const bytes = bytesOf(examples.beanCurd);
const digest = digestOf(bytes);
const other = bytesOf("something else");

type Answer = Uint8Array | Response | "hangs" | "fails";

/** A world in which some addresses answer, and what was asked of it. */
function world(answers: Record<string, Answer>): { fetch: typeof fetch; asked: string[]; sent: RequestInit[] } {
  const asked: string[] = [];
  const sent: RequestInit[] = [];
  const fetched = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    asked.push(String(url));
    sent.push(init);
    const answer = answers[String(url)];
    if (answer === "hangs") return new Promise((_, refuse) => init.signal?.addEventListener("abort", () => refuse(new Error("aborted"))));
    if (answer === "fails") throw new TypeError("Failed to fetch");
    if (answer instanceof Response) return answer;
    return answer ? new Response(answer as Uint8Array<ArrayBuffer>) : new Response("no", { status: 404 });
  };
  return { fetch: fetched as typeof fetch, asked, sent };
}

const reach = (fetch: typeof globalThis.fetch, more: Partial<Reach> = {}): Reach => ({ fetch, here, gateway: null, hosts: new Set(), wait: 50, ...more });
const told = (outcome: Outcome): string => (outcome.is === "unavailable" ? `unavailable ${outcome.why}${outcome.host ? ` ${outcome.host}` : ""}` : `${outcome.is} ${outcome.from}`);

async function read(uri: string, answers: Record<string, Answer> = {}, more: Partial<Reach> = {}): Promise<{ told: string; asked: string[] }> {
  const { fetch, asked } = world(answers);
  return { told: told(await readDocument({ uri, digest }, reach(fetch, more))), asked };
}

const beside = besideUrl(digest, here);
const html = (body: string): Response => new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });

describe("A document that is read by its address", () => {
  it("is verified where its address contains it, and nobody is asked", async () => {
    expect(await read(insideAddress(bytes))).to.deep.equal({ told: "verified inside", asked: [] });
    expect((await read(`data:text/markdown;charset=utf-8,${encodeURIComponent(examples.beanCurd)}`)).told).to.equal("verified inside");
    expect((await read(insideAddress(other))).told).to.equal("altered inside");
  });

  it("is found beside the pages, by its own path or by its digest", async () => {
    expect(await read("docs/mill.md", { "https://coop.example/pages/docs/mill.md": bytes })).to.deep.equal({ told: "verified beside", asked: ["https://coop.example/pages/docs/mill.md"] });
    expect((await read("", { [beside]: bytes })).told).to.equal("verified beside");
    expect((await read("", {})).told).to.equal("unavailable noAddress");
    expect((await read("https://coop.example/x.md", { "https://coop.example/x.md": bytes })).told).to.equal("verified beside");
  });

  it("is asked of IPFS only at the gateway that the reader chose", async () => {
    const uri = ipfsAddress(digest);
    expect(await read(uri)).to.deep.equal({ told: "unavailable notChosen", asked: [beside] });
    const url = `https://gateway.example/ipfs/${cidOf(digest)}`;
    expect((await read(uri, { [url]: bytes }, { gateway: "https://gateway.example/" })).told).to.equal("verified ipfs");
    expect((await read(uri, { [url]: other }, { gateway: "https://gateway.example" })).told).to.equal("altered ipfs");
    expect((await read("", { [url]: bytes }, { gateway: "https://gateway.example/ipfs/" })).told).to.equal("verified ipfs");
  });

  it("is asked of a host only after the reader's word", async () => {
    const uri = "https://books.example/mill.md";
    expect(await read(uri, { [uri]: bytes })).to.deep.equal({ told: "unavailable notAsked books.example", asked: [beside] });
    expect((await read(uri, { [uri]: bytes }, { hosts: new Set(["books.example"]) })).told).to.equal("verified host");
    expect((await read(uri, { [uri]: other, [beside]: bytes })).told).to.equal("verified beside");
  });

  it("is altered where other bytes came, and a true copy elsewhere is taken instead", async () => {
    const uri = "https://books.example/mill.md";
    const hosts = new Set(["books.example"]);
    expect((await read(uri, { [uri]: other }, { hosts })).told).to.equal("altered host");
    expect((await read(uri, { [uri]: other, [beside]: bytes }, { hosts })).told).to.equal("verified beside");
    expect((await read(uri, { [uri]: bytesOf(`${examples.beanCurd} `) }, { hosts })).told).to.equal("altered host");
  });

  it("is unavailable, with the reason, where none came", async () => {
    const uri = "https://books.example/mill.md";
    const hosts = new Set(["books.example"]);
    const large = new Response(new Uint8Array(5 * MOST_BYTES));
    const cases: [Answer | undefined, string][] = [[undefined, "notFound"], ["hangs", "timeOut"], ["fails", "unreachable"], [large, "tooLarge"], [html("<h1>Welcome</h1>"), "page"], [new Response("", { status: 500 }), "unreachable"]];
    for (const [answer, why] of cases) expect((await read(uri, answer === undefined ? {} : { [uri]: answer }, { hosts })).told).to.equal(`unavailable ${why} books.example`);
    expect((await read("mill.md", { "https://coop.example/pages/mill.md": html("<div id=root>") })).told).to.equal("unavailable notFound");
    expect((await read(uri, { [uri]: html(examples.beanCurd) }, { hosts })).told).to.equal("verified host");
  });

  it("is not waited for where an answer begins and never ends", async () => {
    const endless = (async (_url: unknown, { signal }: RequestInit) =>
      new Response(
        new ReadableStream({
          start(body) {
            body.enqueue(bytes.slice(0, 10));
            signal?.addEventListener("abort", () => body.error(new Error("aborted")));
          },
        }),
      )) as typeof fetch;
    const outcome = await readDocument({ uri: "https://books.example/x.md", digest }, reach(endless, { hosts: new Set(["books.example"]) }));
    expect(told(outcome)).to.equal("unavailable timeOut books.example");
  });

  it("is asked for without cookies and without saying from where", async () => {
    const { fetch, sent } = world({ [beside]: bytes });
    await readDocument({ uri: "", digest }, reach(fetch));
    expect(sent.map(({ credentials, referrerPolicy }) => [credentials, referrerPolicy])).to.deep.equal([["omit", "no-referrer"]]);
  });

  it("that the reader opens is held against the digest like any other", () => {
    expect([verify(bytes, digest.toUpperCase().replace("0X", "0x") as Hex, "given").is, verify(other, digest, "given").is]).to.deep.equal(["verified", "altered"]);
  });

  it("has a sentence for each of its states, in both languages", async () => {
    const whys = ["noAddress", "addressRefused", "otherDocument", "notChosen", "notAsked", "notFound", "timeOut", "tooLarge", "page", "unreachable"] as const;
    for (const why of whys) {
      for (const host of [null, "books.example"]) {
        const { zh, en } = sayOutcome({ is: "unavailable", why, host });
        expect(zh).to.match(/。$/);
        expect(en).to.match(/\.$/);
      }
    }
    expect(sayOutcome(verify(other, digest, "host")).en).to.include("not what was submitted");
  });
});

describe("An address of a document", () => {
  for (const hostile of [
    "javascript:alert(1)",
    "../secret.md",
    "docs/../../secret.md",
    "docs/..%2f..%2fsecret.md",
    "/etc/passwd",
    "//evil.example/x.md",
    "\\\\evil.example\\x.md",
    "docs\\x.md",
    "file:///etc/passwd",
    "http://books.example/x.md",
    "ftp://books.example/x.md",
    "blob:https://coop.example/1",
    "https://coop.example@evil.example/x.md",
    "https://localhost/x.md",
    "https://127.0.0.1/x.md",
    `${tls}0x7f000001/x.md`,
    `${tls}2130706433/x.md`,
    "https://[::1]/x.md",
    `${tls}router.local/x.md`,
    `${tls}router/x.md`,
    "https://evil.example\\@coop.example/x.md",
    `${tls}ev\u0131l.example/x.md`,
    "https://",
    "ipfs://",
    "ipfs://../../x",
    "ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/../x",
    "ipfs://QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG/%2e%2e/x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:text/markdown,%E7%A2",
    "data:text/markdown;base64,a",
    "data:text/markdown;base64,####",
    `docs/${"a/".repeat(40)}x.md`,
    `https://books.example/${"a".repeat(600)}`,
    `data:,${"a".repeat(200_000)}`,
    ".env",
    "docs/.git/config",
    "x.md?y",
    "x.md#y",
    "__proto__:x",
  ]) {
    it(`is refused where it is ${JSON.stringify(hostile.slice(0, 60))}`, () => {
      expect(readAddress(hostile, digest, here)).to.equal("addressRefused");
    });
  }

  it("that names other contents than the chain is not followed", () => {
    expect(readAddress(ipfsAddress(digestOf(other)), digest, here)).to.equal("otherDocument");
  });

  it("at a gateway is made of what the reader wrote", () => {
    expect(gatewayUrl(" https://gateway.example/ipfs/ ", "x")).to.equal("https://gateway.example/ipfs/x");
    expect(gatewayUrl("http://127.0.0.1:8080", "x")).to.equal("http://127.0.0.1:8080/ipfs/x");
    for (const none of ["", "gateway.example", "javascript:1", "https://a:b@gateway.example", "https://gateway.example/?x="]) expect(gatewayUrl(none, "x")).to.equal(null);
  });
});

describe("A picture in a text", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

  it("is what its bytes say, whatever its host calls it", async () => {
    expect(pictureType(png)).to.equal("image/png");
    expect(pictureType(bytesOf("<svg onload=alert(1)>"))).to.equal(null);
    expect(pictureType(new Uint8Array())).to.equal(null);
    const { fetch } = world({ "https://a.example/p": png, "https://a.example/s": new Response("<svg/>", { headers: { "content-type": "image/png" } }), "https://a.example/f": "fails" });
    expect(await getPicture("https://a.example/p", fetch)).to.deep.equal({ bytes: png, type: "image/png" });
    expect(await getPicture("https://a.example/s", fetch)).to.equal("noPicture");
    expect(await getPicture("https://a.example/f", fetch)).to.equal("unreachable");
  });
});
