// The embedded Graph service over a contract file: node mock.js CONTRACT.json PORT
import { readFileSync } from "node:fs";
import { startMock } from "../../dist/mock/http/start-mock.js";

const [file, port] = process.argv.slice(2);
const contracts = Promise.resolve().then(() => [JSON.parse(String(readFileSync(file)))]);
await startMock({ contracts, port: Number(port) });
