import { isObject } from "../../base/is-object.ts";
import type { Property } from "../../contract/contract.ts";
import { agree } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { hasPromisedShape } from "../../contract/validation/resources-in-body.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { durationOf, instantOf, timeOfDayOf } from "../../odata/exact-time.ts";
import { citedRow } from "../cited.ts";
import { body as requestBody } from "../request/body.ts";
import { errorExpected } from "../request/error-expected.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { describeValue } from "./judged-violations.ts";
import { pageShowing } from "./page-showing.ts";
import { isBroken } from "./readable-body.ts";

/** The values of a resource that was made or changed, against those that were sent. */
export const notAsSent = defineRule("body/not-as-sent", {
  promise: "A resource that was made or changed has the values that were sent.",
  weighs: { documented: "warning", mock: "error", tenant: "warning" },
  idle: "nothing was written",
  judge(context) {
    const { exchange, response, contract, promised } = context;
    const sent = exchange.request.body?.json;
    const came = response.body?.json?.value;
    const type = promised.type;
    if (!isWritten(context) || type?.kind !== "type" || !isObject(sent?.value) || !isObject(came))
      return "not-applicable";
    const isUnreadable = isBroken(context) || sent.problems.some(({ harmless }) => !harmless);
    if (isUnreadable || errorExpected(context) || !hasPromisedShape(contract, type, came))
      return "not-applicable";
    const { properties = [], keyProperty = "id" } = typeOfObject(context, type.name, came) ?? {};
    const values = sent.value;
    const compared = properties.filter(
      (property) =>
        isKept(property, keyProperty) &&
        isShown(context, values, property.name) &&
        isShown(context, came, property.name),
    );
    if (compared.length === 0) return "not-applicable";
    const other = compared.filter(({ name, ...property }) => isOther(property, values[name], came[name]));
    if (other.length === 0) return [];
    const sample =
      context.authored && other.length === compared.length
        ? pageShowing(
            contract,
            came,
            keyProperty,
            compared.map(({ name }) => name),
          )
        : undefined;
    if (sample !== undefined) return [sampleAnswer(context, sample)];
    const wrong = wrongPointers(context);
    return other
      .filter(({ name }) => !wrong.has(stepInto("", name)))
      .map((property): Outcome => {
        const { name } = property;
        const pointer = stepInto("", name);
        const message = `"${name}" was sent as ${describeValue(values[name])} and comes back as ${describeValue(came[name])}`;
        const cause = {
          id: `not-as-sent ${type.name}/${name}`,
          sentence: `${shortName(type.name)}: ${message}`,
        };
        return {
          status: "fail",
          message,
          span: context.locate(pointer),
          pointer,
          promise: citedRow(property),
          cause,
        };
      });
  },
});

/** Nothing that was sent is in the answer, which is the sample of another page: it says nothing of this request. */
function sampleAnswer(context: ExchangeContext, page: string): Outcome {
  const message = `the answer shows nothing of what was sent; it is the sample that ${page} shows, too`;
  return { status: "not-verified", reason: "placeholder", message, span: context.locate(""), pointer: "" };
}

/** True where what is sent is the resource that comes back, and not what an action takes. */
function isWritten({ exchange, contract, operation, promised, response }: ExchangeContext): boolean {
  const { method } = exchange.request;
  if (!operation || !promised.type || (response.status ?? 200) >= 300) return false;
  if (method !== "POST" && method !== "PATCH" && method !== "PUT") return false;
  const type = typeAtPath(contract, operation.path);
  // No action is called by PATCH: what is promised is what was changed, wherever no page says what the path leads to.
  if (type === undefined) return method === "PATCH" && !promised.type.collection;
  return type.collection === (method === "POST") && agree(contract, type, promised.type);
}

const ofService =
  /id$|hint$|order$|secret|password|token|key$|etag$|^(?:created|(?:last)?(?:modified|updated))(?:DateTime|By)?$/i;

/** Keys, times of a change, the order hints that a service makes out of those that it is told, and secrets are the service's to say. */
function isKept({ name, type, navigation, readOnly }: Property, key: string): boolean {
  const isSimple = (type.kind === "primitive" || type.kind === "enum") && !type.collection && !navigation;
  const isOwn = name === key || ofService.test(name);
  return isSimple && !readOnly && !isOwn && type.name !== "Edm.Stream" && type.name !== "Edm.Binary";
}

function isShown(
  { authored }: ExchangeContext,
  values: Readonly<Record<string, unknown>>,
  name: string,
): boolean {
  const value = values[name];
  if (value === undefined || value === null || typeof value === "object") return false;
  return !(authored && isPlaceholder(value));
}

/** Where a value breaks its own type, which is the finding of other rules. */
function wrongPointers(context: ExchangeContext): ReadonlySet<string> {
  const sent = requestBody.judge(context);
  const ofRequest = sent === "not-applicable" ? [] : sent.flatMap(({ pointer }) => pointer ?? []);
  return new Set([...ofRequest, ...context.violations.map(({ pointer }) => pointer)]);
}

/** True for values that certainly differ: a service may write the same one in another way. */
function isOther({ type, values }: Pick<Property, "type" | "values">, sent: unknown, came: unknown): boolean {
  // A value of another JSON type is body/type or request/body.
  if (typeof sent !== typeof came) return false;
  if (typeof sent !== "string" || typeof came !== "string") return sent !== came;
  if (type.kind === "enum" || values !== undefined) return membersIn(sent) !== membersIn(came);
  const read = exact[type.name];
  if (read) {
    const [one, other] = [read(sent), read(came)];
    return one !== undefined && other !== undefined && one !== other;
  }
  // A service writes hosts and mail addresses in small letters, puts its own before a name, and may keep a text to itself.
  const [one, other] = [sent.trim().toLowerCase(), came.trim().toLowerCase()];
  return other !== "" && !other.includes(one);
}

const exact: Readonly<Record<string, (text: string) => bigint | undefined>> = {
  "Edm.DateTimeOffset": instantOf,
  "Edm.Duration": durationOf,
  "Edm.TimeOfDay": timeOfDayOf,
};

function membersIn(text: string): string {
  const members = text.toLowerCase().split(",");
  return members
    .map((member) => member.trim())
    .sort()
    .join();
}
