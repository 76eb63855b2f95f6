// Sends requests over keep-alive connections for a while, each connection one at a time, and prints what came back:
// node load.js PLAN.json PORT CONNECTIONS SECONDS AUTHORIZATION
//
// A socket and a count of bytes, because a loader with a client library needs more of its core than the bare server
// that it should bring to its limit. `busy` says how much of a core it needed.
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const [file, port, connections, seconds, authorization] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(file, "utf8")).map(({ method, target, body }) => {
  const head = `${method} ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${authorization}\r\nAccept: application/json\r\n`;
  if (body === undefined) return Buffer.from(`${head}\r\n`);
  return Buffer.from(
    `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
});
const tally = { answered: 0, refused: 0, bytes: 0 };
const waits = [];
const started = performance.now();
const until = started + Number(seconds) * 1000;
let next = 0;

/** Where the answer ends that the text begins with: -1 when it is not all there. */
function endOfAnswer(text) {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return -1;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2));
  if (length) return head + 4 + Number(length[1]);
  if (!/\r\ntransfer-encoding: *chunked/i.test(text.slice(0, head + 2))) return head + 4;
  const last = text.indexOf("\r\n0\r\n\r\n", head);
  return last < 0 ? -1 : last + 7;
}

function converse() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "localhost");
    let text = "";
    let asked = 0;
    const ask = () => {
      asked = performance.now();
      socket.write(requests[next++ % requests.length]);
    };
    socket.setNoDelay(true);
    socket.setEncoding("latin1");
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("close", resolve);
    socket.on("data", (part) => {
      text += part;
      const end = endOfAnswer(text);
      if (end < 0 || text.length < end) return;
      tally.bytes += text.length;
      if (performance.now() > until) return socket.destroy();
      tally.answered++;
      waits.push(performance.now() - asked);
      if (text.charAt(9) !== "2") tally.refused++;
      text = "";
      ask();
    });
  });
}

await Promise.all(Array.from({ length: Number(connections) }, converse));
const elapsed = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const busy = (user + system) / 1e6 / elapsed;
waits.sort((one, other) => one - other);
const waited = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))];
const slowest = { half: waited(0.5), p99: waited(0.99), longest: waits.at(-1) };
process.stdout.write(
  JSON.stringify({ ...tally, perSecond: tally.answered / Number(seconds), busy, milliseconds: slowest }),
);
