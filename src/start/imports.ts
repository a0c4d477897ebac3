import type { ImportPorts } from '../actions/imports/review-import.ts';
import { knownAliases } from '../reports/known-aliases.ts';
import { tableReader } from '../reports/read/table-reader.ts';
import { type ImportDesk, importDesk } from '../slack/imports/desk.ts';
import { fetchFrom } from '../slack/imports/fetch-file.ts';

/** The desk of imports over the connected Slack; projects get the shipped aliases. */
export function slackImports(
  ports: Omit<ImportPorts, 'aliases'>,
  slack: Parameters<typeof fetchFrom>[0],
): ImportDesk {
  return importDesk({
    ports: { ...ports, aliases: knownAliases },
    fetchFile: fetchFrom(slack),
    readTable: tableReader(),
  });
}
