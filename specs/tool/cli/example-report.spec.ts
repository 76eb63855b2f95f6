import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

/** What another rule, which finds nothing on these pages, leaves as it is: how the report looks, and what it finds. */
function lasting(file: string): readonly (string | undefined)[] {
  const text = readFileSync(file, "utf8").replaceAll(/href="(?![#h])[^"]*?(?=fixtures\/)/g, 'href="');
  const parts = [
    /<style>.*?<\/style>/s,
    /<script>.*?<\/script>/s,
    /<section id="systems".*?<tr>/s,
    /<section id="findings".*?<\/section>/s,
  ];
  return parts.map((part) => part.exec(text)?.[0]);
}

test("the report under reports/example is what verify writes of the pages that come with the tool", async () => {
  await inFolder(async (output) => {
    await commandLine("verify", "fixtures/docs", "--format", "html", "--output", output);
    const now = lasting(`${output}/index.html`);
    expect(now).not.toContain(undefined);
    expect(lasting("reports/example/verify/index.html")).toEqual(now);
  });
});
