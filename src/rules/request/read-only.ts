import { isObject } from "../../base/is-object.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { judgingType } from "../../contract/validation/named-type.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import { defineRequestRule } from "../rule.ts";

/** Properties that the service alone sets. */
export const readOnly = defineRequestRule("request/read-only", {
  promise: "An example does not send what its page calls read-only.",
  weighs: { documented: "info" },
  judge({ exchange, contract, operation, page }) {
    const sent = exchange.request.body;
    const value = sent?.json?.value;
    const type = typeOfRef(contract, operation?.requestBody);
    if (!page || !operation || !sent || !isObject(value) || exchange.declared?.error) return "not-applicable";
    const own = type ? typeNamed(contract, judgingType(contract, type.name, value))?.properties : undefined;
    const rows = [...(own ?? []), ...operation.parameters];
    if (rows.length === 0) return "not-applicable";
    // What the page of the request lists is for sending; what is related may be created along with it.
    const listed = new Set(operation.parameters.filter((row) => !row.readOnly).map(({ name }) => name));
    const wrong = rows.filter(
      ({ name, readOnly: is }) => is && !listed.has(name) && Object.hasOwn(value, name),
    );
    return [...new Map(wrong.map((row) => [row.name, row])).values()].map((row) => {
      const pointer = stepInto("", row.name);
      return {
        status: "fail",
        message: `"${row.name}" is sent, which is read-only${citation(row.location)}`,
        span: locateInJson(sent.text, sent.location, pointer, "name"),
        pointer,
        promise: citedRow(row),
        cause: { id: `read-only ${row.name}` },
      };
    });
  },
});
