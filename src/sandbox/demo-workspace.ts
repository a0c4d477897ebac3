import type { BotIdentity, Conversation, Person, WorkspaceOptions } from './slack/options.ts';

const TEAM = 'T0YAMAGUCHI';
const PARTNER_TEAM = 'T0PARTNERCO';
const BOT = 'U0SHINCHOKU';

/** The bot's identity in the demonstration, without its secrets and its place. */
export const DEMO_BOT: Pick<BotIdentity, 'userId' | 'botId' | 'name' | 'appId'> = {
  userId: BOT,
  botId: 'B0SHINCHOKU',
  name: 'Shinchoku',
  appId: 'A0SHINCHOKU',
};

/** People of the demonstration, by what they are. Ids never change: roles in the store name them. */
export const DEMO_PEOPLE = {
  staff: { id: 'U0YAMADA', name: 'yamada', realName: '山田 花子', role: '職員', locale: 'ja-JP' },
  lead: { id: 'U0TANAKA', name: 'tanaka', realName: '田中 一郎', role: '推進責任者（8番）', locale: 'ja-JP' },
  administrator: {
    id: 'U0SUZUKI',
    name: 'suzuki',
    realName: '鈴木 恵子',
    role: '管理者',
    locale: 'ja-JP',
    isAdmin: true,
  },
  guest: {
    id: 'U0GUEST',
    name: 'sato.guest',
    realName: '佐藤 健（委託先）',
    role: 'ゲスト',
    locale: 'ja-JP',
    isRestricted: true,
  },
  stranger: {
    id: 'U0PARTNER',
    name: 'kobayashi',
    realName: '小林 真（連携企業）',
    role: '連携組織の人',
    locale: 'ja-JP',
    teamId: PARTNER_TEAM,
    isStranger: true,
  },
  english: {
    id: 'U0SMITH',
    name: 'smith',
    realName: 'Emma Smith',
    role: 'English speaker',
    locale: 'en-US',
  },
} as const satisfies Readonly<Record<string, Person>>;

const everyone: readonly string[] = Object.values(DEMO_PEOPLE).map(({ id }) => id);
const staff: readonly string[] = [
  DEMO_PEOPLE.staff.id,
  DEMO_PEOPLE.lead.id,
  DEMO_PEOPLE.administrator.id,
  DEMO_PEOPLE.english.id,
];

const channels: readonly Conversation[] = [
  { id: 'C0STRATEGY', name: '産業戦略', kind: 'channel', members: [...everyone, BOT], isShared: true },
  { id: 'C0IOT', name: 'iot推進', kind: 'channel', members: [...staff, BOT] },
  // The bot was not invited here: commands work, messages do not.
  { id: 'C0CHAT', name: '雑談', kind: 'channel', members: staff },
];

/** The workspace of the demonstration: six people, three channels, and a direct message of each with the bot. */
export const DEMO_WORKSPACE: WorkspaceOptions = {
  teamId: TEAM,
  name: '山口県',
  domain: 'yamaguchi-pref',
  timeZone: 'Asia/Tokyo',
  people: Object.values(DEMO_PEOPLE),
  conversations: [
    ...channels,
    ...everyone.map(
      (person): Conversation => ({
        id: `D${person.slice(1)}`,
        name: DEMO_BOT.name,
        kind: 'im',
        members: [person, BOT],
      }),
    ),
  ],
};
