/** What was found out about one thing. */
export interface Finding {
  /** What was looked at, for programs. */
  readonly check: string;
  /** The same for people, in Japanese. */
  readonly ja: string;
  /** warning: it works, and somebody should look. fault: it does not work. */
  readonly state: 'ok' | 'warning' | 'fault';
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
}

/** Findings about one thing are made by its name. */
export interface Finder {
  readonly ok: (says: string) => Finding;
  readonly warning: (says: string, todo: string) => Finding;
  readonly fault: (says: string, todo: string) => Finding;
}

/** Makes findings about one thing. */
export function finder(check: string, ja: string): Finder {
  return {
    ok: (says) => ({ check, ja, state: 'ok', says }),
    warning: (says, todo) => ({ check, ja, state: 'warning', says, todo }),
    fault: (says, todo) => ({ check, ja, state: 'fault', says, todo }),
  };
}

const marks = { ok: 'ok      良好', warning: 'warning 注意', fault: 'FAULT   異常' } as const;

/** The findings for the terminal: a line each, and what to do below it. */
export function printFindings(findings: readonly Finding[]): readonly string[] {
  const lines = findings.flatMap(({ check, ja, state, says, todo }) => [
    `${marks[state]}  ${check} (${ja}): ${says}`,
    ...(todo === undefined ? [] : [`                → ${todo}`]),
  ]);
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  return [...lines, `${count('ok')} ok, ${count('warning')} to look at, ${count('fault')} at fault.`];
}

/** Whether everything works; what somebody should look at does no harm yet. */
export function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'fault');
}
