// Prisma's schema engine as WebAssembly, in plain Node. The package's own entry imports its .wasm file the way
// bundlers do, which Node 20 cannot; so the module is put together here. Needs no download and no server.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const glueUrl = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');

async function loadGlue() {
  const glue = await import(glueUrl);
  const binary = readFileSync(fileURLToPath(new URL('schema_engine_bg.wasm', glueUrl)));
  const module = new WebAssembly.Module(binary);
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map((entry) => [entry.module, glue]));
  const { exports } = new WebAssembly.Instance(module, imports);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}

/**
 * A schema engine that talks to databases of `factory` (a migration-aware driver adapter factory) and knows the
 * schema `files`, each `{ path, content }`. It has `diff` and `applyMigrations`; errors reject.
 */
export async function openSchemaEngine(factory, files) {
  const { SchemaEngine } = await loadGlue();
  const datamodels = files.map((file) => [file.path, file.content]);
  return SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}
