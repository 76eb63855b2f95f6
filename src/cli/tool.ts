import { readFileSync } from "node:fs";

/** The version in the package's own `package.json`. */
export function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  const known = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof known === "string" ? known : "0.0.0";
}
