import type { Edit } from "../../support/marina.ts";
import type { RulePair } from "./rule-pairs.ts";

const boat = "resources/boat.md";
const sailor = "resources/sailor.md";
const plate = "resources/plate.md";
const enums = "resources/enums.md";
const get = "api/boat-get.md";
const refit = "api/boat-refit.md";

const draught = "|draught|Int32|In centimetres.|";
const tags = "|tags|String collection|Words.|";
/** A sentence of no consequence in a row. */
const reworded: Edit = [boat, draught, "|draught|Int32|How deep it lies, in centimetres.|"];
/** What an example shows of a boat. */
const shown = (json: string): Edit => [get, '"berth": "7"', `"berth": "7", ${json}`];
const inherited = '"blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.sailor"';
const from = (base: string) => `${inherited}, "baseType": "microsoft.graph.${base}"`;
const page = (name: string, rows: string, annotation = "") =>
  `# ${name} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows}\n\n## JSON representation\n\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${name}"${annotation} } -->\n\`\`\`json\n{ }\n\`\`\`\n`;
const mooring = "|rope|String|Its rope.|\n|depth|Int32|Its depth.|";
/** A type that derives from the vessel, as the sailor may from both. */
const craft: Edit = ["resources/craft.md", "", page("craft", "", ', "baseType": "microsoft.graph.vessel"')];

/** Pairs of what types are, and of what the examples show of their properties. */
export const rulePairsOfTypes: readonly RulePair[] = [
  {
    rule: "type/respelt",
    mirror: "type/respelt",
    given: [["resources/mooring.md", "", page("mooringRing", mooring)]],
    edits: [["resources/mooring.md", "", page("mooringring", mooring)]],
    twin: [["resources/mooring.md", "", page("mooringRings", mooring)]],
  },
  {
    rule: "type/renamed",
    mirror: "type/renamed",
    given: [["resources/mooring.md", "", page("mooringRing", mooring)]],
    edits: [["resources/mooring.md", "", page("mooringRings", mooring)]],
    twin: [["resources/mooring.md", "", page("mooringRings", "|chain|String|Its chain.|")]],
  },
  {
    rule: "abstract/added",
    mirror: "abstract/removed",
    edits: [[sailor, inherited, `${inherited}, "abstract": true`]],
    twin: [[sailor, inherited, `${inherited}, "abstract": false`]],
  },
  {
    rule: "base/stated",
    mirror: "base/unstated",
    edits: [[sailor, inherited, from("person")]],
    twin: [[sailor, "|Key.|", "|Key of who sails.|"]],
  },
  {
    rule: "base/inserted",
    mirror: "base/skipped",
    given: [craft, [sailor, inherited, from("vessel")]],
    edits: [[sailor, "microsoft.graph.vessel", "microsoft.graph.craft"]],
    twin: [[sailor, "microsoft.graph.vessel", "microsoft.graph.person"]],
  },
  {
    rule: "base/changed",
    mirror: "base/changed",
    given: [[sailor, inherited, from("person")]],
    edits: [[sailor, "microsoft.graph.person", "microsoft.graph.resident"]],
    twin: [[sailor, "|Key.|", "|Key of who sails.|"]],
  },
  {
    rule: "property/row-added",
    mirror: "property/removed",
    given: [shown('"beam": 4')],
    edits: [[boat, draught, `${draught}\n|beam|Int32|Its width.|`]],
    twin: [[boat, draught, `${draught}\n|beams|Int32|Its width.|`]],
  },
  {
    rule: "relationship/row-added",
    mirror: "relationship/removed",
    given: [shown('"owner": { "id": "1" }')],
    edits: [[boat, "|crew|", "|owner|[sailor](sailor.md)|Whose it is.|\n|crew|"]],
    twin: [[boat, "|crew|", "|holder|[sailor](sailor.md)|Whose it is.|\n|crew|"]],
  },
  {
    rule: "property/type-mended",
    mirror: "property/type-changed",
    given: [shown('"draught": true')],
    edits: [[boat, draught, "|draught|Boolean|In centimetres.|"]],
    twin: [[boat, draught, "|draught|String|In centimetres.|"]],
  },
  {
    rule: "property/collection-mended",
    mirror: "property/single",
    given: [shown('"draught": [1]')],
    edits: [[boat, draught, "|draught|Int32 collection|In centimetres.|"]],
    twin: [[boat, "|rank|Int32|", "|rank|Int32 collection|"]],
  },
  {
    rule: "property/single-mended",
    mirror: "property/collection",
    given: [shown('"tags": "red"')],
    edits: [[boat, tags, "|tags|String|Words.|"]],
    twin: [reworded],
  },
  {
    rule: "parameter/type-mended",
    mirror: "parameter/type-changed",
    given: [shown('"draught": true'), [refit, "|comment|", "|draught|Int32|In it. Optional.|\n|comment|"]],
    edits: [
      [boat, draught, "|draught|Boolean|In centimetres.|"],
      [refit, "|draught|Int32|", "|draught|Boolean|"],
    ],
    twin: [[refit, "|draught|Int32|", "|draught|Boolean|"]],
    beside: { there: "property/type-mended", back: "property/type-changed" },
  },
  {
    rule: "parameter/collection-mended",
    mirror: "parameter/single",
    given: [shown('"draught": [1]'), [refit, "|comment|", "|draught|Int32|In it. Optional.|\n|comment|"]],
    edits: [
      [boat, draught, "|draught|Int32 collection|In centimetres.|"],
      [refit, "|draught|Int32|", "|draught|Int32 collection|"],
    ],
    twin: [[refit, "|draught|Int32|", "|draught|Int32 collection|"]],
    beside: { there: "property/collection-mended", back: "property/single" },
  },
  {
    rule: "parameter/single-mended",
    mirror: "parameter/collection",
    given: [shown('"tags": "red"'), [refit, "|comment|", "|tags|String collection|Optional.|\n|comment|"]],
    edits: [
      [boat, tags, "|tags|String|Words.|"],
      [refit, "|tags|String collection|", "|tags|String|"],
    ],
    twin: [[refit, "|tags|String collection|", "|tags|String|"]],
    beside: { there: "property/single-mended", back: "property/collection" },
  },
  {
    rule: "relationship/from-property",
    mirror: "relationship/to-property",
    given: [[boat, draught, `${draught}\n|owner|[sailor](sailor.md)|Whose it is.|`]],
    edits: [
      [boat, "|owner|[sailor](sailor.md)|Whose it is.|\n", ""],
      [boat, "|crew|", "|owner|[sailor](sailor.md)|Whose it is.|\n|crew|"],
    ],
    twin: [[boat, "Whose it is.", "Who has it."]],
  },
  {
    rule: "flags/added",
    mirror: "flags/removed",
    given: [
      [boat, "|rank|Int32|A number from 1 to 9.|", "|rank|String|Possible values are: `high`, `low`.|"],
    ],
    edits: [[boat, "`high`, `low`.", "`high`, `low`. A comma-separated list."]],
    twin: [[boat, "`high`, `low`.", "`high`, `low`. One of them."]],
  },
  {
    rule: "members/unstated",
    mirror: "members/stated",
    edits: [[boat, "Its paint. Possible values are: `red`, `white`.", "Its paint."]],
    twin: [
      [plate, "What is written.", "What is written on it."],
      [enums, "# Enum values", "# Values"],
    ],
  },
];
