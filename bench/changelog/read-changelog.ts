import { bare } from "../repairs/year.ts";

export type Kind =
  | "property"
  | "relationship"
  | "method"
  | "enum member"
  | "permission"
  | "parameter"
  | "enum type"
  | "type"
  | "announced change"
  /** A name of a type that the entry gives no kind: a property or a method. */
  | "property or method"
  /** Notifications, clouds, policies: of nothing that a reference page declares. */
  | "something else";

/** One thing that an entry announces. */
export interface Claim {
  readonly kind: Kind;
  /** What came: `topic`, `Tasks.Read`, the page of a method (`chat-list-members`). */
  readonly name: string;
  /** Types, or pages of methods, at which it came; each as its page is named, or as the entry writes it. */
  readonly owners: readonly string[];
  readonly date: string;
  readonly description: string;
}

interface Entry {
  readonly CreatedDateTime: string;
  readonly Version: string;
  readonly ChangeList: readonly {
    readonly ApiChange: string;
    readonly ChangedApiName: string | null;
    readonly ChangeType: string;
    readonly Description: string | null;
    readonly Target: string | null;
  }[];
}

/** What is quoted in a description: in bold, as code, or as a link with the page it leads to. */
interface Quoted {
  readonly text: string;
  readonly at: number;
  readonly page?: string;
}

/** The claims of the entries of v1.0 that are dated from one month to another (`2020-07`), both included. */
export function readChangelog(text: string, from: string, to: string): Claim[] {
  const { changelog } = JSON.parse(text) as { readonly changelog: readonly Entry[] };
  return changelog
    .map((entry) => ({ entry, date: entry.CreatedDateTime.slice(0, 10) }))
    .filter(({ entry, date }) => entry.Version === "v1.0" && date >= from && date.slice(0, 7) <= to)
    .flatMap(({ entry, date }) =>
      entry.ChangeList.flatMap((change) => {
        const description = (change.Description ?? "").replace(/\s+/g, " ").trim();
        const kind = kindOf(change.ApiChange, change.ChangeType, description);
        return namesAt(kind, description, listed(change.ChangedApiName), listed(change.Target)).map(
          (named): Claim => ({ kind, ...named, date, description }),
        );
      }),
    );
}

function kindOf(apiChange: string, changeType: string, description: string): Kind {
  if (changeType.toLowerCase() === "change") return "announced change";
  const said = apiChange.toLowerCase().replace(/\s/g, "");
  if (/^propert(?:y|ies)$/.test(said)) return "property";
  if (/^relationships?$/.test(said)) return "relationship";
  if (/^permissions?$/.test(said)) return "permission";
  if (/^parameters?$/.test(said) || /query parameter/.test(description)) return "parameter";
  if (/^(?:methods?|actions?|functions?)$/.test(said)) return "method";
  if (/^members?$/.test(said)) return "enum member";
  if (/^enumtypes?$/.test(said)) return "enum type";
  return kindInProse(description);
}

/** An entry about a resource says in its sentence alone what came: the resource, or something of it. */
function kindInProse(description: string): Kind {
  if (/notifications|US Government|resource-specific|Removed|\*\* resource to/.test(description))
    return "something else";
  if (/enum types/.test(description)) return "enum type";
  if (/resource(?: type)? and associated methods/.test(description)) return "type";
  if (/(?:new|the) (?:resource|entities|entity types|complex types)\b/.test(description)) return "type";
  if (/\b[A-Z]\w+\.[A-Z]\w+/.test(description) && /permissions?\b/.test(description)) return "permission";
  if (/new value/.test(description)) return "enum member";
  if (/relationship|navigation/.test(description)) return "relationship";
  if (/propert(?:y|ies) to|field/.test(description)) return "property";
  if (/\b(?:methods? to|operations?|API to|capability (?:to|for)|support for)\b/.test(description))
    return "method";
  if (/\*\*\w+\*\*/.test(description)) return "property or method";
  return /\/resources\//.test(description) ? "type" : "something else";
}

