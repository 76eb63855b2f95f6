// The least that a reader of the documentation can do: read the files, find the fences, JSON.parse the bodies.
// node read-and-parse.js DIR...
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let [files, fences, bodies] = [0, 0, 0];
for (const directory of process.argv.slice(2)) {
  for (const name of readdirSync(directory, { recursive: true })) {
    if (!name.endsWith(".md")) continue;
    files++;
    let fence;
    for (const line of readFileSync(join(directory, name), "utf8").split("\n")) {
      const marks = line.trimStart().startsWith("```");
      if (fence === undefined) {
        if (marks) fence = [];
      } else if (marks) {
        fences++;
        if (parses(fence.join("\n"))) bodies++;
        fence = undefined;
      } else fence.push(line);
    }
  }
}
process.stdout.write(`${JSON.stringify({ files, fences, bodies })}\n`);

function parses(text) {
  const start = text.search(/^[[{]/m);
  if (start === -1) return false;
  try {
    JSON.parse(text.slice(start));
    return true;
  } catch {
    return false;
  }
}
