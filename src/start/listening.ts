import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Opens the door; gives the port. Rejects where that is taken. */
export function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const mostClosingMs = 5_000;

/** Lets requests under way finish; connections that only wait are cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A client that never finishes its request must not outlast what a supervisor grants us (Docker: 10 s).
    const cut = setTimeout(() => server.closeAllConnections(), mostClosingMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
