import { isObject } from "../../base/is-object.ts";
import { keyText } from "../../contract/names/type-named.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import { headerValue } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { isGuid } from "../../odata/edm-format.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { keyNameOf } from "./item-key.ts";
import { isReadableAt } from "./readable-body.ts";

/** The key of a resource against the one that was asked for. */
export const otherKey = defineRule("body/other-key", {
  promise: "A resource has a key, and one that was asked for by its key has that one.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing was asked for by its key",
  judge(context) {
    const { contract, exchange, promised, response } = context;
    const name = keyNameOf(context);
    const { status = 200, body } = response;
    if (exchange.request.method !== "GET" || status >= 300 || !promised.type || name === undefined) {
      return "not-applicable";
    }
    const { resources, shape } = resourcesInBody(contract, promised.type, body?.json?.value);
    const asked = shape === "single" ? askedKey(context) : undefined;
    const judged = resources.flatMap(({ value, pointer }) =>
      isObject(value) && Object.hasOwn(value, name) ? [{ value, pointer: stepInto(pointer, name) }] : [],
    );
    const outcomes = judged.flatMap(({ value, pointer }): Outcome[] => {
      const failure = (message: string): Outcome => ({
        status: "fail",
        message,
        span: context.locate(pointer),
        pointer,
      });
      if (!isReadableAt(context, pointer)) return [];
      // What its page says is never null is body/null.
      if (context.violations.some((violation) => violation.pointer === pointer)) return [];
      if (value[name] === null) return [failure(`"${name}" is null, the key of the resource`)];
      if (asked === undefined || isKnownBy(value, asked)) return [];
      const key = keyText(value[name]);
      if (key === undefined) return [];
      if (context.authored && !isAlike(key, asked)) return [];
      const message = `"${name}" is ${JSON.stringify(key)}; the request asks for ${JSON.stringify(asked)}`;
      return [failure(message)];
    });
    return judged.length === 0 ? "not-applicable" : outcomes.slice(0, 1);
  },
});

/** The key at the end of the path, where it is one of those that the collection before it lists, or a GUID. */
function askedKey({ contract, exchange, url }: ExchangeContext): string | undefined {
  // With this preference the same message has another key.
  if (/IdType/i.test(headerValue(exchange.request, "Prefer") ?? "")) return undefined;
  const last = url.segments.at(-1) ?? "";
  const { name, key } = readSegment(last);
  const collection = url.segments.slice(0, -1);
  const list = matchOperation(contract, "GET", {
    segments: key === undefined ? collection : [...collection, name],
  });
  const plain = matchOperation(contract, "GET", url)?.path.split("/").at(-1) ?? "";
  const asked = key ?? (isPathParameter(plain) ? last : undefined);
  // Behind some collections a word stands for one of theirs: `mailFolders/inbox`.
  if (asked === undefined || !/\d/.test(asked) || isPathParameter(asked)) return undefined;
  return list || isGuid(asked) ? asked : undefined;
}

/** One resource may have several keys: a user has a principal name, an application an appId. */
function isKnownBy(resource: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.values(resource).some((value) => keyText(value)?.toLowerCase() === key.toLowerCase());
}

/** Of an example only two keys of one form certainly are two keys. */
function isAlike(key: string, asked: string): boolean {
  const form = (text: string) => text.replace(/[\da-f]/gi, "0").length;
  return !isPlaceholder(key) && !isPlaceholder(asked) && /\d/.test(key) && form(key) === form(asked);
}
