// Loaded before a program: a machine without a network. Whatever reaches for one is refused, and told in the file named by NO_NETWORK_LOG.
import { appendFileSync } from "node:fs";
import dgram from "node:dgram";
import dns from "node:dns";
import http2 from "node:http2";
import net from "node:net";
import { syncBuiltinESMExports } from "node:module";

const refuse = (what) => () => {
  appendFileSync(process.env.NO_NETWORK_LOG, `${what}\n`);
  throw new Error(`no network: ${what}`);
};

net.Socket.prototype.connect = refuse("connect");
dgram.Socket.prototype.send = refuse("send");
http2.connect = refuse("http2");
for (const name of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(name)) dns[name] = refuse(`dns.${name}`);
for (const name of Object.keys(dns.promises)) if (/^(lookup|resolve|reverse)/.test(name)) dns.promises[name] = refuse(`dns.${name}`);
globalThis.fetch = refuse("fetch");
globalThis.WebSocket = refuse("WebSocket");
syncBuiltinESMExports();
