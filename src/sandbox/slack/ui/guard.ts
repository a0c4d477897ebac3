import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The host of a header's address without its port, or null when it is none. */
function hostOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  return new URL(address).hostname;
}

/**
 * Whether a request may come in: asked of this machine by name, and not by a page of another site. A foreign page can
 * make a browser send requests here, and a foreign name can be made to point here.
 */
export function mayEnter({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!LOOPBACK.has(hostOf(`http://${host}`) ?? '')) return false;
  const { origin } = headers;
  return origin === undefined || origin === `http://${host}`;
}

/** What the page may load: its own scripts and styles, pictures from anywhere, nothing inline. */
export const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
