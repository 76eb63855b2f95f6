import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";
import {
  cold,
  type Edit,
  get,
  permissions,
  removing,
  replacing,
  restoring,
  result,
  run,
  someDocs,
  watched,
} from "./watched-pages.ts";

const calm = (...edits: readonly Edit[]) => edits.map((edit) => ({ edit, hurried: false }));

/** What was said behind the first report, a piece for each save. */
const saves = (out: string) => out.split(/^(?=Saved|Gone)/m).slice(1);

describe("verify --watch", () => {
  it("says what is found on the page that was saved, empties the screen for it, and nothing where all is as it was", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const spoil = replacing(get, '"id":', '"idd":');
      const { out, cleared, code, report } = await watched(
        docs,
        calm(spoil, replacing(get, "x", "x"), restoring(get)),
      );
      const [spoilt = "", mended = "", ...others] = saves(out);
      expect(others).toEqual([]);
      expect(cleared).toBe(2);
      expect(spoilt).toMatch(/^Saved {8}.*userprocessingresult-get\.md\n.*not conformant/);
      expect(spoilt).toContain('"idd" is not a property of userProcessingResult');
      expect(spoilt).toMatch(/^Judged {7}1 page/m);
      expect(spoilt).toMatch(/^Again {8}judged all 4 pages: nothing else changed$/m);
      expect(mended).not.toContain("idd");
      expect({ code, report }).toEqual(await cold(docs));
    });
  });

  it("says what else is found where the declaration of a type changed, and what an include changed", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const renamed: Edit = (at) => {
        replacing(result, "|failedTasksCount|", "|lostTasksCount|")(at);
        return replacing(result, '"failedTasksCount":', '"lostTasksCount":')(at);
      };
      const { out } = await watched(docs, calm(renamed));
      const [saved = ""] = saves(out);
      expect(saved).toMatch(/^Again {8}judged \d pages that depend on it: other findings on \d pages?$/m);
      expect(saved).toContain("failedTasksCount");
      const included = await watched(
        docs,
        calm(replacing(permissions, "LifecycleWorkflows.Read.All", "LifecycleWorkflow.Read.All")),
      );
      expect(included.out).toMatch(/^Again {8}judged 1 page that depends on it: /m);
    });
  });

  it("goes on where a page is broken, is no text, or is gone, and says so", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const binary: Edit = (at) => {
        writeFileSync(join(at, run), "\u0000");
        return [join(at, run)];
      };
      const broken = replacing(get, "{\n", "{{\n");
      const { out, code, report } = await watched(docs, calm(binary, broken, removing(run), restoring(run)));
      const [unread = "", spoilt = "", gone = "", back = ""] = saves(out);
      expect(unread).toContain("page/unreadable");
      expect(spoilt).toContain("annotation/invalid-json");
      expect(gone).toMatch(/^Gone {9}.*identitygovernance-run\.md\n/);
      expect(back).toMatch(/^Saved {8}.*identitygovernance-run\.md\n/);
      expect({ code, report }).toEqual(await cold(docs));
    });
  });

  it("says so where a page that is gone leaves other assertions not verified, and as much as a cold run", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const { out, code, report } = await watched(docs, calm(removing(result)));
      const [gone = ""] = saves(out);
      expect(gone).toMatch(/^Gone {9}.*userprocessingresult\.md\n/);
      expect(gone).toMatch(
        /^Again {8}judged .*: (?:other findings on \d pages?, )?other assertions on \d pages?$/m,
      );
      expect({ code, report }).toEqual(await cold(docs));
    });
  });

  it("goes on where no page is left, and judges again once there is one", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const all: Edit = (at) => {
        rmSync(at, { recursive: true });
        return [at];
      };
      const { out, report } = await watched(docs, calm(all, restoring(get)));
      expect(out).toMatch(/^Not judged {3}.* cannot be read|^Not judged {3}.* holds no documentation page/m);
      expect(report).toBe((await cold(docs)).report);
    });
  });

  it("judges all anew where the metadata is saved, and keeps what it read while that is half written", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const metadata = join(folder, "v1.0.csdl");
      cpSync("fixtures/metadata/v1.0.csdl", metadata);
      const turn = (from: string, to: string) => replacing("../../v1.0.csdl", from, to);
      const half = turn("</edmx:Edmx>", "<half");
      const other = turn('Name="id" Type="Edm.String"', 'Name="id" Type="Edm.Int32"');
      const edits = calm(half, turn("<half", "</edmx:Edmx>"), other, replacing(get, '"id":', '"idd":'));
      const { out, report } = await watched(docs, edits, { metadata });
      expect(out).toMatch(/^Not judged {3}.*v1\.0\.csdl/m);
      const [mended = "", changed = "", page = ""] = saves(out);
      expect(mended).toMatch(/^Saved {8}.*v1\.0\.csdl\nAgain {8}judged all 4 pages: nothing else changed$/m);
      expect(changed).toMatch(/^Saved {8}.*v1\.0\.csdl\nAgain {8}judged all 4 pages: other findings on/m);
      expect(page).toMatch(/^Saved {8}.*-get\.md\n/);
      expect(report).toBe((await cold(docs, "--metadata", metadata)).report);
    });
  });

  it("hears waivers and a baseline as one run does", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const baseline = join(folder, "baseline.json");
      await cold(docs, "--baseline", baseline, "--update-baseline");
      const waivers = "fixtures/waivers.json";
      const edits = calm(replacing(get, '"id":', '"idd":'), replacing(run, "|String|", "|Int32|"));
      const { code, report } = await watched(docs, edits, { baseline, waivers });
      expect({ code, report }).toEqual(await cold(docs, "--baseline", baseline, "--waivers", waivers));
    });
  });

  it("hears waivers that are saved while it goes on, and keeps those that it read while they are half written", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const waivers = join(folder, "waivers.json");
      const accept = (...accepted: readonly object[]): Edit => {
        return () => {
          writeFileSync(waivers, JSON.stringify({ waivers: accepted }));
          return [waivers];
        };
      };
      const half: Edit = () => {
        writeFileSync(waivers, "{");
        return [waivers];
      };
      accept()("");
      const one = {
        rule: "body/unknown-property",
        scope: "*",
        reason: "It is on its way.",
        owner: "us",
        expires: "2099-12-31",
        link: "https://example.com/1",
      };
      const edits = calm(replacing(get, '"id":', '"idd":'), accept(one), half);
      const { out, code, report } = await watched(docs, edits, { waivers });
      const [spoilt = "", accepted = "", ...others] = saves(out);
      expect(others).toEqual([]);
      expect(spoilt).toContain('"idd" is not a property');
      expect(accepted).toMatch(/^Saved {8}.*waivers\.json\n/);
      expect(accepted).toMatch(/waived/);
      expect(accepted).toMatch(/^Not judged {3}.*waivers\.json/m);
      accept(one)("");
      expect({ code, report }).toEqual(await cold(docs, "--waivers", waivers));
    });
  });

  it.each(["--fix", "--since=HEAD", "--update-baseline"])("refuses %s beside it", async (other) => {
    const name = other.replace(/=.*/, "");
    await expect(
      commandLine("verify", "fixtures/docs", "--watch", "--baseline", "x.json", other),
    ).rejects.toThrow(new RegExp(`^--watch and ${name} exclude each other|there is no baseline`));
  });
});
