/** One kind of input that nobody hoped for, and the tests that show what the bot makes of it. */
export interface Kind {
  readonly what: string;
  /** A test file below `test/`, and titles of its tests or of rows of their tables. */
  readonly shownBy: Readonly<Record<string, readonly string[]>>;
}

/** What a bot in production meets sooner or later. The place in the list is the number of the kind. */
export const register: readonly Kind[] = [
  {
    what: 'a signature that is wrong, empty or missing',
    shownBy: { 'e2e/requests.test.ts': ['no signature', 'an empty signature', 'a wrong signature'] },
  },
  {
    what: 'a timestamp five minutes off either way, or none',
    shownBy: {
      'slack/http-front.test.ts': ['missing', 'no number', '301 seconds old', '301 seconds ahead'],
      'e2e/requests.test.ts': ['no timestamp', 'an old timestamp', 'a future timestamp'],
    },
  },
  {
    what: 'a valid request that somebody sends once more',
    shownBy: {
      'e2e/requests.test.ts': ['an old timestamp'],
      'e2e/forged.test.ts': ['the same press delivered four times posts once'],
      'e2e/update.test.ts': ['a second submission and a retry of Slack write once and confirm once'],
    },
  },
  {
    what: 'the check of a certificate that brings a command along',
    shownBy: {
      'e2e/requests.test.ts': ['ssl_check is answered, and a command beside it is not carried out'],
    },
  },
  {
    what: 'a body that is too large, too deep or broken',
    shownBy: {
      'e2e/requests.test.ts': [
        'a body over the limit is refused with 413',
        'a form whose payload is no JSON',
        'JSON that is deep and ends too soon',
      ],
    },
  },
  {
    what: 'one event four times, and in another order',
    shownBy: {
      'e2e/mentions.test.ts': [
        'an event that comes again is answered once',
        'a retry whose original never came is answered, also after a later one',
      ],
      'e2e/welcome.test.ts': ['hears it once, however often the event comes'],
    },
  },
  {
    what: 'a retry that is the only copy',
    shownBy: {
      'e2e/mentions.test.ts': ['a retry whose original never came is answered, also after a later one'],
    },
  },
  {
    what: 'a double click',
    shownBy: {
      'e2e/buttons.test.ts': ['a double click posts once'],
      'e2e/proposals.test.ts': ['a double click approves once'],
      'e2e/update.test.ts': ['a double click on 取り消す takes back once'],
    },
  },
  {
    what: 'two people who save the same row',
    shownBy: {
      'store/change-races.test.ts': [
        'who change one row as they saw it: one wins, the others are told by whom',
      ],
      'e2e/update-forms.test.ts': ['somebody was faster: theirs can be left as it is'],
    },
  },
  {
    what: 'a view or a button of long ago, and a project that is gone',
    shownBy: {
      'e2e/forged.test.ts': ['a project that is gone', 'a page of a project that is gone'],
      'e2e/update.test.ts': ['a form from half an hour ago confirms in itself'],
      'e2e/update-forms.test.ts': [
        'the row was deleted while the form was open: said so, with what was typed',
      ],
      'actions/writes/undo.test.ts': ['what is older than thirty days', 'what somebody has changed since'],
    },
  },
  {
    what: 'a button or the memory of a form that somebody has changed',
    shownBy: {
      'e2e/forged.test.ts': ['an action that nobody knows', 'a path'],
      'e2e/update.test.ts': ['a form whose memory is not ours is refused'],
      'e2e/proposals.test.ts': ['a button with a tampered proposal changes nothing'],
      'e2e/digest.test.ts': ['a forged press does nothing: neither without its row nor by who may not'],
    },
  },
  {
    what: 'guests, strangers, other workspaces, bots and accounts that were closed',
    shownBy: {
      'slack/directory.test.ts': ['a guest', 'a stranger', 'an account of another workspace', 'a bot'],
      'e2e/people.test.ts': ['a guest', 'a person of a connected organisation', 'a deactivated account'],
      'actions/writes/authorisation.test.ts': [
        'the table has every action that is tried, every verb, and everybody',
      ],
    },
  },
  {
    what: 'a role that is lost while a form is open',
    shownBy: {
      'e2e/roles.test.ts': [
        'who administers no more when the form is sent writes nothing, and learns whom to ask',
      ],
      'e2e/manage.test.ts': ['a role that is lost while the form is open writes nothing'],
      'store/guard.test.ts': [
        'that is taken away while thirty write: behind the removal stands nothing of theirs',
      ],
    },
  },
  {
    what: 'mentions of everybody, of groups and of people in a title',
    shownBy: {
      'e2e/hostile-text.test.ts': [
        '<!channel> <!here> <!everyone>',
        'so do the list, the agenda and the suggestions',
      ],
      'actions/writes/bad-input.test.ts': ['mentions'],
    },
  },
  {
    what: 'links that say something else than they are',
    shownBy: {
      'e2e/hostile-text.test.ts': ['<https://evil.example|承認> javascript:alert(1)'],
      'actions/writes/bad-input.test.ts': ['links'],
    },
  },
  {
    what: 'what is escaped already',
    shownBy: {
      'e2e/hostile-text.test.ts': ['> 引用 &lt;!here&gt; &amp;amp; @channel'],
      'slack/modals/message-text.test.ts': ['&lt;開始&gt; &amp;amp; 終了'],
    },
  },
  {
    what: 'signs of formatting, and a thousand line breaks',
    shownBy: {
      'e2e/hostile-text.test.ts': ['*太字* _斜体_ ~取消~ `コード` ```'],
      'text/clean.test.ts': ['1,000 line breaks are one blank'],
    },
  },
  {
    what: 'characters that reorder, hide, pile up or are none',
    shownBy: {
      'text/clean.test.ts': [
        'an override of the direction',
        'characters without width',
        '500 marks on one letter',
        'a kanji beyond the basic plane',
        'an emoji with its style',
        'half a character',
      ],
      'actions/writes/bad-input.test.ts': ['NUL'],
      'store/storable.test.ts': ['and all other text passes'],
    },
  },
  {
    what: 'one character more than a limit',
    shownBy: {
      'text/read-text.test.ts': ['one character over the limit'],
      'actions/writes/bad-input.test.ts': ['3,001 characters'],
      'slack/read-command-refusals.test.ts': ['200 characters are read, 201 are not'],
      'slack/pages.test.ts': ['ends before the item that would make the message too long'],
    },
  },
  {
    what: 'nothing, blanks, full-width blanks',
    shownBy: {
      'actions/writes/bad-input.test.ts': ['full-width spaces alone'],
      'actions/writes/milestone-verbs.test.ts': ['nothing', 'only blanks'],
    },
  },
  {
    what: 'numbers in every form',
    shownBy: {
      'actions/writes/bad-input.test.ts': ['１００', '100％', '-1', '1e3', '∞', '50.5', '五十', '1,234'],
    },
  },
  {
    what: 'days that do not exist, eras that were over, ends before their beginnings',
    shownBy: {
      'actions/writes/bad-input.test.ts': [
        '2026-02-29',
        '令和8年2月30日',
        'R8.4.1',
        '8/4/1',
        '令和0年',
        '昭和101年',
        'R2.8～R2.3',
        '9999年',
      ],
    },
  },
  {
    what: 'the edges of fiscal years, weeks, years and eras',
    shownBy: {
      'domain/fiscal-year.test.ts': ['runs from 1 April to 31 March', 'follows the one before without a gap'],
      'digests/schedule.test.ts': [
        'knows a week by the year of its Thursday',
        'an office that closes for a month leaves digests out and says so',
      ],
      'domain/era.test.ts': ['is the one that Intl prints, since Meiji took the western calendar'],
      'actions/writes/milestone-verbs.test.ts': ['S63～H2'],
    },
  },
  {
    what: 'a formula in a text that is exported',
    shownBy: { 'reports/write/files.test.ts': ['holds as text: %s', 'shows as text: %s'] },
  },
  {
    what: 'commas, quotes, line ends and emoji in CSV',
    shownBy: {
      'reports/write/files.test.ts': ['has a BOM, CRLF, three fields a record, and lines within quotes'],
      'reports/records/records.test.ts': ['hold any text that people write'],
    },
  },
  {
    what: 'SQL and its wildcards in a question',
    shownBy: { 'e2e/commands.test.ts': ["'; DROP TABLE project; --", '%_\\\\'] },
  },
  {
    what: 'a question of one character, and one of two hundred words',
    shownBy: { 'search/hostile.test.ts': ['a single character', 'two hundred words'] },
  },
  {
    what: 'more choices than a menu holds, ten thousand projects, none',
    shownBy: {
      'e2e/large.test.ts': ['with more indicators than a menu may hold', 'with an empty store'],
      'slack/messages/project-list.test.ts': ['none', 'ten thousand'],
    },
  },
  {
    what: 'more blocks and characters than a message holds',
    shownBy: {
      'slack/digests/message.test.ts': [
        'however much and however long: every message is one that Slack takes, and no word is lost',
      ],
      'e2e/large.test.ts': ['the pages of what was done and of what comes show every entry exactly once'],
      'slack/pages.test.ts': ['holds an item that is too long by itself'],
    },
  },
  {
    what: 'a channel that is archived, lost its bot or is shared',
    shownBy: {
      'slack/digests/poster.test.ts': ['not invited, archived and unknown channels are refused for good'],
      'e2e/digest.test.ts': [
        'an archived channel pauses it and its owner is told; opened again it is resumed',
      ],
      'e2e/digest-settings.test.ts': [
        'a shared channel asks for agreement at its field, and holds what was shared later until somebody agrees',
      ],
    },
  },
  {
    what: 'a Slack that limits, fails, or answers what is no answer',
    shownBy: {
      'slack/digests/poster.test.ts': [
        '429',
        '429 without Retry-After',
        '500',
        'a page of HTML',
        'a reply that ends in the middle',
        'fatal_error',
      ],
      'e2e/trouble.test.ts': [
        '429 with Retry-After',
        'a page of HTML',
        'half an answer',
        'a broken connection',
      ],
    },
  },
  {
    what: 'a post that Slack took and did not confirm',
    shownBy: {
      'slack/digests/poster.test.ts': ['a reply that was lost after the post'],
      'e2e/digest.test.ts': [
        'a lost reply is held and asked about: nothing comes twice, 投稿済みにする ends it',
      ],
    },
  },
  {
    what: 'an address for answers that is too old, used up or of somebody else',
    shownBy: {
      'e2e/trouble.test.ts': [
        'an answer that comes after half an hour is lost, noted, and harms nothing',
        'that is used up is noted, and harms nothing',
        'on another host is not called',
      ],
      'slack/trusted-hosts.test.ts': ['https://127.0.0.1:4000/hooks/a'],
    },
  },
  {
    what: 'a trigger that is too old',
    shownBy: { 'e2e/update.test.ts': ['Slack opens nothing: the person is told'] },
  },
  {
    what: 'a database that is down, busy or full',
    shownBy: {
      'e2e/trouble.test.ts': ['the person is told, with the reference under which it was noted'],
      'e2e/postgres-faults.test.ts': [
        'is stopped for a while',
        'has no connection left: the bot says so in time, and goes on when there are some',
        'fails over to a standby behind the same address: nothing accepted is lost',
      ],
      'e2e/disk-full.test.ts': [
        'people are told, nothing is there by half, and it goes on when there is room',
      ],
    },
  },
  {
    what: 'a process that is killed or stopped around a post',
    shownBy: {
      'digests/killed.test.ts': ['before the claim', 'after the claim', 'after the post', 'after the commit'],
      'digests/engine-processes.test.ts': [
        'a deployment at nine: the old process ends while the new one begins',
      ],
    },
  },
  {
    what: 'a clock that jumps, and zones of all kinds',
    shownBy: {
      'digests/engine-faults.test.ts': [
        'goes back by an hour',
        'goes on by an hour',
        'goes on by eight days',
        'that goes back by an hour while a digest waits does not send it early',
      ],
      'digests/schedule-properties.test.ts': [
        'the zone of the process makes no difference',
        'the clock of the zone shows the time that was set, but for the hour that spring leaves out',
      ],
    },
  },
  {
    what: 'two and ten workers, one of which freezes',
    shownBy: {
      'digests/engine-processes.test.ts': [
        '%i of them post once',
        'between the last check and the post posts nothing, and people are asked',
        'during the post cannot settle what was taken from it',
      ],
    },
  },
  {
    what: 'tokens, line ends and terminal codes on their way into the log',
    shownBy: {
      'logging.test.ts': [
        'a bot token',
        'a socket ticket',
        'also with line breaks and terminal codes in its values',
      ],
    },
  },
  {
    what: 'a person who leaves',
    shownBy: {
      'store/person-data.test.ts': [
        'whoever has left is erased everywhere but in the trail, and what is remembered of the store is void',
        'whoever still has a post is not erased',
      ],
      'e2e/roles.test.ts': [
        'handing over moves the post and prints the hand-over sheet; it can be taken back',
      ],
    },
  },
  {
    what: 'a text that looks like an order',
    shownBy: { 'actions/writes/bad-input.test.ts': ['orders'] },
  },
  {
    what: 'words that no command has, in every width, and far too many',
    shownBy: {
      'e2e/commands.test.ts': ['シヒョウ', '8 天気', '  8  ', '8,000 characters are counted, not read'],
      'slack/read-command-refusals.test.ts': ['every text is understood or refused, never thrown at'],
    },
  },
];
