import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";

const ajv = new Ajv2020();
const own = readdirSync("schemas").filter((name) => name.endsWith(".schema.json"));

it("our own schemas are schemas, which nobody checks when they are read", () => {
  expect(own.length).toBeGreaterThan(2);
  for (const name of own)
    expect(ajv.validateSchema(JSON.parse(readFileSync(`schemas/${name}`, "utf8"))), name).toBe(true);
});

it("a keyword with a value that it cannot have makes none", () => {
  expect(ajv.validateSchema({ type: "text" })).toBe(false);
});
