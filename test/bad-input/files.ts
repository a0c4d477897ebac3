import type { Kind } from './register.ts';

/** What a file that is to be imported may hold, and what goes out again: each a message with its row, nothing half-written. */
export const badFiles: readonly Kind[] = [
  {
    what: 'a document that is a bomb, or another file renamed',
    shownBy: {
      'reports/read/bad-files.test.ts': [
        'a bomb that says how large it is',
        'a bomb that says it is small',
        'a bomb costs no memory worth the name',
        'an entity that names itself large',
        'a zip named .txt',
        'a text named .docx',
        'a workbook named .docx',
        'any bytes as %s',
      ],
      'e2e/import.test.ts': ['a wrong file gets one answer, and others learn whom to ask'],
    },
  },
  {
    what: 'macros and passwords',
    shownBy: {
      'reports/read/bad-files.test.ts': ['macros', 'a file for macros', 'an encrypted part', 'a password'],
    },
  },
  {
    what: 'fifty megabytes, ten thousand rows, and what takes all time or memory',
    shownBy: {
      'reports/read/bad-files.test.ts': ['50 MB', '10,001 rows', '20,000 lines', '20,000 rows of a page'],
      'reports/read/table-reader.test.ts': ['time', 'memory'],
      'store/line-up.test.ts': ['ten thousand arrive in milliseconds, not seconds'],
    },
  },
  {
    what: 'merged and shifted cells, missing headings, missing and further cells',
    shownBy: {
      'reports/read/bad-files.test.ts': [
        'cells that are merged, shifted and calculated',
        'a document of which a cell reaches over rows',
        'no headings',
        'a row of one cell',
        'a fourth column',
        'a cell without end',
      ],
    },
  },
  {
    what: 'Shift_JIS, a byte order mark, CRLF, UTF-16, and no text at all',
    shownBy: {
      'reports/read/formats.test.ts': [
        'a text in Shift_JIS',
        'UTF-8 with a byte order mark',
        'CRLF',
        'UTF-16',
      ],
      'reports/read/bad-files.test.ts': ['neither UTF-8 nor Shift_JIS'],
    },
  },
  {
    what: 'a project number twice, an eleventh project, a row that belongs to none',
    shownBy: {
      'reports/review/understand.test.ts': [
        'a number twice',
        'a number that is none',
        'an eleventh project is one more, and the same heading again goes on',
        'a row before all projects',
        'a name twice',
      ],
    },
  },
  {
    what: 'formulas and =HYPERLINK in cells that come in',
    shownBy: { 'reports/read/bad-files.test.ts': ['cells that are merged, shifted and calculated'] },
  },
  {
    what: 'an indicator with a state and then a number, and one that contradicts the store',
    shownBy: {
      'reports/review/understand.test.ts': ['実現：実施中/3件', '実現：実施中12件/実現'],
      'actions/imports/import.test.ts': ['a table that contradicts the kind of a value is left for a person'],
    },
  },
  {
    what: 'a date that does not exist',
    shownBy: {
      'reports/review/understand.test.ts': ['a date that does not exist'],
      'e2e/import.test.ts': [
        'the next edition: a date that is none is put right, one row is kept by itself, the rest at once',
      ],
    },
  },
  {
    what: 'nothing half-written',
    shownBy: {
      'actions/imports/import.test.ts': [
        'a row that somebody changes between reading and writing: nothing is written',
        'its second delivery and a second import write nothing',
      ],
      'store/changes/applied-cases.ts': [
        'applies all drafts or, when one is overtaken, none',
        'because the trail refuses it changes no row',
      ],
    },
  },
  {
    what: 'text of people in what goes out: formulas, markup, links',
    shownBy: {
      'reports/write/files.test.ts': ['shows as text: %s', 'holds as text: %s'],
      'reports/write/round-trip.test.ts': ['any edition is the same'],
    },
  },
];
