// The least that a reader of two contracts can do: read the files of folders, JSON.parse those that are JSON.
// node read-plainly.js DIR|FILE.json...
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let [files, characters] = [0, 0];
for (const path of process.argv.slice(2)) {
  if (path.endsWith(".json")) {
    files++;
    characters += JSON.stringify(JSON.parse(readFileSync(path, "utf8")).version).length;
    continue;
  }
  for (const name of readdirSync(path, { recursive: true })) {
    if (!name.endsWith(".md")) continue;
    files++;
    characters += readFileSync(join(path, name), "utf8").length;
  }
}
process.stdout.write(`${JSON.stringify({ files, characters })}\n`);