function namesAt(
  kind: Kind,
  description: string,
  changed: readonly string[],
  targets: readonly string[],
): Pick<Claim, "name" | "owners">[] {
  const quoted = quotedIn(description);
  const toTypes = quoted.filter(({ page }) => page?.startsWith("resources/"));
  const toMethods = quoted.filter(({ page }) => page?.startsWith("api/"));
  const cut = endOfNames(description);
  const ownersBehind = namesOf(toTypes.filter(({ at }) => at > cut));
  const owners = ownersBehind.length > 0 ? ownersBehind : (groupIn(description) ?? targets);
  switch (kind) {
    case "something else":
      return [{ name: changed.join(", "), owners: targets }];
    case "type":
      return [...new Set(toTypes.length > 0 ? namesOf(toTypes).slice(0, changed.length) : changed)].map(
        (name) => ({
          name,
          owners: [],
        }),
      );
    case "enum type": {
      const names = quoted.map(({ text }) => text);
      return names.map((name) => ({ name, owners: [] }));
    }
    case "method":
      if (toMethods.length > 0) {
        const all = toTypes.length > 0 ? namesOf(toTypes) : owners;
        return namesOf(toMethods).map((name) => ({ name, owners: all }));
      }
      break;
    case "permission": {
      const isNamed = (text: string): boolean => /^\w+\.\w+/.test(text);
      const listedNames = changed.filter(isNamed);
      const names = listedNames.length > 0 ? listedNames : quoted.map(({ text }) => text).filter(isNamed);
      const at = namesOf(toMethods.length > 0 ? toMethods : toTypes);
      const all = at.length > 0 ? at : targets.filter((target) => !target.includes("."));
      return names.map((name) => ({ name, owners: all }));
    }
    case "parameter": {
      const [method] = toMethods;
      return quoted
        .filter(({ page, at }) => !page && method && at < method.at)
        .flatMap(({ text }) => namesOf(toMethods).map((page) => ({ name: text, owners: [page] })));
    }
    case "enum member": {
      const [name, owner] = quoted.map(({ text }) => text);
      return [{ name: name ?? "", owners: [owner ?? ""] }];
    }
    case "announced change":
      if (toMethods.length > 0) return namesOf(toMethods).map((name) => ({ name, owners }));
  }
  const names = /following/.test(description)
    ? quoted.filter(({ page }) => !page).map(({ text }) => text)
    : inFront(quoted, cut, changed, description).filter((name) => !owners.includes(name));
  return names.flatMap((name) => owners.map((owner) => ({ name, owners: [owner] })));
}

/** Where the sentence has named what came, and goes on to where it came. */
function endOfNames(description: string): number {
  const end =
    /\b(?:propert(?:y|ies)|relationship|navigation|field|methods?|API)\b(?!\])|\b(?:for|to|on|in) then? ?/;
  const words = description.replace(/\]\([^)]*\)/g, (link) => "]".padEnd(link.length));
  return end.exec(words)?.index ?? description.length;
}

/** The names in front: those that the entry lists, else those in bold, else links, else the bare word. */
function inFront(
  quoted: readonly Quoted[],
  cut: number,
  changed: readonly string[],
  description: string,
): string[] {
  const before = quoted.filter(({ at }) => at < cut);
  const known = before.filter(({ text, page }) => !page && changed.includes(text));
  const bold = before.filter(({ page }) => !page);
  for (const some of [known, bold, before])
    if (some.length > 0) return some.map(({ text, page }) => (page && /\W/.test(text) ? last(page) : text));
  const [, word] = /(\w+) (?:property|method|operation)\b/.exec(description) ?? [];
  return word ? [word] : [];
}

/** `to the groups resource type` links no page. */
function groupIn(description: string): string[] | undefined {
  const [, name] = /\bto the (\w+) resource/.exec(description) ?? [];
  return name ? [name] : undefined;
}

function quotedIn(description: string): Quoted[] {
  return [...description.matchAll(/\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)]*)\)/g)].map(
    ({ index, 1: bold, 2: code, 3: label, 4: url }) => {
      const page = url === undefined ? undefined : pageOf(url);
      return { text: bare(bold ?? code ?? "") || (label ?? ""), at: index, ...(page ? { page } : {}) };
    },
  );
}

/** `.../resources/chat?view=graph-rest-1.0` is `resources/chat`; what is no page of the reference is nothing. */
function pageOf(url: string): string | undefined {
  const [, path = ""] = /\/graph\/api\/([^?]*)/.exec(url) ?? [];
  const name = last(path)
    .replace(/\.md$|view=.*/g, "")
    .toLowerCase();
  if (name === "") return "elsewhere/";
  return path.startsWith("resources/") && !/-(?:list-|getorder|setorder|upload)/.test(name)
    ? `resources/${name}`
    : `api/${name}`;
}

function namesOf(links: readonly Quoted[]): string[] {
  return [...new Set(links.map(({ page = "" }) => last(page)))];
}

function last(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function listed(names: string | null): string[] {
  return (names ?? "")
    .split(/[,|]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
