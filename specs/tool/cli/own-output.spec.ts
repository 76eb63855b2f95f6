import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeFormats } from "../../../src/report/changes/change-formats.ts";
import { formatNames } from "../../../src/report/formats.ts";
import { watchFormatNames } from "../../../src/report/watch/watch-formats.ts";
import { commandLine, inFolder } from "./command-line.ts";

const every = ["--format", formatNames.join(",")];

const har = JSON.stringify({
  log: {
    version: "1.2",
    entries: [
      {
        request: { method: "GET", url: "https://graph.microsoft.com/v1.0/nowhere", headers: [] },
        response: { status: 200, statusText: "OK", headers: [], content: { text: "{}" } },
      },
    ],
  },
});

const page = "fixtures/docs/api-reference/v1.0/api/identitygovernance-userprocessingresult-get.md";

/** A page with findings: its links lead to nothing here. */
function documentedIn(folder: string): void {
  cpSync(page, join(folder, "v1.0/api/result-get.md"));
}

/** What a run says of the folder; the place of the report apart. */
async function verified(folder: string, output: string): Promise<unknown> {
  const { code, out } = await commandLine("verify", folder, ...every, "--output", output);
  const { summary, findings } = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
  return { code, out: out.replace(/^Report .*/m, ""), summary, findings };
}

describe("a report that lies beside the pages that it is of", () => {
  it("is no page, in whatever form: the next run says the same", async () => {
    await inFolder(async (folder) => {
      documentedIn(folder);
      const first = await verified(folder, join(folder, "reports/verify"));
      const second = await verified(folder, join(folder, "reports/verify"));
      expect(second).toEqual(first);
      expect(await verified(folder, join(folder, "elsewhere"))).toEqual(first);
    });
  });

  it("is none where it is split, is of changes, or of what a tenant returned", async () => {
    await inFolder(async (folder) => {
      documentedIn(folder);
      const apart = join(folder, "..", `${folder.split("/").at(-1)}-apart`);
      const first = await verified(folder, apart);
      const contract = "schemas/v1.0/contract.json";
      const formats = Object.keys(changeFormats).join(",");
      const changes = ["diff", "fixtures/earlier/contract.json", contract, "--format", formats];
      await commandLine(...changes, "--output", join(folder, "changes"));
      const profile = join(folder, "profile.json");
      writeFileSync(join(folder, "recorded.har"), har);
      const recorded = ["traffic", join(folder, "recorded.har"), "--profile", profile];
      await commandLine(...recorded, "--output", join(folder, "traffic"), ...every);
      const watched = ["watch", profile, profile, "--format", watchFormatNames.join(",")];
      await commandLine(...watched, "--output", join(folder, "watched"));
      expect(await verified(folder, apart)).toEqual(first);
      rmSync(apart, { recursive: true });
    });
  });

  it("cannot be named as a page either", async () => {
    await inFolder(async (folder) => {
      await commandLine("verify", page, ...every, "--output", folder);
      for (const file of ["index.html", "report.md", "comment.md", "annotations.txt"])
        await expect(commandLine("verify", join(folder, file), "--output", folder)).rejects.toThrow(
          /holds no documentation page/,
        );
    });
  });

  it("does not hide a page that speaks of it", async () => {
    await inFolder(async (folder) => {
      documentedIn(folder);
      const first = (await verified(folder, join(folder, "reports"))) as { summary: { pages: number } };
      const note =
        "# Note\n\nWritten by <!-- graph-conformance report -->, with a title=graph-conformance::.\n";
      writeFileSync(join(folder, "note.md"), note);
      const second = (await verified(folder, join(folder, "reports"))) as { summary: { pages: number } };
      expect(second.summary.pages).toBe(first.summary.pages + 1);
    });
  });
});
