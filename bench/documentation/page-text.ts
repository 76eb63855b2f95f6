/** A Markdown page of documentation. */
export interface PageText {
  readonly file: string;
  readonly text: string;
}

/** A documented request with its documented response. */
export interface ShownExample {
  readonly name: string;
  readonly method: string;
  /** Below the version: `/depots/1`. */
  readonly target: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
  /** The annotation's type. */
  readonly type?: string;
  readonly collection?: boolean;
}

export interface OperationPage {
  readonly file: string;
  readonly title: string;
  readonly namespace: string;
  readonly request: string;
  /** `200 OK` and the rest of the sentence that promises a body. */
  readonly response: string;
  readonly permission: string;
  readonly queryOptions?: readonly string[];
  /** Rows of the table below the heading. */
  readonly parameters?: {
    readonly heading: string;
    readonly intro: string;
    readonly rows: readonly string[];
  };
  readonly example?: ShownExample;
}

const table = (names: string, rows: readonly string[]): string =>
  [`|${names}|`, names.replaceAll(/[^|]+/g, ":---").replace(/.*/, "|$&|"), ...rows].join("\n");

/** An API page as Graph's authors write it. */
export function operationPage(page: OperationPage): PageText {
  const { parameters, queryOptions = [], example } = page;
  const writes = /^(?:POST|PATCH) /.test(page.request);
  const blocks = [
    `---\ntitle: "${page.title}"\ndoc_type: apiPageType\n---`,
    `# ${page.title}`,
    `Namespace: ${page.namespace}`,
    "## Permissions",
    table("Permission type|Least privileged permissions|Higher privileged permissions", [
      `|Delegated (work or school account)|${page.permission}|Not available.|`,
      "|Delegated (personal Microsoft account)|Not supported.|Not supported.|",
      `|Application|${page.permission}|Not available.|`,
    ]),
    "## HTTP request",
    `<!-- { "blockType": "ignored" } -->\n\`\`\` http\n${page.request}\n\`\`\``,
    ...(parameters?.heading === "Function parameters"
      ? ["## Function parameters", table("Parameter|Type|Description", parameters.rows)]
      : []),
    ...(queryOptions.length > 0
      ? [
          "## Optional query parameters",
          `This method supports the ${queryOptions.map((option) => `\`${option}\``).join(", ")} OData query parameters.`,
        ]
      : []),
    "## Request headers",
    table("Name|Description", [
      "|Authorization|Bearer {token}. Required.|",
      ...(writes ? ["|Content-Type|application/json. Required.|"] : []),
    ]),
    "## Request body",
    ...(parameters?.heading === "Request body"
      ? [parameters.intro, table("Property|Type|Description", parameters.rows)]
      : ["Don't supply a request body for this method."]),
    "## Response",
    `If successful, this method returns a ${page.response}`,
    ...(example ? ["## Examples", "### Request", request(example), "### Response", response(example)] : []),
  ];
  return { file: page.file, text: `${blocks.join("\n\n")}\n` };
}

export interface TypePage {
  readonly file: string;
  readonly name: string;
  readonly namespace: string;
  readonly base?: string;
  readonly abstract?: boolean;
  readonly rows: readonly string[];
  readonly relationships?: readonly string[];
  readonly shown: Readonly<Record<string, unknown>>;
}

/** A resource page as Graph's authors write it. */
export function typePage(page: TypePage): PageText {
  const qualified = `${page.namespace}.${page.name}`;
  const annotation = {
    blockType: "resource",
    ...("id" in page.shown ? { keyProperty: "id" } : {}),
    ...(page.abstract ? { abstract: true } : {}),
    "@odata.type": qualified,
    ...(page.base ? { baseType: page.base } : {}),
  };
  const blocks = [
    `---\ntitle: "${page.name} resource type"\ndoc_type: resourcePageType\n---`,
    `# ${page.name} resource type`,
    `Namespace: ${page.namespace}`,
    ...(page.base ? [`Inherits from [entity](entity.md).`] : []),
    "## Properties",
    table("Property|Type|Description", page.rows),
    ...(page.relationships
      ? ["## Relationships", table("Relationship|Type|Description", page.relationships)]
      : []),
    "## JSON representation",
    fence(annotation, "json", json({ "@odata.type": `#${qualified}`, ...page.shown })),
  ];
  return { file: page.file, text: `${blocks.join("\n\n")}\n` };
}

function request({ name, method, target, body }: ShownExample): string {
  const head = `${method} https://graph.microsoft.com/v1.0${target}`;
  const text = body === undefined ? head : `${head}\nContent-Type: application/json\n\n${json(body)}`;
  return fence({ blockType: "request", name }, "http", text);
}

function response({ status, answer, type, collection }: ShownExample): string {
  const reason = { 200: "OK", 201: "Created", 204: "No Content" }[status] ?? "OK";
  const head = `HTTP/1.1 ${status} ${reason}`;
  const text = answer === undefined ? head : `${head}\nContent-Type: application/json\n\n${json(answer)}`;
  const annotation = {
    blockType: "response",
    ...(type ? { "@odata.type": type } : {}),
    ...(collection ? { isCollection: true } : {}),
  };
  return fence(annotation, "http", text);
}

const fence = (annotation: unknown, language: string, text: string): string =>
  `<!-- ${json(annotation)} -->\n\`\`\` ${language}\n${text}\n\`\`\``;

const json = (value: unknown): string => JSON.stringify(value, null, 2);
