import { describe, expect, it } from "vitest";
import { cloudsOfInclude } from "../../../src/docs/declarations/permission-table.ts";
import { readPage } from "../../../src/docs/read-page.ts";

function read(...lines: string[]) {
  return readPage(lines.join("\n"), { file: "v1.0/api/a.md", version: "v1.0" });
}

describe("a permission table", () => {
  it("of two columns lists the least privileged permission first", () => {
    const { permissions } = read(
      "|Permission type|Least privileged permissions|Higher privileged permissions|",
      "|:-|:-|:-|",
      "|Delegated (work or school account)|Run.Read.All|Run.ReadWrite.All, Run-Reports.Read.All|",
      "|Delegated (personal Microsoft account)|Not supported.|Not supported.|",
      "|Application|Run.Read.All|Not available.|",
    );
    expect(
      permissions.map(({ scheme, permissions: names, location }) => [location.line, scheme, names.join(" ")]),
    ).toEqual([
      [3, "delegated-work", "Run.Read.All Run.ReadWrite.All Run-Reports.Read.All"],
      [4, "delegated-personal", ""],
      [5, "application", "Run.Read.All"],
    ]);
  });

  it("of one column is read too", () => {
    const { permissions } = read(
      "|Permission type|Permissions (from least to most privileged)|",
      "|-|-|",
      "|Application| Run.Read.All, User.Read.All |",
    );
    expect(permissions).toEqual([
      {
        scheme: "application",
        permissions: ["Run.Read.All", "User.Read.All"],
        location: { file: "v1.0/api/a.md", line: 3, column: 1 },
      },
    ]);
  });

  describe("with a column for each permission type", () => {
    const table = (sentence: string) =>
      read(
        "## Permissions",
        sentence,
        "",
        "|Supported resource|Delegated (work or school account)|Application|",
        "|:-|:-|:-|",
        "|lamp|Lamp.Read.All|Lamp.ReadWrite.All|",
      ).permissions;

    it("has each permission in its cell", () => {
      const permissions = table("One of these is required.");
      expect(permissions.map(({ location }) => location.column)).toEqual([7, 21]);
      expect(permissions.every(({ leastOnly }) => leastOnly === undefined)).toBe(true);
    });

    it("leaves others out where it shows the least privileged ones", () => {
      const permissions = table(
        "The following table shows the least privileged permission or permissions required to call this API.",
      );
      expect(permissions.map(({ leastOnly }) => leastOnly)).toEqual([true, true]);
    });
  });

  it("is no table about something else", () => {
    expect(read("|Supported resource|Delegated|", "|-|-|", "|Application|Run.Read.All|").permissions).toEqual(
      [],
    );
  });
});

describe("national clouds", () => {
  const header = [
    "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|",
    "|-|-|-|-|",
  ];

  it("are read from their table", () => {
    expect(read(...header, "|✅|✅|❌|❌|").clouds).toEqual([
      { name: "global", available: true },
      { name: "us-l4", available: true },
      { name: "us-l5", available: false },
      { name: "china", available: false },
    ]);
  });

  it("are read from the shared includes", () => {
    const available = (target: string) =>
      cloudsOfInclude(target)
        .filter((cloud) => cloud.available)
        .map(({ name }) => name)
        .join(" ");
    expect(available("../../includes/all-clouds.md")).toBe("global us-l4 us-l5 china");
    expect(available("../../includes/global-us.md")).toBe("global us-l4 us-l5");
    expect(read("[!INCLUDE [national-cloud-support](../../includes/global-only.md)]").clouds).toHaveLength(4);
  });

  it("are unsaid by other includes and tables", () => {
    expect(cloudsOfInclude("../../includes/permissions.md")).toEqual([]);
    expect(read("|Global|Local|", "|-|-|", "|✅|✅|").clouds).toEqual([]);
  });
});
