import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

/** The names that a page lists as derived from its type. */
function derived(intro: string, more = ""): string {
  const text = `# lamp resource type\n\nNamespace: microsoft.graph\n\n${intro}\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n\n${more}`;
  const page = readPage(text, { file: "v1.0/resources/lamp.md", version: "v1.0" });
  return page.types.flatMap(({ derived: types = [] }) => types.map(({ name }) => name)).join(" ");
}

const [a, b] = ["[deskLamp](desklamp.md)", "[wallLamp](walllamp.md)"];

describe("the types that derive from a type", () => {
  it.each([
    `This is the base type for richer lamp types such as ${a} and ${b}.`,
    `Represents a base type for ${a} and ${b} entity types.`,
    `A lamp. **lamp** is the base type of ${a} and **${b}**. It has a bulb.`,
    `This is a base class; the derived types are ${a}, and ${b}.`,
    `It is an abstract type that is inherited by ${a} and ${b}.`,
    `A lamp. The ${a} and\n${b} types inherit from this type.`,
    `**lamp** is the base resource for the following derived types of lamps:\n\n* One for the desk (${a} resource)\n* One, ${b}`,
    `Represents a base class for lamps. Supported derived types:\n\n- ${a} is one, see [bulb](bulb.md).\n\n- ${b} is another.`,
    `Derived types include:\n- ${a} for the desk\n- ${b}`,
    `The following types are derived from this resource type:\n- ${a}\n- ${b}`,
    `A lamp. The ${a} and ${b} types are derived from this type.`,
    `This resource is inherited by the following resource types:\n\n- ${a}\n- ${b}`,
  ])("are read from %j", (intro) => {
    expect(derived(intro)).toBe("deskLamp wallLamp");
  });

  it("are read below a heading of their own, as a list or a table", () => {
    expect(derived("A lamp.", `### Derived types\n\n* ${a}\n* ${b}`)).toBe("deskLamp wallLamp");
    const table = `## Derived types\n\n|Type|Description|\n|:-|:-|\n|${a}|For the desk, see [desk](desk.md).|\n|${b}|Another.|`;
    expect(derived("A lamp.", table)).toBe("deskLamp wallLamp");
  });

  it.each([
    `Represents a base class for lights in the ${a} of a ${b}.`,
    `See the methods of the derived type ${a} for those that are supported.`,
    `This is the base type for OneNote entities. See ${a}.`,
    `Inherits from ${a}.`,
    `A lamp, as ${a} and ${b} are.`,
    `The ${a} inherits from ${b}.`,
  ])("are not read from %j", (intro) => {
    expect(derived(intro)).toBe("");
  });
});
