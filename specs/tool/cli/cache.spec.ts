import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { commandLine, inFolder } from "./command-line.ts";

const page = "docs/api-reference/v1.0/api/lamp-get.md";
const type = "docs/api-reference/v1.0/resources/lamp.md";
const include = "docs/api-reference/v1.0/includes/note.md";
const snippets = "docs/api-reference/v1.0/includes/snippets/csharp";
const snippet = `${snippets}/get-lamp-csharp-snippets.md`;
const lampRows = ["|id|String|Key.|", "|watts|Int32|What it takes.|", "|shade|[shade](shade.md)|Its shade.|"];
const lamp = resourcePage("lamp", {
  properties: lampRows,
  json: { id: "String", watts: 1, shade: { "@odata.type": "microsoft.graph.shade" } },
});

/** More pages than are sooner read again than kept. */
const others = Object.fromEntries(
  Array.from({ length: 140 }, (_, number) => {
    const name = `room${number}`;
    const text = resourcePage(name, { properties: ["|id|String|Key.|"], json: { id: "String" } });
    return [`docs/api-reference/v1.0/resources/${name}.md`, text];
  }),
);

/** They are all that there are: whatever else is linked to does not exist. */
const overview = `# Rooms\n\n${[
  "lamp",
  "shade",
  ...Array.from({ length: 140 }, (_, number) => `room${number}`),
]
  .map((name) => `[${name}](${name}.md)`)
  .join("\n\n")}\n`;

const files: Readonly<Record<string, string>> = {
  ...others,
  "docs/api-reference/v1.0/resources/rooms.md": overview,
  [page]: `${apiPage("Get lamp", "GET /lamps/{id}", {
    response: "`200 OK` response code and a [lamp](../resources/lamp.md) object",
    examples: [
      [
        "GET https://graph.microsoft.com/v1.0/lamps/1",
        'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "1", "watts": 40, "shade": { "colour": "red" } }',
      ],
    ],
  })}\nSee [the shade](../resources/shade.md#properties).\n\n[!INCLUDE [note](../includes/note.md)]\n\n[!INCLUDE [sample](../includes/snippets/csharp/get-lamp-csharp-snippets.md)]\n`,
  [type]: lamp,
  "docs/api-reference/v1.0/resources/shade.md": resourcePage("shade", {
    properties: ["|colour|String|Its colour.|"],
    json: { colour: "String" },
  }),
  [include]: "It is a lamp.\n",
  [snippet]: '```csharp\nawait client.Lamps["1"].Request().GetAsync();\n```\n',
  [`${snippets}/get-shade-csharp-snippets.md`]:
    '```csharp\nawait client.Shades["1"].Request().GetAsync();\n```\n',
};

type Edit = (folder: string) => void;
const write =
  (file: string, text: string): Edit =>
  (folder) =>
    writeFileSync(join(folder, file), text);

const edits: readonly (readonly [what: string, edit: Edit, rules: readonly string[]])[] = [
  ["nothing", () => {}, []],
  [
    "a row of the type that the page shows",
    write(type, lamp.replace("|watts|Int32|", "|watts|String|")),
    ["body/type"],
  ],
  ["a row that is gone", write(type, lamp.replace("|watts|Int32|What it takes.|\n", "")), []],
  ["an include", write(include, "See [nothing](../resources/nothing.md).\n"), ["reference/dead-link"]],
  [
    "the code that the page includes",
    write(snippet, "See [nothing](../../../resources/nothing.md).\n"),
    ["reference/dead-link"],
  ],
  ["code that is gone", (folder) => rmSync(join(folder, snippet)), []],
  [
    "code that another page would include",
    write(`${snippets}/get-shade-csharp-snippets.md`, "See [nothing](../../../resources/nothing.md).\n"),
    [],
  ],
  [
    "the examples of another page",
    write(
      "docs/api-reference/v1.0/api/lamp-list.md",
      apiPage("List lamps", "GET /lamps", {
        response: "`200 OK` response code and a collection of [lamp](../resources/lamp.md) objects",
        examples: [
          [
            "GET https://graph.microsoft.com/v1.0/lamps",
            'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "value": [{ "id": "1", "watt": 40 }] }',
          ],
        ],
      }),
    ),
    [],
  ],
  [
    "a page under another name",
    (folder) => renameSync(join(folder, dirname(type), "shade.md"), join(folder, dirname(type), "screen.md")),
    ["reference/dead-link"],
  ],
  [
    "a page that is gone",
    (folder) => rmSync(join(folder, dirname(type), "shade.md")),
    ["reference/dead-link"],
  ],
  [
    "the page itself",
    (folder) => write(page, (files[page] ?? "").replace('"watts": 40', '"watts": true'))(folder),
    ["body/type"],
  ],
  [
    "as many bytes of another page, which says that it is as old",
    (folder) => {
      const file = join(folder, type);
      write(type, lamp.replace("|watts|Int32|", "|watts|Guid |"))(folder);
      utimesSync(file, 1, 1);
    },
    ["body/type"],
  ],
];

