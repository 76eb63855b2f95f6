import { type Value, valuesIn } from "../../specs/support/body-values.ts";
import type { Body } from "../../src/http/body.ts";
import { type Declared, type DeclaredTypes, type Row, typeIn } from "./declared.ts";
import type { ValidExample } from "./valid-examples.ts";

/** A value of a body with what the pages say of it: whose it is, by which row, and what it is itself. */
export interface Site extends Value {
  readonly owner?: Declared;
  readonly row?: Row;
  readonly type?: Declared;
  /** How many objects it lies in, items of a list counted as one with their list. */
  readonly depth: number;
  readonly isItem: boolean;
}

export type Part = "request" | "response";

/** Every value of the body; none where the body is no JSON, or no JSON object. */
export function sitesOf(valid: ValidExample, part: Part, types: DeclaredTypes): Site[] {
  const { page, text, example } = valid;
  const message = example[part]?.message;
  const body: Body | undefined = message?.body;
  if (!body?.json || body.json.problems.length > 0) return [];
  const status = part === "response" ? (example.response?.message.status ?? 200) : 200;
  const isWhole = example.response?.annotation?.members.truncated !== true;
  const values = valuesIn(body, { file: page.file, page: text, isError: status >= 400, isWhole });
  if (!values || status >= 300 || values[0]?.node.type !== "object") return [];
  const root = rootOf(valid, part, types);
  const known = new Map<string, Site>();
  for (const value of values) known.set(value.pointer, siteOf(value));
  return [...known.values()];

  function siteOf(value: Value): Site {
    const { pointer, name, node, key } = value;
    const parent = known.get(pointer.slice(0, pointer.lastIndexOf("/")));
    const isItem = !key && pointer !== "";
    const own = (more: Partial<Site>): Site => ({ ...value, depth: 0, isItem, ...more });
    if (pointer === "") return own(root && !root.many ? { type: root.type } : {});
    if (pointer === "/value" && root?.many) return own({});
    if (isItem && parent?.pointer === "/value" && root?.many) return own(typed(root.type));
    const depth = (parent?.depth ?? 0) + (isItem ? 0 : 1);
    if (isItem)
      return own({ depth, ...typed(parent?.row ? types.find(typeIn(parent.row.cell).named) : undefined) });
    const owner = parent?.type;
    const row = owner?.rows.get(name);
    if (!owner) return own({ depth });
    if (!row) return own({ depth, owner });
    const { named, many } = typeIn(row.cell);
    return own({ depth, owner, row, ...(many || node.type !== "object" ? {} : typed(types.find(named))) });

    /** An object that says what it is of. */
    function typed(declared: Declared | undefined): Partial<Site> {
      const said = node.children?.find(({ children }) => children?.[0]?.value === "@odata.type")
        ?.children?.[1]?.value;
      const type = typeof said === "string" ? types.find(said) : declared;
      return type ? { type } : {};
    }
  }
}

/** What a body is: said by the annotation of the response, or by the one link of its section. */
function rootOf({ example, text }: ValidExample, part: Part, types: DeclaredTypes) {
  if (part === "request") {
    const linked = links(section(text, "Request body"));
    const type = linked.length === 1 && linked[0] ? types.find(linked[0]) : undefined;
    return type && /representation of/i.test(section(text, "Request body"))
      ? { type, many: false }
      : undefined;
  }
  const members = example.response?.annotation?.members ?? {};
  const said = members["@odata.type"];
  const body = example.response?.message.body?.json?.value;
  const many = typeof body === "object" && body !== null && "value" in body && Array.isArray(body.value);
  if (typeof said === "string") {
    const type = types.find(said.replace(/^Collection\((.*)\)$/i, "$1"));
    return type ? { type, many } : undefined;
  }
  const linked = links(section(text, "Response"));
  const type = linked.length === 1 && linked[0] ? types.find(linked[0]) : undefined;
  return type ? { type, many } : undefined;
}

/** The text under the first heading of that name. */
export function section(text: string, name: string): string {
  return new RegExp(`^#+ *${name}\\s*$([\\s\\S]*?)(?=^#)`, "im").exec(text)?.[1] ?? "";
}

function links(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\]\(\s*([^)\s]*resources\/[\w-]+\.md)/g)].map(([, file = ""]) => file)),
  ];
}
