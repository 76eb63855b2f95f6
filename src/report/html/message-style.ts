/** The style of pages and exchanges: what is folded, and messages with their marks. */
export const messageStyle = `
/* pages and exchanges */
summary { cursor: pointer; padding: .65rem 0 .65rem 1.15rem; list-style: none; display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1.25rem; position: relative; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; position: absolute; left: .1rem; top: 1.25rem; width: .45rem; height: .45rem; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
details[open] > summary::before { top: 1.15rem; transform: rotate(45deg); }
summary:hover :is(h3, h4) { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
summary > :is(h3, h4) { min-width: 0; }
.system { border-top: 1px solid var(--line); }
.system > :not(summary) { margin-left: 1.15rem; }
.judgement { border-top: 1px solid var(--line); }
.judgement[open] { padding-bottom: 1.75rem; }
.kind { color: var(--quiet); font-weight: 400; margin-right: .35em; }
.line { border-top: 1px solid var(--line); font-size: .9375rem; }
.line > summary { padding-block: .3rem; }
.line > summary::before { top: .85rem; }
.line > :is(p, ul) { margin: 0 0 .75rem 1rem; }
.system ~ .meta, h2 + .meta { margin-bottom: 1rem; }
.again { padding: .5rem 0; border-top: 1px solid var(--line); }
.message { margin: 1rem 0; border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; }
figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: .4rem .9rem; border-bottom: 1px solid var(--line); font-size: .875rem; }
figcaption > span { font-weight: 600; }
pre { position: relative; margin: 0; overflow-x: auto; background: var(--raised); line-height: 1.6; tab-size: 2; }
pre:focus-visible { outline-offset: -3px; }
pre code { font-size: .8125rem; }
.message pre { padding: .6rem 0; }
.message code { display: block; width: max-content; min-width: 100%; padding-right: 1.25rem; }
.line[data-line]::before { content: attr(data-line); display: inline-block; position: sticky; left: 0; width: 3.75rem; padding-right: .9rem; margin-right: .75rem; text-align: right; color: var(--quiet); background: var(--raised); border-right: 1px solid var(--line); }
.line.marked::before { color: var(--text); font-weight: 700; border-right: 2px solid var(--text); }
span.line { border: 0; font-size: inherit; }
.gap { display: inline-block; padding-left: 4.5rem; color: var(--quiet); font-style: italic; }
mark { color: inherit; background: var(--unverified-tint); border-radius: 2px; padding: .1em 0; text-decoration: underline 2px; text-decoration-skip-ink: none; text-underline-offset: .28em; text-decoration-color: var(--unverified); }
mark.error { background: var(--error-tint); text-decoration-color: var(--error); }
mark.warning { background: var(--warning-tint); text-decoration-color: var(--warning); }
mark.info { background: var(--info-tint); text-decoration-color: var(--info); }
mark.waived { background: var(--waived-tint); text-decoration-color: var(--waived); text-decoration-style: dashed; }
mark.unverified { text-decoration-style: dotted; }
mark.point::after { content: "\\00a0\\00a0"; }
.ref { position: relative; user-select: none; margin-right: .35em; padding: 0 .4em; border: 1px solid currentColor; border-radius: 1em; font: 600 .6875rem/1.35 system-ui, sans-serif; text-decoration: none; vertical-align: .1em; color: var(--unverified); background: var(--ground); }
.ref { scroll-margin-top: 35vh; }
.ref:target { outline-offset: 1px; border-radius: 1em; }
.ref:hover { text-decoration: underline; }
.ref.error { color: var(--error); } .ref.warning { color: var(--warning); } .ref.info { color: var(--info); } .ref.waived { color: var(--waived); }
.told > li { padding: .7rem 0; border-top: 1px solid var(--line); }
.told .rule { margin-left: .6rem; }
.told p { margin-top: .15rem; }
.told > li > .meta > * { margin-right: 1.25rem; }
.names a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
.names { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; font-size: .9375rem; }
h5 .badge { margin-right: .35em; }
`;
