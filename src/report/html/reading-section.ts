import { grouped } from "../phrases.ts";
import { frequentPhrases, partNames, percentage } from "../reading/phrases.ts";
import type { LeftOnPage, LeftOut, Reading } from "../reading/reading.ts";
import { type Html, html } from "./escape.ts";
import type { View } from "./view.ts";

/** A class with more pages than these tells the first of them: the JSON report has all. */
const mostPages = 60;
const mostPlaces = 8;

/** How much of the pages was read and is known, and each class of what was not. */
export function readingSection(view: View): Html | undefined {
  const { reading } = view.report;
  if (!reading) return undefined;
  const left = reading.classes.filter(({ aside }) => !aside);
  const aside = reading.classes.filter((each) => each.aside);
  return html`<section id="reading" aria-labelledby="reading-title">
<h2 id="reading-title">What could not be read</h2>
${table(reading)}
${left.map((each) => classDetails(view, each))}
${aside.length > 0 && html`<h3 class="apart">Set aside, for it declares nothing</h3>${aside.map((each) => classDetails(view, each))}`}
</section>
`;
}

function table({ parts }: Reading): Html {
  const rows = parts.filter(({ of }) => of > 0);
  return html`<div class="scroller" tabindex="0"><table class="reading">
<caption class="hidden">How much of the pages was not read, or is not known</caption>
<thead><tr><th scope="col">What</th><th scope="col">Share</th><th scope="col">Left</th><th scope="col">Set aside</th><th scope="col">All</th></tr></thead>
<tbody>${rows.map((part) => {
    const { name, left } = partNames[part.part];
    return html`<tr><th scope="row">${name}</th><td>${percentage(part)} ${left}</td><td>${grouped(part.left)}</td><td>${grouped(part.aside)}</td><td>${grouped(part.of)}</td></tr>
`;
  })}</tbody>
</table></div>`;
}

function classDetails(view: View, each: LeftOut): Html {
  const { count, what, why, change, pages } = each;
  const frequent = frequentPhrases(each);
  const more = pages.length - mostPages;
  return html`<details class="line"><summary><span>${what.charAt(0).toUpperCase()}${what.slice(1)}</span> <span class="count">${grouped(count)}</span></summary>
<p>${why}${change !== "Nothing." && html` <span class="hint">To change it: ${change.charAt(0).toLowerCase()}${change.slice(1)}</span>`}</p>
${frequent.length > 0 && html`<p>Of these: ${frequent.join(", ")}.</p>`}
<ul class="places">${pages.slice(0, mostPages).map((page) => html`<li>${placesOf(view, page)}</li>`)}${
    more > 0 && html`<li class="meta">and ${grouped(more)} more page${more > 1 && "s"}, in report.json</li>`
  }</ul></details>
`;
}

function placesOf(view: View, { file, places }: LeftOnPage): Html {
  const shown = places.slice(0, mostPlaces);
  const more = places.length - shown.length;
  const [first] = places;
  const at = (line: number) => ({ file, line, column: 1 });
  return html`${shown.map(({ line }, index) => html`${index > 0 && ", "}${index === 0 ? view.place(at(line)) : view.lineOnly(at(line))}`)}${
    more > 0 && ` and ${more} more`
  }${places.length === 1 && first && html` <code>${first.text}</code>`}`;
}
