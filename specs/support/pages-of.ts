import { deriveContract } from "../../src/contract/derive/derive-contract.ts";
import { folderOf } from "../../src/docs/folder.ts";
import type { GraphVersion, Page } from "../../src/docs/page.ts";
import { readPage } from "../../src/docs/read-page.ts";
import { documentedExchanges } from "../../src/exchange/judge-documentation.ts";
import { exchangeContext, requestContext } from "../../src/rules/exchange-context.ts";
import type { ExchangeContext, Outcome, PageContext, Verdicts } from "../../src/rules/rule.ts";

export interface Pages {
  page(file: string): Page;
  /** What a page rule sees of a page. */
  context(file: string): PageContext;
  /** What an exchange rule sees of a page's example; the first, unless another is asked for. */
  example(file: string, index?: number): ExchangeContext;
}

/** A small documentation: the pages' Markdown by file. */
export function pagesOf(files: Readonly<Record<string, string>>, version: GraphVersion = "v1.0"): Pages {
  const folder = folderOf(Object.entries(files).map(([file, text]) => readPage(text, { file, version })));
  const contract = deriveContract(folder, version);
  const page = (file: string): Page => {
    const found = folder.page(file);
    if (!found) throw new Error(`there is no page ${file}`);
    return found;
  };
  return {
    page,
    context: (file) => ({ page: page(file), contract, folder }),
    example(file, index = 0) {
      const exchange = documentedExchanges(page(file))[index];
      if (!exchange?.response) throw new Error(`${file} has no example ${index} with a response`);
      return exchangeContext(requestContext(exchange, contract, page(file)), exchange.response);
    },
  };
}

/** Verdicts in short: `fail 12:3 /pointer message`. */
export function inShort(verdicts: Verdicts): string[] | "not-applicable" {
  return verdicts === "not-applicable" ? verdicts : verdicts.map(line);
}

function line({ status, span, pointer, message }: Outcome): string {
  return `${status} ${span.start.line}:${span.start.column} ${pointer === undefined ? "" : `${pointer} `}${message}`;
}
