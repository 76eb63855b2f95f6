import { shuffled } from "../documentation/shuffled.ts";
import { at, type Defect, type Seeder, valueDefect } from "./defect.ts";
import { section, sitesOf } from "./sites.ts";

/** The status in the example, where its page promises that one and no other. */
export const wrongStatus: Seeder = ({ text, example }) => {
  const { status, startLine } = example.response?.message ?? {};
  const promised = new Set(section(text, "Response").match(/\b[2-5]\d\d\b/g) ?? []);
  if (!startLine || status === undefined || promised.size !== 1 || !promised.has(String(status))) return [];
  const others: Readonly<Record<number, string>> = {
    200: "201 Created",
    201: "202 Accepted",
    202: "200 OK",
    204: "202 Accepted",
  };
  const other = others[status];
  if (!other) return [];
  const { line } = startLine.start;
  const changed = changeLine(text, line, (written) => written.replace(/\b\d{3}\b.*$/, other));
  return [{ text: changed, rules: ["http/status"], line, what: `${status} is ${other}` }];
};

export const missingContentType: Seeder = ({ text, example }) => {
  const { headers = [], body, status = 0, startLine } = example.response?.message ?? {};
  const header = headers.find(({ name }) => /^content-type$/i.test(name));
  if (!header || !body?.json || !startLine || status === 204) return [];
  const changed = changeLine(text, header.span.start.line, () => undefined);
  return [
    { text: changed, rules: ["http/content-type"], line: startLine.start.line, what: "no Content-Type" },
  ];
};

export const bodyOnNoContent: Seeder = ({ text, example }) => {
  const { headers = [], body, status, startLine } = example.response?.message ?? {};
  if (status !== 204 || body || !startLine || headers.length > 0) return [];
  const { line } = startLine.start;
  const changed = changeLine(
    text,
    line,
    (written) => `${written}\nContent-Type: application/json\n\n{\n  "id": "4711"\n}`,
  );
  return [{ text: changed, rules: ["http/body-on-no-content"], line: line + 3, what: "a body on 204" }];
};

/** A letter twice in a segment of the path that is no key; only where the page's own request has that segment. */
export const pathTypo: Seeder = ({ text, example }) => {
  const { url = "", target } = example.request?.message ?? {};
  if (!target) return [];
  const templates = section(text, "HTTP request").toLowerCase();
  const path = url.replace(/^https?:\/\/[^/]+/i, "").split("?")[0] ?? "";
  return path.split("/").flatMap((segment): Defect[] => {
    if (!/^[a-z]{5,}$/i.test(segment) || !templates.includes(`/${segment.toLowerCase()}`)) return [];
    const typo = segment.slice(0, 3) + segment.slice(2);
    const { line } = target.start;
    const changed = changeLine(text, line, (written) => written.replace(`/${segment}`, `/${typo}`));
    return [{ text: changed, rules: ["request/not-documented"], line, what: `${segment} is ${typo}` }];
  });
};

/** A type from elsewhere that some page declares, said of an object whose own is known. */
export const wrongType: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site): Defect[] => {
    const { node, type, row, pointer, page, start } = site;
    if (node.type !== "object" || !type || (!row && pointer !== "" && !site.isItem)) return [];
    const kin = new Set([type.name, ...type.bases].map(plain).filter(Boolean));
    const other = shuffled(types.all(), start + node.offset).find(
      ({ name, bases }) =>
        /^microsoft\.graph\./i.test(name) && ![name, ...bases].map(plain).some((each) => kin.has(each)),
    );
    if (!other) return [];
    const rules = ["odata/type-name"];
    const named = `#${other.name}`;
    const said = node.children?.find(({ children }) => children?.[0]?.value === "@odata.type")?.children?.[1];
    const place = `${pointer}/@odata.type`;
    if (said) return [{ ...valueDefect({ ...site, node: said, pointer: place }, `"${named}"`, ""), rules }];
    const brace = start + node.offset + 1;
    const comma = (node.children ?? []).length > 0 ? "," : "";
    const text = `${page.slice(0, brace)} "@odata.type": "${named}"${comma}${page.slice(brace)}`;
    return [{ text, rules, ...at(site), pointer: place, what: `${pointer} is said to be ${other.name}` }];
  });

/** What both are, an entity, is no kinship. */
function plain(name: string): string {
  const short = name
    .replace(/^.*\//, "")
    .replace(/\.md$/i, "")
    .replace(/^#?microsoft\.graph\./i, "");
  return short.toLowerCase() === "entity" ? "" : short.toLowerCase();
}

/** The set at the head of the context, where it is the one that the path begins with. */
export const contextPath: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site): Defect[] => {
    const { node, pointer } = site;
    if (pointer !== "/@odata.context" || typeof node.value !== "string") return [];
    const [, before = "", set = "", rest = ""] = /^(.*\$metadata#)(\w+)(.*)$/.exec(node.value) ?? [];
    const path = (valid.example.request?.message.url ?? "")
      .replace(/^https?:\/\/[^/]+/i, "")
      .replace(/^\/(?:v1\.0|beta)/, "");
    if (set === "" || path.split(/[/?(]/)[1]?.toLowerCase() !== set.toLowerCase()) return [];
    const other = set.toLowerCase() === "users" ? "groups" : "users";
    return [valueDefect(site, JSON.stringify(before + other + rest), "odata/context-path")];
  });

/** A header that the page's table calls required, beside Authorization. */
export const headerMissing: Seeder = ({ text, example }) => {
  const { headers = [], target } = example.request?.message ?? {};
  const table = section(text, "Request headers");
  return headers.flatMap(({ name, span }): Defect[] => {
    const row = table.split("\n").find((line) => new RegExp(`^\\s*\\|?[\\s*\`]*${name}\\b`, "i").test(line));
    if (
      !target ||
      !row ||
      /^authorization$/i.test(name) ||
      !/\brequired\b/i.test(row) ||
      /not required|optional/i.test(row)
    )
      return [];
    const conditional = /required (?:if|when|for|only)/i.test(row);
    const changed = changeLine(text, span.start.line, () => undefined);
    const { line } = target.start;
    return [
      {
        text: changed,
        rules: ["request/header-missing"],
        line,
        what: `no ${name}`,
        ...(conditional ? { unknowable: "required on a condition" } : {}),
      },
    ];
  });
};

function changeLine(text: string, line: number, change: (written: string) => string | undefined): string {
  const lines = text.split("\n");
  const changed = change(lines[line - 1] ?? "");
  lines.splice(line - 1, 1, ...(changed === undefined ? [] : [changed]));
  return lines.join("\n");
}
