import { isObject } from "../../base/is-object.ts";
import { isGraphHost } from "../../contract/path/graph-hosts.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { defineRequestRule, type Outcome } from "../rule.ts";

/** References to other resources: the body of `$ref`, and what is bound. */
export const reference = defineRequestRule("request/reference", {
  promise: "A reference names the resource by `@odata.id`, and its URL has a version of Graph.",
  weighs: { documented: "error" },
  judge({ exchange: { request }, page, url }) {
    const sent = request.body;
    const value = sent?.json?.value;
    // What is removed is named in the URL.
    if (page && !sent && request.method === "DELETE" && isRef(url.segments)) return [];
    if (!page || !sent || !isObject(value)) return "not-applicable";
    const locate = (pointer: string) => locateInJson(sent.text, sent.location, pointer);
    const references = referencesIn(value, "");
    // An empty object that replaces a reference takes it away.
    const isTaken = request.method === "PUT" && Object.keys(value).length === 0;
    const refers = isRef(url.segments) && /^(?:POST|PUT|PATCH)$/.test(request.method) && !isTaken;
    const found: Outcome[] = [];
    if (refers && !Object.keys(value).some((name) => /^@(?:odata\.)?id$/.test(name))) {
      const near = Object.keys(value).find((name) => /^@?(?:odata\.?)?id$/i.test(name) && name !== "id");
      const message = `the body of a reference has no "@odata.id"${near ? `; did the page mean it by "${near}"?` : ""}`;
      const pointer = near ? stepInto("", near) : stepInto("", "@odata.id");
      found.push({ status: "fail", message, span: locate(near ? pointer : ""), pointer });
    }
    for (const { written, pointer } of references) {
      const { host, version } = readRequestUrl(written);
      if (!isGraphHost(host) || /^(?:v1\.0|beta)$/i.test(version) || /^https?:\/\/[^/]+\/[{<]/i.test(written))
        continue;
      const has = version === "" ? "no version" : `"${version}", which is no version`;
      const message = `the URL of the reference has ${has} of Graph`;
      found.push({ status: "fail", message, span: locate(pointer), pointer });
    }
    return refers || references.length > 0 ? found : "not-applicable";
  },
});

function isRef(segments: readonly string[]): boolean {
  return segments.at(-1)?.toLowerCase() === "$ref";
}

interface Reference {
  readonly written: string;
  readonly pointer: string;
}

function referencesIn(value: unknown, above: string): Reference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, `${above}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const pointer = stepInto(above, name);
    if (!/^@(?:odata\.)?id$|@(?:odata\.)?bind$/.test(name)) return referencesIn(child, pointer);
    const urls: unknown[] = Array.isArray(child) ? child : [child];
    return urls.flatMap((written, index) =>
      typeof written === "string"
        ? [{ written, pointer: Array.isArray(child) ? `${pointer}/${index}` : pointer }]
        : [],
    );
  });
}
