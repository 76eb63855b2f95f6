import { headersOf, type SnippetReading } from "./snippet-call.ts";

const base = /\[MSGraphBaseURL stringByAppendingString:\s*@"/;
const method = /setHTTPMethod:\s*@"(\w+)"/;
const header = /setValue:\s*@"((?:[^"\\]|\\.)*)"\s*forHTTPHeaderField:\s*@"([^"]*)"/g;

/**
 * Reads Objective-C:
 *
 *     [MSGraphBaseURL stringByAppendingString:@"/me/messages?$select=subject"]]];
 *     [urlRequest setHTTPMethod:@"GET"];
 *     [urlRequest setValue:@"eventual" forHTTPHeaderField:@"ConsistencyLevel"];
 */
export function readObjectiveC(text: string): SnippetReading {
  const found = base.exec(text);
  if (!found) return { unread: "it calls no path" };
  const start = found.index + found[0].length;
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  const end = line.search(/"\]{2,}/);
  if (end < 0) return { unread: "the path's quotation is not closed" };
  const sent = method.exec(text)?.[1];
  if (!sent) return { unread: "it names no HTTP method" };
  const url = line.slice(0, end).replace(/\\(["\\])/g, "$1");
  const body = bodyOf(text);
  return {
    call: {
      method: sent.toUpperCase(),
      path: { form: "url", url },
      options: {},
      headers: headersOf(
        [...text.matchAll(header)].map(([, value = "", name = ""]) => [name, value] as const),
      ),
      ...(body ? { body } : {}),
    },
    offset: found.index,
  };
}

/** `payloadDictionary[@"name"] = `, or the setters of the object whose data is the body. */
function bodyOf(text: string): string[] | undefined {
  if (/setHTTPBody:\s*data\b/.test(text) && /\bpayloadDictionary\b/.test(text)) {
    return [...text.matchAll(/\bpayloadDictionary\[@"([^"]+)"\]\s*=/g)].map(([, name = ""]) => name);
  }
  const object = /setHTTPBody:\s*(\w+)Data\]/.exec(text)?.[1];
  if (!object || !text.includes(`[${object} getSerializedDataWithError`)) return undefined;
  // A nested object may bear the same name.
  if (text.split(` *${object} = `).length > 2) return undefined;
  const setter = new RegExp(`\\[${object} set([^\\s:]+):`, "g");
  return [...text.matchAll(setter)].map(([, name = ""]) => name);
}
