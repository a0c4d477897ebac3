import type { SlackOptions } from './options.ts';
import type { Changes } from './state/changes.ts';
import { createChanges } from './state/changes.ts';
import type { Faults } from './state/faults.ts';
import { createFaults } from './state/faults.ts';
import type { Files } from './state/files.ts';
import { createFiles } from './state/files.ts';
import { createStamp } from './state/ids.ts';
import type { Journal } from './state/journal.ts';
import { createJournal } from './state/journal.ts';
import type { Messages } from './state/messages.ts';
import { createMessages } from './state/messages.ts';
import type { ResponseUrls } from './state/response-urls.ts';
import { createResponseUrls } from './state/response-urls.ts';
import type { Triggers } from './state/triggers.ts';
import { createTriggers } from './state/triggers.ts';
import type { Views } from './state/views.ts';
import { createViews } from './state/views.ts';
import type { Workspace } from './state/workspace.ts';
import { createWorkspace } from './state/workspace.ts';

/** All that the parts of the server share. */
export interface Desk {
  readonly options: SlackOptions;
  readonly changes: Changes;
  readonly journal: Journal;
  readonly workspace: Workspace;
  readonly messages: Messages;
  readonly files: Files;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  /** A message timestamp, never twice the same. */
  readonly stamp: () => string;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  url: string;
}

/** Lays out an empty desk: the workspace as the options say, nothing said yet. */
export function createDesk(options: SlackOptions): Desk {
  const { clock, wallClock, workspace, bot } = options;
  const changes = createChanges();
  const stamp = createStamp(clock);
  return {
    options,
    changes,
    stamp,
    journal: createJournal({ clock, changes }),
    workspace: createWorkspace({ options: workspace, bot, changes }),
    messages: createMessages({ stamp, changes }),
    files: createFiles({ changes }),
    views: createViews({ stamp, changes }),
    triggers: createTriggers({ wallClock }),
    responseUrls: createResponseUrls({ wallClock, teamId: workspace.teamId }),
    faults: createFaults(),
    url: '',
  };
}
