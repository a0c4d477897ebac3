import type { Database } from '../../src/store/database.ts';

/** How much stands in the store besides the shipped edition. */
export interface Filling {
  readonly projects: number;
  readonly entriesEach: number;
}

/** Entries and their dates in plain SQL: loading as many through an edition takes minutes and a gigabyte. */
export async function fillStore({ prisma }: Database, { projects, entriesEach }: Filling): Promise<number> {
  await prisma.$executeRaw`
    INSERT INTO project (id, number, name)
    SELECT gen_random_uuid(), 10 + n, '計測用プロジェクト' || n FROM generate_series(1, ${projects}::int) n`;
  // In parts: on a busy machine one statement would take longer than a request may.
  for (let from = 11; from <= 10 + projects; from += 50) await fillProjects(prisma, { from, entriesEach });
  await prisma.$executeRaw`ANALYZE`;
  return prisma.milestone.count();
}

async function fillProjects(
  prisma: Database['prisma'],
  { from, entriesEach }: { readonly from: number; readonly entriesEach: number },
): Promise<void> {
  // One in twenty is still to come, as in the shipped edition's larger projects.
  await prisma.$executeRaw`
    INSERT INTO milestone (id, project_id, position, table_column, mark, text, state, figures, notes)
    SELECT gen_random_uuid(), project.id, n,
      (CASE WHEN n % 20 = 0 THEN 'upcoming' ELSE 'progress' END)::table_column, 'entry',
      project.number || '番の取組' || n || '：関係機関との調整を行い、事業者による実証を進めた。',
      (CASE WHEN n % 20 = 0 THEN 'planned' ELSE 'achieved' END)::milestone_state, '{}', '{}'
    FROM project, generate_series(1, ${entriesEach}::int) n
     WHERE project.number BETWEEN ${from}::int AND ${from + 49}::int`;
  await prisma.$executeRaw`
    INSERT INTO milestone_date (id, milestone_id, position, text, first, last, precision, approximate)
    SELECT gen_random_uuid(), milestone.id, 0, 'R2.8', '2020-08-01', '2020-08-31', 'month', false
    FROM milestone JOIN project ON project.id = milestone.project_id
     WHERE project.number BETWEEN ${from}::int AND ${from + 49}::int`;
}
