/**
 * Conveniences; the report is complete without them. A link opens the details around its target (browsers
 * are only beginning to do that themselves), and the findings can be filtered by text.
 */
export const script = `
"use strict";
const reveal = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let element = target; element; element = element.parentElement) {
    if (element.tagName === "DETAILS") element.open = true;
  }
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
const input = document.getElementById("filter-text");
if (input) {
  input.form.hidden = false;
  input.parentElement.hidden = false;
  input.form.addEventListener("submit", (event) => event.preventDefault());
  const findings = [...document.querySelectorAll("#findings .finding")];
  const texts = findings.map((finding) => finding.textContent.toLowerCase());
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    findings.forEach((finding, index) => { finding.hidden = !texts[index].includes(wanted); });
  });
}
`;
