import { describe, expect, it } from "vitest";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { deprecation } from "../../../src/rules/service/deprecation.ts";
import { answerTo } from "./answer-to.ts";

interface Said {
  readonly title?: string;
  readonly matter?: string;
  /** Between the title and the first section. */
  readonly intro?: string;
  readonly later?: string;
  readonly include?: string;
}

function contractOf({ title = "List runs", matter = "", intro = "", later = "", include }: Said) {
  const page = [
    ...(matter === "" ? [] : ["---", `title: "${matter}"`, "---"]),
    ...[`# ${title}`, "", intro, "", "## HTTP request", "```http", "GET /runs", "```"],
    ...["## Response", "If successful, returns a `200 OK` response code.", "", later, ""],
  ].join("\n");
  const pages = { "v1.0/api/run-list.md": page, "v1.0/includes/old.md": include ?? "" };
  return deriveContract(
    folderOf(Object.entries(pages).map(([file, text]) => readPage(text, { file, version: "v1.0" }))),
    "v1.0",
  );
}

function found(said: Said, headers: Readonly<Record<string, string>> = {}, status = 200) {
  const verdicts = deprecation.judge(answerTo(contractOf(said), "/runs", { value: [] }, headers, { status }));
  return verdicts === "not-applicable" ? verdicts : verdicts.map(({ message }) => message);
}

const unannounced =
  'the page says that this is deprecated; the response has neither "Deprecation" nor "Sunset"';
const sunset = { Sunset: "Wed, 31 Dec 2025 23:59:59 GMT" };

describe("service/deprecation", () => {
  it("finds a service that announces the end of what its page does not", () => {
    expect(found({}, { Deprecation: "@1751328000", ...sunset })).toEqual([
      'the response has "Deprecation" and "Sunset"; the page does not say that anything is deprecated',
    ]);
    expect(found({}, { Deprecation: "false" })).toBe("not-applicable");
    expect(found({})).toBe("not-applicable");
    expect(found({}, sunset, 404)).toBe("not-applicable");
  });

  it.each<[where: string, said: Said]>([
    ["in its title", { title: "List runs (deprecated)" }],
    ["in its front matter", { matter: "List runs (deprecated)" }],
    ["in a note", { intro: "> [!CAUTION]\n> This API is deprecated and will stop returning data soon." }],
    ["in a sentence", { intro: "Lists runs. The runs API has been deprecated." }],
    [
      "in an include",
      { intro: "[!INCLUDE [old](../includes/old.md)]", include: "This method is deprecated." },
    ],
  ])("finds a service that is silent where the page says so %s", (_, said) => {
    expect(found(said)).toEqual([unannounced]);
    expect(found(said, sunset)).toEqual([]);
  });

  it.each<[what: string, said: Said]>([
    ["of a property", { intro: "The status of this resource is deprecated. Use state." }],
    ["of a later date", { intro: "This API will be deprecated in July." }],
    ["in another section", { later: "This method is deprecated for guests." }],
    ["in an include that is not at hand", { intro: "[!INCLUDE [x](../includes/api-deprecate.md)]" }],
  ])("leaves it open where the page speaks of it %s", (_, said) => {
    expect(found(said)).toBe("not-applicable");
    expect(found(said, sunset)).toBe("not-applicable");
  });
});
