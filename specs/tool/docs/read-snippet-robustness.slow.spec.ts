import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSnippet } from "../../../src/docs/snippets/read-snippet.ts";
import { processorSeconds } from "../../support/processor-seconds.ts";

const languages = ["csharp", "cli", "go", "java", "javascript", "objc", "php", "powershell", "python"];
const pieces = fc.constantFrom(
  ..."( ) [ ] { } \" ' ` < > , ; : . \\ @ $ # -> => = / - \n \t".split(" "),
  "graphClient.",
  "graph_client.",
  "$graphServiceClient->",
  "client.api('",
  "Users",
  '["{user-id}"]',
  "ByUserId(",
  ".Request()",
  ".GetAsync(",
  ".post(body)",
  "->get()",
  "const body = {",
  "var body = new Message {",
  "body := graphmodels.NewMessage()",
  "AdditionalData = new Dictionary<string, object> {",
  'QueryParameters.Select = new string []{ "id" };',
  "GetQueryParameters{",
  "$params = @{",
  "Get-MgUser -Property ",
  "mgc users list --select ",
  'MSGraphBaseURL stringByAppendingString:@"/me',
  '[urlRequest setHTTPMethod:@"GET"];',
);
const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(""));

describe("any text at all as a snippet", () => {
  it.each(languages)("is read as %s, or not, and never thrown at", (language) => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        const reading = readSnippet(language, text)?.reading;
        expect(reading && ("call" in reading ? reading.offset <= text.length : reading.unread !== "")).toBe(
          true,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it.each(languages)("takes no longer than its length in %s", (language) => {
    for (const piece of [
      'graphClient.Me["',
      "client.api('",
      "{ a = ",
      "Users(",
      '"',
      "graph_client.me",
      "Select = [",
      "\n a: ",
    ]) {
      expect(processorSeconds(() => void readSnippet(language, piece.repeat(4000)))).toBeLessThan(2);
    }
  });
});
