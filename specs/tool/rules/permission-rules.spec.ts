import { describe, expect, it } from "vitest";
import { findingsOn } from "./judge-pages.ts";

const head = "|Permission type|Permissions (from least to most privileged)|";
const work = "|Delegated (work or school account)|";
const personal = "|Delegated (personal Microsoft account)|";
const application = "|Application|";

const page = (header: string, ...rows: readonly string[]) =>
  [
    "# Get lamp",
    "",
    "## Permissions",
    "",
    header,
    "|:---|:---|",
    ...rows,
    "",
    "## HTTP request",
    "",
    "```http",
    "GET /lamps/{id}",
    "```",
    "",
  ].join("\n");

const rules = /^(?:permission\/|page\/permission)/;
const found = (files: Record<string, string>) =>
  findingsOn(files)
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, marks, message }) => `${rule} [${marks}] ${message}`);
const onOne = (...rows: readonly string[]) => found({ "api/lamp-get.md": page(head, ...rows) });

describe("permission/table", () => {
  it.each([
    [[`${work}A.Read.All|`, `${personal}Not supported.|`, `${application}None.|`]],
    [[`${application}A.Read.All and B.Read.All|`, `${work}See the note.|`, `${personal}N/A|`]],
    [["|[Delegated](/auth) (work, school or personal account)|A.Read.All|", `${application}A.Read.All|`]],
    [
      [
        `${work}A.Read.All and B.Read.All, A.Read.All and C.Read.All|`,
        `${personal}For lamps: A.Read, for groups: A.Read|`,
        `${application}A.Read.All, B.Read.All|`,
      ],
    ],
    [
      [
        `${work}|`,
        "|&nbsp; &nbsp; Onboarding|A.Read.All|",
        `${personal}Not supported.|`,
        `${application}Not supported.|`,
      ],
    ],
    [
      [
        `${work}For **users**: A.Read.All<br/>For **groups**:<br/>B.Read.All|`,
        `${personal}openid|`,
        `${application}A.Read.All|`,
      ],
    ],
  ])("is content with %j", (rows) => {
    expect(onOne(...rows)).toEqual([]);
  });

  it("tells a row that is missing at the head, and one with a wrong word at the row", () => {
    expect(onOne(`${work}A.Read.All|`, `${application}A.Read.All|`)).toEqual([
      expect.stringContaining('no row for "Delegated (personal Microsoft account)"'),
    ]);
    expect(onOne(`${work}A.Read.All|`, `${personal}Not supported.|`, "|Lamps|A.Read.All|")).toEqual([
      expect.stringContaining('"Lamps" is no permission type; did the page mean "Application"?'),
    ]);
  });

  it.each([
    ["|Delegated (personal Microsoft account)|", "lacks a cell"],
    [`${personal}|`, "is empty"],
    [`${personal}A.Read.All B.Read.All|`, "a comma is missing"],
    [`${personal}A.Read.All, , B.Read.All|`, "between two commas"],
    [`${personal}A.Read.All. B.Read.All|`, '"." stands for the comma'],
    [`${personal}A.Read.All, Directory AccessAsUser.All|`, "a name has no blank"],
    [`${personal}A.Read.All, B.Read.All, A.Read.All|`, 'names "A.Read.All" twice'],
    [`${personal}Supported|`, "names no permission"],
  ])("tells what is wrong with %s", (row, message) => {
    expect(onOne(`${work}A.Read.All|`, row, `${application}A.Read.All|`)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  const announced =
    "Choose the permission or permissions marked as least privileged for this API. See [all](/graph/permissions-reference).";
  const section = (...lines: readonly string[]) =>
    found({
      "api/lamp-get.md": [
        "# Get lamp\n\n## Permissions\n",
        ...lines,
        "\n## HTTP request\n\n```http\nGET /lamps/{id}\n```\n",
      ].join("\n"),
    });

  it("tells a table that is announced and missing at the heading of its section", () => {
    const missing = [expect.stringContaining("permission/table [## Permissions] the section announces")];
    expect(section(announced)).toEqual(missing);
    expect(section("One of the following permissions is required to call this API.")).toEqual(missing);
  });

  it.each([
    "[!INCLUDE [permissions-table](../includes/permissions/lamp-get-permissions.md)]",
    "|Supported resource|Permission|\n|-|-|\n|lamp|Lamp.Read.All|",
    "- Lamp.Read.All",
  ])("misses no table where %j stands", (told) => {
    expect(section(announced, "", told)).toEqual([]);
  });

  it("misses no table where none is announced", () => {
    expect(section("No permissions are required to call this API.")).toEqual([]);
  });

  it("reads no other table of that section", () => {
    expect(
      found({ "api/lamp-get.md": page("|Supported resource|Permission|", "|lamp|Lamp.Read.All|") }),
    ).toEqual([]);
  });
});

describe("page/permission-order", () => {
  const order = (cell: string, header = head) =>
    found({
      "api/lamp-get.md": page(
        header,
        `${work}${cell}|`,
        `${personal}Not supported.|`,
        `${application}Not supported.|`,
      ),
    });

  it.each([
    "A.Read, A.Read.All, A.ReadWrite.All",
    "A.ReadWrite, A.Read.All",
    "A.ReadWrite.All, B.Read.All",
    "A.ReadWrite.All and B.Read.All, A.Read.All and C.Read.All",
    "For **users**: A.ReadWrite.All<br/>For **groups**: A.Read.All",
  ])("is right in %s", (cell) => {
    expect(order(cell)).toEqual([]);
  });

  it.each([
    "A.ReadWrite.All, A.Read.All",
    "A.Read.All, A.ReadBasic.All",
    "A.Read.All, A.Read",
    "B.Read.All, A.ReadWrite, A.Read",
  ])("is the other way round in %s", (cell) => {
    expect(order(cell)).toEqual([expect.stringMatching(/^page\/permission-order /)]);
  });

  it("is nobody's business where the heading does not say it", () => {
    expect(order("A.ReadWrite.All, A.Read.All", "|Permission type|Permissions|")).toEqual([]);
  });

  it("begins with the most where the heading says that", () => {
    const mostFirst = "|Permission type|Permissions (from most to least privileged)|";
    expect(order("A.ReadWrite.All, A.Read.All", mostFirst)).toEqual([]);
    expect(order("A.Read, A.ReadWrite", mostFirst)).toEqual([
      expect.stringContaining(
        '"A.Read" stands before "A.ReadWrite", but the heading says that the most privileged comes first',
      ),
    ]);
  });
});

describe("permission/unknown-name", () => {
  const common = ["Lamp.Read.All", "Lamp.ReadWrite.All", "Lamps.Send", "Lamp.Read", "File.Read"];
  const named = (name: string) => {
    const all = `${work}${common.join(", ")}|`;
    const rest = [`${personal}Not supported.|`, `${application}Not supported.|`];
    const header = "|Permission type|Permissions|";
    return found({
      "api/lamp-get.md": page(header, `${work}${name}|`, ...rest),
      "api/lamp-list.md": page(header, all, ...rest),
      "api/lamp-update.md": page(header, all, ...rest),
    });
  };

  it.each([
    ["Lamp.Raed.All", "Lamp.Read.All"],
    ["Lamp.read.All", "Lamp.Read.All"],
    ["Lmp.ReadWrite.All", "Lamp.ReadWrite.All"],
    ["Lamp.Read.WriteAll", "Lamp.ReadWrite.All"],
    ["Lamp.WriteWrite.All", "Lamp.ReadWrite.All"],
    ["Lamp.Read.Al", "Lamp.Read.All"],
  ])("takes %s for %s", (name, meant) => {
    expect(named(name)).toEqual([expect.stringContaining(`did the page mean "${meant}"`)]);
  });

  it.each([
    "Lamp.Send",
    "Lamp.Delete.All",
    "Lamp.ReadBasic.All",
    "Lamp.ReadWrite",
    "Sofa.Read.All",
    "Lamp.Read.Shared",
  ])("leaves %s alone", (name) => {
    expect(named(name)).toEqual([]);
  });

  it("blames neither where the common one has the word that nobody else uses", () => {
    const table = (name: string, after = "") =>
      page(
        "|Permission type|Permissions|",
        `${work}${name}|`,
        `${personal}Not supported.|`,
        `${application}Not supported.|`,
      ) + after;
    const pages = (heading: string) => ({
      "api/lamp-get.md": table("Lamp.PrivilegedOperations.All", heading),
      "api/lamp-list.md": table("Lamp.PriviligedOperation.All"),
      "api/lamp-update.md": table("Lamp.PriviligedOperation.All"),
    });
    expect(found(pages("\n## Privileged operations\n"))).toEqual([]);
    expect(found(pages(""))).toHaveLength(1);
  });
});
