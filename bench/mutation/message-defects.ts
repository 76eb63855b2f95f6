import { shuffled } from "../documentation/shuffled.ts";
import type { Declared, DeclaredTypes } from "./declared.ts";
import { at, type Defect, oneOf, type Seeder, valueDefect } from "./defect.ts";
import { type Site, section, sitesOf } from "./sites.ts";
import type { ValidExample } from "./valid-examples.ts";

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

/** A typo in a segment of the path that is no key; only where the page's own request has that segment. */
export const pathTypo: Seeder = ({ text, example }) => {
  const { url = "", target } = example.request?.message ?? {};
  if (!target) return [];
  const templates = section(text, "HTTP request").toLowerCase();
  const path = url.replace(/^https?:\/\/[^/]+/i, "").split("?")[0] ?? "";
  return path.split("/").flatMap((segment): Defect[] => {
    if (!/^[a-z]{5,}$/i.test(segment) || !templates.includes(`/${segment.toLowerCase()}`)) return [];
    const typo = typoIn(segment);
    const { line } = target.start;
    const changed = changeLine(text, line, (written) => written.replace(`/${segment}`, `/${typo}`));
    return [{ text: changed, rules: ["request/not-documented"], line, what: `${segment} is ${typo}` }];
  });
};

/** A letter twice, one less, or two that change places. */
function typoIn(segment: string): string {
  const [one = "", two = ""] = segment.slice(2, 4);
  const typos = [one + one + two, two, two + one].map(
    (typo) => segment.slice(0, 2) + typo + segment.slice(4),
  );
  return typos.filter((typo) => typo !== segment)[segment.length % 3] ?? `${segment}x`;
}

/** A type from elsewhere that some page declares, said of an object whose own is known. */
export const wrongType: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site): Defect[] => {
    const { node, type, row, pointer, page, start } = site;
    if (node.type !== "object" || !type || (!row && pointer !== "" && !site.isItem)) return [];
    const other = strangerTo(type, types, start + node.offset);
    if (!other) return [];
    const rules = ["odata/type-name"];
    const named = oneOf(site, [`#${other.name}`, `#${other.name}`, "#contoso.crm.account"]);
    const said = node.children?.find(({ children }) => children?.[0]?.value === "@odata.type")?.children?.[1];
    const place = `${pointer}/@odata.type`;
    if (said) return [{ ...valueDefect({ ...site, node: said, pointer: place }, `"${named}"`, ""), rules }];
    const brace = start + node.offset + 1;
    const comma = (node.children ?? []).length > 0 ? "," : "";
    const text = `${page.slice(0, brace)} "@odata.type": "${named}"${comma}${page.slice(brace)}`;
    return [{ text, rules, ...at(site), pointer: place, what: `${pointer} is said to be ${named}` }];
  });

function strangerTo(type: Declared, types: DeclaredTypes, seed: number): Declared | undefined {
  const kin = new Set([type.name, ...type.bases].map(plain).filter(Boolean));
  return shuffled(types.all(), seed).find(
    ({ name, bases }) =>
      /^microsoft\.graph\./i.test(name) && ![name, ...bases].map(plain).some((each) => kin.has(each)),
  );
}

