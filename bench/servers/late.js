// Gives the answers of a file, each after so many milliseconds.
// node late.js ANSWERS.json PORT MILLISECONDS
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file, port, wait] = process.argv.slice(2);
const answers = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8"))));

createServer(({ method, url, headers }, response) => {
  const signed = headers.authorization === undefined ? "" : " signed";
  const answer = answers.get(`${method} ${url} ${headers.prefer ?? ""}${signed}`);
  const give = () => {
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    else
      response
        .writeHead(404, { "Content-Type": "application/json" })
        .end('{"error":{"code":"x","message":"y"}}');
  };
  if (Number(wait) > 0) setTimeout(give, Number(wait));
  else give();
}).listen(Number(port), "127.0.0.1");
