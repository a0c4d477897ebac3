import { CopyRefusal } from '../store/copy/refusal.ts';
import { StoreRefusal } from '../store/refusal.ts';
import { UsageError } from './usage-error.ts';

/**
 * What an operator can put right, in a line that says how; null for what is our mistake.
 * @param problem what starting was rejected with
 */
export function operatorLine(problem: unknown): string | null {
  const worded = [StoreRefusal, CopyRefusal, UsageError].some((kind) => problem instanceof kind);
  if (problem instanceof Error && worded) return problem.message;
  if (!(problem instanceof Error)) return null;
  const { code, port, address } = problem as NodeJS.ErrnoException & { port?: number; address?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${address} is in use by another program: stop that one, or set PORT (SANDBOX_PORT for the sandbox's page, METRICS_PORT for the metrics) to another.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${address ?? ''} is not an address of this machine: set HOST to 0.0.0.0 or 127.0.0.1.`;
    case 'slack_webapi_platform_error':
      return `Slack refused the credentials (${problem.message}): check SLACK_BOT_TOKEN and SLACK_APP_TOKEN.`;
    case 'slack_webapi_request_error':
    case 'slack_webapi_http_error':
      return `Slack could not be reached (${problem.message}): check the network and SLACK_API_URL.`;
    default:
      return null;
  }
}