/** What both are, an entity, is no kinship. */
function plain(name: string): string {
  const short = name
    .replace(/^.*\//, "")
    .replace(/\.md$/i, "")
    .replace(/^#?microsoft\.graph\./i, "");
  return short.toLowerCase() === "entity" ? "" : short.toLowerCase();
}

/** The context of another set, of another type, with a name misspelt, or of another resource than the path's. */
export const contextPath: Seeder = (valid, types) =>
  sitesOf(valid, "response", types).flatMap((site): Defect[] => {
    const { node, pointer } = site;
    if (pointer !== "/@odata.context" || typeof node.value !== "string") return [];
    const [, before = "", fragment = ""] = /^(.*\$metadata#)(.*)$/.exec(node.value) ?? [];
    const path = (valid.example.request?.message.url ?? "")
      .replace(/^https?:\/\/[^/]+/i, "")
      .replace(/^\/(?:v1\.0|beta)/i, "");
    const others = [
      ...otherSet(fragment, path),
      ...otherName(fragment, path),
      ...otherKey(fragment, path),
      ...otherType(site, fragment, types),
    ];
    return others.map((other) => valueDefect(site, JSON.stringify(before + other), "odata/context-path"));
  });

/** The set at the head, where it is the one that the path begins with. */
function otherSet(fragment: string, path: string): string[] {
  const set = /^\w+/.exec(fragment)?.[0] ?? "";
  if (set === "" || path.split(/[/?(]/)[1]?.toLowerCase() !== set.toLowerCase()) return [];
  return [(set.toLowerCase() === "users" ? "groups" : "users") + fragment.slice(set.length)];
}

/** Two letters of the last name change places, where the path has it. */
function otherName(fragment: string, path: string): string[] {
  const [, before = "", name = "", rest = ""] = /^(.*?)(\w{5,})((?:\/\$entity)?)$/.exec(fragment) ?? [];
  const names = path.split("?")[0]?.toLowerCase().split("/") ?? [];
  const typo = name.slice(0, 2) + name.charAt(3) + name.charAt(2) + name.slice(4);
  return names.includes(name.toLowerCase()) && typo !== name ? [before + typo + rest] : [];
}

/** Another GUID in the place of the path's. */
function otherKey(fragment: string, path: string): string[] {
  const key = /\('([\da-f]{8}-[\da-f-]{27})'\)/i.exec(fragment)?.[1];
  return key && path.includes(key) ? [fragment.replace(key, "0dd71e1e-4d1c-4b1a-9f0e-7c3a5d2b8e61")] : [];
}

/** Another type in the place of one that the context names. */
function otherType(site: Site, fragment: string, types: DeclaredTypes): string[] {
  const named = /^(?:Collection\()?(?:microsoft\.graph\.)(\w+)\)?$/i.exec(fragment)?.[1];
  const type = named === undefined ? undefined : types.find(named);
  const other = type && strangerTo(type, types, site.start);
  return named && other ? [fragment.replace(`microsoft.graph.${named}`, other.name)] : [];
}

/** A header that the page's table calls required, beside Authorization, or one that it promises of the response. */
export const headerMissing: Seeder = (valid) => [...requestHeaders(valid), ...responseHeaders(valid)];

function requestHeaders({ text, example }: ValidExample): Defect[] {
  const { headers = [], target } = example.request?.message ?? {};
  const table = section(text, "Request headers");
  return headers.flatMap(({ name, span }): Defect[] => {
    const row = table.split("\n").find((line) => new RegExp(`^\\s*\\|?[\\s*\`]*${name}\\b`, "i").test(line));
    if (!target || !row || /^authorization$/i.test(name) || !/\brequired\b/i.test(row)) return [];
    if (/not required|optional/i.test(row)) return [];
    const conditional = /required (?:if|when|for|only)/i.test(row);
    const text_ = changeLine(text, span.start.line, () => undefined);
    const what = {
      text: text_,
      rules: ["request/header-missing"],
      line: target.start.line,
      what: `no ${name}`,
    };
    return [{ ...what, ...(conditional ? { unknowable: "required on a condition" } : {}) }];
  });
}

function responseHeaders({ text, example }: ValidExample): Defect[] {
  const { headers = [], startLine } = example.response?.message ?? {};
  const promise = section(text, "Response");
  return headers.flatMap(({ name, span }): Defect[] => {
    if (!startLine || !/^(?:location|operation-location|etag|retry-after)$/i.test(name)) return [];
    if (!new RegExp(`\\b${name}\\b[\`*_]* (?:response )?header`, "i").test(promise)) return [];
    const text_ = changeLine(text, span.start.line, () => undefined);
    return [{ text: text_, rules: ["http/header-missing"], line: startLine.start.line, what: `no ${name}` }];
  });
}

function changeLine(text: string, line: number, change: (written: string) => string | undefined): string {
  const lines = text.split("\n");
  const changed = change(lines[line - 1] ?? "");
  lines.splice(line - 1, 1, ...(changed === undefined ? [] : [changed]));
  return lines.join("\n");
}
