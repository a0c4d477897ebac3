const slackHosts = ['slack.com', 'slack-gov.com'];

/**
 * Says whether an address belongs to the Slack whose Web API is at `apiUrl`: its own host, or over https a host
 * of slack.com (slack-gov.com). Answers go nowhere else, whatever a request says.
 */
export function trustsSlackAt(apiUrl: string): (address: string) => boolean {
  const own = new URL(apiUrl);
  return (address) => {
    const url = URL.parse(address);
    if (url === null) return false;
    if (url.origin === own.origin) return true;
    return (
      url.protocol === 'https:' &&
      slackHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
    );
  };
}
