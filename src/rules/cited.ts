import { spanAt, spanOfText } from "../base/span.ts";
import type { Property, ResponseContract, TypeContract } from "../contract/contract.ts";
import type { QueryOptions, RequestTemplate } from "../docs/page.ts";
import type { Cited } from "./assertion.ts";

/** A type with very many properties is told by the first of them. */
const longest = 300;

/** The row of a table that declares a property; undefined where only a JSON representation shows it. */
export function citedRow(property: Pick<Property, "row" | "location"> | undefined): Cited | undefined {
  if (property?.row === undefined) return undefined;
  return { span: spanOfText(property.location, property.row), text: property.row };
}

/** The declaration of a type, with the names that its pages have for its properties. */
export function citedType({ name, properties, location }: TypeContract): Cited {
  const names = properties.map((property) => property.name).join(", ");
  return { span: spanAt(location), text: `${name}: ${names}`.slice(0, longest) };
}

/** The sentence that promises a response. */
export function citedResponse(response: ResponseContract | undefined): Cited | undefined {
  if (response?.sentence === undefined) return undefined;
  const { sentence, location } = response;
  return { span: spanOfText(location, sentence), text: sentence };
}

/** The line that documents a request. */
export function citedTemplate({ written, location }: RequestTemplate): Cited {
  return { span: spanAt(location, written.length), text: written };
}

/** What a page says of query options; undefined where it does not mention them. */
export function citedOptions(options: QueryOptions | undefined): Cited | undefined {
  if (!options?.location) return undefined;
  const text = options.kind === "listed" ? options.options.join(", ") : options.kind;
  return { span: spanAt(options.location), text };
}
