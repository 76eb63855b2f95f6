import { isObject } from "../../src/base/is-object.ts";
import type { Transport } from "../../src/exchange/service/transport/transport.ts";

/** What a tenant could hold of somebody, by the kind of value. */
export const planted: readonly string[] = [
  "Anna Lindqvist",
  "Zoë",
  "Petrova",
  "anna.lindqvist@contoso.test",
  "anna_contoso.test#EXT#@fabrikam.test",
  "+49 151 23456789",
  "4111111111111111",
  "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  "7c9e6679742540de944be07fc1f90ae7",
  "https://contoso-my.sharepoint.test/personal/anna_lindqvist/Documents/pay.xlsx",
  "/users/anna.lindqvist@contoso.test/manager",
  "CN=Anna Lindqvist,OU=Payroll,DC=contoso,DC=test",
  'Payroll & "Benefits" <secret> | O\'Brien, line\nbreak',
  "0.AXoA9-secret_refresh~token.value",
  "Offboarding of the whole payroll department on the last day of the month, by order of the board",
  "2031-02-30T99:00:00Z",
  "192.168.17.4",
  "DESKTOP-4F7K2",
  "ŠeřéMĕt",
  "lindqvist",
  "Мария Кузнецова",
  "山田太郎",
  "عائشة الفاسي",
  "O'Malley-Brontë",
  "CONTOSO\\anna.l",
  "S-1-5-21-3623811015-3361044348-30300820-1013",
  "DE89370400440532013000",
  "Kungsgatan 44, 111 35 Stockholm",
  "2001:db8:85a3::8a2e:370:7334",
  "00-1B-44-11-3A-B7",
  "078-05-1120",
  "X-4711/Geheim",
  "eyJhbGciOiJub25lIn0.eyJ1cG4iOiJhbm5hIn0.c2lnbmF0dXJl",
  "Bearer opaque~AbCdEf0123456789",
  "Server=tcp:hr.database.test;User ID=sa;Password=Tr0ub4dor&3",
  "https://store.blob.test/c/f?sv=2024&sig=aBcD%2BeF%3D",
  "mailto:anna.lindqvist@contoso.test?subject=Salary%20review",
  "AnnaLindqvist1984",
  "anna%20lindqvist%40contoso.test",
  "\u202eannA\u0007 lindqvisT",
];

/** What of a value would give it away: the value, and each word of it that says something. */
const traces = (value: string) => [
  value,
  JSON.stringify(value).slice(1, -1),
  ...value
    .split(/[^\p{L}\p{N}._~+-]+/u)
    .filter((word) => word.length > 5 && !/^(?:https?|the|whole)$/.test(word)),
];
const common =
  /^(?:department|personal|manager|Documents|users|secret|Benefits|Offboarding|mailto|subject|review|Bearer|Server|Password|signature)$/;
export const telltales: readonly string[] = [...new Set(planted.flatMap(traces))].filter(
  // Ours, too: the domain of examples.
  (word) => !common.test(word) && word !== "contoso",
);

/** Where values of somebody are put: where a text is free, wherever they break no promise of a name, or everywhere. */
export type Planting = "free texts" | "strings" | "everything";

/** What holds any text, so that nothing is broken by another one. */
const free = /^(?:displayName|description|failureReason|userPrincipalName|mail|givenName|surname|jobTitle)$/;

/** Puts values of somebody into every answer: in strings, numbers, names, headers and the reason phrase. */
export const plant =
  (planting: Planting) =>
  (transport: Transport): Transport => {
    const broken = planting === "everything";
    let next = 0;
    const value = () => planted[next++ % planted.length] ?? "";
    const spoil = (json: unknown, name = ""): unknown => {
      if (Array.isArray(json)) return json.map((item) => spoil(item, name));
      if (isObject(json)) {
        const entries = Object.entries(json).map(([key, inner]) => [key, spoil(inner, key)]);
        const extension = { [`extension_${planted[8]}_costCentre`]: value(), [planted[3] ?? ""]: value() };
        return {
          ...Object.fromEntries(entries),
          ...(name === "value" && planting !== "free texts" ? extension : {}),
        };
      }
      // What is listed has to be found.
      if (name === "id") return json;
      if (typeof json === "number") return broken ? value() : json;
      if (planting === "free texts") return typeof json === "string" && free.test(name) ? value() : json;
      // A member is shown, whoever it may be called after.
      if (/^(?:category|code)$|(?:Status|ExecutionType|Scope)$/.test(name)) return json;
      return typeof json === "string" && (broken || !name.startsWith("@odata")) ? value() : json;
    };
    return async (url, message, signal) => {
      const answer = await transport(url, message, signal);
      if (!answer.body.startsWith("{")) return answer;
      const body = JSON.stringify(spoil(JSON.parse(answer.body)));
      const headers: [string, string][] = [
        ["x-ms-user", planted.join(" ; ").replace(/[\r\n]/g, " ")],
        ["Location", planted[9] ?? ""],
        ["Content-Type", broken ? `${planted[3]}` : "application/json"],
      ];
      const kept = answer.headers.filter(([name]) => !/^content-/i.test(name));
      return { ...answer, reason: broken ? (planted[0] ?? "") : "", headers: [...kept, ...headers], body };
    };
  };

/** The traces of somebody that stand in a text, be they written for a URL, in JSON or in HTML. */
export function tracesIn(text: string): readonly string[] {
  const forms = [
    text,
    text.replace(/(?:%[\dA-Fa-f]{2})+/g, (code) =>
      Buffer.from(code.replaceAll("%", ""), "hex").toString("utf8"),
    ),
    text.replace(/\\u([\dA-Fa-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replace(/&#(x?)([\dA-Fa-f]+);/g, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex === "" ? 10 : 16)),
    ),
  ];
  const written = new Set([...telltales, ...planted.map((value) => Buffer.from(value).toString("base64"))]);
  return [...written].filter((value) => forms.some((form) => form.includes(value)));
}
