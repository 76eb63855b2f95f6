import { type Family, familyOf } from "../documentation/family.ts";
import { familyOperations } from "../documentation/family-operations.ts";
import type { OperationPage, ShownExample } from "../documentation/page-text.ts";

/** An operation of a family with its example, as its page documents it. */
export interface GeneratedOperation {
  readonly family: Family;
  readonly page: OperationPage & { readonly example: ShownExample };
}

const perFamily = 25;

/** As many operations as asked, a multiple of 25. In each family three examples have a fault that is planted. */
export function generatedOperations(count: number): readonly GeneratedOperation[] {
  return Array.from({ length: count / perFamily }, (_, number) => familyOf(number)).flatMap((family) =>
    familyOperations(family).map((page) => ({
      family,
      page: { ...page, example: withFault(page.example) },
    })),
  );
}

/** What is planted, by the name of the example: a kind that each of the tools is for. */
export const faults: Readonly<Record<string, (answer: Readonly<Record<string, unknown>>) => unknown>> = {
  get_depot: (answer) => ({ ...answer, memberCount: "many" }),
  get_shipment: (answer) => ({ ...answer, stage: "drafted" }),
  get_parcel: ({ isActive, ...answer }) => ({ ...answer, isActiv: isActive }),
};

function withFault(example: ShownExample): ShownExample {
  const fault = faults[example.name];
  return fault ? { ...example, answer: fault({ ...Object(example.answer) }) } : example;
}
