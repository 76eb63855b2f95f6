import { chainedCalls } from "./chained-call.ts";
import { configured, readingOf } from "./reading-of.ts";
import type { SnippetReading } from "./snippet-call.ts";

const client = /\bgraph(?:Service)?Client(?=\s*\.)/g;
const header = /(?:new HeaderOption\(|\bheaders\.add\()\s*"([^"]*)"\s*,\s*("(?:[^"\\]|\\.)*")/g;
const parameter = /queryParameters\.(\w+)\s*=\s*((?:"(?:[^"\\]|\\.)*"|[^;"])+);/g;

/**
 * Reads Java, of version 6 and of before:
 *
 *     graphClient.users("{id}").messages().buildRequest().select("subject").get();
 *     graphClient.users().byUserId("{user-id}").messages().get(requestConfiguration -> {
 *     	requestConfiguration.queryParameters.select = new String []{"subject"};
 *     });
 */
export function readJava(text: string): SnippetReading {
  return readingOf(
    chainedCalls(text, client, ({ name, args = "" }) =>
      /^"/.test(args) && !/With[A-Z]/.test(name) ? args : undefined,
    ),
    configured(text, { parameter, header }, bodyOf),
  );
}

/** The members that are given to the object that is sent: `user.displayName = `, `user.setDisplayName(`. */
function bodyOf(text: string, args: string): string[] | undefined {
  const name = /^([a-z]\w*)\s*(?:,|$)/i.exec(args)?.[1];
  // A nested object may bear the same name.
  const made = name ? [...text.matchAll(new RegExp(`\\b${name} = new [\\w.]+\\(\\);`, "g"))].length : 0;
  if (!name || made !== 1) return undefined;
  const given = new RegExp(
    `(?:^|[\\s;])${name}\\.(?:(\\w+) = |set([A-Z]\\w*)\\(|additionalDataManager\\(\\)\\.put\\("([^"]+)")`,
    "g",
  );
  const names = [...text.matchAll(given)].map(([, field, setter, more]) => field ?? setter ?? more ?? "");
  // Names that go round a map could be of any object.
  if (names.includes("AdditionalData")) {
    const map = new RegExp(`\\b${name}\\.setAdditionalData\\((\\w+)\\)`).exec(text)?.[1] ?? "";
    const puts = [...text.matchAll(new RegExp(`\\b${map}\\.put\\("([^"]+)"`, "g"))].map(
      ([, put = ""]) => put,
    );
    return [...names.filter((one) => one !== "AdditionalData"), ...puts];
  }
  return names;
}
