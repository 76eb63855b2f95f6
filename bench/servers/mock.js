// The embedded Graph service over a contract file: node mock.js CONTRACT.json PORT
import { readFile } from "node:fs/promises";
import { startMock } from "../../dist/mock/start-mock.js";

const [file, port] = process.argv.slice(2);
const contracts = readFile(file, "utf8").then((text) => [JSON.parse(text)]);
await startMock({ contracts, port: Number(port) });
