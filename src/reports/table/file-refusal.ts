/** Why nothing of a file can be imported: one clear answer. A closed list: every view words each of them. */
export type FileRefusal =
  | { readonly kind: 'empty' }
  /** In bytes. */
  | { readonly kind: 'too-large'; readonly size: number; readonly most: number }
  /** By its name no format that is read. */
  | { readonly kind: 'unknown-format'; readonly extension: string }
  /** The content is not what the name says: a picture named .xlsx. */
  | { readonly kind: 'other-content'; readonly extension: string }
  /** Neither UTF-8, UTF-16 nor Shift_JIS. */
  | { readonly kind: 'unknown-encoding' }
  | { readonly kind: 'encrypted' }
  /** A document with macros: .docm, .xlsm or one renamed. */
  | { readonly kind: 'macros' }
  /** Small on disk, far too large once unpacked. */
  | { readonly kind: 'unpacks-too-large'; readonly most: number }
  /** Reading it took more time or memory than a table ever does. */
  | { readonly kind: 'too-demanding' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  /** Nothing in it is the table: neither its headings nor a numbered project. */
  | { readonly kind: 'no-table' }
  /** The title tells no year and month, so that nobody can say which edition it is. */
  | { readonly kind: 'no-date'; readonly title: string }
  | { readonly kind: 'two-dates'; readonly title: string };
