/** A documented path template as OpenAPI writes it. */
export interface OpenApiPath {
  /** `/users/{id}/messages/{id2}` */
  readonly path: string;
  /** The parameters' names, in the order of the path. */
  readonly parameters: readonly string[];
  /** The same for all paths that OpenAPI takes for one: keys emptied, lower case. */
  readonly identity: string;
}

//          argument        opening      {id}, {{id}}                 <id>
const KEY = /(?:(\w+)=)?(['"]?)(?:\{+([^{}]*)\}+|<([^<>]*)>)(['"]?)/g;

// A value in the place of an argument: `width=640`, `on='reviewer'`.
const LITERAL_ARGUMENT = /(?<=[(,])(\w+)=(?:(')[^'{}]*'|[^'",(){}<>]+)(?=[,)])/g;

// An id in the place of a key: a GUID, a number, an address, a host, or what has too many digits for a word.
const LITERAL_KEY =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d+|[^@(){}]+@[^@(){}]+\.[^@(){}]+|(?:[\w-]+\.)+(?:com|net|org)|(?=[\w=-]{16,}$)(?:[^\d]*\d+[^\d]+){3}.*)$/i;

// A function whose page leaves out the last bracket: `range(address='{address}'`.
const UNCLOSED = /^[\w.]+\(\w+=[^()]*$/;

/**
 * Normalises a template: `/users/{id | userPrincipalName}/messages/{id}`, `/reports/get(period='<period>')`. The
 * parameters' names are unique in the path; an id or a value that a page shows in the place of one is one.
 */
export function openApiPath(template: string): OpenApiPath {
  const parameters: string[] = [];
  const plain = (template.split("?")[0] ?? "").replaceAll(/,\s+/g, ",").trim();
  const rooted = plain.startsWith("/") ? plain : `/${plain}`;
  const general = rooted
    .replaceAll(LITERAL_ARGUMENT, (_all, name: string, quote = "") => `${name}=${quote}{}${quote}`)
    .split("/")
    .map(mendedSegment)
    .join("/");
  const named = general.replaceAll(
    KEY,
    (_key, argument: string | undefined, open: string, braced = "", angled = "", close = "") => {
      const name = uniqueName(argument ?? parameterName(braced || angled), parameters);
      parameters.push(name);
      return `${argument === undefined ? "" : `${argument}=`}${open}{${name}}${close}`;
    },
  );
  return { path: named, parameters, identity: named.replaceAll(/\{[^{}]*\}/g, "{}").toLowerCase() };
}

/** What a page shows or slips into the place of a key or an argument: an id, `(team-id)`, a bracket that is not closed. */
function mendedSegment(segment: string): string {
  if (LITERAL_KEY.test(segment)) return "{id}";
  if (UNCLOSED.test(segment)) return `${segment})`;
  return segment.replace(/^\(([\w-]+)\)$/, "{$1}");
}

/** Of two ways to name a key the first: `{id | userPrincipalName}` is `id`. */
function parameterName(text: string): string {
  const first = (text.split("|")[0] ?? "").trim();
  return first.replaceAll(/[^\w.-]+/g, "-").replaceAll(/^-+|-+$/g, "") || "key";
}

/** A name that is not taken yet: `id`, `id2`. */
export function uniqueName(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count++) candidate = `${name}${count}`;
  return candidate;
}
