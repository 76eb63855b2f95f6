import { describe, expect, it } from "vitest";
import { addressOfPage, isGraphPage, versionSaid } from "../../../src/docs/html/site-address.ts";
import { type SavedAt, siteLink } from "../../../src/docs/html/site-link.ts";

const site = "https://learn.microsoft.com/en-us/graph/api";
const canonical = (path: string) => `<link rel="canonical" href="${site}/${path}" />`;

describe("the address of a saved page", () => {
  it.each([
    [canonical("run-get?view=graph-rest-1.0"), "v1.0", "api", "run-get"],
    [canonical("resources/run?view=graph-rest-beta"), "beta", "resources", "run"],
    [
      `<!-- saved from url=(0092)${site}/run-get?view=graph-rest-beta&tabs=http -->`,
      "beta",
      "api",
      "run-get",
    ],
    [
      '<meta property="og:url" content="https://docs.microsoft.com/graph/api/run-get" />',
      "v1.0",
      "api",
      "run-get",
    ],
    [
      `<meta name="source_path" content="api-reference/beta/resources/Run.md" />${canonical("resources/run?view=graph-rest-1.0")}`,
      "beta",
      "resources",
      "run",
    ],
    [`<meta name="monikers" content="graph-rest-beta" />${canonical("run-get")}`, "beta", "api", "run-get"],
  ])("is read from %s", (head, version, folder, name) => {
    expect(addressOfPage(`<head>${head}</head>`)).toEqual({ version, folder, name });
  });

  it("is not that of another site, another part of it, or of a link in the text", () => {
    for (const head of [
      '<link rel="canonical" href="https://example.com/graph/api/run-get" />',
      '<link rel="canonical" href="https://learn.microsoft.com/en-us/azure/api/run-get" />',
      `<p>See <a href="${site}/run-get?view=graph-rest-1.0">it</a></p>`,
    ]) {
      expect(addressOfPage(head)).toBeUndefined();
    }
  });

  it("tells its version, where the head names one in another place", () => {
    expect(versionSaid("<title>Get run - Microsoft Graph beta | Microsoft Learn</title>")).toBe("beta");
    expect(versionSaid('<meta name="monikers" content="graph-rest-1.0" />')).toBe("v1.0");
    expect(versionSaid("<title>Get run</title>")).toBeUndefined();
  });
});

describe("a page of Graph", () => {
  it("says that it is from its site, or else speaks of Graph", () => {
    expect(isGraphPage(canonical("run-get"))).toBe(true);
    expect(
      isGraphPage('<link rel="canonical" href="https://learn.microsoft.com/en-us/graph/paging" />'),
    ).toBe(true);
    expect(isGraphPage("<p>Namespace: microsoft.graph</p>")).toBe(true);
    expect(isGraphPage("<p>GET https://graph.microsoft.com/v1.0/me</p>")).toBe(true);
  });

  it("is not a page of another site that speaks of it, or one that does not", () => {
    const text = "<p>GET https://graph.microsoft.com/v1.0/me</p>";
    expect(isGraphPage(`<link rel="canonical" href="https://example.com/blog" />${text}`)).toBe(false);
    expect(isGraphPage("<h2>HTTP request</h2><p>GET /pets</p>")).toBe(false);
  });
});

describe("a link of a saved page", () => {
  const at: SavedAt = {
    file: "saved/run-get.html",
    version: "v1.0",
    address: { version: "v1.0", folder: "api", name: "run-get" },
    files: new Map([["v1.0/resources/run", "saved/more/run resource type (x).html"]]),
  };
  const resource: SavedAt = { ...at, address: { version: "v1.0", folder: "resources", name: "run" } };

  it("leads to the file of the page, however the site writes it", () => {
    for (const href of [
      "resources/run?view=graph-rest-1.0#properties",
      "/en-us/graph/api/resources/run#properties",
      `${site}/resources/run?view=graph-rest-1.0#properties`,
    ]) {
      expect(siteLink(href, at)).toBe("more/run%20resource%20type%20%28x%29.html#properties");
    }
  });

  it("leads to where the documentation has a page that was not saved", () => {
    expect(siteLink("resources/task?view=graph-rest-1.0", at)).toBe("../resources/task.md");
    expect(siteLink("../task-get?view=graph-rest-1.0", resource)).toBe("../api/task-get.md");
    expect(siteLink("task?view=graph-rest-1.0", resource)).toBe("task.md");
  });

  it("leads to a heading of the page itself", () => {
    expect(siteLink("#response", at)).toBe("#response");
    expect(siteLink(`${site}/run-get?view=graph-rest-1.0&tabs=http#response`, at)).toBe("#response");
  });

  it("stays as it is where it leads out: another version, a path without one, another place", () => {
    for (const href of [
      "/en-us/graph/api/task-get",
      "resources/run?view=graph-rest-beta",
      "/en-us/graph/paging",
      "https://example.com/a",
      "task.html",
    ]) {
      expect(siteLink(href, at)).toBe(href);
    }
    expect(siteLink("https://example.com/a_(b) c", at)).toBe("https://example.com/a_%28b%29%20c");
  });
});
