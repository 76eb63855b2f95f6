import { BaseBearerTokenAuthenticationProvider } from "@microsoft/kiota-abstractions";
import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-directoryobjects";
import "@microsoft/msgraph-sdk-subscriptions";
import "@microsoft/msgraph-sdk-teams";
import "@microsoft/msgraph-sdk-users";
import { isObject } from "../../../src/base/is-object.ts";
import { type Answer, type Asked, type Caller, NotOffered } from "./teller.ts";

/**
 * Microsoft's TypeScript SDK, of one who has that token. It writes `/me` as the user of that id; what none of its
 * packages offers is not asked.
 */
export function typescriptSdk(origin: string, token: string, userId = "me"): Caller {
  const adapter = new GraphRequestAdapter(
    new BaseBearerTokenAuthenticationProvider({
      getAuthorizationToken: async () => token,
      getAllowedHostsValidator: () => ({ isUrlHostValid: () => true }) as never,
    }),
  );
  adapter.baseUrl = `${origin}/v1.0`;
  const client: unknown = createGraphServiceClient(adapter);
  const at = (path: string): unknown => {
    const steps = path.split("/").slice(1);
    return (steps[0] === "me" ? ["users", userId, ...steps.slice(1)] : steps).reduce(stepInto, client);
  };
  const send = async (path: string, method: string, ...inputs: readonly unknown[]): Promise<Answer> => {
    const builder = path.startsWith("http")
      ? call(
          memberOf(at(new URL(path).pathname.replace(/^\/v1\.0/, "").replace(/\(\)$/, "")), "withUrl"),
          path,
        )
      : at(path);
    return answerOf(await call(memberOf(builder, method), ...inputs));
  };
  return {
    get: (path, asked) => send(path, "get", configurationOf(asked)),
    post: (path, body, headers) => send(path, "post", modelOf(body), { headers }),
    patch: (path, body, headers) => send(path, "patch", modelOf(body), { headers }),
    put: (path, body, headers) => send(path, "put", modelOf(body), { headers }),
    delete: (path, headers) => send(path, "delete", { headers }),
  };
}

/** What the SDK names `by…Id` in a collection that is not called by the plural of it. */
const named: Readonly<Record<string, readonly string[]>> = {
  childFolders: ["byContactFolderId1", "byMailFolderId1"],
  directReports: ["byDirectoryObjectId"],
  lists: ["byTodoTaskListId"],
  masterCategories: ["byOutlookCategoryId"],
  memberOf: ["byDirectoryObjectId"],
  members: ["byConversationMemberId", "byDirectoryObjectId"],
  messages: ["byMessageId", "byChatMessageId"],
  overrides: ["byInferenceClassificationOverrideId"],
  replies: ["byChatMessageId1"],
  sections: ["byOnenoteSectionId"],
  tabs: ["byTeamsTabId"],
  tasks: ["byTodoTaskId"],
};

let collection = "";

function stepInto(builder: unknown, step: string): unknown {
  const name = step.startsWith("microsoft.graph.")
    ? `graph${capital(step.slice("microsoft.graph.".length))}`
    : step.replace(/^\$/, "");
  const known = offered(builder, name);
  if (known !== undefined) {
    collection = name;
    return known;
  }
  const names = named[collection] ?? [`by${capital(collection.replace(/s$/, ""))}Id`];
  const by = names.map((name) => offered(builder, name)).find((member) => member !== undefined);
  if (by === undefined) throw new NotOffered(`${collection}/${step}`);
  return call(by, step);
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Its builders throw for a name that they do not have. */
function offered(builder: unknown, name: string): unknown {
  try {
    return Reflect.get(Object(builder), name);
  } catch {
    return undefined;
  }
}

function memberOf(builder: unknown, name: string): unknown {
  const member = offered(builder, name);
  if (typeof member !== "function") throw new NotOffered(name);
  return member;
}

function call(member: unknown, ...inputs: readonly unknown[]): unknown {
  if (typeof member !== "function") throw new NotOffered("a call");
  return member(...inputs);
}

function configurationOf({ query = {}, headers = {} }: Asked = {}) {
  const lists = new Set(["select", "expand", "orderby"]);
  const options = Object.entries(query).map(([name, value]) => [
    name,
    lists.has(name) ? value.split(",") : name === "top" ? Number(value) : value,
  ]);
  return { queryParameters: Object.fromEntries(options), headers };
}

/** As its models have it: dates, and in `additionalData` what is no name of a member. */
function modelOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modelOf);
  if (!isObject(value)) return value;
  const members = Object.entries(value);
  const additional = members.filter(([name]) => name.includes("@") && !/^@odata\.(?:type|id)$/.test(name));
  const model = members.flatMap(([name, inner]): [string, unknown][] => {
    if (name === "@odata.type") return [["odataType", inner]];
    if (name === "@odata.id") return [["odataId", inner]];
    if (name.includes("@")) return [];
    return [
      [name, typeof inner === "string" && /[a-z]DateTime$/.test(name) ? new Date(inner) : modelOf(inner)],
    ];
  });
  return {
    ...Object.fromEntries(model),
    ...(additional.length === 0 ? {} : { additionalData: Object.fromEntries(additional) }),
  };
}

function answerOf(model: unknown): Answer {
  const plain = plainOf(model);
  return isObject(plain) ? plain : {};
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Date) return value.toISOString();
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (name === "additionalData") return isObject(inner) ? Object.entries(inner) : [];
      return [
        [name.replace(/^odata(?=[A-Z])/, "@odata.").replace(/^@odata\.([A-Z])/, lower), plainOf(inner)],
      ];
    }),
  );
}

function lower(text: string): string {
  return `${text.slice(0, -1)}${text.slice(-1).toLowerCase()}`;
}
