import { describe, expect, it } from "vitest";
import { type Shaping, shapeBody } from "../../../src/exchange/tenant/shape-body.ts";
import { shaperOf } from "../../../src/exchange/tenant/shape-value.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";

const shaping: Shaping = {
  shaper: shaperOf(lifecycleContract(), "a key"),
  origin: "https://graph.microsoft.com",
};

/** The text with all that is replaced, and the values that are told. */
function shaped(text: string) {
  const told: string[] = [];
  const replacements = shapeBody(text, { ...shaping, tell: (value) => told.push(value) });
  const left = replacements.reduceRight(
    (rest, { offset, length, text: by }) => rest.slice(0, offset) + by + rest.slice(offset + length),
    text,
  );
  return { text: left, told };
}

describe("the body of a message", () => {
  it("keeps its brackets, blanks and the names of the contract", () => {
    const text = '{\r\n\t"value": [ { "totalTasksCount" : null, "a":[ [true],{ } ] } ]\n}';
    expect(shaped(text)).toEqual({ text, told: [] });
  });

  it("has shapes in the place of texts and numbers, whatever is escaped in them", () => {
    expect(shaped(String.raw`{"displayName":"a\\","state":"\"b\": 1","text":"é\u00e9"}`)).toEqual({
      text: '{"displayName":"a text of 2 characters","state":"a text of 6 characters","text":"a text of 2 characters"}',
      told: ["a\\", '"b": 1', "éé"],
    });
    expect(shaped('{"totalTasksCount":12,"b":[-1.5e10,7]}')).toEqual({
      text: '{"totalTasksCount":a number of 2 digits,"b":[a number of 7 digits,a number of 1 digit]}'.replace(
        /a number of \d digits?/g,
        '"$&"',
      ),
      told: ["-1.5e10"],
    });
  });

  it("keeps what the protocol counts, members, and the code of an error; not a code elsewhere", () => {
    const text = '{"@odata.count":12345,"status":"completed","error":{"code":"Request_BadRequest"}}';
    expect(shaped(text)).toEqual({ text, told: [] });
    expect(shaped('{"other":{"code":"Request_BadRequest"}}').told).toEqual(["Request_BadRequest"]);
    expect(shaped('{"error":[{"code":"Request_BadRequest"}]}').told).toEqual([]);
  });

  it("has the shape of a name that tells of somebody, and of what is in it", () => {
    const { text, told } = shaped('{"anna@contoso.test":"","":"Anna"}');
    expect(text).toBe('{"{an address of 17 characters}":"","":"a text of 4 characters"}');
    expect(told).toEqual(["anna@contoso.test", "Anna"]);
  });

  it("may be one value", () => {
    expect(shaped(' "Anna" \n').text).toBe(' "a text of 4 characters" \n');
    expect(shaped("12345").told).toEqual(["12345"]);
  });
});
