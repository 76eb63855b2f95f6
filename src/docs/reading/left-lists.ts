import { spanAt } from "../../base/span.ts";
import type { Page, PropertyDeclaration } from "../page.ts";
import type { Left } from "./page-reading.ts";

/** The descriptions that announce the members of an enum, and whose list could not be read. */
export function leftLists({ types, operation }: Omit<Page, "reading">): Left {
  const declared: readonly PropertyDeclaration[] = [
    ...types.flatMap((type) => [...type.properties, ...type.relationships]),
    ...(operation?.parameters ?? []),
  ];
  const lists = declared.filter(({ facts }) => facts.members || facts.unreadMembers);
  const left = lists.flatMap(({ name, facts, location }) =>
    facts.unreadMembers
      ? {
          part: "list" as const,
          left: "list-unread" as const,
          span: spanAt(location, name.length),
          text: name,
        }
      : [],
  );
  return { of: lists.length, left };
}
