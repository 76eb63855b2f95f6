import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

const refused = (...argv: string[]) => expect(commandLine(...argv)).rejects;

describe("the command line", () => {
  it("says what it can do, and exits 0, when asked for help", async () => {
    for (const argv of [["--help"], ["-h"], ["help"]]) {
      const { code, out } = await commandLine(...argv);
      expect(code).toBe(0);
      expect(out).toContain("verify <page|dir>...");
      expect(out).toContain("Exit codes: 0 conformant");
    }
  });

  it("says the same, but exits 2, when called with nothing", async () => {
    const { code, out } = await commandLine();
    expect(code).toBe(2);
    expect(out).toContain("Usage: graph-conformance");
  });

  it("explains every option of a command, whether help is asked before or behind it", async () => {
    const { out } = await commandLine("verify", "--help");
    for (const option of ["--version", "--format", "--output", "--waivers", "--fail-on", "--context"])
      expect(out).toContain(option);
    expect((await commandLine("help", "verify")).out).toBe(out);
  });

  it("fits into 100 columns, and explains each command where it is asked to", async () => {
    const helps = await Promise.all(
      [[], ["verify"], ["gate"], ["diff"], ["watch"], ["derive"], ["mock"]].map((command) =>
        commandLine(...command, "--help"),
      ),
    );
    for (const { out } of helps) expect(out.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
    expect(new Set(helps.map(({ out }) => out))).toHaveProperty("size", 7);
  });

  it("prints the package's version", async () => {
    expect((await commandLine("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("refuses a command that it does not know, with the nearest that it does", async () => {
    await refused("verfy").toThrow('"verfy" is no command; did you mean verify?');
    await refused("help", "verfy").toThrow('"verfy" is no command; did you mean verify?');
    await refused("frobnicate").toThrow('"frobnicate" is no command; see graph-conformance --help');
  });

  it("refuses an unknown flag, with the nearest that it knows", async () => {
    await refused("verify", "fixtures/docs", "--formt", "json").toThrow(
      "--formt is no option of verify; did you mean --format?",
    );
    await refused("derive", "fixtures/docs", "--waivers", "x").toThrow("--waivers is no option of derive");
  });

  it("refuses a folder for its output that no system lets it make, and does not wait for it", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "file"), "");
      const below = join(folder, "file", "reports");
      await refused("verify", "fixtures/docs", "--output", below).toThrow(
        `cannot write the report to "${below}": a part of the path is a file`,
      );
      await refused("derive", "fixtures/docs", "--output", below).toThrow("cannot be written");
    });
  });

  it.runIf(process.platform === "linux")(
    "refuses /proc, where Node looks for a folder for ever",
    async () => {
      await refused("verify", "fixtures/docs", "--output", "/proc/x/y").toThrow(
        'cannot write the report to "/proc/x/y": no folder can be made there',
      );
    },
  );

  it("refuses an option without its value, and a value that it does not take", async () => {
    await refused("verify", "fixtures/docs", "--output").toThrow("--output takes a value: DIR");
    await refused("verify", "fixtures/docs", "--output", "--format", "json").toThrow(
      "--output takes a value: DIR",
    );
    await refused("verify", "fixtures/docs", "--format", "html,pdf").toThrow(
      '--format does not take "pdf"; it takes html, json, junit, sarif, markdown, github',
    );
    await refused("verify", "fixtures/docs", "--fail-on=never").toThrow('--fail-on does not take "never"');
  });

  it("takes each value of an option that repeats, and the last one of any other", async () => {
    const { out } = await commandLine("gate", "--help");
    expect(out).toMatch(/--bind NAME=VALUE .*, repeats \(GRAPH_BIND\)/);
    expect(out).toMatch(/--depth NAME (?!.*repeats)/);
    const binding = ["--endpoint", "https://graph.test", "--bind", "a", "--bind", "b=1"];
    await refused("gate", ...binding, "--cloud", "global").toThrow(
      '--bind takes a placeholder and its value, such as workflowId=1f0c…, not "a"',
    );
    await refused("gate", "--floor", "2", "--floor", "3").toThrow(
      '--floor takes a number from 0 to 1, not "3"',
    );
  });

  it("refuses to verify nothing", async () => {
    await refused("verify").toThrow("verify needs a folder of documentation pages");
    await refused("derive").toThrow("derive needs a folder of documentation pages");
  });
});

describe("unreadable input", () => {
  it("is a folder that does not exist", async () => {
    await refused("verify", "no/such/folder").toThrow("no/such/folder cannot be read: it does not exist");
  });

  it("is a folder without documentation pages", async () => {
    await inFolder(async (folder) => {
      await refused("verify", folder).toThrow(`${folder} holds no documentation page`);
      writeFileSync(join(folder, "README.md"), "# Read me\n\nNothing to see.\n");
      await refused("verify", folder).toThrow(`${folder} holds no documentation page`);
    });
  });

  it("is something else than pages, of which it says where it is to be given", async () => {
    await inFolder(async (folder) => {
      await refused("verify", "fixtures/metadata/v1.0.csdl").toThrow(
        "holds no documentation page; metadata (CSDL) is given beside the pages, as --metadata",
      );
      await refused("diff", "schemas/v1.0", "fixtures/docs").toThrow(
        `it holds what derive wrote: name ${join("schemas/v1.0", "contract.json")} where`,
      );
      const missing = join(folder, "metadata.csdl");
      await refused("verify", "fixtures/docs", "--metadata", missing).toThrow(
        `${missing} cannot be read: it does not exist`,
      );
      writeFileSync(missing, "<edmx/>");
      await refused("verify", "fixtures/docs", "--metadata", missing).toThrow("of which version it is");
    });
  });

  it("is a file with binary content", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "page.md");
      writeFileSync(file, Buffer.from([0x23, 0x20, 0x00, 0xff]));
      await refused("verify", folder).toThrow(`${file} cannot be read: it is no text, but binary content`);
    });
  });

  it("is a page that cannot be opened", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "page.md");
      symlinkSync(join(folder, "gone.md"), file);
      await refused("verify", folder).toThrow(`${file} cannot be read: it does not exist`);
    });
  });

  it("is a waiver file that does not exist, is not JSON, or breaks its schema", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "waivers.json");
      await refused("verify", "fixtures/docs", "--waivers", file).toThrow("it does not exist");
      writeFileSync(file, "{");
      await refused("verify", "fixtures/docs", "--waivers", file).toThrow("is not JSON");
      writeFileSync(file, '{"waivers": [{"fingerprint": "0123456789ab"}]}');
      await refused("verify", "fixtures/docs", "--waivers", file).toThrow(`${file}:1:`);
    });
  });

  it("is an output folder that cannot be written", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "taken");
      writeFileSync(file, "");
      await refused("verify", "fixtures/docs", "--format", "json", "--output", file).toThrow(file);
    });
  });

  it("is no folder beside others that have no page: they must each have one", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "empty"));
      await refused("verify", "fixtures/docs", join(folder, "empty")).toThrow("holds no documentation page");
    });
  });
});
