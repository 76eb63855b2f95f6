import { describe, expect, it } from "vitest";
import { concealValues } from "../../../src/exchange/tenant/conceal-values.ts";
import { shapeUrl } from "../../../src/exchange/tenant/shape-url.ts";
import { shaperOf } from "../../../src/exchange/tenant/shape-value.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const shaper = shaperOf(lifecycleContract(), "a key");
const origin = "https://graph.microsoft.com";

/** A sentence in which some values are told as their shapes. */
function concealed(text: string, ...values: readonly string[]): string {
  return concealValues(shaper, new Map(values.map((value) => [value, shaper.shape(value)])), origin)(text);
}

describe("a value in a sentence", () => {
  it("is told as its shape, with quotation marks or without", () => {
    expect(concealed('"state" is "Anna Lind"; Anna Lind is no member', "Anna Lind")).toBe(
      '"state" is "a text of 9 characters"; a text of 9 characters is no member',
    );
  });

  it("is found where it was cut short, escaped or encoded", () => {
    const long = "Offboarding of the whole payroll department";
    expect(concealed('is the string "Offboarding of the whole..."', long)).toBe(
      'is the string "a text of 43 characters..."',
    );
    expect(concealed('is "a \\"b\\" c"', 'a "b" c')).toBe('is "a text of 7 characters"');
    expect(concealed("at x%20y%2Fz", "x y/z")).toBe("at a text of 5 characters");
  });

  it("is not found in a word of the contract that it begins with", () => {
    const text = '"reprocessedRuns" is absent, "processingStatus" is not "processingStatus d..."';
    expect(concealed(text, "processingStatus desc")).toBe(
      '"reprocessedRuns" is absent, "processingStatus" is not "a text of 21 characters..."',
    );
  });

  it("is no part of a longer word, no word of the contract, and no plain word of the sentence", () => {
    expect(concealed('"Annabel" is absent', "Anna")).toBe('"Annabel" is absent');
    expect(concealed('"status" is absent; run says Int32', "status", "Int32", "absent")).toBe(
      '"status" is absent; run says Int32',
    );
    expect(concealed('"absent" is no state', "absent")).toBe('"a text of 6 characters" is no state');
    expect(concealed("200 OK came back (run.md:43)", "200", "43")).toBe("200 OK came back (run.md:43)");
  });

  it("is found in a name that stands for itself, quoted or not", () => {
    const values = new Map([["lindqvist", "a text of 9 characters"]]);
    const conceal = concealValues(shaper, values, origin);
    expect(conceal("#lindqvist", "name")).toBe("#a text of 9 characters");
    expect(conceal("type-name lindqvist", "name")).toBe("type-name a text of 9 characters");
    expect(conceal("type-name of-lindqvist run/lindqvist", "name")).toBe(
      "type-name of-lindqvist run/lindqvist",
    );
    expect(conceal('did it mean "#lindqvist"?')).toBe('did it mean "#a text of 9 characters"?');
    expect(conceal("that lindqvist is a word of the sentence")).toContain("lindqvist");
    expect(concealed("placeholder page 43", "43")).toBe("placeholder page 43");
  });

  it("goes by its kind, too, whoever wrote it: ids, addresses, URLs, the ids of applications", () => {
    const id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    expect(concealed(`${id} is gone`)).toMatch(/^a GUID [0-9a-f]{8} is gone$/);
    expect(concealed("ask anna@contoso.test, or run@odata.type")).toBe(
      "ask an address of 17 characters, or run@odata.type",
    );
    expect(concealed("leads to https://evil.test/a?b=c now")).toBe("leads to a URL of 23 characters now");
    expect(concealed("extension_7c9e6679742540de944be07fc1f90ae7_cost")).toBe("extension_…_cost");
  });
});

describe("a URL", () => {
  it("keeps what the contract names, and has a shape for each key, literal and token", () => {
    const shaped = shapeUrl(
      shaper,
      `${origin}/v1.0/users/anna@contoso.test/run?$filter=state eq 'Anna Lind' and status eq 'queued'&$top=5&$skiptoken=abc`,
      origin,
    );
    expect(shaped).toMatch(
      /\/v1\.0\/\{an id [0-9a-f]{8}\}\/\{an address of 17 characters\}\/run\?\$filter=state eq 'a text of 9 characters' and status eq 'queued'&\$top=5&\$skiptoken=a text of 3 characters$/,
    );
    expect(shaped.startsWith(`${origin}/v1.0/`)).toBe(true);
  });

  it("of another host is a URL of so many characters", () => {
    expect(shapeUrl(shaper, "https://contoso.test/anna", origin)).toBe("a URL of 25 characters");
  });
});
