import { existsSync } from "node:fs";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { type Documentation, documentationOf } from "../../src/exchange/judge-documentation.ts";

const folder = "../shared/corpus/graph-v1.0-2021-07";

/** Whether the documentation of July 2021 is there; it is not part of the repository. */
export const hasCorpus: boolean = existsSync(folder);

let read: Promise<Documentation> | undefined;

/** The documentation of July 2021, v1.0: 3,341 pages with their includes. Read once, since that takes seconds. */
export function corpus(): Promise<Documentation> {
  read ??= readFolders([folder]).then((pages) => documentationOf(folderOf(pages)));
  return read;
}
