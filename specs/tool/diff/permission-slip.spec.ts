import { describe, expect, it } from "vitest";
import { changesBetween, type Edit } from "../../support/marina.ts";

const known = "Boat.Read.All, Boat.ReadWrite.All|";
const named = (names: string): Edit => ["api/boat-get.md", known, `${names}|`];
/** Further pages, each with a path of its own, that name a permission. */
const others = (permission: string, ...paths: string[]): Edit[] =>
  paths.map((path) => [
    `api/${path}-list.md`,
    "",
    `# List ${path}\n\nNamespace: microsoft.graph\n\n## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|${permission}|\n\n## HTTP request\n\n\`\`\`http\nGET /${path}\n\`\`\`\n\n## Response\n\nIf successful, this method returns a \`200 OK\` response code.\n`,
  ]);

function rulesOf(wrong: string, right: string, more: readonly Edit[]): string[] {
  const changes = changesBetween(
    [named(`Boat.Read.All, ${wrong}`), ...more],
    [named(`Boat.Read.All, ${right}`), ...more],
  );
  return changes.map(({ rule }) => rule).sort();
}

const right = "Fleet.ReadWrite.All";
const both = others(right, "fleets", "harbours");

describe("a permission that went, and one of nearly the same letters came", () => {
  it("is the same where no other page ever named the one, and others name the other", () => {
    expect(rulesOf("Fleets.ReadWrite.All", right, both)).toEqual(["permission/respelt"]);
    expect(rulesOf(right, "Fleets.ReadWrite.All", both)).toEqual(["permission/respelt"]);
  });

  it("is the same where what it lets be done is no such thing", () => {
    expect(rulesOf("Fleet.WriteWrite.All", right, both)).toEqual(["permission/respelt"]);
  });

  it("leaves the least privileged as it is where that is the one", () => {
    const changes = changesBetween(
      [named("Fleets.ReadWrite.All, Boat.Read.All"), ...both],
      [named(`${right}, Boat.Read.All`), ...both],
    );
    expect(changes.map(({ rule }) => rule).sort()).toEqual([
      "permission/least-reordered",
      "permission/respelt",
    ]);
  });

  it.each([
    [
      "another page names it, too",
      "Fleets.ReadWrite.All",
      [...both, ...others("Fleets.ReadWrite.All", "yards")],
    ],
    ["no other page names the one that came", "Fleets.ReadWrite.All", []],
    ["its letters are of another name", "Fleet.Read.All", both],
  ])("is another one where %s", (_, wrong, more) => {
    expect(rulesOf(wrong, right, more)).toEqual(["permission/added", "permission/removed"]);
  });
});
