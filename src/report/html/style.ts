import { messageStyle } from "./message-style.ts";
import { printStyle } from "./print-style.ts";

/** The report's only style sheet. Colours are variables, once for light and once for dark. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f5f6f8; --line: #dde1e6; --text: #191c20; --quiet: #555d68; --link: #0b55c4;
  --error: #b3261e; --error-tint: #fde9e7; --warning: #854700; --warning-tint: #fff0d6;
  --info: #14559f; --info-tint: #e4effb; --pass: #17663a; --pass-tint: #e3f3e9;
  --waived: #673a9c; --waived-tint: #f1e9fa; --unverified: #555d68; --unverified-tint: #eceef1;
  --mono: ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #111418; --raised: #1a1e24; --line: #2d333b; --text: #e5e8ec; --quiet: #a3abb6; --link: #8bb6fb;
    --error: #ff9c93; --error-tint: #3d1d1b; --warning: #f4bd6d; --warning-tint: #362710;
    --info: #92c2ff; --info-tint: #152a43; --pass: #77d59c; --pass-tint: #132c1e;
    --waived: #cfb3f6; --waived-tint: #2b203c; --unverified: #a3abb6; --unverified-tint: #252b33;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 6rem; max-width: 78rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
:target { outline: 2px solid var(--link); outline-offset: .4rem; border-radius: 2px; }
section:target { outline: none; }
code, pre, .place, .rule, .fingerprint { font-family: var(--mono); font-size: .875em; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin-bottom: 1.25rem; }
h3 { font-size: 1.0625rem; font-weight: 650; }
h4 { font-size: 1rem; font-weight: 550; }
h5 { font-size: .875rem; font-weight: 650; margin: 1.25rem 0 .4rem; }
main > section { margin-top: 4rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; padding: .5rem 1rem; background: var(--ground); border: 1px solid var(--line); }
.shapes { position: absolute; width: 0; height: 0; }
.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.125em; }
.meta { color: var(--quiet); font-size: .875rem; }
.count { color: var(--quiet); font-weight: 400; font-size: .85em; font-variant-numeric: tabular-nums; }

/* header */
header.report { padding-top: clamp(1.5rem, 5vw, 3.5rem); }
.product { font-weight: 600; font-size: .9375rem; margin-bottom: 1.5rem; }
.product span { color: var(--quiet); font-weight: 400; }
h1 { display: flex; gap: .4em; font-size: clamp(1.5rem, 1.1rem + 1.9vw, 2.375rem); line-height: 1.2; letter-spacing: -.02em; font-weight: 400; text-wrap: balance; }
h1 .icon { margin-top: .1em; stroke-width: 1.4; }
h1 strong { font-weight: 700; }
h1 strong::first-letter { text-transform: uppercase; }
h1 strong { display: inline-block; }
h1.error .icon, h1.error strong { color: var(--error); }
h1.pass .icon, h1.pass strong { color: var(--pass); }
h1.warning .icon, h1.warning strong { color: var(--warning); }
h1.waived .icon, h1.waived strong { color: var(--waived); }
h1.unverified .icon, h1.unverified strong { color: var(--unverified); }
.bar { display: block; width: 100%; height: .5rem; margin: 1.75rem 0 1.25rem; border-radius: .25rem; }
rect.error { fill: var(--error); } rect.info { fill: var(--info); } rect.waived { fill: var(--waived); } rect.pass { fill: var(--pass); }
rect.unverified { fill: var(--unverified); }
.counts { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin-bottom: 1.25rem; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { font-size: .875rem; color: var(--quiet); }
.counts dt::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-right: .45em; border-radius: 50%; background: currentColor; }
h1 + .counts { margin-top: 1.25rem; }
.counts .error dt::before { color: var(--error); } .counts .warning dt::before { color: var(--warning); } .counts .info dt::before { color: var(--info); } .counts .waived dt::before { color: var(--waived); }
.counts .pass dt::before { color: var(--pass); }
.counts .quiet dt::before { display: none; }
.counts dd { font-size: 1.625rem; line-height: 1.3; font-weight: 600; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.sources { display: grid; align-items: baseline; grid-template-columns: auto minmax(0, 1fr); gap: .3rem 1.5rem; margin: .6rem 0; font-size: .9375rem; }
.sources div { display: contents; } .sources dt { color: var(--quiet); }
.sources dd { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; }
header.beside .product { margin-bottom: .25rem; } header.beside h1 { margin-top: 1.25rem; font-weight: 650; overflow-wrap: anywhere; }
header.beside + main > section:first-child { margin-top: 2rem; }
header.report .meta { margin-top: .25rem; }
.contents { margin-top: 2rem; border-block: 1px solid var(--line); }
.contents ul { display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
.contents a { display: inline-block; padding: .7rem 0; text-decoration: none; color: var(--text); font-size: .9375rem; font-weight: 550; }
.contents a:hover { text-decoration: underline; }

/* signs */
.badge { font-size: .875rem; font-weight: 600; white-space: nowrap; }
.error > .badge, .badge.error, .tally .error { color: var(--error); }
.badge .icon { margin-right: .35em; }
.badge.warning, .tally .warning { color: var(--warning); } .badge.info, .tally .info { color: var(--info); }
.badge.pass, .tally .pass { color: var(--pass); } .badge.waived, .tally .waived { color: var(--waived); }
.badge.unverified, .tally .unverified { color: var(--unverified); }
.tally { display: inline-flex; flex-wrap: wrap; gap: 0 .9em; font-size: .875rem; font-variant-numeric: tabular-nums; }
.tally > span { white-space: nowrap; } .tally .icon { margin-right: .3em; }

/* systems */
.scroller { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .7rem 1.5rem .7rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; font-weight: 600; color: var(--quiet); padding-block: 0 .4rem; }
tbody th { font-weight: 500; min-width: 12rem; }
.systems td { min-width: 12rem; } .systems th p { margin-top: .3rem; }
td.none { color: var(--quiet); }
@media (max-width: 30rem) {
  .systems, .systems :is(tbody, tr, th, td) { display: block; width: auto; min-width: 0; padding-right: 0; }
  .systems { overflow-wrap: anywhere; }
  .systems thead { display: none; } .systems tbody th { border-bottom: 0; padding-bottom: .2rem; }
  .systems td { padding-top: 0; } .systems td + td { padding-top: .4rem; }
  .systems td::before { content: attr(data-source) " "; color: var(--quiet); font-size: .875rem; }
}
.reading :is(th, td) { padding-block: .4rem; }
.reading :is(th, td):last-child { padding-right: 0; }
@media (max-width: 46rem) { .reading :is(th, td) { min-width: 0; padding-right: .6rem; font-size: .875rem; } }
.reading :is(th, td):nth-child(n + 3) { text-align: right; font-variant-numeric: tabular-nums; }
.reading + details, .scroller:has(.reading) { margin-bottom: 1.5rem; }
.places > li { padding: .1rem 0; overflow-wrap: anywhere; }
.more { margin-top: 1rem; }
.more > summary { font-weight: 600; }

/* trend */
.trendchart { margin-bottom: 1.5rem; } .trendchart svg { display: block; max-width: 100%; height: auto; }
.trendchart line { stroke: var(--quiet); stroke-width: 1; }
.trendchart figcaption { border: 0; padding: .5rem 0 0; justify-content: flex-start; } .trendchart figcaption > span { font-weight: 400; }
.trendchart figcaption > span:not(.meta)::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .4em; background: currentColor; }
.of-new { fill: var(--error); } .of-still { fill: var(--warning); } .of-waived { fill: var(--waived); } .trendchart rect.of-fixed { fill: var(--pass); }
figcaption .of-new::before { color: var(--error); } figcaption .of-still::before { color: var(--warning); } figcaption .of-waived::before { color: var(--waived); } figcaption .of-fixed::before { color: var(--pass); }
.trend tbody th { min-width: 13rem; } .trend :is(th, td) { padding-block: .4rem; } .trend :is(th, td):last-child { padding-right: 0; }
.trend :is(th, td):nth-child(n + 3) { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 46rem) {
  .trend thead { display: none; } .trend :is(tbody, tr) { display: block; } .trend tr { border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
  .trend tbody :is(th, td) { display: inline-block; border: 0; padding: .1rem 1.1rem .1rem 0; } .trend tbody th { display: block; padding-top: .6rem; }
  .trend td:nth-child(n + 3)::before { content: attr(data-name) " "; color: var(--quiet); font-size: .875rem; }
}

.scroller:has(.trend) + .meta { margin-top: .75rem; }

/* findings */
.filter { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; margin-bottom: .5rem; font-size: .9375rem; }
.filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.filter legend { float: left; padding: .2rem 0; margin-right: 1rem; color: var(--quiet); }
.filter label { display: inline-flex; align-items: center; gap: .4rem; padding: .2rem 0; }
.filter input { accent-color: var(--link); font: inherit; }
.filter [type=checkbox] { width: 1.05rem; height: 1.05rem; margin: 0; }
.filter [type=search] { padding: .25rem .6rem; border: 1px solid var(--quiet); border-radius: .35rem; background: var(--ground); color: var(--text); min-width: 0; width: 16rem; max-width: 100%; }
[data-lists]:has(#show-error:not(:checked)) .finding.error,
[data-lists]:has(#show-warning:not(:checked)) .finding.warning,
[data-lists]:has(#show-info:not(:checked)) .finding.info,
[data-lists]:has(#show-fail:not(:checked)) .of-fail,
[data-lists]:has(#show-known:not(:checked)) .of-known,
main:has(#show-waived:not(:checked)) #waived { display: none; }
.finding { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .25rem 1.5rem; padding: 1.4rem 0; border-top: 1px solid var(--line); }
.finding { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.finding .head { display: flex; justify-content: space-between; align-items: baseline; gap: .75rem; }
.finding .number { font-size: .875rem; color: var(--quiet); text-decoration: none; font-variant-numeric: tabular-nums; }
.finding .number:hover { text-decoration: underline; }
.finding .text { font-size: 1.0625rem; font-weight: 500; line-height: 1.45; margin: .15rem 0 .35rem; }
.ruleline .rule, .told .rule { font-size: .875rem; }
.hint { color: var(--quiet); }
.where, .also { line-height: 1.8; } /* so far apart that one link is not touched for the other */
.where { font-size: .9375rem; }
.facts { display: flex; flex-wrap: wrap; gap: .15rem 1.75rem; margin: .4rem 0; font-size: .875rem; }
.facts div { display: flex; gap: .5rem; min-width: 0; }
.facts dt { color: var(--quiet); flex: none; }
.facts dd { min-width: 0; }
.fingerprint { user-select: all; }
.compared { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem 1.5rem; margin: .6rem 0 .7rem; font-size: .9375rem; }
.compared > div { border-top: 2px solid var(--line); padding-top: .3rem; }
.compared dt { font-size: .8125rem; font-weight: 600; color: var(--quiet); }
.compared p { margin-top: .15rem; } .compared code { overflow-wrap: anywhere; }
.lines { display: block; white-space: pre-wrap; tab-size: 2; margin-top: .35rem; padding: .4rem .6rem; border-radius: .35rem; background: var(--raised); line-height: 1.6; }
.spot { font-style: normal; background: var(--error-tint); text-decoration: underline 2px var(--error); text-decoration-skip-ink: none; text-underline-offset: .25em; border-radius: 2px; }
.spot.pass { background: var(--pass-tint); text-decoration-color: var(--pass); }
.spot.point::after { content: "\\00a0\\00a0"; }
.search { margin-top: 1.5rem; } .search input { flex: 1 1 22rem; } .search [type=search] { width: auto; min-height: 2.25rem; }
.find { margin-bottom: 1rem; }
.commands { font-size: .9375rem; } .commands pre { padding: .6rem .9rem; border-radius: .4rem; } .commands pre + pre { margin-top: .5rem; }
.copy { display: inline-flex; flex-wrap: wrap; gap: .15rem .6rem; }
button { font: inherit; font-size: .8125rem; min-height: 1.6rem; padding: .1rem .6rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--raised); color: var(--text); cursor: pointer; }
button:hover { border-color: var(--quiet); }
dialog { background: var(--ground); color: var(--text); border: 1px solid var(--quiet); border-radius: .5rem; padding: 1.5rem 2rem; max-width: 90vw; }
dialog::backdrop { background: rgb(0 0 0 / .4); }
.keys { display: grid; gap: .4rem 1.5rem; margin-bottom: 1.25rem; } .keys div { display: flex; gap: 1rem; } .keys dt { min-width: 2rem; }
kbd { font-family: var(--mono); font-size: .875em; border: 1px solid var(--quiet); border-radius: .25rem; padding: 0 .4em; }
.cause > .body > .line { margin-top: .4rem; border-top: 0; } .cause .finding { padding: .9rem 0; }
.links { display: flex; flex-wrap: wrap; gap: .15rem 1.75rem; font-size: .875rem; }
.lead { color: var(--quiet); margin-bottom: 1rem; }
.disagreement { grid-template-columns: 11.5rem minmax(0, 1fr); }
.disagreement .head .badge { white-space: normal; }
.apart { margin: 2rem 0 1rem; }
.sides { display: grid; align-items: baseline; grid-template-columns: auto minmax(0, 1fr); gap: .3rem 1.5rem; margin: .6rem 0; font-size: .9375rem; }
.sides div { display: contents; }
.sides dd { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1.5rem; }
.sides code { overflow-wrap: anywhere; }
.sides a { font-size: .875rem; }
.also { font-size: .875rem; color: var(--quiet); }
.waiver { border-left: 3px solid var(--waived); padding-left: .75rem; margin: .5rem 0; font-size: .9375rem; }

${messageStyle}
/* rules */
.names.index { display: block; columns: 15rem auto; column-gap: 2rem; }
.names.index li { break-inside: avoid; }
.rulepage { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); max-width: 46rem; }
.rulepage h3 { font-family: var(--mono); font-size: 1.0625rem; margin-bottom: .5rem; }
.rulepage h4 { font-size: .9375rem; font-weight: 650; margin: 1.1rem 0 .25rem; }
.rulepage :is(p, ul, ol, pre, table) + :is(p, ul, ol, pre, table) { margin-top: .6rem; }
.rulepage :is(ul, ol) { padding-left: 1.25rem; } .rulepage ul { list-style: disc; } .rulepage ol { list-style: decimal; }
.rulepage pre { padding: .75rem .9rem; border-radius: .4rem; }
.rulepage table { display: block; overflow-x: auto; }

@media (max-width: 46rem) {
  .finding, .disagreement, .compared { grid-template-columns: minmax(0, 1fr); }
  .finding { contain-intrinsic-size: auto 30rem; }
  .facts { gap: .15rem 1.25rem; }
  .counts { gap: .6rem 1.5rem; }
  .counts dd { font-size: 1.375rem; }
  .facts div { flex-wrap: wrap; gap: 0 .5rem; }
  .system > :not(summary) { margin-left: 0; }
  .line[data-line]::before { width: 2.9rem; padding-right: .5rem; margin-right: .5rem; }
  main > section { margin-top: 3rem; }
}
${printStyle}@media (forced-colors: active) { mark { outline: 1px solid; } .counts dt::before { display: none; } .trendchart figcaption > span::before { forced-color-adjust: none; } }
`;
