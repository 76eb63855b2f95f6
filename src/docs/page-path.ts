import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the pages that come with the package: lifecycle workflows reporting, v1.0 and beta. */
export const ownPages: string = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));

/** What the folder is called in the place of where it is: that is of this machine alone. */
const ownName = "graph-conformance/fixtures/docs";

/** How the files below a path are named. */
export function nameOfPath(path: string): string {
  return path === ownPages ? ownName : path;
}

/** Whether a file, or a folder, is that of the path or lies below it. */
export function liesIn(path: string, file: string): boolean {
  // Files of thousands are asked for, and most are named as the folder is.
  if (file.startsWith(`${path}/`) && !file.includes("..")) return true;
  const inside = relative(path, file);
  return !/^\.\.(?:[\\/]|$)/.test(inside) && !isAbsolute(inside);
}

/** Whether a file is called as metadata (CSDL) is. */
export function isMetadataFile(path: string): boolean {
  return /\.(?:csdl|xml)$/i.test(path);
}
