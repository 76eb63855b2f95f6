import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

/** Without what hangs on the machine, and on where the report lies. */
function plain(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/ on Node v[\d.]+, \w+/, "")
    .replaceAll(/href="(?![#h])[^"]*?(?=fixtures\/)/g, 'href="');
}

test("the report under reports/example is what verify writes of the pages that come with the tool", async () => {
  await inFolder(async (output) => {
    await commandLine("verify", "fixtures/docs", "--format", "html", "--output", output);
    expect(plain("reports/example/verify/index.html")).toBe(plain(`${output}/index.html`));
  });
});
