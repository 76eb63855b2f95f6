import { describe, expect, it } from "vitest";
import { html, trustedHtml } from "../../../src/report/html/escape.ts";
import { Url } from "../../../src/report/html/url.ts";

describe("the html tag", () => {
  it("escapes every text and number, in content and in attributes", () => {
    expect(html`<p title="${`"'<>&`}">${"<b>"}${1}</p>`.toString()).toBe(
      '<p title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;1</p>',
    );
  });

  it("keeps markup that it made itself, and joins lists", () => {
    const items = ["a", "<"].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>`.toString()).toBe("<ul><li>a</li><li>&lt;</li></ul>");
  });

  it("escapes a text that looks like markup it made", () => {
    expect(html`${html`<b></b>`.toString()}`.toString()).toBe("&lt;b&gt;&lt;/b&gt;");
  });

  it("leaves out undefined and false, but not an empty text or zero", () => {
    expect(html`[${undefined}${false}${""}${0}]`.toString()).toBe("[0]");
  });

  it("shows control characters and lone surrogates instead of passing them on", () => {
    expect(html`${"a\u0000b\u202ec\uD800d"}`.toString()).toBe("a\\u0000b\\u202ec\ufffdd");
    expect(html`${"line\n\tnext 😀"}`.toString()).toBe("line\n\tnext 😀");
  });

  it("refuses an attribute without quotes", () => {
    expect(() => html`<p class=${"a"}>`).toThrow("without quotes");
    expect(() => html`<p class="${"a"}">`).not.toThrow();
  });

  it("refuses a link to anything but a Url", () => {
    expect(() => html`<a href="${"javascript:alert(1)"}">`).toThrow("no Url");
    expect(() => html`<img src="${"x"}">`).toThrow("no Url");
    expect(() => html`<a href="${trustedHtml("#x")}">`).toThrow("no Url");
    expect(html`<a href="${Url.anchor("x")}">`.toString()).toBe('<a href="#x">');
  });
});

describe("a Url", () => {
  it("leads to an anchor of the document", () => {
    expect(Url.anchor('rule-body/type"').href).toBe("#rule-body%2Ftype%22");
  });

  it("leads to a file by a relative path, whatever its name", () => {
    expect(Url.file("../../docs/a b.md", 43).href).toBe("../../docs/a%20b.md#L43");
    expect(Url.file("javascript:alert(1)", 1).href).toBe("javascript%3Aalert(1)#L1");
    expect(Url.file("//evil.example/a.md", 1).href).toBe("/evil.example/a.md#L1");
    expect(Url.file("a?b#c%'.md", 1).href).toBe("a%3Fb%23c%25%27.md#L1");
    expect(Url.file("a\\b.md", 1).href).toBe("a%5Cb.md#L1");
  });

  it("leads to the web over http and https, and nowhere else", () => {
    expect(Url.web("https://example.com/a?b=1#c")?.href).toBe("https://example.com/a?b=1#c");
    expect(Url.web("javascript:alert(1)")).toBeUndefined();
    expect(Url.web(" \u0001javascript:alert(1)")).toBeUndefined();
    expect(Url.web("data:text/html,x")).toBeUndefined();
    expect(Url.web("not an address")).toBeUndefined();
  });
});
