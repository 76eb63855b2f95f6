import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../../src/contract/contract.ts";
import { deriveContract } from "../../../src/contract/derive/derive-contract.ts";
import { showExamples } from "../../../src/contract/derive/show-examples.ts";
import { folderOf } from "../../../src/docs/folder.ts";
import { isPageFile, readPageFile } from "../../../src/docs/page-file.ts";

const pages = "fixtures/docs/api-reference/v1.0";

/** The contract of `fixtures/docs` as it was before runs could be processed again: one side of the example of `diff`. */
export function earlierContract(): Contract {
  const read = readdirSync(pages, { recursive: true, encoding: "utf8" })
    .filter((file) => isPageFile(file) && !file.includes("reprocessedruns"))
    .sort()
    .flatMap((file) => {
      const text = earlierText(readFileSync(join(pages, file), "utf8"));
      return readPageFile({ name: `${pages}/${file}`, bytes: Buffer.from(text) }, "v1.0", new Map()) ?? [];
    });
  const folder = folderOf(read);
  const contract = deriveContract(folder, "v1.0");
  return { ...contract, shown: showExamples(contract, folder) };
}

/** Rows go, and the member behind the sentinel with the sentence on how to ask for it; all else stays as it stands. */
function earlierText(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\|(?:\[(?:List|Remove) )?(?:reprocessedRuns|activatedOnScope)[\]|]/.test(line))
    .map((line) => line.replace(/, `activatedWithScope`\. Use the `Prefer: .*?: `activatedWithScope`\./, "."))
    .join("\n");
}
