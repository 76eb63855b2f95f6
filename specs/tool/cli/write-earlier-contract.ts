import { mkdirSync, writeFileSync } from "node:fs";
import { contractText } from "../../../src/contract/contract-file.ts";
import { earlierContract } from "./earlier-contract.ts";

mkdirSync("fixtures/earlier", { recursive: true });
writeFileSync("fixtures/earlier/contract.json", contractText(earlierContract()));
