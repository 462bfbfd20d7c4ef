// The whole check as text for whoever runs the server. Addresses without query or user, no token, no password, no user name.
import { CHECK_GROUPS, CHECK_TITLES, countedStates, STATE_WORDS } from '../../shared/domain/connection-check.ts';
import type { CheckLine, CheckReport } from '../../shared/ipc/check-requests.ts';

export interface Product {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
}

export function reportText(report: CheckReport, { version, electron, platform }: Product): string {
  const { lines, limits } = report;
  return [
    'Paydesk: connection check',
    `Server: ${report.practice ? 'the practice store, inside Paydesk' : report.server === '' ? '(what was typed is no address)' : report.server}`,
    `When: ${report.startedAt}${report.took === null ? '' : `, took ${(report.took / 1_000).toFixed(1)} s`}`,
    `Paydesk ${version}, Electron ${electron}, ${platform}`,
    `Result: ${report.state === 'cancelled' ? 'cancelled; ' : ''}${countedStates(lines.map(({ state }) => state))}`,
    ...CHECK_GROUPS.flatMap(({ title, steps }) => [
      '',
      title,
      ...steps.flatMap((step) => linesOf(lines.find((line) => line.step === step))),
    ]),
    ...(limits.length === 0 ? [] : ['', 'What this server cannot do, and how Paydesk copes']),
    ...limits.flatMap(({ cannot, copes }) => [`- ${cannot}`, `  ${copes}`]),
    '',
  ].join('\n');
}

function linesOf(line: CheckLine | undefined): string[] {
  if (line === undefined) return [];
  const { step, state, found, advice, hint } = line;
  return [
    `[${STATE_WORDS[state]}] ${CHECK_TITLES[step]}: ${found}`,
    ...(advice === null ? [] : [`    To do: ${advice}`]),
    ...(hint === null ? [] : [`    For the administrator: ${hint}`]),
  ];
}
