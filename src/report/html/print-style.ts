/**
 * Printed, a report is a certificate of a few pages: the verdict, what it rests on, what is worst. All the rest is for the
 * screen.
 */
export const printStyle = `
.certificate { display: none; }
@page { size: A4; margin: 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
@media print {
  :root {
    --ground: #fff; --raised: #fff; --text: #000; --quiet: #444; --line: #bbb; --link: #000;
    --error: #b3261e; --warning: #854700; --info: #14559f; --pass: #17663a; --waived: #673a9c; --unverified: #555d68;
  }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  .skip, .contents, .filter, .search, .find, .links, .copy, .also, .more, dialog, header.report > details { display: none !important; }
  summary::before { display: none; }
  header.report { padding-top: 0; } .product { margin-bottom: .75rem; } h1 { font-size: 20pt; } h2 { font-size: 13pt; margin-bottom: .5rem; break-after: avoid; }
  .bar { margin: .9rem 0 .7rem; } .counts { margin-bottom: .6rem; } .counts dd { font-size: 13pt; }
  .bar, .trendchart, mark, .counts dt::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body:has(.certificate) header.report > p:not(.product) { display: none; }
  .certificate { display: block; margin: .5rem 0; } .certificate > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
  .certificate dt { color: var(--quiet); } .certificate li + li { margin-top: .15rem; } .certificate code { overflow-wrap: anywhere; }
  body:has(#systems) :is(#details, #rules, #operations, #waived, #coverage .line, #reading .line, #reading .apart, .finding .facts, .compared, .finding details, .systems td .meta) { display: none; }
  body:has(#systems) :is(.systems tbody tr, #findings .finding, #disagreements .finding, #baseline .finding):nth-child(n + 11) { display: none; }
  body:has(#systems) .trend tbody tr:nth-last-child(n + 7) { display: none; }
  body:has(#systems) :is(#systems:has(tbody tr:nth-child(11)), #findings:has(.finding:nth-child(11)), #baseline:has(.finding:nth-child(11)))::after { content: "Shown are the first 10; the report has all."; color: var(--quiet); }
  main > section { margin-top: 1.2rem; } .finding { padding: .4rem 0; gap: .1rem 1rem; content-visibility: visible; contain-intrinsic-size: none; }
  .finding .text { font-size: 10pt; margin: .1rem 0; } .finding .number { display: none; }
  .scroller { overflow: visible; } table { font-size: 9pt; } th, td { padding-block: .25rem; } .systems td { min-width: 0; } .systems .badge { white-space: normal; }
  a { text-decoration: none; }
  pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  .message code { width: auto; }
  .finding, .told > li, tr { break-inside: avoid; }
}
`;
