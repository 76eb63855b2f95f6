import "../../support/same-draws.ts";
import { once } from "node:events";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startProgram } from "../../support/child-process.ts";
import { inFolder } from "./command-line.ts";
import {
  cold,
  type Edit,
  get,
  list,
  permissions,
  removing,
  renaming,
  replacing,
  restoring,
  result,
  run,
  someDocs,
  watched,
} from "./watched-pages.ts";

const drawnFile = fc.constantFrom(get, list, run, result, permissions);

const drawnEdit: fc.Arbitrary<Edit> = fc.oneof(
  drawnFile.map((file) => replacing(file, "\n## ", "\nMore words.\n\n## ")),
  drawnFile.map((file) => replacing(file, '"id":', '"idd":')),
  drawnFile.map((file) => replacing(file, "totalTasksCount", "totalTaskCount")),
  drawnFile.map((file) => replacing(file, '"completed"', '"finished"')),
  drawnFile.map((file) => replacing(file, "{\n", "{{\n")),
  drawnFile.map((file) => replacing(file, "|String|", "|Int32|")),
  drawnFile.map((file) => replacing(file, "GET /", "PATCH /")),
  drawnFile.map((file) => replacing(file, "# ", "#")),
  drawnFile.map((file) => (docs: string) => {
    writeFileSync(join(docs, file), "\ufeff\u0000\u0001");
    return [join(docs, file)];
  }),
  drawnFile.map((file) => (docs: string) => {
    writeFileSync(join(docs, file), "");
    return [join(docs, file)];
  }),
  drawnFile.map(restoring),
  drawnFile.map(restoring),
  drawnFile.map(removing),
  fc
    .constantFrom(
      "resources/identitygovernance-task.md",
      "api/identitygovernance-userprocessingresult-summary.md",
    )
    .map(restoring),
  fc.constant(renaming(run, "resources/identitygovernance-walk.md")),
  fc.constant(renaming("resources/identitygovernance-walk.md", run)),
);

describe("verify --watch", () => {
  it("says in the end what a cold run says of the same files, whatever was edited, in whatever haste", async () => {
    const edits = fc.array(fc.record({ edit: drawnEdit, hurried: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(edits, (drawn) =>
        inFolder(async (folder) => {
          const docs = someDocs(folder);
          // Whatever came before, the pages that say what this is are there in the end.
          const all = [...drawn, { edit: restoring(get), hurried: false }];
          const { code, report } = await watched(docs, all);
          expect({ code, report }).toEqual(await cold(docs));
        }),
      ),
      { numRuns: 8 },
    );
  });

  it("hears in a process of its own of what is written, put in place, made and removed, and ends on Ctrl-C", async () => {
    await inFolder(async (folder) => {
      const docs = someDocs(folder);
      const output = join(folder, "out");
      const args = [
        "verify",
        join(docs, ".."),
        "--watch",
        "--format",
        "json",
        "--output",
        output,
        "--no-cache",
      ];
      const { child, told, ended } = startProgram(args);
      let read = 0;
      const heard = async (text: RegExp) => {
        while (!text.test(told.out.slice(read))) await once(child.stdout, "data");
        read = told.out.length;
      };
      await heard(/Watching {5}4 pages; Ctrl-C ends it\n/);
      replacing(get, '"id":', '"idd":')(docs);
      await heard(/Saved .*userprocessingresult-get\.md\n.*"idd" is not .*judged all 4 pages/s);
      const beside = join(docs, "api/.swap");
      restoring(get)(docs);
      await heard(/Saved .*judged all 4 pages/s);
      writeFileSync(beside, "# Not a page\n");
      renameSync(beside, join(docs, get));
      await heard(/Saved .*userprocessingresult-get\.md\n.*judged all 4 pages/s);
      restoring("resources/identitygovernance-task.md")(docs);
      await heard(/Saved .*identitygovernance-task\.md\n.*judged all 5 pages/s);
      removing(run)(docs);
      await heard(/Gone .*identitygovernance-run\.md\n.*judged all 4 pages/s);
      child.kill("SIGINT");
      const { code, signal } = await ended;
      const last = await cold(docs);
      expect({ code, signal, err: told.err }).toEqual({ code: last.code, signal: null, err: "" });
      expect(existsSync(join(output, "report.json"))).toBe(true);
    });
  });
});
