import { UsageError } from "../base/usage-error.ts";
import { ownPages } from "../docs/page-path.ts";
import { judgeTraffic, type Traffic, trafficOf } from "../exchange/recorded/judge-traffic.ts";
import { readTraffic } from "../exchange/recorded/read-traffic.ts";
import { recordShapes } from "../profile/record-shapes.ts";
import { judgedExchanges } from "../report/judged-exchanges.ts";
import { grouped } from "../report/phrases.ts";
import { exitCode } from "../report/verdict.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Judgement } from "../rules/assertion.ts";
import { heldAgainst, readTrendOption, updateBaseline } from "./baseline-option.ts";
import type { Command } from "./command.ts";
import { conformanceReport } from "./conformance-report.ts";
import { explainRule } from "./explain-rule.ts";
import { metadataOption } from "./metadata-option.ts";
import { profileHelp, writeProfile } from "./profile-option.ts";
import { readBasis } from "./read-basis.ts";
import { readReportOptions, reportOptions } from "./report-options.ts";
import { showReport } from "./show-report.ts";
import { unreadLines } from "./told-pages.ts";

const reports = "reports/traffic";

/** `traffic`: judge recorded exchanges and mock files. */
export const traffic: Command = {
  name: "traffic",
  usage: "traffic <file>...",
  summary: "Judges recorded exchanges (HAR) and mock files (Dev Proxy).",
  options: [
    {
      name: "docs",
      value: "DIR|FILE",
      text: "the pages or contract.json to judge with (default the pages that come with it)",
    },
    {
      name: "endpoint",
      value: "URL",
      repeats: true,
      text: "a further URL that Graph is served at: a proxy, a mock; may be given several times",
    },
    { name: "profile", value: "FILE", text: profileHelp },
    metadataOption,
    ...reportOptions(reports),
  ],
  notes: [
    "A HAR file is what the network tab of a browser saves, and Playwright (recordHar). Requests to",
    "other hosts than Graph's are counted and left out. What is in a $batch is judged part by part.",
    "v1.0 and beta are each judged by their own pages. A request that no page documents is listed as",
    "not verified. Tokens and cookies are taken out before anything is read; all else in a file may",
    "stand in the report. A page of --docs that cannot be read is a finding: what it promises is not known.",
  ],
  explain: explainRule,
  async run(paths, values, terminal, repeated) {
    if (paths.length === 0)
      throw new UsageError("traffic needs a HAR file or a mock file; see graph-conformance traffic --help");
    const { showing, input, baseline } = readReportOptions(values, reports);
    const trend = readTrendOption(repeated, terminal);
    const endpoints = endpointsOf(repeated.endpoint ?? []);
    terminal.progress("reading the files");
    const recorded = trafficOf(await Promise.all(paths.map(readTraffic)), endpoints);
    if (recorded.exchanges.length === 0) throw new UsageError(nothingIn(paths, recorded));
    terminal.progress("reading the pages");
    const basis = await readBasis([values.docs ?? ownPages], {
      metadata: repeated.metadata,
      tellsUnread: true,
    });
    const versions = [...new Set(recorded.exchanges.map(({ version }) => version))];
    const operations = versions.flatMap((version) =>
      basis.contract(version).operations.map(({ id }) => `${version} ${id}`),
    );
    const held = heldAgainst(
      { baseline, trend },
      {
        source: "recorded",
        versions,
        names: new Set(operations),
        inputs: paths,
      },
    );
    terminal.progress("judging");
    const judgements = [...judgeTraffic(recorded.exchanges, basis.contract)];
    const unread = basis.unread();
    const report = conformanceReport({
      judgements: [...unread, ...judgements],
      ...input,
      ...held,
      unjudged: "unknown",
      inputs: paths,
      now: terminal.now,
    });
    terminal.progress("");
    await showReport(report, showing, terminal);
    await updateBaseline(baseline, report, terminal);
    terminal.out(extentLines(recorded, judgements).join(""));
    terminal.out(unreadLines(unread));
    if (values.profile !== undefined) {
      const shapes = recordShapes();
      for (const exchange of recorded.exchanges) shapes.see(exchange, basis.contract(exchange.version));
      await writeProfile(values.profile, shapes.profile(), terminal);
    }
    return exitCode(report);
  },
};

function endpointsOf(endpoints: readonly string[]): readonly string[] {
  for (const one of endpoints) {
    if (!/^https?:\/\/[^/]/i.test(one) || !URL.canParse(one))
      throw new UsageError(`--endpoint takes URLs such as https://localhost:8080, not "${one}"`);
  }
  return endpoints;
}

function nothingIn(paths: readonly string[], { leftOut }: Traffic): string {
  const hosts = leftOut.slice(0, 3).map(({ host }) => host);
  const others = hosts.length === 0 ? "" : `; --endpoint names other hosts, such as ${hosts.join(", ")}`;
  return `no request to Microsoft Graph in ${paths.join(", ")}${others}`;
}

/** How much of the files was judged, and what was not. */
function extentLines({ exchanges, leftOut }: Traffic, judgements: readonly Judgement[]): string[] {
  const { judged, byType, undocumented, silent } = judgedExchanges(judgements);
  const ofType =
    byType.length > 0 ? ` (${grouped(byType.length)} undocumented, by the type of the body)` : "";
  const parts = [
    [judged.length, `judged${ofType}`],
    [undocumented.length, "undocumented"],
    [silent.length, "without an answer that can be judged"],
  ] as const;
  const counted = parts.flatMap(([count, what]) => (count > 0 ? `${grouped(count)} ${what}` : []));
  const elsewhere = leftOut.reduce((sum, { count }) => sum + count, 0);
  const hosts = leftOut.slice(0, 3).map(({ host }) => visibleText(host));
  const named = `${hosts.join(", ")}${leftOut.length > 3 ? ", …" : ""}`;
  return [
    `Exchanges    ${grouped(exchanges.length)}: ${counted.join(", ")}\n`,
    ...(elsewhere > 0 ? [`Left out     ${grouped(elsewhere)} to other hosts: ${named}\n`] : []),
    ...[...undocumented, ...byType].map(
      ({ title, location: { file, line } }) =>
        `  undocumented  ${visibleText(title)}  ${visibleText(file)}:${line}\n`,
    ),
  ];
}
