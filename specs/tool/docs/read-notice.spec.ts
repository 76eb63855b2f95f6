import { describe, expect, it } from "vitest";
import { readNotice } from "../../../src/docs/declarations/read-notice.ts";

const said = (description: string, name = "owner") => readNotice(name, description, "property");

describe("a description that announces the end of its property", () => {
  it.each([
    "Who has it. Deprecated. Use **holder** instead.",
    "\\[Deprecated\\] Has no effect.",
    "(Deprecated) Who has it.",
    "Who has it. Deprecated -- use `holder` instead.",
    "Who has it - to be deprecated",
    "Deprecated: use **holder** instead.",
    "**This property is deprecated.**",
    "Who has it. The **owner** property is deprecated. Going forward, use the **holder** property.",
    "Who has it. The **owner** has been deprecated.",
    "This is deprecated. Please use holder instead.",
    "This property is in the process of being deprecated.",
    "This property will be deprecated in July 2019 and will be replaced by property holder.",
    "This property's effect equals the default and is deprecated.",
    "Note: the name of this property is misleading; the property is obsolete, use holder instead.",
  ])("is read: %s", (description) => {
    expect(said(description)).toEqual({});
  });

  it.each([
    ["This property is deprecated and will stop returning data on **October 15, 2027**.", "2027-10-15"],
    ["The owner property is deprecated and will be removed in April 2028. Use holder.", "2028-04"],
    [
      "**Deprecated.** Use **holder**. This property will be removed from this resource on 2026-10-01.",
      "2026-10-01",
    ],
    ["This property is deprecated and will no longer be supported effective 31 August 2026.", "2026-08-31"],
    ["This property is deprecated and will stop returning data after November, 2027.", "2027-11"],
    [
      "Who has it. Starting from January 31, 2023, owner property will no longer be supported and will be marked as deprecated.",
      "2023-01-31",
    ],
    ["As of 2026-10-01 this property will no longer be supported.", "2026-10-01"],
  ])("is read with its date: %s", (description, removal) => {
    expect(said(description)).toEqual({ removal });
  });

  it("has no date that is another one", () => {
    expect(said("Deprecated. It was added in May 2020. Use holder since June 2021.")).toEqual({});
  });
});

describe("a description that speaks of something else that ends", () => {
  it.each([
    "Flag to tell whether a control is deprecated.",
    "The state. Possible values are: `available`, `deprecated`.",
    "The transition is from **Available** to **Deprecated**.",
    "This property indicates whether the app is deprecated.",
    "Who has it. The **keeper** property is deprecated; use this one.",
    "The date when the device will be removed.",
    "When all deprecated versions are gone.",
    "This property has the day on which the setting was deprecated.",
    "Deprecated extensions are left out.",
    "From May 2020 the **keeper** property will no longer be supported.",
    "The state. Possible values are: `ready`, `old` (deprecated).",
    "The state.<br>Ready - in use<br>Deprecated - not in use",
    "The state.<br>Ready: in use<br>Deprecated: not in use",
  ])("is left alone: %s", (description) => {
    expect(said(description)).toBeUndefined();
  });
});
