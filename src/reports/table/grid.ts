/** The published table as it stands on paper: three columns; a cell is its lines as written, marks included. */
export interface TableGrid {
  /** 「…」・産業戦略プロジェクトの進捗状況について（令和2年（2020年）8月） */
  readonly title: string;
  readonly header: readonly [string, string, string];
  readonly rows: readonly TableRow[];
  /** What stands below the table: 関連事業については産業戦略部所管について記載 */
  readonly footer: readonly string[];
}

export interface TableRow {
  /** Row number in the file, from 1, for messages. */
  readonly line: number;
  readonly cells: readonly [TableCell, TableCell, TableCell];
}

/** One string per paragraph or bullet: "▼港湾の機能強化", "■…", "・…", "※…", "【全般】", "指標", "[関連事業]：新…" */
export type TableCell = readonly string[];
