import { describe, expect, it } from "vitest";
import { type ContractFile, contractText, parseContract } from "../../../src/contract/contract-file.ts";
import { diffContracts } from "../../../src/diff/diff-contracts.ts";
import { readSchema } from "../../../src/report/read-schema.ts";
import { documentation } from "../../support/documentation.ts";

const isContract = readSchema<ContractFile>("contract.schema.json");
const parsed = (text: string) => parseContract(() => text.split("\n"), "contract.json", isContract);

describe("contract.json", () => {
  it.each(["v1.0", "beta"] as const)(
    "holds all that the contract of %s promises, but its examples",
    (version) => {
      const contract = documentation.contract(version);
      const { metadata: _, ...kept } = contract;
      expect(parsed(contractText(contract))).toEqual({ ...kept, examples: [] });
      expect(diffContracts(contract, parsed(contractText(contract)))).toEqual([]);
    },
  );

  it("holds the examples, too, where they are asked for", () => {
    const contract = documentation.contract("v1.0");
    expect(parsed(contractText(contract, { examples: true })).examples).toEqual(
      JSON.parse(JSON.stringify(contract.examples)),
    );
  });

  it("is the same text for the same contract, read again", () => {
    const text = contractText(documentation.contract("v1.0"));
    expect(contractText(parsed(text))).toBe(text);
  });

  it("is ASCII, and gives every letter back", () => {
    const shown = {
      operations: {},
      types: {},
      strays: [{ method: "GET", path: "/boats/Straße – 名前 “😀” \\u00e9" }],
    };
    const text = contractText({ ...documentation.contract("v1.0"), shown });
    expect(text).toMatch(/^[\n -~]+$/);
    expect(parsed(text).shown).toEqual(shown);
  });

  it.each([
    ["", "is not JSON"],
    ["{", "is not JSON"],
    ["[]", "is no contract"],
    ['{"openapi": "3.1.0"}', "is no contract"],
    ['{"format": 2, "types": {}}', "has the form 2 of another version"],
    ['{"format": 1, "types": {}}', "is no whole contract"],
    [
      '{"format": 1, "version": "v1.0", "types": {"a": 1}, "enums": {}, "operations": []}',
      "/types/a must be object",
    ],
  ])("is refused with a sentence where it is %s", (text, sentence) => {
    expect(() => parsed(text)).toThrow(sentence);
  });
});
