import { z } from 'zod';

export interface AppCommand {
  readonly command: string;
  readonly usage: string;
  readonly description: string;
  /** Whether people and channels in the text arrive as `<@U…|name>` and `<#C…|name>`. */
  readonly shouldEscape: boolean;
  readonly completions: readonly { readonly text: string; readonly hint: string }[];
}

interface AppShortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

/** What is known of an app from its manifest: Slack refuses whatever is not in here. */
export interface AppDefinition {
  readonly commands: readonly AppCommand[];
  readonly shortcuts: readonly AppShortcut[];
  /** Scopes of the bot token. */
  readonly scopes: readonly string[];
  /** Bot events that the app subscribed to: `app_mention`, `message.im`, `app_home_opened`. */
  readonly events: readonly string[];
}

const Manifest = z.object({
  features: z.object({
    slash_commands: z
      .array(
        z.object({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000).default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .max(50)
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
        }),
      )
      .max(10)
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
  }),
});

/**
 * Reads an app manifest (JSON or parsed YAML), of which only commands, shortcuts, scopes and events count here.
 *
 * @param manifest As in https://docs.slack.dev/reference/app-manifest
 * @param completions Words that the page offers behind a command, by command; Slack has none of its own.
 * @throws {z.ZodError} when the manifest breaks one of Slack's limits.
 */
export function appFromManifest(
  manifest: unknown,
  completions: Readonly<Record<string, AppCommand['completions']>> = {},
): AppDefinition {
  const { features, oauth_config, settings } = Manifest.parse(manifest);
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint, should_escape }) => ({
      command,
      description,
      usage: usage_hint,
      shouldEscape: should_escape,
      completions: completions[command] ?? [],
    })),
    shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({
      name,
      type,
      callbackId: callback_id,
    })),
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions?.bot_events ?? [],
  };
}
