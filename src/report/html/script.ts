/**
 * Conveniences; the report is complete without them. A link opens the details around its target (browsers are only
 * beginning to do that themselves); findings are found by a query, which stands in the address; what a person takes
 * along can be copied; keys go from finding to finding.
 */
export const script = `
"use strict";
const byId = (id) => document.getElementById(id);
// What is no code of a character, such as 100%, is taken as it stands.
const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
// A finding that a link leads to may stand in another document by now: the search knows which.
const elsewhere = (id) => {
  if (!/^f-[0-9a-f]{12}(?:-\\d+)?$/.test(id)) return;
  const link = document.querySelector("a[data-search]");
  if (link) location.replace(link.href + "#" + id);
  else if (byId("all-findings") && !byId("systems")) {
    const row = JSON.parse(byId("all-findings").textContent).find(([href]) => href.endsWith("#" + id));
    if (row) location.replace(row[0]);
  }
};
const reveal = () => {
  const id = decoded(location.hash.slice(1));
  const target = id && byId(id);
  if (!target) return elsewhere(id);
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === "DETAILS") element.open = true;
  }
  target.scrollIntoView();
};

const columns = ["href", "status", "severity", "source", "version", "rule", "page", "operation", "message", "example", "pointer"];
const asked = new Set(["status", "severity", "source", "version", "rule", "page", "operation"]);
const mostShown = 200;
const data = byId("all-findings");
const query = byId("query");
let rows;
const read = () => rows ??= JSON.parse(data.textContent).map((row) => {
  const finding = Object.fromEntries(columns.map((name, index) => [name, row[index]]));
  return { finding, text: row.slice(1).join("\\n").toLowerCase() };
});
const pattern = (value) => new RegExp(
  "^" + value.split("*").map((part) => part.replace(/[.+?^$(){}|[\\]\\\\]/g, "\\\\$&")).join(".*") + "$", "is");
const testOf = (word) => {
  const negated = word.startsWith("!");
  const plain = negated ? word.slice(1) : word;
  const colon = plain.indexOf(":");
  const name = plain.slice(0, Math.max(colon, 0)).toLowerCase();
  const value = plain.slice(colon + 1);
  let test;
  if (asked.has(name) && value !== "") {
    const wanted = pattern(name === "page" ? "*" + value + "*" : value);
    test = ({ finding }) => wanted.test(finding[name]);
  } else if (/^(?:fail|known|waived)$/i.test(plain) && negated) {
    test = ({ finding }) => finding.status === plain.toLowerCase();
  } else test = ({ text }) => text.includes(plain.toLowerCase());
  return negated && plain !== "" ? (row) => !test(row) : test;
};
const element = (name, text, kind) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
};
const resultOf = ({ finding: { href, status, severity, source, rule, page, message } }) => {
  const item = element("li", undefined, "finding " + severity);
  const head = element("div", undefined, "head");
  head.append(element("span", status === "fail" ? severity : status + " " + severity, "badge " + (status === "fail" ? severity : "waived")));
  const body = element("div", undefined, "body");
  const link = element("a", message);
  link.href = href;
  const text = element("p", undefined, "text");
  text.append(link);
  body.append(element("p", rule, "ruleline rule"), text, element("p", page + ", " + source, "where"));
  item.append(head, body);
  return item;
};
const search = () => {
  // operation:"GET /users" is one word.
  const words = (query.value.match(/(?:"[^"]*"|[^\\s"]|"(?!.*"))+/g) ?? []).map((word) => word.replace(/"([^"]*)"/g, "$1"));
  const tests = words.map(testOf);
  const all = read();
  const found = words.length === 0 ? all : all.filter((row) => tests.every((test) => test(row)));
  const results = byId("results");
  results.replaceChildren(...(words.length === 0 && byId("systems") ? [] : found.slice(0, mostShown).map(resultOf)));
  results.hidden = results.childElementCount === 0;
  for (const list of document.querySelectorAll("[data-lists]")) list.hidden = words.length > 0;
  byId("nothing").hidden = found.length > 0;
  const count = found.length.toLocaleString("en");
  byId("found").textContent = words.length === 0 ? count + " findings" : count + " of " + all.length.toLocaleString("en") +
    (found.length > mostShown ? ", the first " + mostShown + " shown" : "");
};
const searchFromAddress = () => {
  const said = /^#q=(.*)$/s.exec(location.hash)?.[1];
  const wanted = said === undefined ? new URLSearchParams(location.search).get("q") : decoded(said);
  if (wanted === null || (said === undefined && location.hash !== "")) return;
  if (!query || !data) {
    // The search stands in another document.
    const link = document.querySelector("a[data-search]");
    if (link) location.replace(link.href + "#q=" + encodeURIComponent(wanted));
    return;
  }
  query.value = wanted;
  search();
  query.form.scrollIntoView();
};
if (query && data) {
  query.form.hidden = false;
  query.form.addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", () => {
    search();
    const wanted = query.value.trim();
    // Of a file only the fragment may be changed; it counts more than a query before it.
    const isAsked = wanted !== "" || new URLSearchParams(location.search).has("q");
    history.replaceState(null, "", location.pathname + location.search + (isAsked ? "#q=" + encodeURIComponent(wanted) : ""));
  });
  if (!byId("systems")) {
    search();
    // Who comes here wants to search.
    query.focus({ preventScroll: true });
  }
}

for (const buttons of document.querySelectorAll(".copy")) buttons.hidden = !navigator.clipboard;
addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const said = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy).then(() => { button.textContent = "Copied"; }, () => { button.textContent = "Not allowed"; });
  setTimeout(() => { button.textContent = said; }, 1500);
});

const step = (selector, forward) => {
  const all = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const at = all.indexOf(document.activeElement.closest(selector));
  const next = all[at === -1 ? (forward ? 0 : all.length - 1) : at + (forward ? 1 : -1)];
  if (!next) return;
  if (!next.matches("a, summary, [tabindex]")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "start" });
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, dialog")) return;
  const acts = {
    "/": () => query ? query.focus() : document.querySelector("a[data-search]")?.focus(),
    j: () => step(".finding", true), k: () => step(".finding", false),
    n: () => step(".judgement > summary, .line > summary", true), p: () => step(".judgement > summary, .line > summary", false),
    "?": () => byId("keys")?.showModal(),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

addEventListener("hashchange", () => { reveal(); searchFromAddress(); });
reveal();
searchFromAddress();
`;
