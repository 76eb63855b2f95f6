// The least that can answer: a map from method and target to the bytes and headers that the mock gave.
// node bare.js ANSWERS.json PORT
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file, port] = process.argv.slice(2);
const answers = new Map(
  Object.entries(JSON.parse(readFileSync(file, "utf8"))).map(([asked, { status, headers, body }]) => [
    asked,
    { status, headers, body: Buffer.from(body) },
  ]),
);

createServer((request, response) => {
  const answer = answers.get(`${request.method} ${request.url}`);
  if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
  else response.writeHead(404).end();
}).listen(Number(port), "localhost");
