import type { Rate } from '../../../domain/rate.ts';

const cells = 10;

/**
 * Ten cells, in characters that every Japanese font has in one width: as many of them full as there are whole
 * tenths of the target, at least one from 0.1 % on, and never all before the target is reached.
 * The figure always stands beside it.
 */
export function bar(rate: Rate): string {
  const full = Math.min(Math.floor(rate.permille / 100), cells);
  const shown = rate.permille > 0 ? Math.max(full, 1) : 0;
  return '■'.repeat(shown) + '□'.repeat(cells - shown);
}

/** The rate in per cent with at most one decimal: 73.3, 102.7, 0. */
export function percent(rate: Rate): string {
  return String(rate.permille / 10);
}
