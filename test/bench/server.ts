/** Runs `work` with the tests' own PostgreSQL: TEST_DATABASE_URL, or the server that npm brought. */
export async function withServer(work: () => Promise<void>): Promise<void> {
  const setup = await hook('../support/postgres-setup.mjs');
  const teardown = await hook('../support/postgres-teardown.mjs');
  await setup();
  try {
    await work();
  } finally {
    await teardown();
  }
}

async function hook(file: string): Promise<() => Promise<void>> {
  const module = (await import(new URL(file, import.meta.url).href)) as { default: () => Promise<void> };
  return module.default;
}
