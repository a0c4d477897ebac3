const slackHosts = ['slack.com', 'slack-gov.com'];

/**
 * Says whether an address belongs to the Slack whose Web API is at `apiUrl`: its own origin, or over https a host
 * of slack.com (slack-gov.com). Answers go nowhere else, whatever a request says.
 */
export function trustsSlackAt(apiUrl: string): (address: string) => boolean {
  const own = new URL(apiUrl);
  return (address) => {
    if (!URL.canParse(address)) return false;
    const { origin, protocol, hostname } = new URL(address);
    return (
      origin === own.origin || (protocol === 'https:' && slackHosts.some((host) => isWithin(hostname, host)))
    );
  };
}

function isWithin(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}