const broken: readonly (readonly [what: string, of: (bytes: Buffer) => Buffer])[] = [
  ["empty", () => Buffer.alloc(0)],
  ["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
  [
    "of another form",
    (bytes) => Buffer.from(bytes.toString("latin1").replace(/pack \d/, "pack 0"), "latin1"),
  ],
  ["another text in its place", () => Buffer.from("{}")],
  [
    "one where a type says something else",
    (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("watts", "wotts"), "latin1"),
  ],
  [
    "one where something else is asked of an operation",
    (bytes) =>
      Buffer.from(
        bytes.toString("latin1").replaceAll("queryOptions", "queryOpinions").replaceAll("inions", "tions "),
        "latin1",
      ),
  ],
  [
    "one where an operation returns something else",
    (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("graph.lamp", "graph.limp"), "latin1"),
  ],
];

interface Verified {
  readonly report: string;
  readonly out: string;
}

/** Verifies the one page; with `--no-cache` the report is what it has to be. */
async function verify(folder: string, ...more: string[]): Promise<Verified> {
  const output = join(folder, "reports");
  const paths = ["verify", join(folder, page), "--format", "json", "--output", output];
  const { out } = await commandLine(...paths, ...more);
  return { out, report: readFileSync(join(output, "report.json"), "utf8") };
}

function rulesIn({ report }: Verified): string[] {
  const { findings }: { findings: { rule: string }[] } = JSON.parse(report);
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

function planted<T>(use: (folder: string, cache: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return use(folder, join(folder, "cache"));
  });
}

describe("verify with what an earlier run has read", () => {
  // A file that was written just now is read again, whatever the file system says of it.
  const later = 10_000;
  beforeEach(() => {
    const { now } = Date;
    vi.spyOn(Date, "now").mockImplementation(() => now() + later);
  });
  afterEach(() => vi.restoreAllMocks());

  it.each(edits)("says the same as one that reads everything, after a change of %s", (_what, edit, rules) =>
    planted(async (folder, cache) => {
      await verify(folder, "--cache", cache);
      // What was read of the pages, and what was derived of them.
      expect(readdirSync(cache)).toHaveLength(2);
      edit(folder);
      const warm = await verify(folder, "--cache", cache);
      const again = await verify(folder, "--cache", cache);
      const cold = await verify(folder, "--no-cache");
      expect(warm).toEqual(cold);
      expect(again).toEqual(cold);
      expect(rulesIn(cold)).toEqual(expect.arrayContaining([...rules]));
    }),
  );

  it.each(broken)("ignores what is kept when it is %s", (_what, of) =>
    planted(async (folder, cache) => {
      const first = await verify(folder, "--cache", cache);
      let isBroken = false;
      for (const name of readdirSync(cache)) {
        const file = join(cache, name);
        const bytes = readFileSync(file);
        writeFileSync(file, of(bytes));
        isBroken ||= !readFileSync(file).equals(bytes);
      }
      expect(isBroken).toBe(true);
      expect(await verify(folder, "--cache", cache)).toEqual(first);
    }),
  );

  it("removes what is kept where a part of it is broken, so that it is kept anew, and lets it be where none is", () =>
    planted(async (folder, cache) => {
      await verify(folder, "--cache", cache);
      const names = readdirSync(cache).sort();
      for (const file of names.map((name) => join(cache, name))) {
        const text = readFileSync(file, "latin1");
        writeFileSync(file, text.replaceAll("watts", "wotts"), "latin1");
      }
      await verify(folder, "--cache", cache);
      expect(readdirSync(cache)).toEqual([]);
      await verify(folder, "--cache", cache);
      await verify(folder, "--cache", cache);
      expect(readdirSync(cache).sort()).toEqual(names);
    }));

  it("reads no page again that has not changed", () =>
    planted(async (folder, cache) => {
      await verify(folder, "--cache", cache);
      // What is kept is of use: without it the types of the example are not known.
      const [name = ""] = readdirSync(cache);
      const before = readFileSync(join(cache, name));
      await verify(folder, "--cache", cache);
      expect(readFileSync(join(cache, name)).equals(before)).toBe(true);
    }));

  it("says the same where nothing can be kept, and that", () =>
    planted(async (folder, cache) => {
      writeFileSync(join(folder, "file"), "");
      const unwritable = join(folder, "file", "cache");
      const { out, report } = await verify(folder, "--cache", unwritable);
      const told = /^Not kept {5}(.*) cannot be written, so that the next run reads all again.*\n/m;
      expect(told.exec(out)?.[1]).toBe(unwritable);
      expect({ out: out.replace(told, ""), report }).toEqual(await verify(folder, "--no-cache"));
      expect((await verify(folder, "--cache", cache)).out).not.toContain("Not kept");
    }));

  it("keeps nothing with --no-cache, and does not take both", () =>
    planted(async (folder, cache) => {
      await verify(folder, "--no-cache");
      expect(readdirSync(folder).sort()).toEqual(["docs", "reports"]);
      await expect(verify(folder, "--no-cache", "--cache", cache)).rejects.toThrow("exclude each other");
    }));
});
