import { execFileSync } from "node:child_process";

/** Builds the program as it is published, once for all specs that start it or pack it. */
export default function buildProgram(): void {
  execFileSync("npm", ["run", "--silent", "prepare"], { stdio: ["ignore", "ignore", "inherit"] });
}
