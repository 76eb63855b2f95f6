import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An answer of a real service, as far as its class goes. */
export interface RecordedAnswer {
  readonly file: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

const folder = fileURLToPath(new URL("../../../shared/recorded/", import.meta.url));

/** The recorded errors beside this repository; none where there is no such folder. */
export function recordedErrors(): readonly RecordedAnswer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".har"))
    .sort()
    .flatMap((file) => {
      const { log } = JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as Har;
      return log.entries.map(({ request, response }) => ({
        file,
        method: request.method,
        path: new URL(request.url).pathname,
        status: response.status,
        body: response.content.text ?? "",
      }));
    })
    .filter(({ status }) => status >= 400);
}

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly method: string; readonly url: string };
      readonly response: { readonly status: number; readonly content: { readonly text?: string } };
    }[];
  };
}
